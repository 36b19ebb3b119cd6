"""Questions about the law of a country: the cards know none but a little of the United States', and it is said who does."""

import re

from app.coaching.safety import NEAR
from app.domain.knowledge import Audience
from app.domain.turn import Plan, Task

_LAW = re.compile(
    r"\b(?:laws?|legal(?:ly|ity)?|illegal(?:ly)?|(?:un)?lawful(?:ly)?|gdpr|data protection|labou?r code|employment code|"
    r"statut\w+|court|sue|rights?|allowed|forbidden|obliged|required|entitled)\b",
    re.IGNORECASE,
)
_PLACES = (
    "albania|algeria|argentina|australia|austria|bangladesh|bavaria|belgium|bolivia|bosnia|brazil|britain|bulgaria|california|cambodia|"
    "canada|chile|china|colombia|costa rica|croatia|cyprus|czechia|(?:the )?czech republic|denmark|ecuador|egypt|england|estonia|"
    "ethiopia|finland|france|germany|ghana|greece|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|jamaica|"
    "japan|kazakhstan|kenya|kuwait|latvia|lebanon|lithuania|luxembourg|malaysia|malta|mexico|morocco|myanmar|nepal|"
    "(?:the )?netherlands|holland|new york|new zealand|nigeria|northern ireland|norway|oman|ontario|pakistan|panama|peru|"
    "(?:the )?philippines|poland|portugal|qatar|quebec|romania|russia|saudi arabia|scotland|senegal|serbia|singapore|slovakia|slovenia|"
    "south africa|south korea|korea|spain|sri lanka|sweden|switzerland|taiwan|tanzania|texas|thailand|tunisia|turkey|türkiye|"
    "uganda|ukraine|"
    "(?:the )?(?:united arab emirates|uae|united kingdom|uk|eu|european union)|uruguay|venezuela|vietnam|wales|zambia|zimbabwe"
)
_OF_A_PLACE = (
    "american|argentin(?:e|ian)|australian|austrian|bangladeshi|belgian|brazilian|british|bulgarian|canadian|chilean|chinese|colombian|"
    "croatian|czech|danish|dutch|egyptian|english|estonian|european|finnish|french|german|ghanaian|greek|hungarian|indian|indonesian|irish|"
    "israeli|italian|japanese|kenyan|korean|latvian|lithuanian|malaysian|mexican|moroccan|nepali|nigerian|norwegian|pakistani|peruvian|"
    "philippine|filipino|polish|portuguese|romanian|russian|saudi|scottish|serbian|singapore|slovak|slovenian|south african|spanish|"
    "swedish|swiss|taiwanese|thai|tunisian|turkish|ukrainian|vietnamese|welsh"
)
_IN = re.compile(rf"\b(?:in|under|of|for|within) ({_PLACES})\b", re.IGNORECASE)
_LAW_OF = re.compile(
    rf"\b({_OF_A_PLACE}|uk|eu) (?:labou?r |employment |work |working |data )*(?:laws?|rules?|courts?|rights?)\b",
    re.IGNORECASE,
)
_WHO_KNOWS: dict[Audience, str] = {
    "ic": "a union or works council, the labour inspectorate or a public advice service, or an employment lawyer there",
    "leader": "your company's employment counsel or HR there, the works council's side as well, or an employment lawyer",
    "manager": "your company's employment counsel or HR there, a union or works council, or an employment lawyer",
}


def place_of_law(line: str) -> str:
    """Return the country or state whose law a line asks about, as in "the law of France"; empty where it asks about none."""
    if of := _LAW_OF.search(line):
        word = of[1]
        return f"{word.upper() if len(word) == 2 else word.capitalize()} law"
    place = _IN.search(line) if _LAW.search(line) else None
    if place is None:
        return ""
    words = [
        w.upper() if w.lower() in {"uk", "eu", "uae"} else w if w.lower() == "the" else w.capitalize()
        for w in place[1].split()
    ]
    return f"the law of {' '.join(words)}"


def with_its_limits(plan: Plan, line: str, audience: Audience, likeness: float) -> Plan:
    """Return the plan for a line, led by the plain word that this country's law is not known here, and who knows it.

    The answer follows where it fits the question by its `likeness`; a claim about law in general never does.
    """
    place = place_of_law(line) if plan.task is Task.ASK else ""
    if not place:
        return plan
    words = (
        f"I don't know {place}, so I can't tell you what it allows. Who does: {_WHO_KNOWS[audience]}. "
        "Ask them before you rely on anything."
    )
    if plan.abstained or likeness < NEAR or not plan.intent.startswith("answer"):
        return Plan(task=Task.ASK, intent="a country's law", planned=words, cards=plan.cards, followups=plan.followups)
    return plan.model_copy(update={"planned": f"{words}\n\nApart from the law:\n\n{plan.planned}", "prompt": ""})

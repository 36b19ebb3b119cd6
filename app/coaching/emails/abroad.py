"""The few words a letter needs in French, Spanish and German, where the user's own are English."""

import re

from app.coaching.emails.wording import DAYS, MONTHS

ABROAD = {
    "fr": {"name": "French", "manager": "mon manager", "leader": "ton responsable"},
    "es": {"name": "Spanish", "manager": "mi responsable", "leader": "tu responsable"},
    "de": {"name": "German", "manager": "meine Führungskraft", "leader": "deine Führungskraft"},
}
PURPOSES: tuple[tuple[str, dict[str, tuple[str, str]]], ...] = (
    (
        r"(?:(?:your|his|her|their|some)\s+)?(?:advice\s+on\s+|view\s+on\s+)?(?:my\s+)?(?:next\s+)?(?:career|development|growth|professional"
        r" development)(?:\s+(?:advice|chat|step|path|options))?",
        {
            "fr": (
                "avoir votre point de vue sur mon évolution professionnelle",
                "parler de mon évolution professionnelle",
            ),
            "es": ("conocer su opinión sobre mi desarrollo profesional", "hablar de mi desarrollo profesional"),
            "de": ("Ihre Sicht auf meine berufliche Entwicklung hören", "über meine berufliche Entwicklung sprechen"),
        },
    ),
    (
        r"(?:the|your|his|her|their)\s+priorities(?:\s+(?:for|this|next)\s+(?:the\s+)?(?:this\s+|next\s+)?year)?",
        {
            "fr": ("mieux comprendre vos priorités", "mieux comprendre ses priorités"),
            "es": ("entender mejor sus prioridades", "entender mejor sus prioridades"),
            "de": ("Ihre Prioritäten besser verstehen", "die Prioritäten besser verstehen"),
        },
    ),
    (
        r"(?:the|your|his|her|their)\s+(?:role|job|work)\s+and\s+(?:(?:your|his|her|their)\s+)?priorities",
        {
            "fr": ("mieux comprendre votre rôle et vos priorités", "mieux comprendre son rôle et ses priorités"),
            "es": ("entender mejor su función y sus prioridades", "entender mejor su función y sus prioridades"),
            "de": (
                "Ihre Aufgabe und Ihre Prioritäten besser verstehen",
                "die Aufgabe und die Prioritäten besser verstehen",
            ),
        },
    ),
    (
        r"(?:the|your|his|her|their)\s+(?:role|job|work)",
        {
            "fr": ("mieux comprendre votre rôle", "mieux comprendre son rôle"),
            "es": ("entender mejor su función", "entender mejor su función"),
            "de": ("Ihre Aufgabe besser verstehen", "die Aufgabe besser verstehen"),
        },
    ),
    (
        r"(?:how\s+(?:you|s?he|they)\s+sees?\s+)?(?:the\s+)?next\s+year",
        {
            "fr": ("savoir comment vous voyez l'année à venir", "parler de l'année à venir"),
            "es": ("saber cómo ve el próximo año", "hablar del próximo año"),
            "de": ("hören, wie Sie das nächste Jahr sehen", "über das nächste Jahr sprechen"),
        },
    ),
    (
        r"(?:the|our|your|his|her|their)\s+(?:strategy|direction)",
        {
            "fr": ("mieux comprendre la stratégie", "mieux comprendre la stratégie"),
            "es": ("entender mejor la estrategia", "entender mejor la estrategia"),
            "de": ("die Strategie besser verstehen", "die Strategie besser verstehen"),
        },
    ),
    (
        r"(?:introduce\s+myself|say\s+hello|get\s+to\s+know\s+(?:you|him|her|them)|an?\s+introduction)",
        {
            "fr": ("me présenter et faire votre connaissance", "me présenter"),
            "es": ("presentarme y conocerle", "presentarme"),
            "de": ("mich vorstellen und Sie kennenlernen", "mich vorstellen"),
        },
    ),
    (
        r"how\s+(?:you|s?he|they)\s+(?:decides?|makes?\s+decisions)|how\s+decisions\s+are\s+made",
        {
            "fr": ("comprendre comment vous prenez vos décisions", "comprendre comment se prennent les décisions"),
            "es": ("entender cómo toma sus decisiones", "entender cómo se toman las decisiones"),
            "de": ("verstehen, wie Sie entscheiden", "verstehen, wie entschieden wird"),
        },
    ),
)
"""Purposes that can be carried over: what is meant, and its words to the leader and about the leader, as an infinitive."""
_LEADING = re.compile(
    r"^(?:to\s+)?(?:learn|hear|understand|talk|ask|get|discuss|know|speak|have)\b(?:\s+(?:about|for|on|more|better|to|an?))*\s*",
    re.I,
)
_WORDS = {
    "fr": "le la les un une des de du et pour vos votre mes mon ma vous nous sur comment mieux que qui est dans au aux ce ses son sa",
    "es": "el la los las un una de del y para sus su mis mi usted cómo como mejor que en al con es por lo",
    "de": "der die das ein eine und für ihre ihr ihren meine mein sie wie besser zu in im mit von über den dem ist wird hören verstehen",
    "en": "the a an and of to for how she he you your her his their my our about is are in on with what by from would i",
}


def in_language(text: str, code: str) -> bool:
    """Tell by its small words whether a phrase is in this language and not in English."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    here, english = (sum(word in set(_WORDS[each].split()) for word in words) for each in (code, "en"))
    return here > english or (here == english == 0 and bool(re.search(r"[à-öø-ÿß]", text.lower())))


def purpose_abroad(purpose: str, code: str, *, to_leader: bool) -> str:
    """Return a purpose as an infinitive in French, Spanish or German; empty when it cannot be carried over.

    Args:
        purpose: the user's own words, in English or already in the language.
        code: fr, es or de.
        to_leader: whether the letter goes to the leader, or to the manager about the leader.
    """
    if in_language(purpose, code):
        own = re.sub(r"^(?:pour|afin de|para|um)\s+", "", purpose.strip(" .,;"), flags=re.I)
        return re.sub(r"\bzu (?=\w+$)", "", own) if code == "de" else own
    for said in (purpose.strip(" .,;"), _LEADING.sub("", purpose.strip(" .,;"))):
        for pattern, words in PURPOSES:
            if re.fullmatch(pattern, said, re.I):
                return words[code][0 if to_leader else 1]
    return ""


def of_name(name: str) -> str:
    """Return a name after "de" in French: "d'Anna", "d'Yves", "de Yann"; only well-known names begin with a mute h."""
    mute = r"[aeiouà-åè-ïò-öù-ü]|y[^aeiou]|h(?:[ée]l[èe]n|enri|ugo|ubert|erv[ée]|ortense|onor)"
    return f"d'{name}" if re.match(mute, name, re.I) else f"de {name}"


_DAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "es": "lunes martes miércoles jueves viernes sábado domingo".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
}
_SOON = {
    "today": {"fr": "aujourd'hui", "es": "hoy", "de": "heute"},
    "tomorrow": {"fr": "demain", "es": "mañana", "de": "morgen"},
}
_WHEN = re.compile(
    rf"(?:on\s+)?(?:(?P<soon>today|tomorrow)|(?P<day>{'|'.join(DAYS)})?,?\s*(?:(?:the\s+)?(?P<date>\d{{1,2}})(?:st|nd"
    rf"|rd|th)?\s+(?:of\s+)?"
    rf"(?P<month>{'|'.join(MONTHS)}))?)(?:,?\s+at\s+(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s*(?P<half>am|pm)?)?",
    re.I,
)


def when_abroad(when: str, code: str) -> str:
    """Return a plain English date in French, Spanish or German, or one that is in it already; empty when it is neither.

    Args:
        when: "Thursday", "on 12 May", "tomorrow at 3 pm".
        code: fr, es or de.
    """
    match = _WHEN.fullmatch(when.strip(" .,"))
    if not match and (
        in_language(when, code) or re.search(rf"\b(?:{'|'.join(_DAYS[code] + _MONTHS[code])})\b", when, re.I)
    ):
        return when.strip(" .,")
    if not match or not (match["soon"] or match["day"] or match["month"]):
        return ""
    if match["soon"]:
        said = _SOON[match["soon"].lower()][code]
    else:
        day = _DAYS[code][DAYS.index(match["day"].lower())] if match["day"] else ""
        date = ""
        if match["month"]:
            month = _MONTHS[code][MONTHS.index(match["month"].lower())]
            date = {"fr": "{} {}", "es": "{} de {}", "de": "{}. {}"}[code].format(match["date"], month)
        article = {"fr": "" if day else "le ", "es": "el ", "de": "am "}[code]
        joint = ", den " if code == "de" and day and date else " " if day and date else ""
        said = f"{article}{day}{joint}{date}"
    if match["hour"]:
        hour = int(match["hour"]) + (12 if (match["half"] or "").lower() == "pm" and int(match["hour"]) < 12 else 0)
        minute = match["minute"] or ""
        said += {
            "fr": f" à {hour} h{f' {minute}' if minute else ''}",
            "es": f" a las {hour}:{minute or '00'}",
            "de": f" um {hour}{f':{minute}' if minute else ''} Uhr",
        }[code]
    return said

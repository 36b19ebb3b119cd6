"""Serious matters said in other languages are found on every side, and what only sounds like them is not."""

import re

import pytest

from app.domain.library import Library
from app.domain.risk import RiskContext
from app.language.plain_english import PlainEnglish
from app.privacy.names import NameFinder
from app.risk import Detector
from tests.conftest import ROOT
from tests.unit.risk.taxonomy import READER

SAID = {
    "serious_crisis": """
        Je veux mourir | J'ai envie de me suicider | Quiero morir | no quiero vivir más | Ich will nicht mehr leben
        Ich will mich umbringen | Quero me matar | não quero mais viver | Voglio morire | non voglio più vivere
        Chcę umrzeć | nie chcę już żyć | Ölmek istiyorum | İntihar etmek istiyorum | Хочу умереть | не хочу больше жить
        我想自杀 | 我不想活了 | 我想死 | わたしは死にたい | 自殺したい | أريد أن أموت | أفكر في الانتحار | मैं मरना चाहता हूँ""",
    "serious_harassment": """
        Mein Chef fasst mich an | Mein Chef belästigt mich | Mon chef me harcèle | mon chef me harcele | Mon patron me touche
        Mi jefe me acosa | mi jefe me toca | Meu chefe me assedia | Il mio capo mi molesta | szef mnie molestuje
        Patronum beni taciz ediyor | Начальник домогается меня | 我的老板性骚扰我 | 上司にセクハラされています | مديري يتحرش بي
        मेरा बॉस मुझे छूता है | Questions for a meeting where I report my boss's harassment""",
    "serious_violence": """
        Mon chef m'a frappé | Mi jefe me pegó | Mein Chef schlägt mich | Er droht, mich umzubringen | Meu chefe me bateu
        Il mio capo mi ha picchiata | Szef mnie uderzył | Müdürüm bana vurdu | Начальник ударил меня | 老板打我
        上司に殴られました | مديري ضربني | बॉस ने मुझे मारा""",
    "serious_wage_rights": """
        nos obligan a trabajar horas extra sin pagar | on ne nous paie pas les heures supplémentaires
        Unsere Überstunden werden nicht bezahlt | não nos pagam as horas extras | non ci pagano gli straordinari
        Nie płacą nam za nadgodziny | Fazla mesai ücretimiz ödenmiyor | нам не платят за сверхурочные | 加班没有加班费
        残業代が出ない | نعمل ساعات إضافية بدون أجر | हमें ओवरटाइम का पैसा नहीं मिलता
        Why won't leadership pay our overtime?""",
}
ALIKE = """
    ich sterbe vor Lachen | Ich will vor Scham sterben | Ich will das Projekt nicht sterben lassen | die Frist | Kill the build
    mort de rire | c'était à mourir de rire | je ne veux pas mourir idiot | je me tue au travail | il me frappe que rien ne change
    le geste de mon chef me touche | congé sans solde | me muero de risa | quiero morirme de vergüenza | no quiero morir
    mi jefe me toca hacer el informe | mi jefe me pegó un susto | voglio morire dal ridere | mi tocca lavorare domani
    quero morrer de rir | umieram ze śmiechu | gülmekten öldüm | хочу умереть от смеха | 笑死我了 | 我想死你了 | 累死了
    死ぬほど笑った | أموت من الضحك | Er schlägt mich für die Stelle vor | szef dotyka tematu | unbezahlter Urlaub
    Wie frage ich den Chef meines Chefs nach einem Gespräch? | 老板打我电话 | 上司の上司と話したい
    I won't pay for overtime parking"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[|\n]", text) if line.strip()]


@pytest.fixture(scope="module")
def patterns(library: Library) -> Detector:
    bare = [matter.model_copy(update={"risky": (), "safe": ()}) for matter in library.serious]
    return Detector([], bare, READER, ordinary=("Good morning.",))


@pytest.mark.parametrize("side", ["ic", "leader", "asked"])
@pytest.mark.parametrize("matter", SAID)
def test_what_is_plain_in_another_language_is_certain_on_every_side(patterns: Detector, matter: str, side: str) -> None:
    for line in lines(SAID[matter]):
        found = patterns.check(line, RiskContext(side=side)).serious
        assert [(each.category, each.certain) for each in found] == [(matter, True)], line
        assert found[0].routes


@pytest.mark.parametrize("line", lines(ALIKE))
def test_what_only_sounds_like_it_is_not_found(patterns: Detector, line: str) -> None:
    assert not patterns.check(line).serious


@pytest.mark.parametrize("line", ["Je n'en peux plus.", "Ich kann nicht mehr.", "acoso laboral", "セクハラの相談"])
def test_mild_words_in_another_language_are_asked_about(patterns: Detector, line: str) -> None:
    assert [each.certain for each in patterns.check(line).serious] == [False]


def test_skipped_breaks_and_shifts_against_the_law_are_asked_about(patterns: Detector) -> None:
    for line in ("Twelve of us skip breaks, write the agenda", "When do our shifts stop breaking the law?"):
        assert [each.category for each in patterns.check(line).serious] == ["serious_wage_rights"], line


def test_no_line_of_everyday_work_holds_any_of_them(library: Library) -> None:
    plain = (*library.ordinary[::4], *library.asked_ordinary, *(ask for card in library.cards for ask in card.asks))
    found = [
        (pattern, line)
        for tongue in library.tongues
        for patterns in (*tongue.certain.values(), *tongue.hints.values())
        for pattern in patterns
        for line in plain
        if re.search(pattern, line, re.IGNORECASE)
    ]
    assert found == []


def test_the_words_of_other_languages_do_not_make_a_name_an_ordinary_word() -> None:
    vocabulary = NameFinder(PlainEnglish(), ROOT / "knowledge").vocabulary
    assert not {"jefe", "meinen", "suicidarme"} & vocabulary

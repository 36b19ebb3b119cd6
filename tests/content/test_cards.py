"""The cards as a body of advice: sourced, labelled, short, found in people's own words, and each worth having."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from app.content.library import read_library
from app.domain.knowledge import Card, Evidence
from app.domain.library import Library
from tests.conftest import ROOT

LONGEST_ANSWER = 60
FEWEST_ASKS = 6
ALIKE = 0.45
"""Share of longer words two cards may have in common before one of them is one too many."""
DOUBTFUL = (
    r"\b(?:90|ninety) minutes\b(?=.*\bGrove|.*\b80 hours)|\bGrove\b.*\b(?:90|ninety)\b",
    r"\bNetflix\b",
    r"\b43 ?: ?57\b",
    r"\b50 to 125 words\b|\b5\.3 million\b|\bthird[- ]grade\b",
    r"\bHorowitz\b",
    r"\b(?:raise|lift|increase|improve|cut|lower|reduce)s? (?:engagement|turnover|retention)\b",
    r"\bfollowers 36|\bcharismatics?\b",
)
LABEL = re.compile(
    r"\boften quoted\b|\bnot measured\b|\bnever (?:been )?(?:a )?measure|\bunconfirmed\b|\bsecond-hand\b|\bno data\b|\bwithout data\b|"
    r"\bsales calls\b|\bcorrelation\b|\billustration\b|\bno reliable figure\b|\bwe found no\b",
    re.IGNORECASE,
)


def texts(card: Card) -> list[str]:
    points = (*card.answer, *card.what_to_do, *card.watch_out)
    return [*(point.text for point in points), *card.say_it, *card.opposite_when, card.differs]


def content_words(card: Card) -> set[str]:
    return set(
        re.findall(r"[a-z]{4,}", f"{card.title} {card.direct} {' '.join(p.text for p in card.what_to_do)}".lower())
    )


def test_every_source_theme_and_related_card_resolves() -> None:
    _, faults = read_library(ROOT / "knowledge")
    assert faults == []


def test_a_source_that_does_not_exist_is_refused(tmp_path: Path, content: Path) -> None:
    import shutil

    knowledge = Path(shutil.copytree(content / "knowledge", tmp_path / "knowledge"))
    card = next((knowledge / "cards").rglob("how-to-ask.md"))
    card.write_text(
        re.sub(r"^sources: \[", "sources: [NOBODY, ", card.read_text(encoding="utf-8"), flags=re.M), encoding="utf-8"
    )
    _, faults = read_library(knowledge)
    assert any("how-to-ask" in fault and "NOBODY" in fault for fault in faults)


def test_no_card_without_a_source_and_every_tag_is_among_the_cards_own(library: Library) -> None:
    without = [card.id for card in library.cards if not card.sources]
    known = {source.id for source in library.sources}
    lost = [
        (card.id, source)
        for card in library.cards
        for point in (*card.answer, *card.what_to_do, *card.watch_out)
        for source in point.sources
        if source not in known
    ]
    assert without == []
    assert lost == []


@pytest.mark.parametrize("figure", DOUBTFUL)
def test_a_doubtful_figure_carries_its_label(library: Library, figure: str) -> None:
    bare = [
        (card.id, text)
        for card in library.cards
        for text in texts(card)
        if re.search(figure, text, re.IGNORECASE) and not LABEL.search(f"{text} {card.direct}")
    ]
    assert bare == []


def test_a_card_that_rests_on_doubtful_figures_says_so(library: Library) -> None:
    graded = [card for card in library.cards if card.evidence is Evidence.DOUBTFUL]
    assert graded
    assert [card.id for card in graded if not LABEL.search(" ".join(texts(card)))] == []


def test_answers_are_short(library: Library) -> None:
    assert {c.id: n for c in library.cards if (n := len(c.direct.split())) > LONGEST_ANSWER} == {}


def test_every_card_is_asked_for_in_enough_ways(library: Library) -> None:
    assert {c.id: n for c in library.cards if (n := len(c.asks)) < FEWEST_ASKS} == {}


def test_no_two_cards_answer_the_same_words(library: Library) -> None:
    owners: dict[str, set[str]] = {}
    for card in library.cards:
        for ask in card.asks:
            owners.setdefault(" ".join(re.findall(r"[a-z0-9]+", ask.lower())), set()).add(card.id)
    assert {ask: cards for ask, cards in owners.items() if len(cards) > 1} == {}


def test_no_card_is_nearly_another(library: Library) -> None:
    words = {card.id: content_words(card) for card in library.cards}
    near = {
        (a, b): round(share, 2)
        for a, b in combinations(words, 2)
        if (share := len(words[a] & words[b]) / len(words[a] | words[b])) > ALIKE
    }
    assert near == {}


def test_a_button_belongs_to_one_card_and_leads_on(library: Library) -> None:
    buttons = [card.button for card in library.cards]
    assert len(set(buttons)) == len(buttons)
    assert [card.id for card in library.cards if len(set(card.related) - {card.id}) < 2] == []


def test_nothing_in_a_card_looks_like_a_mark(library: Library) -> None:
    assert [(c.id, text) for c in library.cards for text in texts(c) if re.search(r"\[(?:\d+|coach)\]", text)] == []


def test_the_voice_stays_calm(library: Library) -> None:
    loud = re.compile(
        r"!|\b(?:great question|it'?s important to|remember that|leverage|empower|foster|robust|crucial|navigate)\b",
        re.I,
    )
    assert [(c.id, text) for c in library.cards for text in texts(c) if loud.search(text)] == []


def test_every_correction_sets_something_right_with_a_card(library: Library) -> None:
    assert library.corrections
    for correction in library.corrections:
        assert correction.card in library.card_by_id
        assert len(correction.says.split()) <= 45
        assert "!" not in correction.says

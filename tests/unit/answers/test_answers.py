"""Planned answers: the direct answer first, every sentence with its mark, short, and honest about what isn't known."""

import re

import pytest

from app.coaching.answers import NEAREST, Answers
from app.coaching.follow_up import leans
from app.coaching.grounding import review_answer
from app.coaching.two_questions import split_questions
from app.domain.knowledge import Audience
from app.domain.library import Library
from app.domain.ports import Hit
from app.domain.turn import Plan
from tests.fakes import FixedIndex

LONGEST = 180


class ByWord:
    """Finds the cards named for the first of its words that a query has; else nothing near."""

    fingerprint = "by-word"
    reader = "by-word"
    trouble = ""

    def __init__(self, **cards: str) -> None:
        self._cards = cards
        self.queries: list[str] = []

    def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
        self.queries.append(query)
        found = [card for word, card in self._cards.items() if word in query.lower()]
        return [Hit(card=c, score=0.5 - i / 10, similarity=0.92) for i, c in enumerate(dict.fromkeys(found))][:limit]


def answered(library: Library, *cards: str, question: str = "do I tell my manager first") -> Plan:
    return Answers(library, FixedIndex(*cards)).plan(question)


def test_the_direct_answer_comes_first_and_is_the_cards_own(library: Library) -> None:
    plan = answered(library, "tell-your-manager-first", "heads-up-email")
    assert plan.planned.startswith(library.card_by_id["tell-your-manager-first"].answer[0].text)
    assert plan.cards[0] == "tell-your-manager-first"


@pytest.mark.parametrize("start", range(0, 260, 20))
def test_every_line_of_every_cards_answer_is_marked_grounded_and_short(library: Library, start: int) -> None:
    for card in library.cards[start : start + 20]:
        plan = answered(library, card.id, *card.related, question=card.asks[0])
        if plan.intent.startswith("correct") or plan.abstained:
            continue
        numbers = {str(citation.number) for citation in plan.citations}
        assert set(re.findall(r"\[(\d+)\]", plan.planned)) == numbers, card.id
        assert len(plan.planned.split()) <= LONGEST, card.id
        for line in filter(None, plan.planned.splitlines()):
            assert re.search(r"\[(?:\d+|coach)\]$", line), (card.id, line)
            assert review_answer(line, plan) == "", (card.id, line)


def test_every_citation_opens_a_card_and_a_source(library: Library) -> None:
    plan = answered(library, "how-is-your-manager")
    assert plan.citations
    for citation in plan.citations:
        assert citation.card in library.card_by_id
        assert citation.source in library.source_by_id


def test_the_bullets_are_those_nearest_the_persons_words(library: Library) -> None:
    long = [card for card in library.cards if len(card.what_to_do) > 4]
    assert long
    for card in long[:10]:
        last = card.what_to_do[-1]
        assert last.text in answered(library, card.id, question=f"what about this: {last.text}").planned, card.id


def test_a_yes_that_answers_nothing_is_left_out(library: Library) -> None:
    asked = answered(library, "taking-notes", question="may I take notes?")
    told = answered(library, "taking-notes", question="how about notes in the meeting")
    assert asked.planned.startswith("Yes, take notes")
    assert told.planned.startswith("Take notes")


def test_two_questions_get_two_parts(library: Library) -> None:
    answers = Answers(library, ByWord(email="email-length", copy="copy-your-manager"))
    plan = answers.plan("How long should the email be? And do I copy my manager?")
    first, second = (library.card_by_id[c].answer[0].text for c in ("email-length", "copy-your-manager"))
    assert plan.planned.index(first) < plan.planned.index(second)
    assert plan.cards[:2] == ("email-length", "copy-your-manager")
    assert len(plan.planned.split()) <= LONGEST


def test_two_sentences_about_one_thing_are_one_question(library: Library) -> None:
    assert split_questions("why would he mind? it's just a coffee with the director") == [
        "why would he mind? it's just a coffee with the director"
    ]
    assert len(split_questions("do I tell my boss first, and what do I say when he asks why?")) == 2
    assert len(split_questions("If he asks about my boss, what do I say?")) == 1
    assert len(split_questions("is this normal and what do i say")) == 1
    assert len(split_questions("Is it private? " + "I have a long story to tell. " * 12 + "Can I trust her?")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "I meet her on Friday. What should I ask and should I send something afterwards",
        "Do I need an agenda, what questions should I bring",
        "do i bring slides + do i send them before",
        "two questions: is it confidential, and who takes notes",
    ],
)
def test_two_questions_are_told_apart_however_they_are_joined(text: str) -> None:
    assert len(split_questions(text)) == 2


def test_a_follow_up_is_read_with_what_came_before(library: Library) -> None:
    index = ByWord(refuses="manager-says-no", ask="how-to-ask")
    Answers(library, index).plan("and if he refuses?", before="How do I ask the VP for a meeting?")
    assert "How do I ask the VP for a meeting? and if he refuses?" in index.queries
    index.queries.clear()
    Answers(library, index).plan(
        "What should I bring to the round table that the commissioner holds in our office every spring for the staff",
        before="How do I ask the VP for a meeting?",
    )
    assert not any("VP" in query for query in index.queries)
    assert leans("and if she says no?")
    assert not leans("What should I wear to the meeting with the managing director on Thursday")


@pytest.mark.parametrize(
    "question", ["what's the capital of Portugal", "fix my python code", "best soup recipe for winter"]
)
def test_what_is_not_our_subject_is_said_to_be_so(library: Library, question: str) -> None:
    plan = Answers(library, FixedIndex("how-to-ask", similarity=0.81)).plan(question)
    assert plan.abstained
    assert "rather say so than guess" in plan.planned
    assert plan.prompt == ""
    assert plan.citations == ()


def test_an_index_that_finds_nothing_is_no_fault(library: Library) -> None:
    assert Answers(library, FixedIndex()).plan("how do I ask for a meeting").abstained
    assert Answers(library, FixedIndex()).plan("").abstained


@pytest.mark.parametrize(
    "question",
    [
        "What percentage of companies hold skip-levels?",
        "how many managers have lost their job over one of these",
        "success rate of asking the director for a meeting",
    ],
)
def test_a_figure_nobody_has_is_not_given(library: Library, question: str) -> None:
    plan = answered(library, "how-often", "retaliation", question=question)
    assert plan.abstained
    assert "no sound figure" in plan.planned
    assert not re.search(r"\d+ ?%", plan.planned)


def test_a_share_asked_for_as_advice_is_answered(library: Library) -> None:
    plan = answered(library, "how-much-to-talk", question="what percentage of the time should I be talking")
    assert not plan.abstained
    assert "opinion, not measurement" in plan.planned


@pytest.mark.parametrize(
    ("question", "card", "words"),
    [
        ("My company has to give me a skip-level by law, how do I claim it?", "wait-or-ask", "No law that we know of"),
        (
            "since skip-levels are always confidential, what can I say",
            "is-it-confidential",
            "aren't confidential of themselves",
        ),
        (
            "Grove proved that 90 minutes pay off for two weeks, how do I quote it",
            "figures-to-doubt",
            "proved nothing of the kind",
        ),
        ("as it's illegal to discuss wages, how do I find out what others earn", "pay-rights", "protected right"),
        (
            "because leaders are legally bound to serve tea, what do I bring?",
            "what-leaders-want",
            "Don't count on that",
        ),
    ],
)
def test_a_false_belief_is_set_right_before_anything_else(
    library: Library, question: str, card: str, words: str
) -> None:
    plan = answered(library, "what-leaders-want", question=question)
    assert words in plan.planned.split("\n\n")[0]
    assert card in {citation.card for citation in plan.citations}


@pytest.mark.parametrize(
    "question",
    [
        "is it confidential?",
        "is it legal to record the meeting",
        "can my manager stop me from meeting his boss?",
        "are we allowed to talk about our wages?",
        "can the director keep a secret",
        "she always cancels, what do I do",
    ],
)
def test_an_honest_question_is_not_corrected(library: Library, question: str) -> None:
    assert not answered(library, "what-leaders-want", question=question).intent.startswith("correct")


def test_two_buttons_lead_on_and_never_back(library: Library) -> None:
    for card in library.cards:
        plan = answered(library, card.id, question=card.asks[0])
        assert len(plan.followups) == 2, card.id
        assert card.button not in plan.followups


def test_a_neighbour_is_never_a_serious_matter_out_of_the_blue(library: Library) -> None:
    plan = answered(
        library, "unexpected-invitation", "threats-and-violence", question="the big boss called me to her office"
    )
    assert "threats" not in plan.planned.lower()


def test_a_greeting_and_a_thank_you_get_a_human_reply(library: Library) -> None:
    for words in ("hello", "Good morning!", "thanks, that helped"):
        plan = answered(library, "how-to-ask", question=words)
        assert not plan.abstained
        assert "I don't have anything" not in plan.planned


def test_an_engine_is_given_the_guidance_behind_every_number(library: Library) -> None:
    plan = answered(library, "how-is-your-manager")
    for citation in plan.citations:
        assert f"[{citation.number}] " in plan.slots["passages"]
    assert plan.slots["question"] == "do I tell my manager first"


@pytest.mark.parametrize("line", ["Wo ist der Bahnhof?", "¿Qué tiempo hace hoy?", "今天天气怎么样", "오늘 날씨 어때요"])
def test_what_is_not_english_and_not_known_hears_that_only_english_is_read(library: Library, line: str) -> None:
    words = Answers(library, FixedIndex()).plan(line).planned
    assert "I read English only" in words
    assert "emergency services" in words


@pytest.mark.parametrize("line", ["what's the weather", "Can Maria de la Cruz fix the boiler?", "pizza", "", "1234 🙂"])
def test_an_english_line_is_not_told_so(library: Library, line: str) -> None:
    assert "English only" not in Answers(library, FixedIndex()).plan(line).planned


@pytest.mark.parametrize(
    ("question", "score", "hedged"),
    [
        ("does the boss's boss like my new bicycle", 0.5, True),
        ("do I tell my manager first", 0.9, False),
        (
            "I have a long story about our ward, the rota and the new head, and I wonder what I should say to her first",
            0.5,
            False,
        ),
    ],
)
def test_the_nearest_card_of_a_short_line_that_is_not_near_is_not_given_as_sure(
    library: Library, question: str, score: float, hedged: bool
) -> None:
    class Near(FixedIndex):
        def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
            return [Hit(card="tell-your-manager-first", score=score, similarity=0.95)]

    assert (NEAREST in Answers(library, Near()).plan(question).planned) is hedged

"""The whole search on the real cards with the real embedder: what a worried person types finds what helps."""

import pytest

from app.domain.knowledge import Audience
from app.domain.library import Library
from app.retrieval.index import LONGEST_QUERY, FusedIndex
from app.retrieval.vector_cache import CachedEmbedder


@pytest.fixture(scope="module")
def index(library: Library, embedder: CachedEmbedder, tmp_path_factory: pytest.TempPathFactory) -> FusedIndex:
    return FusedIndex(library.cards, embedder, tmp_path_factory.mktemp("index"))


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("am i being fired?? grandboss booked 15 min with no title", "unexpected-invitation"),
        ("shoud i tel my boss befor i ask his boss for a metting", "tell-your-manager-first"),
        ("my lead said no, I'm not allowed to meet the director", "manager-says-no"),
        ("i'd like to be paid more and want to raise it with the head of", "asking-about-salary"),
        ("she will want to hear what I think about my supervisor", "how-is-your-manager"),
        ("is there a bot in the call writing everything down", "note-taker-bot"),
        ("one of my managers doesn't want me to talk to his team", "leader-manager-objections"),
        ("my director wants a chat with each of the people in my team", "middle-boss-wants-my-team"),
    ],
)
def test_a_right_card_is_among_the_first_three(index: FusedIndex, question: str, card: str) -> None:
    assert card in [hit.card for hit in index.search(question, limit=3)]


def test_a_stated_audience_prefers_and_does_not_hide(index: FusedIndex, library: Library) -> None:
    question = "how often should these meetings be"
    for audience in ("ic", "leader"):
        first = index.search(question, audience=audience)[0].card
        assert audience in library.card_by_id[first].audience
    found = [hit.card for hit in index.search("do I tell my manager first that I will ask his boss", audience="leader")]
    assert "tell-your-manager-first" in found


def test_a_long_story_is_searched_whole_and_by_sentence(index: FusedIndex) -> None:
    story = (
        "I've worked in this warehouse for six years and like it. We're a good bunch. The new shift lead shouts at people "
        "in front of drivers and calls them names. Yesterday he threw a scanner. I have two small kids and need the job. "
        "The operations director comes on Monday and will talk with each of us."
    )
    assert "bullying" in [hit.card for hit in index.search(story, limit=5)]


def test_hits_are_ordered_distinct_and_the_same_each_time(index: FusedIndex) -> None:
    hits = index.search("what do I send afterwards", limit=8)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.card for hit in hits}) == len(hits) == 8
    assert hits == index.search("what do I send afterwards", limit=8)


def test_a_question_longer_than_is_read_does_no_harm(index: FusedIndex) -> None:
    assert index.search("do I tell my manager first? " * 400)
    assert len("do I tell my manager first? " * 400) > LONGEST_QUERY


@pytest.mark.parametrize(
    ("audience", "question", "card"),
    [
        ("ic", "the director only wanted to hear about my teammates, what do I do next time", "pressed-for-dirt"),
        ("leader", "I promised to see to the car park weeks ago and forgot", "leader-close-loop"),
        ("leader", "what not to ask", "leader-questions-to-avoid"),
        ("leader", "record with copilot or take notes?", "leader-notes"),
        ("leader", "may my deputy hold the meetings for me", "leader-stand-in"),
        ("leader", "new VP, how do I begin skip levels without a panic", "leader-tell-managers-first"),
        ("leader", "hardly anyone books, I have an open calendar", "leader-invite"),
        ("leader", "they all gave me the same rehearsed lines", "leader-everything-fine"),
        ("leader", "two people say the same thing about one manager, do I act", "leader-complaint"),
        (
            "leader",
            "HR gave me a figure that engagement rises by a fifth, shall I announce it",
            "leader-engagement-figure",
        ),
        ("manager", "can I sit in?", "middle-sit-in"),
        ("manager", "how do I stop being paranoid about these talks", "middle-feeling-threatened"),
        ("ic", "what questions is she going to ask me", "what-will-they-ask"),
        ("ic", "he wanted to know if he should sack my manager", "pressed-for-dirt"),
        ("ic", "may I ask what he earns", "asking-what-they-earn"),
        ("ic", "how is a 360 different from a skip level", "skip-level-and-360"),
        ("ic", "and if she says it's a matter for my manager", "they-send-me-back"),
        ("ic", "I started crying in front of him", "cried-in-the-meeting"),
        ("ic", "the director laughed about what I want to become", "they-laughed-at-my-goal"),
        ("ic", "I was unfair about a colleague yesterday and can't sleep", "said-too-much"),
        ("ic", "does the VP's secretary read his mail", "assistant-reads-mail"),
        ("ic", "how many examples do I bring", "one-story"),
        ("ic", "I quoted the wrong number in the meeting, do I email her", "correct-a-figure"),
        ("ic", "it starts in ten minutes", "prepare-in-fifteen-minutes"),
    ],
)
def test_each_side_gets_its_own_card_first(index: FusedIndex, audience: Audience, question: str, card: str) -> None:
    assert index.search(question, audience=audience)[0].card == card


@pytest.mark.parametrize(
    ("audience", "question", "card"),
    [
        ("leader", "do I tell my manager before I ask his boss for a meeting", "tell-your-manager-first"),
        ("manager", "how do I ask my own boss's boss for a meeting", "how-to-ask"),
        ("ic", "one of my managers objects to my skip levels", "leader-manager-objections"),
        ("ic", "my boss wants to meet my team without me", "middle-boss-wants-my-team"),
    ],
)
def test_words_that_are_plainly_another_sides_still_find_its_card(
    index: FusedIndex, audience: Audience, question: str, card: str
) -> None:
    assert index.search(question, audience=audience)[0].card == card

"""Letters: what a long text asks is found among its background."""

import pytest

from app.domain.library import Library
from app.retrieval.index import FusedIndex
from app.retrieval.letter import LONGEST, PARTS, is_letter, parts_of
from app.retrieval.vector_cache import CachedEmbedder

BACKGROUND = (
    "I work in the back office of a furniture shop, in a small town, and I have done so for six years now. The shop belongs "
    "to a group with eleven others. My boss is all right, we share an office and a kettle. I have a dog called Bruno who "
    "comes along on Fridays. In spring they painted the storeroom and we all had to help, which was fun in a way. "
)
MORE = "My commute is forty minutes by bus. The canteen closed last year. I like numbers and I dislike the telephone. "


def test_a_short_question_is_no_letter() -> None:
    assert not is_letter("do I tell my manager first?")
    assert is_letter(BACKGROUND + MORE)


def test_every_word_of_a_letter_is_in_one_part_and_no_part_is_long() -> None:
    parts = parts_of(BACKGROUND + MORE)
    assert " ".join(parts).split() == (BACKGROUND + MORE).split()
    assert max(len(part.split()) for part in parts) <= LONGEST


def test_a_letter_without_full_stops_is_cut_all_the_same() -> None:
    parts = parts_of("and then he said that we would see " * 30)
    assert len(parts) > 3
    assert max(len(part.split()) for part in parts) <= LONGEST


def test_of_a_very_long_letter_the_end_is_read() -> None:
    parts = parts_of("We all stayed very late at the office. " * 100 + "So do I have to tell my manager first?")
    assert len(parts) == PARTS
    assert parts[-1].endswith("tell my manager first?")


@pytest.fixture(scope="module")
def index(library: Library, embedder: CachedEmbedder, tmp_path_factory: pytest.TempPathFactory) -> FusedIndex:
    return FusedIndex(library.cards, embedder, tmp_path_factory.mktemp("letters"))


@pytest.mark.parametrize(
    ("question", "card"),
    [
        ("He insists on sitting in when I meet his boss, how do I tell him no?", "manager-wants-to-come"),
        ("She never answered the email in which I asked her for a meeting.", "no-reply"),
        ("Is it all right to record the conversation on my phone?", "recording-the-meeting"),
    ],
)
def test_the_need_is_found_in_the_middle_of_a_letter(index: FusedIndex, question: str, card: str) -> None:
    assert card in [hit.card for hit in index.search(f"{BACKGROUND}{question} {MORE}", limit=3)]

"""The collection: added whole or not at all, each owner's apart, found after anything, and gone when removed."""

import shutil

import pytest

from app.coaching.documents import MOST, Documents
from app.domain.errors import InputRefused, StoreError
from app.domain.notebook import Entry, EntryKind
from app.retrieval.documents import DocumentVectors
from app.retrieval.documents_parts import parts_of
from app.retrieval.documents_reading import read_document
from app.retrieval.embeddings import HashingEmbedder
from tests.unit.documents.conftest import LEVELS, Home, Signs, added, quotes

DUE = "When are staff packets due?"


def vector_of(data: bytes, place: int) -> bytes:
    """The bytes of one passage's vector."""
    text = read_document("x.md", data).text
    part = parts_of(text)[place]
    return Signs().passages([f"{part.heading}. {text[part.start : part.end]}"])[0].tobytes()


def test_adding_shows_its_progress_and_keeps_the_document(documents: Documents) -> None:
    long = b"\n\n".join(b"Chapter %d. " % i + b"Some words about carriers. " * 14 for i in range(9))
    steps = list(documents.add("me", "long.txt", long))
    assert [step.done for step in steps] == [0, 4, 8, 9]
    assert {step.total for step in steps} == {9}
    (kept,) = documents.all("me")
    assert kept == steps[-1].document
    assert (kept.title, kept.kind, kept.passages) == ("long", "txt", 9)


def test_a_quote_is_word_for_word_and_at_most_two_sentences(documents: Documents) -> None:
    added(documents)
    assert quotes(documents, DUE) == ["Packets are due on 15 March. Your manager writes the packet."]
    (passage,) = documents.shown("me", documents.search("me", DUE))
    assert (passage.before + passage.quote + passage.after).encode() in LEVELS
    assert passage.title == "levels"


@pytest.mark.parametrize(
    "question", ["", "   ", "hello", "How do I unblock a sink?", "\x00 ; --", "会議", "a" * 40_000]
)
def test_what_no_document_speaks_of_finds_nothing(documents: Documents, question: str) -> None:
    added(documents)
    assert quotes(documents, question) == []


def test_two_owners_see_nothing_of_each_other(documents: Documents) -> None:
    mine = added(documents)
    assert documents.all("you") == []
    assert quotes(documents, DUE, "you") == []
    assert documents.text("you", mine.id) == ""
    assert documents.shown("you", documents.search("me", DUE))[0].removed
    documents.remove("you", mine.id)
    documents.forget("you")
    assert quotes(documents, DUE)


def test_it_is_all_there_after_a_restart(home: Home) -> None:
    added(home.open())
    again = home.open()
    assert [each.title for each in again.all("me")] == ["levels"]
    assert quotes(again, DUE)
    assert list(again.mend("me")) == []


def test_another_process_sees_what_was_added_and_what_was_removed(home: Home) -> None:
    one, other = home.open(), home.open()
    first = added(one)
    assert quotes(other, DUE)
    added(other, name="pay.txt", data=b"The travel budget is frozen until the January planning round.")
    assert quotes(one, "Is the travel budget frozen?")
    other.remove("me", first.id)
    assert quotes(one, DUE) == []
    assert list(one.mend("me")) == []


def test_nothing_comes_back_in_another_process_when_a_collection_begins_anew(home: Home) -> None:
    one, other = home.open(), home.open()
    gone = added(one)
    assert quotes(other, DUE)
    one.remove("me", gone.id)
    added(one, name="pay.txt", data=b"The travel budget is frozen until the January planning round.")
    assert quotes(other, DUE) == []
    assert quotes(other, "Is the travel budget frozen?")
    assert list(other.mend("me")) == []


def test_removal_leaves_no_word_and_no_vector_on_the_disk(home: Home) -> None:
    documents = home.open()
    gone = added(documents)
    added(documents, name="stays.txt", data=b"The canteen closes at half past two.")
    vectors = [vector_of(LEVELS, place) for place in (0, 1)]
    assert {name.partition("-")[0] for name in home.holding(b"15 March")} == {"coach.db"}
    assert all(home.holding(vector) for vector in vectors)
    documents.remove("me", gone.id)
    assert home.holding(b"15 March") == []
    assert [home.holding(vector) for vector in vectors] == [[], []]
    assert quotes(documents, "When does the canteen close?")
    assert [each.title for each in home.open().all("me")] == ["stays"]


def test_an_answer_that_quoted_a_removed_document_has_no_words_of_it(documents: Documents) -> None:
    gone = added(documents)
    places = documents.search("me", DUE)
    documents.remove("me", gone.id)
    (passage,) = documents.shown("me", places)
    assert passage.removed
    assert passage.before == passage.quote == passage.after == passage.title == ""


def test_forgetting_an_owner_leaves_no_vector(home: Home) -> None:
    documents = home.open()
    added(documents)
    documents.forget("me")
    assert home.holding(vector_of(LEVELS, 0)) == []
    assert not list((home.folder / "index" / "own").glob("*/*"))


def test_stopping_half_way_keeps_nothing(home: Home) -> None:
    documents = home.open()
    steps = documents.add("me", "levels.md", LEVELS)
    next(steps)
    steps.close()
    assert documents.all("me") == []
    assert home.holding(b"15 March") == []
    assert quotes(documents, DUE) == []


class FullDisk:
    """A notebook that cannot be written."""

    def keep(self, entry: Entry) -> None:
        raise StoreError("The disk is full; free some space.")

    def entries(self, owner: str, kind: EntryKind) -> list[Entry]:
        return []

    def discard(self, owner: str, entry: str) -> None:
        raise StoreError("The disk is full; free some space.")


def test_words_that_cannot_be_kept_leave_no_vector_behind(home: Home) -> None:
    vectors = DocumentVectors(Signs(), home.folder / "index" / "own")
    documents = Documents(FullDisk(), vectors, read_document, semantic=False)
    with pytest.raises(StoreError, match="free some space"):
        list(documents.add("me", "levels.md", LEVELS))
    assert vectors.kept("me") == {}
    assert home.holding(vector_of(LEVELS, 0)) == []


def test_the_same_text_twice_is_refused(documents: Documents) -> None:
    added(documents)
    with pytest.raises(InputRefused, match="already, as “levels”"):
        list(documents.add("me", "copy.md", LEVELS))


def test_there_is_room_for_twenty_and_it_is_said(documents: Documents) -> None:
    for number in range(MOST):
        added(documents, name=f"{number}.txt", data=f"Note number {number}.".encode())
    with pytest.raises(InputRefused, match="Remove one"):
        list(documents.add("me", "more.txt", b"One note more."))


def test_a_removed_index_folder_is_made_again_from_the_notebook(home: Home) -> None:
    added(home.open())
    shutil.rmtree(home.folder / "index")
    documents = home.open()
    assert quotes(documents, DUE)
    steps = list(documents.mend("me"))
    assert steps[-1].document == documents.all("me")[0]
    assert home.holding(vector_of(LEVELS, 0))
    assert list(documents.mend("me")) == []


def test_another_model_reads_the_documents_again(home: Home) -> None:
    added(home.open())
    documents = home.open(HashingEmbedder(64))
    assert quotes(documents, DUE)
    assert list(documents.mend("me"))
    assert quotes(home.open(HashingEmbedder(64)), DUE)


def test_vectors_without_a_document_are_cleared_away(home: Home) -> None:
    documents = home.open()
    added(documents)
    DocumentVectors(Signs(), home.folder / "index" / "own").keep("me", "stray", [Signs().passages(["a stray passage"])])
    assert home.holding(Signs().passages(["a stray passage"]).tobytes())
    list(documents.mend("me"))
    assert home.holding(Signs().passages(["a stray passage"]).tobytes()) == []
    assert quotes(documents, DUE)


@pytest.mark.parametrize("damage", ["garbage", "no vectors"])
def test_broken_vectors_never_break_a_question_and_are_mended(home: Home, damage: str) -> None:
    added(home.open())
    (place,) = (home.folder / "index" / "own").glob("*/[0-9]*")
    if damage == "garbage":
        (place / "chroma.sqlite3").write_bytes(b"not a database " * 500)
    else:
        shutil.rmtree(place)
        place.mkdir()
    documents = home.open()
    assert quotes(documents, DUE)
    list(documents.mend("me"))
    assert list(home.open().mend("me")) == []
    assert quotes(home.open(), DUE)

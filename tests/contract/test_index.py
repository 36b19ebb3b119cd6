"""The knowledge index: built once, opened whole, rebuilt when broken, and never half served."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import chromadb
import pytest
from chromadb.config import Settings

from app.domain.knowledge import Card, Evidence, Point
from app.domain.ports import KnowledgeIndex
from app.retrieval.embeddings import HashingEmbedder
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from tests.fakes import FixedIndex

ROOT = Path(__file__).resolve().parents[2]
SUBJECTS = {
    "how-to-ask": "asking my boss's boss for a first meeting by email",
    "thank-you": "sending a thank you note the same day",
    "agenda": "bringing three questions in an order that fits thirty minutes",
    "bad-boss": "complaining about a manager without burning a bridge",
    "layoffs": "hearing rumours of redundancies and cuts",
    "promotion": "wanting to be promoted next spring",
}


def card(name: str, subject: str, audience: str = "ic") -> Card:
    return Card.model_validate(
        {
            "id": name,
            "title": name,
            "audience": [audience],
            "themes": ["asking"],
            "asks": [f"{word} {subject}" for word in ("help with", "what about", "how is", "tips on", "tell me about")],
            "button": name,
            "answer": [Point(text=f"This is about {subject}.")],
            "evidence": Evidence.OPINION,
            "sources": ["S1"],
            "what_to_do": [Point(text=f"Think about {subject} first.")],
        }
    )


CARDS = tuple(card(name, subject) for name, subject in SUBJECTS.items())


class Home:
    """A folder with an index in it, opened anew each time as after a restart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self, cards: Sequence[Card] = CARDS) -> FusedIndex:
        embedder = CachedEmbedder(HashingEmbedder(64), self.folder / "no-cache")
        index = FusedIndex(cards, embedder, self.folder / "index")
        index.warm()
        return index

    @property
    def places(self) -> list[Path]:
        return sorted(p for p in (self.folder / "index").iterdir() if p.is_dir() and p.name.isdigit())

    def collections(self) -> set[object]:
        """The collections there are, each with an id it keeps until it is built anew."""
        client = chromadb.PersistentClient(path=str(self.places[0]), settings=Settings(anonymized_telemetry=False))
        return {collection.id for collection in client.list_collections()}

    def restart(self) -> None:
        """Forget the clients of this process, as a new process would not have them."""
        chromadb.api.client.SharedSystemClient.clear_system_cache()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def finds_everything(index: KnowledgeIndex) -> None:
    for name, subject in SUBJECTS.items():
        assert index.search(f"help with {subject}")[0].card == name
    assert len({hit.card for hit in index.search("anything about my boss", limit=50)}) == len(SUBJECTS)


@pytest.mark.parametrize("kind", ["fused", "fixed"])
def test_a_search_gives_each_card_once_best_first(home: Home, kind: str) -> None:
    index: KnowledgeIndex = home.open() if kind == "fused" else FixedIndex(*SUBJECTS)
    hits = index.search("asking my boss's boss for a first meeting", limit=4)
    assert hits[0].card == "how-to-ask"
    assert len({hit.card for hit in hits}) == len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(-1.0001 <= hit.similarity <= 1.0001 for hit in hits)
    assert index.search("  ") == []
    assert index.fingerprint


@pytest.mark.parametrize("query", ["👩🏽‍💻", "会議", "a" * 50_000, "NULL; --", "the of and", "\x00\x1b"])
def test_no_query_breaks_a_search(home: Home, query: str) -> None:
    assert len(home.open().search(query, limit=3)) == 3


def test_the_audience_prefers_and_does_not_hide(home: Home) -> None:
    both = (card("for-me", SUBJECTS["agenda"]), card("for-leaders", SUBJECTS["agenda"], "leader"))
    index = home.open(both)
    assert [hit.card for hit in index.search("questions", audience="leader")] == ["for-leaders", "for-me"]
    assert [hit.card for hit in index.search("questions", audience="ic")] == ["for-me", "for-leaders"]


def test_it_is_opened_again_without_being_built_again(home: Home) -> None:
    home.open()
    built = home.collections()
    home.restart()
    finds_everything(home.open())
    assert len(built) == 1
    assert home.collections() == built


def test_two_builds_from_nothing_find_the_same_to_the_last_digit(tmp_path: Path) -> None:
    one, other = (Home(tmp_path / name).open() for name in ("one", "other"))
    for subject in SUBJECTS.values():
        assert one.search(f"tips on {subject}", limit=50) == other.search(f"tips on {subject}", limit=50)


def test_changed_content_gets_an_index_of_its_own(home: Home) -> None:
    before = home.open()
    home.restart()
    changed = (*CARDS, card("new-card", "meeting the founder at an offsite"))
    index = home.open(changed)
    assert index.fingerprint != before.fingerprint
    assert len(home.collections()) == 1
    assert index.search("help with meeting the founder at an offsite")[0].card == "new-card"
    home.restart()
    hits = home.open().search("help with meeting the founder at an offsite", limit=50)
    assert "new-card" not in {hit.card for hit in hits}


def without_vectors(place: Path) -> None:
    for folder in place.iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)


def garbled_vectors(place: Path) -> None:
    for file in place.rglob("*.bin"):
        file.write_bytes(b"\x07" * max(64, file.stat().st_size))


def garbage(place: Path) -> None:
    (place / "chroma.sqlite3").write_bytes(b"not a database " * 500)


def cut_short(place: Path) -> None:
    file = place / "chroma.sqlite3"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])


def half_built(place: Path) -> None:
    client = chromadb.PersistentClient(path=str(place), settings=Settings(anonymized_telemetry=False))
    (collection,) = client.list_collections()
    collection = client.get_collection(collection.name, embedding_function=None)
    collection.modify(metadata={"ready": 0})
    collection.delete(ids=collection.get(limit=5)["ids"])


def nothing_left(place: Path) -> None:
    shutil.rmtree(place)


@pytest.mark.parametrize(
    "damage",
    [without_vectors, garbled_vectors, garbage, cut_short, half_built, nothing_left],
    ids=lambda damage: damage.__name__,
)
def test_a_broken_index_is_built_anew(home: Home, damage) -> None:  # type: ignore[no-untyped-def]
    home.open()
    home.restart()
    damage(home.places[0])
    home.restart()
    finds_everything(home.open())
    assert len(home.places) == 1
    home.restart()
    finds_everything(home.open())


def test_an_index_that_breaks_while_it_is_open_still_serves(home: Home) -> None:
    index = home.open()
    client = chromadb.PersistentClient(path=str(home.places[0]), settings=Settings(anonymized_telemetry=False))
    for collection in client.list_collections():
        client.delete_collection(collection.name)
    finds_everything(index)


def test_a_folder_that_cannot_be_written_is_said_with_the_cure(tmp_path: Path) -> None:
    from app.domain.errors import IndexUnavailable

    (tmp_path / "index").write_text("a file where the folder should be")
    with pytest.raises(IndexUnavailable, match="COACH_DATA_DIR"):
        Home(tmp_path).open()


OPENING = """
import sys
from pathlib import Path
from tests.contract.test_index import Home, finds_everything
finds_everything(Home(Path(sys.argv[1])).open())
print("found everything")
"""


def test_two_processes_opening_at_once_both_find_everything(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(
            [sys.executable, "-c", OPENING, str(tmp_path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
            cwd=ROOT,
        )
        for _ in range(2)
    ]
    for child in both:
        out, err = child.communicate(timeout=60)
        assert out.strip() == "found everything", err
    assert len(Home(tmp_path).places) == 1

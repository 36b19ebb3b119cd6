"""What every conversation store keeps to: nothing lost, nobody else's words, gone when deleted."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.coaching.turn import new_id
from app.domain.conversation import CoachingSession, Message
from app.domain.errors import SessionNotFound, StoreError
from app.domain.meeting import Meeting, People, Person
from app.domain.notebook import Entry
from app.domain.turn import Citation, Plan, Provenance, Task
from app.storage.store import SqlStore

POSTGRES = os.environ.get("COACH_TEST_POSTGRES_URL", "")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'coach.db'}"
    if not POSTGRES:
        pytest.skip("COACH_TEST_POSTGRES_URL is not set: the store is tried on SQLite only")
    return POSTGRES


@pytest.fixture
def store(url: str) -> SqlStore:
    return SqlStore(url)


@pytest.fixture
def owner() -> str:
    """An owner of this test's own, for a database that other tests have been in."""
    return f"ada-{new_id()}"


@pytest.fixture
def session(store: SqlStore, owner: str) -> CoachingSession:
    return begin(store, owner)


def begin(store: SqlStore, owner: str, changed: datetime = NOON) -> CoachingSession:
    meeting = Meeting(people=People(boss=Person(first="Zoë", last="Çelik")), goal="be noticed", seed=4)
    made = CoachingSession(
        id=new_id(), owner=owner, kind="rehearsal", title="With Zoë", meeting=meeting, created=NOON, changed=changed
    )
    store.create(made)
    return made


def say(store: SqlStore, session: CoachingSession, text: str, parent: str = "", minutes: int = 0) -> Message:
    message = Message(
        id=new_id(),
        session=session.id,
        parent=parent,
        role="user",
        text=text,
        created=NOON + timedelta(minutes=minutes),
    )
    store.append(session.owner, message)
    return message


def test_a_session_comes_back_as_it_was_stored(store: SqlStore, session: CoachingSession) -> None:
    assert store.get(session.owner, session.id) == session


def test_a_message_comes_back_with_its_plan_and_where_it_came_from(store: SqlStore, session: CoachingSession) -> None:
    plan = Plan(task=Task.ASK, planned="Ask.", citations=(Citation(number=1, card="how-to-ask", source="S1"),))
    message = Message(
        id=new_id(),
        session=session.id,
        role="coach",
        text="Ask.",
        created=NOON,
        plan=plan,
        provenance=Provenance(engine="playbook", cards=("how-to-ask",), overhead_ms=1.25),
    )
    store.append(session.owner, message)
    assert store.thread(session.owner, session.id) == [message]


def test_saving_changes_title_meeting_head_and_end(store: SqlStore, session: CoachingSession) -> None:
    first = say(store, session, "Hello")
    changed = session.model_copy(
        update={"title": "Renamed", "meeting": Meeting(goal="else"), "head": first.id, "ended": True}
    )
    store.save(changed)
    assert store.get(session.owner, session.id) == changed


def test_the_thread_is_in_the_order_it_was_said(store: SqlStore, session: CoachingSession) -> None:
    parent = ""
    for word in ("one", "two", "three"):
        parent = say(store, session, word, parent).id
    assert [m.text for m in store.thread(session.owner, session.id)] == ["one", "two", "three"]
    assert store.get(session.owner, session.id).head == parent


def test_replacing_a_message_does_not_add_one(store: SqlStore, session: CoachingSession) -> None:
    message = say(store, session, "draft")
    store.append(session.owner, message.model_copy(update={"text": "final"}))
    assert [m.text for m in store.branches(session.owner, session.id)] == ["final"]


def test_rewinding_keeps_both_branches_and_shows_the_new_one(store: SqlStore, session: CoachingSession) -> None:
    root = say(store, session, "root")
    say(store, session, "first try", root.id)
    store.save(store.get(session.owner, session.id).model_copy(update={"head": root.id}))
    assert [m.text for m in store.thread(session.owner, session.id)] == ["root"]
    say(store, session, "second try", root.id)
    assert [m.text for m in store.thread(session.owner, session.id)] == ["root", "second try"]
    assert [m.text for m in store.branches(session.owner, session.id)] == ["root", "first try", "second try"]


def test_recent_sessions_come_newest_change_first(store: SqlStore, owner: str) -> None:
    old, new = begin(store, owner), begin(store, owner, NOON + timedelta(minutes=1))
    assert [s.id for s in store.recent(owner)] == [new.id, old.id]
    say(store, old, "back to this one", minutes=5)
    assert [s.id for s in store.recent(owner)] == [old.id, new.id]
    assert [s.id for s in store.recent(owner, limit=1)] == [old.id]


def test_an_export_has_everything_of_its_owner_and_nothing_else(store: SqlStore, owner: str) -> None:
    mine, other = begin(store, owner), begin(store, "bob" + owner)
    kept = say(store, mine, "mine")
    say(store, other, "not mine")
    export = store.export(owner)
    assert [s.id for s in export.sessions] == [mine.id]
    assert export.messages == (kept,)
    assert "not mine" not in export.model_dump_json()


def test_deleting_removes_a_session_with_its_messages(store: SqlStore, session: CoachingSession) -> None:
    say(store, session, "gone")
    kept = begin(store, session.owner)
    store.delete(session.owner, session.id)
    with pytest.raises(SessionNotFound):
        store.thread(session.owner, session.id)
    assert [s.id for s in store.recent(session.owner)] == [kept.id]
    assert store.export(session.owner).messages == ()


def test_deleting_everything_leaves_others_alone(store: SqlStore, owner: str) -> None:
    for _ in range(2):
        say(store, begin(store, owner), "mine")
    other = begin(store, "bob" + owner)
    theirs = say(store, other, "theirs")
    assert store.delete_all(owner) == 2
    assert store.export(owner).sessions == ()
    assert store.thread(other.owner, other.id) == [theirs]


DEEDS: dict[str, Callable[[SqlStore, str, CoachingSession, Message], object]] = {
    "get": lambda store, owner, session, kept: store.get(owner, session.id),
    "thread": lambda store, owner, session, kept: store.thread(owner, session.id),
    "branches": lambda store, owner, session, kept: store.branches(owner, session.id),
    "delete": lambda store, owner, session, kept: store.delete(owner, session.id),
    "append": lambda store, owner, session, kept: store.append(owner, kept.model_copy(update={"text": "forged"})),
    "save": lambda store, owner, session, kept: store.save(session.model_copy(update={"owner": owner, "title": "x"})),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_another_owner_finds_nothing_and_changes_nothing(store: SqlStore, session: CoachingSession, deed: str) -> None:
    kept = say(store, session, "private")
    before = store.get(session.owner, session.id)
    stranger = "mallory" + session.owner
    with pytest.raises(SessionNotFound):
        DEEDS[deed](store, stranger, session, kept)
    assert store.recent(stranger) == []
    assert store.thread(session.owner, session.id) == [kept]
    assert store.get(session.owner, session.id) == before


def test_a_message_cannot_be_taken_over_from_another_session(store: SqlStore, session: CoachingSession) -> None:
    kept = say(store, session, "private")
    theirs = begin(store, "mallory" + session.owner)
    with pytest.raises(SessionNotFound):
        store.append(theirs.owner, kept.model_copy(update={"session": theirs.id, "text": "forged"}))
    assert store.thread(session.owner, session.id) == [kept]


@pytest.mark.parametrize("deed", ["get", "thread", "branches", "delete"])
def test_an_unknown_session_is_not_found(store: SqlStore, owner: str, deed: str) -> None:
    with pytest.raises(SessionNotFound, match="start a new one"):
        getattr(store, deed)(owner, new_id())


def test_two_people_talking_at_once_lose_nothing(store: SqlStore, session: CoachingSession) -> None:
    texts = [f"line {number}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda text: say(store, session, text), texts))
    assert sorted(m.text for m in store.branches(session.owner, session.id)) == sorted(texts)


def test_two_stores_on_one_database_see_each_others_words(url: str, owner: str) -> None:
    first, second = SqlStore(url), SqlStore(url)
    session = begin(first, owner)
    one = say(first, session, "one")
    say(second, session, "two", one.id)
    assert [m.text for m in first.thread(owner, session.id)] == ["one", "two"]


@pytest.mark.parametrize(
    "text",
    [
        "👩🏽‍💻 naïve — «да» 会議 \u202bשלום\u202c",
        "long " * 20_000,
        "tab\tand\nline",
        "'; DROP TABLE message; --",
        "{{ }}",
    ],
    ids=["scripts and emoji", "100 kB", "white space", "sql", "braces"],
)
def test_words_survive_as_they_are(store: SqlStore, session: CoachingSession, text: str) -> None:
    say(store, session, text)
    assert store.thread(session.owner, session.id)[0].text == text


def test_a_nul_survives_where_the_database_takes_one(url: str, store: SqlStore, session: CoachingSession) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("PostgreSQL refuses NUL in a text; lines are cleaned before they are stored")
    say(store, session, "before\0after")
    assert store.thread(session.owner, session.id)[0].text == "before\0after"


WRITING = """
import sys
from app.storage.store import SqlStore
from tests.contract.test_stores import begin, say
store = SqlStore(sys.argv[1])
session = begin(store, sys.argv[2])
print(session.id, flush=True)
parent, number = "", 0
while True:
    parent = say(store, session, f"line {number}", parent).id
    number += 1
    print(number, flush=True)
"""


@pytest.fixture
def writing(url: str, owner: str) -> Iterator["subprocess.Popen[str]"]:
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING, url, owner],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    yield child
    child.kill()
    child.wait(10)
    if child.stdout:
        child.stdout.close()


def test_what_was_stored_is_there_after_a_kill_in_the_middle_of_writing(
    url: str, owner: str, writing: "subprocess.Popen[str]"
) -> None:
    assert writing.stdout is not None
    session = writing.stdout.readline().strip()
    while int(writing.stdout.readline()) < 20:
        pass
    writing.send_signal(signal.SIGKILL)
    said = 20 + len(writing.stdout.readlines())
    store = SqlStore(url)
    thread = store.thread(owner, session)
    assert len(thread) in {said, said + 1}  # the last line may be stored and not yet told of
    assert [m.text for m in thread] == [f"line {number}" for number in range(len(thread))]
    say(store, store.get(owner, session), "and on it goes", thread[-1].id)
    assert store.thread(owner, session)[-1].text == "and on it goes"


def note(owner: str, text: str, minutes: int = 0, entry: str = "") -> Entry:
    moment = NOON + timedelta(minutes=minutes)
    value = {"text": text, "due": None, "tags": ["é", 1]}
    return Entry(id=entry or new_id(), owner=owner, kind="commitment", value=value, created=moment, changed=moment)


def test_a_notebook_gives_back_what_was_kept_oldest_first(store: SqlStore, owner: str) -> None:
    second, first = note(owner, "send the numbers", 5), note(owner, "tell Zoë")
    store.keep(second)
    store.keep(first)
    assert store.entries(owner, "commitment") == [first, second]
    assert store.entries(owner, "leader") == []


def test_keeping_an_entry_again_replaces_it(store: SqlStore, owner: str) -> None:
    first = note(owner, "send the numbers")
    store.keep(first)
    changed = first.model_copy(update={"value": {"text": "sent"}, "changed": NOON + timedelta(days=1)})
    store.keep(changed)
    assert store.entries(owner, "commitment") == [changed]


def test_a_notebook_is_its_owners_alone(store: SqlStore, owner: str) -> None:
    mine, other = note(owner, "mine"), f"eve-{new_id()}"
    store.keep(mine)
    with pytest.raises(StoreError):
        store.keep(note(other, "taken over", entry=mine.id))
    store.discard(other, mine.id)
    store.delete_all(other)
    assert store.entries(other, "commitment") == []
    assert store.entries(owner, "commitment") == [mine]


def test_a_discarded_entry_leaves_no_words_behind(tmp_path: Path) -> None:
    file = tmp_path / "coach.db"
    store = SqlStore(f"sqlite:///{file}")
    kept = note("ada", "the zanzibar ledger")
    store.keep(kept)
    store.discard("ada", kept.id)
    store.discard("ada", kept.id)
    assert store.entries("ada", "commitment") == []
    assert not any(b"zanzibar" in found.read_bytes() for found in tmp_path.iterdir() if found.is_file())


def test_everything_of_an_owner_includes_the_notebook(store: SqlStore, owner: str) -> None:
    kept = note(owner, "send the numbers")
    store.keep(kept)
    assert store.export(owner).entries == (kept,)
    store.delete_all(owner)
    assert store.export(owner).entries == ()

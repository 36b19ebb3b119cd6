"""Opening the store: what goes wrong is said in one sentence with the cure, and nothing is deleted."""

import sqlite3
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.domain.conversation import CoachingSession, Message
from app.domain.errors import CoachError, StoreError
from app.storage import database
from app.storage.store import SqlStore
from app.storage.tables import Base

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECRET = "my manager does not know I am leaving"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "coach.db"


def address(file: Path) -> str:
    return f"sqlite:///{file}"


def told(file: Path, owner: str = "ada", session: str = "s1") -> SqlStore:
    store = SqlStore(address(file))
    store.create(CoachingSession(id=session, owner=owner, kind="chat", title=SECRET, created=NOW, changed=NOW))
    store.append(owner, Message(id=f"m-{session}", session=session, role="user", text=SECRET, created=NOW))
    return store


def on_disk(file: Path) -> bytes:
    return b"".join(each.read_bytes() for each in file.parent.iterdir())


def test_the_folder_is_made_and_times_come_back_in_utc(file: Path) -> None:
    told(file)
    (message,) = SqlStore(address(file)).thread("ada", "s1")
    assert message.created == NOW
    assert message.created.tzinfo is not None


def test_the_migrations_make_exactly_the_tables_the_store_uses(file: Path) -> None:
    engine = database.open_database(address(file))
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_damaged_file_is_left_as_it_is_and_said(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is no database at all, but somebody's words\n" * 50)
    before = file.read_bytes()
    with pytest.raises(StoreError, match="damaged") as raised:
        SqlStore(address(file))
    assert str(file) in str(raised.value)
    assert file.read_bytes() == before


def test_a_store_cut_short_is_said_to_be_damaged(file: Path) -> None:
    store = told(file)
    for number in range(40):
        store.append("ada", Message(id=f"more-{number}", session="s1", role="user", text=SECRET * 40, created=NOW))
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError, match="damaged"):
        SqlStore(address(file)).thread("ada", "s1")


def test_a_store_of_a_newer_version_is_not_touched(file: Path) -> None:
    told(file)
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    with pytest.raises(StoreError, match="newer version"):
        SqlStore(address(file))


def test_a_store_another_program_holds_is_said_to_be_in_use(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = told(file)
    monkeypatch.setattr(database, "BUSY_MS", 50)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        SqlStore(address(file)).append("ada", Message(id="m2", session="s1", role="user", text="later", created=NOW))
    assert [m.text for m in store.thread("ada", "s1")] == [SECRET]
    other.execute("ROLLBACK")
    other.close()
    SqlStore(address(file)).append("ada", Message(id="m2", session="s1", role="user", text="later", created=NOW))


def test_a_crowd_of_our_own_threads_is_never_turned_away(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 0)
    store = told(file)

    def talk(visitor: int) -> int:
        mine = f"visitor-{visitor}"
        store.create(CoachingSession(id=mine, owner=mine, kind="chat", created=NOW, changed=NOW))
        for line in range(10):
            said = Message(
                id=f"{mine}/{line}", session=mine, parent=f"{mine}/{line - 1}", role="user", text="and", created=NOW
            )
            store.append(mine, said)
        return len(store.branches(mine, mine))

    with ThreadPoolExecutor(24) as crowd:
        assert list(crowd.map(talk, range(24))) == [10] * 24


def test_a_folder_in_the_files_place_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be (written|used)"):
        SqlStore(address(tmp_path))


@pytest.mark.parametrize(
    "wrong", ["not an address", "nosuchdb://here", "postgresql://u:a-secret@127.0.0.1:port/db", "sqlite:////proc/no/db"]
)
def test_a_wrong_address_is_an_error_that_can_be_shown(wrong: str) -> None:
    with pytest.raises(CoachError) as raised:
        SqlStore(wrong)
    assert "a-secret" not in str(raised.value)
    assert "COACH_" in str(raised.value)


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for memory in ("sqlite://", "sqlite:///:memory:"):
        SqlStore(memory)
    assert list(tmp_path.iterdir()) == []


def test_many_opening_a_new_store_at_once_all_get_it(file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: SqlStore(address(file)), range(4)))
    told(file)
    assert all(store.recent("ada") for store in stores)


def test_a_deleted_session_leaves_no_words_on_the_disk(file: Path) -> None:
    store = told(file)
    assert SECRET.encode() in on_disk(file)
    store.delete("ada", "s1")
    assert SECRET.encode() not in on_disk(file)


def test_deleting_everything_leaves_no_words_on_the_disk(file: Path) -> None:
    store = told(file)
    store.delete_all("ada")
    assert SECRET.encode() not in on_disk(file)


def test_a_foreign_key_keeps_messages_with_their_session(file: Path) -> None:
    told(file)
    engine = database.open_database(address(file))
    with pytest.raises(sa.exc.IntegrityError), engine.begin() as connection:
        connection.execute(sa.text("UPDATE message SET session = 'nobody'"))


def test_what_cannot_be_written_is_in_no_error_that_a_log_might_get(file: Path) -> None:
    store = told(file)
    with sqlite3.connect(file) as raw:
        raw.execute("DROP TABLE message")
    with pytest.raises(StoreError) as failed:
        store.append("ada", Message(id="m2", session="s1", role="user", text=SECRET, created=NOW))
    assert SECRET not in "".join(traceback.format_exception(failed.value))

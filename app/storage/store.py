"""The session store and the notebook on SQLAlchemy: short transactions, every query bound to an owner."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.orm import Session, sessionmaker

from app.domain.conversation import CoachingSession, Export, Message
from app.domain.errors import SessionNotFound, StoreError
from app.domain.notebook import Entry, EntryKind
from app.storage.database import explain, open_database
from app.storage.tables import EntryRow, MessageRow, SessionRow

if TYPE_CHECKING:
    from sqlalchemy import Engine

NOT_HERE = "This conversation is not here. It may have been deleted; start a new one."


class SqlStore:
    """Keeps sessions and a notebook in any database SQLAlchemy speaks. Safe to share between threads."""

    def __init__(self, url: str) -> None:
        """Open the database and bring it up to date.

        Raises:
            StoreError: it cannot be used.
        """
        self._engine: Engine = open_database(url)
        self._sessions = sessionmaker(self._engine, expire_on_commit=False)
        # SQLite lets one write at a time and turns a waiting one away after a while; our own threads queue instead.
        self._turn: AbstractContextManager[object] = Lock() if self._engine.dialect.name == "sqlite" else nullcontext()

    def create(self, session: CoachingSession) -> None:
        """Store a new session."""
        with self._writing() as db:
            db.add(_row(session))

    def get(self, owner: str, session: str) -> CoachingSession:
        """Return the owner's session, or raise SessionNotFound."""
        with self._reading() as db:
            return _session(_owned(db, owner, session))

    def save(self, session: CoachingSession) -> None:
        """Store the session's new title, meeting, head or end."""
        with self._writing() as db:
            row = _owned(db, session.owner, session.id)
            for name, value in _columns(session).items():
                setattr(row, name, value)

    def recent(self, owner: str, limit: int = 50) -> list[CoachingSession]:
        """Return the owner's sessions, newest change first."""
        query = sa.select(SessionRow).where(SessionRow.owner == owner).order_by(SessionRow.changed.desc()).limit(limit)
        with self._reading() as db:
            return [_session(row) for row in db.scalars(query)]

    def append(self, owner: str, message: Message) -> None:
        """Add or replace a message and make it the session's head."""
        with self._writing() as db:
            session = _owned(db, owner, message.session)
            row = db.get(MessageRow, message.id)
            if row is None:
                last = sa.select(sa.func.max(MessageRow.place)).where(MessageRow.session == message.session)
                row = MessageRow(id=message.id, place=(db.scalar(last) or 0) + 1)
                db.add(row)
            elif row.session != message.session:
                raise SessionNotFound(NOT_HERE)
            for name, value in _message_columns(message).items():
                setattr(row, name, value)
            session.head = message.id
            session.changed = message.created

    def thread(self, owner: str, session: str) -> list[Message]:
        """Return the messages from the first to the head of the branch in view."""
        with self._reading() as db:
            head = _owned(db, owner, session).head
            by_id = {row.id: row for row in db.scalars(_messages_of(session))}
        line: list[Message] = []
        while head in by_id:
            row = by_id.pop(head)
            line.append(_message(row))
            head = row.parent
        return line[::-1]

    def branches(self, owner: str, session: str) -> list[Message]:
        """Return every message of the session, oldest first."""
        with self._reading() as db:
            _owned(db, owner, session)
            return [_message(row) for row in db.scalars(_messages_of(session))]

    def delete(self, owner: str, session: str) -> None:
        """Remove the session and its messages for good."""
        with self._writing() as db:
            row = _owned(db, owner, session)
            db.execute(sa.delete(MessageRow).where(MessageRow.session == session))
            db.delete(row)
        self._forget()

    def export(self, owner: str) -> Export:
        """Return everything of this owner."""
        sessions = self.recent(owner, limit=1_000_000)
        messages = [message for session in sessions for message in self.branches(owner, session.id)]
        with self._reading() as db:
            entries = [_entry(row) for row in db.scalars(_entries_of(owner))]
        return Export(
            exported=datetime.now(UTC), sessions=tuple(sessions), messages=tuple(messages), entries=tuple(entries)
        )

    def delete_all(self, owner: str) -> int:
        """Remove everything of this owner for good; return how many sessions."""
        owned = sa.select(SessionRow.id).where(SessionRow.owner == owner)
        with self._writing() as db:
            count = len(list(db.scalars(owned)))
            db.execute(sa.delete(MessageRow).where(MessageRow.session.in_(owned)))
            db.execute(sa.delete(SessionRow).where(SessionRow.owner == owner))
            db.execute(sa.delete(EntryRow).where(EntryRow.owner == owner))
        self._forget()
        return count

    def keep(self, entry: Entry) -> None:
        """Add an entry to its owner's notebook, or replace the one with the same id."""
        with self._writing() as db:
            row = db.get(EntryRow, entry.id)
            if row is not None and row.owner != entry.owner:
                raise StoreError("This entry belongs to another notebook and was not changed.")
            db.merge(EntryRow(**entry.model_dump()))

    def entries(self, owner: str, kind: EntryKind) -> list[Entry]:
        """Return the owner's entries of a kind, oldest first."""
        with self._reading() as db:
            return [_entry(row) for row in db.scalars(_entries_of(owner).where(EntryRow.kind == kind))]

    def discard(self, owner: str, entry: str) -> None:
        """Remove an entry for good; one that is not there is no error."""
        with self._writing() as db:
            db.execute(sa.delete(EntryRow).where(EntryRow.owner == owner, EntryRow.id == entry))
        self._forget()

    def _forget(self) -> None:
        """Rewrite SQLite's file and empty its log: a deleted row's words would stay readable in both."""
        if self._engine.dialect.name != "sqlite":
            return
        with self._turn, self._failing_kindly(), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._turn, self._failing_kindly(), self._sessions.begin() as db:
            yield db

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        reader = self._engine.execution_options(readonly=True)
        with self._failing_kindly(), Session(reader, expire_on_commit=False) as db:
            yield db

    @contextmanager
    def _failing_kindly(self) -> Iterator[None]:
        try:
            yield
        except (sa.exc.SQLAlchemyError, sqlite3.Error) as error:
            where = self._engine.url.database or self._engine.url.render_as_string()
            raise StoreError(explain(error, where)) from error


def _owned(db: Session, owner: str, session: str) -> SessionRow:
    row = db.get(SessionRow, session)
    if row is None or row.owner != owner:
        raise SessionNotFound(NOT_HERE)
    return row


def _messages_of(session: str) -> "sa.Select[MessageRow]":
    return sa.select(MessageRow).where(MessageRow.session == session).order_by(MessageRow.place)


def _entries_of(owner: str) -> "sa.Select[EntryRow]":
    return sa.select(EntryRow).where(EntryRow.owner == owner).order_by(EntryRow.created, EntryRow.id)


def _entry(row: EntryRow) -> Entry:
    names = Entry.model_fields.keys() - {"created", "changed"}
    return Entry.model_validate(
        {name: getattr(row, name) for name in names} | {"created": _utc(row.created), "changed": _utc(row.changed)}
    )


def _columns(session: CoachingSession) -> dict[str, object]:
    columns: dict[str, object] = session.model_dump(exclude={"meeting"})
    return columns | {"title": session.title[:200], "meeting": session.meeting.model_dump(mode="json")}


def _row(session: CoachingSession) -> SessionRow:
    return SessionRow(**_columns(session))


def _session(row: SessionRow) -> CoachingSession:
    names = CoachingSession.model_fields.keys() - {"created", "changed"}
    return CoachingSession.model_validate(
        {name: getattr(row, name) for name in names} | {"created": _utc(row.created), "changed": _utc(row.changed)}
    )


def _message_columns(message: Message) -> dict[str, object]:
    columns: dict[str, object] = message.model_dump(exclude={"id", "plan", "provenance"})
    return columns | {
        "plan": message.plan.model_dump(mode="json") if message.plan else None,
        "provenance": message.provenance.model_dump(mode="json") if message.provenance else None,
    }


def _message(row: MessageRow) -> Message:
    names = Message.model_fields.keys() - {"created"}
    return Message.model_validate({name: getattr(row, name) for name in names} | {"created": _utc(row.created)})


def _utc(moment: datetime) -> datetime:
    """SQLite forgets the time zone; everything stored is UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

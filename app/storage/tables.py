"""The tables, as SQLAlchemy models. Values are kept as JSON: they are read and written whole."""

from datetime import datetime

from sqlalchemy import JSON, DateTime, ForeignKey, Index, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """All tables of the store."""


class SessionRow(Base):
    """One coaching session of one owner."""

    __tablename__ = "coaching_session"
    __table_args__ = (Index("ix_session_owner_changed", "owner", "changed"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    owner: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    title: Mapped[str] = mapped_column(String(200))
    meeting: Mapped[dict[str, object]] = mapped_column(JSON)
    head: Mapped[str] = mapped_column(String(64))
    ended: Mapped[bool]
    asides: Mapped[str] = mapped_column(String(8))
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    changed: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class EntryRow(Base):
    """One thing in an owner's notebook."""

    __tablename__ = "entry"
    __table_args__ = (Index("ix_entry_owner_kind", "owner", "kind", "created"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    owner: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    value: Mapped[dict[str, object]] = mapped_column(JSON)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    changed: Mapped[datetime] = mapped_column(DateTime(timezone=True))


class MessageRow(Base):
    """One message; `place` orders the messages of a session."""

    __tablename__ = "message"
    __table_args__ = (Index("ix_message_session_place", "session", "place"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    session: Mapped[str] = mapped_column(ForeignKey("coaching_session.id", ondelete="CASCADE"))
    place: Mapped[int]
    parent: Mapped[str] = mapped_column(String(64))
    role: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    partial: Mapped[bool]
    plan: Mapped[dict[str, object] | None] = mapped_column(JSON)
    provenance: Mapped[dict[str, object] | None] = mapped_column(JSON)

"""Putting values into a notebook: ids that stay the same, and a place that stays when a value is replaced."""

import hashlib
from datetime import UTC, datetime

from pydantic import JsonValue

from app.domain.notebook import Entry, EntryKind
from app.domain.ports import Notebook


def entry_id(holder: str, *parts: str) -> str:
    """Return an id of 32 hex digits; the same parts of the same holder give the same one, so nothing comes twice."""
    return hashlib.sha256("\x1f".join((holder, *parts)).encode()).hexdigest()[:32]


def keep_value(notebook: Notebook, holder: str, kind: EntryKind, entry: str, value: dict[str, JsonValue]) -> None:
    """Keep a value as an entry of the holder's; one with this id is replaced and keeps its place.

    Raises:
        StoreError: it cannot be written.
    """
    now = datetime.now(UTC)
    created = next((each.created for each in notebook.entries(holder, kind) if each.id == entry), now)
    notebook.keep(Entry(id=entry, owner=holder, kind=kind, value=value, created=created, changed=now))

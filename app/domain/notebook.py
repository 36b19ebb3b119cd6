"""What a person keeps beside their conversations: commitments, a leader they described, documents, things begun."""

from datetime import datetime
from typing import Literal

from pydantic import JsonValue

from app.domain.base import Value

EntryKind = Literal["commitment", "leader", "document", "meeting", "answer", "draft"]


class Entry(Value):
    """One thing in an owner's notebook. `value` is the kind's own value as JSON. Times are UTC."""

    id: str
    owner: str
    kind: EntryKind
    value: dict[str, JsonValue]
    created: datetime
    changed: datetime

"""The questions to take into a meeting, in order, inside its time."""

from app.domain.base import Value


class AgendaItem(Value):
    """One question with its minutes, why it is there, and what to ask next."""

    question_id: str
    text: str
    minutes: int
    why: str
    follow_up: str = ""
    only_this_leader: bool = False
    bold: int = 1
    pinned: bool = False
    warnings: tuple[str, ...] = ()


class Agenda(Value):
    """A time-boxed list: opening line, items, a fallback, and a closing line. Minutes add up to at most `minutes`."""

    minutes: int
    opening: str
    items: tuple[AgendaItem, ...]
    fallback: AgendaItem | None = None
    closing: str
    warnings: tuple[str, ...] = ()
    opening_minutes: int = 2
    closing_minutes: int = 2

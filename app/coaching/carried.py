"""What a line carries over from the lines before it: the cards that answered them, and the people counted in them."""

from collections.abc import Sequence

from app.coaching.programme.reading import read
from app.domain.conversation import Message
from app.domain.turn import Task


def answered_by(thread: Sequence[Message]) -> tuple[str, ...]:
    """Return the cards that led the answers of a thread, newest first; none where the newest reply is no answer."""
    plans = [m.plan for m in reversed(thread) if m.plan is not None]
    led = [p.cards[0] if p.task is Task.ASK and p.cards and not p.abstained else "" for p in plans]
    return tuple(filter(None, led)) if led and led[0] else ()


def with_people(line: str, said: Sequence[str]) -> str:
    """Return a capacity question with the number of people said before, where it names none itself."""
    if read(line).people:
        return line
    people = next((found for each in reversed(said) if (found := read(each).people)), ())
    return f"{people[0]} people. {line}" if people else line

"""Closing a reply that nobody listens to any more."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager

from app.domain.conversation import TurnEvent


@contextmanager
def closed_after(events: Iterator[TurnEvent]) -> Iterator[Iterator[TurnEvent]]:
    """Hand out the events and close them afterwards, also when the page is stopped or left in mid-reply.

    The core then stores what was said so far. `contextlib.closing` does the same, but asks for a type with `close`;
    a plain iterator has nothing to close.
    """
    try:
        yield events
    finally:
        if isinstance(events, Generator):
            events.close()

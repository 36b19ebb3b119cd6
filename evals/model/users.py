"""Simulated users played by a model: somebody of one temper, who hears the leader and answers."""

from collections.abc import Callable, Sequence

from app.domain.conversation import Message
from app.domain.errors import EngineError
from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task

TEMPERS = {
    "steady": "You prepared well: you name one thing, a figure you can defend, and one step you will take.",
    "mixed": "You are nervous: sometimes concrete, sometimes vague, and you apologise too much.",
    "difficult": "You are annoyed with your manager, press for a promise, and change the subject when it gets hard.",
    "curious": "You ask more than you tell, and follow up on what the leader just said.",
}
"""What a user is like; one after the other by the number of the meeting."""
FRAME = (
    "You are an employee in a skip-level meeting with your boss's boss. {temper} Say only your next line: one to three sentences, "
    "plain spoken English, no stage directions. After about ten lines say thank you and goodbye."
)
HEARD = 8
"""So many of the newest lines the user still has in their ear."""
OPENS = "Thank you for making time."

User = Callable[[int, Sequence[Message]], str]
"""The next line in a meeting, from its number and what was said so far."""


def played_by(engine: Engine) -> User:
    """Return a user whose lines the engine makes; where it says nothing they thank for the time.

    Args:
        engine: plays the employee; the leader stays the coach's.
    """

    def say(number: int, thread: Sequence[Message]) -> str:
        temper = list(TEMPERS.values())[number % len(TEMPERS)]
        # To the one who plays the employee, the leader's words come from the other side.
        heard = [
            ChatLine(role="assistant" if each.role == "user" else "user", content=each.text) for each in thread[-HEARD:]
        ]
        lines = (
            ChatLine(role="system", content=FRAME.format(temper=temper)),
            *(heard or [ChatLine(role="user", content="Come in.")]),
        )
        request = EngineRequest(
            plan=Plan(task=Task.REHEARSE, intent="an employee's line", planned=""), lines=lines, max_tokens=90
        )
        try:
            said = "".join(piece for piece in engine.stream(request) if isinstance(piece, str))
        except EngineError:
            return OPENS
        return " ".join(said.split()) or OPENS

    return say

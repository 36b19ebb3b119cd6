"""From a plan to a request: the stable part of the prompt first, then trimmed history, then this turn."""

from collections.abc import Mapping, Sequence

from app.domain.conversation import CoachingSession, Message
from app.domain.prompt import Prompt
from app.domain.turn import ChatLine, EngineRequest, Plan

TURN = "<!-- turn -->"
"""Divides a prompt file: above it what stays the same all session long, below it this turn."""
HISTORY_TOKENS = 500
CHARACTERS_A_TOKEN = 4
LONGEST_LINE = 1_500
"""Characters of one line of history, or of the user's present line, that reach a prompt."""


class Composer:
    """Renders prompts; holds no state."""

    def __init__(self, prompts: Mapping[str, Prompt]) -> None:
        """Prompts by id."""
        self.prompts = prompts

    def request(
        self, plan: Plan, session: CoachingSession, thread: Sequence[Message], attempt: int = 0
    ) -> EngineRequest:
        """Return the request for a plan; `thread` ends with the user's line. `attempt` varies the seed for a retry."""
        names = session.meeting.names()
        prompt = self.prompts.get(plan.prompt)
        if prompt is None:
            return EngineRequest(plan=plan, names=names)
        slots = {name: value[: LONGEST_LINE * 4] for name, value in plan.slots.items()} | {"draft": plan.planned}
        stable, _, turn = prompt.render(slots).partition(TURN)
        lines = [
            ChatLine(role="system", content=stable.strip()),
            *history(thread[:-1]),
            ChatLine(role="user", content=turn.strip()),
        ]
        return EngineRequest(
            plan=plan,
            lines=tuple(lines),
            names=names,
            max_tokens=prompt.max_tokens,
            temperature=prompt.temperature,
            seed=session.meeting.seed + attempt,
        )


def history(thread: Sequence[Message]) -> list[ChatLine]:
    """Return the newest lines that fit the budget, oldest first; the coach's asides are never among them."""
    kept: list[ChatLine] = []
    left = HISTORY_TOKENS * CHARACTERS_A_TOKEN
    for message in reversed(thread):
        text = message.text[:LONGEST_LINE]
        left -= len(text)
        if left < 0:
            break
        kept.append(ChatLine(role="user" if message.role == "user" else "assistant", content=text))
    kept.reverse()
    while kept and kept[0].role == "assistant":
        kept.pop(0)
    return kept

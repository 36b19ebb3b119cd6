"""From a plan to a request: the stable part of the prompt first, then trimmed history, then this turn."""

import re
from collections.abc import Iterator, Mapping, Sequence

from app.coaching.rehearsal.memory import is_claim
from app.domain.conversation import CoachingSession, Message
from app.domain.meeting import Meeting
from app.domain.prompt import Prompt
from app.domain.rehearsal import RehearsalState
from app.domain.turn import ChatLine, EngineRequest, Plan, Task

TURN = "<!-- turn -->"
"""Divides a prompt file: above it what stays the same all session long, below it this turn."""
HISTORY_TOKENS = 250
CHARACTERS_A_TOKEN = 4
EXAMPLE = re.compile(r"<!-- (user|assistant) -->")
"""Begins a line of an example in the part that stays the same; small models follow examples better than rules."""
LONGEST_LINE = 1_500
"""Characters of one line of history that reach a prompt."""
LONGEST_SLOT = 6_000
BLOCK = 4
"""Messages dropped at a time: between two drops the beginning of a request stays the same, so that caches hit."""
CHOSEN = {"audience", "asked_by", "format", "persona", "scenario", "trials", "difficulty", "seed", "minutes"}
"""Parts of a meeting that are picked from a list."""
OWN_SLOTS = ("line", "question", "meeting")
"""Slots that hold the person's own words."""


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
        slots = {name: value[:LONGEST_SLOT] for name, value in plan.slots.items()} | {"draft": plan.planned}
        stable, _, turn = prompt.render(slots).partition(TURN)
        kept = history(thread[:-1], prompt.history_tokens)
        told = prompt.history_tokens and plan.leader is not None and len(kept) < len(thread) - 1
        before = summary(plan.leader.state) if told and plan.leader else ""
        own = [message.text[:LONGEST_LINE] for message in thread if message.role == "user"]
        own += [slots[name] for name in OWN_SLOTS if name in slots]
        return EngineRequest(
            plan=plan,
            lines=(
                *(spoken(stable) if EXAMPLE.search(prompt.body) else [ChatLine(role="system", content=stable.strip())]),
                *kept,
                ChatLine(role="user", content=f"{before}\n\n{turn.strip()}".strip()),
            ),
            names=names,
            private=tuple(dict.fromkeys((*own, *own_words(session.meeting)))),
            fields=plan.fields,
            max_tokens=prompt.max_tokens,
            temperature=prompt.temperature,
            seed=session.meeting.seed + attempt,
        )

    def openings(self) -> tuple[EngineRequest, ...]:
        """Return the beginnings that are the same in every meeting, for an engine that can read them ahead."""
        begun = []
        for prompt in self.prompts.values():
            stable, found, _ = prompt.body.partition(TURN)
            if found and not Prompt.slots_in(stable):
                plan = Plan(task=Task.REHEARSE, planned="")
                begun.append(EngineRequest(plan=plan, lines=tuple(spoken(stable)), max_tokens=1, temperature=0.0))
        return tuple(begun)


def alone(prompt: Prompt, plan: Plan, names: Sequence[str], text: str) -> EngineRequest:
    """Return the request for a plan outside any conversation, about one text of the person's own."""
    stable, _, turn = prompt.render(plan.slots).partition(TURN)
    return EngineRequest(
        plan=plan,
        lines=(ChatLine(role="system", content=stable.strip()), ChatLine(role="user", content=turn.strip())),
        names=tuple(names),
        private=(text,),
        fields=plan.fields,
        max_tokens=prompt.max_tokens,
        temperature=prompt.temperature,
    )


def spoken(stable: str) -> list[ChatLine]:
    """Return the part of a prompt that stays the same: its instructions, then the lines of its examples."""
    instructions, *rest = EXAMPLE.split(stable)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    examples = (ChatLine.model_validate({"role": role, "content": text.strip()}) for role, text in pairs)
    return [ChatLine(role="system", content=instructions.strip()), *examples]


def history(thread: Sequence[Message], tokens: int = HISTORY_TOKENS) -> list[ChatLine]:
    """Return the newest lines that fit the budget, oldest first; the coach's asides are never among them."""
    first = len(thread)
    left = tokens * CHARACTERS_A_TOKEN
    while first and (left := left - len(thread[first - 1].text[:LONGEST_LINE])) >= 0:
        first -= 1
    even = -(-first // BLOCK) * BLOCK
    kept = [
        ChatLine(role="user" if message.role == "user" else "assistant", content=message.text[:LONGEST_LINE])
        for message in thread[even if even < len(thread) else first :]
    ]
    while kept and kept[0].role == "assistant":
        kept.pop(0)
    return kept


def summary(state: RehearsalState) -> str:
    """Return what the director remembers of the lines that no longer fit; empty when that is nothing."""
    # What they said in full is kept for figures and for being asked back; that is the plan's, and costs tokens here.
    parts = [f'they brought up "{thread}"' for thread in state.threads if not is_claim(thread)]
    for promise in state.promises:
        who = "they" if promise.owner == "you" else promise.owner
        parts.append(f'{who} said "{promise.what}"')
    return f"Earlier in this meeting: {'; '.join(parts)}." if parts else ""


def own_words(meeting: Meeting) -> tuple[str, ...]:
    """Return every text the person gave with their meeting, for finding the names in it."""
    return tuple(dict.fromkeys(_texts(meeting.model_dump(exclude=CHOSEN))))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)

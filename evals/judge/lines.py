"""Pairs of leader's lines for the same moment: ours, and the bare model's, with no plan and no critic."""

from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task
from evals.judge.judging import Pair
from evals.kit import Kit
from evals.rehearsal.meetings import meeting_for, play
from evals.rehearsal.users import script

MEETINGS, TURN = 12, 4
BARE = "You are the user's boss's boss in a skip-level one-on-one meeting. Play the role. Answer in at most three sentences."
"""What a tutorial would write."""


def bare(engine: Engine, lines: list[ChatLine]) -> str:
    """Return what the model says on its own."""
    plan = Plan(task=Task.REHEARSE, intent="bare", planned="")
    request = EngineRequest(plan=plan, lines=(ChatLine(role="system", content=BARE), *lines), max_tokens=120)
    return "".join(piece for piece in engine.stream(request) if isinstance(piece, str)).strip()


def against_bare_model(kit: Kit) -> list[Pair]:
    """Return one pair a meeting, at its fourth turn; every leader once.

    Raises:
        EngineError: the model said nothing.
    """
    if kit.engine is None:
        return []
    leaders = [persona for persona in kit.library.personas if persona.side == "leader"][:MEETINGS]
    pairs = []
    for seed, persona in enumerate(leaders):
        told = play(kit.rehearsal.quick, meeting_for(kit.library, persona.id, 3, seed), script(seed)[:TURN])
        heard = [
            ChatLine(role="user" if message.role == "user" else "assistant", content=message.text)
            for message in told.messages
        ]
        if len(heard) < 3 or heard[-1].role != "assistant":
            continue
        situation = f"A meeting with {persona.public.one_line} The employee has just said: {heard[-2].content}"
        pairs.append(
            Pair(
                quality="believable",
                situation=situation,
                better=heard[-1].content,
                worse=bare(kit.engine, heard[:-1]),
            )
        )
    return pairs

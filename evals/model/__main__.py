"""`python -m evals.model --engine gguf:<name>`: scripted meetings and questions through the whole coach, with any engine."""

import argparse
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from app.bootstrap import build_coach, build_engine, build_english
from app.coaching.coach import Coach
from app.coaching.rehearsal.critic import review_whole
from app.coaching.rehearsal.scene import Scene
from app.domain.conversation import Message, TurnCompleted
from app.domain.errors import CoachError
from app.domain.turn import Provenance, ReplyReplaced, TextReleased
from app.settings import Settings
from app.storage.store import SqlStore
from evals.model import briefs
from evals.model.users import User, played_by
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.users import script
from evals.retrieval.dataset import needs

OWNER = "measure"
LINES = 10
"""Lines a person says in one meeting."""
TOKENS = ("tokens_in", "tokens_out")
FIRST_SENTENCE = 6.0
"""The bar: seconds to the first sentence, median. The other is that every line keeps the rules."""


@dataclass(frozen=True)
class Turn:
    """One turn: seconds to the first words shown, the line, the planned and the shown words, and the rule they break."""

    first: float
    line: str
    planned: str
    shown: str
    made: Provenance
    broken: str = ""

    @property
    def asked(self) -> bool:
        """Whether the engine was asked at all: in a serious matter it is not."""
        return self.made.engine != "playbook"


def take(coach: Coach, session: str, line: str) -> tuple[float, Message]:
    """Take one turn; return the seconds to the first words shown, and the reply."""
    began, first, reply = perf_counter(), 0.0, None
    for event in coach.reply(OWNER, session, line):
        if isinstance(event, TextReleased | ReplyReplaced):
            first = first or perf_counter() - began
        elif isinstance(event, TurnCompleted):
            reply = event.message
    if reply is None or reply.plan is None or reply.provenance is None:
        raise RuntimeError("a turn ended without a whole reply")
    return first, reply


def turn_of(first: float, line: str, reply: Message, broken: str = "") -> Turn:
    """Return what is measured of a turn."""
    return Turn(
        first,
        line,
        reply.plan.planned if reply.plan else "",
        reply.text,
        reply.provenance or Provenance(engine=""),
        broken,
    )


def meetings(coach: Coach, turns: int, user: User | None = None) -> list[Turn]:
    """Hold meetings of ten lines with one leader after the other until so many turns are taken.

    Args:
        coach: plays the leaders.
        turns: how many lines are said in all, at least 1.
        user: says the lines; scripted ones of several tempers without.
    """
    leaders = [persona.id for persona in coach.library.personas if persona.side == "leader"]
    taken: list[Turn] = []
    for number in range(turns):
        meeting = meeting_for(coach.library, leaders[number * 5 % len(leaders)], 1 + number % 4, number)
        scene = Scene.of(meeting, coach.library)
        session = coach.rehearse(OWNER, meeting).id
        for scripted in script(number, LINES):
            line = user(number, coach.thread(OWNER, session)) if user else scripted
            said = [m.text for m in coach.thread(OWNER, session) if m.role == "leader"]
            first, reply = take(coach, session, line)
            leader = reply.plan.leader if reply.plan and reply.role == "leader" else None
            broken = review_whole(reply.text, leader, scene, said) if leader else ""
            taken.append(turn_of(first, line, reply, broken))
            if len(taken) == turns:
                return taken
            if coach.session(OWNER, session).ended:
                break
    return taken


def questions(coach: Coach, number: int) -> list[Turn]:
    """Ask so many of the questions people ask, each in a chat of its own."""
    asked = [need.text for need in needs()]
    asked = asked[:: max(1, len(asked) // max(1, number))][:number]
    taken = [(line, *take(coach, coach.start(OWNER).id, line)) for line in asked]
    return [turn_of(first, line, reply) for line, first, reply in taken]


def told(name: str, turns: list[Turn], show: bool) -> None:
    """Print what one kind of turn took, and whose words were shown."""
    asked = [turn for turn in turns if turn.asked]
    if not asked:
        print(f"{name}: {len(turns)} turns; the engine was not asked in any")
        return
    replaced = Counter(turn.made.replaced for turn in asked if turn.made.replaced)
    same = sum(not turn.made.replaced and turn.shown.strip() == turn.planned.strip() for turn in asked)
    count = len(asked)
    tokens_in, tokens_out = (sum(getattr(turn.made, name) for turn in asked) / count for name in TOKENS)
    print(f"{name}: {len(turns)} turns, the engine asked in {count}")
    print(f"  first words: p50 {at(0.5, asked):.1f} s, p95 {at(0.95, asked):.1f} s")
    print(
        f"  planned words instead of the engine's: {replaced.total() / count:.0%}; said word for word as planned: {same}"
    )
    for reason, times in replaced.most_common(8):
        print(f"    {times} x {reason}")
    print(f"  tokens a turn: {tokens_in:.0f} in, {tokens_out:.0f} out")
    for turn in asked if show else ():
        how = f"REPLACED, {turn.made.replaced}" if turn.made.replaced else f"said: {turn.shown}"
        print(f"\n  {turn.first:.1f} s  {turn.line[:110]}\n    plan: {turn.planned}\n    {how}")


def at(share: float, turns: list[Turn]) -> float:
    """Return the seconds to the first words that this share of the turns did not exceed."""
    return sorted(turn.first for turn in turns)[min(len(turns) - 1, int(share * len(turns)))]


def main() -> int:
    """Print every figure; return 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.model", description=__doc__)
    parser.add_argument("--engine", default="", help="as COACH_ENGINE (default: the engine in use)")
    parser.add_argument("--turns", type=int, default=60, help="turns of meetings (default 60)")
    parser.add_argument("--questions", type=int, default=0, help="questions asked besides (default none)")
    parser.add_argument("--briefs", type=int, default=0, help="briefs for letters read besides (default none)")
    parser.add_argument("--user", choices=("script", "model"), default="script", help="who plays the employee")
    parser.add_argument("--show", action="store_true", help="print every line, its plan, and what was said")
    wanted = parser.parse_args()
    settings = Settings(engine=wanted.engine) if wanted.engine else Settings()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = SqlStore(f"sqlite:///{(Path(folder) / 'measure.db').as_posix()}")
        coach = build_coach(settings, engine=build_engine(settings, build_english()), store=store)
        began = perf_counter()
        try:
            coach.warm()
        except CoachError as error:
            print(f"cannot measure: {error}")
            return 2
        print(f"engine {coach.engine.spec}, loaded in {perf_counter() - began:.0f} s; load {_load()}")
        held = meetings(coach, wanted.turns, played_by(coach.engine) if wanted.user == "model" else None)
        told("meetings", held, wanted.show)
        if wanted.questions:
            told("questions", questions(coach, wanted.questions), wanted.show)
        if wanted.briefs:
            briefs.told(briefs.read_briefs(coach, coach.engine, wanted.briefs))
        print(f"load at the end {_load()}")
    broken = [turn for turn in held if turn.broken]
    for turn in broken:
        print(f"  broken: {turn.broken}: {turn.shown}")
    asked = [turn for turn in held if turn.asked]
    slow = bool(asked) and at(0.5, asked) > FIRST_SENTENCE
    print(f"within the rules: {len(held) - len(broken)} of {len(held)}")
    missed = ["rules"] * bool(broken) + ["first sentence"] * slow
    print(f"missed: {', '.join(missed)}" if missed else "every bar met")
    return 1 if missed else 0


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else "not told"


if __name__ == "__main__":
    sys.exit(main())

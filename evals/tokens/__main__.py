"""Tokens a turn takes, against the plain recipe, and the time before an engine is asked: `python -m evals.tokens`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from app.bootstrap import build_coach, build_english
from app.coaching.coach import Coach
from app.coaching.meetings import with_persona
from app.domain.conversation import Message, TurnCompleted
from app.domain.turn import EngineRequest, Task, Usage
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.settings import Settings
from app.storage.store import SqlStore
from evals.retrieval.plain_recipe import text_of

OWNER = "evals"
CHARACTERS_A_TOKEN = 4
"""A common rule of thumb for English; both sides are counted by it, so their ratio does not hang on it."""
CHUNKS = 4
CHUNK = 1_000
"""Characters of a chunk, as LangChain's plain recipe cuts cards (`evals/retrieval/plain_recipe.py`)."""
MOST = 0.5
"""Greatest share of the plain recipe's tokens."""
SLOWEST = 60.0
"""Milliseconds before an engine is asked, at the 95th percentile."""
MEETING = (
    "Thank you for making the time, I know your calendar is full this week.",
    "I lead the returns desk; we cut the backlog from 240 to 12 open cases since March with the same four people.",
    "What matters most to you for the second half of the year?",
    "We still type every refund twice, once in the shop system and once for finance, and it costs us a day a week.",
    "I'd propose to drop the second entry for refunds under fifty euros and check a sample instead.",
    "Priya, my manager, knows about it; we talked it through and she would pilot it with one store.",
    "How do you decide which of these ideas get money and which wait?",
    "The risk is that a wrong refund slips through; in the last year that happened three times, for 140 euros in all.",
    "I would also like to learn more about how the regions plan their peak weeks.",
    "What would you have liked to know about this company in your first two years?",
    "If the pilot works in one store I will write up the numbers on one page by the end of May.",
    "Thank you, this helped me. May I come back to you in June with what we found?",
)
CHAT = (
    "My boss's boss invited me to a meeting. What is it for?",
    "Do I have to tell my manager first?",
    "What should I ask in thirty minutes?",
    "And what if she asks me how my manager is doing?",
    "Can I bring up that I would like more responsibility?",
    "What do I send her afterwards?",
)


class Counting:
    """A hosted engine that says the planned words and keeps what it was asked."""

    spec = "counting"
    stays_here = False

    def __init__(self) -> None:
        """Nothing asked yet."""
        self.asked: list[EngineRequest] = []

    def preview(self, request: EngineRequest) -> str:
        """Return what would be sent."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the planned words."""
        self.asked.append(request)
        yield request.plan.planned


def plain_recipe(coach: Coach, request: EngineRequest, thread: Sequence[Message]) -> int:
    """Return the tokens of the usual way: the same system line, all of the conversation, and the four nearest chunks."""
    cards = coach.library.card_by_id
    found = [text_of(cards[hit.card])[:CHUNK] for hit in coach.search(thread[-1].text, limit=CHUNKS)]
    return tokens([request.lines[0].content, *(m.text for m in thread), *found])


def tokens(texts: Sequence[str]) -> int:
    """Return about how many tokens texts are."""
    return sum(len(text) for text in texts) // CHARACTERS_A_TOKEN


def shared(before: str, after: str) -> int:
    """Return how many tokens at the beginning two requests have in common."""
    same = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after))
    )
    return same // CHARACTERS_A_TOKEN


def measured(
    coach: Coach, engine: Counting, hiding: WithPseudonyms, session: str, lines: Sequence[str], task: Task | None
) -> tuple[int, int, list[tuple[float, float]]]:
    """Take the turns; print a row each; return our tokens, the plain recipe's, and the milliseconds before asking."""
    ours, plain, waits, before = 0, 0, [], ""
    print("turn   ours   plain   same beginning")
    for number, line in enumerate(lines, start=1):
        engine.asked.clear()
        (done,) = [e for e in coach.reply(OWNER, session, line, task) if isinstance(e, TurnCompleted)]
        if not engine.asked or done.message.provenance is None:
            continue
        request = engine.asked[0]
        began = perf_counter()
        hiding.preview(request)
        waits.append((done.message.provenance.overhead_ms, (perf_counter() - began) * 1000))
        thread = coach.thread(OWNER, session)[:-1]
        mine, theirs = tokens([each.content for each in request.lines]), plain_recipe(coach, request, thread)
        print(f"{number:4d} {mine:6d} {theirs:7d} {shared(before, request.as_text()):8d}")
        ours, plain, before = ours + mine, plain + theirs, request.as_text()
    return ours, plain, waits


def at(values: Sequence[float], share: float) -> float:
    """Return the value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def spread(values: Sequence[float]) -> str:
    """Return median and 95th percentile of milliseconds, in words."""
    return f"p50 {at(values, 0.5):.0f} ms, p95 {at(values, 0.95):.0f} ms"


def main() -> int:
    """Print every figure; return 1 when a bar is missed."""
    argparse.ArgumentParser(prog="python -m evals.tokens", description=__doc__).parse_args()
    settings = Settings()
    engine = Counting()
    finder = NameFinder(build_english(), settings.content_root / "knowledge")
    hiding = WithPseudonyms(engine, partial(Pseudonyms, finder=finder))
    with tempfile.TemporaryDirectory() as folder:
        coach = build_coach(settings, engine=engine, store=SqlStore(f"sqlite:///{Path(folder) / 'evals.db'}"))
        coach.warm()
        finder.find("Warm up with 020 7946 0958 once.")
        persona = next(persona.id for persona in coach.library.personas if persona.side == "leader")
        print("a rehearsal")
        rehearsal = coach.rehearse(OWNER, with_persona(coach.library, persona)).id
        one = measured(coach, engine, hiding, rehearsal, MEETING, None)
        print("a chat")
        two = measured(coach, engine, hiding, coach.start(OWNER).id, CHAT, Task.ASK)
    missed = []
    for name, (ours, plain, _) in (("rehearsal", one), ("chat", two)):
        share = ours / plain
        print(f"{name}: {ours} tokens against {plain} by the plain recipe, {share:.0%}, bar {MOST:.0%}")
        missed += [name] if share > MOST else []
    for name, part in (("planning", 0), ("hiding names", 1)):
        print(f"{name}: {spread([each[part] for each in (*one[2], *two[2])])}")
    waits = [sum(each) for each in (*one[2], *two[2])]
    print(f"before a hosted engine is asked: {spread(waits)}, bar {SLOWEST:.0f} ms")
    missed += ["time before asking"] if at(waits, 0.95) > SLOWEST else []
    print(f"missed: {', '.join(missed)}" if missed else "every bar met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

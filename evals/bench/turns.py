"""One check, one answer, one line of a leader, and what happens before an engine is asked."""

import time
from collections.abc import Iterator
from functools import partial

from app.bootstrap import build_coach
from app.domain.turn import EngineRequest, Task, Usage
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.storage.store import SqlStore
from evals.bench.timing import timed
from evals.kit import Kit
from evals.measuring import Figure, Outcome, percentiles
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.users import script
from evals.retrieval.dataset import needs
from evals.tasks.risk import times

TITLE = "A turn"
OWNER = "bench"
TURNS = 60


class Instant:
    """An engine elsewhere that answers at once, and notes when it was asked."""

    spec = "openai:instant"
    stays_here = False

    def __init__(self) -> None:
        self.asked = 0.0

    def preview(self, request: EngineRequest) -> str:
        """Return what would leave."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Note the time; say the plan."""
        self.asked = time.perf_counter()
        yield request.plan.planned


def measure(kit: Kit) -> Outcome:
    """Time each kind of turn on this machine, beside embedding one line and parsing one line."""
    questions = [q.text for q in needs() if q.half == "dev" and len(q.text.split()) <= 25][:TURNS]
    kit.coach.warm()
    embed = timed(lambda text: kit.embedder.passages([text]), questions)
    parse = timed(kit.english.parse, questions)
    said = [spent for seed in range(1, 6) for spent in _meeting(kit, seed)]
    asked = timed(lambda text: list(kit.coach.reply(OWNER, kit.coach.start(OWNER).id, text, Task.ASK)), questions)
    figures: list[Figure] = [
        *percentiles("ask", "an answer, no model", asked, bar=150),
        *percentiles("line", "a leader's line, no model", said, bar=150),
        *percentiles("check", "a check of 60 words", times(kit), bar=60),
        *percentiles("before", "before an engine elsewhere is asked, names replaced", _overhead(kit), bar=60),
        *percentiles("embed", "yardstick: embedding one line", embed),
        *percentiles("parse", "yardstick: parsing one line", parse),
    ]
    p95 = {figure.id: figure.value or 0.0 for figure in figures if figure.id.endswith("_p95")}
    for name, yardstick in (("ask", "embed"), ("line", "embed"), ("check", "embed"), ("before", "embed")):
        ratio = p95[f"{name}_p95"] / p95[f"{yardstick}_p95"]
        title = f"{name} against embedding one line, p95"
        figures.append(Figure(id=f"{name}_ratio", title=title, value=ratio, unit="ratio", exact=False))
    return Outcome(task="turns", title=TITLE, figures=tuple(figures))


def _meeting(kit: Kit, seed: int) -> list[float]:
    """Return the milliseconds of each line of a meeting until it ends: what is said afterwards is another kind of turn."""
    held = kit.coach.rehearse(OWNER, meeting_for(kit.library, "data-driven-sceptic", 3, seed)).id
    spent = []
    for line in script(seed):
        spent += timed(lambda text: list(kit.coach.reply(OWNER, held, text)), [line])
        if kit.coach.session(OWNER, held).ended:
            return spent[:-1]
    return spent


def _overhead(kit: Kit) -> list[float]:
    """Return milliseconds from a rehearsal line to the engine being asked, storing and replacing names included."""
    instant = Instant()
    finder = NameFinder(kit.english, kit.settings.content_root / "knowledge")
    engine = WithPseudonyms(instant, partial(Pseudonyms, finder=finder))
    store = SqlStore(f"sqlite:///{(kit.folder / 'overhead.db').as_posix()}")
    coach = build_coach(kit.settings, engine=engine, store=store)
    coach.warm()
    session = coach.rehearse(OWNER, meeting_for(kit.library, "warm-mentor", 2, 1)).id
    spent = []
    for line in [*script(3)[:-1], *script(4)[1:-1], *script(5)[1:-1]]:
        began, before = time.perf_counter(), instant.asked
        list(coach.reply(OWNER, session, line))
        if instant.asked != before:
            spent.append((instant.asked - began) * 1000)
        if coach.session(OWNER, session).ended:
            session = coach.rehearse(OWNER, meeting_for(kit.library, "warm-mentor", 2, 1)).id
    return spent

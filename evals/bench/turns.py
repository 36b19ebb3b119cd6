"""One check, one search, one answer, one line of a leader, and what happens before an engine is asked."""

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import yaml

from app.bootstrap import build_coach
from app.domain.turn import EngineRequest, Task, Usage
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.storage.store import SqlStore
from evals.bench.timing import against, timed
from evals.kit import Kit
from evals.measuring import Outcome, Picture, Series, percentiles
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.users import script
from evals.retrieval.dataset import needs

TITLE = "How fast a turn is"
OWNER = "bench"
TURNS = 60
MESSAGE = 60
"""Words of a text that is checked."""
UNSEEN = Path(__file__).resolve().parents[1] / "risk" / "unseen.yaml"


KINDS = {
    "ask": "an answer, no model",
    "line": "a leader's line, no model",
    "check": f"a check of {MESSAGE} words",
    "search": "one search",
    "before": "before an engine elsewhere is asked, names replaced",
}
BARS = {"ask": 150.0, "line": 150.0, "check": 60.0, "before": 60.0}


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
    spent = {
        "ask": timed(lambda text: list(kit.coach.reply(OWNER, kit.coach.start(OWNER).id, text, Task.ASK)), questions),
        "line": [spent for seed in range(1, 6) for spent in _meeting(kit, seed)],
        "check": timed(kit.coach.check, messages()),
        "search": timed(kit.coach.search, questions),
        "before": _overhead(kit),
    }
    figures = [one for name, times in spent.items() for one in percentiles(name, KINDS[name], times, BARS.get(name))]
    figures += percentiles("embed", "yardstick: embedding one line", embed)
    figures += percentiles("parse", "yardstick: parsing one line", parse)
    yardstick = float(np.percentile(embed, 95))
    figures += [
        against(name, f"{KINDS[name]}, against embedding one line, p95", float(np.percentile(times, 95)), yardstick)
        for name, times in spent.items()
    ]
    picture = Picture(
        title="How long a turn takes",
        kind="lines",
        x="milliseconds",
        y="share of turns that are done",
        series=tuple(Series(name=KINDS[name], points=_shares(times)) for name, times in spent.items()),
    )
    return Outcome(task="speed", title=TITLE, figures=tuple(figures), pictures=(picture,))


def messages() -> list[str]:
    """Return texts of MESSAGE words, of lines that are not in the content: what is known there costs no embedding."""
    lines = yaml.safe_load(UNSEEN.read_text(encoding="utf-8"))
    words = " ".join(str(line["text"]) for line in lines).split()
    return [" ".join(words[start : start + MESSAGE]) for start in range(0, len(words) - MESSAGE, MESSAGE)]


def _shares(times: list[float]) -> tuple[tuple[float, float], ...]:
    steps = range(0, 101, 2)
    return tuple((float(np.percentile(times, step)), step / 100) for step in steps)


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

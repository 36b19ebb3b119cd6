"""Starting, memory by session, and many visitors at once."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from evals.bench.server import ROOT, Server, empty_app, say, serving, visit
from evals.bench.timing import against
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Series, percentiles

TITLE = "Sessions on a real server"
OPENED = 40
"""Sessions opened to see what one costs."""
CROWDS = (1, 10, 50, 200)
"""Visitors at once, each opening the page and asking one question."""
QUESTION = "Should I tell my manager before I ask for the meeting?"
CITED = 'class="cite"'
"""What only an answer has."""


def measure(kit: Kit) -> Outcome:
    """Start the app over a warm data folder, open sessions, and let crowds ask; beside an empty Streamlit app."""
    kit.coach.warm()  # trains and builds what is not in the folder yet
    ours: dict[str, float | None] = {}
    yardstick: dict[str, float | None] = {}
    figures: list[Figure] = []
    began = time.perf_counter()
    with serving(ROOT / "streamlit_app.py", {"COACH_DATA_DIR": str(kit.settings.data_dir)}) as server:
        ours |= _started(server, began)
        crowds = [(crowd, *_crowd(server, crowd, CITED)) for crowd in CROWDS]
    began = time.perf_counter()
    with empty_app() as server:
        yardstick |= _started(server, began)
        plain = [(crowd, *_crowd(server, crowd, QUESTION)) for crowd in CROWDS]
    figures.append(_seconds("usable", "start to usable page", ours["usable"], bar=10))
    figures.append(_seconds("usable_empty", "the same, an empty Streamlit app", yardstick["usable"]))
    figures.append(against("usable", "start, against an empty app", ours["usable"], yardstick["usable"]))
    for name, title in (("held", "memory with one session, MB"), ("session", "memory of one more session, KB")):
        figures.append(Figure(id=name, title=title, value=ours[name], unit="count", exact=False))
        figures.append(against(name, f"{title}, against an empty app", ours[name], yardstick[name]))
    for (crowd, waits, faults), (_, theirs, _) in zip(crowds, plain, strict=True):
        title = f"{crowd} visitors at once: open the page and ask"
        figures += percentiles(f"crowd_{crowd}", title, waits)
        figures.append(
            against(f"crowd_{crowd}", f"{title}, against an empty app, median", _middle(waits), _middle(theirs))
        )
        if crowd >= 50:
            figures.append(
                Figure(
                    id=f"faults_{crowd}",
                    title=f"{crowd} visitors at once: without an answer",
                    value=float(faults),
                    unit="count",
                    n=crowd,
                    bar=0,
                    at_least=False,
                    exact=False,
                )
            )
    curve = Picture(
        title="Median wait by visitors at once",
        kind="lines",
        x="visitors",
        y="seconds",
        series=(
            Series(name="the coach", points=tuple((float(c), _middle(w) / 1000) for c, w, _ in crowds)),
            Series(name="an empty app", points=tuple((float(c), _middle(w) / 1000) for c, w, _ in plain)),
        ),
    )
    return Outcome(task="sessions", title=TITLE, figures=tuple(figures), pictures=(curve,))


def _started(server: Server, began: float) -> dict[str, float | None]:
    """Return seconds to the first page, and memory before and after OPENED more sessions."""
    with server.client() as client:
        visit(client)
        usable = time.perf_counter() - began
        say(client, visit(client), QUESTION)
        before = server.megabytes()
        for _ in range(OPENED):
            visit(client)
        after = server.megabytes()
    more = (after - before) * 1024 / OPENED if after is not None and before is not None else None
    return {"usable": usable, "held": before, "session": more}


def _crowd(server: Server, visitors: int, answer: str) -> tuple[list[float], int]:
    """Let so many visitors come at once; return each one's wait in ms, and how many did not get `answer`."""

    def come(_number: int) -> tuple[float, bool]:
        began = time.perf_counter()
        with server.client() as client:
            try:
                page = say(client, visit(client), QUESTION)
            except (RuntimeError, OSError, KeyError, httpx.HTTPError):
                page = {}
        return (time.perf_counter() - began) * 1000, answer in str(page.get("tree", ""))

    with ThreadPoolExecutor(visitors) as crowd:
        came = list(crowd.map(come, range(visitors)))
    return [wait for wait, _ in came], sum(not answered for _, answered in came)


def _middle(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def _seconds(name: str, title: str, value: float | None, bar: float | None = None) -> Figure:
    return Figure(id=name, title=title, value=value, unit="s", bar=bar, at_least=False, exact=False)

"""How fast is a turn, and how soon after the start command is the page there? Times of this machine, never compared."""

import time

from evals.bench import turns
from evals.bench.server import ROOT, serving, visit
from evals.kit import Kit
from evals.measuring import Figure, Outcome

TITLE = turns.TITLE


def measure(kit: Kit) -> Outcome:
    """Time turns through the whole coach with nothing remembered, and the start of the app until its page is whole."""
    outcome = turns.measure(kit)  # warms the folder, too
    began = time.perf_counter()
    with serving(ROOT / "streamlit_app.py", {"COACH_DATA_DIR": str(kit.settings.data_dir)}) as server:
        with server.client() as client:
            visit(client)
        usable = time.perf_counter() - began
    start = Figure(
        id="usable", title="start to usable page", value=usable, unit="s", n=1, bar=10, at_least=False, exact=False
    )
    return outcome.model_copy(update={"figures": (*outcome.figures, start)})

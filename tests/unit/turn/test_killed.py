"""The machine is switched off in the middle of a reply: what was promised to be kept is there on reopening."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from app.storage.store import SqlStore
from tests.turns import OWNER, PLANNED

TALKING = """
import sys, threading
from pathlib import Path
from tests.turns import Turns, OWNER

class Stuck:
    spec, stays_here = "stuck", True
    def preview(self, request): return ""
    def stream(self, request):
        yield "Ask early. "
        yield "And then "
        print(turns.id, flush=True)
        threading.Event().wait()

turns = Turns(Stuck(), Path(sys.argv[1]))
turns.events("How do I ask?")
"""


def test_the_planned_words_are_there_after_a_kill_in_mid_reply(tmp_path: Path) -> None:
    file = tmp_path / "coach.db"
    root = Path(__file__).resolve().parents[3]
    child = subprocess.Popen(
        [sys.executable, "-c", TALKING, str(file)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert child.stdout is not None
    session = child.stdout.readline().strip()
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    thread = SqlStore(f"sqlite:///{file}").thread(OWNER, session)
    assert [(m.role, m.text, m.partial) for m in thread] == [
        ("user", "How do I ask?", False),
        ("coach", PLANNED, True),
    ]

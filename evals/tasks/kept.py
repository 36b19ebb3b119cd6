"""Is a turn ever lost when the machine dies, or the page is left, in the middle of a reply?"""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.domain.conversation import CoachingSession, Message
from app.domain.turn import EngineRequest, TextReleased, Usage
from app.settings import Settings
from app.storage.store import SqlStore
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.users import QUESTIONS, SOLID
from evals.retrieval.dataset import needs

TITLE = "Nothing is lost"
OWNER = "evals"
EACH = 12
"""Chats, and rehearsals, that are cut off each way."""
SAID = 3
"""Pieces of a reply after which an engine may fall silent."""


class Silent:
    """An engine that says the first pieces of the planned words and then nothing more, or then the rest."""

    spec, stays_here = "silent", True

    def __init__(self, stuck: "threading.Semaphore | None" = None) -> None:
        """With `stuck`, tell it when falling silent, for good."""
        self._stuck = stuck
        self._turn = 0

    def preview(self, request: EngineRequest) -> str:
        """Return what would be sent."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield words; the number of pieces differs from turn to turn."""
        self._turn += 1
        words = request.plan.planned.split(" ")
        pieces = self._turn % (SAID + 1)
        for place in range(pieces):
            yield " ".join(words[place * 9 : place * 9 + 9]) + " "
        if self._stuck:
            self._stuck.release()
            threading.Event().wait()
        yield " ".join(words[pieces * 9 :])


def measure(kit: Kit) -> Outcome:
    """Kill a process in the middle of many replies and leave as many pages; then read what a reload would show."""
    folder = kit.folder / "kept"
    folder.mkdir()
    rows = [*_left(kit.settings, folder / "left.db"), *_killed(kit.settings, folder / "killed.db")]
    lost = Figure(
        id="lost",
        title=f"turns lost of {len(rows)}, process killed or page left in mid-reply",
        value=float(sum(row.value == 0 for row in rows)),
        unit="count",
        n=len(rows),
        bar=0,
        at_least=False,
    )
    return Outcome(task="kept", title=TITLE, figures=(lost,), rows=tuple(rows))


def _left(settings: Settings, file: Path) -> Iterator[Row]:
    """Stop listening after the first words, as a closed page does."""
    coach = _coach(settings, file, Silent())
    for session, line in _turns(coach):
        events = coach.reply(OWNER, session.id, line)
        for event in events:
            if isinstance(event, TextReleased):
                break
        events.close()  # type: ignore[attr-defined]  # the port promises an iterator; Streamlit closes the generator
        yield _row("left", session, line, SqlStore(f"sqlite:///{file}").thread(OWNER, session.id))


def _killed(settings: Settings, file: Path) -> Iterator[Row]:
    command = [sys.executable, "-m", "evals.tasks.kept", str(file), str(settings.data_dir)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = [line.rstrip("\n").split("\t") for line in iter(child.stdout.readline, "all in mid-reply\n")]
    child.kill()
    child.wait(20)
    child.stdout.close()
    store = SqlStore(f"sqlite:///{file}")
    for session, line in said:
        yield _row("killed", store.get(OWNER, session), line, store.thread(OWNER, session))


def _row(how: str, session: CoachingSession, line: str, thread: list[Message]) -> Row:
    """Score whether the line is there, and after it a whole reply: the planned words, or all that was said."""
    places = [i for i, message in enumerate(thread) if message.role == "user" and message.text == line]
    after = thread[places[-1] + 1 :] if places else []
    whole = bool(after) and bool(after[-1].text.strip())
    return Row(id=f"{how}, {session.kind}: {line}", value=float(whole), said="" if whole else "nothing after it")


def _turns(coach: Coach) -> Iterator[tuple[CoachingSession, str]]:
    asked = [query.text for query in needs() if query.half == "dev" and len(query.text.split()) < 25][:EACH]
    for line in asked:
        yield coach.start(OWNER), line
    for number, line in enumerate(QUESTIONS[: EACH // 2] + SOLID[: EACH // 2]):
        yield coach.rehearse(OWNER, meeting_for(coach.library, "data-driven-sceptic", 2, number)), line


def _coach(settings: Settings, file: Path, engine: Silent) -> Coach:
    coach = build_coach(settings, engine=engine, store=SqlStore(f"sqlite:///{file}"))
    coach.warm()
    return coach


def _talk(file: Path, data: Path) -> None:
    """Begin every turn in a thread of its own, say which, and wait for the end."""
    stuck = threading.Semaphore(0)
    coach = _coach(Settings(engine="playbook", data_dir=data), file, Silent(stuck))
    for session, line in _turns(coach):
        print(f"{session.id}\t{line}", flush=True)
        threading.Thread(target=_whole, args=(coach, session.id, line, stuck), daemon=True).start()
        stuck.acquire()
    print("all in mid-reply", flush=True)
    threading.Event().wait()


def _whole(coach: Coach, session: str, line: str, done: threading.Semaphore) -> None:
    """Take a turn; only one for which no engine is asked comes to its end."""
    list(coach.reply(OWNER, session, line))
    done.release()


if __name__ == "__main__":
    _talk(Path(sys.argv[1]), Path(sys.argv[2]))

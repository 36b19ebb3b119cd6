"""How much is sent to an engine, against the usual way: all of the conversation and four chunks?"""

import contextlib
import io
from functools import partial

from app.bootstrap import build_coach
from app.coaching.meetings import with_persona
from app.domain.turn import Task
from app.engines.wrappers import WithPseudonyms
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from app.storage.store import SqlStore
from evals.kit import Kit
from evals.measuring import Figure, Outcome
from evals.tokens.__main__ import CHAT, MEETING, MOST, OWNER, Counting, measured

TITLE = "Tokens"


def measure(kit: Kit) -> Outcome:
    """Take the turns of a meeting and of a chat with an engine that only counts."""
    engine = Counting()
    hiding = WithPseudonyms(
        engine, partial(Pseudonyms, finder=NameFinder(kit.english, kit.settings.content_root / "knowledge"))
    )
    store = SqlStore(f"sqlite:///{(kit.folder / 'tokens.db').as_posix()}")
    coach = build_coach(kit.settings, engine=engine, store=store)
    leader = next(persona.id for persona in coach.library.personas if persona.side == "leader")
    meeting = coach.rehearse(OWNER, with_persona(coach.library, leader)).id
    chat = coach.start(OWNER).id
    with contextlib.redirect_stdout(io.StringIO()):
        parts = {
            "rehearsal": measured(coach, engine, hiding, meeting, MEETING, None),
            "chat": measured(coach, engine, hiding, chat, CHAT, Task.ASK),
        }
    figures = tuple(
        Figure(
            id=f"tokens_{name}",
            title=f"tokens of a {name}, of the plain recipe's {plain:,}",
            value=ours / plain,
            bar=MOST,
            at_least=False,
        )
        for name, (ours, plain, _) in parts.items()
    )
    return Outcome(task="tokens", title=TITLE, figures=figures)

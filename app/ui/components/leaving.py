"""What leaves this machine: with the engine that answers, and by what a deployment keeps or reads elsewhere."""

from urllib.parse import urlsplit

from app.coaching.coach import Coach
from app.engines.openai_compatible import is_loopback
from app.settings import Settings

STAYS = "Stays on this machine."
LEAVES = "Your lines leave this machine, without names."
IN_PART = "Not all of it stays on this machine."
NOTHING = (
    "Nothing. Your lines are read, answered and kept here, on this machine. "
    "There is no account, no telemetry and no view for a manager or an employer."
)
A_LINE = (
    "Your chosen model runs elsewhere. A line goes there with the plan for its answer, after the names in your meeting and the names found "
    "in your words are replaced; they are put back when the answer arrives. What you want in a letter is read there in the same way. The "
    "letter itself is written here; figures and serious matters are answered here."
)
KEPT_HERE = "Your conversations are kept on this machine only."


def in_short(coach: Coach, settings: Settings) -> tuple[str, str]:
    """Return what leaves, in a few words, and the rest of it."""
    besides = _besides(coach, settings)
    if not coach.engine.stays_here:
        return LEAVES, " ".join(("A hosted model gets them after names are replaced.", *besides))
    return (IN_PART, " ".join(besides)) if besides else (STAYS, "Nothing you write leaves it.")


def in_full(coach: Coach, settings: Settings) -> str:
    """Return what leaves, and what for."""
    said = (() if coach.engine.stays_here else (A_LINE,)) + _besides(coach, settings)
    kept = () if keeper(settings) else (KEPT_HERE,)
    return " ".join(said + kept) if said else NOTHING


def keeper(settings: Settings) -> str:
    """Return the machine whose database keeps what is written; empty for this one."""
    return _elsewhere(settings.store_url)


def _besides(coach: Coach, settings: Settings) -> tuple[str, ...]:
    found = []
    if coach.index.reader.startswith("endpoint-") and not is_loopback(settings.openai_base_url):
        found.append("What you ask, and what your meeting is about, goes to your embeddings endpoint without names.")
    if kept := keeper(settings):
        found.append(f"What you write is kept in your database on {kept}.")
    if vectors := _elsewhere(settings.chroma_url):
        found.append(f"The vectors of your own documents are on {vectors}.")
    return tuple(found)


def _elsewhere(address: str) -> str:
    return "" if is_loopback(address) else urlsplit(address).hostname or ""

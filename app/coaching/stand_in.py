"""Why the coach's own words stand where a model's would have been, in sentences for the person."""

from app.coaching import grounding, unfit
from app.domain.turn import Provenance

OWN = "These are the coach's own words"
CLAUSES = {
    **unfit.CLAUSES,
    **grounding.CLAUSES,
    "nothing that could be shown": "was empty",
    "nothing checks what an engine says": "could not be checked",
}


def why_own_words(provenance: Provenance) -> str:
    """Return what to say under a reply that is not, or not wholly, in the model's words; empty where it is.

    A check's reason becomes a sentence. An engine's error is one already, with its cure.
    """
    reason = provenance.replaced
    # An error in the middle of a reply leaves the model's words standing, and the reply says where they stop.
    if not reason or provenance.said_by == "engine":
        return reason
    if clause := CLAUSES.get(reason.partition(": ")[0]):
        return f"{OWN}: the model's reply {clause}."
    # A stored reply may hold a reason in the words of an earlier version, and an error may begin with a model's name.
    sentence = reason[:1].isupper() or reason.endswith(".")
    return f"{OWN}. {reason}" if sentence else f"{OWN}: the model's reply did not pass a check."

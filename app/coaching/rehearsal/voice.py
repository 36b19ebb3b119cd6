"""What a model is told of the one it plays: their manner, in lines of their own, short enough for every turn."""

from app.coaching.rehearsal.filling import SLOT
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import LeaderTurn

SHOWN = ("acknowledge.brief", "follow.tell", "answer.ever", "ic.safe", "ic.guarded")
"""Moves whose first wording shows how somebody talks; the same all meeting long, so that caches hit."""


def voice(scene: Scene) -> str:
    """Return up to three lines this one would say, each in quotation marks, or how one without lines talks."""
    said = (_plain(scene.persona.lines.get(move, ())) for move in SHOWN)
    return " ".join(f"“{line}”" for line in said if line) or scene.persona.public.talks


def card(scene: Scene, turn: LeaderTurn) -> str:
    """Return the reminder of one turn: the manner in a few words, and another wording of the move that is made.

    Models drift from a part within eight turns or so; two dozen words each turn hold them.
    """
    planned = {beat.template for beat in turn.beats}
    for beat in reversed(turn.beats):
        others = tuple(line for line in scene.persona.lines.get(beat.move, ()) if line not in planned)
        if other := _plain(others):
            return f"{scene.persona.archetype}. On another day: “{other}”"
    return f"{scene.persona.archetype}."


def _plain(lines: tuple[str, ...]) -> str:
    """Return the first line that holds nothing to be filled in."""
    return next((line for line in lines if not SLOT.search(line)), "")

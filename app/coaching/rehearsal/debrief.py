"""What a rehearsal taught: scores with quotes, strengths, fixes, a drill, and what may reach the manager."""

from collections.abc import Callable, Sequence

from app.coaching.rehearsal import leader_scoring, scoring
from app.coaching.rehearsal.counts import LEADER_SHARE, SHARE, count, talk_share
from app.coaching.rehearsal.exchanges import UNQUOTED, Exchange, Read, exchanges, shortened
from app.coaching.rehearsal.filling import thing_said_back
from app.coaching.rehearsal.grave import where_to_turn
from app.coaching.rehearsal.lessons import drill, fixes, strengths
from app.coaching.rehearsal.scene import Scene
from app.domain.conversation import Message
from app.domain.library import Library
from app.domain.rehearsal import Debrief, Score, TurnPicture

_BEST: dict[str, str] = {
    "purpose": "They knew why you came",
    "opening": "You opened well",
    "questions": "Your questions were the best of it",
    "substance": "You brought things they could check",
    "judgement": "Nothing you said would embarrass you if it were repeated",
    "fairness": "You were fair to people who weren't there",
    "listening": "You built on what they said",
    "concision": "You kept it short",
    "manager_question": "You handled the question about your manager",
    "close": "You ended with thanks and a next step",
    "leader_rule": "They knew what you would pass on",
    "leader_questions": "You asked about the work",
    "leader_listening": "You left them room",
    "leader_fairness": "You were fair to the manager",
    "leader_promises": "You promised nothing that isn't yours to give",
    "leader_close": "You closed with something to hold on to",
}
GIVEN = 3
"""Score from which a part went well: it may lead the headline, and a reason nobody owed counts as given."""
_NEXT: dict[str, str] = {
    "purpose": "say why you came in your first line",
    "opening": "open with thanks, your reason and one question",
    "questions": "ask more that only they can answer",
    "substance": "bring one number and one case",
    "judgement": "leave out what you wouldn't want repeated",
    "fairness": "leave absent people out of the problem",
    "listening": "answer first, then ask about their last word",
    "concision": "stop after the point",
    "manager_question": "have your two sentences about your manager ready",
    "close": "end with what you'll do and by when",
    "leader_rule": "say your rule before the first question",
    "leader_questions": "ask about the work and not the status",
    "leader_listening": "talk less",
    "leader_fairness": "ask whether the manager has heard it, and nothing else about them",
    "leader_promises": "promise nothing on one person's word",
    "leader_close": "end with what you heard and by when they'll hear more",
}


def debrief(scene: Scene, library: Library, messages: Sequence[Message], read: Read) -> Debrief:
    """Return the debrief of a meeting; lines from a serious matter onwards are left out of everything.

    Where such a matter was the end of it nothing is scored or taught: one sentence says where it can go.

    Args:
        scene: the meeting.
        library: the content, for the rubric's names and the leader's lines.
        messages: the session's messages, oldest first, on the branch in view.
        read: reads a line that has no stored reading, given the messages before it.
    """
    found, opening, matters, over = exchanges(messages, read)
    last = next((e.reply_turn for e in reversed(found) if e.reply_turn), None)
    share = talk_share(found, opening)
    if over:
        return Debrief(
            headline=where_to_turn(matters),
            scores=(),
            strengths=(),
            fixes=(),
            drill="",
            talk_share=share,
            promises=last.state.promises if last else (),
            picture=tuple(_row(e) for e in found),
            counts=count(found, opening),
        )
    lines: dict[str, Callable[[Sequence[Exchange], str], Score]] = (
        leader_scoring.LINES if scene.swapped else scoring.LINES
    )
    names = {line.id: line.name for line in library.rubric}
    scores = tuple(rule(found, names.get(line, line)) for line, rule in lines.items())
    if scene.asked_by != "ic":
        scores = tuple(_as_called(score) for score in scores)
    exercise, start = drill(scores, found, opening, scene, library)
    headline = _headline(scores, found)
    return Debrief(
        headline=f"{where_to_turn(matters)} {headline}" if matters else headline,
        scores=scores,
        strengths=strengths(found, swapped=scene.swapped),
        fixes=fixes(found, scene),
        drill=exercise,
        drill_line=start,
        talk_share=share,
        talk_share_note=_share_note(share, scene),
        may_reach_boss=() if scene.swapped else tuple(_reach(found, scene)),
        promises=last.state.promises if last else (),
        picture=tuple(_row(e) for e in found),
        counts=count(found, opening),
    )


def _as_called(score: Score) -> Score:
    """Return the score for somebody who was sent for: the reason was not theirs to give."""
    if score.line not in {"purpose", "opening"} or (score.value or 0) >= GIVEN:
        return score
    return score.model_copy(update={"value": None, "rule": "They called the meeting; the reason was theirs to give."})


def _headline(scores: Sequence[Score], found: Sequence[Exchange]) -> str:
    scored = [s for s in scores if s.value is not None]
    if not scored or len(found) < 2:
        return "Too short to say much yet; a few more turns will show something."
    if "purpose" in {s.line for s in scores} and scoring.said_little(found):
        return "You said very little, which is common the first time. Next time, bring one thing that happened."
    best = max(scored, key=lambda s: s.value or 0)
    worst = min(scored, key=lambda s: s.value or 0)
    if (best.value or 0) <= 1:
        return f"A hard one. Next time, {_NEXT[worst.line]}."
    if (best.value or 0) < GIVEN:
        return f"Nothing stood out yet. Next time, {_NEXT[worst.line]}."
    if (worst.value or 0) >= GIVEN:
        return f"{_BEST[best.line]}. You are ready for the real one."
    return f"{_BEST[best.line]}. Next time, {_NEXT[worst.line]}."


def _share_note(share: int, scene: Scene) -> str:
    """Say the share, and what is usual for who asked."""
    if scene.swapped:
        return f"You said {share}% of the words. In a meeting you called, aim for less than {LEADER_SHARE}%."
    low, high = SHARE[scene.asked_by]
    who = {"ic": "you asked for", "leader": "they called", "programme": "a programme set up"}[scene.asked_by]
    return f"You said {share}% of the words; {low} to {high}% is usual in a meeting {who}."


def _reach(found: Sequence[Exchange], scene: Scene) -> list[str]:
    """Return what could get back to the manager, at most four things, and what to tell them first."""
    manager = scene.manager
    out: list[str] = []
    for e in found:
        flag = max(
            (f for f in e.reading.risk.flags if f.severity >= 3 and f.category not in UNQUOTED),
            key=lambda f: f.severity,
            default=None,
        )
        if flag is not None:
            out.append(f'"{shortened(flag.phrase)}" (turn {e.turn}).')
        elif {"raises_problem", "proposes"} & e.acts and e.reading.things and not {"personal", "gossips"} & e.acts:
            thing = thing_said_back(e.reading.things[0].text)
            line = f"That you brought up {thing} (turn {e.turn})."
            if not any(f"brought up {thing} " in old for old in out):
                out.append(line)
        if "credits" in e.acts and not any("said of" in old for old in out):
            out.append(f"What you said of your colleagues or {manager}, which does you no harm (turn {e.turn}).")
    if out:
        out = out[:4]
        out.append(f"Tell {manager} the topics yourself, today if you can.")
    return out


def _row(e: Exchange) -> TurnPicture:
    state = e.reply_turn.state if e.reply_turn else None
    return TurnPicture(
        turn=e.turn,
        user_words=e.reading.words,
        leader_words=len(e.reply.split()),
        risk=max((f.severity for f in e.reading.risk.flags), default=0),
        rapport=state.rapport if state else 0,
        theme=e.reading.themes[0].theme if e.reading.themes else "",
        user_text=" ".join(e.quotable),
        leader_text=e.reply,
    )

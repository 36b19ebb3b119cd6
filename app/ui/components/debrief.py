"""What a rehearsal taught: headline, picture, what worked and what to change, a drill, and the rubric folded."""

import streamlit as st

from app.domain.library import Library
from app.domain.rehearsal import Debrief, Promise, Score
from app.ui.components import picture
from app.ui.components.tags import Html, listed, table, tag
from app.ui.components.words import heading, muted


def show(debrief: Debrief, library: Library) -> None:
    """Draw the debrief, from the one sentence to the details."""
    st.html(tag("p", debrief.headline, cls="headline"))
    picture.show(debrief.picture, library)
    muted(debrief.talk_share_note or f"You said {debrief.talk_share}% of the words.")
    kept = [_finding("finding kept", each.quote, each.why, each.turn) for each in debrief.strengths]
    fixed = [_finding("finding", each.quote, each.why, each.turn, each.say_instead) for each in debrief.fixes]
    # A part with nothing in it is left out: an empty one would say that all was well, or that nothing was.
    parts = [(name, found) for name, found in (("What worked", kept), ("What to change", fixed)) if found]
    for column, (name, found) in zip(st.columns(len(parts), gap="large") if parts else (), parts, strict=True):
        with column:
            heading(name)
            for finding in found:
                st.html(finding)
    if debrief.may_reach_boss:
        heading("May reach your manager")
        st.html(listed(debrief.may_reach_boss))
    if debrief.promises:
        heading("Promised")
        st.html(listed(_promise(each) for each in debrief.promises))


def details(debrief: Debrief) -> None:
    """Draw the scores, folded."""
    with st.expander("How each part went"):
        if scored := [_score(each) for each in debrief.scores if each.value is not None]:
            st.html(table(("Part", "Score", "Your words, and the rule"), scored, "Scores by part"))
        for why, names in debrief.unscored.items():
            muted(f"Not scored: {', '.join(names)}. {why}")
        data = debrief.model_dump_json(indent=2)
        st.download_button("As JSON", data, "debrief.json", "application/json", on_click="ignore", key="take_json")


def _finding(look: str, quote: str, why: str, turn: int, instead: str = "") -> Html:
    better = tag("p", "Say instead: ", tag("span", instead, cls="instead")) if instead else Html()
    reason = tag("p", why, " ", tag("span", f"Turn {turn}", cls="muted"))
    return tag("div", tag("p", f"“{quote}”", cls="quote"), reason, better, cls=look)


def _promise(promise: Promise) -> str:
    due = promise.due if promise.due.lower() not in promise.what.lower() else ""
    return f"{promise.owner.capitalize()}: {promise.what}" + (f" ({due})" if due else "")


def _score(score: Score) -> tuple[str, str, str]:
    quote = tag("p", f"“{score.quote}”", cls="quote") if score.quote else Html()
    return score.name, f"{score.value} of 4", Html(quote + tag("span", score.rule, cls="muted"))

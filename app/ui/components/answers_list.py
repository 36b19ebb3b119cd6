"""What the other side will probably ask, with a place for my answer and a look at it."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.knowledge import Question
from app.domain.meeting import Meeting
from app.ui import state
from app.ui.components import serious
from app.ui.components.tags import tag
from app.ui.components.words import as_typed, muted
from app.ui.state import OWNER

BOX = "mine_{}"


def show(coach: Coach, meeting: Meeting) -> None:
    """Draw the questions with the answers kept so far; an answer is kept as soon as its field is left."""
    kept = coach.prepared.kept(OWNER)
    likely = coach.prepared.likely(meeting)
    muted("Most likely first. Two or three sentences each; what you write is kept.")
    for question in likely:
        _row(coach, meeting, question, kept[question.id].answer if question.id in kept else "")
    asked = {question.id for question in likely}
    by_id = {question.id: question for question in coach.library.questions}
    others = [each for each in kept if each not in asked and each in by_id]
    if others:
        with st.expander("Answers to other questions"):
            for each in others:
                _row(coach, meeting, by_id[each], kept[each].answer)


def _row(coach: Coach, meeting: Meeting, question: Question, kept: str) -> None:
    key, hint = BOX.format(question.id), "The point, then one case."
    answer = st.text_area(as_typed(question.text), kept, key=key, height=90, max_chars=3_000, placeholder=hint)
    with state.changed_here(key, {"answer": kept}, {"answer": answer.strip()}) as changed:
        if changed:
            coach.prepared.keep(OWNER, question, answer)
    if not answer.strip():
        muted(question.why)
        return
    st.button("Check it", key=f"check_{key}", type="tertiary", help="Leaving the field keeps and checks it too")
    found = coach.prepared.review(answer, meeting)
    serious.show(found.report.serious, coach.library)
    rows = [tag("li", f"○ {check.label}. {check.cure}") for check in found.checks if not check.met]
    rows += [tag("li", f"✓ {check.label}", cls="met") for check in found.checks if check.met]
    st.html(tag("ul", *rows, cls="checks", aria_label="Checks of this answer"))

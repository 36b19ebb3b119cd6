"""The bank of questions: by subject, by who asks, by words."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.knowledge import Direction, Question
from app.ui.components.library_search import matching
from app.ui.components.tags import Html, joined, tag
from app.ui.components.words import muted

ASKER = {"You ask the leader": Direction.UP, "The leader asks you": Direction.DOWN}
BOLD = {1: "safe with any leader", 2: "for a leader who listens", 3: "needs some trust"}
SHOWN = 40
ALL = "Every subject"


def show(coach: Coach) -> None:
    """Draw the filters and the questions they leave."""
    library = coach.library
    query = st.text_input("Search", key="question_query", max_chars=300, placeholder="What you want to know")
    asker = ASKER[
        st.segmented_control("Who asks", list(ASKER), default="You ask the leader", required=True) or next(iter(ASKER))
    ]
    bank = [each for each in library.questions if each.direction is asker]
    themes = {library.theme_by_id[each.theme].name: each.theme for each in bank if each.theme in library.theme_by_id}
    chosen = st.selectbox("Subject", [ALL, *themes], key="question_theme")
    found = [each for each in bank if chosen == ALL or each.theme == themes[chosen]]
    if query.strip():
        found = matching(found, query, lambda each: " ".join((each.text, *each.asked_like)))
        same = coach.questions.nearest(query)
        if same and same.direction is asker:
            found = [same, *(each for each in found if each != same)]
    if not found:
        muted("Nothing in the bank has these words. Try another, or choose a subject.")
    st.html(joined(_as_html(each) for each in found[:SHOWN]))
    if len(found) > SHOWN:
        muted(f"{len(found) - SHOWN} more: choose a subject or search.")


def _as_html(question: Question) -> Html:
    about = [BOLD[question.bold], *(["only this leader can answer it"] if question.only_this_leader else [])]
    notes = (
        question.why,
        f"Then: {question.follow_up}" if question.follow_up else "",
        ", ".join(about).capitalize() + ".",
    )
    return tag(
        "div",
        tag("p", question.text, cls="entry"),
        *(tag("p", note, cls="muted") for note in notes if note),
        cls="listed",
    )

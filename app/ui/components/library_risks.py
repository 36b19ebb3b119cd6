"""What could travel back and how to say it, and what must never be kept quiet."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.library import Library
from app.domain.risk import SEVERITY, RiskCategory, SeriousMatter
from app.ui.components import serious
from app.ui.components.library_search import matching
from app.ui.components.tags import Html, joined, listed, tag
from app.ui.components.words import heading, muted

SIDE = {"The employee": "ic", "The leader": "leader"}


def show(coach: Coach) -> None:
    """Draw the serious matters and the ordinary risks a search leaves."""
    library = coach.library
    query = st.text_input("Search", key="risk_query", max_chars=300, placeholder="Pay, rumours, blame")
    side = SIDE[st.segmented_control("Who speaks", list(SIDE), default="The employee", required=True) or "The employee"]
    risks = matching((each for each in library.risks if each.side == side), query, _words)
    matters = matching(library.serious, query, _serious_words)
    if not risks and not matters:
        muted("Nothing here has these words. Put your own line into Check wording.")
    if risks:
        heading("Worth saying another way")
    for risk in risks:
        with st.expander(f"{risk.name} · {SEVERITY[risk.severity]}"):
            st.html(_as_html(risk, library))
    if matters:
        heading("Never topics to avoid")
        muted("You can raise each of these. Open one for where to take it.")
    for matter in matters:
        with st.expander(matter.name):
            st.html(serious.as_html(matter, certain=True))


def _as_html(risk: RiskCategory, library: Library) -> Html:
    better = [line for line in risk.templates if "{" not in line]
    sources = (library.source_by_id[each] for each in risk.sources if each in library.source_by_id)
    parts = (
        tag("p", risk.why),
        tag("h4", "Fine when"),
        tag("p", risk.legitimate_when),
        tag("h4", "Better"),
        tag("p", risk.reframe),
        *(tag("blockquote", line) for line in better),
        tag("h4", "Sources") if risk.sources else "",
        listed(tag("a", each.title, href=f"library?part=Sources&source={each.id}", target="_self") for each in sources),
    )
    return tag("article", joined(parts), cls="card")


def _words(risk: RiskCategory) -> str:
    return " ".join((risk.name, risk.why, risk.legitimate_when, risk.reframe, *risk.templates))


def _serious_words(matter: SeriousMatter) -> str:
    return " ".join((matter.name, matter.acknowledge, *(f"{route.name} {route.note}" for route in matter.routes)))

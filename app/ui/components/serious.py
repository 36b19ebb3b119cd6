"""A serious matter: a calm frame, the accent, and where to take it."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.library import Library
from app.domain.risk import RiskContext, SeriousFinding, SeriousMatter
from app.ui.components.tags import Html, listed, tag

HEADING = "You can raise this. Here is where."
LIMITS = "This is not legal advice; rules differ from place to place, so check your local ones."


def told(coach: Coach, *typed: str) -> tuple[SeriousFinding, ...]:
    """Draw the routes for the serious matters in what is typed about a meeting, as one tells the coach; return them."""
    text = ". ".join(each.rstrip(". ") for each in typed if each.strip())
    found = coach.check(text, RiskContext(side="asked")).report.serious if text else ()
    show(found, coach.library)
    return found


def show(findings: tuple[SeriousFinding, ...], library: Library) -> None:
    """Draw each matter once: acknowledgement, safety, what to do now, routes, and honest limits."""
    for category in dict.fromkeys(finding.category for finding in findings):
        matter = library.serious_by_id.get(category)
        if matter:
            certain = any(finding.certain for finding in findings if finding.category == category)
            st.html(as_html(matter, certain=certain))


def as_html(matter: SeriousMatter, *, certain: bool) -> Html:
    """Return the frame for one matter. When mild words may hide it, the gentle question comes first."""
    opening = matter.acknowledge if certain or not matter.ask_gently else matter.ask_gently
    routes = (tag("span", tag("strong", f"{route.name}. "), route.note) for route in matter.routes)
    # Where the rights say it already, it is not said twice.
    closing = "" if "not legal advice" in matter.rights.lower() else LIMITS
    limits = (text for text in (matter.confidentiality, matter.rights, closing) if text)
    inside = (
        tag("h3", HEADING),
        tag("p", opening),
        tag("p", matter.safety),
        tag("h4", "Where"),
        listed(routes),
        tag("h4", "Now"),
        listed(matter.now, "ol"),
        *(tag("p", text) for text in limits),
    )
    return tag("section", *inside, cls="serious", aria_label=matter.name)

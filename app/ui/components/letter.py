"""A letter, drawn as a letter: its checks, and the ways to take it along."""

import streamlit as st

from app.domain.emails import EmailDraft
from app.domain.library import Library
from app.exports import eml, mailto
from app.ui.components import serious
from app.ui.components.tags import Html, listed, paragraphs, tag
from app.ui.components.words import as_typed, muted


def as_html(draft: EmailDraft) -> Html:
    """Return the letter as a sheet of paper."""
    subject = tag("p", tag("span", "Subject: "), draft.subject, cls="subject")
    return tag(
        "article", subject, tag("div", paragraphs(draft.body), cls="body"), cls="letter", aria_label="Your letter"
    )


def grave(draft: EmailDraft, library: Library) -> None:
    """Draw where to take the serious matters it tells of. Where they leave no letter, say how to get one."""
    for each in draft.matters:
        st.html(serious.as_html(library.serious_by_id[each], certain=True))
    if not draft.body:
        for line in draft.warnings[len(draft.matters) :]:
            st.warning(as_typed(line))
        muted("There is no letter for this. If I read you wrongly, say it in other words and fill the form again.")


def take_along(draft: EmailDraft, key: str) -> None:
    """Draw the ways out: the mail program, a file, the clipboard."""
    with st.container(horizontal=True, key=f"noprint_{key}"):
        st.link_button("Open in mail", mailto(draft), type="primary")
        name = f"{draft.kind}.eml"
        st.download_button("Download .eml", eml(draft), name, "message/rfc822", key=f"eml_{key}", on_click="ignore")
        with st.popover("Copy", key=f"copy_{key}"):
            st.code(f"{draft.subject}\n\n{draft.body}", language=None, wrap_lines=True)


def missing(draft: EmailDraft) -> None:
    """Draw the questions whose answers the letter still needs."""
    if draft.missing:
        st.markdown("**To finish it, tell me**")
        st.html(listed(draft.missing))


def unused(draft: EmailDraft) -> None:
    """Draw what the user wrote and the letter does not say: nothing gets lost unseen."""
    if draft.unused:
        muted(
            "Not in the letter: "
            + " ".join(f"“{each}”" for each in draft.unused)
            + " If it belongs there, write it into its field."
        )


def checks(draft: EmailDraft) -> None:
    """Draw the checks: what to change stands out, what is met goes quiet."""
    for line in draft.warnings:
        st.warning(as_typed(line))
    rows = [tag("li", f"○ {check.label}. {check.cure}") for check in draft.checks if not check.met]
    met = [tag("li", f"✓ {check.label}", cls="met") for check in draft.checks if check.met]
    quiet = tag("summary", f"✓ {len(met)} checks met, {draft.words} words")
    rows.append(tag("li", tag("details", quiet, tag("ul", *met, cls="checks")), cls="met"))
    st.html(tag("ul", *rows, cls="checks", aria_label="Checks"))
    if draft.assumed:
        st.markdown("**Taken for granted, please confirm**")
        st.html(listed(draft.assumed))

"""What was found in a text: two panes, a reason for each mark, and the verdict."""

import streamlit as st

from app.coaching.tongues import ENGLISH_ONLY, is_english
from app.domain.knowledge import Source
from app.domain.library import Library
from app.domain.risk import SEVERITY, RiskFlag, RiskReport
from app.domain.turn import CheckCard
from app.ui.components import marks, serious
from app.ui.components.card import credit
from app.ui.components.tags import tag
from app.ui.components.words import muted

NOTHING = (
    "Nothing here that I would expect to travel back in the wrong way. "
    "I read the words, not your workplace: you know the people."
)


def show(card: CheckCard, library: Library, key: str, *, page: bool = True) -> None:
    """Draw the report. On its page it gives the verdict and sets two panes; in the chat the answer says the verdict.

    A text without a mark is not drawn again: it stands above, as it was typed.
    """
    report, better = card.report, card.better if card.better != card.report.text else ""
    serious.show(report.serious, library)
    if report.serious and not is_english(report.text, library):
        muted(ENGLISH_ONLY)
    if page and (verdict := marks.verdict(report)):
        st.html(verdict)
    left, right = st.columns(2, gap="large") if page and better else (st.container(), st.container())
    if report.flags:
        with left:
            st.markdown("**Your text**")
            st.html(marks.marked(report))
    if better:
        with right:
            st.markdown("**A better text**")
            st.html(marks.changed(report.text, better))
            with st.popover("Copy", key=f"copy_{key}"):
                st.code(better, language=None, wrap_lines=True)
    if not report.flags and not report.serious:
        muted(NOTHING)
    for flag in sorted(report.flags, key=lambda each: -each.severity):
        _reason(flag, report, library)


def _source(source: Source) -> str:
    by = credit(source)
    return f"{source.title} ({by})" if by else source.title


def _reason(flag: RiskFlag, report: RiskReport, library: Library) -> None:
    """Say why one phrase is marked, when it would be fine, and what to say instead."""
    name = tag("span", f"{flag.name} · {SEVERITY[flag.severity]}", cls=f"risk-word s{flag.severity}")
    quote = tag("span", f"“{report.text[flag.start : flag.end]}”", cls="quote")
    lines = [tag("p", quote, " ", name), tag("p", flag.reason)]
    if flag.say_instead:
        lines.append(tag("p", "Say instead: ", tag("span", flag.say_instead, cls="instead")))
    named = [library.source_by_id[each] for each in flag.sources if each in library.source_by_id]
    quiet = (
        f"Marked lower: {flag.softened[:1].lower()}{flag.softened[1:]}" if flag.softened else "",
        f"Fine when: {flag.legitimate_when}" if flag.legitimate_when else "",
        "Source: " + "; ".join(_source(source) for source in named) if named else "",
    )
    lines += [tag("p", text, cls="muted") for text in quiet if text]
    st.html(tag("div", *lines, cls="finding"))

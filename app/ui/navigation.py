"""The pages, in the order of the sidebar. A new page is a file and a line here."""

from pathlib import Path
from typing import Literal, NoReturn, get_args

import streamlit as st

PageName = Literal[
    "coach", "rehearse", "questions", "check", "emails", "follow_through", "programme", "library", "history", "settings"
]

_TITLES: dict[PageName, str] = {
    "coach": "Coach",
    "rehearse": "Rehearse",
    "questions": "Questions",
    "check": "Check wording",
    "emails": "Emails",
    "follow_through": "Follow through",
    "programme": "Programme",
    "library": "Library",
    "history": "History",
    "settings": "Settings",
}
_FOLDER = Path(__file__).parent / "pages"


def page(name: PageName) -> st.Page:
    """Return the page object of a name."""
    return st.Page(_FOLDER / f"{name}.py", title=_TITLES[name], url_path=name, default=name == "coach")


def pages() -> list[st.Page]:
    """Return every page."""
    return [page(name) for name in get_args(PageName)]


def go(name: PageName, **address: str) -> NoReturn:
    """Open a page, with these values in its address."""
    st.switch_page(page(name), query_params=address)

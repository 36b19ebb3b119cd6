"""The report as a page: what falls short is named first, nothing is fetched, and no word of a sample becomes markup."""

import re

from evals.baseline import Baseline, Kept
from evals.measuring import Figure, Outcome, Picture, Row, Series
from evals.reporting.markdown import as_markdown
from evals.reporting.page import as_page

OUTCOME = Outcome(
    task="risk",
    title="Risk",
    asks="Is it found?",
    figures=(
        Figure(id="recall", title="serious matters found", value=0.9, bar=0.95, n=10),
        Figure(id="alarms", title="false alarms", value=0.05, bar=0.1, at_least=False),
        Figure(id="believable", title="believable", value=None, bar=4, unit="score"),
    ),
    rows=(Row(id="<script>alert(1)</script> he hit me", value=0.0, said="nothing"),),
    pictures=(
        Picture(title="F1", kind="bars", series=(Series(name="F1", points=(("a_label", 0.5),)),), bar=0.75),
        Picture(title="Chance", kind="lines", series=(Series(name="m", points=((0.0, 0.0), (1.0, 1.0))),)),
    ),
)
BEFORE = Baseline(tasks={"risk": Kept(figures={"recall": 0.85, "alarms": 0.05})})


def test_what_falls_short_stands_before_the_bars_and_unscored_is_no_pass() -> None:
    page = as_page([OUTCOME], BEFORE)
    assert page.index("What falls short") < page.index("The bars") < page.index("Is it found?")
    assert re.search(r"<b>1</b>of 3 bars met.*<b>1</b>short.*<b>1</b>unscored", page)
    assert page.count("serious matters found") == 3


def test_the_trend_is_told_in_the_figures_own_unit() -> None:
    assert "+5.0 points" in as_page([OUTCOME], BEFORE)
    assert "| same |" in as_markdown([OUTCOME], BEFORE)


def test_a_page_stands_alone_and_a_sample_stays_a_sample() -> None:
    page = as_page([OUTCOME], BEFORE)
    assert not re.search(r"<script|<link|<img|https?:|url\(", page)
    assert "&lt;script&gt;alert(1)" in page
    assert "a label" in page


def test_the_markdown_says_first_how_many_bars_are_met() -> None:
    text = as_markdown([OUTCOME], BEFORE)
    assert (
        text.index("1 of 3 bars met, 1 short, 1 unscored")
        < text.index("- Short: serious matters found")
        < text.index("## The bars")
    )

"""Figures and the baseline: what is unscored is not zero, and a slip names the rows that fell."""

from pathlib import Path

import pytest

from evals.baseline import Baseline, changes, read, write
from evals.measuring import Figure, Outcome, Picture, Row, Series, gain, mean
from evals.reporting import write_report

ROWS = (
    Row(id="a", value=1.0),
    Row(id="b", value=0.0, said="nonsense"),
    Row(id="c", value=1.0),
    Row(id="d", value=None),
)


def outcome(*values: float | None, bar: float | None = 0.5) -> Outcome:
    rows = tuple(Row(id=name, value=value, said="said") for name, value in zip("abcd", values, strict=False))
    return Outcome(task="t", title="A task", figures=(mean("right", "rows right", rows, bar=bar),), rows=rows)


def test_the_unscored_are_counted_apart_and_never_as_zero() -> None:
    figure = mean("right", "right", ROWS, bar=0.6)
    assert figure.value == pytest.approx(2 / 3)
    assert (figure.n, figure.note, figure.met) == (3, "1 unscored", True)


def test_a_figure_nobody_could_measure_neither_meets_nor_misses_its_bar() -> None:
    figure = mean("right", "right", [Row(id="a", value=None)], bar=0.6)
    assert (figure.value, figure.met, figure.shown) == (None, None, "unscored")


def test_a_bar_can_be_a_most() -> None:
    figure = Figure(id="alarms", title="alarms", value=0.2, bar=0.1, at_least=False)
    assert figure.met is False


def test_a_gain_over_the_same_samples_has_an_interval_around_it() -> None:
    figure = gain("gain", "gain", [1, 1, 1, 0] * 20, [0, 1, 0, 0] * 20)
    assert figure.value == pytest.approx(0.5)
    assert figure.low is not None
    assert figure.high is not None
    assert 0 < figure.low < 0.5 < figure.high


def test_the_same_figures_twice_leave_the_baseline_in_peace(tmp_path: Path) -> None:
    write(tmp_path / "baseline.json", [outcome(1.0, 0.0, 1.0)], Baseline())
    assert changes([outcome(1.0, 0.0, 1.0)], read(tmp_path / "baseline.json")) == []


def test_a_drop_is_told_with_the_rows_that_fell_and_no_others(tmp_path: Path) -> None:
    write(tmp_path / "baseline.json", [outcome(1.0, 0.0, 1.0)], Baseline())
    told = "\n".join(changes([outcome(1.0, 0.0, 0.0)], read(tmp_path / "baseline.json")))
    assert "WORSE" in told
    assert "fell: c" in told
    assert "fell: b" not in told


def test_a_gain_that_is_not_written_down_is_told_too(tmp_path: Path) -> None:
    write(tmp_path / "baseline.json", [outcome(1.0, 0.0, 1.0)], Baseline())
    assert "better" in changes([outcome(1.0, 1.0, 1.0)], read(tmp_path / "baseline.json"))[1]


def test_times_are_never_compared(tmp_path: Path) -> None:
    def timed(value: float) -> Outcome:
        return Outcome(
            task="t", title="T", figures=(Figure(id="p95", title="p95", value=value, unit="ms", exact=False),)
        )

    write(tmp_path / "baseline.json", [timed(10)], Baseline())
    assert changes([timed(99)], read(tmp_path / "baseline.json")) == []


def test_the_report_stands_alone_and_shows_what_fell_short(tmp_path: Path) -> None:
    picture = Picture(title="By <label>", kind="bars", series=(Series(name="F1", points=(("x & y", 0.4),)),), bar=0.5)
    found = outcome(1.0, 0.0, 0.0).model_copy(update={"pictures": (picture,)})
    write_report([found], Baseline(), tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "short" in page
    assert "x &amp; y" in page
    assert not [word for word in ("http", "<script", "@import", "src=") if word in page]
    assert "**short**" in (tmp_path / "report.md").read_text(encoding="utf-8")

"""The report as one page of HTML with everything inside: no script, no font, no address."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from evals.baseline import Baseline
from evals.measuring import Figure, Outcome, Table
from evals.reporting.markdown import LEAD, TITLE, WORST, limit, measured_when, spread, trend
from evals.reporting.pictures import drawn

STYLE = Path(__file__).with_name("style.css")
VERDICT = {True: "met", False: "short", None: "unscored"}
CLASS = {True: "met", False: "short", None: "none"}


def as_page(outcomes: Sequence[Outcome], before: Baseline, title: str = TITLE, lead: str = LEAD) -> str:
    """Return the whole page."""
    body = "".join(_body(outcomes, before, title, lead))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width,initial-scale=1"><title>Skip-Level Coach: {escape(title)}</title>'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body><main>{body}</main></body></html>\n"
    )


def _body(outcomes: Sequence[Outcome], before: Baseline, title: str, lead: str) -> Iterator[str]:
    barred = [figure for outcome in outcomes for figure in outcome.figures if figure.bar is not None]
    yield f'<h1>{escape(title)}</h1><p class="lead">{escape(lead).replace("`", "")} {escape(measured_when(outcomes))}</p>'
    yield _summary(barred)
    yield _honest(barred)
    yield '<h2 id="bars">The bars</h2><p class="asks">What is promised, and what was measured; trend since the baseline.</p>'
    yield _figures([(o, [f for f in o.figures if f.bar is not None]) for o in outcomes], before, named=True)
    links = (f'<a href="#{outcome.task}">{escape(outcome.title)}</a>' for outcome in outcomes)
    yield f"<nav>{''.join(links)}</nav>"
    for outcome in outcomes:
        yield f'<h2 id="{outcome.task}">{escape(outcome.title)}</h2><p class="asks">{escape(outcome.asks)}</p>'
        yield from (drawn(picture) for picture in outcome.pictures)
        yield _figures([(outcome, outcome.figures)], before)
        yield from (_folded(table) for table in outcome.tables)
        if outcome.worst and not outcome.tables:
            yield _folded(_misses(outcome))


def _summary(barred: Sequence[Figure]) -> str:
    counts = {met: sum(figure.met is met for figure in barred) for met in (True, False, None)}
    words = {True: f"of {len(barred)} bars met", False: "short", None: "unscored here"}
    said = "".join(f'<span class="{CLASS[met]}"><b>{n}</b>{words[met]}</span>' for met, n in counts.items() if n)
    meter = "".join(f'<i class="{CLASS[met]}" style="flex:{n}"></i>' for met, n in counts.items() if n)
    return f'<div class="sum">{said}</div><div class="meter">{meter}</div>'


def _honest(barred: Sequence[Figure]) -> str:
    missed = [figure for figure in barred if figure.met is False]
    if not missed:
        return ""
    rows = "".join(f"<li>{escape(f.title)}: <b>{f.shown}</b>, bar {limit(f)}</li>" for f in missed)
    return f'<div class="honest"><b>What falls short</b><ul>{rows}</ul></div>'


def _figures(parts: Sequence[tuple[Outcome, Sequence[Figure]]], before: Baseline, *, named: bool = False) -> str:
    rows = []
    for outcome, figures in parts:
        if named and figures:
            rows.append(f'<tr><th class="part" colspan="4">{escape(outcome.title)}</th></tr>')
        rows += [_row(figure, outcome, before) for figure in figures]
    head = "".join(f"<th>{name}</th>" for name in ("what", "measured", "bar", "trend"))
    return f'<table class="figures"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _row(figure: Figure, outcome: Outcome, before: Baseline) -> str:
    about = ", ".join(part for part in (spread(figure), f"n&nbsp;{figure.n:,}" if figure.n else "") if part)
    verdict = f'<em class="{CLASS[figure.met]}">{VERDICT[figure.met]}</em><small>{limit(figure)}</small>'
    cells = (
        escape(figure.title) + (f"<small>{escape(figure.note)}</small>" if figure.note else ""),
        f"<b>{figure.shown}</b><small>{about}</small>",
        verdict if figure.bar is not None else "",
        trend(figure, outcome.task, before),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _misses(outcome: Outcome) -> Table:
    rows = tuple((row.id, row.said, row.wanted) for row in outcome.worst[:WORST])
    title = f"What went wrong, {len(rows)} of {len(outcome.worst)} rows"
    return Table(title=title, columns=("row", "said", "wanted"), rows=rows)


def _folded(table: Table) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    inside = f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    return f"<details><summary>{escape(table.title)}</summary>{inside}</details>"

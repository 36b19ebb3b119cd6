"""The report as one page of HTML with everything inside: no script, no font, no address."""

from collections.abc import Iterator, Sequence
from html import escape

from evals.baseline import Baseline
from evals.measuring import Figure, Outcome, Table
from evals.reporting.markdown import LEAD, TITLE, WORST, limit, spread, trend
from evals.reporting.pictures import as_svg

STYLE = """
:root { color-scheme: light dark; --ink:#1f2430; --soft:#5b6270; --page:#faf8f4; --card:#fffefb; --edge:#d8d2c4;
  --good:#1f5f5b; --short:#8a4b00; --one:#1f5f5b; --two:#b07a2a; --three:#6f8fae; --four:#8f5f7f; }
@media (prefers-color-scheme: dark) { :root { --ink:#e9e6df; --soft:#a3a9b5; --page:#171a20; --card:#1e222a;
  --edge:#3a404c; --good:#7fc7bf; --short:#f2c27d; --one:#7fc7bf; --two:#f2c27d; --three:#9fb8d6; --four:#d3a3c4; } }
* { box-sizing: border-box } body { margin:0; background:var(--page); color:var(--ink);
  font:16px/1.5 system-ui, sans-serif } main { max-width:1040px; margin:0 auto; padding:2rem 1rem 4rem }
h1,h2 { font-family:Georgia, serif }
h1 { font-size:1.9rem; margin:0 0 .3rem } h2 { margin:2.6rem 0 .6rem; font-size:1.3rem } h3 { font-size:1rem }
p.lead { color:var(--soft); max-width:65ch } .tiles { display:grid; gap:.8rem;
  grid-template-columns:repeat(auto-fill,minmax(225px,1fr)); margin:1.2rem 0 }
.tile { background:var(--card); border:1px solid var(--edge); border-left:5px solid var(--good); border-radius:6px;
  padding:.7rem .9rem } .tile.no { border-left-color:var(--short) } .tile b { font-size:1.55rem; display:block }
.tile small { color:var(--soft); display:block } .tile em { font-style:normal; font-weight:600; color:var(--good) }
.tile.no em { color:var(--short) } .wide { overflow-x:auto } table { border-collapse:collapse; width:100%;
  font-size:.9rem; background:var(--card) } th,td { text-align:left; padding:.35rem .6rem;
  border-bottom:1px solid var(--edge); vertical-align:top } td.n { text-align:right; white-space:nowrap }
figure { margin:1.2rem 0; background:var(--card); border:1px solid var(--edge); border-radius:6px; padding:1rem }
figcaption { font-weight:600; margin-bottom:.4rem } svg { width:100%; max-width:700px; height:auto }
svg text { font:12px system-ui, sans-serif; fill:var(--ink) } .axis { fill:none; stroke:var(--soft) }
.bar { stroke:var(--short); stroke-dasharray:4 3 } .key { margin-right:1rem; font-size:.85rem }
.key i { display:inline-block; width:.8rem; height:.8rem; border-radius:2px; margin-right:.35rem }
details { margin:.8rem 0 } summary { cursor:pointer; color:var(--soft) }
"""


def as_page(outcomes: Sequence[Outcome], before: Baseline, title: str = TITLE, lead: str = LEAD) -> str:
    """Return the whole page."""
    body = "".join(_body(outcomes, before, title, lead))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" '
        'content="width=device-width,initial-scale=1"><title>Skip-Level Coach, measured</title>'
        f"<style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _body(outcomes: Sequence[Outcome], before: Baseline, title: str, lead: str) -> Iterator[str]:
    barred = [figure for outcome in outcomes for figure in outcome.figures if figure.bar is not None]
    met = sum(figure.met is True for figure in barred)
    yield f"<h1>{escape(title)}</h1>"
    yield f'<p class="lead">{met} of {len(barred)} bars met. {escape(lead).replace("`", "")}</p>'
    yield f'<section class="tiles">{"".join(map(_tile, barred))}</section>'
    for outcome in outcomes:
        yield f"<h2>{escape(outcome.title)}</h2>"
        yield from (as_svg(picture) for picture in outcome.pictures)
        yield _figures(outcome, before)
        for table in outcome.tables:
            yield _folded(table)
        if outcome.worst and not outcome.tables:
            yield _folded(_misses(outcome))


def _tile(figure: Figure) -> str:
    verdict = {True: "met", False: "short", None: "unscored"}[figure.met]
    return (
        f'<div class="tile{"" if figure.met else " no"}"><small>{escape(figure.title)}</small><b>{figure.shown}</b>'
        f"<small><em>{verdict}</em>, bar {limit(figure)}</small></div>"
    )


def _figures(outcome: Outcome, before: Baseline) -> str:
    rows = tuple(
        (
            f.title,
            f.shown,
            spread(f),
            f"{f.n:,}" if f.n else "",
            limit(f),
            {True: "met", False: "short", None: ""}[f.met],
            trend(f, outcome.task, before),
        )
        for f in outcome.figures
    )
    columns = ("what", "measured", "95%", "n", "bar", "", "since the baseline")
    return _table(Table(title=outcome.title, columns=columns, rows=rows))


def _misses(outcome: Outcome) -> Table:
    rows = tuple((row.id, row.said, row.wanted) for row in outcome.worst[:WORST])
    title = f"What went wrong, {len(rows)} of {len(outcome.worst)} rows"
    return Table(title=title, columns=("row", "said", "wanted"), rows=rows)


def _folded(table: Table) -> str:
    return f"<details><summary>{escape(table.title)}</summary>{_table(table)}</details>"


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in table.columns)
    rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows)
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'

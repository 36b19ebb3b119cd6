"""Pictures that need nothing from anywhere: bars as plain boxes, lines as inline SVG. Colours are the page's variables."""

from html import escape

from evals.measuring import Picture, Series

COLOURS = ("var(--one)", "var(--two)", "var(--three)", "var(--four)", "var(--five)")
WIDTH, HEIGHT, LEFT, BELOW, ABOVE = 620, 330, 62, 46, 14
TICKS = 4


def drawn(picture: Picture) -> str:
    """Return a picture as a figure with its title and, of several series, their names."""
    inside = _bars(picture) if picture.kind == "bars" else _lines(picture)
    names = "".join(_key(series, layer) for layer, series in enumerate(picture.series)) if picture.series[1:] else ""
    return f"<figure><figcaption>{escape(picture.title)}</figcaption>{names}{inside}</figure>"


def _bars(picture: Picture) -> str:
    rows = []
    for name in dict.fromkeys(str(x) for series in picture.series for x, _ in series.points):
        values = [(layer, dict(_named(series)).get(name)) for layer, series in enumerate(picture.series)]
        bars = "".join(_bar(value, layer) for layer, value in values if value is not None)
        limit = f'<u style="left:calc((100% - var(--room)) * {picture.bar:g})"></u>' if picture.bar is not None else ""
        rows.append(f"<span>{escape(name.replace('_', ' '))}</span><div>{bars}{limit}</div>")
    note = f'<p class="asks">The dashed line is the bar, {picture.bar:g}.</p>' if picture.bar is not None else ""
    return f'<div class="bars">{"".join(rows)}</div>{note}'


def _named(series: Series) -> list[tuple[str, float]]:
    return [(str(x), y) for x, y in series.points]


def _bar(value: float, layer: int) -> str:
    wide = 100 * max(0.0, min(1.0, value))
    return f'<p><i style="width:{wide:.1f}%;background:{COLOURS[layer % len(COLOURS)]}"></i><b>{value:.2f}</b></p>'


def _lines(picture: Picture) -> str:
    points = [(float(x), y) for series in picture.series for x, y in series.points]
    low, high, top = min(x for x, _ in points), max(x for x, _ in points), max(1e-9, *(y for _, y in points))
    top = 1.0 if 0.5 < top <= 1 else top
    low = 0.0 if 0 < low < high / 4 else low
    span = (high - low) or 1.0
    wide, tall = WIDTH - LEFT - 20, HEIGHT - BELOW - ABOVE

    def across(x: float) -> float:
        return LEFT + (x - low) / span * wide

    def up(y: float) -> float:
        return ABOVE + tall * (1 - y / top)

    parts = []
    for step in range(TICKS + 1):
        y, x = top * step / TICKS, low + span * step / TICKS
        parts.append(f'<path d="M{LEFT},{up(y):.1f} H{LEFT + wide}" class="grid"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{up(y) + 5:.1f}" text-anchor="end">{_tick(y)}</text>')
        end = "end" if step == TICKS else "middle" if step else "start"
        parts.append(f'<text x="{across(x):.1f}" y="{HEIGHT - BELOW + 20}" text-anchor="{end}">{_tick(x)}</text>')
    parts.append(f'<path d="M{LEFT},{ABOVE} V{ABOVE + tall} H{LEFT + wide}" class="axis"/>')
    parts.append(f'<text x="{LEFT + wide / 2}" y="{HEIGHT - 5}" text-anchor="middle">{escape(picture.x)}</text>')
    for layer, series in enumerate(picture.series):
        line = " ".join(f"{across(float(x)):.1f},{up(y):.1f}" for x, y in series.points)
        dash = f' stroke-dasharray="{2 + 3 * layer} {3 + layer}"' if layer else ""
        colour = COLOURS[layer % len(COLOURS)]
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5"{dash}/>')
    label = escape(f"{picture.title}: {picture.y} by {picture.x}")
    above = f'<div class="key">{escape(picture.y)}</div>' if picture.y else ""
    return f'{above}<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{label}">{"".join(parts)}</svg>'


def _tick(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.2g}"


def _key(series: Series, layer: int) -> str:
    return f'<span class="key"><i style="background:{COLOURS[layer % len(COLOURS)]}"></i>{escape(series.name)}</span>'

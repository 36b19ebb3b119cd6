"""Pictures as inline SVG, so that the page needs nothing from anywhere. Colours come from the page's variables."""

from html import escape

from evals.measuring import Picture, Series

WIDTH, ROW, LEFT = 640, 22, 230
COLOURS = ("var(--one)", "var(--two)", "var(--three)", "var(--four)")
SQUARE, EDGE = 300, 46


def as_svg(picture: Picture) -> str:
    """Return a picture with its title as accessible text."""
    return _bars(picture) if picture.kind == "bars" else _lines(picture)


def _bars(picture: Picture) -> str:
    names = list(dict.fromkeys(str(x) for series in picture.series for x, _ in series.points))
    many = len(picture.series)
    height = len(names) * (ROW * many + 6) + 30
    room = WIDTH - LEFT - 60
    drawn = []
    for place, name in enumerate(names):
        top = place * (ROW * many + 6) + 8
        middle = top + ROW * many / 2
        drawn.append(f'<text x="{LEFT - 8}" y="{middle + 4:.0f}" text-anchor="end">{escape(name)}</text>')
        for layer, series in enumerate(picture.series):
            value = {str(x): y for x, y in series.points}.get(name)
            if value is None:
                continue
            y, wide = top + layer * ROW, max(0.0, min(1.0, value)) * room
            drawn.append(
                f'<rect x="{LEFT}" y="{y + 3}" width="{wide:.1f}" height="{ROW - 6}" rx="2" fill="{COLOURS[layer]}"/>'
                f'<text x="{LEFT + wide + 6:.1f}" y="{y + ROW / 2 + 4:.0f}">{value:.3f}</text>'
            )
    if picture.bar is not None:
        x = LEFT + picture.bar * room
        drawn.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{height - 26}" class="bar"/>')
        drawn.append(f'<text x="{x:.1f}" y="{height - 12}" text-anchor="middle">bar {picture.bar:g}</text>')
    return _framed(picture, WIDTH, height, drawn)


def _lines(picture: Picture) -> str:
    points = [point for series in picture.series for point in series.points]
    across = [float(x) for x, _ in points]
    low, high = min(across), max(across)
    top = max(1.0, *(y for _, y in points))
    span = (high - low) or 1.0

    def place(x: str | float, y: float) -> str:
        return f"{EDGE + (float(x) - low) / span * SQUARE * 1.4:.1f},{EDGE / 2 + SQUARE * (1 - y / top):.1f}"

    drawn = [
        f'<path d="M{EDGE},{EDGE / 2} V{EDGE / 2 + SQUARE} H{EDGE + SQUARE * 1.4:.0f}" class="axis"/>',
        f'<text x="{EDGE - 6}" y="{EDGE / 2 + 5}" text-anchor="end">{top:g}</text>',
        f'<text x="{EDGE - 6}" y="{EDGE / 2 + SQUARE}" text-anchor="end">0</text>',
        f'<text x="{EDGE}" y="{EDGE / 2 + SQUARE + 16}">{low:g}</text>',
        f'<text x="{EDGE + SQUARE * 1.4:.0f}" y="{EDGE / 2 + SQUARE + 16}" text-anchor="end">{high:g}</text>',
        f'<text x="{EDGE + SQUARE * 0.7:.0f}" y="{EDGE / 2 + SQUARE + 18}" text-anchor="middle">{escape(picture.x)}</text>',
    ]
    for layer, series in enumerate(picture.series):
        drawn.append(
            f'<polyline points="{" ".join(place(x, y) for x, y in series.points)}" fill="none" '
            f'stroke="{COLOURS[layer % len(COLOURS)]}" stroke-width="2"{_dash(layer)}/>'
        )
    return _framed(picture, int(EDGE * 2 + SQUARE * 1.4), SQUARE + EDGE + 10, drawn)


def _dash(layer: int) -> str:
    return f' stroke-dasharray="{layer * 3} {layer * 2}"' if layer else ""


def _framed(picture: Picture, width: int, height: int, drawn: list[str]) -> str:
    legend = (
        "".join(_key(series, layer) for layer, series in enumerate(picture.series)) if len(picture.series) > 1 else ""
    )
    title = escape(picture.title)
    return (
        f"<figure><figcaption>{title}{f' ({escape(picture.y)})' if picture.y else ''}</figcaption>{legend}"
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{"".join(drawn)}</svg></figure>'
    )


def _key(series: Series, layer: int) -> str:
    return f'<span class="key"><i style="background:{COLOURS[layer % len(COLOURS)]}"></i>{escape(series.name)}</span>'

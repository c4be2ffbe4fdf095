"""Pictures of counts, as SVG without a plotting package, and as bars of text.

What belongs here: the way from labels and numbers to a picture. What does not: which numbers (`insights`), Dagster (`metadata`).
A picture brings its own light ground, so that it reads the same on the interface's light and dark pages.
"""
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from math import ceil

COLOURS = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#bbbbbb")
"""Paul Tol's bright scheme: told apart by the colour-blind as well. The last one is for what is left over."""
INK, GRID, GROUND = "#24292f", "#d0d7de", "#ffffff"
WIDTH = 860
NARROWEST = 460  # room for a title
BAR = 18  # characters of the longest bar of text
STEPS = {1: 5, 2: 4, 3: 3, 4: 4, 5: 5, 6: 3, 8: 4}
"""Into how many even steps a scale is divided, by the first digit of where it ends."""
LABELS_ALONG = 14  # more labels on an axis would run into each other


def text_bars(counts: Iterable[tuple[str, int]]) -> list[tuple[str, int, str]]:
    """(label, count, bar), the bars in proportion; nothing above zero is without a bar."""
    shown = list(counts)
    longest = max((count for _, count in shown), default=0)
    return [(label, count, "█" * ceil(BAR * count / longest) if longest else "") for label, count in shown]


def stacked_columns(title: str, columns: Sequence[str], series: Mapping[str, Sequence[int]]) -> str:
    """One column per label, made of one block per series. Each series has as many counts as there are columns."""
    height, left, top, bottom = 250, 46, 40, 44
    totals = [sum(counts) for counts in zip(*series.values(), strict=True)]
    unit = height / nice_ceiling(max(totals, default=0))
    step = (WIDTH - left - 12) / max(len(columns), 1)
    parts = [_ticks(left, top, height, nice_ceiling(max(totals, default=0)))]
    base = [float(top + height)] * len(columns)
    for number, counts in enumerate(series.values()):
        for column, count in enumerate(counts):
            base[column] -= count * unit
            if count:
                where = (left + column * step + step * 0.1, base[column], step * 0.8, count * unit)
                parts.append(_box(where, _colour(number, len(series)), f"{columns[column]}: {count}"))
    every = max(1, ceil(len(columns) / LABELS_ALONG))
    parts += [_text(left + (n + 0.5) * step, top + height + 18, label, "middle") for n, label in enumerate(columns) if n % every == 0]
    legend, lines = _legend(list(series), top + height + bottom)
    return _picture(title, top + height + bottom + lines * 18, [*parts, *legend])


def matrix(title: str, labels: Sequence[str], counts: Mapping[tuple[str, str], int]) -> str:
    """A square for every pair of labels, darker for more. `counts` has each pair once, in either order."""
    size, left, top = 40, 60, 70
    most = max(counts.values(), default=1)
    parts = [_text(left - 8, top + (n + 0.65) * size, label, "end") for n, label in enumerate(labels)]
    parts += [_text(left + (n + 0.5) * size, top - 8, label, "middle") for n, label in enumerate(labels)]
    for row, one in enumerate(labels):
        for column, other in enumerate(labels):
            count = counts.get((one, other), counts.get((other, one), 0))
            x, y = left + column * size, top + row * size
            shade = f"{0.15 + 0.85 * count / most:.2f}" if count else "0.03"
            parts.append(f'<rect x="{x}" y="{y}" width="{size - 2}" height="{size - 2}" fill="{COLOURS[0]}" fill-opacity="{shade}"/>')
            if count:
                parts.append(_text(x + size / 2 - 1, y + size * 0.62, str(count), "middle", GROUND if count > 0.65 * most else INK))
    return _picture(title, top + len(labels) * size + 10, parts, max(left + len(labels) * size + 20, NARROWEST))


def nice_ceiling(value: int) -> int:
    """The next of 1, 2, 3, 4, 5, 6, 8, 10, 20, 30, … that is not below the value."""
    power = int(10.0 ** (len(str(value)) - 1))
    return next(leading * power for leading in (1, 2, 3, 4, 5, 6, 8, 10) if leading * power >= value)


def data_uri(svg: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _ticks(left: float, top: float, height: float, most: int) -> str:
    steps = min(STEPS[int(str(most)[0])], most)
    lines = []
    for n in range(steps + 1):
        y = top + height - n * height / steps
        lines.append(f'<line x1="{left}" x2="{WIDTH - 12}" y1="{y:.1f}" y2="{y:.1f}" stroke="{GRID}"/>')
        lines.append(_text(left - 6, y + 4, f"{n * most // steps:,}", "end"))
    return "".join(lines)


def _legend(names: Sequence[str], top: float) -> tuple[list[str], int]:
    """The names with their colours, as many in a line as fit; and how many lines that took."""
    parts, x, line = [], 46.0, 0
    for number, name in enumerate(names):
        wide = 26 + 7.5 * len(name)
        if x + wide > WIDTH:
            x, line = 46.0, line + 1
        y = top + line * 18
        parts += [_box((x, y - 9, 10, 10), _colour(number, len(names))), _text(x + 15, y, name)]
        x += wide
    return parts, line + 1


def _colour(number: int, of: int) -> str:
    return COLOURS[min(number, len(COLOURS) - 1)] if of > 1 else COLOURS[0]


def _box(where: tuple[float, float, float, float], colour: str, tip: str = "") -> str:
    x, y, width, height = (f"{value:.1f}" for value in where)
    told = f"<title>{escape(tip)}</title>" if tip else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}">{told}</rect>'


def _text(x: float, y: float, words: str, anchor: str = "start", colour: str = INK) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def _picture(title: str, height: float, parts: Sequence[str], width: float = WIDTH) -> str:
    ground = f'<rect width="{width:.0f}" height="{height:.0f}" rx="6" fill="{GROUND}" stroke="{GRID}"/>'
    head = f'<text x="14" y="24" font-size="14" font-weight="600" fill="{INK}">{escape(title)}</text>'
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="system-ui, sans-serif" font-size="12">'
        f"{ground}{head}{''.join(parts)}</svg>"
    )

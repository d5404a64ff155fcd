"""The few shapes that charts are made of. Every text is escaped; nothing carries a style."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from foundation.charts.chart import chart_key

# The palette of the Government Analysis Function, in its order; never more than four of them.
COLOURS = ("#12436D", "#28A197", "#801650", "#F46A25")
INK_ON = ("#ffffff", "#12181c", "#ffffff", "#12181c")
INK = "#12181c"
QUIET = "#48545a"
GRID = "#c7d1d3"
PALE = "#bcd9ea"
AXIS = "#48545a"
WIDTH = 600
NARROW = 340  # for a phone: the same letters on half the width
SIZE = 15
SMALL = 13
LETTER = 0.56  # width of an average letter of Public Sans, in its size
WIDEST = {**dict.fromkeys("0123456789£", 0.65), **dict.fromkeys(",.", 0.25), "%": 0.91}  # what numbers are written with

Value = int | float | Decimal | None


def short(number: float) -> str:
    """Write a coordinate with one decimal at most."""
    text = f"{number:.1f}"
    return text.removesuffix(".0")


def printed(value: Value, unit: str = "") -> str:
    """Write a value with its unit: "£1,200", "45%", "12 days"; what is not shown as a dash."""
    if value is None:
        return "–"
    number = f"{value:,}"
    if unit == "£":
        return f"£{number}"
    return number + (unit if unit in ("", "%") else f" {unit}")


def width_of(text: str, size: int = SIZE) -> float:
    """Estimate how wide a text will be."""
    return len(text) * size * LETTER


def room_for(number: str, size: int = SIZE) -> float:
    """Say how wide a number with its unit is at most, whichever digits it has: what is drawn further left is cut."""
    return sum(WIDEST.get(letter, 0.62) for letter in number) * size


def wrapped(text: str, most: float, size: int = SIZE) -> list[str]:
    """Break a text into lines that are no wider than `most`; a long word is left whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and width_of(f"{lines[-1]} {word}", size) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def text(x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK, size: int = SIZE, bold: bool = False) -> str:
    """Write one line of text; `y` is its foot."""
    at = f' text-anchor="{anchor}"' if anchor != "start" else ""
    weight = ' font-weight="700"' if bold else ""
    sized = f' font-size="{size}"' if size != SIZE else ""
    colour = f' fill="{fill}"' if fill != INK else ""
    return f'<text x="{short(x)}" y="{short(y)}"{at}{sized}{weight}{colour}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, fill: str, *, extra: str = "") -> str:
    """Draw a filled rectangle; `extra` is further attributes written by this package."""
    size = f'width="{short(max(width, 0))}" height="{short(max(height, 0))}"'
    return f'<rect x="{short(x)}" y="{short(y)}" {size} fill="{fill}"{extra}/>'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = GRID, width: float = 1, dashes: str = "") -> str:
    """Draw a straight line."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'x1="{short(x1)}" y1="{short(y1)}" x2="{short(x2)}" y2="{short(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{short(width)}"{dashed}/>'


def path(points: Sequence[tuple[float, float]], stroke: str) -> str:
    """Draw a line through points."""
    steps = "L".join(f"{short(x)} {short(y)}" for x, y in points)
    return f'<path d="M{steps}" fill="none" stroke="{stroke}" stroke-width="2.5" stroke-linejoin="round"/>'


def marker(series: int, x: float, y: float, size: float = 4.5) -> str:
    """Draw the marker of a series: circle, square, triangle or diamond, so that colour is not alone."""
    fill = COLOURS[series]
    match series:
        case 0:
            return f'<circle cx="{short(x)}" cy="{short(y)}" r="{short(size)}" fill="{fill}"/>'
        case 1:
            return rect(x - size, y - size, 2 * size, 2 * size, fill)
        case 2:
            return _shape(((x, y - size * 1.2), (x + size * 1.2, y + size), (x - size * 1.2, y + size)), fill)
        case _:
            reach = size * 1.35
            return _shape(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), fill)


def _shape(points: Iterable[tuple[float, float]], fill: str) -> str:
    corners = " ".join(f"{short(x)},{short(y)}" for x, y in points)
    return f'<polygon points="{corners}" fill="{fill}"/>'


def outlined(shape: str, x: float, y: float, reach: float, *, filled: bool = False, strong: bool = False) -> str:
    """Draw a square, circle, diamond or triangle around its middle, as a line that is thick where it is `strong`."""
    ink = f'fill="{PALE if filled else "#ffffff"}" stroke="{INK}" stroke-width="{"4" if strong else "1.5"}"'
    corners: tuple[tuple[float, float], ...]
    match shape:
        case "square":
            size = short(2 * reach)
            return f'<rect x="{short(x - reach)}" y="{short(y - reach)}" width="{size}" height="{size}" {ink}/>'
        case "circle":
            return f'<circle cx="{short(x)}" cy="{short(y)}" r="{short(reach)}" {ink}/>'
        case "triangle":
            corners = ((x, y - reach), (x + reach, y + reach), (x - reach, y + reach))
        case _:
            corners = ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))
    return f'<polygon points="{" ".join(f"{short(at)},{short(down)}" for at, down in corners)}" {ink}/>'


def sign(letter: str, x: float, y: float, ink: str) -> str:
    """Write a letter around its middle; tick and cross are drawn, because the type has none."""
    strokes = {"✓": "M-5 0.5L-1.5 4L5 -4", "✗": "M-4 -4L4 4M4 -4L-4 4"}.get(letter)
    if strokes is None:
        return text(x, y + 5, letter, anchor="middle", fill=ink, size=SMALL, bold=True)
    return f'<path d="{strokes}" transform="translate({short(x)} {short(y)})" fill="none" stroke="{ink}" stroke-width="2.2"/>'


def drawing(
    kind: str,
    title: str,
    description: str,
    table: tuple[Sequence[str], Sequence[Sequence[str | int | float]]],
    height: float,
    parts: Iterable[str],
    width: float = WIDTH,
) -> str:
    """Put the parts into one SVG that says what it shows. The same content always gives the same text."""
    key = chart_key(kind + title if width != NARROW else f"narrow {kind}{title}", table)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {short(width)} {short(height)}" width="{short(width)}" '
        f'height="{short(height)}" role="img" aria-labelledby="{key}t {key}d"><title id="{key}t">{escape(title)}</title>'
        f'<desc id="{key}d">{escape(description)}</desc>'
        f'<g font-family="Public Sans, Helvetica Neue, Arial, sans-serif" font-size="{SIZE}" fill="{INK}">'
        f"{''.join(parts)}</g></svg>"
    )


def legend(names: Sequence[str], y: float, *, markers: bool = False, width: float = WIDTH) -> tuple[list[str], float]:
    """Name the series in their order; gives the parts and where the drawing may begin beneath."""
    parts: list[str] = []
    x = 0.0
    for number, name in enumerate(names):
        wide = 22 + width_of(name) + 18
        if x and x + wide > width:
            x, y = 0.0, y + 22
        parts.append(marker(number, x + 7, y + 7, 5.5) if markers else rect(x, y, 14, 14, COLOURS[number]))
        parts.append(text(x + 21, y + 12, name))
        x += wide
    return parts, y + 30


def check_series(names: Sequence[str], categories: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Refuse a chart that could not be read: too many series, or values that do not fit the categories."""
    if len(names) > len(COLOURS):
        raise ValueError(f"A chart shows at most {len(COLOURS)} series.")
    if any(len(row) != len(categories) for row in rows):
        raise ValueError("Each series has one value for each category.")

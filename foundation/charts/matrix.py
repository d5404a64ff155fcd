"""A matrix of two scales, such as likelihood and impact, with what lies in each of its cells."""

from collections.abc import Sequence

from foundation.charts import svg
from foundation.charts.chart import Chart, Table

# Band: ground, ink. The key under the picture and the numbers on the scales say what the colour says.
BANDS = {
    "low": ("#d5e8dc", "#12181c"),
    "medium": ("#f5d9a0", "#12181c"),
    "high": ("#f0a58f", "#12181c"),
    "very high": ("#a81c06", "#ffffff"),
}
LEAST = 44.0
ROW = 18


def matrix(
    *,
    title: str,
    description: str,
    down: Sequence[str],
    across: Sequence[str],
    bands: Sequence[Sequence[str]],
    entries: Sequence[Sequence[Sequence[str]]],
    down_header: str,
    across_header: str,
) -> Chart:
    """Draw short entries in the cells of two scales, `down` from the top, `across` from the left.

    `bands` says how bad each cell is: "low", "medium", "high" or "very high".
    """
    if len(bands) != len(down) or any(len(row) != len(across) for row in (*bands, *entries)) or len(entries) != len(down):
        raise ValueError("Each cell has a band and its entries.")
    headers = (f"{down_header} / {across_header}", *across)
    table: Table = (headers, [(name, *(", ".join(cell) or "–" for cell in row)) for name, row in zip(down, entries, strict=True)])

    def drawn(width: float) -> str:
        left = max(svg.width_of(_short(name, width), svg.SMALL) for name in down) + 18.0
        step = (width - left) / len(across)
        parts, y = [svg.text(0.0, 16.0, f"{down_header} ↓", size=svg.SMALL, bold=True)], 28.0
        for name, row_bands, row in zip(down, bands, entries, strict=True):
            lines = [svg.wrapped(", ".join(cell), step - 10, svg.SMALL) for cell in row]
            height = max(LEAST, ROW * max(len(words) for words in lines) + 12.0)
            parts.append(svg.text(left - 10, y + height / 2 + 5, _short(name, width), anchor="end", size=svg.SMALL))
            for place, (band, words) in enumerate(zip(row_bands, lines, strict=True)):
                ground, ink = BANDS[band]
                x = left + step * place
                parts.append(svg.rect(x + 1, y + 1, step - 2, height - 2, ground, extra=' rx="3"'))
                top = y + height / 2 - ROW * len(words) / 2 + 13
                parts += [
                    svg.text(x + step / 2, top + ROW * n, line, anchor="middle", fill=ink, size=svg.SMALL, bold=True)
                    for n, line in enumerate(words)
                    if line
                ]
            y += height
        parts += [
            svg.text(left + step * (place + 0.5), y + 18, _short(name, width), anchor="middle", size=svg.SMALL)
            for place, name in enumerate(across)
        ]
        parts.append(svg.text(width, y + 38, f"{across_header} →", anchor="end", size=svg.SMALL, bold=True))
        parts, y = _with_key(parts, y + 50, width)
        return svg.drawing("matrix", title, description, table, y, parts, width)

    return Chart(title, description, drawn(svg.WIDTH), table, drawn(svg.NARROW))


def _short(name: str, width: float) -> str:
    """On a phone the number alone."""
    return name.split(" ", 1)[0] if width == svg.NARROW else name


def _with_key(parts: list[str], y: float, width: float) -> tuple[list[str], float]:
    x = 0.0
    for word, (ground, _ink) in BANDS.items():
        wide = 26 + svg.width_of(word, svg.SMALL) + 14
        if x and x + wide > width:
            x, y = 0.0, y + 24
        parts.append(svg.rect(x, y, 18, 18, ground, extra=' rx="3"'))
        parts.append(svg.text(x + 25, y + 14, word.capitalize(), size=svg.SMALL))
        x += wide
    return parts, y + 26

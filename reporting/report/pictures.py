"""Pictures for children: a large number, so many of ten children, and a sign for each section. Drawn here, nothing is fetched."""

from collections.abc import Mapping
from typing import Any, Final

from foundation.charts import Chart, svg

WIDTH, HEIGHT = 190, 120
_DEEP, _LIGHT, _WARM = svg.COLOURS[0], svg.PALE, svg.COLOURS[3]
_SIGNS: Final = {
    "did": f'<circle cx="32" cy="32" r="30" fill="{_LIGHT}"/>'
    f'<path d="M18 33L28 43L47 22" fill="none" stroke="{_DEEP}" stroke-width="6" stroke-linecap="round" '
    'stroke-linejoin="round"/>',
    "heard": f'<path d="M8 10h48a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H30L16 57V44H8a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4z" fill="{_LIGHT}"/>'
    f'<path d="M16 22h32M16 32h22" fill="none" stroke="{_DEEP}" stroke-width="4" stroke-linecap="round"/>',
    "will_do": f'<circle cx="32" cy="32" r="30" fill="{_LIGHT}"/>'
    f'<path d="M14 32H48M36 18L50 32L36 46" fill="none" stroke="{_DEEP}" stroke-width="6" stroke-linecap="round" '
    'stroke-linejoin="round"/>',
    "help": f'<circle cx="32" cy="32" r="30" fill="{_LIGHT}"/>'
    f'<path d="M32 50C14 38 14 24 22 21c5-2 9 2 10 6 1-4 5-8 10-6 8 3 8 17-10 29z" fill="{_WARM}"/>',
}
_SAID: Final = {"did": "A tick", "heard": "A speech bubble", "will_do": "An arrow that points ahead", "help": "A heart"}


def sign(key: str) -> Chart:
    """The sign of a section."""
    said, table = _SAID[key], (("What",), [(_SAID[key],)])
    return Chart(said, "", svg.drawing(f"sign {key}", said, said, table, 64, [_SIGNS[key]], width=64), table)


def number(told: Mapping[str, Any]) -> Chart:
    """A large number on its sheet; of a share, ten children too, of whom so many are coloured."""
    words, ten = told["words"], told["of_ten"]
    title = f"{told['text']} {words}"
    description = f"{ten} of ten figures of children are coloured." if ten is not None else "A large number."
    parts = [svg.rect(0, 0, WIDTH, HEIGHT, _LIGHT, extra=' rx="10"')]
    size = min(54, int((WIDTH - 20) / (len(told["text"]) * 0.64)))
    parts.append(svg.text(WIDTH / 2, 78 if ten is None else 62, told["text"], anchor="middle", fill=_DEEP, size=size, bold=True))
    if ten is not None:
        parts += [_child(10 + place * 17.2, 78, _DEEP if place < ten else "#ffffff") for place in range(10)]
    table = (("What", "How many"), [(words, told["text"])])
    return Chart(title, description, svg.drawing("number", title, description, table, HEIGHT, parts, width=WIDTH), table)


def _child(x: float, y: float, fill: str) -> str:
    line = f'fill="{fill}" stroke="{_DEEP}" stroke-width="1.5"'
    return (
        f'<circle cx="{svg.short(x + 7.5)}" cy="{svg.short(y + 5)}" r="4.5" {line}/>'
        f'<path d="M{svg.short(x + 1)} {svg.short(y + 30)}v-10a6.5 6.5 0 0 1 13 0v10z" {line}/>'
    )

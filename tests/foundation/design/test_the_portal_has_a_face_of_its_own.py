"""Partnership, palettes, titles, size of the first load, and nothing of GOV.UK's that may not be used."""

import gzip
import re
from pathlib import Path
from typing import Any

import django_htmx
import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import RequestFactory, override_settings

from foundation.design.context import PALETTES, partnership, partnership_of_settings

STATIC = Path(settings.BASE_DIR) / "static" / "portal"
CSS = (STATIC / "portal.css").read_text()


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", PALETTES)
def test_white_is_readable_on_every_palette_and_the_style_sheet_knows_it(name: str) -> None:
    assert contrast(PALETTES[name], "#ffffff") >= 7
    assert f".app-palette-{name}{{--app-deep: {PALETTES[name]}" in CSS
    light = re.search(rf"\.app-palette-{name}\{{[^}}]*--app-light: (#\w+)", CSS)
    assert light is not None
    assert contrast(light[1], PALETTES[name]) >= 3


def given(**changes: Any) -> Any:
    return override_settings(PARTNERSHIP={**settings.PARTNERSHIP, **changes})


def test_an_unknown_palette_becomes_the_first() -> None:
    with given(palette="red;}"):
        assert partnership_of_settings().palette == "tide"


@pytest.mark.parametrize(
    ("name", "area", "parts"),
    [
        ("Northmere Safeguarding Children Partnership", "Northmere", ("Northmere", "Safeguarding Children Partnership")),
        ("The Partnership", "Northmere", ("The Partnership", "")),
        ("Northmere", "Northmere", ("Northmere", "")),
    ],
)
def test_the_name_is_set_in_two_lines(name: str, area: str, parts: tuple[str, str]) -> None:
    with given(name=name, area=area):
        shown = partnership_of_settings()
    assert (shown.name_lead, shown.name_rest) == parts


def test_only_the_signed_in_are_warned_of_the_end_of_their_session() -> None:
    request = RequestFactory().get("/")
    assert "session_seconds" not in partnership(request)
    request.user = type("Somebody", (), {"is_authenticated": True})()
    assert partnership(request)["session_seconds"] == settings.SESSION_IDLE_SECONDS


@pytest.mark.parametrize(
    ("lines", "title"),
    [("Page\nSection\nPartnership", "Page – Section – Partnership"), ("Page\n\nPartnership", "Page – Partnership")],
)
def test_a_title_leaves_out_what_is_empty(lines: str, title: str) -> None:
    assert Template("{% load design %}{{ lines|title_parts }}").render(Context({"lines": lines})) == title


def test_a_title_from_data_is_escaped() -> None:
    source = "{% load design %}{% filter title_parts %}{{ name }}\nx{% endfilter %}"
    assert Template(source).render(Context({"name": "<b>"})) == "&lt;b&gt; – x"


def test_the_first_load_is_light() -> None:
    htmx = Path(django_htmx.__file__).parent / "static" / "django_htmx" / "htmx-2.min.js"
    files = [STATIC / "portal.css", STATIC / "portal.js", htmx]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 90_000  # leaves 10 kB for the page itself


def test_nothing_is_used_that_belongs_to_the_crown() -> None:
    assert "GDS Transport" not in CSS
    assert "crown" not in CSS
    assert "crest" not in CSS
    assert not list(STATIC.rglob("*crown*")) + list(STATIC.rglob("*crest*"))


def test_the_style_sheet_asks_only_for_files_that_are_there() -> None:
    for address in re.findall(r"url\(([^)]+)\)", CSS):
        assert address.startswith("data:") or (STATIC / address.strip("\"'")).is_file(), address


def test_scripts_and_styles_point_to_no_maps() -> None:
    assert "sourceMappingURL" not in CSS + (STATIC / "portal.js").read_text()


@pytest.mark.parametrize("weight", ["400", "700"])
def test_one_font_file_for_each_weight_holds_the_names_of_the_area(weight: str) -> None:
    """Two files of one weight, split by range, would paint wrong glyphs in print."""
    from fontTools.ttLib import TTFont

    for kind in ("ttf", "woff2"):
        letters = TTFont(STATIC / "fonts" / f"public-sans-{weight}.{kind}").getBestCmap()
        assert not [letter for letter in "ŵŷŴłŁńśżčšžőűșțāēīğışßñéèêëçøåæœ£€–’“”…" if ord(letter) not in letters]
    assert CSS.count(f"public-sans-{weight}.woff2") == 1


def test_every_palette_of_the_status_words_is_readable() -> None:
    for tone in ("blue", "green", "amber", "red", "grey"):
        rule = re.search(rf"\.app-status--{tone}\{{border-color:[^;]+;background-color:(#\w+);color:(#\w+)", CSS)
        assert rule is not None
        assert contrast(_long(rule[1]), _long(rule[2])) >= 4.5


def _long(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])

import pytest
from django.utils.safestring import SafeString
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from foundation.markdown import leaves_the_portal, to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<style>*{display:none}</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
    '[x](https://example.org "\\" onmouseover=\\"alert(1)")',
    '[x](https://example.org"onclick="alert(1))',
    "![x](https://example.org/pixel.png)",
    "```\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "`<script>`",
    "| <b onclick=alert(1)>a</b> |\n|---|\n| <iframe src=//example.org> |",
    "# <script>alert(1)</script>",
    "<!-- <script> -->",
    "{% load x %}{{ secret }}",
]
ALLOWED = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td", "strong", "em", "s", "code", "pre"),
}
ATTRIBUTES = {"class", "href", "title", "rel", "scope", "start"}


def assert_harmless(source: str) -> None:
    for element in lxml_html.fragment_fromstring(to_html(source), create_parent="main").iterdescendants():
        assert element.tag in ALLOWED, element.tag
        assert set(element.attrib) <= ATTRIBUTES
        address = str(element.get("href", "")).strip().casefold()
        scheme = address.partition(":")[0] if ":" in address else ""
        assert scheme in {"", "http", "https", "mailto", "tel"} or scheme.startswith(("/", "#", "?", "."))


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_text_is_harmless(source: str) -> None:
    assert_harmless(source)


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30)), max_size=4))
def test_hostile_text_is_harmless_in_any_mixture(pieces: list[str]) -> None:
    assert_harmless("\n\n".join(pieces))
    assert_harmless(" ".join(pieces))


@pytest.mark.parametrize(
    ("source", "top", "expected"),
    [
        ("# A", 2, '<h2 class="govuk-heading-l">A</h2>\n'),
        ("## A", 2, '<h3 class="govuk-heading-m">A</h3>\n'),
        ("# A", 1, '<h1 class="govuk-heading-xl">A</h1>\n'),
        ("### A", 3, '<h5 class="govuk-heading-s">A</h5>\n'),
        ("###### A", 4, '<h6 class="govuk-heading-s">A</h6>\n'),
        ("A\n===", 3, '<h3 class="govuk-heading-m">A</h3>\n'),
    ],
)
def test_headings_move_down_and_never_below_6(source: str, top: int, expected: str) -> None:
    assert to_html(source, top_heading=top) == expected


@pytest.mark.parametrize(
    ("address", "leaves"),
    [
        ("https://example.org", True),
        ("HTTP://example.org", True),
        ("//example.org", True),
        ("\\\\example.org", True),
        ("/reports/2025-26/", False),
        ("#part-2", False),
        ("mailto:team@example.org", False),
    ],
)
def test_links_out_of_the_portal_are_told_apart(address: str, leaves: bool) -> None:
    assert leaves_the_portal(address) is leaves


def test_links_out_get_rel_and_links_inside_do_not() -> None:
    assert to_html("[a](https://example.org)") == (
        '<p class="govuk-body"><a href="https://example.org" rel="noopener noreferrer" class="govuk-link">a</a></p>\n'
    )
    assert to_html("[a](/reports/)") == '<p class="govuk-body"><a href="/reports/" class="govuk-link">a</a></p>\n'


def test_lists_quotes_and_rules_wear_the_design_system() -> None:
    assert to_html("- a\n- b") == ('<ul class="govuk-list govuk-list--bullet">\n<li>a</li>\n<li>b</li>\n</ul>\n')
    assert '<ol start="3" class="govuk-list govuk-list--number">' in to_html("3. a")
    assert '<blockquote class="govuk-inset-text">' in to_html("> a")
    assert "govuk-section-break" in to_html("a\n\n---")
    assert to_html("**a** *b* ~~c~~") == '<p class="govuk-body"><strong>a</strong> <em>b</em> <s>c</s></p>\n'


def test_tables_have_scopes_and_classes_and_no_styles() -> None:
    table = to_html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<th scope="col" class="govuk-table__header">a</th>' in table
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">2</td>' in table
    assert "style" not in table


def test_html_is_marked_safe_and_empty_text_is_empty() -> None:
    assert isinstance(to_html("a"), SafeString)
    assert to_html("") == ""

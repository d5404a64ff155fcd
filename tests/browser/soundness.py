"""What every page must be, looked at in its source and in the browser.

axe takes longer than everything else together, so that it is asked once for each page in one state (`state_of`), whichever
worker comes there first; everything else is looked at whenever a page is loaded. `make test-full` asks axe at every load too.
"""

import re
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 375, 1280)
PHONE = 375
TYPEFACE = "Public Sans"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
VOID_IN_SVG = {"path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS = {
    "article",
    "aside",
    "div",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
}
NOT_IN_P = HEADINGS | BLOCKS | {"blockquote", "hr", "pre", "address"}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "data-aria-controls")


class Source(HTMLParser):
    """Reads the HTML as it was sent, strictly: every tag closed, every reference met, nothing inline."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: Counter[str] = Counter()
        self.references: set[str] = set()
        self.stack: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.stack]
        self.faults += [f"id {name} is there {times} times" for name, times in self.ids.items() if times > 1]
        self.faults += [f"nothing has the id {name}" for name in sorted(self.references - set(self.ids))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at(tag, attrs)
        if tag in NOT_IN_P and "p" in self.stack:
            self.faults.append(f"<{tag}> inside <p>, line {self.getpos()[0]}")
        if tag == "form" and "form" in self.stack:
            self.faults.append("a form inside a form")
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._look_at(tag, attrs)
        if tag not in VOID | VOID_IN_SVG:
            self.faults.append(f"<{tag}/> closes itself, line {self.getpos()[0]}")

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1] != tag:
            self.faults.append(f"</{tag}> does not close {self.stack[-1:]}, line {self.getpos()[0]}")
        if tag in self.stack:
            while self.stack.pop() != tag:
                pass

    def _look_at(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice, line {self.getpos()[0]}")
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.faults.append(f"<{tag} {name}=…> is inline")
            if name == "id":
                self.ids[value or ""] += 1
            if name in REFERENCES:
                self.references.update((value or "").split())
            if tag == "a" and name == "href" and value and value.startswith("#") and value != "#":
                self.references.add(value[1:])
        runs = given.get("type") != "application/json"  # a block of data is no script
        if tag == "style" or (tag == "script" and runs and "src" not in given and not given.get("nonce")):
            self.faults.append(f"<{tag}> is inline")
        if tag == "form" and (given.get("method") or "").lower() not in ("post", "get", "dialog"):
            self.faults.append("a form without a method")


def faults_of_source(text: str) -> list[str]:
    """Everything that is wrong with a page's HTML as it was sent."""
    return Source(text).faults


def faults_of_headings(page: Page) -> list[str]:
    """One h1, and a title that begins with the page, ends with the partnership and says when there is an error."""
    faults = []
    headings = page.locator("h1").count()
    if headings != 1:
        faults.append(f"{headings} h1")
    parts = page.title().split(" – ")
    if len(parts) < 2 or not all(part.strip() for part in parts):
        faults.append(f"title “{page.title()}” is not “page – section – partnership”")
    if page.title().startswith("Error: ") != bool(page.locator(".govuk-error-summary").count()):
        faults.append("the title says “Error: ” exactly when there is an error summary")
    return faults


def faults_of_links(page: Page) -> list[str]:
    """The same words lead to the same place."""
    links = page.eval_on_selector_all("a[href]", "links => links.map(a => [a.textContent.trim().replace(/\\s+/g, ' '), a.href])")
    places: dict[str, set[str]] = {}
    for words, href in links:
        places.setdefault(words.lower(), set()).add(href)
    return [f"“{words}” leads to {sorted(hrefs)}" for words, hrefs in places.items() if len(hrefs) > 1 or not words]


def faults_of_width(page: Page) -> list[str]:
    """The page itself never scrolls sideways."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide <= 0:
        return []
    culprits = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.app-scroll'))
            .slice(0, 5).map(e => e.tagName + '.' + e.className)"""
    )
    width = page.viewport_size["width"] if page.viewport_size else 0
    return [f"scrolls sideways by {wide} px at {width} px: {culprits}"]


def faults_of_tables(page: Page) -> list[str]:
    """On a phone no column of a table is out of sight: its rows stand as cards."""
    width = page.viewport_size["width"] if page.viewport_size else 0
    if width > PHONE:
        return []
    wide = page.eval_on_selector_all(
        ".app-scroll",
        "all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.getAttribute('aria-label'))",
    )
    return [f"the table “{label}” hides columns at {width} px" for label in wide]


def faults_of_typeface(page: Page) -> list[str]:
    """All text that can be seen is in the house typeface; code alone may differ."""
    strange = page.evaluate(
        """family => [...document.querySelectorAll('body *')]
            .filter(e => e.getClientRects().length && !e.closest('code, pre, svg, script, style')
                && !(e.offsetWidth <= 1 && e.offsetHeight <= 1)
                && [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent.trim())
                && !getComputedStyle(e).fontFamily.includes(family))
            .slice(0, 5).map(e => e.tagName + ' “' + e.textContent.trim().slice(0, 40) + '”')""",
        TYPEFACE,
    )
    return [f"not in the house typeface: {strange}"] if strange else []


def faults_of_access(page: Page) -> list[str]:
    """What axe finds, save one thing that the design system keeps on purpose (aria-expanded on revealing choices)."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text())
    violations: list[dict[str, Any]] = page.evaluate(
        """async tags => (await axe.run(document, {
            runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], elementRef: false
        })).violations""",
        RULES,
    )
    faults = []
    for violation in violations:
        nodes = [node for node in violation["nodes"] if not _kept_on_purpose(violation["id"], node)]
        if nodes:
            where = [node["target"] for node in nodes][:3]
            faults.append(f"{violation['id']} ({violation['impact']}) at {where}: {nodes[0]['failureSummary'][:200]}")
    return faults


def _kept_on_purpose(rule: str, node: dict[str, Any]) -> bool:
    reveals = "govuk-radios__input" in node["html"] or "govuk-checkboxes__input" in node["html"]
    return rule == "aria-allowed-attr" and reveals and "aria-expanded" in node["failureSummary"]


class Looks:
    """Which pages axe has been asked about in this run, by any of its workers: each leaves a mark in a folder that they share.

    Without a folder every load is a first one.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def is_first(self, page: Page) -> bool:
        """Whether nobody has asked about this page in this state; from now on somebody has."""
        if self.folder is None:
            return True
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            (self.folder / sha256(state_of(page).encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


LOOKS = Looks()


def state_of(page: Page) -> str:
    """The page as axe sees it: the name of its address and the parts of it that name no record, its heading but for what has a
    digit in it, whether something lies open above it, whether it shows errors, whether script runs."""
    headings = [re.sub(r"\S*\d\S*", "…", heading) for heading in page.locator("h1").all_inner_texts()]
    above = "with a dialogue" if page.locator("[role=dialog]:visible, [role=alertdialog]:visible, dialog[open]").count() else ""
    errors = "with errors" if page.locator(".govuk-error-summary").count() else ""
    script = "with script" if page.evaluate("document.body.classList.contains('js-enabled')") else ""
    return " ".join(filter(None, [settings.ROOT_URLCONF, *place_of(urlsplit(page.url).path), *headings, above, errors, script]))


def place_of(path: str) -> list[str]:
    """The name of an address with those of its parts that name no record; the path itself, where it has no name."""
    try:
        found = resolve(path)
    except Resolver404:
        return [path]
    return [found.view_name, *(value for value in map(str, found.kwargs.values()) if re.fullmatch("[a-z_-]+", value))]


def check_page(page: Page, *, pictures: Path | None = None) -> None:
    """Fail with everything that is wrong with the page, at 320, 375 and 1280 pixels."""
    page.wait_for_load_state()  # a press returns when the next page begins to arrive
    asks_axe = LOOKS.is_first(page)
    faults = [*faults_of_headings(page), *faults_of_links(page), *faults_of_typeface(page)]
    before = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("window.scrollTo(0, 0)")  # “Exit this page” stays in view and covers whatever is scrolled beneath it
        if pictures is not None:
            page.screenshot(path=pictures.with_name(f"{pictures.name}-{width}.png"), full_page=True)
        faults += faults_of_width(page) + faults_of_tables(page)
        if asks_axe and width != PHONE:  # the ends of the range see what the middle sees
            faults += [f"{fault} [{width} px]" for fault in faults_of_access(page)]
    if before:
        page.set_viewport_size(before)
    assert not faults, "\n".join(faults)

"""A report with everything that the print stylesheet knows, in two chapters."""

# ruff: noqa: E501  # markup reads better in whole lines

from base64 import b64encode

BAR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200"><title>Contacts</title>'
    '<g font-family="Public Sans" font-size="12" fill="#0b0c0c">'
    + "".join(
        f'<rect x="{60 + 90 * n}" y="{170 - height}" width="60" height="{height}" fill="#12436D"/>'
        f'<text x="{90 + 90 * n}" y="{164 - height}" text-anchor="middle">{height * 3}</text>'
        f'<text x="{90 + 90 * n}" y="188" text-anchor="middle">Q{n + 1}</text>'
        for n, height in enumerate((80, 120, 95, 140, 60, 110))
    )
    + "</g></svg>"
)
CHART = f'<img class="chart" src="data:image/svg+xml;base64,{b64encode(BAR.encode()).decode()}" alt="Contacts by quarter. Highest 420.">'
TEXT = (
    "Fewer children waited for a decision than in the year before. The partnership agreed in spring to look at every contact on "
    "the day it comes, and it has kept to that in most months. Where it has not, the reason was nearly always that an answer from "
    "another agency was missing. "
)
OTHER_ALPHABETS = "Łukasz, Siân Ŵyn, Zoë, Žaneta, Gülşen and Đặng read the draft."


def rows(count: int) -> str:
    """Rows of a table with a name and three numbers."""
    return "".join(
        f'<tr><th scope="row">Agency {n}</th><td class="n">{n * 1234:,}</td><td class="n">{n * 7}</td>'
        f'<td><span class="rag rag--{colour}">{word}</span></td></tr>'
        for n, (colour, word) in enumerate(
            [("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue, done"), ("grey", "Not rated")]
            * (count // 5 + 1)
        )
        if n < count
    )


def table(caption: str, count: int, classes: str = "") -> str:
    """A table with a head that is repeated."""
    return (
        f'<table class="{classes}"><caption>{caption}</caption><thead><tr><th scope="col">Agency</th><th scope="col" class="n">Contacts'
        '</th><th scope="col" class="n">Late</th><th scope="col">Rating</th></tr></thead><tbody>'
        f'{rows(count)}<tr class="total"><th scope="row">All</th><td class="n">99,999</td><td class="n">99</td><td></td></tr></tbody></table>'
    )


def tile(title: str, value: str, change: str) -> str:
    """One key number."""
    return (
        f'<div class="tile"><h3 class="tile__title">{title}</h3><p class="tile__value"><strong>{value}</strong> children</p>'
        f'<p class="tile__change">{change}</p></div>'
    )


def report() -> str:
    """The whole document."""
    return f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Yearly report</title></head><body>
<section class="cover"><p class="cover__partnership"><span class="cover__lead">Northmere</span> Safeguarding Children Partnership</p>
<h1 class="cover__title">Yearly report</h1><p class="cover__year">2025 to 2026</p>
<p class="cover__stamp">The year to 31 March 2026. Figures as recorded on 18 November 2026.</p></section>
<nav class="contents"><h1 id="contents">Contents</h1><ol><li><a href="#door">The front door<span data-ref="#door"></span></a>
<ol><li><a href="#speed">How fast contacts were decided<span data-ref="#speed"></span></a></li></ol></li>
<li><a href="#agencies">Agencies and their part in the work of the partnership over the year<span data-ref="#agencies"></span></a></li></ol></nav>
<main><section class="chapter"><h1 id="door">The front door</h1><p class="lead">{TEXT}</p>
<h2>The year in numbers</h2><div class="tiles">{tile("Contacts received", "18,157", "+641 (15.3%) on the year before")}{tile("Decided in time", "93.4%", "no change")}
{tile("Waiting at the year’s end", "7", "−20 (74.1%) on the year before")}</div>
<p>{TEXT.strip()}<span class="footnote">Working Together to Safeguard Children, chapter 3.</span> {OTHER_ALPHABETS}</p><p>{TEXT}</p>
<h2 id="speed">How fast contacts were decided</h2><p>{TEXT}</p><figure>{CHART}<figcaption>Contacts by quarter.</figcaption></figure>
<blockquote><p>We asked to be told what happens next, and now somebody rings.</p></blockquote>
<div class="callout"><h3>What changes now</h3><ul><li>{TEXT}</li><li>A second thing.</li></ul></div></section>
<section class="chapter"><h1 id="agencies">Agencies and their part</h1><p>{TEXT}</p>{table("Contacts by agency", 45, "long")}
<p class="note">Small numbers are hidden.</p><h2>Terms</h2><dl class="terms"><div><dt>MASH</dt><dd>Multi-agency safeguarding hub.</dd></div>
<div><dt>Contact</dt><dd>One child in a submission. {TEXT}</dd></div></dl>
<section class="wide"><h2>A wide table</h2>{table("Contacts by agency, wide", 8)}</section><p>{TEXT}</p></section></main></body></html>"""

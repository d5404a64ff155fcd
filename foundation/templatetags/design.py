"""Components, fields and page furniture for templates: `{% load design %}`.

`{% govuk %}` calls any official component. The others are the portal's own parts; their markup is in
`templates/components/`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from foundation import clock
from foundation.charts import Chart
from foundation.design import words
from foundation.design.bound import PortalBoundField
from foundation.design.components import component

register = template.Library()

TONES = {
    "blue": "Blue",
    "green": "Green",
    "amber": "Amber",
    "red": "Red",
    "grey": "Not rated",
}
WORDS_OF_TONES = {"b": "blue", "r": "red", "a": "amber", "g": "green", "": "grey", "none": "grey", "not_rated": "grey"}
EMPTY_STATES = {
    "none": "There is nothing here yet",
    "filtered": "Nothing matches these filters",
    "hidden": "There is nothing here that you may see",
}


@register.simple_tag
def govuk(name: str, /, **options: Any) -> SafeString:
    """Show an official component: `{% govuk "tag" text="New" classes="govuk-tag--blue" %}`.

    Two underlines reach into an option: `label__text="Name"` is `label: {text: "Name"}`.
    """
    return component(name, nested(options))


def nested(options: Mapping[str, Any]) -> dict[str, Any]:
    """Turn `a__b=1` into `{"a": {"b": 1}}`."""
    params: dict[str, Any] = {}
    for path, value in options.items():
        *outer, last = path.split("__")
        place = params
        for step in outer:
            place = place.setdefault(step, {})
        place[last] = value
    return params


@register.simple_tag
def field(bound: PortalBoundField, legend_size: str = "s", *, heading: bool = False, **options: Any) -> SafeString:
    """Show one field: `{% field form.name legend_size="l" heading=True %}` makes its label the page's h1."""
    return bound.as_component(legend_size=legend_size, heading=heading, **nested(options))


@register.inclusion_tag("components/back_link.html")
def back_link(url: str, text: str = "Back") -> dict[str, object]:
    """Show the way back; belongs in `{% block before %}`."""
    return {"url": url, "text": text}


@register.inclusion_tag("components/status_tag.html")
def status_tag(value: object, text: str = "") -> dict[str, object]:
    """Show a BRAG or RAG rating as word, colour and shape. `value` is "red", "R" or a choice of that value."""
    key = str(getattr(value, "value", value) or "").lower()
    tone = WORDS_OF_TONES.get(key, key if key in TONES else "grey")
    label = text or str(getattr(value, "label", "") or (TONES[tone] if key in TONES or key in WORDS_OF_TONES else value))
    return {"tone": tone, "text": label}


@register.inclusion_tag("components/badge.html")
def badge(text: str, colour: str = "") -> dict[str, object]:
    """Show a badge in capitals ("Restricted"): red, blue, purple, green, black, grey or plain."""
    return {"text": text, "colour": colour}


@register.inclusion_tag("components/time_left.html")
def clock_tag(due: object) -> dict[str, object]:
    """Show what is left until a date, a moment or a clock, with a mark when it is soon or late."""
    return {"words": words.time_left(due), "urgency": words.urgency(due)}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[object], level: int = 3) -> dict[str, object]:
    """Show events, newest first: each with `title`, `at`, and perhaps `by`, `text`, `tail`, `href`, `link_text`."""
    return {"entries": entries, "level": level}


@register.inclusion_tag("components/sub_navigation.html")
def sub_navigation(items: Sequence[object], label: str = "In this section") -> dict[str, object]:
    """Show the pages of a record or section: items with `text`, `href`, `current` and perhaps `count`."""
    return {"items": items, "label": label}


@register.simple_block_tag
def scroll_region(content: str, label: str) -> SafeString:
    """Let a wide table scroll inside its own region: `{% scroll_region "Contacts" %}<table>…{% endscroll_region %}`."""
    return _rendered("components/scroll_region.html", content=content, label=label)


@register.simple_block_tag
def side_panel(content: str, title: str, tone: str = "") -> SafeString:
    """Show a box of the side column. `tone`: nothing, "late", "soon" or "quiet"."""
    return _rendered("components/side_panel.html", content=content, title=title, tone=tone)


@register.simple_block_tag
def filter_panel(
    content: str,
    title: str = "Filter",
    *,
    selected: Sequence[object] = (),
    clear_url: str = "",
    action: str = "",
    button: str = "Apply filters",
    is_open: bool = True,
) -> SafeString:
    """Show the filters of a list as a GET form. `selected`: what is set, with `text` and the `href` that removes it."""
    return _rendered(
        "components/filter_panel.html",
        content=content,
        title=title,
        selected=selected,
        clear_url=clear_url,
        action=action,
        button=button,
        is_open=is_open,
    )


def _rendered(name: str, **context: object) -> SafeString:
    return SafeString(get_template(name).render(context))


@register.inclusion_tag("components/pagination.html")
def next_page(
    next_url: str | None = "",
    first_url: str | None = "",
    label: str = "Pages",
    first_text: str = "First page",
    next_text: str = "Next page",
) -> dict[str, object]:
    """Lead on in a list that is paged by key, and back to its beginning."""
    return {"next_url": next_url, "first_url": first_url, "label": label, "first_text": first_text, "next_text": next_text}


@register.inclusion_tag("components/empty_state.html")
def empty_state(reason: str, title: str = "", text: str = "", href: str = "", action: str = "") -> dict[str, object]:
    """Say why a list is empty ("none", "filtered" or "hidden") and what to do next."""
    return {"reason": reason, "title": title or EMPTY_STATES[reason], "text": text, "href": href, "action": action}


@register.simple_tag
def summary_card(rows: Iterable[object], title: str = "", level: int = 2, *, card: bool = True) -> SafeString:
    """Show answers: rows with `key`, `value` and perhaps `href` and `action` ("Change")."""
    shown = [_summary_row(row) for row in rows]
    params: dict[str, object] = {"rows": shown}
    if card and title:
        params["card"] = {"title": {"text": title, "headingLevel": level}}
    return component("summary-list", params)


def _of(row: object, name: str) -> Any:
    return row.get(name, "") if isinstance(row, Mapping) else getattr(row, name, "")


def _summary_row(row: object) -> dict[str, object]:
    key, value = _of(row, "key"), _of(row, "value")
    shown: dict[str, object] = {"key": {"text": key}, "value": {"html": as_paragraphs(value)}}
    if href := _of(row, "href"):
        action = {"href": href, "text": _of(row, "action") or "Change", "visuallyHiddenText": words_inside(str(key))}
        shown["actions"] = {"items": [action]}
    return shown


def words_inside(text: str) -> str:
    """Make a heading fit the middle of a sentence: no question mark, first letter small unless an acronym."""
    return words.lower_first(text.rstrip("?:"))


def as_paragraphs(value: object) -> SafeString:
    """Show a text with its line ends kept, and nothing else of it as HTML."""
    if isinstance(value, SafeString):
        return value
    return linebreaksbr("Not provided" if value in ("", None) else str(value), autoescape=True)


@register.inclusion_tag("components/progress.html")
def progress(
    done: int,
    total: int,
    sentence: str,
    poll_url: str = "",
    page_url: str = "",
    element_id: str = "progress",
    *,
    counted: bool = True,
) -> dict[str, object]:
    """Show how far long work is, asking `poll_url` for this same part again; `page_url` is for browsers without script.

    `counted`: the numbers are things that mean something to the reader, so that they are shown in words too.
    """
    return {
        "counted": counted,
        "done": done,
        "total": max(total, 1),
        "sentence": sentence,
        "poll_url": poll_url,
        "page_url": page_url,
        "id": element_id,
    }


@register.simple_tag
def confirmation(title: str, reference: str = "", label: str = "Your reference") -> SafeString:
    """Show the panel that says it is done; its title is the page's h1."""
    params: dict[str, object] = {"titleText": title, "headingLevel": 1}
    if reference:
        params["html"] = format_html("{}<br><strong>{}</strong>", label, reference)
    return component("panel", params)


@register.simple_tag
def task_list(items: Iterable[object], prefix: str = "task") -> SafeString:
    """Show tasks: items with `text`, `status` ("Completed", "Not started yet") and perhaps `href`, `hint`, `done`."""
    return component("task-list", {"idPrefix": prefix, "items": [_task(item) for item in items]})


def _task(item: object) -> dict[str, object]:
    status = str(_of(item, "status"))
    done = bool(_of(item, "done"))
    shown: dict[str, object] = {"title": {"text": _of(item, "text")}}
    if href := _of(item, "href"):
        shown["href"] = href
    if hint := _of(item, "hint"):
        shown["hint"] = {"text": hint}
    classes = _of(item, "classes") or "govuk-tag--blue"
    shown["status"] = {"text": status} if done else {"tag": {"text": status, "classes": classes}}
    return shown


@register.inclusion_tag("components/who_sees.html")
def who_sees(text: str) -> dict[str, object]:
    """Say who will see what is written here."""
    return {"text": text}


@register.inclusion_tag("components/key_numbers.html")
def key_numbers(items: Iterable[object]) -> dict[str, object]:
    """Show a few numbers large: items with `number`, `label` and perhaps `href` and `tone` ("late", "soon")."""
    return {"items": items}


@register.inclusion_tag("components/conflict.html")
def conflict(
    mine: str, theirs: str, mine_title: str = "What you wrote", theirs_title: str = "What is saved now"
) -> dict[str, object]:
    """Show both versions when somebody else was faster."""
    return {"mine": mine, "theirs": theirs, "mine_title": mine_title, "theirs_title": theirs_title}


@register.simple_tag
def chart(drawn: Chart) -> SafeString:
    """Show a chart with its table beneath."""
    return drawn.as_html()


@register.simple_tag
def now_words() -> str:
    """Write the present moment."""
    return words.moment(clock.now())


@register.filter(is_safe=True)
def title_parts(text: str) -> SafeString:
    """Join the lines of a page title with dashes, leaving out empty ones. The lines are escaped already."""
    return mark_safe(" – ".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S308 - parts of a rendered template


register.filter("gov_date", words.date)
register.filter("short_date", words.short_date)
register.filter("gov_datetime", words.moment)
register.filter("gov_time", words.time)
register.filter("time_left", words.time_left)
register.filter("urgency", words.urgency)
register.filter("pounds", words.pounds)
register.filter("thousands", words.thousands)
register.filter("in_sentence", words_inside)


@register.filter
def gov_moment(value: Any) -> str:
    """Write a date as a date and a moment with its time."""
    return words.moment(value) if hasattr(value, "hour") else words.date(value)

"""The report for children on one sheet of paper."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from django.template.loader import render_to_string

from foundation.design.context import partnership_of_settings
from foundation.tagged_pdf import BrokenPdf, check
from reporting.report.pictures import number, sign
from reporting.rules.childrens import HELP_TITLE

SHEET: Final = "print/children.css"
SIZES: Final = ("largest", "large", "middle", "small", "smallest")
"""The largest letters with which it fits its page are taken."""


def drawn(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a page or a sheet needs to show it: the words, each section with its sign, each number as its picture."""
    return {
        "year": content["year"],
        "sections": [{**section, "sign": sign(section["key"])} for section in content["sections"]],
        "numbers": [{**told, "picture": number(told)} for told in content["numbers"]],
        "help_title": HELP_TITLE,
        "help_sign": sign("help"),
        "help": content["help"],
        "partnership": partnership_of_settings(),
    }


def print_for_children(content: Mapping[str, Any], made_at: datetime) -> bytes:
    """One tagged page; raises BrokenPdf when it does not fit on one."""
    from foundation.pdf import render_pdf  # the library takes seconds to load, and only the worker needs it

    told = drawn(content)
    title = f"{told['partnership'].name}: our year {content['year']}, for children"
    for size in SIZES:
        html = render_to_string("reporting/childrens/sheet.html", {**told, "title": title, "size": size})
        pdf = render_pdf(html, title=title, made_at=made_at, stylesheets=(SHEET,))
        if check(pdf) == 1:
            return pdf
    raise BrokenPdf("it takes more than one page")

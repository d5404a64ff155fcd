"""The exceptions report as one HTML document that the worker prints."""

from django.template.loader import render_to_string

from board.models import ExceptionsCopy
from board.presenters.exceptions import RULE, cut_words, exception_rows, exception_summary, head_rows, title_of
from board.selectors.exceptions import ExceptionFilter, exceptions_on, head_of
from board.services.exceptions import fail_exceptions_copy, keep_exceptions_copy
from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from work.copying import make_copy


def run_copy(*, reference: str, by: Actor) -> None:
    """Make one report that was asked for, with the actions that whoever asked may see now."""
    copy = ExceptionsCopy.objects.select_related("plan", "agency", "person").get(reference=reference)
    make_copy(
        copy,
        by=by,
        title=_title(copy),
        document=lambda: document(copy),
        keep=keep_exceptions_copy,
        give_up=fail_exceptions_copy,
    )


def _title(copy: ExceptionsCopy) -> str:
    return title_of(copy.day, copy.plan.title if copy.plan else "", copy.agency.name if copy.agency else "")


def document(copy: ExceptionsCopy) -> str:
    """The whole report as HTML. Every text in it is escaped: it was typed by somebody."""
    wanted = ExceptionFilter(copy.plan.reference if copy.plan else "", copy.agency.code if copy.agency else "")
    rows = exceptions_on(copy.person, copy.day, wanted)
    context = {
        "title": _title(copy),
        "day": copy.day,
        "head": head_rows(head_of(copy)),
        "rows": exception_rows(rows),
        "numbers": exception_summary(rows),
        "rule": RULE,
        "cut": cut_words(rows),
        "partnership": partnership_of_settings(),
        "asker": copy.person.name,
        "made_at": clock.now(),
    }
    return render_to_string("board/exceptions_copy.html", context)

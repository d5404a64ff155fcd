"""What child protection asks of agencies: what they know for an enquiry, and their report for a conference."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from django.db.models import Exists

from accounts.models import Person
from foundation.actors import Actor
from protection.child_page import address_of
from protection.rules import kinds
from work.kinds import RequestKind, Result
from work.models import Request


def _report_came(request: Request, by: Actor) -> None:
    from protection.services.invitations import when_report_came

    when_report_came(request, by)


def _closed_to(person: Person) -> Exists:
    from protection.selectors.sight import asked_of_another

    return asked_of_another(person)


def _seen(kind: str) -> Callable[[Person, Collection[str]], Collection[str]]:
    def seen(person: Person, references: Collection[str]) -> Collection[str]:
        from protection.selectors.sight import seen_among

        return seen_among(person, kind, references)

    return seen


def _children(kind: str) -> Callable[[str], Sequence[str]]:
    def children(reference: str) -> Sequence[str]:
        from protection.selectors.sight import children_behind

        return children_behind(kind, reference)

    return children


def _particulars(kind: str) -> Callable[[str], Sequence[tuple[str, str]]]:
    def particulars(reference: str) -> Sequence[tuple[str, str]]:
        from protection.selectors.sight import particulars_of

        return particulars_of(kind, reference)

    return particulars


REQUESTS = (
    RequestKind(
        kinds.ENQUIRY_INFORMATION,
        "Information for a section 47 enquiry",
        seen_by=_seen(kinds.ENQUIRY),
        particulars=_particulars(kinds.ENQUIRY),
        address=partial(address_of, kinds.ENQUIRY),
        children=_children(kinds.ENQUIRY),
        results=(
            Result("nothing_known", "Nothing known", "Your records were searched and hold nothing on this."),
            Result("information", "Information provided", missing="Enter the information.", shares=True),
            Result("declined", "Declined", "You hold something, and do not share it.", missing="Enter why you decline."),
        ),
        deadline=kinds.ENQUIRY_INFORMATION,
        documents=True,
        read_with_record=True,
    ),
    RequestKind(
        kinds.CONFERENCE_REPORT,
        "Report for a child protection conference",
        on_answered=_report_came,
        address=partial(address_of, kinds.CONFERENCE),
        seen_by=_seen(kinds.CONFERENCE),
        particulars=_particulars(kinds.CONFERENCE),
        children=_children(kinds.CONFERENCE),
        results=(
            Result("plan", "Report: we recommend a plan", missing="Enter your report."),
            Result("no_plan", "Report: we recommend no plan", missing="Enter your report."),
            Result("abstain", "Report without a recommendation", missing="Enter your report."),
            Result("none", "We have nothing to report", missing="Enter why there is no report."),
        ),
        deadline=kinds.REPORT_TO_CHAIR,
        documents=True,
        read_with_record=True,
        closed_to=_closed_to,
    ),
)

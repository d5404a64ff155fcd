"""The requests by which an agency is asked for its return, for what it gives to a chapter, and for the value of an indicator."""

from collections.abc import Sequence

from django.urls import reverse

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM
from foundation.actors import Actor
from reporting.rules.drafting import CONTRIBUTION, GIVEN
from reporting.rules.indicators import VALUE_REQUEST
from reporting.rules.returns import RETURN
from work.kinds import RequestKind, Result, Start
from work.models import Request
from work.requests import ANSWERED
from work.rules import everything


def _shape(reference: str) -> str:
    from reporting.models import AgencyReturn

    return AgencyReturn.objects.values_list("round__questionnaire__code", flat=True).get(reference=reference)


def _start(reference: str) -> Start:
    from reporting.selectors.returns import start_of

    version, answers = start_of(reference)
    return Start(version, answers)


def _particulars(reference: str) -> Sequence[tuple[str, str]]:
    from reporting.selectors.returns import particulars_of

    return particulars_of(reference)


def _address(reference: str) -> str:
    return reverse("reporting:agency_return", args=[reference])


def _written(request: Request, by: Actor) -> None:
    from reporting.services.returns import note_written

    note_written(request, by)


def _sent(request: Request, by: Actor) -> None:
    from reporting.services.returns import note_sent

    note_sent(request, by)


def _particulars_of_value(reference: str) -> Sequence[tuple[str, str]]:
    from reporting.selectors.indicators import particulars_of_value

    return particulars_of_value(reference)


def _address_of_value(reference: str) -> str:
    return reverse("reporting:asked_value", args=[reference])


def _particulars_of_contribution(reference: str) -> Sequence[tuple[str, str]]:
    from reporting.selectors.contributions import particulars_of

    return particulars_of(reference)


def _address_of_contribution(reference: str) -> str:
    from reporting.selectors.contributions import chapter_of

    return reverse("reporting:contributions", args=chapter_of(reference))


REQUESTS = (
    RequestKind(
        CONTRIBUTION,
        "Contribution to the yearly report",
        seen_by=everything,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_particulars_of_contribution,
        address=_address_of_contribution,
        results=(
            Result(GIVEN, "We give this for the chapter", missing="Enter what you give for the chapter."),
            Result("nothing", "We have nothing to give this year", missing="Enter why you have nothing to give."),
        ),
        shows_cases=False,
        read_by=frozenset({BUSINESS_TEAM}),
    ),
    RequestKind(
        RETURN,
        "Return for the yearly report",
        seen_by=everything,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_particulars,
        address=_address,
        questionnaire=_shape,
        starts_with=_start,
        on_saved=_written,
        on_answered=_sent,
        handed_on=True,
        results=(Result(ANSWERED, "Return made"),),
        shows_cases=False,
        read_by=frozenset({BUSINESS_TEAM}),
        chased="Returns for the yearly report",
    ),
    RequestKind(
        VALUE_REQUEST,
        "Value of an indicator",
        seen_by=everything,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_particulars_of_value,
        address=_address_of_value,
        answer_page="reporting:return_value",
        results=(Result("returned", "Value returned"),),
        shows_cases=False,
        read_by=frozenset({BUSINESS_TEAM}),
    ),
)

"""A text of the yearly report quotes words by their reference: only those that may be printed, and while they may."""

from datetime import date

import pytest
from django.db import connection

from accounts.models import Person, RoleHolding
from board.figures.quotes import QUOTES, gather_quotes
from board.models import Feedback
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.figures import TextGroup
from reporting.rules.approving import fingerprint_of
from reporting.services.approving import decide_edition
from tests.board.build import make_feedback, may_be_published
from tests.factories import make_agency, make_person
from tests.reporting.build import answer_everything, make_edition
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
SAID = date(2025, 10, 1)


def quoted() -> tuple[tuple[str, ...], ...]:
    with connection.cursor() as cursor:
        return next((one.rows for one in gather_quotes(YEAR, cursor)), ())


def test_only_words_with_consent_for_the_report_and_a_second_look_can_be_quoted() -> None:
    one = may_be_published(make_feedback("They listened.", said_on=SAID, age_band="11_to_15", speaker="child"))
    may_be_published(make_feedback("For training only.", said_on=SAID), "training")
    make_feedback("Nobody agreed to this.", said_on=SAID)
    unseen = may_be_published(make_feedback("Nobody looked a second time.", said_on=SAID))
    Feedback.objects.filter(pk=unseen.pk).update(checked_at=None, checked_by=None)
    may_be_published(make_feedback("In another year.", said_on=date(2026, 10, 1)))
    assert quoted() == ((one.reference, "“They listened.”", "Child, 11 to 15", "Quote"),)


def test_the_same_words_of_two_people_can_be_quoted_of_each_and_public_words_stand_for_their_own() -> None:
    first = may_be_published(make_feedback("Karen helped.", public_words="[Name] helped.", said_on=SAID))
    second = may_be_published(make_feedback("Sue helped.", public_words="[Name] helped.", said_on=SAID))
    assert {row[0]: row[1] for row in quoted()} == dict.fromkeys((first.reference, second.reference), "“[Name] helped.”")


def test_a_year_of_which_nothing_may_be_printed_has_no_quotes() -> None:
    make_feedback("Nobody agreed to this.", said_on=SAID)
    assert quoted() == ()


def test_an_edition_with_a_quote_that_was_taken_back_is_not_approved() -> None:
    police: Person = make_person("executive", make_agency())
    RoleHolding.objects.filter(person=police).update(seat="police")
    one = may_be_published(make_feedback("This goes.", said_on=SAID))
    with publishing(*EVERYTHING, texts=(TextGroup("board.quotes", (QUOTES,), gather_quotes),)):
        answer_everything()
        edition = make_edition()
        Feedback.objects.filter(pk=one.pk).update(checked_at=None, checked_by=None)
        with pytest.raises(Refused, match="taken back their consent"):
            decide_edition(
                by=police, reference=edition.reference, decision="approved", comment="", fingerprint=fingerprint_of(edition)
            )

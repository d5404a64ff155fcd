"""The three statutory partners approve an edition exactly as it is, or return it; a newer edition needs them again."""

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Person, RoleHolding
from foundation import clock
from foundation.calendar import FinancialYear, start_of_day
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.events import Subject, history
from foundation.models import OutboxMessage
from reporting.models import Edition, EditionDecision
from reporting.rules.approving import fingerprint_of, is_signed
from reporting.selectors.approving import standing_of, waiting_for
from reporting.services.approving import decide_edition
from tests.factories import make_person, sign_in
from tests.reporting.build import answer_everything, make_edition

pytestmark = pytest.mark.django_db

SEATS = ("council", "health", "police")


@pytest.fixture
def edition(demo_year: None) -> Edition:
    answer_everything()
    return make_edition()


def executive(seat: str = "") -> Person:
    person = make_person("executive")
    RoleHolding.objects.filter(person=person).update(seat=seat)
    return person


def decide(person: Person, edition: Edition, decision: str = "approved", comment: str = "", fingerprint: str = "") -> None:
    decide_edition(
        by=person,
        reference=edition.reference,
        decision=decision,
        comment=comment,
        fingerprint=fingerprint or fingerprint_of(edition),
    )


def test_it_is_signed_when_all_three_have_approved(edition: Edition) -> None:
    for seat in SEATS:
        assert not is_signed(standing_of(edition))
        decide(executive(seat), edition)
    assert is_signed(standing_of(edition))
    assert [event.verb for event in history(Subject("edition", edition.reference))][-4:] == [
        *["reporting.edition_approved"] * 3,
        "reporting.edition_signed",
    ]
    with pytest.raises(Refused, match="signed by all statutory partners"):
        decide(executive("health"), edition, "returned", "Too late")


def test_who_returned_it_may_approve_it_afterwards(edition: Edition) -> None:
    police = executive("police")
    decide(police, edition, "returned", "The foreword thanks nobody")
    assert standing_of(edition)["police"].decision == "returned"
    for person in (police, executive("council"), executive("health")):
        decide(person, edition)
    assert is_signed(standing_of(edition))
    assert EditionDecision.objects.filter(edition=edition).count() == 4


def test_the_same_decision_is_written_once(edition: Edition) -> None:
    police = executive("police")
    for _press in range(2):
        decide(police, edition, "returned", "The foreword thanks nobody")
    assert EditionDecision.objects.count() == 1
    decide(police, edition, "returned", "The glossary is empty")
    assert standing_of(edition)["police"].comment == "The glossary is empty"


def test_two_who_decide_at_once_sign_it_once(demo_year: None) -> None:
    """The second waits for the first and finds what it has said."""
    answer_everything()
    edition = make_edition()
    decide(executive("council"), edition)
    for seat in ("health", "police"):
        with CaptureQueriesContext(connection) as asked:
            decide(executive(seat), edition)
        assert any("pg_advisory_xact_lock" in query["sql"] and f"edition.{edition.pk}" in query["sql"] for query in asked)
    verbs = [event.verb for event in history(Subject("edition", edition.reference))]
    assert verbs.count("reporting.edition_signed") == 1


def test_who_asked_for_it_is_told_of_a_return_and_when_it_is_signed(demo_year: None) -> None:
    asked, council = make_person("business_team"), executive("council")
    answer_everything()
    edition = make_edition(by=asked)

    def told() -> int:
        return OutboxMessage.objects.filter(payload__to=asked.email, payload__template="news").count()

    decide(council, edition, "returned", "The foreword thanks nobody")
    decide(council, edition, "returned", "The foreword thanks nobody")
    assert told() == 1
    for number, person in enumerate((council, executive("health"), executive("police"))):
        assert told() == 1, number
        decide(person, edition)
    assert told() == 2
    assert "foreword" not in str(OutboxMessage.objects.values_list("payload", flat=True))


def test_an_executive_finds_on_my_work_what_waits_for_them(client: Client, edition: Edition) -> None:
    waits = f"The yearly report {edition.year} waits for your approval"
    council = executive("council")
    assert waiting_for(executive()) == []
    assert waiting_for(make_person("business_team")) == []
    with clock.frozen(start_of_day(FinancialYear.from_label(edition.year).end)):
        assert waiting_for(council) == []
    sign_in(client, council)
    page = client.get("/").content.decode()
    assert waits in page
    assert reverse("reporting:edition", args=[edition.reference]) in page
    decide(council, edition, "returned", "The foreword thanks nobody")
    assert waits not in client.get("/").content.decode()
    newer = make_edition()
    assert waiting_for(council) == [newer]
    decide(council, newer)
    assert waiting_for(council) == []


def test_a_return_says_what_has_to_change(edition: Edition) -> None:
    with pytest.raises(Refused, match="Enter what has to change"):
        decide(executive("council"), edition, "returned", "  ")


def test_something_else_is_no_decision(edition: Edition) -> None:
    with pytest.raises(Refused, match="Select whether"):
        decide(executive("council"), edition, "perhaps")


def test_a_comment_has_a_length(edition: Edition) -> None:
    with pytest.raises(Refused, match="2,000 characters or fewer"):
        decide(executive("council"), edition, "returned", "x" * 2_001)


def test_an_executive_without_a_seat_does_not_sign(edition: Edition) -> None:
    with pytest.raises(NotAllowed, match="holds the seat"):
        decide(executive(), edition)


def test_nobody_signs_what_a_newer_edition_has_followed(edition: Edition) -> None:
    make_edition()
    with pytest.raises(Conflict, match="A newer edition"):
        decide(executive("council"), edition)


def test_nobody_signs_something_other_than_what_they_read(edition: Edition) -> None:
    with pytest.raises(Conflict, match="not this edition"):
        decide(executive("council"), edition, fingerprint="0" * 64)


def test_what_was_decided_cannot_be_changed(edition: Edition) -> None:
    decide(executive("council"), edition)
    with pytest.raises(InternalError), transaction.atomic():
        EditionDecision.objects.update(decision="returned", comment="No")


def test_the_pages_say_how_far_it_is(client: Client, edition: Edition) -> None:
    page, form = (reverse(f"reporting:{name}", args=[edition.reference]) for name in ("edition", "decide"))
    sign_in(client, executive("council"))
    assert "0 of 3 statutory partners have approved it." in client.get(page).content.decode()
    answer = client.post(form, {"decision": "returned", "fingerprint": fingerprint_of(edition)})
    assert answer.status_code == 422
    assert "Enter what has to change" in answer.content.decode()
    answer = client.post(form, {"decision": "approved", "fingerprint": fingerprint_of(edition)}, follow=True)
    shown = answer.content.decode()
    assert "Your decision has been recorded." in shown
    assert "1 of 3 statutory partners have approved it." in shown
    for seat in SEATS[1:]:
        decide(executive(seat), edition)
    shown = client.get(page).content.decode()
    assert "Signed by all statutory partners" in shown
    assert form not in shown
    make_edition()
    assert "Signed" in client.get(reverse("reporting:year", args=[edition.year])).content.decode()


def test_who_holds_no_seat_is_shown_no_way_to_decide(client: Client, edition: Edition) -> None:
    sign_in(client, executive())
    form = reverse("reporting:decide", args=[edition.reference])
    assert form not in client.get(reverse("reporting:edition", args=[edition.reference])).content.decode()
    answer = client.post(form, {"decision": "approved", "fingerprint": fingerprint_of(edition)})
    assert answer.status_code in {403, 422}
    assert not EditionDecision.objects.exists()

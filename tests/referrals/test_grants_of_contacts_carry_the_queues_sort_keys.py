"""The database copies what the queue sorts by from the contact into its grants, at once and with every change."""

from datetime import timedelta

import pytest
from django.db import InternalError, connection, transaction

from foundation import clock
from referrals.models import Contact, ContactTeamGrant, Submission, SubmittedChild
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db
DELETE = {Submission: "DELETE FROM referrals_submission", SubmittedChild: "DELETE FROM referrals_submittedchild"}


def keys(grant: ContactTeamGrant) -> tuple[object, ...]:
    grant.refresh_from_db()
    return grant.is_open, grant.urgency, grant.state, grant.rating, grant.restricted


def test_a_new_grant_has_its_contacts_keys() -> None:
    contact = build.make_contact()
    grant = build.grant_to_team(contact, build.make_mash())
    assert keys(grant) == (True, 30, "received", "", False)
    assert (grant.due_at, grant.received_at) == (contact.decision_due_at, contact.received_at)


def test_a_change_of_the_contact_reaches_its_grants() -> None:
    contact = build.make_contact(teams=(build.make_mash(),))
    named = build.grant_to_person(contact, factories.make_person("mash_officer"))
    grant = contact.team_grants.get()
    Contact.objects.filter(pk=contact.pk).update(rating="red", initial_rating="red", state="screening", restricted=True)
    assert keys(grant) == (True, 10, "screening", "red", True)
    named.refresh_from_db()
    assert (named.urgency, named.restricted) == (10, True)


@pytest.mark.parametrize(
    ("fields", "urgency", "is_open"),
    [
        ({"rating": "red"}, 10, True),
        ({"urgent": True}, 20, True),
        ({"rating": "amber", "urgent": True}, 30, True),
        ({}, 30, True),
        ({"rating": "green"}, 50, True),
        ({"rating": "blue"}, 55, True),
        ({"state": "returned_to_referrer", "closed_by": "test"}, 30, False),
    ],
)
def test_urgency_ranks_red_first_and_unrated_before_green(fields: dict[str, object], urgency: int, is_open: bool) -> None:
    if "closed_by" in fields:
        fields = {**fields, "closed_at": clock.now() + timedelta(hours=1)}
    contact = build.make_contact(**fields)
    assert (contact.urgency, contact.is_open) == (urgency, is_open)


def test_what_was_sent_is_never_changed() -> None:
    submission = build.send()
    for rows in (Submission.objects.all(), SubmittedChild.objects.all()):
        with pytest.raises(InternalError, match="Cannot update or delete"), transaction.atomic():
            rows.filter(pk__gt=0).update(**{"worries": ""} if rows.model is Submission else {"gp": "x"})
        with pytest.raises(InternalError, match="Cannot update or delete"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(DELETE[rows.model])
    submission.refresh_from_db()
    assert submission.worries

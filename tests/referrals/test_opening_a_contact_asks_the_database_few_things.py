"""The first tab of a contact reads what it shows, whatever stage the contact is at, and no more."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from referrals.models import SubmissionPerson, SubmissionRelation
from referrals.services import ask_agencies
from tests import factories
from tests.referrals import mash

pytestmark = pytest.mark.django_db

MOST = 18
"""With its newest version, what is unread, how good it is, who else has it open, the session,
the reader, their roles and the entry in the access log."""


def statements(client: Client, address: str) -> list[str]:
    """What the second look at a page sends: the first fills what the process keeps."""
    client.get(address)
    with CaptureQueriesContext(connection) as sent:
        assert client.get(address).status_code == 200
    return [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]


def test_while_it_is_screened() -> None:
    hub = mash.make()
    contact = mash.screened(hub)
    ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Do you know the family?",
        legal_basis="Vital interests",
        purpose="To decide",
    )
    for position in (1, 2):
        person = SubmissionPerson.objects.create(submission=contact.submission, position=position, kind="father", name="Fred")
        SubmissionRelation.objects.create(person=person, child=contact.submitted_child, relationship="Father")
    sent = statements(factories.sign_in(Client(), hub.officer), f"/mash/contacts/{contact.reference}/")
    assert len(sent) <= MOST, "\n".join(sent)
    assert not [sql for sql in sent if "referrals_decision" in sql or "work_handover" in sql], "read what the tab does not show"


def test_while_a_decision_waits() -> None:
    hub = mash.make()
    contact = mash.proposed(hub)
    sent = statements(factories.sign_in(Client(), hub.manager), f"/mash/contacts/{contact.reference}/")
    assert len(sent) <= MOST, "\n".join(sent)

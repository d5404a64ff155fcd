"""Two managers press at the same moment: the row is locked, one decision is made, the other manager is told."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from accounts.models import Person
from foundation import clock
from foundation.errors import Conflict, Refused
from referrals.models import ContactTask, Decision
from referrals.services import approve_decision, send_back
from tests.conftest import FROZEN_AT
from tests.referrals import mash
from work.models import Handover

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("second", ["approve", "send back"])
def test_one_wins_and_the_other_is_told(second: str) -> None:
    hub = mash.make()
    contact = mash.proposed(hub)
    outcomes: list[str] = []
    together = Barrier(2)

    def press(person: Person, *, approve: bool) -> None:
        try:
            together.wait(timeout=10)
            if approve:
                approve_decision(by=person, reference=contact.reference, version=contact.version)
            else:
                send_back(by=person, reference=contact.reference, version=contact.version, reason="Ask first")
            outcomes.append("done")
        except Conflict:
            outcomes.append("conflict")
        except Refused as refused:
            outcomes.append(refused.sentence)
        finally:
            connection.close()

    threads = [
        Thread(target=press, args=(hub.manager,), kwargs={"approve": True}),
        Thread(target=press, args=(hub.second_manager,), kwargs={"approve": second == "approve"}),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(outcomes) == ["conflict", "done"]
    assert Decision.objects.filter(contact=contact).count() == 1
    approved = Decision.objects.filter(contact=contact, approved_at__isnull=False).exists()
    assert Handover.objects.count() == ContactTask.objects.filter(contact=contact, kind="handover").count() == int(approved)
    assert clock.now() == FROZEN_AT

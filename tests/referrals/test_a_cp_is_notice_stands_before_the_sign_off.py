"""After a decision on a strategy discussion CP-IS is told before the contact is signed off; with which outcomes is a setting."""

from typing import Any

import pytest

from foundation.errors import Refused
from referrals.services import complete_task, sign_off
from tests.referrals import cases, mash

pytestmark = pytest.mark.django_db


def notices(hub: mash.Mash, outcome: str) -> list[str]:
    return [task.title for task in mash.approved(hub, outcome).tasks.filter(kind="cpis_notice")]


def test_the_sign_off_waits_for_it() -> None:
    hub = mash.make()
    contact = mash.approved(hub, "S47")
    notice = contact.tasks.get(kind="cpis_notice")
    cases.accept(hub, contact)
    for task in contact.tasks.filter(done_at__isnull=True).exclude(pk=notice.pk):
        complete_task(by=hub.officer, reference=contact.reference, version=mash.again(contact).version, task_id=task.pk)
    with pytest.raises(Refused, match="Still open: CP-IS notice") as refused:
        sign_off(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    assert ";" not in refused.value.sentence
    complete_task(by=hub.officer, reference=contact.reference, version=mash.again(contact).version, task_id=notice.pk)
    sign_off(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    assert mash.again(contact).state == "signed_off"


def test_with_which_outcomes_is_a_setting(settings: Any) -> None:
    hub = mash.make()
    assert notices(hub, "S17") == []
    settings.CPIS_NOTICE_OUTCOMES = ["S17"]
    assert [title.startswith("CP-IS notice") for title in notices(hub, "S17")] == [True]
    assert notices(hub, "S47") == []

"""The condition of sight looks a grant up for each row: a team has a grant on every record, which nobody reads for a page."""

import pytest

from referrals.models import ContactTeamGrant
from referrals.selectors.contacts import visible_contacts
from tests.referrals import mash

pytestmark = pytest.mark.django_db


def test_no_table_of_grants_is_read_whole_for_many_rows() -> None:
    hub = mash.make()
    for _ in range(3):
        mash.received(hub)
    assert ContactTeamGrant.objects.count() == 3
    plan = visible_contacts(hub.officer).filter(pk__in=range(1, 900)).explain()
    assert "hashed SubPlan" not in plan
    assert visible_contacts(hub.officer).count() == 3

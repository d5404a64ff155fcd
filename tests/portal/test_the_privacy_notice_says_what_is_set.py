"""The privacy notice tells how long a draft is really kept, and that nothing else goes by itself."""

import re

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "told"), [(7, "deleted 7 days after"), (14, "deleted 14 days after"), (1, "deleted 1 day after")]
)
def test_it_reads_the_setting(client: Client, days: int, told: str) -> None:
    with override_settings(DRAFT_KEPT_DAYS=days):
        assert told in client.get(reverse("privacy_notice")).content.decode()


def test_it_promises_no_disposal_that_does_not_happen(client: Client) -> None:
    """Whoever adds a task that disposes of records tells the public of it: the list and the sentence change together."""
    tasks = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    disposing = {task for task in tasks if re.search(r"purge|remove|dispose", task)}
    assert disposing == {
        "referrals.purge_lapsed_drafts",  # told with its days
        "referrals.purge_copies",  # PDF copies of what stays on the record
        "protection.purge_copies",
        "reviews.purge_copies",
        "reviews.purge_death_packs",
        "board.purge_copies",
        "board.purge_packs",
        "foundation.remove_orphaned_files",  # files that belong to no record
        "accounts.remove_ended_sessions",
        "accounts.remove_old_codes",
    }
    told = " ".join(client.get(reverse("privacy_notice")).content.decode().split())
    assert "The portal deletes no other record about a child or family, and none of who looked at one, by itself." in told
    assert "retention schedule" not in told

"""The privacy notice tells how long a draft is really kept."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days", "told"), [(7, "deleted 7 days after"), (14, "deleted 14 days after"), (1, "deleted 1 day after")]
)
def test_it_reads_the_setting(client: Client, days: int, told: str) -> None:
    with override_settings(DRAFT_KEPT_DAYS=days):
        assert told in client.get(reverse("privacy_notice")).content.decode()

"""The smallest proof that settings, apps and migrations fit together."""

import pytest
from django.core.management import call_command

from accounts.models import Role


@pytest.mark.django_db
def test_migrations_leave_the_declared_roles_in_their_table() -> None:
    call_command("check")
    assert Role.objects.filter(code="mash_manager", shows_cases=True).exists()
    assert Role.objects.count() == 18

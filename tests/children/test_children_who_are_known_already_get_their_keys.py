"""A changed rule of keys reaches children who were registered before it."""

from io import StringIO

import pytest
from django.core.management import call_command

from children.models import Child
from children.rules.keys import keys_of
from children.services import keys
from tests.children.makers import known, told

pytestmark = pytest.mark.django_db
NAMES = ("Aoife", "Mo", "Siân")


def said() -> str:
    out = StringIO()
    call_command("make_keys", stdout=out)
    return out.getvalue()


def test_every_child_gets_the_keys_of_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    children = [known(given_name=name) for name in NAMES]
    Child.objects.filter(given_name__in=NAMES[:2]).update(keys=[])
    monkeypatch.setattr(keys, "AT_A_TIME", 2)
    assert said() == "2 children have other keys now.\n"
    for child, name in zip(children, NAMES, strict=True):
        child.refresh_from_db()
        assert child.keys == keys_of(told(given_name=name))
    assert said() == "0 children have other keys now.\n"

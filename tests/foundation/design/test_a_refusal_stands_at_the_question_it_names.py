"""What a service refuses is shown at the question that it names, or above the page that does not ask it."""

import pytest

from foundation.design.fields import TextField
from foundation.design.forms import PortalForm
from foundation.errors import Refused


class Page(PortalForm):
    reason = TextField(label="Why?")


@pytest.mark.parametrize(("field", "at"), [("reason", "reason"), ("due_on", "__all__"), ("", "__all__")])
def test_it_stands_where_it_can_be_put_right(field: str, at: str) -> None:
    form = Page({"reason": "Because."})
    assert form.is_valid()
    form.refuse(Refused("Enter another reason.", field=field))
    assert dict(form.errors) == {at: ["Enter another reason."]}

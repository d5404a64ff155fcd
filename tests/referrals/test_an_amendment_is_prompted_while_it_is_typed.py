"""While somebody amends what they sent, the page says what could still be said, as the form does. Nothing is judged or kept."""

from typing import Any

import pytest
from django.test import Client

from foundation.models.failures import ValidationFailure
from referrals.models import Amendment, Contact
from tests import factories
from tests.referrals import build, mash

EXAMPLE = (
    "On Monday 9 November she came to school hungry and cried at the gate. She said that there had been no food at home since "
    "Friday, and that her mother had been asleep all weekend while she looked after her little brother alone."
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def contact() -> Contact:
    return mash.screened(mash.make())


def typing(contact: Contact, page: str, typed: dict[str, Any], *, shown: str = "", who: Any = None) -> Any:
    client = factories.sign_in(Client(), who or contact.submission.referrer)
    where = f"/my-referrals/{contact.submission.reference}/amend/{page}/prompts/"
    return client.post(where, {**typed, "seen": "1", "shown": shown}, headers={"HX-Request": "true"})


def test_a_word_less_and_a_prompt_more(contact: Contact) -> None:
    thin = typing(contact, "concern", {**build.CONCERN, "worries": ["Hungry."]})
    assert thin.status_code == 200
    page = thin.content.decode()
    assert "#id_worries" in page
    assert 'hidden name="shown"' not in page
    assert "<form" not in page, "the block alone"
    told = typing(contact, "concern", build.CONCERN | {"worries": [EXAMPLE]})
    assert "#id_worries" not in told.content.decode()


def test_what_is_shown_already_is_not_said_again(contact: Contact) -> None:
    typed = {**build.CONCERN, "worries": ["Hungry."]}
    assert 'name="shown" value="#id_worries #id_tried_already"' in typing(contact, "concern", typed).content.decode()
    assert typing(contact, "concern", typed, shown="#id_worries #id_tried_already").status_code == 204


def test_nothing_is_judged_and_nothing_kept(contact: Contact) -> None:
    answer = typing(contact, "consent", {"consent_status": ["not_sought"]})
    assert answer.status_code == 200
    assert "govuk-error" not in answer.content.decode()
    assert not Amendment.objects.exists()
    assert not ValidationFailure.objects.exists()


def test_a_page_half_filled_in_is_read_as_far_as_it_goes(contact: Contact) -> None:
    for page in ("concern", "family", "consent"):
        assert typing(contact, page, {}).status_code in (200, 204), page
    assert typing(contact, "harm", {}).status_code == 404, "a page without prompts"


def test_only_the_senders_side_is_told(contact: Contact) -> None:
    assert typing(contact, "concern", build.CONCERN, who=build.make_practitioner()).status_code == 404


def test_the_page_asks_by_itself_where_there_are_prompts(contact: Contact) -> None:
    client = factories.sign_in(Client(), contact.submission.referrer)
    where = f"/my-referrals/{contact.submission.reference}/amend/"
    assert f'hx-post="{where}concern/prompts/"' in client.get(f"{where}concern/").content.decode()
    assert "hx-post" not in client.get(f"{where}harm/").content.decode()

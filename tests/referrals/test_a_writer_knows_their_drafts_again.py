"""My referrals names the children of a draft to who writes it, and says when it was saved and what is next."""

import pytest
from django.test import Client

from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db


def test_a_draft_says_about_whom_it_is_when_it_was_saved_and_what_is_next() -> None:
    writer, colleague = build.make_practitioner(), build.make_practitioner()
    answers = build.answers()
    del answers["concern"], answers["consent"]
    build.make_draft(writer, answers=answers)
    build.make_draft(writer)
    text = " ".join(factories.sign_in(Client(), writer).get("/my-referrals/").content.decode().split())
    assert "Ada Example, Unborn child Example" in text
    assert "Next: What you are worried about, and 1 more page" in text
    assert "Last saved on 18 November 2026 at 10am" in text
    assert "No child named yet" in text
    assert "Ada" not in factories.sign_in(Client(), colleague).get("/my-referrals/").content.decode()


def test_a_draft_that_is_complete_says_so() -> None:
    writer = build.make_practitioner()
    build.make_complete_draft(writer)
    text = factories.sign_in(Client(), writer).get("/my-referrals/").content.decode()
    assert "Everything is answered. Check it and send it." in text

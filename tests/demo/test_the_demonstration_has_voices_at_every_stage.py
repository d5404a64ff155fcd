"""The demonstration shows feedback with and without consent, withdrawn, looked at, acted on, and one survey."""

import pytest

from accounts.models import Person
from board.anonymity import find_marks
from board.models import Feedback, FeedbackUse, Theme, VoiceSurvey
from board.selectors.voice import publishable
from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.partnership import DemoPartnership
from portal.demo.recommendations import THEMES
from portal.demo.voice import PIECES, VoiceMaker
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


def test_there_are_voices_at_every_stage() -> None:
    for code, kind, name in THEMES:
        Theme.objects.create(code=code, kind=kind, name=name)
    for code in {piece.agency for piece in PIECES}:
        make_agency(code=code)
    people: dict[str, Person] = {"board": make_person("business_team"), "governance": make_person("governance_lead")}
    VoiceMaker(DemoPartnership({}, {}, people, {}, [], []), clock.now()).make()
    assert Feedback.objects.count() == 25
    assert Feedback.objects.filter(consent__in=["not_asked", "not_given"]).count() >= 2
    withdrawn = Feedback.objects.get(consent="withdrawn")
    assert withdrawn.uses.get().taken_out_on == clock.today()
    assert Feedback.objects.exclude(done="").count() > 10
    newest = FinancialYear.of(clock.today()).previous()
    printed = list(publishable(people["board"], "report", newest))
    assert len(printed) > 5
    assert FeedbackUse.objects.count() == len(printed) + 1
    assert not [mark.text for one in printed for mark in find_marks(one.printed)]
    assert VoiceSurvey.objects.get().questions.count() == 3

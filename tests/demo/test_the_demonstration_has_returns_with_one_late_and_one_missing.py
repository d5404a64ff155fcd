"""The demonstration shows returns in several shapes: accepted, late, missing, on paper, sent back and waiting to be read."""

from random import Random

import pytest

from foundation import clock
from foundation.calendar import FinancialYear, start_of_day
from portal.demo.partnership import PartnershipMaker
from portal.demo.references import References
from portal.demo.returns import LATE, MISSING, ON_PAPER, ReturnMaker
from reporting.models import AgencyReturn, ReturnRound
from reporting.report.returns import returns_html
from reporting.selectors.returns import returns_to_print
from work.models import Answer, Questionnaire

pytestmark = pytest.mark.django_db


def test_they_stand_in_every_state_and_are_printed() -> None:
    newest = FinancialYear.of(clock.today()).previous()
    references = References(7)
    made = PartnershipMaker(Random(7), references, start_of_day(newest.previous().start)).make()  # noqa: S311  # a demonstration
    ReturnMaker(made).make(newest)
    assert Questionnaire.objects.filter(kind="reporting.return").count() == 4
    objectives, themes, groups = ReturnRound.objects.filter(year=newest.label).order_by("pk")
    states = dict(objectives.returns.values_list("agency__code", "state"))
    assert states.pop(MISSING) == "not_made"
    assert set(states.values()) == {"accepted"}
    late, paper = objectives.returns.get(agency__code=LATE), objectives.returns.get(agency__code=ON_PAPER)
    assert late.received_at is not None
    assert (late.received_at.date() - objectives.due_on).days == 12
    assert paper.on_paper_from
    assert set(themes.returns.values_list("state", flat=True)) == {"accepted", "not_made"}
    assert groups.returns.get().group
    printed = "".join(returns_html(one) for one in returns_to_print(newest, clock.now()))
    for words in ("No return was made by Probation", "This return came 12 days after it was due", "7. Evidence that learning"):
        assert words in printed
    assert set(
        AgencyReturn.objects.filter(round__year=FinancialYear(newest.start_year + 1).label).values_list("state", flat=True)
    ) == {
        "open",
        "submitted",
        "sent_back",
    }
    school = AgencyReturn.objects.get(round__year=FinancialYear(newest.start_year + 1).label, agency__code="oakfield")
    carried = Answer.objects.get(answer_set=school.answer_set_id)
    assert carried.value == [
        ["Every adult in school knows how to pass a worry on", "No worry waits for the right person to be in", "", ""]
    ]
    assert not AgencyReturn.objects.filter(submitted_at__gt=clock.now()).exists()

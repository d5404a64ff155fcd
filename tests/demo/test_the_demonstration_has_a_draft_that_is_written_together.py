"""The demonstration shows chapters with authors, one of them written, a comment, and a draft that is put out."""

from random import Random

import pytest

from foundation import clock
from foundation.calendar import FinancialYear, start_of_day
from portal.demo.drafting import AUTHORS, CONSULTED, DraftMaker
from portal.demo.partnership import PartnershipMaker
from portal.demo.references import References
from reporting.models import ChapterAuthor, Consultation, DraftComment
from work.selectors.my_work import my_work

pytestmark = pytest.mark.django_db


def test_they_stand_in_my_work_of_their_authors_and_of_the_executives() -> None:
    newest = FinancialYear.of(clock.today()).previous()
    made = PartnershipMaker(Random(7), References(7), start_of_day(newest.previous().start)).make()  # noqa: S311  # a demonstration
    DraftMaker(made).make(newest)
    assert ChapterAuthor.objects.filter(year=newest.label, done_at__isnull=True).count() == len(AUTHORS) - 1
    assert ChapterAuthor.objects.filter(done_at__isnull=False).count() == 1
    assert DraftComment.objects.filter(dealt_at__isnull=True).count() == 1
    assert Consultation.objects.get().people.count() == len(CONSULTED)
    for local, kind in (("school.lead", "reporting.chapter"), ("executive.health", "reporting.consultation")):
        assert [one.kind for one in my_work(made.people[local]).due] == [kind]

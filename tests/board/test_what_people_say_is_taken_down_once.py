"""What children, families and practitioners say is taken down once, by the business team or by an agency's lead."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, InternalError, transaction

from accounts.models import Agency, Person
from board.models import Feedback
from board.selectors.voice import (
    FeedbackFilter,
    count_voice,
    exported_feedback,
    feedback_for,
    list_feedback,
    may_change,
    may_confirm,
    voice_of_year,
    years_heard,
)
from board.services.voice import (
    add_feedback,
    answer_feedback,
    change_feedback,
    confirm_anonymity,
    say_what_was_done,
    share_complaint,
    tell_back,
)
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action, make_feedback, make_recommendation, make_theme, may_be_published
from tests.factories import make_agency, make_holding, make_person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = date(2026, 10, 1)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", code="police", name="Northmere Police")


@pytest.fixture
def lead(police: Agency) -> Person:
    return make_person("agency_lead", police)


def told(**more: Any) -> dict[str, Any]:
    return {"speaker": "parent", "way": "quote", "service": "Social work", "said_on": SAID, "words": "He listened to me.", **more}


def test_a_piece_is_taken_down_with_its_themes_and_by_whom(business: Person, police: Agency) -> None:
    theme = make_theme()
    one = add_feedback(by=business, **told(agency="police", age_band="over_25", themes=[theme.code]))
    assert (one.agency, one.taken_by, one.taken_for, one.taken_at) == (police, business, None, clock.now())
    assert (one.consent, one.consent_uses, one.checked_at) == ("not_asked", [], None)
    assert [tag.theme for tag in one.tags.all()] == [theme]
    assert [event.verb for event in history(Subject("feedback", one.reference))] == ["board.feedback_added"]
    again = add_feedback(by=business, **told(words="Another.", service="  social   WORK "))
    assert again.service == "Social work"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"said_on": TODAY + timedelta(days=1)}, "said_on"),
        ({"words": " ", "summary": ""}, "words"),
        ({"service": "  "}, "service"),
        ({"agency": "nobody"}, "agency"),
        ({"themes": ["F999"]}, "themes"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_question(business: Person, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        add_feedback(by=business, **told(**wrong))
    assert refused.value.field == field
    assert not Feedback.objects.exists()


def test_the_same_words_are_taken_down_once(business: Person, lead: Person) -> None:
    first = add_feedback(by=business, **told())
    with_day, without = "The same words were taken down on 1 October 2026 already.", "These words are taken down already."
    for by, words, said in ((business, "he listened,  to me!", with_day), (lead, "HE LISTENED TO ME", without)):
        with pytest.raises(Refused) as refused:
            add_feedback(by=by, **told(words=words, said_on=TODAY))
        assert (refused.value.field, refused.value.sentence) == ("words", f"{said} They stand once.")
    other = add_feedback(by=business, **told(words="", summary="A father was listened to."))
    add_feedback(by=business, **told(words="", summary="A father was listened to."))
    with pytest.raises(Refused, match="taken down"):
        change_feedback(by=business, reference=other.reference, version=1, **told(words="He listened to me"))
    change_feedback(by=business, reference=first.reference, version=1, **told(words="He listened to me!"))
    with pytest.raises(IntegrityError), transaction.atomic():
        make_feedback("He listened to me")


def test_an_agencys_lead_takes_down_for_the_agency_and_keeps_it(lead: Person, police: Agency) -> None:
    other = make_agency()
    one = add_feedback(by=lead, **told(agency=other.code))
    assert one.taken_for == police
    assert feedback_for(lead, one.reference) == one
    change_feedback(by=lead, reference=one.reference, version=1, **told(agency=other.code, words="She listened to me."))
    about = make_feedback(agency=police)
    with pytest.raises(NotVisible):
        change_feedback(by=lead, reference=about.reference, version=1, **told())
    with pytest.raises(NotAllowed):
        add_feedback(by=make_person("scrutineer"), **told(words="Else."))


def test_what_was_taken_down_is_put_right_by_whoever_saw_the_last_version(business: Person) -> None:
    one = add_feedback(by=business, **told())
    change_feedback(by=business, reference=one.reference, version=1, **told(words="He did not listen."))
    with pytest.raises(Conflict):
        change_feedback(by=business, reference=one.reference, version=1, **told())
    say_what_was_done(by=business, reference=one.reference, version=2, done="A post.", done_who="Head", done_on=SAID)
    with pytest.raises(Refused, match="was done about it on 1 October 2026") as refused:
        change_feedback(by=business, reference=one.reference, version=3, **told(said_on=SAID + timedelta(days=1)))
    assert refused.value.field == "said_on"


def test_a_lead_reads_what_is_about_the_agency_and_what_it_took_down(business: Person, lead: Person, police: Agency) -> None:
    about, taken, other = make_feedback(agency=police), make_feedback(taken_for=police), make_feedback(agency=make_agency())
    assert set(list_feedback(lead, FeedbackFilter()).rows) == {about, taken}
    with pytest.raises(NotVisible):
        feedback_for(lead, other.reference)
    for role in ("business_team", "executive", "scrutineer", "governance_lead"):
        assert len(list_feedback(make_person(role), FeedbackFilter()).rows) == 3
    assert (count_voice(lead).all, count_voice(business).all) == (2, 3)


def test_the_words_of_a_complaint_are_withheld_from_those_it_is_about_until_shared(
    business: Person, lead: Person, police: Agency
) -> None:
    words, summary = "They laughed at me.", "Laughter in an interview."
    one = may_be_published(make_feedback(words, way="complaint", agency=police, summary=summary))
    named = may_be_published(make_feedback("Sam laughed.", way="complaint", agency=police, public_words="[Name] laughed."))
    for found in (feedback_for(lead, one.reference), *list_feedback(lead, FeedbackFilter()).rows):
        assert (found.words, found.public_words, found.summary) == ("", "", "")
    assert all(row.words == "" for row, _themes in exported_feedback(lead, FeedbackFilter()))
    assert list_feedback(lead, FeedbackFilter(words="laughed")).rows == ()
    assert [voice.said for voice in voice_of_year(lead, FinancialYear(2026))] == [()]
    say_what_was_done(by=lead, reference=one.reference, version=1, done="Training.", done_who="CAIT", done_on=TODAY)
    one.refresh_from_db()
    assert (one.words, one.summary) == (words, summary)
    with pytest.raises(NotAllowed):
        share_complaint(by=lead, reference=one.reference, version=2)
    with pytest.raises(Conflict):
        share_complaint(by=business, reference=one.reference, version=1)
    for _press in range(2):
        share_complaint(by=business, reference=one.reference, version=2)
    assert feedback_for(lead, one.reference).words == words
    assert feedback_for(lead, named.reference).words == ""
    assert feedback_for(business, named.reference).words == "Sam laughed."
    with pytest.raises(Refused, match="Only a complaint"):
        share_complaint(by=business, reference=make_feedback(agency=police).reference, version=1)
    moved = make_agency(code="elsewhere")
    change_feedback(by=business, reference=one.reference, version=3, **told(words=words, way="complaint", agency=moved.code))
    assert feedback_for(business, one.reference).shared_at is None


def test_guessing_the_words_of_a_complaint_tells_its_day_to_nobody_it_is_withheld_from(
    business: Person, lead: Person, police: Agency
) -> None:
    one = make_feedback("They laughed at me.", way="complaint", agency=police)
    with pytest.raises(Refused) as refused:
        add_feedback(by=lead, **told(words="they laughed at me"))
    assert refused.value.sentence == "These words are taken down already. They stand once."
    share_complaint(by=business, reference=one.reference, version=1)
    with pytest.raises(Refused, match="on 1 October 2026 already"):
        add_feedback(by=lead, **told(words="they laughed at me"))


@pytest.mark.parametrize("other", ["executive", "business_team", "governance_lead", "scrutineer"])
def test_a_complaint_about_ones_own_agency_is_withheld_though_one_hears_everybody(
    business: Person, police: Agency, other: str
) -> None:
    words = "They laughed at me."
    one = make_feedback(words, way="complaint", agency=police, summary="Laughter.")
    elsewhere = make_feedback("They shouted.", way="complaint", agency=make_agency())
    reader = make_person(other, police)
    if other != "executive":
        make_holding(reader, "agency_lead", police)
        reader = Person.objects.get(pk=reader.pk)
    for found in (feedback_for(reader, one.reference), *list_feedback(reader, FeedbackFilter(way="complaint")).rows):
        assert (found.words, found.summary) == (("", "") if found == one else ("They shouted.", "")), found
    assert list_feedback(reader, FeedbackFilter(words="laughed")).rows == ()
    assert feedback_for(reader, elsewhere.reference).words == "They shouted."
    assert not may_change(reader, feedback_for(reader, one.reference))
    assert not may_confirm(reader, feedback_for(reader, one.reference))
    press: dict[str, Any] = {"by": reader, "reference": one.reference, "version": 1}
    for service, more in ((share_complaint, {}), (confirm_anonymity, {}), (change_feedback, told())):
        with pytest.raises((NotVisible, NotAllowed)):
            service(**press, **more)
    share_complaint(by=business, reference=one.reference, version=1)
    assert feedback_for(reader, one.reference).words == words


def test_what_was_done_stands_with_who_did_it_and_when(business: Person, lead: Person, police: Agency) -> None:
    one = make_feedback(agency=police)
    for day in (SAID - timedelta(days=1), TODAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            say_what_was_done(by=lead, reference=one.reference, version=1, done="A post.", done_who="Head", done_on=day)
        assert refused.value.field == "done_on"
    for _press in range(2):
        say_what_was_done(by=lead, reference=one.reference, version=1, done="A post.", done_who="Head", done_on=TODAY)
    with pytest.raises(Conflict):
        say_what_was_done(by=business, reference=one.reference, version=1, done="Two.", done_who="Head", done_on=TODAY)
    one.refresh_from_db()
    assert (one.done, one.done_who, one.done_on, one.version) == ("A post.", "Head", TODAY, 2)
    with pytest.raises(NotVisible):
        say_what_was_done(by=lead, reference=make_feedback().reference, version=1, done="x", done_who="y", done_on=TODAY)


def test_they_are_told_on_a_day_or_it_is_said_why_not(business: Person) -> None:
    one = make_feedback()
    for wrong, field in (
        ({"told": "not_told", "told_note": " "}, "told_note"),
        ({"told": "in_person"}, "told_on"),
        ({"told": "in_person", "told_on": SAID - timedelta(days=1)}, "told_on"),
        ({"told": "in_person", "told_on": TODAY + timedelta(days=1)}, "told_on"),
    ):
        with pytest.raises(Refused) as refused:
            tell_back(by=business, reference=one.reference, version=1, **wrong)  # type: ignore[arg-type]
        assert refused.value.field == field
    for _press in range(2):
        tell_back(by=business, reference=one.reference, version=1, told="not_told", told_on=TODAY, told_note="They moved away.")
    one.refresh_from_db()
    assert (one.told, one.told_on, one.told_note, one.version) == ("not_told", None, "They moved away.", 2)
    tell_back(by=business, reference=one.reference, version=2, told="by_letter", told_on=TODAY)
    with pytest.raises(Conflict):
        tell_back(by=business, reference=one.reference, version=2, told="by_phone", told_on=TODAY)


def test_actions_and_recommendations_answer_it(business: Person) -> None:
    one, action, other = make_feedback(), make_action(due_on=TODAY), make_action(due_on=TODAY)
    recommendation = make_recommendation()
    press: dict[str, Any] = {"by": business, "reference": one.reference, "plan_reference": action.plan.reference}
    for wrong, field in (({"actions": [other.reference]}, "actions"), ({"recommendations": ["NM-3-X"]}, "recommendations")):
        with pytest.raises(Refused) as refused:
            answer_feedback(**press, version=1, **wrong)
        assert refused.value.field == field
    answer_feedback(**press, version=1, actions=[action.reference], recommendations=[recommendation.reference])
    with pytest.raises(Conflict):
        answer_feedback(**press, version=1)
    answer_feedback(**press | {"plan_reference": other.plan.reference}, version=2, actions=[other.reference])
    assert {row.action for row in one.answers.all()} == {action, other}
    answer_feedback(**press, version=3)
    assert {row.action for row in one.answers.all()} == {other}


def test_what_waits_too_long_with_nothing_done_is_listed_by_a_settable_number_of_days(business: Person, settings: Any) -> None:
    late, fresh = make_feedback(said_on=TODAY - timedelta(days=57)), make_feedback(said_on=TODAY - timedelta(days=56))
    make_feedback(said_on=TODAY - timedelta(days=90), done="A post.", done_who="Head", done_on=TODAY)

    def waiting() -> set[Feedback]:
        return set(list_feedback(business, FeedbackFilter(done="late")).rows)

    assert (waiting(), count_voice(business).waiting) == ({late}, 1)
    settings.FEEDBACK_WAITS_DAYS = 55
    assert waiting() == {late, fresh}


def test_the_list_is_narrowed(business: Person, police: Agency) -> None:
    theme = make_theme()
    one = may_be_published(make_feedback("Quiet rooms help.", agency=police, speaker="child", way="group", service="Custody"))
    one.tags.create(theme=theme)
    make_feedback(said_on=date(2025, 5, 1), done="A post.", done_who="Head", done_on=TODAY)
    for wanted in (
        {"words": "quiet"}, {"speaker": "child"}, {"way": "group"}, {"theme": theme.code}, {"service": "custody"},
        {"agency": "police"}, {"year": "2026-27"}, {"consent": "given"}, {"consent": "for_report"},
        {"done": "not"},
    ):  # fmt: skip
        assert list_feedback(business, FeedbackFilter(**wanted)).rows == (one,), wanted
    assert list_feedback(business, FeedbackFilter(consent="to_check")).rows == ()
    assert count_voice(business).publishable == 1
    assert years_heard(business) == ("2026-27", "2025-26")


def test_the_database_keeps_what_was_written() -> None:
    one = make_feedback()
    with pytest.raises(InternalError), transaction.atomic():
        one.delete()
    for wrong in (
        {"consent": "given", "consent_on": SAID},
        {"consent": "given", "consent_uses": ["report"]},
        {"checked_at": clock.now(), "checked_by": one.taken_by},
        {"done": "x"},
        {"told": "in_person"},
        {"told": "not_told"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Feedback.objects.filter(pk=one.pk).update(**wrong)

"""The text is checked, mended or answered, seen by lawyer and family, signed; then everybody reads it for at least a year."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from children.models import Child
from foundation import clock
from foundation.calendar import add_months
from foundation.errors import NotVisible, Refused
from foundation.working_days import working_calendar
from reviews.models import CaseKind, PracticeReview, PracticeState, PublishedReview, Question
from reviews.selectors.publication import found_in_publication
from reviews.services import publication
from tests.factories import make_agency, make_person
from tests.reviews import build
from tests.reviews import build_practice as made

pytestmark = pytest.mark.django_db
P = PracticeState


def findings(found: PracticeReview) -> dict[str, str]:
    return {one.finding.words: one.finding.why for one in found_in_publication(made.again(found).case)}


def test_the_case_knows_its_children_its_team_its_days_and_what_was_typed() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.ACCEPTED)
    child = Child.objects.create(
        given_name="Zofia", known_as="Zuzka", family_name="Kowalska", birth_date=date(2019, 5, 3),
        address="7 Lower Addlington Road", postcode="CR0 9ZZ",
        created_at=clock.now(), created_by="test",
    )  # fmt: skip
    found.case.children.update(child=child)
    build.named(owner, found, make_person("practitioner", make_agency("health"), name="Petra Ashgrove"))  # type: ignore[arg-type]
    for kind, words in (("name", "Anna Smith"), ("school", "Elmwood"), ("date", "1 June 2020"), ("other", "blue caravan")):
        publication.forbid_words(**made.who(owner, found), kind=kind, words=words)
    body = (
        "Zosia and Zuzka, born 3 May 2019, of Lower Addlington Rd, went to Elmwood. Annie Smith said so; Ms Ashgrove wrote it on"
        " 01/06/20 in the blue caravan. Robin was seen."
    )
    made.text(owner, found, body=body)
    assert findings(found) == {
        "Zosia": "A name of Robin",
        "Zuzka": "A name of Robin",
        "3 May 2019": "The date of birth of Robin",
        "Lower Addlington Rd": "An address or place that is known",
        "Elmwood": "A school or setting that is known",
        "Smith": "A name of somebody who must not be named",
        "Ashgrove": "A name of somebody named on the case",
        "01/06/20": "The date that must not be found",
        "blue caravan": "Words that must not be found",
    }


@pytest.mark.parametrize(
    ("kind", "words", "sentence"),
    [("name", " ", "what must not be found"), ("date", "in spring", "Enter a date"), ("name", "anna", "looked for already")],
)
def test_words_that_cannot_be_looked_for_are_refused(kind: str, words: str, sentence: str) -> None:
    owner = build.board_manager()
    found = made.review(owner)
    publication.forbid_words(**made.who(owner, found), kind="name", words="Anna")
    with pytest.raises(Refused, match=sentence):
        publication.forbid_words(**made.who(owner, found), kind=kind, words=words)


def test_a_finding_is_mended_or_answered_before_it_is_published() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    made.ready(owner, found)
    made.text(owner, found, body="Zofia was seen.")
    with pytest.raises(Refused, match="neither mended nor answered: 1"):
        made.publish(owner, found)
    (one,) = found_in_publication(made.again(found).case)
    with pytest.raises(Refused, match="Enter why"):
        publication.answer_finding(**made.who(owner, found), finding=one.finding.mark, reason=" ")
    publication.answer_finding(**made.who(owner, found), finding=one.finding.mark, reason="A saint of the church.")
    with pytest.raises(NotVisible):
        publication.answer_finding(**made.who(owner, found), finding=one.finding.mark, reason="Again.")
    with pytest.raises(Refused, match="A lawyer and the family"):
        made.publish(owner, found)
    made.text(owner, found, body="It was Zofia who was seen.")
    with pytest.raises(Refused, match="neither mended"):
        made.publish(owner, found)


def test_each_change_of_the_text_takes_back_who_saw_and_signed_it() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    made.ready(owner, found)
    text = made.text(owner, found, summary="We learned more.")
    assert (text.legal_on, text.family_on) == (None, None)
    made.seen(owner, found)
    with pytest.raises(Refused, match="Not agreed yet: Council, Health, Police"):
        made.publish(owner, found)


def test_the_panel_has_it_for_seven_working_days_first() -> None:
    """SI 2018/789, regulation 5."""
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    made.ready(owner, found)
    PracticeReview.objects.update(copies_sent_on=None)
    with pytest.raises(Refused, match="Record when the national panel"):
        made.publish(owner, found)
    PracticeReview.objects.update(copies_sent_on=working_calendar().add_working_days(clock.today(), -6))
    with pytest.raises(Refused, match="seven working days first"):
        made.publish(owner, found)
    PracticeReview.objects.update(copies_sent_on=working_calendar().add_working_days(clock.today(), -7))
    assert made.publish(owner, found).slug == "child-robin"


def test_a_late_report_needs_the_reason_that_the_panel_was_told() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION, decided_on=add_months(clock.today(), -7))
    made.ready(owner, found)
    with pytest.raises(Refused, match="Six months have passed"):
        made.publish(owner, found)
    PracticeReview.objects.update(late_reasons="A trial.", late_told_on=clock.today())
    assert made.publish(owner, found)


def test_it_is_published_with_a_text_and_looked_at_again_after_a_year() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PRE_PUBLICATION)
    with pytest.raises(Refused, match="Write the text"):
        made.publish(owner, found)
    made.ready(owner, found)
    with pytest.raises(Refused, match="at least a year"):
        publication.publish_review(**made.step(owner, found), review_on=clock.today() + timedelta(days=300))


def test_everybody_reads_it_and_it_stays_for_a_year(client: Client) -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PUBLISHED)
    page = PublishedReview.objects.get()
    address = reverse("reviews:published", args=[page.slug])
    assert page.title in client.get(reverse("reviews:published_list")).content.decode()
    answer = client.get(address)
    assert (answer.status_code, "public" in answer.headers["Cache-Control"]) == (200, True)
    assert "Robin was seen by three agencies." in answer.content.decode()
    assert found.case.reference not in answer.content.decode()
    with pytest.raises(Refused, match="at least a year, until"):
        publication.withdraw_published(**made.who(owner, found), reason="Old")
    PublishedReview.objects.update(published_on=add_months(clock.today(), -12))
    publication.withdraw_published(**made.who(owner, found), reason="Old")
    with pytest.raises(Refused, match="withdrawn already"):
        publication.withdraw_published(**made.who(owner, found), reason="Old")
    gone = client.get(address)
    assert (gone.status_code, "Robin" in gone.content.decode()) == (410, False)
    assert page.title not in client.get(reverse("reviews:published_list")).content.decode()
    assert client.get(reverse("reviews:published", args=["nothing"])).status_code == 404


def test_two_reports_of_one_title_have_two_addresses() -> None:
    owner = build.board_manager()
    made.at(owner, P.PUBLISHED)
    made.at(owner, P.PUBLISHED, kind=CaseKind.THEMATIC)
    assert set(PublishedReview.objects.values_list("slug", flat=True)) == {"child-robin", "child-robin-2"}


def test_what_is_withheld_is_told_to_the_panel_and_its_improvements_are_published(client: Client) -> None:
    owner = build.board_manager()
    found = made.at(owner, P.ACCEPTED)
    told = {"reasons": "It would harm a sibling.", "told_on": clock.today(), "title": "What is improved"}
    with pytest.raises(Refused, match=r"“Zofia” \(A name of Robin\)"):
        publication.withhold_review(**made.step(owner, found), **told, improvements="For Zofia.")
    with pytest.raises(Refused, match="Enter the reasons"):
        publication.withhold_review(**made.step(owner, found), **{**told, "reasons": ""}, improvements="Better.")
    tomorrow = clock.today() + timedelta(days=1)
    with pytest.raises(Refused, match="between the acceptance"):
        publication.withhold_review(**made.step(owner, found), **{**told, "told_on": tomorrow}, improvements="Better.")
    with pytest.raises(Refused, match="Not agreed yet"):
        publication.withhold_review(**made.step(owner, found), **told, improvements="Everybody asks for the father.")
    made.all_say(owner, found, Question.PUBLISH)
    found = publication.withhold_review(**made.step(owner, found), **told, improvements="Everybody asks for the father.")
    assert found.state == P.WITHHELD
    shown = client.get(reverse("reviews:published", args=["what-is-improved"])).content.decode()
    assert "Everybody asks for the father." in shown
    assert "sibling" not in shown


def test_the_text_is_written_and_seen_in_its_time() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    with pytest.raises(Refused, match="while the report is a draft"):
        made.text(owner, found)
    found = made.at(owner, P.ACCEPTED)
    with pytest.raises(Refused, match="Write the text first"):
        publication.tick_check(**made.step(owner, found), check="legal", who="A", seen_on=clock.today())
    with pytest.raises(Refused, match="Enter the report"):
        made.text(owner, found, body="")
    made.text(owner, found)
    with pytest.raises(Refused, match="who has seen it"):
        publication.tick_check(**made.step(owner, found), check="legal", who=" ", seen_on=clock.today())
    with pytest.raises(Refused, match="last change of the text"):
        publication.tick_check(**made.step(owner, found), check="legal", who="A", seen_on=clock.today() - timedelta(days=1))
    with pytest.raises(NotVisible):
        publication.tick_check(**made.step(owner, found), check="other", who="A", seen_on=clock.today())


def test_a_plan_is_whole() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.ACCEPTED)
    given = {"planned_on": clock.today(), "publication_plan": "So", "media_plan": "So", "copies_sent_on": None}
    for changes, sentence in (
        ({"publication_plan": ""}, "how it is published"),
        ({"media_plan": ""}, "how the media"),
        ({"copies_sent_on": clock.today() + timedelta(days=1)}, "today or in the past"),
        ({"planned_on": clock.today() - timedelta(days=1)}, "after it was accepted"),
    ):
        with pytest.raises(Refused, match=sentence):
            publication.prepare_publication(**made.step(owner, found), **{**given, **changes})  # type: ignore[arg-type]


def test_a_page_that_is_none_is_not_withdrawn() -> None:
    owner = build.board_manager()
    with pytest.raises(NotVisible):
        publication.withdraw_published(**made.who(owner, made.review(owner)), reason="None")

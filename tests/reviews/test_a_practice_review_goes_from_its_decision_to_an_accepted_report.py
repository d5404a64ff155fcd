"""Opened alone or out of a rapid review, decided by the partners, scoped, written, accepted; each kind ends in its own way."""

from datetime import date, timedelta

import pytest

from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from reviews.models import CaseKind, IncidentState, PracticeState, Question
from reviews.services import incidents, practice
from reviews.services.drafts import add_draft, give_copies, make_remark
from tests.factories import make_agency, make_person
from tests.reviews import build
from tests.reviews import build_practice as made
from work.models import Clock

pytestmark = pytest.mark.django_db
P = PracticeState


def test_six_months_count_from_the_decision() -> None:
    """SI 2018/789: decided on 31 August 2026, published by 28 February 2027."""
    found = made.review(build.board_manager(), decided_on=date(2026, 8, 31))
    assert (found.statutory_due_on, found.due_on) == (date(2027, 2, 28), date(2027, 2, 28))


@pytest.mark.parametrize("kind", [CaseKind.CONCERN, CaseKind.THEMATIC, CaseKind.OTHER_AREA])
def test_no_limit_of_law_holds_for_others(kind: CaseKind) -> None:
    found = made.review(build.board_manager(), kind=kind, lead_area="Another borough")
    assert (found.statutory_due_on, Clock.objects.count()) == (None, 0)


def test_it_goes_all_the_way() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.PUBLISHED)
    assert (found.started_on, found.completed_on, found.published_on) == (clock.today(),) * 3
    assert practice.close_review(**made.step(owner, found)).state == P.CLOSED
    assert not Clock.objects.filter(stopped_at__isnull=True).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"decided_on": date(2100, 1, 1)}, "today or in the past"),
        ({"decision_reasons": " "}, "Enter why"),
        ({"method": "other"}, "Enter the method"),
        ({"kind": CaseKind.OTHER_AREA}, "which area leads"),
        ({"kind": CaseKind.INCIDENT}, "what kind"),
        ({"kind": CaseKind.SERIOUS_CASE}, "ended in September 2019"),
        ({"published_on": date(2020, 1, 1)}, "Only a serious case review"),
        ({"kind": CaseKind.SERIOUS_CASE, "decided_on": date(2016, 1, 1), "published_on": date(2018, 1, 1)}, "started, completed"),
        (
            {
                "kind": CaseKind.SERIOUS_CASE, "decided_on": date(2016, 1, 1), "started_on": date(2016, 2, 1),
                "completed_on": date(2018, 3, 1), "published_on": date(2018, 1, 1),
            },
            "follow each other",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        practice.open_review(by=build.board_manager(), opened=made.told(**changes))


def test_a_serious_case_review_of_former_years_is_kept_as_published() -> None:
    owner = build.board_manager()
    days = {"decided_on": date(2016, 1, 1), "started_on": date(2016, 2, 1), "completed_on": date(2017, 3, 1)}
    found = made.review(owner, kind=CaseKind.SERIOUS_CASE, published_on=date(2018, 1, 1), **days)
    assert (found.state, found.published_on) == (P.PUBLISHED, date(2018, 1, 1))


def test_it_comes_out_of_a_rapid_review_with_its_children() -> None:
    owner = build.board_manager()
    incident = build.at(owner, IncidentState.SIGNED_OFF)
    child = incident.case.children.get()
    found = practice.follow_case(by=owner, case=incident.case.reference, opened=made.told(), children=[child.pk])
    assert found.case.follows == incident.case
    assert [(row.pseudonym, row.family_name) for row in found.case.children.all()] == [("Robin", "Kowalska-Byrne")]
    assert practice.go_on(**made.step(owner, found)).state == P.SCOPING, "the partners decided in the rapid review"


def test_children_come_by_choice() -> None:
    owner = build.board_manager()
    incident = build.at(owner, IncidentState.SIGNED_OFF)
    found = practice.follow_case(by=owner, case=incident.case.reference, opened=made.told(), children=[])
    assert not found.case.children.exists()


def test_a_practice_review_follows_only_what_the_partners_decided() -> None:
    owner = build.board_manager()
    incident = build.at(owner, IncidentState.NOTIFIED)
    with pytest.raises(Refused, match="what the partners decided"):
        practice.follow_case(by=owner, case=incident.case.reference, opened=made.told(), children=[])


def test_a_case_of_concern_follows_an_incident_that_is_not_notified() -> None:
    owner = build.board_manager()
    incident = build.with_child(owner, abuse_suspected="no", abuse_reasons="")
    follow = {"by": owner, "case": incident.case.reference, "opened": made.told(kind=CaseKind.CONCERN), "children": []}
    with pytest.raises(Refused, match="not notified"):
        practice.follow_case(**follow)  # type: ignore[arg-type]
    build.all_decide(owner, incident, Question.NOTIFY, agreed=False)
    incidents.leave_unnotified(**build.step(owner, incident), reason="An accident.")
    assert practice.follow_case(**follow).case.kind == CaseKind.CONCERN  # type: ignore[arg-type]


def test_any_review_may_lead_to_another() -> None:
    owner = build.board_manager()
    first = made.review(owner)
    opened = made.told(kind=CaseKind.THEMATIC)
    assert practice.follow_case(by=owner, case=first.case.reference, opened=opened, children=[]).case.follows == first.case


def test_most_of_the_partners_have_to_want_it() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    with pytest.raises(Refused, match="Each of the three partners"):
        practice.go_on(**made.step(owner, found))
    made.all_say(owner, found, Question.REVIEW, agreed=False)
    with pytest.raises(Refused, match="most of them"):
        practice.go_on(**made.step(owner, found))


def test_reports_are_asked_for_once_it_is_said_what_about() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.SCOPING)
    with pytest.raises(Refused, match="Write terms of reference"):
        practice.go_on(**made.step(owner, found))
    wrong = made.scope(period_from=date(2026, 2, 1), period_to=date(2026, 1, 1))
    with pytest.raises(Refused, match="must end after"):
        practice.write_scope(**made.step(owner, found), written=wrong)


def test_a_report_is_accepted_by_all_three_with_every_wrong_fact_answered() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.DRAFT)
    accept = {"completed_on": clock.today()}
    with pytest.raises(Refused, match="Add the draft"):
        practice.accept_report(**made.step(owner, found), **accept)
    add_draft(**made.who(owner, found), document=made.pdf())
    with pytest.raises(Refused, match="Not agreed yet: Council, Health, Police"):
        practice.accept_report(**made.step(owner, found), **accept)
    made.all_say(owner, found, Question.ACCEPT)
    with pytest.raises(Refused, match="between the start"):
        practice.accept_report(**made.step(owner, found), completed_on=clock.today() + timedelta(days=1))
    (copy,) = give_copies(**made.who(owner, found), members=[found.case.members.get().pk])
    make_remark(**made.who(owner, found), copy=copy.pk, kind="fact", text="It was in spring.")
    with pytest.raises(Refused, match="not answered: 1"):
        practice.accept_report(**made.step(owner, found), **accept)


def test_what_was_accepted_lapses_with_a_new_draft() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.ACCEPTED)
    with pytest.raises(Refused, match="Enter why"):
        practice.draft_again(**made.step(owner, found), reason=" ")
    found = practice.draft_again(**made.step(owner, found), reason="A chapter is missing.")
    assert (found.state, found.completed_on) == (P.DRAFT, None)
    with pytest.raises(Refused, match="Not agreed yet"):
        practice.accept_report(**made.step(owner, found), completed_on=clock.today())


def test_a_case_of_concern_ends_with_a_briefing() -> None:
    owner = build.board_manager()
    found = made.review(owner, kind=CaseKind.CONCERN)
    with pytest.raises(Refused, match="what was learned"):
        practice.end_review(**made.step(owner, found), learned=" ")
    assert practice.end_review(**made.step(owner, found), learned="Ask for the father.").state == P.CLOSED


def test_a_case_of_concern_has_no_report() -> None:
    owner = build.board_manager()
    found = made.at(owner, P.DRAFT, kind=CaseKind.CONCERN)
    with pytest.raises(Refused, match="ends with what was learned"):
        practice.accept_report(**made.step(owner, found), completed_on=clock.today())


def test_another_areas_review_ends_with_its_report() -> None:
    owner = build.board_manager()
    found = made.review(owner, kind=CaseKind.OTHER_AREA, lead_area="Another borough")
    practice.write_scope(**made.step(owner, found), written=made.scope(our_contribution="Our chronology."))
    with pytest.raises(Refused, match="when the report was received"):
        practice.end_review(**made.step(owner, found), learned="For us too.")
    with pytest.raises(Refused, match="between the decision"):
        practice.end_review(**made.step(owner, found), learned="Yes.", received_on=clock.today() + timedelta(days=1))
    assert practice.end_review(**made.step(owner, found), learned="Yes.", received_on=clock.today()).state == P.CLOSED


def test_a_practice_review_does_not_end_without_a_decision_about_publication() -> None:
    owner = build.board_manager()
    with pytest.raises(Refused, match="published or withheld"):
        practice.end_review(**made.step(owner, made.review(owner)), learned="Much.")


def test_what_the_panel_was_told_of_a_delay_is_kept() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    with pytest.raises(Refused, match="what the panel was told"):
        practice.tell_of_delay(**made.step(owner, found), reasons="", told_on=clock.today())
    with pytest.raises(Refused, match="between the decision"):
        practice.tell_of_delay(**made.step(owner, found), reasons="A trial.", told_on=date(2100, 1, 1))
    assert practice.tell_of_delay(**made.step(owner, found), reasons="A trial.", told_on=clock.today()).late_reasons == "A trial."
    thematic = made.review(owner, kind=CaseKind.THEMATIC)
    with pytest.raises(Refused, match="No time limit"):
        practice.tell_of_delay(**made.step(owner, thematic), reasons="A trial.", told_on=clock.today())


def test_only_its_owner_takes_it_further_and_an_incident_is_no_review() -> None:
    owner = build.board_manager()
    found = made.review(owner)
    panel = make_person("practitioner", make_agency("health"))
    build.named(owner, found, panel)  # type: ignore[arg-type]  # a case is all that it needs
    with pytest.raises(NotVisible):
        practice.go_on(**made.step(panel, found))
    with pytest.raises(NotVisible):
        practice.go_on(**build.step(owner, build.opened(owner)))
    with pytest.raises(Conflict):
        practice.write_scope(by=owner, case=found.case.reference, version=999, written=made.scope())

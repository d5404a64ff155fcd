"""Smallest records of this app, made by its own services as upper apps call them: from inside a service."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils.text import slugify

from accounts.models import Agency, Person, Team
from foundation import clock, service
from foundation.actors import SystemActor
from foundation.events import Subject
from tests.factories import make_agency, make_person, make_team
from work.models import Handover, Questionnaire, QuestionnaireVersion, Request
from work.services.handovers import offer_handover
from work.services.questionnaires import create_questionnaire, publish_version, save_question
from work.services.replies import ask_to_answer
from work.services.requests import ask

SYSTEM = SystemActor("tests")
CONTACT = Subject("contact", "NM-K-TEST-0001")


@contextmanager
def inside() -> Iterator[None]:
    """As a service of an upper app calls: who may was decided at its door."""
    entered = service._inside.set(True)
    try:
        yield
    finally:
        service._inside.reset(entered)


def make_handover(
    to_team: Team | None = None,
    from_team: Team | None = None,
    kind: str = "tests.passing",
    subject: Subject = CONTACT,
    note: str = "",
) -> Handover:
    """An offer to a team."""
    with inside():
        return offer_handover(
            by=SYSTEM, kind=kind, subject=subject, from_team=from_team or make_team(), to_team=to_team or make_team(), note=note
        )


def make_request(
    to_agency: Agency | None = None,
    from_team: Team | None = None,
    due_at: datetime | None = None,
    to_team: Team | None = None,
    subject: Subject = CONTACT,
) -> Request:
    """An open question to an agency."""
    with inside():
        return ask(
            by=SYSTEM,
            kind="tests.check",
            subject=subject,
            from_team=from_team or make_team(),
            to_agency=to_agency or (to_team.agency if to_team else make_agency()),
            to_team=to_team,
            question="What do you know of this family?",
            due_at=due_at or clock.now() + timedelta(hours=24),
            legal_basis="Working Together 2023",
        )


def make_business_team_member() -> Person:
    """Somebody of the business team."""
    return make_person("business_team")


def make_published(title: str = "Case file audit") -> QuestionnaireVersion:
    """A version in use with a question of each kind."""
    with inside():
        return publish_version(by=SYSTEM, version_id=make_draft(title).pk)


def make_questionnaire_request(to_agency: Agency | None = None, title: str = "Case file audit") -> Request:
    """An open request to answer a questionnaire."""
    code = slugify(title)
    if not Questionnaire.objects.filter(code=code).exists():
        make_published(title)
    with inside():
        (asked,) = ask_to_answer(
            by=SYSTEM,
            code=code,
            agencies=[(to_agency or make_agency()).code],
            purpose="For the yearly return.",
            due_on=clock.today() + timedelta(days=14),
        )
    return asked


def make_draft(title: str = "Case file audit") -> QuestionnaireVersion:
    """A draft with a choice, a question that depends on it, and one of each other kind."""
    with inside():
        created = create_questionnaire(by=SYSTEM, title=title)
        draft = created.versions.get()
        add = {"by": SYSTEM, "version_id": draft.pk}
        seen = {"text": "Was the child seen alone?", "kind": "choice", "choices": ["Yes", "No", "Partly"]}
        save_question(**add, **seen, section="The child’s voice")
        save_question(
            **add,
            text="Why not?",
            kind="long_text",
            shown_when="was-the-child-seen-alone",
            shown_when_answers=["No"],
            section="The child’s voice",
        )
        save_question(
            **add,
            text="Who was there?",
            kind="text",
            shown_when="was-the-child-seen-alone",
            shown_when_answers=["No", "Partly"],
            section="The child’s voice",
        )
        save_question(**add, text="Overall grade", kind="grade", choices=["Good", "Adequate", "Inadequate"], section="Grade")
        save_question(**add, text="Agencies involved", kind="many_choices", choices=["Health", "Police"], required=False)
        save_question(**add, text="Visits in the year", kind="number", required=False)
        save_question(**add, text="Last visit", kind="date", required=False)
        save_question(**add, text="Evidence", kind="evidence_file", required=False)
    return draft

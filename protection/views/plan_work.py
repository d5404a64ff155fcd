"""What happens under a plan between conferences: actions, visits, the chair's looks, escalations, legal steps."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from protection.forms.plans import (
    ActionForm,
    CheckForm,
    DayForm,
    LegalForm,
    ProgressForm,
    SettleActionForm,
    VisitForm,
    WordsForm,
)
from protection.models import ChairEscalation, ProtectionPlan
from protection.selectors.arranging import agencies_to_invite
from protection.selectors.planning import plan_to_work_on, plans_sharing
from protection.selectors.plans import plan_file, plan_for
from protection.services.plan_work import (
    add_plan_action,
    answer_escalation,
    check_midway,
    close_escalation,
    end_legal_step,
    escalate_plan,
    mark_legal_step,
    note_progress,
    raise_escalation,
    record_visit,
    settle_plan_action,
)
from protection.views.plans import case_of, one_of_plan, plan_seen, worked_on
from work.views.acting import Case, CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def action_added(request: HttpRequest, reference: str) -> HttpResponse:
    """Add to the plan: a danger, what is to be different, what is done, by whom and by when."""
    person = asking(request)
    found = plan_for(person, reference)
    form = ActionForm(
        request.POST or None, plans=plans_sharing(found), agencies=agencies_to_invite(), initial={"plans": [reference]}
    )
    act = CaseAct(
        "Add to the plan",
        "Add it",
        form,
        lambda _version: add_plan_action(
            by=person, family=found.family.reference, plans=form.cleaned_data["plans"], written=form.written
        ),
        "It has been added to the plan.",
    )
    return case_acted(request, plan_seen(person, reference), act)


@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, reference: str, action: int) -> HttpResponse:
    """Say how far an action has come."""
    person = asking(request)
    row = one_of_plan(plan_file(plan_for(person, reference)).actions, action)
    form = ProgressForm(request.POST or None, initial={"progress": row.progress, "note": row.progress_note})
    act = CaseAct(
        "How far has it come?",
        "Save",
        form,
        lambda _version: note_progress(
            by=person, action_id=action, progress=form.cleaned_data["progress"], note=form.cleaned_data["note"] or ""
        ),
        "The progress is saved.",
        explanation=row.action,
    )
    return case_acted(request, plan_seen(person, reference), act)


@require_http_methods(["GET", "POST"])
def action_settled(request: HttpRequest, reference: str, action: int) -> HttpResponse:
    """Say that an action is done or no longer needed."""
    person = asking(request)
    row = one_of_plan(plan_file(plan_for(person, reference)).actions, action)
    form = SettleActionForm(request.POST or None)
    act = CaseAct(
        "Is it done?",
        "Save",
        form,
        lambda _version: settle_plan_action(by=person, action_id=action, **form.cleaned_data),
        "The plan has been updated.",
        explanation=row.action,
    )
    return case_acted(request, plan_seen(person, reference), act)


@require_http_methods(["GET", "POST"])
def visit(request: HttpRequest, reference: str) -> HttpResponse:
    """Write a visit into the log."""
    person = asking(request)
    form = VisitForm(request.POST or None, initial={"visitor": person.name})
    act = CaseAct(
        "Record a visit",
        "Save",
        form,
        lambda version: record_visit(by=person, reference=reference, visit=form.written, version=version),
        "The visit is recorded.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def midway_check(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the chair's look half way between two conferences."""
    person, form = asking(request), CheckForm(request.POST or None)
    act = CaseAct(
        "Record the mid-way check",
        "Save",
        form,
        lambda _version: check_midway(
            by=person,
            reference=reference,
            checked_on=form.cleaned_data["checked_on"],
            on_track=form.cleaned_data["on_track"] == "yes",
            findings=form.cleaned_data["findings"],
        ),
        "The check is recorded. Where the plan is not on track, escalate what worries you.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def escalating(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a worry about a plan up with the team's manager."""
    form = WordsForm(request.POST or None, label="What worries you about this plan?", message="Enter what worries you")
    person = asking(request)
    act = CaseAct(
        "Escalate a worry",
        "Escalate",
        form,
        lambda _version: escalate_plan(by=person, reference=reference, concern=form.cleaned_data["words"]),
        "It is with the manager of the team.",
        explanation="It goes to the team’s manager first, then to the service manager, then to the director.",
    )
    return case_acted(request, worked_on(person, reference), act)


Escalated = tuple[str, str, Callable[[int, str], object], str]
"""Title and button of a page that acts on an escalation, what it calls with the version that it shows, and what it says then."""


def _on_escalation(request: HttpRequest, reference: str, escalation: int, form: WordsForm, act: Escalated) -> HttpResponse:
    person = asking(request)

    def found() -> tuple[ProtectionPlan, ChairEscalation]:
        plan = plan_to_work_on(person, reference)
        return plan, one_of_plan(plan_file(plan).escalations, escalation)

    def read() -> Case:
        plan, row = found()
        return replace(case_of(plan), version=row.version)

    title, button, call, done = act
    concern = found()[1].concern
    made = CaseAct(title, button, form, lambda version: call(version, form.cleaned_data["words"]), done, explanation=concern)
    return case_acted(request, read, made)


@require_http_methods(["GET", "POST"])
def escalation_answered(request: HttpRequest, reference: str, escalation: int) -> HttpResponse:
    """Answer what the chair has escalated."""
    form = WordsForm(request.POST or None, label="What do you do about it?", message="Enter what you do about it")

    def call(version: int, answer: str) -> object:
        return answer_escalation(by=asking(request), escalation_id=escalation, version=version, answer=answer)

    act = ("Answer the chair", "Answer", call, "The chair reads your answer on the plan.")
    return _on_escalation(request, reference, escalation, form, act)


@require_http_methods(["GET", "POST"])
def escalation_raised(request: HttpRequest, reference: str, escalation: int) -> HttpResponse:
    """Take an escalation to the next stage."""
    form = WordsForm(request.POST or None, label="Why do you take it further?", message="Enter why you take it further")

    def call(version: int, concern: str) -> object:
        return raise_escalation(by=asking(request), escalation_id=escalation, version=version, concern=concern)

    act = ("Take the worry further", "Take it further", call, "It is with the next stage.")
    return _on_escalation(request, reference, escalation, form, act)


@require_http_methods(["GET", "POST"])
def escalation_closed(request: HttpRequest, reference: str, escalation: int) -> HttpResponse:
    """Close an escalation with what came of it."""
    form = WordsForm(request.POST or None, label="What came of it?", message="Enter what came of it")

    def call(version: int, result: str) -> object:
        return close_escalation(by=asking(request), escalation_id=escalation, version=version, result=result)

    act = ("Close the escalation", "Close it", call, "The escalation is closed.")
    return _on_escalation(request, reference, escalation, form, act)


@require_http_methods(["GET", "POST"])
def legal_step(request: HttpRequest, reference: str) -> HttpResponse:
    """Mark that a legal step began."""
    person, form = asking(request), LegalForm(request.POST or None)
    act = CaseAct(
        "Mark a legal step",
        "Save",
        form,
        lambda _version: mark_legal_step(
            by=person,
            reference=reference,
            step=form.cleaned_data["step"],
            began_on=form.cleaned_data["began_on"],
            began_time=form.cleaned_data["began_time"],
            note=form.cleaned_data["note"] or "",
        ),
        "The legal step is marked.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def legal_step_ended(request: HttpRequest, reference: str, mark: int) -> HttpResponse:
    """Say when a legal step ended."""
    person = asking(request)
    row = one_of_plan(plan_file(plan_to_work_on(person, reference)).legal_marks, mark)
    form = DayForm(request.POST or None)
    act = CaseAct(
        f"{row.get_step_display()}: it has ended",
        "Save",
        form,
        lambda _version: end_legal_step(by=person, mark_id=mark, ended_on=form.cleaned_data["day"]),
        "It is noted when the legal step ended.",
    )
    return case_acted(request, worked_on(person, reference), act)

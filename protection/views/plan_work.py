"""What happens under a plan between conferences: actions, visits, the core group, the chair's looks, legal steps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.design import words
from foundation.errors import NotVisible, Refused
from foundation.versions import posted_version
from protection.forms.conferences import AgencyForm, SettleForm
from protection.forms.minutes import Place, RecordForm, as_places
from protection.forms.plans import (
    ActionForm,
    CheckForm,
    DayForm,
    FamilyMemberForm,
    LegalForm,
    MeetingForm,
    MemberForm,
    ProgressForm,
    SettleActionForm,
    VisitForm,
    WordsForm,
)
from protection.models import ChairEscalation, CoreGroupMeeting, ProtectionPlan
from protection.selectors.arranging import agencies_to_invite, people_to_invite
from protection.selectors.planning import plan_to_work_on, plans_sharing, texts_written_at_once
from protection.selectors.plans import PlanFile, plan_file, plan_for
from protection.selectors.sight import works_on
from protection.services.core_group import (
    end_core_group_membership,
    name_core_group,
    record_core_group,
    send_core_group_minutes,
)
from protection.services.minuting import minute_core_group, settle_text
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
from protection.views.plans import case_of, worked_on
from protection.views.saving import saved_by_itself
from work.views.acting import Case, CaseAct, case_acted, log_case

FAMILY = "family"
"""Chosen in the place of an agency: somebody of the family."""


def _seen(person: Person, reference: str) -> Callable[[], Case]:
    """Reads the plan for whoever works on the family or belongs to the core group."""
    return lambda: case_of(plan_for(person, reference))


def _of(rows: Any, pk: int) -> Any:
    """One of a plan's rows; those of other plans do not exist here."""
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


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
    return case_acted(request, _seen(person, reference), act)


@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, reference: str, action: int) -> HttpResponse:
    """Say how far an action has come."""
    person = asking(request)
    row = _of(plan_file(plan_for(person, reference)).actions, action)
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
    return case_acted(request, _seen(person, reference), act)


@require_http_methods(["GET", "POST"])
def action_settled(request: HttpRequest, reference: str, action: int) -> HttpResponse:
    """Say that an action is done or no longer needed."""
    person = asking(request)
    row = _of(plan_file(plan_for(person, reference)).actions, action)
    form = SettleActionForm(request.POST or None)
    act = CaseAct(
        "Is it done?",
        "Save",
        form,
        lambda _version: settle_plan_action(by=person, action_id=action, **form.cleaned_data),
        "The plan has been updated.",
        explanation=row.action,
    )
    return case_acted(request, _seen(person, reference), act)


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
        return plan, _of(plan_file(plan).escalations, escalation)

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
    row = _of(plan_file(plan_to_work_on(person, reference)).legal_marks, mark)
    form = DayForm(request.POST or None)
    act = CaseAct(
        f"{row.get_step_display()}: it has ended",
        "Save",
        form,
        lambda _version: end_legal_step(by=person, mark_id=mark, ended_on=form.cleaned_data["day"]),
        "It is noted when the legal step ended.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def member_named(request: HttpRequest, reference: str) -> HttpResponse:
    """Name somebody for the core group: first the agency or the family, then who."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    agencies = [(FAMILY, "The family"), *agencies_to_invite()]
    agency = request.GET.get("agency", "")
    if agency not in dict(agencies):
        choice = AgencyForm(request.GET if "agency" in request.GET else None, agencies=agencies)
        log_case(request, case_of(found))
        context = {"case": case_of(found), "form": choice, "title": "Name somebody for the core group"}
        return render(request, "protection/conference_agency.html", context, status=422 if choice.errors else 200)
    form: FamilyMemberForm | MemberForm = (
        FamilyMemberForm(request.POST or None)
        if agency == FAMILY
        else MemberForm(request.POST or None, people=people_to_invite(agency))
    )
    act = CaseAct(
        "Name somebody for the core group",
        "Save",
        form,
        lambda _version: name_core_group(
            by=person, family=found.family.reference, members=[form.named(agency)], joined_on=form.cleaned_data["joined_on"]
        ),
        "They belong to the core group. Whoever has an account sees the plans from now on.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def member_left(request: HttpRequest, reference: str, member: int) -> HttpResponse:
    """Say when somebody left the core group."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    row = _of(plan_file(found).members, member)
    form = DayForm(request.POST or None)
    act = CaseAct(
        f"{row.name} has left the core group",
        "Save",
        form,
        lambda _version: end_core_group_membership(
            by=person, family=found.family.reference, member_id=member, left_on=form.cleaned_data["day"]
        ),
        "They have left the core group, and see the plans no longer.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def core_group_met(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the core group met, with who came."""
    person = asking(request)
    found = plan_for(person, reference)
    form = MeetingForm(request.POST or None, members=plan_file(found).members)
    act = CaseAct(
        "The core group has met",
        "Save",
        form,
        lambda _version: record_core_group(
            by=person,
            family=found.family.reference,
            held_on=form.cleaned_data["held_on"],
            attendance=form.attendance,
            next_on=form.cleaned_data["next_on"],
        ),
        "The meeting is recorded. Write its minutes next, and send them out.",
    )
    return case_acted(request, _seen(person, reference), act)


TEXTS = (("minutes", "What was said", ""), ("decisions", "What was decided", "Who does what by when."))
LABELS = {name: label for name, label, _hint in TEXTS}


@require_http_methods(["GET", "POST"])
def meeting_minutes(request: HttpRequest, reference: str, meeting: int) -> HttpResponse:
    """Write the minutes of a meeting; several people may. What two wrote into one part is kept twice."""
    person = asking(request)
    found = plan_for(person, reference)
    row: CoreGroupMeeting = _of(plan_file(found).meetings, meeting)
    form = RecordForm(request.POST or None, places=_places(row))
    if request.method == "POST" and form.is_valid() and _minuted(person, form, meeting):
        messages.success(request, "The minutes are saved.")
        return redirect("protection:core_group_minutes", reference=reference, meeting=meeting)
    log_case(request, case_of(found))
    others = texts_written_at_once(found, meeting)
    names = names_of({other.written_by for other in others})
    context = {
        "case": case_of(found),
        "form": form,
        "meeting": row,
        "title": f"Core group on {words.date(row.held_on)}",
        "came": [f"{one.member.name}: {one.get_attendance_display().lower()}" for one in row.attendances.all()],
        "conflicts": [
            {
                "title": LABELS[other.place],
                "mine": other.text,
                "mine_title": f"{names.get(other.written_by, 'Somebody')} wrote on {words.moment(other.written_at)}",
                "theirs": getattr(row, other.place),
                "href": reverse("protection:settle_core_group_text", args=[reference, other.pk]),
            }
            for other in others
        ],
        "works": works_on(person, found.family),
        "autosave_url": reverse("protection:autosave_core_group", args=[reference, meeting]),
    }
    return render(request, "protection/plan_minutes.html", context, status=422 if form.errors else 200)


@require_POST
def autosave(request: HttpRequest, reference: str, meeting: int) -> HttpResponse:
    """Keep what is typed so far. What comes here by a button, after signing in again, is the page itself."""
    if "X-Autosave" not in request.headers:
        return meeting_minutes(request, reference, meeting)
    person = asking(request)
    form = RecordForm(request.POST, places=_places(_of(plan_file(plan_for(person, reference)).meetings, meeting)))

    def write() -> list[Place]:
        return _places(minute_core_group(by=person, meeting_id=meeting, texts=form.written, by_itself=True))

    return saved_by_itself(form, write)


def _places(row: CoreGroupMeeting) -> list[Place]:
    rows = [(name, label, hint, getattr(row, name)) for name, label, hint in TEXTS]
    return as_places(rows, row.text_versions, row.text_pages)


def _minuted(person: Person, form: RecordForm, meeting: int) -> bool:
    try:
        minute_core_group(by=person, meeting_id=meeting, texts=form.written)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
        return False
    return True


@require_http_methods(["GET", "POST"])
def minutes_settled(request: HttpRequest, reference: str, text: int) -> HttpResponse:
    """Say how a part of the minutes reads into which two people wrote at once."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    file = plan_file(found)
    other, row = _other(file, text)
    shown = {
        "title": LABELS[other.place],
        "mine": other.text,
        "mine_title": f"{names_of({other.written_by}).get(other.written_by, 'Somebody')} wrote",
        "theirs": getattr(row, other.place),
    }
    form = SettleForm(request.POST or None, initial={"text": shown["theirs"]})
    act = CaseAct(
        "Settle how it reads",
        "Save",
        form,
        lambda _version: settle_text(by=person, other_id=text, text=form.cleaned_data["text"]),
        "It is settled how this part reads.",
        template="protection/conference_settle.html",
        context={"shown": shown},
    )
    url = reverse("protection:core_group_minutes", args=[reference, row.pk])
    return case_acted(request, lambda: case_of(plan_to_work_on(person, reference), url), act)


def _other(file: PlanFile, text: int) -> tuple[Any, CoreGroupMeeting]:
    for row in file.meetings:
        for other in row.other_texts.all():
            if other.pk == text and other.settled_at is None:
                return other, row
    raise NotVisible


@require_POST
def minutes_sent(request: HttpRequest, reference: str, meeting: int) -> HttpResponse:
    """Note that the minutes went out."""
    person = asking(request)
    found = plan_for(person, reference)
    _of(plan_file(found).meetings, meeting)
    log_case(request, case_of(found))
    try:
        send_core_group_minutes(by=person, meeting_id=meeting, version=posted_version(request.POST.get("version", "")))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "It is noted that the minutes have been sent out.")
    return redirect("protection:core_group_minutes", reference=reference, meeting=meeting)

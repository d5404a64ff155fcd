"""The core group of a family: who belongs to it, when it met, and its minutes, which several people may write at once."""

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
    DayForm,
    FamilyMemberForm,
    MeetingForm,
    MemberForm,
)
from protection.models import CoreGroupMeeting
from protection.selectors.arranging import agencies_to_invite, people_to_invite
from protection.selectors.planning import plan_to_work_on, texts_written_at_once
from protection.selectors.plans import PlanFile, plan_file, plan_for
from protection.selectors.sight import works_on
from protection.services.core_group import (
    end_core_group_membership,
    name_core_group,
    record_core_group,
    send_core_group_minutes,
)
from protection.services.minuting import minute_core_group, settle_text
from protection.views.plans import case_of, one_of_plan, plan_seen, worked_on
from protection.views.saving import saved_by_itself
from work.views.acting import CaseAct, case_acted, log_case

FAMILY = "family"
"""Chosen in the place of an agency: somebody of the family."""


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
    row = one_of_plan(plan_file(found).members, member)
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
    return case_acted(request, plan_seen(person, reference), act)


TEXTS = (("minutes", "What was said", ""), ("decisions", "What was decided", "Who does what by when."))
LABELS = {name: label for name, label, _hint in TEXTS}


@require_http_methods(["GET", "POST"])
def meeting_minutes(request: HttpRequest, reference: str, meeting: int) -> HttpResponse:
    """Write the minutes of a meeting; several people may. What two wrote into one part is kept twice."""
    person = asking(request)
    found = plan_for(person, reference)
    row: CoreGroupMeeting = one_of_plan(plan_file(found).meetings, meeting)
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
    form = RecordForm(request.POST, places=_places(one_of_plan(plan_file(plan_for(person, reference)).meetings, meeting)))

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
    one_of_plan(plan_file(found).meetings, meeting)
    log_case(request, case_of(found))
    try:
        send_core_group_minutes(by=person, meeting_id=meeting, version=posted_version(request.POST.get("version", "")))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "It is noted that the minutes have been sent out.")
    return redirect("protection:core_group_minutes", reference=reference, meeting=meeting)

"""What is written while a strategy discussion happens: the record, who came, actions, outcomes; and its way out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from protection.forms.minutes import Place
from protection.forms.strategy import (
    ActionForm,
    Came,
    ConfirmForm,
    HoldForm,
    MinuteForm,
    SettleForm,
)
from protection.models import DiscussionAction, OtherText
from protection.presenters.strategy import TEXTS, other_rows, people_of_discussion, place_title, who_is_asked
from protection.selectors.conferences import discussion_for
from protection.selectors.sight import works_on
from protection.selectors.strategy import (
    DiscussionFile,
    discussion_file,
    is_caseworker,
)
from protection.services.minuting import minute_discussion, settle_text
from protection.services.strategy import (
    add_discussion_action,
    finish_discussion_action,
    hold_strategy_discussion,
    record_discussion_attendance,
    share_discussion_record,
)
from protection.views.saving import saved_by_itself
from protection.views.strategy import case_of, reader, worked_on
from referrals.forms.episodes import NoteForm
from work.views.acting import CaseAct, case_acted, log_case

BEGINS = (
    "Where an enquiry under section 47 of the Children Act 1989 is decided for a child, it begins now. "
    "The 15 working days to its conference run from the day of the discussion."
)


@require_http_methods(["GET", "POST"])
def minuting(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the record while people talk. Two may write at once: what both changed is kept twice and shown."""
    person = asking(request)
    file = discussion_file(discussion_for(person, reference))
    form = MinuteForm(request.POST or None, places=_places(file, person), came=_came(file, person))
    if not form.places:
        raise NotVisible
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _write(person, reference, form)
            except Refused as refused:
                status = 409 if isinstance(refused, Conflict) else 422
                form.refuse(refused)
            else:
                return _after_writing(request, reference)
    case = case_of(file.discussion, file)
    log_case(request, case)
    works = works_on(person, file.discussion.family)
    context = {
        "case": case,
        "form": form,
        "parts": _parts(form, file, works=works),
        "others": other_rows(file, names_of(people_of_discussion(file)), settles=works),
        "works": works,
        "missing": file.missing if file.seats else (),
        "autosave_url": reverse("protection:autosave_discussion", args=[reference]),
    }
    return render(request, "protection/strategy/minute.html", context, status=status)


@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep what is typed so far. What comes here by a button, after signing in again, is the page itself."""
    if "X-Autosave" not in request.headers:
        return minuting(request, reference)
    person = asking(request)
    file = discussion_file(discussion_for(person, reference))
    form = MinuteForm(request.POST, places=_places(file, person), came=_came(file, person))
    if not form.places:
        raise NotVisible

    def write() -> list[Place]:
        _write(person, reference, form, by_itself=True)
        return _places(discussion_file(discussion_for(person, reference)), person)

    return saved_by_itself(form, write)


def _places(file: DiscussionFile, person: Person) -> list[Place]:
    row = file.discussion
    versions, pages = row.text_versions, row.text_pages
    works = works_on(person, row.family)

    def place(name: str, text: str, hint: str = "", rows: int = 4) -> Place:
        return Place(name, place_title(name, file), text, versions.get(name, 0), hint, rows, pages.get(name))

    told = [place(f"seats-{one.pk}", one.information) for one in file.seats if works or one.person_id == person.pk]
    if not works:
        return told
    said = [place(f"children-{one.pk}", one.considered) for one in file.children]
    return [*told, *said, *(place(name, getattr(row, name), hint) for name, (_title, hint) in TEXTS.items())]


def _came(file: DiscussionFile, person: Person) -> list[Came]:
    if not (is_caseworker(person) and works_on(person, file.discussion.family)):
        return []
    return [Came(seat.pk, f"Did {who_is_asked(seat)} take part?", seat.attendance) for seat in file.seats]


def _write(person: Person, reference: str, form: MinuteForm, *, by_itself: bool = False) -> None:
    if form.written:
        minute_discussion(by=person, reference=reference, texts=form.written, by_itself=by_itself)
    if form.attendance:
        version = discussion_for(person, reference).version
        record_discussion_attendance(by=person, reference=reference, version=version, attendance=form.attendance)


def _after_writing(request: HttpRequest, reference: str) -> HttpResponse:
    person = asking(request)
    file = discussion_file(discussion_for(person, reference))
    if any(other.written_by == person.reference for other in file.other_texts):
        messages.warning(
            request, "Saved. Somebody else changed a text while you wrote in it. Both are kept and shown on this page."
        )
    else:
        messages.success(request, "The record has been saved.")
    return redirect("protection:minute_discussion", reference=reference)


def _parts(form: MinuteForm, file: DiscussionFile, *, works: bool) -> list[dict[str, Any]]:
    told = [form[name] for seat in file.seats for name in (f"attendance_{seat.pk}", f"seats-{seat.pk}") if name in form.fields]
    if not works:
        return [{"title": "What your agency tells", "fields": told}]
    children = [form[f"children-{row.pk}"] for row in file.children]
    return [
        {"title": "Who takes part, and what each agency tells", "fields": told},
        {"title": "Each child", "fields": children},
        {"title": "Together", "fields": [form[name] for name in TEXTS]},
    ]


@require_http_methods(["GET", "POST"])
def settling(request: HttpRequest, reference: str, other_id: int) -> HttpResponse:
    """Say how a text reads that two people wrote at once."""
    person = asking(request)
    file = discussion_file(worked_on(person, reference))
    other = _other_of(file, other_id)
    shown = next(row for row in other_rows(file, names_of(people_of_discussion(file)), settles=True) if row["id"] == other.pk)
    held = "" if shown["theirs"] == "Nothing" else shown["theirs"]
    form = SettleForm(request.POST or None, initial={"text": held})
    act = CaseAct(
        shown["title"],
        "Save",
        form,
        lambda _version: settle_text(by=person, other_id=other_id, text=form.cleaned_data["text"]),
        "The text has been settled.",
        template="protection/strategy/settle.html",
        context={"other": shown},
    )
    return case_acted(request, reader(request, reference), act)


def _other_of(file: DiscussionFile, other_id: int) -> OtherText:
    found = next((one for one in file.other_texts if one.pk == other_id), None)
    if found is None:
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def adding_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what is to be done, by whom and by when."""
    person = asking(request)
    worked_on(person, reference)
    form = ActionForm(request.POST or None)
    act = CaseAct(
        "Add an action",
        "Add it",
        form,
        lambda version: add_discussion_action(by=person, reference=reference, version=version, **form.cleaned_data),
        "The action has been added.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def finishing_action(request: HttpRequest, reference: str, action_id: int) -> HttpResponse:
    """Say what came of an action."""
    person = asking(request)
    action = _action_of(discussion_file(discussion_for(person, reference)), action_id)
    form = NoteForm(request.POST or None)
    act = CaseAct(
        "This is done",
        "Save",
        form,
        lambda _version: finish_discussion_action(by=person, action_id=action_id, note=form.cleaned_data["note"]),
        "The action is done.",
        explanation=action.action,
    )
    return case_acted(request, reader(request, reference), act)


def _action_of(file: DiscussionFile, action_id: int) -> DiscussionAction:
    found = next((one for one in file.actions if one.pk == action_id), None)
    if found is None:
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def holding(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a discussion as held, with what is decided for each child."""
    person = asking(request)
    found = worked_on(person, reference)
    file = discussion_file(found)
    form = HoldForm(
        request.POST or None,
        children=[(row.pk, row.child.full_name) for row in file.children],
        missing=file.missing,
        initial={
            "held_on": clock.today(),
            "threshold_reasons": found.threshold_reasons,
            "immediate_safety": found.immediate_safety,
        },
    )
    act = CaseAct(
        "What does the discussion decide?",
        "Record it as held",
        form,
        lambda version: hold_strategy_discussion(
            by=person, reference=reference, version=version, outcomes=form.outcomes, **form.decided
        ),
        "The discussion has been recorded as held. Share its record within the day.",
        explanation=BEGINS,
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def sharing(request: HttpRequest, reference: str) -> HttpResponse:
    """Share the record with those who took part."""
    person = asking(request)
    file = discussion_file(worked_on(person, reference))
    people = "; ".join(who_is_asked(seat) for seat in file.seats) or "nobody is invited"
    act = CaseAct(
        "Share the record",
        "Share it",
        ConfirmForm(request.POST or None),
        lambda version: share_discussion_record(by=person, reference=reference, version=version),
        "The record has been shared.",
        explanation=f"Those with an account read it here: {people}. Print it for the others. From now on it is not changed.",
    )
    return case_acted(request, reader(request, reference), act)

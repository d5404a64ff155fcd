"""Strategy discussions in the browser: arranged, written while they happen, held, shared."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from protection.forms.minutes import Place
from protection.forms.strategy import (
    ActionForm,
    AgencyForm,
    Came,
    ConfirmForm,
    HoldForm,
    InviteForm,
    MinuteForm,
    PrepareForm,
    ReasonForm,
    SettleForm,
    SiblingForm,
)
from protection.models import AgencyGroup, DiscussionAction, OtherText, StrategyDiscussion
from protection.presenters.families import names_of_children, timeline
from protection.presenters.strategy import TEXTS, discussion_page, other_rows, people_of_discussion, place_title, who_is_asked
from protection.rules import kinds
from protection.selectors.conferences import discussion_for
from protection.selectors.families import manages_families
from protection.selectors.sight import named, works_on
from protection.selectors.strategy import (
    DiscussionFile,
    discussion_file,
    is_caseworker,
    people_to_invite,
    seat_of_person,
)
from protection.services.minuting import minute_discussion, settle_text
from protection.services.strategy import (
    Seat,
    add_discussion_action,
    add_sibling,
    cancel_discussion,
    finish_discussion_action,
    hold_strategy_discussion,
    prepare_discussion,
    record_discussion_attendance,
    share_discussion_record,
    withdraw_discussion,
)
from referrals.forms.episodes import NoteForm
from referrals.views.acting import Case, CaseAct, case_acted, log_case
from work.selectors.replies import agencies_to_choose

LATEST = 3
WHOM = "A quorum needs children’s social care, the police and health. Invite a school or others where they know the children."
BEGINS = (
    "Where an enquiry under section 47 of the Children Act 1989 is decided for a child, it begins now. "
    "The 15 working days to its conference run from the day of the discussion."
)


@require_GET
def discussion(request: HttpRequest, reference: str) -> HttpResponse:
    """One strategy discussion: who takes part, what was said, what is decided, what is to be done."""
    return _shown(request, reference, "protection/strategy/discussion.html")


@require_GET
def printed(request: HttpRequest, reference: str) -> HttpResponse:
    """The record of a strategy discussion, to print."""
    return _shown(request, reference, "protection/strategy/print.html")


def _shown(request: HttpRequest, reference: str, template: str) -> HttpResponse:
    person = asking(request)
    found = discussion_for(person, reference)
    file = discussion_file(found)
    works = works_on(person, found.family)
    arranges = works and is_caseworker(person)
    context = discussion_page(
        file,
        names_of(people_of_discussion(file)),
        works=works,
        arranges=arranges,
        manager=works and manages_families(person),
        invited=any(seat.person_id == person.pk for seat in file.seats),
    )
    log_case(request, _case(found, file))
    return render(request, template, context)


def _case(found: StrategyDiscussion, file: DiscussionFile, latest: list[dict[str, Any]] | None = None) -> Case:
    children = [row.child for row in file.children]
    return Case(
        kinds.DISCUSSION,
        found.reference,
        found.version,
        names_of_children(children),
        reverse("protection:discussion", args=[found.reference]),
        [child.reference for child in children],
        latest or (),
    )


def _reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    def read() -> Case:
        found = discussion_for(asking(request), reference)
        file = discussion_file(found)
        if request.method != "POST":
            return _case(found, file)
        return _case(found, file, timeline(file.events, names_of(people_of_discussion(file)))[:LATEST])

    return read


def _worked_on(person: Person, reference: str) -> StrategyDiscussion:
    """The discussion for whoever works on its family; for whoever is only invited its pages that arrange it do not exist."""
    found = discussion_for(person, reference)
    if not works_on(person, found.family):
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def preparing(request: HttpRequest, reference: str) -> HttpResponse:
    """Say when a discussion is, and how people meet."""
    person = asking(request)
    found = _worked_on(person, reference)
    local = timezone.localtime(found.planned_for) if found.planned_for else None
    initial = {"mode": found.mode, "planned_on": local.date() if local else None, "planned_at": local.time() if local else None}
    form = PrepareForm(request.POST or None, initial=initial)
    if any(seat.person_id == person.pk for seat in discussion_file(found).seats):
        del form.fields["myself"]

    def call(version: int) -> None:
        own = Seat(person.name, seat_of_person(person), str(AgencyGroup.SOCIAL_CARE), person.reference)
        prepare_discussion(
            by=person,
            reference=reference,
            version=version,
            planned_for=form.planned_for,
            mode=form.cleaned_data["mode"],
            seats=[own] if form.cleaned_data.get("myself") else [],
        )

    act = CaseAct("When is the discussion?", "Save", form, call, "The discussion has been arranged. Invite agencies to it.")
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def inviting(request: HttpRequest, reference: str) -> HttpResponse:
    """Invite an agency: first which, then who."""
    person = asking(request)
    found = _worked_on(person, reference)
    agencies = agencies_to_choose()
    code = request.GET.get("agency", "")
    if code not in dict(agencies) or found.planned_for is None:
        return _agency_asked(request, reference, found, agencies)
    people = [(one.reference, one.name) for one in people_to_invite(code)]
    form = InviteForm(request.POST or None, people=people)

    when = found.planned_for

    def call(version: int) -> None:
        given = form.cleaned_data
        chosen = given["person"] or ""
        seat = Seat(dict(people).get(chosen, given["name"] or ""), code, given["group"] or "", chosen, given["role"] or "")
        prepare_discussion(by=person, reference=reference, version=version, planned_for=when, mode=found.mode, seats=[seat])

    act = CaseAct(
        f"Invite {dict(agencies)[code]}",
        "Invite",
        form,
        call,
        "They have been invited.",
        explanation=WHOM,
    )
    return case_acted(request, _reader(request, reference), act)


def _agency_asked(
    request: HttpRequest, reference: str, found: StrategyDiscussion, agencies: tuple[tuple[str, str], ...]
) -> HttpResponse:
    if found.planned_for is None:
        messages.info(request, "Say first when the discussion is.")
        return redirect("protection:prepare_discussion", reference=reference)
    form = AgencyForm(request.GET if "agency" in request.GET else None, agencies=agencies)
    case = _case(found, discussion_file(found))
    log_case(request, case)
    form.is_valid()
    return render(request, "protection/strategy/agency.html", {"case": case, "form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def adding_sibling(request: HttpRequest, reference: str) -> HttpResponse:
    """Consider one more child of the family."""
    person = asking(request)
    file = discussion_file(_worked_on(person, reference))
    form = SiblingForm(request.POST or None, children=[(child.reference, named(child)) for child in file.siblings])
    act = CaseAct(
        "Consider another child",
        "Add the child",
        form,
        lambda version: add_sibling(by=person, reference=reference, version=version, child=form.cleaned_data["child"]),
        "The child is considered too.",
        explanation="" if file.siblings else "Every child of this family is considered already.",
    )
    return case_acted(request, _reader(request, reference), act)


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
    case = _case(file.discussion, file)
    log_case(request, case)
    works = works_on(person, file.discussion.family)
    context = {
        "case": case,
        "form": form,
        "parts": _parts(form, file, works=works),
        "others": other_rows(file, names_of(people_of_discussion(file)), settles=works),
        "works": works,
        "missing": file.missing if file.seats else (),
    }
    return render(request, "protection/strategy/minute.html", context, status=status)


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


def _write(person: Person, reference: str, form: MinuteForm) -> None:
    if form.written:
        minute_discussion(by=person, reference=reference, texts=form.written)
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
    file = discussion_file(_worked_on(person, reference))
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
    return case_acted(request, _reader(request, reference), act)


def _other_of(file: DiscussionFile, other_id: int) -> OtherText:
    found = next((one for one in file.other_texts if one.pk == other_id), None)
    if found is None:
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def adding_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down what is to be done, by whom and by when."""
    person = asking(request)
    _worked_on(person, reference)
    form = ActionForm(request.POST or None)
    act = CaseAct(
        "Add an action",
        "Add it",
        form,
        lambda version: add_discussion_action(by=person, reference=reference, version=version, **form.cleaned_data),
        "The action has been added.",
    )
    return case_acted(request, _reader(request, reference), act)


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
    return case_acted(request, _reader(request, reference), act)


def _action_of(file: DiscussionFile, action_id: int) -> DiscussionAction:
    found = next((one for one in file.actions if one.pk == action_id), None)
    if found is None:
        raise NotVisible
    return found


@require_http_methods(["GET", "POST"])
def holding(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a discussion as held, with what is decided for each child."""
    person = asking(request)
    found = _worked_on(person, reference)
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
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def sharing(request: HttpRequest, reference: str) -> HttpResponse:
    """Share the record with those who took part."""
    person = asking(request)
    file = discussion_file(_worked_on(person, reference))
    people = "; ".join(who_is_asked(seat) for seat in file.seats) or "nobody is invited"
    act = CaseAct(
        "Share the record",
        "Share it",
        ConfirmForm(request.POST or None),
        lambda version: share_discussion_record(by=person, reference=reference, version=version),
        "The record has been shared.",
        explanation=f"Those with an account read it here: {people}. Print it for the others. From now on it is not changed.",
    )
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def cancelling(request: HttpRequest, reference: str) -> HttpResponse:
    """Cancel a discussion that has not been held."""
    person = asking(request)
    _worked_on(person, reference)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Cancel the discussion",
        "Cancel it",
        form,
        lambda version: cancel_discussion(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"]),
        "The discussion has been cancelled.",
        explanation="Those who are invited no longer see it.",
    )
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw a discussion that was recorded in error."""
    person = asking(request)
    _worked_on(person, reference)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Withdraw the discussion",
        "Withdraw it",
        form,
        lambda version: withdraw_discussion(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"]),
        "The discussion has been withdrawn.",
        explanation="It stays on the record with the reason. One that has begun a section 47 enquiry cannot be withdrawn.",
    )
    return case_acted(request, _reader(request, reference), act)

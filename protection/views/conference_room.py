"""What is written while a conference sits: who came, the record, scores, dissent, decisions; and its way out."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.errors import NotVisible, Refused
from foundation.versions import posted_version
from protection.forms.conferences import (
    AttendanceForm,
    DissentForm,
    HoldForm,
    ParticipationForm,
    ScoreForm,
    SettleForm,
)
from protection.forms.minutes import Place, RecordForm, as_places
from protection.models import Conference
from protection.presenters.conferences import conflict_row, is_quorate, places_of, quorum_words
from protection.selectors.arranging import conference_to_work_on, on_a_plan
from protection.selectors.conferences import conference_file, conference_for, seats_of
from protection.selectors.sight import works_on
from protection.services.conferences import (
    approve_conference_record,
    distribute_conference_record,
    hold_conference,
    send_outline,
)
from protection.services.invitations import (
    give_score,
    record_conference_attendance,
    record_dissent,
    record_participation,
)
from protection.services.minuting import minute_conference, settle_text
from protection.views.conferences import case_of, conflicts_shown, reader
from protection.views.saving import saved_by_itself
from work.views.acting import CaseAct, case_acted, log_case


@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of everybody invited whether they came."""
    person = asking(request)
    file = conference_file(conference_to_work_on(person, reference))
    form = AttendanceForm(request.POST or None, agencies=file.invitations, family=file.family)
    act = CaseAct(
        "Who came to the conference?",
        "Save",
        form,
        lambda version: record_conference_attendance(
            by=person, reference=reference, version=version, agencies=form.given("agencies"), family=form.given("family")
        ),
        "It is recorded who came.",
        explanation="" if file.invitations or file.family else "Nobody is invited yet. Invite people first.",
    )
    return case_acted(request, reader(person, reference), act)


@require_http_methods(["GET", "POST"])
def participation(request: HttpRequest, reference: str, child: int) -> HttpResponse:
    """Say how a child took part."""
    person = asking(request)
    file = conference_file(conference_to_work_on(person, reference))
    of = next((one for one in file.children if one.pk == child), None)
    if of is None:
        raise NotVisible
    initial = {"participation": of.participation, "obtained_how": of.views_obtained_how, "advocate": of.advocate}
    form = ParticipationForm(request.POST or None, initial=initial)
    act = CaseAct(
        f"How {of.child.full_name} took part",
        "Save",
        form,
        lambda version: record_participation(
            by=person,
            reference=reference,
            version=version,
            child_id=child,
            **{name: value or "" for name, value in form.cleaned_data.items()},
        ),
        "It is recorded how the child took part.",
    )
    return case_acted(request, reader(person, reference), act)


def _in_the_room(person: Person, reference: str) -> tuple[Conference, bool]:
    """A conference for whoever writes in it, and whether that is all of it or what their own agency says."""
    found = conference_for(person, reference)
    return found, works_on(person, found.family)


@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the record while the conference sits. Several people write at once; what two wrote into one part is kept twice."""
    person = asking(request)
    found, works = _in_the_room(person, reference)
    form = RecordForm(request.POST or None, places=_places(found, person, works=works))
    if request.method == "POST" and form.is_valid():
        try:
            after = minute_conference(by=person, reference=reference, texts=form.written)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
        else:
            beside = form.stands_beside(_places(after, person, works=works))
            messages.success(request, TWICE if beside else "The record is saved.")
            return redirect("protection:conference_minutes" if works else "protection:conference", reference=reference)
    log_case(request, case_of(found))
    context = {
        "case": case_of(found),
        "form": form,
        "conflicts": conflicts_shown(found) if works else [],
        "works": works,
        "autosave_url": reverse("protection:autosave_conference", args=[reference]),
    }
    return render(request, "protection/conference_record.html", context, status=422 if form.errors else 200)


@require_POST
def autosave(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep what is typed so far. What comes here by a button, after signing in again, is the page itself."""
    if "X-Autosave" not in request.headers:
        return minutes(request, reference)
    person = asking(request)
    found, works = _in_the_room(person, reference)
    form = RecordForm(request.POST, places=_places(found, person, works=works))

    def write() -> list[Place]:
        after = minute_conference(by=person, reference=reference, texts=form.written, by_itself=True)
        return _places(after, person, works=works)

    return saved_by_itself(form, write)


def _places(found: Conference, person: Person, *, works: bool) -> list[Place]:
    """The parts of the record that somebody writes, as they stand."""
    rows = places_of(conference_file(found), seats_of(person, found), works=works)
    return as_places(rows, found.text_versions, found.text_pages)


TWICE = "Your words are saved. Somebody else wrote into the same part meanwhile: both texts are kept, and shown at the top."


@require_http_methods(["GET", "POST"])
def settling(request: HttpRequest, reference: str, other: int) -> HttpResponse:
    """Say how a part reads into which two people wrote at once."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    file = conference_file(found)
    text = next((one for one in file.other_texts if one.pk == other), None)
    if text is None:
        raise NotVisible
    shown = conflict_row(text, file, names_of({text.written_by}))
    form = SettleForm(request.POST or None, initial={"text": shown["theirs"]})
    act = CaseAct(
        "Settle how it reads",
        "Save",
        form,
        lambda _version: settle_text(by=person, other_id=other, text=form.cleaned_data["text"]),
        "It is settled how this part reads. Both versions stay in its history.",
        template="protection/conference_settle.html",
        context={"shown": shown},
    )
    url = reverse("protection:conference_minutes", args=[reference])
    return case_acted(request, lambda: case_of(conference_to_work_on(person, reference), url), act)


@require_http_methods(["GET", "POST"])
def scoring(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down how safe somebody in the room thinks that the children are."""
    person = asking(request)
    found, works = _in_the_room(person, reference)
    file = conference_file(found)
    seats = file.invitations if works else seats_of(person, found)
    people = [(f"invitation-{row.pk}", f"{row.name}, {row.agency.name}") for row in seats]
    if works:
        people += [(f"family-{row.pk}", row.name) for row in file.family]
        people.append(("chair-0", "The chair"))
    form = ScoreForm(request.POST or None, people=people)
    act = CaseAct(
        "How safe are the children?",
        "Save the score",
        form,
        lambda _version: give_score(by=person, reference=reference, **form.given),
        "The score is saved.",
    )
    return case_acted(request, lambda: case_of(conference_for(person, reference)), act)


@require_http_methods(["GET", "POST"])
def dissent(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down that an agency does not agree with what is decided for a child."""
    person = asking(request)
    found, works = _in_the_room(person, reference)
    file = conference_file(found)
    seats = file.invitations if works else seats_of(person, found)
    form = DissentForm(
        request.POST or None,
        children=[(str(row.pk), row.child.full_name) for row in file.children],
        people=[(str(row.pk), f"{row.name}, {row.agency.name}") for row in seats],
    )
    act = CaseAct(
        "An agency does not agree",
        "Save",
        form,
        lambda _version: record_dissent(
            by=person,
            reference=reference,
            child_id=int(form.cleaned_data["child"]),
            invitation_id=int(form.cleaned_data["who"]),
            words=form.cleaned_data["words"],
        ),
        "It is on the record that they do not agree.",
        explanation="The chair decides after hearing everybody. Whoever does not agree has it written down in their own words.",
    )
    return case_acted(request, lambda: case_of(conference_for(person, reference)), act)


@require_http_methods(["GET", "POST"])
def holding(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what the conference decided for each child."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    file = conference_file(found)
    form = HoldForm(
        request.POST or None,
        conference=found,
        children=file.children,
        on_plan=on_a_plan(file.children),
        quorate=is_quorate(file),
    )
    act = CaseAct(
        "What did the conference decide?",
        "Record the decisions",
        form,
        lambda version: hold_conference(by=person, reference=reference, version=version, **form.given),
        "The conference is recorded as held. Plans start, go on or end with it. Send decision and outline plan next.",
        template="protection/conference_hold.html",
        context={"quorum": quorum_words(file), "due_on": found.due_on},
    )
    return case_acted(request, reader(person, reference), act)


@require_POST
def outline_sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that decision and outline plan went out."""
    return _posted(request, reference, send_outline, "It is noted that decision and outline plan have been sent.")


@require_POST
def approved(request: HttpRequest, reference: str) -> HttpResponse:
    """The chair approves the record."""
    return _posted(
        request, reference, approve_conference_record, "The record is approved. Send it to the family and the agencies."
    )


@require_POST
def distributed(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that the record went out."""
    return _posted(request, reference, distribute_conference_record, "It is noted that the record has been sent out.")


def _posted(request: HttpRequest, reference: str, service: Callable[..., object], done: str) -> HttpResponse:
    """Do it and come back to the conference, with what it says then or why it is refused."""
    person = asking(request)
    log_case(request, case_of(conference_to_work_on(person, reference)))
    try:
        service(by=person, reference=reference, version=posted_version(request.POST.get("version", "")))
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, done)
    return redirect("protection:conference", reference=reference)

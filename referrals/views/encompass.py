"""Operation Encompass: the notices that are open, and one contact's notice."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import Refused
from referrals.access.ways_in import KEEPS_SCHOOLS
from referrals.forms.encompass import BeginNoticeForm, TellSchoolForm, ToldForm
from referrals.forms.lists import NoticeSchoolForm
from referrals.models import Contact
from referrals.presenters.encompass import notice_rows, school_rows, signed_up_words
from referrals.selectors.contacts import contact_for
from referrals.selectors.encompass import SHOWN, notice_of, open_notices, school_kept, schools, schools_kept
from referrals.services import begin_notice, keep_notice_school, note_told, tell_school
from referrals.services.encompass import RING_BY_NAME
from referrals.views.acts import Act, acted

REFUSED = 422


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    """What waits to be told or acknowledged, the most urgent first."""
    person = asking(request)
    found = open_notices(person)
    log_look(
        by=person,
        action=Action.VIEW,
        route="referrals:school_notices",
        record_kind="school_notice",
        children=[one.contact.child.reference for one in found],
    )
    context = {
        "rows": notice_rows(found),
        "full": len(found) == SHOWN,
        "signed_up": signed_up_words(schools_kept()),
        "may_keep": KEEPS_SCHOOLS.admits(person),
    }
    return render(request, "referrals/mash/school_notices.html", context)


@require_GET
def notice_schools(request: HttpRequest) -> HttpResponse:
    """The schools in the portal: which of them take notices, and which have nobody who could."""
    rows = school_rows(schools_kept())
    return render(request, "referrals/mash/notice_schools.html", {"rows": rows, "words": signed_up_words(schools_kept())})


@require_http_methods(["GET", "POST"])
def notice_school(request: HttpRequest, school: str) -> HttpResponse:
    """Keep a school’s number and since when it takes notices."""
    kept = school_kept(school)
    form = NoticeSchoolForm.of(request.POST or None, urn=kept.urn, signed_up_on=kept.signed_up_on)
    if request.method == "POST" and form.is_valid():
        try:
            keep_notice_school(by=asking(request), school=school, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{kept.agency.name} is saved.")
            return redirect("referrals:notice_schools")
    context = {"form": form, "kept": kept, "button_text": "Save"}
    return render(request, "referrals/mash/notice_school.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin the notice of a contact by hand; or tell the school, where one waits."""
    contact = contact_for(asking(request), reference)
    act = _begin(request, contact) if notice_of(contact) is None else _tell(request, contact)
    return acted(request, contact, act)


def _begin(request: HttpRequest, contact: Contact) -> Act:
    person, form = asking(request), BeginNoticeForm(request.POST or None, schools=schools())
    return Act(
        "Begin a notice to the school",
        "Begin the notice",
        form,
        lambda version: begin_notice(
            by=person,
            reference=contact.reference,
            version=version,
            school=form.cleaned_data["school"] or "",
            incident=form.incident(),
        ),
        "The notice is begun. The school is told at once where somebody there reads the portal.",
        context={"explanation": "Operation Encompass: the school is told of domestic abuse before the next school day starts."},
    )


def _tell(request: HttpRequest, contact: Contact) -> Act:
    person, form = asking(request), TellSchoolForm(request.POST or None, schools=schools())
    told = contact.submitted_child.school
    called = f"The police named this school: {told}." if told else "The police named no school."
    return Act(
        "Tell the school",
        "Tell the school",
        form,
        lambda version: tell_school(by=person, reference=contact.reference, version=version, **form.cleaned_data),
        "The school is told in the portal.",
        context={"explanation": f"{called} {RING_BY_NAME}" if contact.restricted else called},
    )


@require_http_methods(["GET", "POST"])
def told(request: HttpRequest, reference: str) -> HttpResponse:
    """Note who took the notice by telephone or in person."""
    person, form = asking(request), ToldForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Note who was told",
        "Note it",
        form,
        lambda version: note_told(by=person, reference=reference, version=version, **form.cleaned_data),
        "It is on record who was told.",
    )
    return acted(request, contact, act)

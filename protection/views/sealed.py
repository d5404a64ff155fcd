"""Somebody of an agency without an account: the office that lets them in, and what they find."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.presenters import link_rows
from accounts.sealed_visits import sealed_link_of
from accounts.selectors.sealed import can_be_opened, links_to_record
from foundation.errors import NotVisible, Refused
from protection.forms.conferences import SealedReportForm, SealForm
from protection.presenters.sealed import results_of, sealed_page
from protection.rules import kinds
from protection.rules.minutes import says_the_same
from protection.selectors.arranging import conference_to_work_on
from protection.selectors.conferences import conference_file
from protection.selectors.sealed import PAGE, seat_of_link
from protection.services.sealing import report_by_sealed_link, seal_invitation
from protection.views.conferences import case_of
from work.views.acting import CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def sealing(request: HttpRequest, reference: str, seat: int) -> HttpResponse:
    """Send a link to somebody who is invited and has no account, and see the code to tell them."""
    person = asking(request)
    found = conference_to_work_on(person, reference)
    row = next((one for one in conference_file(found).invitations if one.pk == seat and one.person_id is None), None)
    if row is None:
        raise NotVisible
    link = links_to_record(PAGE, reference).get(seat)
    form = SealForm(request.POST or None, initial={"email": link.email if link else ""})
    act = CaseAct(
        f"Let {row.name} in without an account",
        "Send a new link" if link else "Send the link",
        form,
        lambda _version: seal_invitation(by=person, reference=reference, invitation_id=seat, **form.cleaned_data),
        "The link is on its way. Ring them and tell them the code below.",
        template="protection/conference_seal.html",
        context={"link": link, "link_rows": link_rows(link, waits=link is not None and can_be_opened(link)), "conference": found},
    )
    here = reverse("protection:seal_invitation", args=[reference, seat])
    return case_acted(request, lambda: case_of(conference_to_work_on(person, reference), here), act)


@require_http_methods(["GET", "POST"])
def sealed_conference(request: HttpRequest) -> HttpResponse:
    """The conference, to whoever has opened a sealed link to it: what they are asked, their report, and the record at the end."""
    link = sealed_link_of(request)
    if link is None:
        raise NotVisible
    seat = seat_of_link(link)
    asked = seat.request if seat.request is not None and seat.request.state == "asked" else None
    form = SealedReportForm(request.POST or None, results=results_of(asked)) if asked is not None else None
    if form is not None and form.is_valid():
        try:
            report_by_sealed_link(by=link, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
        else:
            messages.success(request, "Your report has arrived. Thank you.")
            return redirect(PAGE)
    file = conference_file(seat.conference)
    log_look(
        by=link,
        action=Action.VIEW,
        route=PAGE,
        record_kind=kinds.CONFERENCE,
        record_reference=seat.conference.reference,
        children=[row.child.reference for row in file.children],
    )
    typed = request.POST.get("answer", "") if form is None else ""
    not_sent = typed if seat.request is None or not says_the_same(typed, seat.request.answer) else ""
    context = {**sealed_page(file, seat), "form": form, "not_sent": not_sent}
    return render(request, "protection/sealed_conference.html", context, status=422 if form is not None and form.errors else 200)

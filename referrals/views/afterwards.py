"""After sending: a referrer reads the versions of what they sent, says which call it follows, or asks to withdraw it."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.selectors.people import names_of
from foundation.errors import Refused
from referrals import services
from referrals.forms.afterwards import FollowsCallForm, WithdrawForm
from referrals.models import Submission
from referrals.presenters.afterwards import first_version, version_rows
from referrals.presenters.submissions import standing as standing_of
from referrals.presenters.taken import call_choices
from referrals.selectors.submissions import submission_for
from referrals.selectors.taken import calls_before
from referrals.selectors.versions import amendments_of
from referrals.views.drafting import writer_of

REFUSED = 422
PAGE_KEY, LONGEST_KEY = "page:", 34
"""What a page carries is told apart from the house's own keys; with its letters it takes 40 signs at most."""


@require_GET
def versions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every version: what each changed, and the form as it was sent first."""
    found = submission_for(writer_of(request), reference)
    rows = amendments_of(found)
    log_submission(request, found)
    context = {
        "submission": found,
        "versions": version_rows(rows, names_of([row.amended_by for row in rows])),
        "cards": first_version(found),
    }
    return render(request, "referrals/my_referrals/versions.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask the MASH to let it be taken back."""
    person = writer_of(request)
    found = submission_for(person, reference)
    form = WithdrawForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = REFUSED
        if form.is_valid():
            try:
                services.ask_to_withdraw(
                    by=person, reference=reference, reason=form.cleaned_data["reason"], once=page_key(request)
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, "The MASH is asked. A manager decides, and you find the answer here.")
                return redirect("referrals:messages", reference)
    log_submission(request, found)
    context = {
        "submission": found,
        "form": form,
        "button_text": "Ask to withdraw it",
        "once": page_key(request),
        "open": any(standing_of(contact).waiting for contact in found.contacts.all()),
    }
    return render(request, "referrals/my_referrals/withdraw.html", context, status=status)


@require_http_methods(["GET", "POST"])
def follows_call(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that this is the written form after a call of theirs."""
    person = writer_of(request)
    found = submission_for(person, reference)
    calls = call_choices([row for row in calls_before(person, found) if row.waits_for_form])
    form, status = FollowsCallForm(request.POST if request.method == "POST" else None, calls=calls), 200
    if request.method == "POST":
        status = REFUSED
        if form.is_valid():
            try:
                services.say_which_call(by=person, reference=reference, call=form.cleaned_data["call"])
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, "The MASH knows now that this is the form after your call.")
                return redirect("referrals:submission", reference)
    log_submission(request, found)
    context = {"submission": found, "form": form, "button_text": "Say so", "calls": calls}
    return render(request, "referrals/my_referrals/follows_call.html", context, status=status)


def page_key(request: HttpRequest) -> str:
    """By what a page that was sent twice is known: what it carried, or for a new page something new."""
    given = request.POST.get("once", "").removeprefix(PAGE_KEY)
    return PAGE_KEY + (given[:LONGEST_KEY] or secrets.token_urlsafe(12))


def log_submission(request: HttpRequest, found: Submission) -> None:
    """One row of the access log."""
    match = request.resolver_match
    log_look(
        by=writer_of(request),
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind="submission",
        record_reference=found.reference,
        children=[contact.child.reference for contact in found.contacts.all()],
    )

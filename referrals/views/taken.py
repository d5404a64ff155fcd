"""The MASH takes a contact down for somebody, and notes when the written form has come."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from foundation.design import words
from foundation.errors import NotAllowed, Refused
from referrals.forms.taken import FormCameForm, TakenForm, WaiveFormForm
from referrals.models import Submission
from referrals.presenters.taken import form_choices
from referrals.selectors.contacts import agencies_to_ask, contact_for
from referrals.selectors.taken import children_of, first_contact_of, likely_forms, taken_of
from referrals.services import note_form, take_contact, waive_form
from referrals.views.acts import Act, acted
from referrals.views.afterwards import page_key

REFUSED = 422


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest) -> HttpResponse:
    """One page, filled in while somebody is on the telephone."""
    agencies = agencies_to_ask()
    form = TakenForm(request.POST if request.method == "POST" else None, agencies=agencies)
    if form.adds:
        form.unjudged()
    elif request.method == "POST" and form.is_valid():
        code, source = form.sent_by()
        agency = next((one for one in agencies if one.code == code), None)
        try:
            made = take_contact(by=asking(request), once=page_key(request), taken=form.taken(), agency=agency, source=source)
        except NotAllowed:
            raise
        except Refused as refused:
            form.show(refused)
        else:
            messages.success(request, _said(made))
            return redirect("referrals:contact", reference=first_contact_of(made.reference))
    context = {"form": form, "once": page_key(request), "blocks": form.child_blocks()}
    return render(request, "referrals/mash/take.html", context, status=REFUSED if form.errors else 200)


def _said(made: Submission) -> str:
    due = made.taken.form_due_at
    owed = f"They owe the written form by {words.moment(due)}." if due else ""
    return f"Written down as {made.reference}: read it out to them. {owed}".strip()


@require_http_methods(["GET", "POST"])
def form_came(request: HttpRequest, reference: str) -> HttpResponse:
    """Note which form the referrer has written."""
    person = asking(request)
    contact = contact_for(person, reference)
    taken = taken_of(contact.submission_id)
    found = likely_forms(person, taken) if taken else []
    form = FormCameForm(request.POST or None, forms=form_choices(found))
    act = Act(
        "The written form has come",
        "Note that it has come",
        form,
        lambda version: note_form(by=person, reference=reference, version=version, form=form.chosen()),
        "The form is noted. What is said twice can be closed as a duplicate.",
        context={"explanation": "These have come since, from the same agency or about the same child."},
    )
    return acted(request, contact, act, children_of(found))


@require_http_methods(["GET", "POST"])
def form_waived(request: HttpRequest, reference: str) -> HttpResponse:
    """Do without the written form."""
    person, form = asking(request), WaiveFormForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Do without the written form",
        "Do without it",
        form,
        lambda version: waive_form(by=person, reference=reference, version=version, **form.cleaned_data),
        "Nobody waits for the form any longer.",
        context={"explanation": "What was said stands in the words of whoever took it down."},
    )
    return acted(request, contact, act)

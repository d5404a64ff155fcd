"""A draft passes from one colleague to another."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Visitor
from accounts.rate_limits import ASKING_COLLEAGUES, allowed, too_many
from foundation.errors import Refused
from referrals import services
from referrals.forms.handing_on import AnswerOfferForm, OfferDraftByAddressForm, OfferDraftForm, PassDraftOnForm
from referrals.presenters.handing_on import agency_draft_rows, colleague_choices
from referrals.selectors.drafts import Writer, draft_for
from referrals.selectors.handing_on import (
    colleagues_with_the_same_role,
    drafts_of_led_agencies,
    led_draft_for,
    offer_for,
    open_offer_of,
    still_refers,
    those_who_refer,
)
from referrals.views.drafting import writer_of
from referrals.views.my_referrals import tabs

REFUSED = 422


@require_http_methods(["GET", "POST"])
def hand_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask a colleague to go on with one's own draft."""
    writer = writer_of(request)
    draft = draft_for(writer, reference)
    if not draft.open:
        return redirect("referrals:draft", reference)
    form = _offer_form(request, writer, draft.agency_id)
    if form is not None and form.is_valid():
        if isinstance(writer, Visitor) and not allowed(ASKING_COLLEAGUES, writer.reference):
            return too_many(request)
        try:
            offered = services.offer_draft(by=writer, reference=reference, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{offered.colleague.name} is asked. Until they take it on, the draft is yours.")
            return redirect("referrals:hand_on_draft", reference)
    context = {
        "draft": draft,
        "form": form,
        "waiting": open_offer_of(draft),
        "button_text": "Ask them",
    }
    return render(request, "referrals/refer/hand_on.html", context, status=REFUSED if form and form.errors else 200)


def _offer_form(request: HttpRequest, writer: Writer, agency_id: int) -> OfferDraftForm | OfferDraftByAddressForm | None:
    """The form on which a colleague is chosen, or named by whoever has no account; none where nobody could be chosen."""
    if isinstance(writer, Visitor):
        return OfferDraftByAddressForm(request.POST or None)
    colleagues = colleagues_with_the_same_role(writer, agency_id)
    return OfferDraftForm(request.POST or None, colleagues=colleague_choices(colleagues)) if colleagues else None


@require_POST
def take_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask a colleague no longer."""
    services.take_offer_back(by=writer_of(request), reference=reference)
    messages.success(request, "Your colleague is asked no longer. The draft is yours.")
    return redirect("referrals:draft", reference)


@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """What a colleague asks, and the answer."""
    person = asking(request)
    found = offer_for(person, reference)
    form = AnswerOfferForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        take_on = form.cleaned_data["answer"] == "yes"
        services.answer_offer(by=person, reference=reference, take_on=take_on)
        if take_on:
            messages.success(request, "The draft is yours. First say who you are, then check what your colleague wrote.")
            return redirect("referrals:draft", reference)
        messages.success(request, f"{found.writer_name} is told that you cannot go on with it.")
        return redirect("referrals:my_referrals")
    context = {"offer": found, "form": form, "button_text": "Answer"}
    return render(request, "referrals/refer/offer.html", context, status=REFUSED if form.errors else 200)


@require_GET
def agency_drafts(request: HttpRequest) -> HttpResponse:
    """For a lead: the agency's drafts that nobody has sent, without what is in them."""
    drafts = drafts_of_led_agencies(asking(request))
    away = frozenset(draft.pk for draft in drafts if draft.author and not still_refers(draft.author, draft.agency_id))
    return render(
        request, "referrals/my_referrals/agency_drafts.html", {"rows": agency_draft_rows(drafts, away), "tabs": tabs("drafts")}
    )


@require_http_methods(["GET", "POST"])
def pass_on(request: HttpRequest, reference: str) -> HttpResponse:
    """A lead gives the draft of somebody who is away to a colleague."""
    person = asking(request)
    draft = led_draft_for(person, reference)
    colleagues = [one for one in those_who_refer(draft.agency_id) if one.pk != draft.author_id]
    form = PassDraftOnForm(request.POST or None, colleagues=colleague_choices(colleagues, person))
    if request.method == "POST" and form.is_valid():
        try:
            passed = services.pass_draft_on(by=person, reference=reference, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            if passed.colleague == person:
                messages.success(request, "The draft is yours. First say who you are, then check what your colleague wrote.")
                return redirect("referrals:draft", reference)
            messages.success(request, f"{passed.colleague.name} goes on with {reference} and is told.")
            return redirect("referrals:agency_drafts")
    context = {"draft": draft, "form": form, "button_text": "Pass it on"}
    return render(request, "referrals/my_referrals/pass_on.html", context, status=REFUSED if form.errors else 200)

"""For an agency's safeguarding lead: what colleagues sent, and taking it over while somebody is away."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import NotVisible, Refused
from referrals import services
from referrals.forms.agency_referrals import SentFilterForm
from referrals.forms.handing_on import FollowForm
from referrals.presenters.queue import filter_chips
from referrals.presenters.submissions import list_row
from referrals.selectors.agency_referrals import (
    WITHOUT_ACCOUNT,
    SentFilter,
    months_until_today,
    sent_by_agencies_of,
    writers_of_led_agencies,
)
from referrals.selectors.correspondence import followers_of, may_end, may_follow
from referrals.selectors.submissions import submission_for
from referrals.views.afterwards import log_submission
from referrals.views.my_referrals import tabs

REFUSED = 422


@require_GET
def agency_referrals(request: HttpRequest) -> HttpResponse:
    """What the agency sent, newest first."""
    person = asking(request)
    writers = [(one.reference, one.name) for one in writers_of_led_agencies(person)]
    form = SentFilterForm(
        request.GET, writers=[*writers, (WITHOUT_ACCOUNT, "Somebody without an account")], months=months_until_today()
    )
    form.is_valid()
    wanted = SentFilter(**{name: value for name, value in form.cleaned_data.items() if value})
    page = sent_by_agencies_of(person, wanted, request.GET.get("after", ""))
    log_look(
        by=person,
        action=Action.VIEW,
        route="referrals:agency_referrals",
        record_kind="submission",
        children=[contact.child.reference for sent in page.rows for contact in sent.contacts.all()],
    )
    query = {name: str(value) for name, value in request.GET.items() if name in form.fields and value}
    here = reverse("referrals:agency_referrals")
    following = {**query, "after": page.next_key} if page.next_key else {}
    context = {
        "rows": [
            {**list_row(sent), "followers": [row.person.name for row in getattr(sent, "followed_now", [])]} for sent in page.rows
        ],
        "tabs": tabs("agency"),
        "filter_form": form,
        "chips": filter_chips(form, query, here),
        "clear_url": here,
        "narrowed": bool(query),
        "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": f"?{urlencode(query)}" if request.GET.get("after") else "",
    }
    return render(request, "referrals/my_referrals/agency.html", context)


@require_http_methods(["GET", "POST"])
def take_over(request: HttpRequest, reference: str) -> HttpResponse:
    """Take over what a colleague sent who is away."""
    person = asking(request)
    found = submission_for(person, reference)
    if any(row.person == person for row in followers_of(found)):
        return redirect("referrals:submission", reference)
    if not may_follow(person, found):
        raise NotVisible
    form = FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.take_over_referral(by=person, reference=reference, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "You follow this referral now. News and questions of the MASH reach you too.")
            return redirect("referrals:submission", reference)
    log_submission(request, found)
    context = {"submission": found, "form": form, "button_text": "Take it over"}
    return render(request, "referrals/my_referrals/take_over.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, reference: str, follower: str) -> HttpResponse:
    """End that somebody follows it for a colleague."""
    person = asking(request)
    found = submission_for(person, reference)
    followed = next((row for row in followers_of(found) if row.person.reference == follower), None)
    if followed is None or not may_end(person, followed):
        raise NotVisible
    form = FollowForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.give_referral_back(by=person, reference=reference, follower=follower, reason=form.cleaned_data["reason"])
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "It is ended, and those concerned are told.")
            return redirect("referrals:submission", reference)
    log_submission(request, found)
    context = {"submission": found, "form": form, "follower": followed.person, "mine": followed.person == person}
    return render(
        request,
        "referrals/my_referrals/give_back.html",
        {**context, "button_text": "End it"},
        status=REFUSED if form.errors else 200,
    )

"""Known elsewhere: asking a team for sight of a child's records, and answering."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from foundation.errors import Refused
from referrals.forms.sight import GIVE, AnswerSightForm, AskForSightForm
from referrals.models import Contact
from referrals.presenters.mash import heading
from referrals.presenters.same_child import team_words
from referrals.selectors.contacts import contact_for
from referrals.selectors.same_child import elsewhere_for, teams_to_ring
from referrals.selectors.sight import sight_request_for
from referrals.services import ask_for_sight, give_sight, refuse_sight
from work.models import Request
from work.presenters import answer_summary, request_summary, request_title
from work.selectors.requests import may_answer


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, reference: str, elsewhere: str) -> HttpResponse:
    """Ask for sight. The page says who works with the child and nothing else of what they know."""
    person = asking(request)
    contact = contact_for(person, reference)
    teams = teams_to_ring(elsewhere_for(person, contact, elsewhere).child)
    form = AskForSightForm(request.POST or None, teams=[(team.code, team_words(team)) for team in teams])
    if form.is_valid():
        try:
            ask_for_sight(by=person, reference=reference, child=elsewhere, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The team has been asked. The answer comes to your inbox.")
            return redirect("referrals:contact_same_child", reference=reference)
    _log(request, person, contact)
    context = {
        **heading(contact),
        "form": form,
        "button_text": "Ask for sight",
        "back_url": reverse("referrals:contact_same_child", args=[reference]),
    }
    return render(request, "referrals/mash/ask_for_sight.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Read who asks and why; give sight to a day, or refuse. Who asked reads the answer here."""
    person = asking(request)
    form = AnswerSightForm(request.POST or None)
    if form.is_valid():
        try:
            _answered(person, reference, form)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your answer has been sent.")
            return redirect("work:requests")
    sight = sight_request_for(person, reference)
    _log(request, person, sight.contact)
    is_open = sight.request.state == Request.State.ASKED
    context = {
        "found": sight.request,
        "form": form,
        "is_open": is_open and may_answer(person, sight.request),
        "heading": request_title(sight.request),
        "rows": [{"key": "Who asks", "value": sight.person.name}, *request_summary(sight.request)],
        "answer_rows": answer_summary(sight.request),
        "button_text": "Send answer",
        "back_url": reverse("work:requests"),
    }
    return render(request, "referrals/mash/answer_sight.html", context, status=422 if form.errors else 200)


def _answered(person: Person, reference: str, form: AnswerSightForm) -> None:
    given = form.cleaned_data
    if given["answer"] == GIVE:
        give_sight(by=person, reference=reference, until=given["until"], words=given["words"])
    else:
        refuse_sight(by=person, reference=reference, reason=given["words"])


def _log(request: HttpRequest, person: Person, contact: Contact) -> None:
    match = request.resolver_match
    log_look(
        by=person,
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind="contact",
        record_reference=contact.reference,
        children=[contact.child.reference],
    )

"""Pages of the returns for the yearly report: rounds, who was asked, one return to read, and what is done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access import BUSINESS_TEAM
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.filling import pressed
from accounts.rate_limits import EXPORTING, allowed, too_many
from accounts.selectors.people import names_of
from foundation.design.forms import PortalForm
from foundation.design.rows import ADD_ROW
from foundation.errors import NotAllowed, Refused
from foundation.exports import xlsx_download
from foundation.versions import posted_version
from reporting.forms import AskAgainForm, AskMoreForm, CommentsForm, RoundForm, SendBackForm, WithdrawReturnForm, paper_form
from reporting.models import AgencyReturn, ReturnRound
from reporting.presenters import returns as presenters
from reporting.rules.returns import WAITED_FOR
from reporting.selectors import returns as chosen
from reporting.services import returns as services
from reporting.views.report import year_of
from work.forms import FilledQuestionnaire

LATER = "later"
State = AgencyReturn.State


@require_GET
def overview(request: HttpRequest, label: str) -> HttpResponse:
    """The rounds of returns for a year's report."""
    person, year = asking(request), year_of(label)
    context = {
        "year": year,
        "rows": presenters.round_rows(chosen.rounds_of(person, year)),
        "may_ask": BUSINESS_TEAM in role_codes(person),
        "to_chase": len(chosen.late_requests(year)) if BUSINESS_TEAM in role_codes(person) else 0,
    }
    return render(request, "reporting/returns/overview.html", context)


@require_http_methods(["GET", "POST"])
def new_round(request: HttpRequest, label: str) -> HttpResponse:
    """Ask for the returns of a year in one shape."""
    year = year_of(label)
    form = RoundForm(
        request.POST if request.method == "POST" else None,
        shapes=chosen.shapes_to_choose(),
        agencies=chosen.agencies_to_ask(),
    )
    if request.method == "POST" and form.is_valid():
        opened = _done(form, lambda: services.open_return_round(by=asking(request), year=year, **form.answers()))
        if opened is not None:
            messages.success(request, "They have been asked. Each has the request in its inbox.")
            return redirect("reporting:return_round", opened.reference)
    context = {"heading": f"Ask for returns, {year.label}", "button_text": "Ask them"}
    return _form_page(request, form, context, reverse("reporting:returns", args=[year.label]))


@require_GET
def round_page(request: HttpRequest, reference: str) -> HttpResponse:
    """Who was asked in a round, and how each return stands."""
    person = asking(request)
    found = chosen.round_for(person, reference)
    acts = BUSINESS_TEAM in role_codes(person)
    rows = chosen.return_rows(person, found)
    context = {
        "round": found,
        "numbers": presenters.round_numbers(rows),
        "rows": presenters.return_lines(rows, acts=acts),
        "acts": acts,
        "is_open": found.state == ReturnRound.State.OPEN,
        "to_chase": sum(row.may_chase for row in rows) if acts else 0,
    }
    return render(request, "reporting/returns/round.html", context)


@require_GET
def round_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The same as a spreadsheet."""
    person = asking(request)
    found = chosen.round_for(person, reference)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    return xlsx_download(presenters.round_table(found, chosen.return_rows(person, found)))


@require_http_methods(["GET", "POST"])
def ask_more(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask more agencies, or a working group, in a round."""
    found = chosen.round_for(asking(request), reference)
    form = AskMoreForm(request.POST if request.method == "POST" else None, agencies=chosen.agencies_to_ask())
    if request.method == "POST" and form.is_valid():
        done = _done(form, lambda: services.ask_for_returns(by=asking(request), reference=reference, **form.chosen()))
        if done is not None:
            messages.success(request, "They have been asked. Whoever was asked before keeps what they have written.")
            return redirect("reporting:return_round", reference)
    context = {"heading": "Ask more agencies", "caption": _caption(found), "button_text": "Ask them"}
    return _form_page(request, form, context, reverse("reporting:return_round", args=[reference]))


@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, reference: str) -> HttpResponse:
    """Close a round, after a word on what follows."""
    found = chosen.round_for(asking(request), reference)
    form = PortalForm(request.POST if request.method == "POST" else None)
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(form, lambda: services.close_return_round(by=asking(request), reference=reference))
    ):
        messages.success(request, "The round is closed. What had not come is named in the report as not made.")
        return redirect("reporting:return_round", reference)
    waiting = [row for row in chosen.return_rows(asking(request), found) if row.given.state in WAITED_FOR]
    context = {
        "form": form,
        "caption": _caption(found),
        "waiting": [row.given.made_by for row in waiting],
        "button_text": "Close the round",
        "back_url": reverse("reporting:return_round", args=[reference]),
    }
    return render(request, "reporting/returns/close.html", context, status=422 if form.errors else 200)


@require_POST
def reopen(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a round again."""
    chosen.round_for(asking(request), reference)
    pressed(
        request,
        lambda: services.reopen_return_round(by=asking(request), reference=reference),
        "The round is open. Ask again for each return that you still want.",
    )
    return redirect("reporting:return_round", reference)


# -- one return -----------------------------------------------------------------------------------------------


@require_GET
def agency_return(request: HttpRequest, reference: str) -> HttpResponse:
    """One return: how it stands, what it says, what reviewers said, and what can be done."""
    return _return_page(request, chosen.return_for(asking(request), reference))


def _return_page(
    request: HttpRequest, found: AgencyReturn, accepting: CommentsForm | None = None, form: PortalForm | None = None
) -> HttpResponse:
    questions, answers = chosen.texts_of_return(found)
    reviews = chosen.reviews_of(found)
    names = names_of({found.submitted_by, found.accepted_by, *(review.reviewed_by for review in reviews)} - {""})
    state = State(found.state)
    context = {
        "given": found,
        "title": found.round.questionnaire.title,
        "summary": presenters.return_summary(found, names),
        "parts": presenters.return_parts(questions, answers) if answers else [],
        "reviews": presenters.review_rows(reviews, names),
        "accepting": (accepting or CommentsForm()) if state == State.SUBMITTED else None,
        "may_send_back": state in (State.SUBMITTED, State.ACCEPTED, State.IN_REPORT),
        "may_type_in": state in (State.OPEN, State.SENT_BACK),
        "may_withdraw": state in WAITED_FOR,
        "may_ask_again": state in (State.WITHDRAWN, State.NOT_MADE) and found.round.state == ReturnRound.State.OPEN,
        "form": form or accepting,
    }
    return render(request, "reporting/returns/return.html", context, status=422 if form or accepting else 200)


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a return into the report."""
    found = chosen.return_for(asking(request), reference)
    form = CommentsForm(request.POST)
    if form.is_valid() and _done(
        form,
        lambda: services.accept_return(
            by=asking(request), reference=reference, version=posted_version(request.POST.get("version", "")), **form.cleaned_data
        ),
    ):
        messages.success(request, f"The return of {found.made_by} is accepted. The next edition prints it.")
        return redirect("reporting:return_round", found.round.reference)
    return _return_page(request, chosen.return_for(asking(request), reference), accepting=form)


@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a return back with comments."""
    return _decided(
        request,
        reference,
        SendBackForm,
        services.send_back_return,
        "Send it back for changes",
        "The return has been sent back. {} can change it and send it again.",
    )


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw what should not have been asked."""
    return _decided(
        request,
        reference,
        WithdrawReturnForm,
        services.withdraw_return,
        "Withdraw the request",
        "The request to {} is withdrawn.",
    )


@require_http_methods(["GET", "POST"])
def ask_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask once more for a return."""
    return _decided(request, reference, AskAgainForm, services.ask_again_for_return, "Ask again", "{} has been asked again.")


def _decided(
    request: HttpRequest,
    reference: str,
    kind: type[PortalForm],
    act: Callable[..., AgencyReturn],
    heading: str,
    said: str,
) -> HttpResponse:
    found = chosen.return_for(asking(request), reference)
    posted = request.method == "POST"
    version = posted_version(request.POST.get("version", "")) if posted else found.version
    form = kind(request.POST if posted else None)
    if posted and form.is_valid():
        done = _done(form, lambda: act(by=asking(request), reference=reference, version=version, **form.cleaned_data))
        if done is not None:
            messages.success(request, said.format(found.made_by))
            return redirect("reporting:agency_return", reference)
    context = {
        "heading": heading,
        "caption": f"{found.made_by}, {_caption(found.round)}",
        "button_text": heading,
        "version": version,
    }
    return _form_page(request, form, context, reverse("reporting:agency_return", args=[reference]))


@require_http_methods(["GET", "POST"])
def type_in(request: HttpRequest, reference: str) -> HttpResponse:
    """Type in a return that came on paper. What is in order is kept when something else is not."""
    found = chosen.return_for(asking(request), reference)
    if found.state not in (State.OPEN, State.SENT_BACK):
        messages.warning(request, "This return cannot be typed in: its agency writes it in the portal, or it has come already.")
        return redirect("reporting:agency_return", reference)
    questions, _texts = chosen.texts_of_return(found)
    draft = bool({LATER, ADD_ROW} & set(request.POST))
    posted = request.method == "POST"
    version = posted_version(request.POST.get("version", "")) if posted else found.version
    kept = chosen.answers_typed_in(found)
    form = paper_form(questions, request.POST if posted else None, kept=kept, draft=draft)
    if posted:
        valid = form.is_valid()
        done = _done(form, lambda: _recorded(request, reference, version, form, send=valid and not draft))
        if done is not None and valid:
            messages.success(request, "What you typed is kept." if draft else "The return is recorded. It can be read now.")
            name = "reporting:record_return" if ADD_ROW in request.POST else "reporting:agency_return"
            return redirect(name, reference)
    context = {"heading": "Type in a return on paper", "caption": f"{found.made_by}, {_caption(found.round)}", "version": version}
    return _form_page(
        request, form, context, reverse("reporting:agency_return", args=[reference]), "reporting/returns/type_in.html"
    )


def _recorded(request: HttpRequest, reference: str, version: int, form: FilledQuestionnaire, *, send: bool) -> AgencyReturn:
    return services.record_return(
        by=asking(request),
        reference=reference,
        version=version,
        answers={key: value for key, value in form.answers().items() if key != "given_by"},
        given_by=form.cleaned_data.get("given_by", ""),
        send=send,
    )


@require_POST
def chase(request: HttpRequest, reference: str) -> HttpResponse:
    """Remind an agency of a late return, and come back to the overview."""
    found = chosen.return_for(asking(request), reference)
    pressed(
        request,
        lambda: services.chase_return(by=asking(request), reference=reference),
        f"{found.agency.name} has been reminded by email.",
    )
    return redirect("reporting:return_round", found.round.reference)


@require_POST
def chase_all(request: HttpRequest, label: str) -> HttpResponse:
    """Remind of every late return of a year at once, or of one round, and come back."""
    person, year, named = asking(request), year_of(label), request.POST.get("round", "")
    of = chosen.round_for(person, named) if named else None
    chased = services.chase_late_returns(by=person, year=year, round_reference=of.reference if of else "")
    (messages.success if chased.returns else messages.warning)(request, presenters.chased_words(chased.returns, chased.agencies))
    if of is not None:
        return redirect("reporting:return_round", of.reference)
    return redirect("reporting:returns", year.label)


# -- shared ---------------------------------------------------------------------------------------------------


def _caption(of: ReturnRound) -> str:
    return f"{of.questionnaire.title}, {of.year}"


def _done(form: PortalForm, act: Callable[[], Any]) -> Any:
    """What a service gives; None where it refused, which the form then says."""
    try:
        return act()
    except NotAllowed:
        raise
    except Refused as refused:
        form.refuse(refused)
        return None


def _form_page(
    request: HttpRequest,
    form: PortalForm,
    context: dict[str, Any],
    back_url: str,
    template: str = "reporting/returns/form.html",
) -> HttpResponse:
    return render(request, template, context | {"form": form, "back_url": back_url}, status=422 if form.errors else 200)

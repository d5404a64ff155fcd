"""The door for professionals without an account: an address at work, a code, and the way out again."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from accounts.forms.visiting import CodeForm, VisitForm
from accounts.models import Person, Visitor
from accounts.rate_limits import CODES_TO_ONE_ADDRESS, VISITING, address_of, allowed, too_many
from accounts.services.visitors import VISITING as WHO_VISITS
from accounts.services.visitors import ask_for_account, ask_for_code, prove_address
from accounts.views.asking import posted
from accounts.visits import ASKED, begin_visit, end_visit, visitor_of
from foundation.errors import NotVisible, Refused

REFUSED = 422


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest) -> HttpResponse:
    """Ask for the address at work and send a code to it. The answer is the same whether the address is known or not."""
    if isinstance(request.user, Person):
        return redirect(settings.LOGIN_REDIRECT_URL)
    onwards = _onwards(request.GET.get("next", "") or request.POST.get("next", ""))
    if visitor_of(request) is not None:
        return redirect(onwards)
    form = VisitForm(posted(request))
    if form.is_valid():
        email = form.cleaned_data["email"]
        if not (allowed(VISITING, address_of(request)) and allowed(CODES_TO_ONE_ADDRESS, email.lower())):
            return too_many(request)
        try:
            code = ask_for_code(by=WHO_VISITS, email=email)
        except Refused as refused:
            form.add_error("email", refused.sentence)
        else:
            request.session[ASKED] = {"code": code.reference, "email": code.email, "next": onwards}
            return redirect("visit_code")
    context = {"form": form, "next": onwards, "ended": request.GET.get("ended", "")}
    return render(request, "accounts/visit.html", context, status=REFUSED if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code. Only the browser that asked for it can use it."""
    asked = request.session.get(ASKED)
    if not isinstance(asked, dict) or isinstance(request.user, Person):
        return redirect("visit")
    form = CodeForm(posted(request))
    if form.is_valid():
        if not allowed(VISITING, address_of(request)):
            return too_many(request)
        try:
            proof = prove_address(by=WHO_VISITS, code_reference=asked["code"], digits=form.cleaned_data["code"])
        except Refused as refused:
            form.add_error("code", refused.sentence)
        else:
            if proof.visitor is not None:
                begin_visit(request, proof.visitor)
                return redirect(asked["next"])
            form.add_error("code", _wrong(proof.tries_left))
    context = {"form": form, "email": asked["email"]}
    return render(request, "accounts/visit_code.html", context, status=REFUSED if form.is_bound else 200)


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the visit on this device."""
    if not isinstance(request.user, Person):
        end_visit(request)
    return render(request, "accounts/visit_left.html")


@require_POST
def account(request: HttpRequest) -> HttpResponse:
    """Ask the safeguarding lead of the visitor's organisation for an account."""
    visitor = visitor_of(request)
    if visitor is None:
        raise NotVisible
    return _asked(request, visitor)


def _asked(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    try:
        ask_for_account(by=visitor)
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "We have asked your safeguarding lead to invite you. The invitation comes by email.")
    return redirect(settings.VISITOR_HOME)


def _wrong(left: int) -> str:
    if not left:
        return "The code is not right, and was tried too often. Ask for a new one."
    return f"The code is not right. You can try {left} more time{'s' if left > 1 else ''}"


def _onwards(wanted: str) -> str:
    """The page of the portal to which somebody was on their way; otherwise what they sent."""
    safe = wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if safe else resolve_url(settings.VISITOR_HOME)

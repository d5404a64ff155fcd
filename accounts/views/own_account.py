"""One's own account: roles, second factor, sessions."""

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import kept_forms
from accounts.access_table import needs_second_factor
from accounts.asking import asking
from accounts.presenters import factor_rows
from accounts.second_factor import factors_of
from accounts.selectors.people import own_roles
from accounts.services.people import sign_out_everywhere
from accounts.visits import visitor_of


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I may do, and how I sign in."""
    person = asking(request)
    factors = factors_of(person)
    context = {
        "person": person,
        "roles": own_roles(person),
        "factors": factor_rows(factors),
        "has_app": any(factor.type == Authenticator.Type.TOTP for factor in factors),
        "has_factor": any(factor.type != Authenticator.Type.RECOVERY_CODES for factor in factors),
        "needs_factor": needs_second_factor(person),
        "signed_in_at": request.session.get("signed_in_at"),
    }
    return render(request, "accounts/account.html", context)


@require_safe
def second_factor(request: HttpRequest) -> HttpResponse:
    """Choose a second factor: an app or a passkey."""
    return render(request, "accounts/second_factor.html", {"needed": needs_second_factor(asking(request))})


@require_safe
def second_factor_done(request: HttpRequest) -> HttpResponse:
    """Where allauth leads after a change of the second factor: on to work when it was the first, to the account otherwise."""
    return redirect("account")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out_of_everything(request: HttpRequest) -> HttpResponse:
    """Ask, then end every session on every device."""
    if request.method != "POST":
        return render(request, "accounts/sign_out_everywhere.html")
    sign_out_everywhere(by=asking(request))
    logout(request)
    messages.success(request, "You have been signed out on every device.")
    return redirect("account_login")


@require_POST
def stay_signed_in(request: HttpRequest) -> HttpResponse:
    """Being asked is enough: the session goes on."""
    return HttpResponse(status=204)


@require_safe
def resume_form(request: HttpRequest) -> HttpResponse:
    """Offer to send what was typed before the session ended."""
    kept = kept_forms.kept_for(request, reference=(visitor_of(request) or asking(request)).reference)
    if kept is None or not url_has_allowed_host_and_scheme(kept.path, allowed_hosts=None):
        return redirect("/")
    return render(request, "accounts/resume_form.html", {"kept": kept})

"""What each request must pass: limits of its session, the second factor, and the access table."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRedirect

from accounts import kept_forms
from accounts.access_log import looks_written
from accounts.access_table import Route, needs_second_factor, route_table
from accounts.models import Person
from accounts.sealed_visits import had_sealed_visit, sealed_link_of
from accounts.second_factor import has_second_factor, session_has_second_factor
from accounts.visits import end_visit, visitor_of, whose_visit_was_it
from foundation import clock
from foundation.problem_details import plain_answer

GetResponse = Callable[[HttpRequest], HttpResponse]

BEGAN, SEEN = "signed_in_at", "seen_at"
STOP_ASKING = 286
"""The status by which htmx ends asking again and again."""
SECONDS_BETWEEN_NOTES = 60
"""The session is written at most so often for being used."""

logger = logging.getLogger(__name__)


def row_of(request: HttpRequest) -> Route | None:
    """The access table's row of the page that is asked for."""
    match = request.resolver_match
    return route_table().get(match.view_name) if match else None


def sent_to(request: HttpRequest, url: str) -> HttpResponse:
    """Send the whole page elsewhere, also when only a part of it was asked for."""
    return HttpResponseClientRedirect(url) if request.headers.get("HX-Request") else redirect(url)


def ask_no_more() -> HttpResponse:
    """Tell a page that asks by itself to ask no more, and leave it as it is: somebody may be typing there."""
    return HttpResponse(status=STOP_ASKING, headers={"HX-Reswap": "none"})


def asks_by_itself(request: HttpRequest) -> bool:
    """Whether a page asks without anybody there, as the access table says; known before the address is resolved."""
    if not request.headers.get("HX-Request"):
        return False
    try:
        row = route_table().get(resolve(request.path_info).view_name)
    except Resolver404:
        return False
    return row is not None and row.by_itself


def address_to_return_to(request: HttpRequest) -> str:
    """Where to go on afterwards: the page that was asked for, or the page on which a form stood."""
    if request.headers.get("HX-Request"):
        try:
            page = urlsplit(request.headers.get("HX-Current-URL", "/"))
        except ValueError:
            return "/"
        return page._replace(scheme="", netloc="").geturl() or "/"
    if request.method == "GET":
        return request.get_full_path()
    sender = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(sender, allowed_hosts={request.get_host()}):
        return "/"
    return urlsplit(sender)._replace(scheme="", netloc="").geturl() or "/"


def not_taken_in(request: HttpRequest) -> HttpResponse:
    """Say that a form was not saved, and show what was typed: the form was open too long, or its sender is signed out."""
    context = {
        "signed_in": isinstance(request.user, Person),
        "answers": kept_forms.texts_of_this_browser(request),
        "return_to": address_to_return_to(request),
    }
    return render(request, "errors/csrf.html", context, status=403)


class _TokenAsked(CsrfViewMiddleware):
    """Says why a form is not one of ours, instead of answering."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=403)


def came_from_a_page_of_ours(request: HttpRequest) -> bool:
    """Whether a form has the token of this browser, asked before the view's own turn to be asked has come."""
    asked = _TokenAsked(lambda _: HttpResponse())
    return asked.process_view(request, lambda _: HttpResponse(), (), {}) is None


def _asks_for_a_token(view: Callable[..., HttpResponse]) -> bool:
    """Whether a view lets in systems with a token by this same table, and nobody else: people's sessions do not count there."""
    gates = getattr(getattr(view, "cls", None), "permission_classes", ())
    return bool(gates) and all(getattr(gate, "asks_the_access_table", False) for gate in gates)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send somebody who is not signed in to do so; whoever sent a form is told that it was not saved, and shown its texts."""
    if request.method != "POST":
        return sent_to(request, f"{reverse('account_login')}?{urlencode({'next': address_to_return_to(request)})}")
    if kept_forms.texts_of_this_browser(request) and not request.headers.get("HX-Request") and came_from_a_page_of_ours(request):
        return not_taken_in(request)
    return sent_to(request, f"{reverse('account_login')}?{urlencode({'ended': 'lost', 'next': address_to_return_to(request)})}")


def _to_prove_again(request: HttpRequest, whose: str) -> HttpResponse:
    """Send a visitor whose visit has ended to prove the same address again; what they typed is kept for them and nobody else.

    What saves itself is not kept: it stays on its page, and is kept once its form is sent.
    """
    ended, after = "1", address_to_return_to(request)
    by_itself = bool(request.headers.get("X-Autosave"))
    answers = kept_forms.answers_of(request) if not by_itself and came_from_a_page_of_ours(request) else []
    if answers:
        end_visit(request)
        if kept_forms.keep(request, reference=whose, fields=answers):
            ended, after = "kept", reverse("resume_form")
    return sent_to(request, f"{reverse('visit')}?{urlencode({'ended': ended, 'next': after})}")


def _sealed_again(request: HttpRequest) -> HttpResponse:
    """Say that what a sealed link opened is closed; whoever sent a form is shown what they typed, so that they can copy it."""
    typed = kept_forms.texts_of_this_browser(request) if came_from_a_page_of_ours(request) else []
    return render(request, "accounts/sealed_used_up.html", {"answers": typed}, status=410)


class AccessTable:
    """Opens a page only to those whom its row admits, and a page without a row to nobody; misses no look at personal data."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and miss no look at personal data."""
        with looks_written() as looks:
            response = self.get_response(request)
        row = row_of(request)
        shown = response.status_code == 200 and "HX-Redirect" not in response.headers
        if row is not None and row.personal and shown and not looks:
            logger.error("The personal page %s was shown without a row in the access log.", row.name)
            if settings.ACCESS_LOG_STRICT:
                raise RuntimeError(f"The personal page {row.name} was shown without a row in the access log.")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """403 for those who are not admitted, the sign-in page for those who have not signed in."""
        row = row_of(request)
        person = request.user if isinstance(request.user, Person) else None
        if row is not None and row.who.admits(person):
            return None
        if row is not None and person is None and row.who.visitor:
            if visitor_of(request) is not None:
                return None
            if whose := whose_visit_was_it(request):
                return _to_prove_again(request, whose)
        if row is not None and person is None and row.who.sealed and had_sealed_visit(request):
            link = sealed_link_of(request)
            return None if link is not None and link.page == row.name else _sealed_again(request)
        if row is not None and row.who.scopes:
            return None if _asks_for_a_token(view) else plain_answer(403, "This address is closed.")
        if row is not None and person is None:
            return ask_no_more() if asks_by_itself(request) else _to_sign_in(request)
        return render(request, "errors/403.html", {"sentence": "Your role does not open this page."}, status=403)


class SessionLimits:
    """Ends a session that stood idle too long or began too long ago; keeps what was typed for after the next sign-in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass through while the session is in its limits."""
        if not isinstance(request.user, Person):
            return self.get_response(request)
        moment = clock.now().timestamp()
        began = request.session.setdefault(BEGAN, moment)
        seen = request.session.setdefault(SEEN, moment)
        if moment - seen > settings.SESSION_IDLE_SECONDS:
            return self._end(request, "idle")
        if moment - began > settings.SESSION_ABSOLUTE_SECONDS:
            return self._end(request, "long")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """Note that the session is in use, unless a page asked by itself. A form that came so far has its token."""
        if isinstance(request.user, Person) or visitor_of(request) is not None:
            kept_forms.forget_when_sent(request)
        row = row_of(request)
        if not isinstance(request.user, Person) or (row is not None and row.by_itself):
            return
        moment = clock.now().timestamp()
        if moment - request.session.get(SEEN, 0) > SECONDS_BETWEEN_NOTES:
            request.session[SEEN] = moment

    def _end(self, request: HttpRequest, why: str) -> HttpResponse:
        """End the session and keep what was typed. A page that asks by itself stays: its form may be half filled."""
        if asks_by_itself(request):
            return ask_no_more()
        person = request.user
        answers = kept_forms.answers_of(request) if came_from_a_page_of_ours(request) else []
        logout(request)
        after = address_to_return_to(request)
        if isinstance(person, Person) and kept_forms.keep(request, reference=person.reference, fields=answers):
            after = reverse("resume_form")
        return sent_to(request, f"{reverse('account_login')}?{urlencode({'ended': why, 'next': after})}")


class SecondFactorRequired:
    """Sends whoever may see cases to set up a second factor, or to give it, before anything but their own account.

    Whoever holds no such role, and is named on a case, is asked before its pages.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass through."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Send away whoever needs a second factor and has not given one in this session."""
        row = row_of(request)
        person = request.user
        if row is None or row.who.public or row.own_account or not isinstance(person, Person):
            return None
        if session_has_second_factor(request) or not (row.personal or needs_second_factor(person)):
            return None
        if not has_second_factor(person):
            return sent_to(request, reverse("second_factor"))
        return sent_to(request, f"{reverse('mfa_reauthenticate')}?{urlencode({'next': address_to_return_to(request)})}")

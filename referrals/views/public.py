"""The public page: a young person, a parent or a neighbour tells us, without an account and without leaving traces."""

import secrets

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.rate_limits import PUBLIC_PAGE as SENDING
from accounts.rate_limits import address_of, allowed
from foundation import clock
from foundation.errors import Refused
from referrals import services
from referrals.forms.public import TRAP, PublicForm
from referrals.services.public import PUBLIC_PAGE

REFUSED, TOO_MANY = 422, 429
SALT = "referrals.public"
QUICKEST = 4
"""Seconds in which nobody has read and answered the page."""
LONGEST = 24 * 3600
SENT, SHOWN_FOR = "public_sent", 15 * 60
RING = "Please ring us instead: the number is on this page."
QUICK = "That was very quick. Press the button once more."
OLD = "This page was open for a long time. Nothing is lost: press the button once more."
MACHINE = f"We could not take this. {RING}"
MANY = f"Too many messages have come from your connection. {RING}"


@require_safe
def public(request: HttpRequest) -> HttpResponse:
    """Call 999 first; whom to ring; and where to write."""
    return render(request, "referrals/public/start.html")


@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    """One short form. What machines send is refused with what was typed still there, and a number to ring."""
    if request.method != "POST":
        return _page(request, PublicForm(), new_token())
    filled, token = PublicForm(request.POST), request.POST.get("token", "")
    read, wrong = read_token(token)
    if not read:
        token = new_token()
    if filled.adds:
        filled.unjudged()
        return _page(request, filled, token)
    if filled.is_valid():
        if wrong or request.POST.get(TRAP):
            filled.add_error(None, MACHINE if request.POST.get(TRAP) else wrong)
            return _page(request, filled, token, status=REFUSED)
        if not allowed(SENDING, address_of(request)):
            filled.add_error(None, MANY)
            return _page(request, filled, token, status=TOO_MANY)
        try:
            submission = services.receive_public_message(by=PUBLIC_PAGE, token=read, told=filled.told())
        except Refused as refused:
            filled.refuse(refused)
        else:
            request.session[SENT] = [submission.reference, clock.now().timestamp()]
            return redirect("referrals:public_sent")
    return _page(request, filled, token, status=REFUSED)


@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """The number to say on the telephone, for a quarter of an hour on this device, and nothing of what was written."""
    kept = request.session.get(SENT)
    if not isinstance(kept, list) or clock.now().timestamp() - kept[1] > SHOWN_FOR:
        return redirect("referrals:public")
    return render(request, "referrals/public/sent.html", {"reference": kept[0]})


def new_token() -> str:
    """A signed token: when the page was shown, and a number by which a second press is known."""
    return signing.dumps([secrets.token_urlsafe(12), clock.now().timestamp()], salt=SALT)


def read_token(token: str) -> tuple[str, str]:
    """The token's number (empty: not one of ours, or too old), and what keeps the form from being taken."""
    try:
        number, shown = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return "", OLD
    passed = clock.now().timestamp() - float(shown)
    if passed > LONGEST:
        return "", OLD
    return str(number), QUICK if passed < QUICKEST else ""


def _page(request: HttpRequest, filled: PublicForm, token: str, *, status: int = 200) -> HttpResponse:
    context = {"form": filled, "token": token, "trap": TRAP, "blocks": filled.child_blocks()}
    return render(request, "referrals/public/form.html", context, status=status)

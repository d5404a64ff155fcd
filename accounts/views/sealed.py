"""The page to which a sealed link leads: it asks for the code, and opens the one page that the link is for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.forms.visiting import SealedCodeForm
from accounts.models import Person
from accounts.rate_limits import JOINING, address_of, allowed, too_many
from accounts.sealed_visits import begin_sealed_visit
from accounts.secret_links import hash_of
from accounts.selectors.sealed import link_behind
from accounts.services.sealed import OPENING, open_sealed_link
from accounts.views.asking import posted
from foundation.errors import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def sealed_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask for the code. A link that opens nothing says the same, whatever became of it."""
    if isinstance(request.user, Person):
        return redirect(settings.LOGIN_REDIRECT_URL)
    if not allowed(JOINING, address_of(request)):
        return too_many(request)
    if link_behind(hash_of(secret)) is None:
        return _used_up(request)
    form = SealedCodeForm(posted(request))
    if form.is_valid():
        try:
            opened = open_sealed_link(by=OPENING, secret=secret, digits=form.cleaned_data["code"])
        except Refused:
            return _used_up(request)
        if opened.link is not None:
            begin_sealed_visit(request, opened.link)
            return redirect(opened.link.page)
        if not opened.tries_left:
            return _used_up(request)
        more = "once more" if opened.tries_left == 1 else f"{opened.tries_left} more times"
        form.add_error("code", f"The code is not right. You can try {more}")
    return render(request, "accounts/sealed_code.html", {"form": form}, status=422 if form.is_bound else 200)


def _used_up(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/sealed_used_up.html", status=410)

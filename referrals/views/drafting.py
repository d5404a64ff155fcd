"""What every page of a draft does first: find the draft for whoever asks, lead on if it is sent, log the look."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.visits import visitor_of
from foundation.errors import NotVisible
from foundation.versions import posted_version
from referrals.forms.refer.base import PageForm
from referrals.models import Draft
from referrals.rules.drafts import Typed
from referrals.selectors.drafts import Writer, draft_for
from referrals.services import Page

DraftView = Callable[..., HttpResponse]


def writer_of(request: HttpRequest) -> Writer:
    """Whoever writes or follows a referral: the person who is signed in, or the visitor."""
    return visitor_of(request) or asking(request)


def drafting(view: DraftView) -> Callable[..., HttpResponse]:
    """Give the view the person's own open draft; one that is sent leads to its confirmation. Looking at it is logged."""

    @wraps(view)
    def opened(request: HttpRequest, reference: str, **kwargs: Any) -> HttpResponse:
        draft = draft_for(writer_of(request), reference)
        if draft.submitted_at is not None:
            return redirect("referrals:sent", draft.reference)
        if not draft.open:
            raise NotVisible
        if request.method == "GET":
            log_draft(request, draft)
        return view(request, draft, **kwargs)

    return opened


def log_draft(request: HttpRequest, draft: Draft) -> None:
    """One row of the access log. The children of a draft have no record yet."""
    route = request.resolver_match.view_name if request.resolver_match else ""
    log_look(by=writer_of(request), action=Action.VIEW, route=route, record_kind="draft", record_reference=draft.reference)


@dataclass(frozen=True)
class Filled:
    """A page of the form as it is shown: which version of the section it was filled with, under which token it saves."""

    form: PageForm
    key: str
    token: str
    seen: int


def shown_page(draft: Draft, key: str, form: PageForm) -> Filled:
    """A page that was just opened."""
    return Filled(form, key, secrets.token_urlsafe(9), version_of(draft, key))


def page_of(request: HttpRequest) -> Page:
    """From which page something was posted; a page without a token has seen nothing."""
    return Page(token=request.POST.get("_page", "")[:24], seen=posted_version(request.POST.get("_seen", "")))


def version_of(draft: Draft, key: str) -> int:
    """How often a page of the draft was saved; 0 when never."""
    entry = draft.answers.get(key)
    return int(entry["version"]) if entry else 0


def typed_of(draft: Draft, key: str) -> Typed | None:
    """What a page of the draft holds; None when it was never saved."""
    entry = draft.answers.get(key)
    return cast("Typed", entry["typed"]) if entry else None


def autosave_url(draft: Draft, key: str) -> str:
    """Where a page is saved while it is being filled in."""
    return reverse("referrals:autosave", args=[draft.reference, key])

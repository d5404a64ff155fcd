"""Checking an action that is reported done, what it has changed, and whether that holds."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.models import Person
from board.forms.judging import EmbedForm, JudgeForm, LookAgainForm
from board.presenters.actions import evidence_rows
from board.selectors.actions import action_for, proposed_look
from board.selectors.written import evidence_of
from board.services.actions import reopen
from board.services.judging import judge_report, look_again, mark_embedded
from board.views.action_forms import about_action
from foundation.versions import posted_version

ACCEPTED = "The action has been accepted as done."
SENT_BACK = "The action has been sent back. Whoever answers for it is told by email that there is news."


@require_http_methods(["GET", "POST"])
def judge_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Accept that an action is done, or send it back."""
    form = JudgeForm(request.POST or None, request.FILES or None)
    kept = evidence_rows(evidence_of(action_for(asking(request), reference)))

    def do(*, by: Person, accepted: str, evidence: Any, **given: Any) -> object:
        return judge_report(by=by, reference=reference, accepted=accepted == "yes", evidence=evidence or (), **given)

    return about_action(
        request, reference, form, do, heading="Check that the action is done", button="Save", kept=kept,
        said=ACCEPTED if request.POST.get("accepted") == "yes" else SENT_BACK,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def embed_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of a done action what it has changed."""
    form = EmbedForm(request.POST or None, initial={"check_again_on": proposed_look()})
    return about_action(
        request, reference, form, lambda **given: mark_embedded(reference=reference, **given),
        heading="Has it made a difference?", button="Mark as embedded", said="The action is marked as embedded.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def look_again_at_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whether what an embedded action has changed still holds; what does not is opened again."""
    found = action_for(asking(request), reference)
    form = LookAgainForm(request.POST or None)
    version = posted_version(request.POST.get("version", ""))

    def do(*, by: Person, holds: str, note: str, check_again_on: date | None) -> object:
        if holds == "yes":
            return look_again(by=by, reference=reference, version=version, note=note, check_again_on=check_again_on)
        return reopen(by=by, reference=reference, reason=note)

    return about_action(
        request, reference, form, do, heading="Does it still hold?", button="Save", version=found.version,
        said="Saved: it still holds." if request.POST.get("holds") == "yes" else "The action is open again.",
    )  # fmt: skip

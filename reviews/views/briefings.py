"""Briefings in the browser: written on a case, approved, published; and the learning library that everybody reads."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from foundation.design.forms import PortalForm
from reviews.forms.briefings import BriefingForm, LibraryForm, ReadForm, ShapeForm
from reviews.forms.incidents import AloneForm, ReasonForm
from reviews.models import Briefing, BriefingState
from reviews.presenters.briefings import (
    TONES,
    library_rows,
    parts_of,
    reach_rows,
    read_words,
    steps_of_briefing,
)
from reviews.rules import kinds
from reviews.rules.briefings import PARTS
from reviews.selectors.briefings import (
    briefing_of,
    case_to_write_on,
    library,
    published_briefing,
    reach_of,
    reading_of,
    uses_of,
    written_by,
)
from reviews.selectors.sight import case_for, children_behind, owned_case, role_on
from reviews.services import briefings as services
from reviews.views.reading import reader, shown
from work.views.acting import Case, CaseAct, case_acted, log_case


@require_http_methods(["GET", "POST"])
def shaping(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the shape of a new briefing; the parts come next."""
    person = asking(request)
    found = case_to_write_on(person, reference)
    form = ShapeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("reviews:begin_briefing", reference=reference, shape=form.cleaned_data["shape"])
    act = CaseAct("Write a briefing", "Continue", form, _nothing, "")
    return case_acted(request, lambda: shown(found), act)


def _nothing(_version: int) -> None:
    """Choosing the shape changes nothing."""


@require_http_methods(["GET", "POST"])
def beginning(request: HttpRequest, reference: str, shape: str) -> HttpResponse:
    """Write the parts of a new briefing."""
    person = asking(request)
    form = BriefingForm(request.POST or None, shape=shape if shape in PARTS else Briefing.Shape.SEVEN)
    act = CaseAct(
        "Write a briefing",
        "Save the draft",
        form,
        lambda _version: services.write_briefing(
            by=person, case=reference, shape=shape, title=form.cleaned_data["title"], parts=form.parts
        ),
        "The draft has been saved.",
        explanation="It will be read by everybody who works with children here. Name nobody, no place and no day.",
    )
    return case_acted(request, reader(request, reference, find=case_to_write_on), act)


@require_GET
def case_briefing(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """A briefing of a case, for those named on it: what is written, how far it is, how far it came."""
    person = asking(request)
    row = briefing_of(person, reference, briefing)
    case = case_for(person, reference)
    log_case(request, shown(case))
    context = {
        "case": case,
        "briefing": row,
        "parts": parts_of(row),
        "tone": TONES[BriefingState(row.state)],
        "steps": steps_of_briefing(row, role_on(person, case), person, written_by(row)),
        "reach": reach_rows(reach_of([row])) if row.published_at else [],
        "readings": uses_of(row) if row.published_at else (),
    }
    return render(request, "reviews/case_briefing.html", context)


def _acting(
    request: HttpRequest,
    reference: str,
    briefing: str,
    title: str,
    form: PortalForm,
    do: Callable[..., object],
    said: str,
    *,
    button: str = "",
    explanation: str = "",
) -> HttpResponse:
    """One act on a briefing, and back to it."""
    person = asking(request)
    row = briefing_of(person, reference, briefing)

    def read() -> Case:
        now = briefing_of(person, reference, briefing)
        url = reverse("reviews:case_briefing", args=[reference, briefing])
        return Case(kinds.CASE, reference, now.version, row.title, url, children_behind(reference))

    def call(version: int) -> object:
        return do(by=person, case=reference, briefing=briefing, version=version, **_given(form))

    return case_acted(request, read, CaseAct(title, button or title, form, call, said, explanation=explanation))


def _given(form: PortalForm) -> dict[str, object]:
    if isinstance(form, BriefingForm):
        return {"title": form.cleaned_data["title"], "parts": form.parts}
    return dict(form.cleaned_data)


@require_http_methods(["GET", "POST"])
def changing(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Change what is written."""
    row = briefing_of(asking(request), reference, briefing)
    case_to_write_on(asking(request), reference)
    initial = {"title": row.title, **{name: getattr(row, name) for name, _heading, _hint in PARTS[row.shape]}}
    form = BriefingForm(request.POST or None, shape=row.shape, initial=initial)
    said = "The briefing has been saved."
    return _acting(request, reference, briefing, "Change the briefing", form, services.change_briefing, said, button="Save")


@require_http_methods(["GET", "POST"])
def submitting(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Send it for approval."""
    case_to_write_on(asking(request), reference)
    form, said = AloneForm(request.POST or None), "The briefing waits for approval by somebody else."
    return _acting(request, reference, briefing, "Send it for approval", form, services.submit_briefing, said)


@require_http_methods(["GET", "POST"])
def approving(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Approve it."""
    form, said = AloneForm(request.POST or None), "The briefing has been approved."
    more = "You did not write it, and you have read that it names nobody, no place and no day."
    return _acting(request, reference, briefing, "Approve the briefing", form, services.approve_briefing, said, explanation=more)


@require_http_methods(["GET", "POST"])
def sending_back(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Send it back with what is missing."""
    form, said = ReasonForm(request.POST or None), "The briefing has been sent back."
    return _acting(request, reference, briefing, "Send it back", form, services.send_back_briefing, said)


@require_http_methods(["GET", "POST"])
def publishing(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Publish it."""
    owned_case(asking(request), reference)
    form, said = AloneForm(request.POST or None), "The briefing stands in the learning library."
    more = "Everybody who is signed in reads it from now on. It does not say of which case it is."
    return _acting(request, reference, briefing, "Publish the briefing", form, services.publish_briefing, said, explanation=more)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str, briefing: str) -> HttpResponse:
    """Take it out of the library."""
    owned_case(asking(request), reference)
    form, said = ReasonForm(request.POST or None), "The briefing has been withdrawn."
    return _acting(request, reference, briefing, "Withdraw the briefing", form, services.withdraw_briefing, said)


@require_GET
def briefings(request: HttpRequest) -> HttpResponse:
    """The learning library: published briefings, the newest first."""
    form = LibraryForm(request.GET or None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    after = request.GET.get("after", "")
    page = library(asking(request), words, after)
    query = {"words": words} if words else {}
    context = {
        "form": form,
        "rows": library_rows(page.rows),
        "words": words,
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"{request.path}?{urlencode(query)}" if after else "",
    }
    return render(request, "reviews/briefings.html", context)


@require_GET
def briefing(request: HttpRequest, reference: str) -> HttpResponse:
    """One briefing of the library."""
    row = published_briefing(reference)
    context = {
        "briefing": row,
        "parts": parts_of(row),
        "read": read_words(reading_of(asking(request), row)),
    }
    return render(request, "reviews/briefing.html", context)


@require_http_methods(["GET", "POST"])
def reading(request: HttpRequest, reference: str) -> HttpResponse:
    """Say that one has read it."""
    row = published_briefing(reference)
    had = reading_of(asking(request), row)
    initial = {"colleagues": had.colleagues if had else 0, "use": had.use if had else ""}
    form = ReadForm(request.POST or None, initial=initial)

    def do(**given: object) -> object:
        colleagues = given.pop("colleagues") or 0
        return services.confirm_reading(briefing=reference, colleagues=colleagues, **given)  # type: ignore[arg-type]

    return filled_in(
        request,
        form,
        do,
        back_url=reverse("reviews:briefing", args=[reference]),
        said="Thank you. It has been noted that you read it.",
        heading="I have read it",
        button_text="Save",
        caption=row.title,
    )

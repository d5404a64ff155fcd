"""Reviews of practice in the browser: opened, described, taken further, and what is written down beside them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import Refused
from reviews.forms.incidents import AloneForm, ReasonForm
from reviews.forms.practice import (
    AcceptForm,
    ContactForm,
    CostForm,
    DelayForm,
    EndForm,
    EventForm,
    FollowForm,
    OpenReviewForm,
    ProceedingForm,
    ScopeForm,
)
from reviews.models import PracticeReview
from reviews.presenters.practice import NEXT
from reviews.rules import kinds
from reviews.selectors.practice import owned_review, proceeding_to_change, review_of
from reviews.selectors.sight import owned_case
from reviews.services import practice, practice_logs
from reviews.services.practice import ScopeWritten
from reviews.services.practice_logs import ProceedingWritten
from reviews.views.reading import reader, shown
from work.views.acting import CaseAct, case_acted, log_case


def acted(request: HttpRequest, reference: str, act: CaseAct, *, back: str = "") -> HttpResponse:
    """A page on which the owner of a review acts; `back`: the name of the page that comes then, if not that of the case."""
    read = reader(request, reference, find=owned_review)

    def found() -> Any:
        case = read()
        if back:
            case.url = reverse(back, args=[reference])
        return case

    return case_acted(request, found, act)


@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """Open a review that comes out of no other case; its own page comes next."""
    person = asking(request)
    form = OpenReviewForm(request.POST or None)
    status, answer = _opened(request, form, lambda: practice.open_review(by=person, opened=form.opened))
    if answer is not None:
        return answer
    log_look(by=person, action=Action.VIEW, route="reviews:open_review", record_kind=kinds.CASE)
    note = "Nobody sees the case but you and those whom you name on it."
    return _opening_page(request, form, note, reverse("reviews:cases"), status)


@require_http_methods(["GET", "POST"])
def following(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a review that comes out of a case, with its children; its own page comes next."""
    person = asking(request)
    found = owned_case(person, reference)
    children = [(str(row.pk), row.pseudonym) for row in found.children.all()]
    form = FollowForm(request.POST or None, children=children, initial={"children": [pk for pk, _ in children]})
    status, answer = _opened(
        request, form,
        lambda: practice.follow_case(by=person, case=reference, opened=form.opened, children=form.chosen),
    )  # fmt: skip
    if answer is not None:
        return answer
    log_case(request, shown(found))
    note = f"It comes out of {found.title}. It has its own team: name who needs to see it."
    return _opening_page(request, form, note, reverse("reviews:case", args=[found.reference]), status)


def _opened(request: HttpRequest, form: OpenReviewForm, do: Callable[[], PracticeReview]) -> tuple[int, HttpResponse | None]:
    if request.method != "POST":
        return 200, None
    if form.is_valid():
        try:
            review = do()
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The case is open, and nobody but you sees it. Name who needs to see it.")
            return 302, redirect("reviews:case", reference=review.case.reference)
    return 422, None


def _opening_page(request: HttpRequest, form: OpenReviewForm, note: str, back_url: str, status: int) -> HttpResponse:
    context = {
        "heading": "Open a review", "caption": "Reviews", "note": note, "form": form, "button_text": "Open the review",
        "back_url": back_url,
    }  # fmt: skip
    return render(request, "layouts/one_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def scoping(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what the review looks at, and who does it."""
    person = asking(request)
    found = review_of(person, reference)
    initial = {name: getattr(found, name) for name in ScopeWritten.__dataclass_fields__}
    form = ScopeForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Write the scope",
        "Save",
        form,
        lambda version: practice.write_scope(by=person, case=reference, version=version, written=form.written),
        "The scope has been saved.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def going_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the review to its next step."""
    person = asking(request)
    words = next((text for state, text in NEXT.items() if state == review_of(person, reference).state), "Go on")
    act = CaseAct(
        words,
        words,
        AloneForm(request.POST or None),
        lambda version: practice.go_on(by=person, case=reference, version=version),
        "The review has gone on to its next step.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def accepting(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the partners accept the report."""
    person = asking(request)
    form = AcceptForm(request.POST or None)
    act = CaseAct(
        "Record that the partners accept the report",
        "Save",
        form,
        lambda version: practice.accept_report(by=person, case=reference, version=version, **form.cleaned_data),
        "The report has been accepted.",
        explanation="All three partners have said so, and every fact that was said to be wrong is answered.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def drafting_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the report back to a draft."""
    person = asking(request)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Take the report back to a draft",
        "It is a draft again",
        form,
        lambda version: practice.draft_again(by=person, case=reference, version=version, **form.cleaned_data),
        "The report is a draft again.",
        explanation="What the partners accepted and signed lapses.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, reference: str) -> HttpResponse:
    """Write what was learned, and close."""
    person = asking(request)
    form = EndForm(request.POST or None)
    act = CaseAct(
        "Write what was learned",
        "Save and close",
        form,
        lambda version: practice.end_review(by=person, case=reference, version=version, **form.cleaned_data),
        "The review is closed. Those named on it still read it.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the review."""
    person = asking(request)
    act = CaseAct(
        "Close the review",
        "Close it",
        AloneForm(request.POST or None),
        lambda version: practice.close_review(by=person, case=reference, version=version),
        "The review is closed. Those named on it still read it.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def telling_of_delay(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what the national panel was told of a delay."""
    person = asking(request)
    form = DelayForm(request.POST or None)
    act = CaseAct(
        "Record that the panel was told of a delay",
        "Save",
        form,
        lambda version: practice.tell_of_delay(by=person, case=reference, version=version, **form.cleaned_data),
        "What the panel was told has been saved.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def family(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a contact with the family."""
    person = asking(request)
    form = ContactForm(request.POST or None)
    act = CaseAct(
        "Write down a contact with the family",
        "Save",
        form,
        lambda _version: practice_logs.record_family_contact(by=person, case=reference, written=form.written),
        "The contact has been saved.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def practitioners(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a day with practitioners."""
    person = asking(request)
    form = EventForm(request.POST or None)
    act = CaseAct(
        "Write down a practitioners’ event",
        "Save",
        form,
        lambda _version: practice_logs.record_practitioner_event(by=person, case=reference, **form.cleaned_data),
        "The event has been saved.",
        explanation="It asks how people saw things then, what they were up against and what they worked with. It blames nobody.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def proceeding(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down parallel proceedings."""
    person = asking(request)
    form = ProceedingForm(request.POST or None)
    act = CaseAct(
        "Write down parallel proceedings",
        "Save",
        form,
        lambda _version: practice_logs.record_proceeding(by=person, case=reference, written=form.written),
        "The proceedings have been saved.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def changing_proceeding(request: HttpRequest, reference: str, proceeding: int) -> HttpResponse:
    """Write down how proceedings go on."""
    person = asking(request)
    found = proceeding_to_change(person, reference, proceeding)
    initial = {name: getattr(found, name) for name in ProceedingWritten.__dataclass_fields__}
    form = ProceedingForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Change the proceedings",
        "Save",
        form,
        lambda version: practice_logs.change_proceeding(
            by=person, case=reference, proceeding=proceeding, version=version, written=form.written
        ),
        "The proceedings have been saved.",
        explanation="Once nothing holds the publication, the clock of the review runs again.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def cost(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a cost."""
    person = asking(request)
    form = CostForm(request.POST or None)
    act = CaseAct(
        "Write down a cost",
        "Save",
        form,
        lambda _version: practice_logs.record_cost(by=person, case=reference, **form.cleaned_data),
        "The cost has been saved.",
    )
    return acted(request, reference, act)

"""Publication in the browser: the text and its check, the plan, the decision, and the pages that everybody may read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from foundation import clock
from foundation.calendar import add_months
from foundation.errors import NotVisible
from reviews.forms.incidents import ReasonForm
from reviews.forms.publication import CheckForm, FindingForm, PrepareForm, PublishForm, TextForm, WithholdForm, WordsForm
from reviews.presenters.publication import publication_page, published_rows
from reviews.selectors.practice import owned_review, published_review, published_reviews, review_of
from reviews.selectors.publication import found_in_publication
from reviews.services import publication
from reviews.services.publication import PUBLIC_MONTHS
from reviews.views.practice import acted
from reviews.views.reading import shown
from work.views.acting import CaseAct, log_case

BACK = "reviews:publication"
PUBLIC_FOR = 3600
"""Seconds for which whoever read a published page may keep it."""


@require_GET
def checked(request: HttpRequest, reference: str) -> HttpResponse:
    """The text that is to be published, with everything that the check found in it."""
    found = owned_review(asking(request), reference)
    text = getattr(found, "publication_text", None)
    log_case(request, shown(found))
    page = publication_page(found, text, found_in_publication(found) if text else [])
    return render(request, "reviews/publication.html", page)


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the text."""
    person = asking(request)
    text = getattr(owned_review(person, reference), "publication_text", None)
    initial = {name: getattr(text, name) for name in ("title", "summary", "body")} if text else {}
    form = TextForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Write the text for publication",
        "Save and check",
        form,
        lambda version: publication.write_text(by=person, case=reference, version=version, **form.cleaned_data),
        "The text has been saved and checked.",
        explanation="Whoever has seen the text before has to see it again.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def forbidding(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what else must not be found."""
    person = asking(request)
    form = WordsForm(request.POST or None)
    act = CaseAct(
        "Say what must not be found",
        "Save",
        form,
        lambda _version: publication.forbid_words(by=person, case=reference, **form.cleaned_data),
        "It is looked for from now on.",
        explanation="The children, the addresses of their records, those named on the case and the day of the incident are"
        " looked for already. Name parents, siblings, schools, streets and everything else that says who somebody is.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def answering(request: HttpRequest, reference: str, finding: str) -> HttpResponse:
    """Say why something that was found may stand there."""
    person = asking(request)
    case = owned_review(person, reference)
    rows = found_in_publication(case) if getattr(case, "publication_text", None) else []
    found = next((one.finding for one in rows if one.finding.mark == finding and not one.answer), None)
    if found is None:
        raise NotVisible
    form = FindingForm(request.POST or None)
    act = CaseAct(
        "Why may it stand there?",
        "Save the reason",
        form,
        lambda _version: publication.answer_finding(by=person, case=reference, finding=finding, **form.cleaned_data),
        "The reason has been saved.",
        explanation=f"{found.why}: … {found.before}[{found.words}]{found.after} …",
    )
    return acted(request, reference, act, back=BACK)


def _ticking(request: HttpRequest, reference: str, check: str, title: str, explanation: str) -> HttpResponse:
    person = asking(request)
    form = CheckForm(request.POST or None)
    act = CaseAct(
        title,
        "Save",
        form,
        lambda version: publication.tick_check(by=person, case=reference, version=version, check=check, **form.cleaned_data),
        "It has been saved.",
        explanation=explanation,
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def seen_by_lawyer(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that a lawyer has seen the text."""
    said = "Of the text as it is now. A change of the text takes it back."
    return _ticking(request, reference, "legal", "Record that a lawyer has seen the text", said)


@require_http_methods(["GET", "POST"])
def seen_by_family(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the family has seen the text."""
    said = "Say who of the family saw it, or that it was offered and declined. No names. A change of the text takes it back."
    return _ticking(request, reference, "family", "Record that the family has seen the text", said)


@require_http_methods(["GET", "POST"])
def preparing(request: HttpRequest, reference: str) -> HttpResponse:
    """Plan the publication."""
    person = asking(request)
    found = review_of(person, reference)
    names = ("planned_on", "publication_plan", "media_plan", "copies_sent_on")
    form = PrepareForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    act = CaseAct(
        "Plan the publication",
        "Save",
        form,
        lambda version: publication.prepare_publication(by=person, case=reference, version=version, **form.cleaned_data),
        "The plan has been saved.",
    )
    return acted(request, reference, act)


@require_http_methods(["GET", "POST"])
def publishing(request: HttpRequest, reference: str) -> HttpResponse:
    """Let everybody read the report."""
    person = asking(request)
    form = PublishForm(request.POST or None, initial={"review_on": add_months(clock.today(), PUBLIC_MONTHS)})
    act = CaseAct(
        "Publish the report",
        "Publish it now",
        form,
        lambda version: publication.publish_review(by=person, case=reference, version=version, **form.cleaned_data),
        "The report is published.",
        explanation="Everybody can read it from this moment, without signing in, for at least a year.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def withholding(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide that the report is not published."""
    person = asking(request)
    form = WithholdForm(request.POST or None)
    act = CaseAct(
        "Decide not to publish",
        "Publish the improvements alone",
        form,
        lambda version: publication.withhold_review(by=person, case=reference, version=version, **form.cleaned_data),
        "The report is not published. What is improved can be read by everybody.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the public page down."""
    person = asking(request)
    if not hasattr(owned_review(person, reference), "published_review"):
        raise NotVisible
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Withdraw the public page",
        "Withdraw it",
        form,
        lambda _version: publication.withdraw_published(by=person, case=reference, **form.cleaned_data),
        "The page is withdrawn.",
        explanation="Its address stays and says that it was withdrawn, without the reason.",
    )
    return acted(request, reference, act, back=BACK)


@require_GET
def published_list(request: HttpRequest) -> HttpResponse:
    """The reports that everybody may read."""
    return _public(render(request, "reviews/published/list.html", {"rows": published_rows(published_reviews())}))


@require_GET
def published(request: HttpRequest, slug: str) -> HttpResponse:
    """One report for everybody; one that was withdrawn says so."""
    page = published_review(slug)
    if page.withdrawn_at is not None:
        return _public(render(request, "reviews/published/withdrawn.html", {"page": page}, status=410))
    return _public(render(request, "reviews/published/page.html", {"page": page}))


def _public(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = f"public, max-age={PUBLIC_FOR}"
    response.headers["X-Robots-Tag"] = "all"
    return response

"""Reviews under other statutes and joint events in the browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from foundation.design.forms import PortalForm
from foundation.versions import posted_version
from reviews.access import OPENS_CASES
from reviews.forms.findings import LearningForm
from reviews.presenters.findings import days_of, learning_rows
from reviews.selectors.linked import all_learning, linked_learning
from reviews.services import linked as services

LIST = "Other reviews and joint events"


@require_GET
def learning(request: HttpRequest) -> HttpResponse:
    """The list, the newest first."""
    after = request.GET.get("after", "")
    page = all_learning(after)
    context = {
        "rows": learning_rows(page.rows),
        "writes": OPENS_CASES.admits(asking(request)),
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": request.path if after else "",
    }
    return render(request, "reviews/linked.html", context)


@require_GET
def one_learning(request: HttpRequest, reference: str) -> HttpResponse:
    """One of them."""
    row = linked_learning(reference)
    context = {"row": row, "days": days_of(row), "writes": OPENS_CASES.admits(asking(request))}
    return render(request, "reviews/one_linked.html", context)


@require_http_methods(["GET", "POST"])
def new_learning(request: HttpRequest) -> HttpResponse:
    """Write one down."""
    form = LearningForm(request.POST or None)
    return filled_in(
        request,
        form,
        lambda by, **_given: services.write_learning(by=by, written=form.written),
        back_url=reverse("reviews:learning"),
        said="It has been written down.",
        heading="Add a review or an event",
        button_text="Save",
        caption=LIST,
    )


@require_http_methods(["GET", "POST"])
def change_learning(request: HttpRequest, reference: str) -> HttpResponse:
    """Say anew what is known of it."""
    row = linked_learning(reference)
    initial = {name: getattr(row, name) for name in services.LearningWritten.__dataclass_fields__}
    form: PortalForm = LearningForm(request.POST or None, initial=initial)
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        form,
        lambda by, **given: services.change_learning(
            by=by, reference=reference, version=version, written=services.LearningWritten(**given)
        ),
        back_url=reverse("reviews:one_learning", args=[reference]),
        said="It has been saved.",
        heading="Change what is known",
        button_text="Save",
        caption=row.title,
        version=row.version,
    )

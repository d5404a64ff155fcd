"""Papers of meetings: put there, and taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.papers import PaperForm, WithdrawPaperForm
from board.presenters.papers import item_choices
from board.selectors.meetings import agenda_of, meeting_for
from board.selectors.papers import paper_for
from board.services import papers as services
from foundation.calendar import london_date


@require_http_methods(["GET", "POST"])
def add_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a paper to a meeting."""
    found = meeting_for(asking(request), reference)
    form = PaperForm(
        request.POST if request.method == "POST" else None,
        request.FILES or None,
        items=item_choices(agenda_of(found)),
        initial={"item": request.GET.get("item", "")},
    )

    def do(*, by: Any, item: str, **given: Any) -> object:
        return services.add_paper(by=by, reference=reference, item_id=int(item) if item else None, **given)

    return filled_in(
        request,
        form,
        do,
        back_url=reverse("board:meeting", args=[reference]),
        said="The paper has been added. It opens once it is found clean of viruses.",
        heading="Add a paper",
        button_text="Add the paper",
        caption=f"{found.group.name}, {london_date(found.starts_at):%-d %B %Y}",
    )


@require_http_methods(["GET", "POST"])
def withdraw_paper(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a paper back."""
    found = paper_for(asking(request), reference)
    form = WithdrawPaperForm(request.POST or None)
    return filled_in(
        request,
        form,
        lambda **given: services.withdraw_paper(reference=reference, **given),
        back_url=reverse("board:meeting", args=[found.meeting.reference]),
        said="The paper has been withdrawn and its file removed.",
        heading="Withdraw the paper",
        button_text="Withdraw it",
        caption=found.title,
    )

"""What a meeting decided becomes an action."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.decisions import DecisionForm
from board.selectors.actions import agencies_that_lead
from board.selectors.decisions import decided_item, plans_of_group
from board.selectors.meetings import meeting_for
from board.services import decisions as services
from foundation.calendar import london_date


@require_http_methods(["GET", "POST"])
def act_on_decision(request: HttpRequest, reference: str, item: int) -> HttpResponse:
    """Make an action of a decision, in one step."""
    found = meeting_for(asking(request), reference)
    decided = decided_item(found, item)
    plans = plans_of_group(found)
    caption = f"{found.group.name}, {london_date(found.starts_at):%-d %B %Y}"
    back_url = reverse("board:meeting", args=[reference])
    if not plans:
        return render(request, "board/no_plan.html", {"meeting": found, "caption": caption, "back_url": back_url})
    kept = {"text": decided.decision, "plan": plans[0][0] if len(plans) == 1 else ""}
    form = DecisionForm(request.POST or None, plans=plans, agencies=agencies_that_lead(), initial=kept)

    def do(*, by: Any, agency: str, owner: str, **given: Any) -> object:
        return services.act_on_decision(by=by, reference=reference, item_id=item, agency_code=agency, owner_email=owner, **given)

    return filled_in(
        request,
        form,
        do,
        back_url=back_url,
        said="The action has been added to the plan.",
        heading="Make the decision an action",
        button_text="Add the action",
        caption=caption,
    )

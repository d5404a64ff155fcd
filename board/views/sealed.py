"""The owner of an action who has no account: who lets them in, and what they find."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action as Look
from accounts.access_log import log_look
from accounts.asking import asking
from accounts.presenters import link_rows
from accounts.sealed_visits import sealed_link_of
from accounts.selectors.sealed import can_be_opened, links_to_record
from board.forms.sealing import SealActionForm, SealedUpdateForm
from board.selectors.actions import action_for
from board.selectors.sealed import SEALED_PAGE, action_of_link, note_of_link, takes_a_link
from board.services.sealing import seal_action as seal
from board.services.sealing import update_by_sealed_link
from foundation.errors import NotVisible, Refused


@require_http_methods(["GET", "POST"])
def seal_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a link to the owner who has no account, and see the code to tell them."""
    found = action_for(asking(request), reference)
    link = links_to_record(SEALED_PAGE, reference).get(found.pk)
    form = SealActionForm(
        request.POST or None, initial={"name": link.name if link else found.owner_post, "email": link.email if link else ""}
    )
    if request.method == "POST" and form.is_valid():
        try:
            seal(by=asking(request), reference=reference, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The link is on its way. Ring them and tell them the code below.")
            return redirect("board:seal_action", reference=reference)
    context = {
        "form": form,
        "action": found,
        "link_rows": link_rows(link, waits=link is not None and can_be_opened(link)),
        "takes_a_link": takes_a_link(found),
        "back_url": reverse("board:action", args=[reference]),
        "button_text": "Send a new link" if link else "Send the link",
    }
    return render(request, "board/seal_action.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def sealed_action(request: HttpRequest) -> HttpResponse:
    """The action, to whoever has opened a sealed link to it: what is to be done by when, and one progress note."""
    link = sealed_link_of(request)
    if link is None:
        raise NotVisible
    found, written = action_of_link(link), note_of_link(link)
    takes = written is None and takes_a_link(found)
    form = SealedUpdateForm(request.POST or None, request.FILES or None) if takes else None
    if form is not None and form.is_valid():
        try:
            update_by_sealed_link(by=link, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your note has arrived. Thank you.")
            return redirect(SEALED_PAGE)
    log_look(by=link, action=Look.VIEW, route=SEALED_PAGE, record_kind="action", record_reference=found.reference)
    context = {
        "action": found,
        "link": link,
        "form": form,
        "written": written,
        "not_sent": request.POST.get("text", "") if form is None and written is None else "",
    }
    return render(request, "board/sealed_action.html", context, status=422 if form is not None and form.errors else 200)

"""The page to which the link of an invitation leads."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.forms.people import JoinForm
from accounts.rate_limits import JOINING, address_of, allowed, too_many
from accounts.rules import InvitationState
from accounts.secret_links import hash_of
from accounts.selectors.people import invitation_by_hash
from accounts.services.invitations import JOINING as WHO_JOINS
from accounts.services.invitations import UNUSABLE, accept_invitation
from accounts.views.asking import posted
from foundation.errors import NotVisible, Refused


@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Accept an invitation: name and password. A link that no longer works says why."""
    if not allowed(JOINING, address_of(request)):
        return too_many(request)
    try:
        invitation = invitation_by_hash(hash_of(secret))
    except NotVisible:
        return render(
            request, "accounts/join_unusable.html", {"sentence": "This link does not belong to an invitation."}, status=404
        )
    if invitation.state is not InvitationState.OPEN:
        return render(request, "accounts/join_unusable.html", {"sentence": UNUSABLE[invitation.state]}, status=410)
    form = JoinForm(posted(request), email=invitation.email, initial={"name": invitation.name})
    if form.is_valid():
        try:
            accept_invitation(by=WHO_JOINS, secret=secret, name=form.cleaned_data["name"], password=form.cleaned_data["password"])
        except Refused as refused:
            return render(request, "accounts/join_unusable.html", {"sentence": refused.sentence}, status=422)
        messages.success(request, "Your account is ready. Sign in with your email address and your new password.")
        return redirect("account_login")
    context = {"form": form, "invitation": invitation}
    return render(request, "accounts/join.html", context, status=422 if form.is_bound else 200)

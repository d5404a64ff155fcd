"""Allauth's pages where they need something of ours."""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

ENDED = ("idle", "long", "lost")


class SignInView(LoginView):  # type: ignore[misc]  # allauth is untyped
    """Sign in; says why when the portal ended the session."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With what happened to the session before, and whether a form was kept."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        ended = self.request.GET.get("ended", "")
        context["ended"] = ended if ended in ENDED else ""
        context["idle_minutes"] = settings.SESSION_IDLE_SECONDS // 60
        context["most_hours"] = settings.SESSION_ABSOLUTE_SECONDS // 3600
        context["kept"] = "kept_form" in self.request.session
        return context


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc]  # allauth is untyped
    """Remove a passkey, unless it is the last second factor of somebody whose role needs one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With whether it may go."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context["may_remove"] = get_adapter().can_delete_authenticator(self.object)
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it."""
        if not get_adapter().can_delete_authenticator(self.get_object()):
            return render(self.request, self.template_name, self.get_context_data(), status=422)
        response: HttpResponse = super().form_valid(form)
        return response


@require_safe
def no_sign_up(request: HttpRequest) -> HttpResponse:
    """How to get an account: by invitation."""
    return render(request, "account/signup_closed.html")

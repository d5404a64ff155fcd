"""Pages that anybody may read: accessibility, privacy, contact."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET


@require_GET
def accessibility_statement(request: HttpRequest) -> HttpResponse:
    """How accessible the portal is, and what to do when something is not."""
    return render(request, "portal/accessibility_statement.html")


@require_GET
def privacy_notice(request: HttpRequest) -> HttpResponse:
    """What the portal keeps about whom, why, and for how long."""
    return render(request, "portal/privacy_notice.html", {"draft_kept_days": settings.DRAFT_KEPT_DAYS})


@require_GET
def contact(request: HttpRequest) -> HttpResponse:
    """Whom to ring about a child, and whom about the portal."""
    return render(request, "portal/contact.html")

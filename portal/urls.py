"""All addresses of the portal."""

from django.urls import URLPattern, URLResolver, include, path

from portal import documents, health, home, statements

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("accessibility/", statements.accessibility_statement, name="accessibility_statement"),
    path("privacy/", statements.privacy_notice, name="privacy_notice"),
    path("contact/", statements.contact, name="contact"),
    path("", include("accounts.urls")),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("documents/<str:reference>/", documents.document, name="document"),
    path("api/v1/", include("referrals.api.urls")),
    path("api/v1/", include("reporting.api.urls")),
    path("", include("work.urls")),
    path("", include("board.urls")),
    path("", include("children.urls")),
    path("", include("referrals.urls")),
    path("", include("protection.urls")),
    path("", include("reviews.urls")),
    path("", include("reporting.urls")),
]

handler400 = "portal.errors.bad_request"
handler403 = "portal.errors.forbidden"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"

"""The guide by level of need: read by everybody, asked about before a referral, and written by those who keep it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.visits import visitor_of
from foundation.errors import Refused
from referrals import services
from referrals.forms.before import UNSURE, GuideForm, LevelForm
from referrals.models import Guide
from referrals.presenters.before import guide_words, version_rows
from referrals.selectors.guide import guide_draft, guide_in_use, guide_version, guide_versions

REFUSED = 422
LEVELS = ("1", "2", "3", "4")
HELP_WITHOUT_REFERRAL = ("1", "2")


def level_of(request: HttpRequest) -> int | None:
    """The level of need that the address brings along from the page before."""
    level = request.GET.get("level", "")
    return int(level) if level in LEVELS else None


@require_http_methods(["GET", "POST"])
def level(request: HttpRequest) -> HttpResponse:
    """What level of need do you see? Levels 1 and 2 lead to local help first; every answer lets the referral go on."""
    guide = guide_in_use()
    form = LevelForm(request.POST if request.method == "POST" else None, guide=guide)
    if not form.is_valid():
        context = {"form": form, "guide": guide}
        return render(request, "referrals/guide/level.html", context, status=REFUSED if form.is_bound else 200)
    chosen = form.cleaned_data["level"]
    if chosen in HELP_WITHOUT_REFERRAL:
        return redirect(f"{reverse('referrals:directory')}?level={chosen}")
    begin = reverse("referrals:begin")
    return redirect(begin if chosen == UNSURE else f"{begin}?level={chosen}")


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """The version in use."""
    found = guide_in_use()
    return render(request, "referrals/guide/guide.html", {"guide": guide_words(found) if found else None, "in_use": True})


@require_GET
def version(request: HttpRequest, number: int) -> HttpResponse:
    """One version, such as the one under which a referral was made."""
    found = guide_version(visitor_of(request) or asking(request), number)
    context = {"guide": guide_words(found), "in_use": found.state == Guide.State.PUBLISHED}
    return render(request, "referrals/guide/guide.html", context)


@require_http_methods(["GET", "POST"])
def versions(request: HttpRequest) -> HttpResponse:
    """Every version; pressing the button begins the next."""
    person = asking(request)
    if request.method == "POST":
        services.begin_guide(by=person)
        return redirect("referrals:guide_edit")
    context = {"rows": version_rows(guide_versions(person)), "draft": guide_draft(person)}
    return render(request, "referrals/guide/versions.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Write the draft; save it, or publish it."""
    person = asking(request)
    draft = guide_draft(person)
    if draft is None:
        return redirect("referrals:guide_versions")
    form = GuideForm(request.POST if request.method == "POST" else None, initial=GuideForm.initial_of(draft))
    if form.is_valid():
        try:
            services.save_guide(
                by=person, number=draft.number, introduction=form.cleaned_data["introduction"], levels=form.levels()
            )
            if "_publish" in request.POST:
                services.publish_guide(by=person, number=draft.number)
                messages.success(request, f"Version {draft.number} is in use from now on.")
                return redirect("referrals:guide_versions")
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The draft is saved.")
            return redirect("referrals:guide_edit")
    context = {"form": form, "draft": draft}
    return render(request, "referrals/guide/edit.html", context, status=REFUSED if form.is_bound else 200)

"""The local directory: search it, use it instead of a referral, keep it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.models import Person
from accounts.visits import visitor_of
from foundation.errors import Refused
from referrals import services
from referrals.access import DIRECTORY_EDITORS, REFERRERS
from referrals.forms.before import DirectorySearchForm, FeedForm, ServiceForm
from referrals.models import DirectoryService
from referrals.presenters.before import import_rows, import_words, service_row
from referrals.selectors.directory import Wanted, areas_served, directory_service, found_services, past_imports
from referrals.selectors.drafts import Writer, agencies_to_refer_for
from referrals.views.drafting import writer_of
from referrals.views.guide import level_of

REFUSED = 422
ASKED = ("words", "need", "age", "area", "free", "level")


@require_GET
def directory(request: HttpRequest) -> HttpResponse:
    """Services that fit, by name. From a level of need it proposes help, and the referral goes on at a press."""
    level = level_of(request)
    form = DirectorySearchForm(request.GET, areas=areas_served())
    given: dict[str, Any] = form.cleaned_data if form.is_valid() else {}
    wanted = Wanted(
        words=given.get("words") or "",
        need=given.get("need") or "",
        age=given.get("age"),
        area=given.get("area") or "",
        free=given.get("free") == "yes",
        level=level,
    )
    page = found_services(wanted, after=request.GET.get("after", ""))
    query = {name: value for name in ASKED if (value := request.GET.get(name, ""))}
    following = {**query, "after": page.next_key} if page.next_key else {}
    context = {
        "form": form,
        "rows": [service_row(one, level=level) for one in page.services],
        "number": page.number,
        "level": level,
        "may_refer": _may_refer(writer_of(request)),
        "may_change": _keeps(request),
        "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": f"?{urlencode(query)}" if request.GET.get("after") else "",
        "narrowed": bool(set(query) - {"level"}),
        "clear_url": f"?level={level}" if level else reverse("referrals:directory"),
    }
    return render(request, "referrals/directory/list.html", context, status=REFUSED if form.errors else 200)


@require_GET
def service(request: HttpRequest, pk: int) -> HttpResponse:
    """One service."""
    writer = writer_of(request)
    context = {
        "service": service_row(directory_service(pk), level=level_of(request)),
        "level": level_of(request),
        "agencies": agencies_to_refer_for(writer),
        "may_refer": _may_refer(writer),
        "may_change": _keeps(request),
    }
    return render(request, "referrals/directory/service.html", context)


@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that this is used instead of a referral. Nothing about a child is asked or kept."""
    chosen = services.choose_service(by=writer_of(request), pk=pk, level=level_of(request), agency=request.POST.get("agency", ""))
    messages.success(request, f"Noted for {chosen.agency.name}. If things change, you can refer at any time.")
    return redirect("referrals:directory_service", pk=pk)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Add a service, or change one."""
    row = directory_service(pk) if pk is not None else None
    initial = ServiceForm.initial_of(row) if row else {"status": DirectoryService.Status.ACTIVE, "level": "1"}
    form = ServiceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            kept = services.keep_service(
                by=asking(request), pk=pk, organisation=form.cleaned_data["organisation"], values=form.values()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, f"{kept.name} is saved.")
            return redirect("referrals:directory_service", pk=kept.pk)
    context = {"form": form, "service": row}
    return render(request, "referrals/directory/change.html", context, status=REFUSED if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Read a feed file; what went in and what did not stands in the list below."""
    form = FeedForm(request.POST, request.FILES) if request.method == "POST" else FeedForm()
    if form.is_valid():
        feed = form.cleaned_data["feed"]
        try:
            kept = services.import_directory(
                by=asking(request), file_name=str(feed.name), content=feed.read(), whole=form.cleaned_data["whole"] == "yes"
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, import_words(kept))
            return redirect("referrals:directory_import")
    context = {"form": form, "imports": import_rows(past_imports())}
    return render(request, "referrals/directory/import.html", context, status=REFUSED if form.is_bound else 200)


def _may_refer(writer: Writer) -> bool:
    return REFERRERS.admits(writer) if isinstance(writer, Person) else True


def _keeps(request: HttpRequest) -> bool:
    return visitor_of(request) is None and DIRECTORY_EDITORS.admits(asking(request))

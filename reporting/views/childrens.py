"""The report for children: its own pages for those who write and publish it, and the page that everybody may read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.selectors.people import names_of
from foundation.exports import download
from foundation.versions import posted_version
from reporting.forms.childrens import ChildrensForm, filled_from
from reporting.presenters import childrens as presenters
from reporting.report.childrens import drawn
from reporting.selectors import childrens as chosen
from reporting.selectors.editions import edition, sheet_of
from reporting.selectors.publishing import published_of
from reporting.services.childrens import content_now, fingerprint_for_children, publish_for_children, write_for_children
from reporting.views.publishing import public


@require_GET
def for_children(request: HttpRequest, reference: str) -> HttpResponse:
    """What is written of an edition for children, how hard it is to read, and what is published."""
    person = asking(request)
    found = edition(person, reference)
    draft, there = chosen.draft_of(found), chosen.newest_published(found)
    content = content_now(draft) if draft else there.content if there else None
    made = draft or there
    context: dict[str, Any] = {
        "edition": found,
        "draft": draft,
        "published": there,
        "by": names_of([made.written_by, made.published_by]) if made else {},
        "author": "",
        "reading": presenters.reading_words(content) if content else [],
        "fingerprint": fingerprint_for_children(found, content) if content else "",
        "own": draft is not None and draft.written_by == person.reference,
    }
    context["author"] = context["by"].get(made.written_by, "") if made else ""
    return render(request, "reporting/childrens/page.html", {**context, **(drawn(content) if content else {})})


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """Write it, or the next version of what is published."""
    found = edition(asking(request), reference)
    draft = chosen.draft_of(found)
    begun = draft or chosen.newest_published(found)
    form = ChildrensForm(request.POST or None, initial=filled_from(begun), figures=presenters.figure_choices(found))

    def do(*, by: Any, **_given: Any) -> object:
        return write_for_children(by=by, reference=found.reference, version=posted_version(request.POST.get("version", "")),
                                  **form.told)  # fmt: skip

    return filled_in(
        request, form, do, back_url=reverse("reporting:for_children", args=[found.reference]),
        said="It is saved. Read how it looks, and ask somebody else to publish it.", heading="Our year, for children",
        caption=f"Yearly report {found.year}, edition {found.number}", button_text="Save",
        version=str(draft.version if draft else 0), stored=presenters.stored_rows(draft),
    )  # fmt: skip


@require_POST
def publish(request: HttpRequest, reference: str) -> HttpResponse:
    """A second person lets every child read it."""
    person = asking(request)
    found = edition(person, reference)
    read = request.POST.get("read", "")
    pressed(
        request, lambda: publish_for_children(by=person, reference=found.reference, read=read), "Every child can read it now."
    )
    return redirect("reporting:for_children", found.reference)


# -- for everybody --------------------------------------------------------------------------------------------


@require_GET
def published(request: HttpRequest, label: str) -> HttpResponse:
    """What children read of the published report of a year."""
    made = chosen.for_children_of(label)
    context = {"made": made, "publication": published_of(label), **drawn(made.content)}
    return public(render(request, "reporting/childrens/published.html", context))


@require_GET
def published_pdf(request: HttpRequest, label: str) -> HttpResponse:
    """The same on one sheet; the page itself until it is printed."""
    made = chosen.for_children_of(label)
    if not made.pdf_key:
        return redirect("reporting:published_for_children", label)
    return public(download(sheet_of(made), f"{presenters.file_stem(made)}.pdf", "application/pdf"))

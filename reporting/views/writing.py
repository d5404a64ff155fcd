"""Writing the report together: a chapter written with its preview, read with what others say, its versions, and its comments."""

from collections.abc import Collection, Iterable, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, Refused
from foundation.figures import all_text_tables
from foundation.versions import posted_version
from reporting.access import READERS
from reporting.forms import DealForm, DraftCommentForm, NarrativeForm
from reporting.presenters import drafting as presenters
from reporting.report.draft import Preview, draft_chapter, preview
from reporting.rules.difference import compared
from reporting.rules.narrative import CASE_STORY, LONGEST, QUOTES, Offered
from reporting.selectors import drafts as chosen
from reporting.selectors.catalogue import known_figures
from reporting.selectors.drafts import ChapterText
from reporting.selectors.placing import offered_to
from reporting.selectors.templates import template_for
from reporting.services.comments import comment_on_chapter, deal_with_comment
from reporting.services.consultations import look_at_draft
from reporting.services.reading import mark_chapter_read
from reporting.services.writing import restore_narrative, write_narrative
from reporting.views.report import year_of

PREVIEW = "preview"


@require_http_methods(["GET", "POST"])
def narrative(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """Write one chapter, with its preview beside the text; the preview is drawn anew on a press, or while writing."""
    person, period = asking(request), year_of(label)
    chapter, known = chosen.chapter_to_write(person, period, section), known_figures()
    offered = offered_to(person, chapter, known)
    form = NarrativeForm(request.POST or None, initial={"text": chapter.text}, known=known, offered=offered)
    theirs, version, typed = "", chapter.version, request.POST.get("text", chapter.text)
    if request.method == "POST" and request.POST.get("act") == PREVIEW:
        form, version = NarrativeForm(initial={"text": typed}, known=known), posted_version(request.POST.get("version", ""))
    elif request.method == "POST" and form.is_valid():
        try:
            write_narrative(
                by=person, year=period, section=section, text=form.cleaned_data["text"],
                version=posted_version(request.POST.get("version", "")),
            )  # fmt: skip
        except Conflict as conflict:
            theirs = chapter.text
            form.refuse(conflict)
        except Refused as refused:
            form.refuse(refused)
        else:
            wrong = preview(period, section, chapter.title, form.cleaned_data["text"], known=known).problems
            return _saved(request, person, chapter, wrong)
    shown = preview(period, section, chapter.title, typed[:LONGEST], offered, known)
    tables = [table for _app, table in all_text_tables() if offered is None or table.code in offered.codes]
    context = {
        "form": form,
        "year": period,
        "row": chapter,
        "version": version,
        "theirs": theirs,
        "mine": request.POST.get("text", ""),
        "shown": shown,
        "figures": [spec for code, spec in sorted(known.items()) if offered is None or code in offered.codes],
        "tables": sorted(tables, key=lambda table: table.code),
        "quotes": _quotes(shown, offered),
        "case_story": CASE_STORY,
        "reads_all": chosen.keeps_the_draft(person),
    }
    return render(request, "reporting/narrative.html", context, status=422 if form.errors else 200)


def _quotes(shown: Preview, offered: Offered | None) -> Sequence[tuple[str, ...]]:
    """The words that may be quoted; for somebody who writes this chapter only those that stand in it."""
    table = shown.year.told.tables.get(QUOTES)
    rows = table.rows if table else ()
    return [row for row in rows if offered is None or offered.quotes(row[0])]


def _saved(request: HttpRequest, person: Person, written: ChapterText, wrong: Iterable[str]) -> HttpResponse:
    """Say what was saved, and what keeps it from being printed; back to the year, or to the one chapter that an author writes."""
    messages.success(request, f"“{written.title}” has been saved.")
    for sentence in wrong:
        messages.warning(request, f"The report cannot be compiled like this. {sentence}")
    if chosen.keeps_the_draft(person):
        return redirect("reporting:year", written.year.label)
    return redirect("reporting:chapter", written.year.label, written.key)


@require_POST
def preview_narrative(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """The preview of what is being written."""
    period = year_of(label)
    chapter = chosen.chapter_to_write(asking(request), period, section)
    known = known_figures()
    offered = offered_to(asking(request), chapter, known)
    shown = preview(period, section, chapter.title, request.POST.get("text", "")[:LONGEST], offered, known)
    return render(request, "reporting/drafting/preview.html", {"shown": shown})


@require_http_methods(["GET", "POST"])
def chapter(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """One chapter of the draft as it would be printed, what has changed since one read it, and what is said about it."""
    person, period = asking(request), year_of(label)
    found = chosen.chapter_to_read(person, period, section)
    place, reads = chosen.open_place(person, period), READERS.admits(person)
    if place is not None and place.looked_at is None:
        look_at_draft(by=person, year=period)
    page = chosen.comments_on(found, request.GET.get("after", ""))
    drawn, shown = draft_chapter(period, section, found.title, found.text)
    since = chosen.since_read(person, found)
    writes = chosen.may_write(person, period, section)
    return filled_in(
        request,
        DraftCommentForm(request.POST or None),
        lambda **given: comment_on_chapter(year=period, section=section, **given),
        back_url=f"{reverse('reporting:chapter', args=[period.label, section])}#comments",
        said="Your comment stands beside the chapter.",
        template="reporting/drafting/chapter.html",
        year=period,
        row=found,
        chapter=drawn,
        shown=shown,
        since=since,
        changed=compared(since.text, found.text) if since.mark and since.mark.version != found.version else [],
        comments=presenters.comment_rows(page.rows, names_of(_people(page.rows))),
        next_url=f"?after={page.next_key}#comments" if page.next_key else "",
        first_url=f"{reverse('reporting:chapter', args=[period.label, section])}#comments" if request.GET.get("after") else "",
        writes=writes,
        sees_versions=writes or reads,
        written_by=names_of([found.written_by]).get(found.written_by, ""),
        chapters=_chapters(period, None if reads or place else chosen.authorships(person, period)),
        keeps=chosen.keeps_the_draft(person),
        reads=reads,
        open_comments=chosen.open_comments_on(found),
    )


def _people(rows: Iterable[object]) -> list[str]:
    return [getattr(row, name) for row in rows for name in ("made_by", "dealt_by") if getattr(row, name)]


def _chapters(period: FinancialYear, mine: Collection[str] | None) -> list[tuple[str, str]]:
    """The chapters of a year; with `mine` those among them only."""
    return [(key, title) for key, title in template_for(period).sections.items() if mine is None or key in mine]


@require_POST
def read_chapter(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """Note that the chapter has been read as it stands."""
    person, period = asking(request), year_of(label)
    version = posted_version(request.POST.get("version", ""))
    pressed(
        request,
        lambda: mark_chapter_read(by=person, year=period, section=section, version=version),
        "Noted. Next time you see what has changed since.",
    )
    return redirect("reporting:chapter", period.label, section)


@require_http_methods(["GET", "POST"])
def deal_with(request: HttpRequest, reference: str) -> HttpResponse:
    """Mark a comment dealt with."""
    found = chosen.comment_to_deal_with(asking(request), reference)
    title = chosen.title_of(found.section)
    return filled_in(
        request, DealForm(request.POST or None), lambda **given: deal_with_comment(reference=reference, **given),
        back_url=f"{reverse('reporting:chapter', args=[found.year, found.section])}#comments", quoted=found.text,
        said="The comment is marked as dealt with.", heading="Mark a comment as dealt with", button_text="Mark as dealt with",
        caption=f"Yearly report {found.year}, {title}",
    )  # fmt: skip


# -- versions -------------------------------------------------------------------------------------------------


@require_GET
def versions(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """The versions of a chapter, who wrote each and when, and what differs between two of them."""
    person, period, after = asking(request), year_of(label), request.GET.get("after", "")
    found = chosen.chapter_to_read(person, period, section)
    rows, next_key = chosen.versions_of(person, period, section, after)
    numbers = sorted(posted_version(request.GET.get(name, "")) for name in ("one", "other"))
    both = [chosen.version_of(person, period, section, number) for number in numbers] if all(numbers) else []
    context = {
        "year": period,
        "row": found,
        "versions": presenters.version_rows(rows, names_of([row.written_by for row in rows])),
        "both": both,
        "lines": compared(both[0].text, both[1].text) if both else [],
        "writes": chosen.may_write(person, period, section),
        "next_url": f"?after={next_key}" if next_key else "",
        "first_url": request.path if after else "",
    }
    return render(request, "reporting/drafting/versions.html", context)


@require_http_methods(["GET", "POST"])
def restore(request: HttpRequest, label: str, section: str, number: int) -> HttpResponse:
    """An earlier version of a chapter: read, and made the newest again."""
    person, period = asking(request), year_of(label)
    found = chosen.chapter_to_write(person, period, section)
    earlier = chosen.version_of(person, period, section, number)
    address = reverse("reporting:narrative_versions", args=[period.label, section])
    if request.method == "POST":
        version = posted_version(request.POST.get("version", ""))
        pressed(
            request,
            lambda: restore_narrative(by=person, year=period, section=section, number=number, version=version),
            f"“{found.title}” has the text of version {number} again.",
        )
        return redirect(address)
    context = {"year": period, "row": found, "earlier": earlier, "lines": compared(found.text, earlier.text)}
    return render(request, "reporting/drafting/restore.html", context)

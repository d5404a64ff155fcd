"""Pages of the yearly report: years, compiling, editions, narrative."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access import BUSINESS_TEAM
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation import clock
from foundation.calendar import FinancialYear, InvalidPeriod
from foundation.errors import NotVisible, Refused
from foundation.exports import download
from reporting.forms import DecisionForm
from reporting.models import Compilation, Edition
from reporting.presenters import approving as approvals
from reporting.presenters import editions as presenters
from reporting.presenters.checklist import deadline_words
from reporting.presenters.drafting import chapter_rows, edited_rows
from reporting.report.published import content_of, opened_at
from reporting.rules.approving import SEATS, fingerprint_of, is_signed
from reporting.rules.comparing import by_reason, differences, retold, returned_otherwise, reworded
from reporting.rules.templates import Template
from reporting.selectors import editions as chosen
from reporting.selectors.approving import prints_what_was_taken_back, seats_of
from reporting.selectors.checklist import checklist_of
from reporting.selectors.comparing import since
from reporting.selectors.contributions import late_of_year
from reporting.selectors.drafts import draft_of_year
from reporting.selectors.standing import Standing, standing_read
from reporting.selectors.stating import needs_statement
from reporting.selectors.templates import templates
from reporting.services.approving import decide_edition
from reporting.services.requests import cancel_compilation, request_compilation

LONGEST_PRESS = 40


def year_of(label: str) -> FinancialYear:
    """The year in an address; NotVisible for what is none."""
    try:
        return FinancialYear.from_label(label)
    except InvalidPeriod as nonsense:
        raise NotVisible from nonsense


@require_GET
def years(request: HttpRequest) -> HttpResponse:
    """The years of which there is or can be a report."""
    return render(request, "reporting/years.html", {"years": chosen.years(asking(request))})


@require_GET
def year(request: HttpRequest, label: str) -> HttpResponse:
    """One year: compile, editions, narrative."""
    person, period = asking(request), year_of(label)
    checked, shapes, editions = checklist_of(period), templates(), chosen.editions_with_approvals(person, period)
    published = any(hasattr(one, "publication") and one.publication.withdrawn_at is None for one in editions)
    shape = _shape(request, period, shapes)
    draft = draft_of_year(person, period, shape.sections, late_of_year(period))
    return render(
        request,
        "reporting/year.html",
        {
            "year": period,
            "editions": editions,
            "latest": chosen.latest_compilation(person, period),
            "sections": chapter_rows(shape.sections, draft),
            "changed": sum(one.changed for one in draft.chapters.values()),
            "comments": sum(one.open_comments for one in draft.chapters.values()),
            "consultations": draft.consultations,
            "shape": shape,
            "shapes": shapes,
            "may_write": BUSINESS_TEAM in role_codes(person),
            "press": uuid4().hex,
            "seats": len(SEATS),
            "elements": len(checked.rows),
            "empty": len(checked.empty),
            "deadline": deadline_words(checked, clock.today(), is_published=published),
            "published": published,
        },
    )


def _shape(request: HttpRequest, period: FinancialYear, shapes: Sequence[Template]) -> Template:
    """The shape of the report that the address names, or that of the year."""
    code = request.GET.get("template", "")
    fitting = (one for one in shapes if (one.code == code if code else one.from_year <= period.start_year))
    found = next(fitting, None)
    if found is None:
        raise NotVisible
    return found


@require_POST
def compile_year(request: HttpRequest, label: str) -> HttpResponse:
    """Ask for the report; pressing twice leads to the same compilation."""
    press = request.POST.get("press", "")
    if not press.isalnum() or len(press) > LONGEST_PRESS:
        raise Refused("Open the year’s page again and press “Compile the report” there.")
    shape = request.POST.get("template", "")
    compilation = request_compilation(by=asking(request), year=year_of(label), press=press, template=shape)
    return redirect("reporting:compilation", compilation.reference)


@require_GET
def compilation(request: HttpRequest, reference: str) -> HttpResponse:
    """How far a compilation is; it looks again by itself, or on a press where there is no JavaScript."""
    found = chosen.compilation(asking(request), reference)
    return render(request, "reporting/compilation.html", _progress(found))


@require_GET
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    found = chosen.compilation(asking(request), reference)
    return render(request, "reporting/progress.html", _progress(found))


@require_POST
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    """End a compilation that waits or runs; one that was over before says so."""
    person = asking(request)
    found = chosen.compilation(person, reference)
    said = "The compilation is cancelled. Nothing of it was kept."
    pressed(request, lambda: cancel_compilation(by=person, reference=found.reference), said)
    return redirect("reporting:compilation", found.reference)


def _progress(found: Compilation) -> dict[str, object]:
    return {
        "cancelled": presenters.cancelled_words(found, names_of([found.cancelled_by] if found.cancelled_by else [])),
        "compilation": found,
        "sentence": presenters.progress_words(found),
        "stages": presenters.stage_list(found),
        "running": found.state in {"waiting", "running"},
        "edition": getattr(found, "edition", None),
    }


@require_GET
def edition(request: HttpRequest, reference: str) -> HttpResponse:
    """One edition: every figure with its source, and the files."""
    person = asking(request)
    found = chosen.edition(person, reference)
    standing = standing_read(person, found)
    return render(
        request,
        "reporting/edition.html",
        {
            "edition": found,
            "opened": opened_at(presenters.chapters_to_read(found), request.GET.get("chapter", "")),
            "comparisons": presenters.comparison_links(found, standing.editions),
            **_standing(person, found, standing),
        },
    )


def _standing(person: Person, found: Edition, standing: Standing) -> dict[str, object]:
    newest, published = standing.editions[0].pk == found.pk, hasattr(found, "publication")
    names, decided = names_of(standing.actors), standing.decisions
    signed = is_signed(decided)
    return {
        "statement": approvals.statement_row(standing.statement, names),
        "awaits_statement": newest and not published and standing.statement is None and needs_statement(found),
        "edited": edited_rows(standing.edited, names) if newest else [],
        "may_state": newest and not published,
        "seats": approvals.seat_rows(decided, names),
        "standing": approvals.standing_words(decided, newest=newest),
        "taken_back": approvals.taken_back_words(decided, newest=newest) if prints_what_was_taken_back(found) else "",
        "signed": signed,
        "published": published,
        "may_decide": bool(seats_of(person)) and newest and not signed,
    }


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """A statutory partner approves an edition or returns it."""
    person = asking(request)
    found, seats = chosen.edition(person, reference), seats_of(person)

    def do(comment: str | None, **given: Any) -> object:
        fingerprint = request.POST.get("fingerprint", "")
        return decide_edition(reference=reference, comment=comment or "", fingerprint=fingerprint, **given)

    return filled_in(
        request, DecisionForm(request.POST or None), do, back_url=reverse("reporting:edition", args=[found.reference]),
        said="Your decision has been recorded.", template="reporting/decide.html", edition=found,
        fingerprint=fingerprint_of(found), seats=approvals.seat_names(seats),
    )  # fmt: skip


@require_GET
def edition_json(request: HttpRequest, reference: str) -> HttpResponse:
    """The edition's figures as JSON."""
    found = chosen.edition(asking(request), reference)
    response = JsonResponse(presenters.json_document(found), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response.headers["Content-Disposition"] = f'attachment; filename="{presenters.file_stem(found)}.json"'
    return response


@require_GET
def edition_pdf(request: HttpRequest, reference: str) -> HttpResponse:
    """The edition's PDF."""
    found = chosen.edition(asking(request), reference)
    return download(chosen.pdf_of(found), f"{presenters.file_stem(found)}.pdf", "application/pdf")


@require_GET
def compare(request: HttpRequest, reference: str, other: str) -> HttpResponse:
    """What differs between two editions and why, the older one on the left."""
    person = asking(request)
    both = sorted((chosen.edition(person, reference), chosen.edition(person, other)), key=lambda one: (one.year, one.number))
    old, new = both
    before, after = content_of(old), content_of(new)
    rows = differences(before.figures, after.figures, since(old, new))
    titles = {one.key: one.title for one in (*after.chapters, *before.chapters)}
    context = {
        "old": old,
        "new": new,
        "rows": rows,
        "reasons": by_reason(rows),
        "others": [
            ("Chapters whose text differs", retold(before.narrative, after.narrative, titles)),
            ("Returns that differ", returned_otherwise(before.returns, after.returns)),
            ("Tables of words that differ", reworded(before.tables, after.tables)),
        ],
    }
    return render(request, "reporting/compare.html", context)

"""Reference data: what everybody may read of dates and limits, and where the system administrator keeps them."""

from datetime import MAXYEAR, MINYEAR, date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.validation_failures import DAYS_SHOWN, refused_answers
from foundation.working_days import working_calendar
from work.forms.reference import BankHolidayForm, LimitForm, SchoolTermForm
from work.presenters.reference import (
    holiday_rows,
    limit_history,
    limit_rows,
    opening_words,
    refused_rows,
    term_rows,
    unit_words,
    variant_words,
    year_links,
)
from work.rules.deadlines import least_limit
from work.selectors.reference import (
    bank_holidays,
    limits,
    limits_of,
    names_of_setters,
    next_bank_holiday,
    school_term,
    school_terms,
)
from work.services.reference import (
    add_bank_holiday,
    remove_bank_holiday,
    remove_school_term,
    save_school_term,
    set_limit,
    withdraw_limit,
)


@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What there is, each with its most telling fact."""
    working, terms, rows = working_calendar(), school_terms(), limits()
    context = {
        "next_holiday": next_bank_holiday(),
        "terms_until": terms[0].ends_on if terms else None,
        "own": sum(row.now.effective_from is not None for row in rows),
        "kinds": len(rows),
        "hours": opening_words(working.opens, working.closes),
    }
    return render(request, "work/reference/overview.html", context)


@require_GET
def holidays(request: HttpRequest) -> HttpResponse:
    """The bank holidays of one year."""
    given, today = request.GET.get("year", ""), clock.today()
    year = int(given) if given.isascii() and given.isdecimal() and len(given) <= 4 else today.year
    year = min(max(year, MINYEAR), MAXYEAR)
    context = {"year": year, "rows": holiday_rows(bank_holidays(year)), "years": year_links(year, today)}
    return render(request, "work/reference/bank_holidays.html", context)


@require_http_methods(["GET", "POST"])
def add_holiday(request: HttpRequest) -> HttpResponse:
    """Add a bank holiday."""
    form = BankHolidayForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            added = add_bank_holiday(by=asking(request), **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, f"{added.title} has been added. Clocks that start from now on are counted with it.")
            return redirect(f"{reverse('work:bank_holidays')}?year={added.date.year}")
    return _form_page(request, form, "Add a bank holiday", "Add bank holiday", reverse("work:bank_holidays"))


@require_POST
def remove_holiday(request: HttpRequest, day: str) -> HttpResponse:
    """Take a bank holiday away."""
    try:
        on = date.fromisoformat(day)
    except ValueError:
        raise NotVisible from None
    try:
        remove_bank_holiday(by=asking(request), on=on)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The bank holiday has been removed. Clocks that run already keep the date they have.")
    return redirect(f"{reverse('work:bank_holidays')}?year={on.year}")


@require_GET
def terms(request: HttpRequest) -> HttpResponse:
    """The school terms."""
    return render(request, "work/reference/school_terms.html", {"rows": term_rows(school_terms())})


@require_http_methods(["GET", "POST"])
def add_term(request: HttpRequest) -> HttpResponse:
    """Add a school term."""
    return _term_page(request, "Add a school term", None, {})


@require_http_methods(["GET", "POST"])
def change_term(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a school term that has not ended."""
    term = school_term(pk)
    names = ("name", "starts_on", "ends_on", "closed_from", "closed_until")
    return _term_page(request, f"Change {term.name}", pk, {name: getattr(term, name) for name in names})


def _term_page(request: HttpRequest, heading: str, term_id: int | None, initial: dict[str, Any]) -> HttpResponse:
    form = SchoolTermForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            saved = save_school_term(by=asking(request), term_id=term_id, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, f"{saved.name} has been saved.")
            return redirect("work:school_terms")
    return _form_page(request, form, heading, "Save school term", reverse("work:school_terms"))


@require_POST
def remove_term(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a school term that has not begun."""
    try:
        remove_school_term(by=asking(request), term_id=pk)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The term has been removed.")
    return redirect("work:school_terms")


@require_GET
def all_limits(request: HttpRequest) -> HttpResponse:
    """How long each kind of clock runs."""
    return render(request, "work/reference/limits.html", {"rows": limit_rows(limits())})


@require_GET
def limit(request: HttpRequest, kind: str) -> HttpResponse:
    """How long one kind of clock runs, and everything the partnership has set for it."""
    rows = limits_of(kind)
    context = {
        "deadline": rows[0].deadline,
        "rows": limit_rows(rows),
        "history": limit_history(rows, names_of_setters(rows)),
    }
    return render(request, "work/reference/limit.html", context)


@require_http_methods(["GET", "POST"])
def new_limit(request: HttpRequest, kind: str) -> HttpResponse:
    """Set the partnership's own limit from a day on."""
    rows = limits_of(kind)
    variants = [(row.variant, variant_words(row.variant)) for row in rows]
    form = LimitForm(
        request.POST if request.method == "POST" else None,
        variants=variants,
        unit=unit_words(rows[0]),
        same_day=[variant_words(row.variant) for row in rows if least_limit(row.declared) == 0],
    )
    if request.method == "POST" and form.is_valid():
        try:
            set_limit(by=asking(request), kind=kind, **{"variant": rows[0].variant, **form.cleaned_data})
        except NotAllowed:
            raise
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, "The limit has been set. Clocks that run already keep theirs.")
            return redirect("work:limit", kind=kind)
    heading = f"Set your own limit: {rows[0].deadline.title}"
    return _form_page(request, form, heading, "Set limit", reverse("work:limit", args=[kind]))


@require_POST
def take_back_limit(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a limit that is not in force yet."""
    withdrawn = withdraw_limit(by=asking(request), limit_id=pk)
    messages.success(request, "The limit has been withdrawn.")
    return redirect("work:limit", kind=withdrawn.kind)


@require_GET
def refused(request: HttpRequest) -> HttpResponse:
    """Which questions are answered in a way that their form refuses, most often first."""
    return render(request, "work/reference/refused_answers.html", {"rows": refused_rows(refused_answers()), "days": DAYS_SHOWN})


def _form_page(request: HttpRequest, form: Any, heading: str, button: str, back_url: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "button_text": button, "back_url": back_url}
    return render(request, "work/reference/form.html", context, status=422 if form.errors else 200)


def _refused(form: Any, refused: Refused) -> None:
    form.refuse(refused)

"""Early help in the browser: families, one family, what is done with it, steps from and to social care, the register."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.selectors.people import names_of
from children.rules import ChildDetails
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.design.forms import PortalForm
from foundation.errors import Refused
from foundation.versions import posted_version
from referrals.forms.early_help import (
    ActionForm,
    BeginForm,
    CloseFamilyForm,
    ConsentForm,
    EarlyHelpForm,
    LeadForm,
    MeetingForm,
    ReviewForm,
    StepDownForm,
    StepUpForm,
)
from referrals.models import EarlyHelp
from referrals.presenters.early_help import (
    alike_lines,
    family_page,
    family_rows,
    people_named,
    register_rows,
    timeline,
    without_any,
)
from referrals.rules.early_help import EARLY_HELP_RECORD, Assessed
from referrals.selectors.contacts import agencies_to_ask
from referrals.selectors.early_help import (
    alike_elsewhere,
    early_help_for,
    families,
    family_file,
    register,
    sees_the_families,
    works_in_early_help,
)
from referrals.services import (
    add_team_action,
    ask_step_down,
    ask_step_up,
    begin_early_help,
    close_early_help,
    finish_team_action,
    name_lead,
    record_consent,
    record_meeting,
    write_early_help,
)
from referrals.services.steps import SteppingDown
from referrals.views.episodes import episode_reader
from work.views.acting import Case, CaseAct, case_acted, log_case

LATEST = 3


@require_GET
def family_list(request: HttpRequest) -> HttpResponse:
    """The families that one's team, or one oneself, helps; twenty-five at a time."""
    person, closed = asking(request), request.GET.get("closed") == "yes"
    page = families(person, closed=closed, after=request.GET.get("after", ""))
    log_look(
        by=person,
        action=Action.VIEW,
        route="referrals:families",
        record_kind="families",
        children=[child.child.reference for row in page.rows for child in row.children.all()],
    )
    url = reverse("referrals:families")
    kept = "closed=yes&" if closed else ""
    context = {
        "rows": family_rows(page.rows),
        "closed": closed,
        "other_url": url if closed else f"{url}?closed=yes",
        "next_url": f"?{kept}after={page.next_key}".replace("+", "%2B") if page.next_key else "",
        "first_url": (f"{url}?closed=yes" if closed else url) if request.GET.get("after") else "",
    }
    return render(request, "referrals/early_help/list.html", context)


@require_http_methods(["GET", "POST"])
def beginning(request: HttpRequest) -> HttpResponse:
    """Begin early help with a family that has agreed."""
    form = BeginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("reason", "consent_from", "consent_on")}
        try:
            made = begin_early_help(by=asking(request), children=[ChildDetails(**row) for row in form.children], **given)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.sentence)
        else:
            messages.success(request, "Early help has begun. The early help team sees the family too.")
            return redirect("referrals:early_help", reference=made.reference)
    status = 422 if request.method == "POST" else 200
    return render(request, "referrals/early_help/begin.html", {"form": form, "button_text": "Begin early help"}, status=status)


@require_GET
def early_help_register(request: HttpRequest) -> HttpResponse:
    """Early help of this year and the last by agency, without names."""
    year = FinancialYear.of(clock.today())
    if request.GET.get("year") == "last":
        year = year.previous()
    person = asking(request)
    rows = register(person, year)
    context = {
        "year": year.label,
        "rows": register_rows(rows),
        "without": without_any(rows),
        "rounds": not sees_the_families(person),
        "last": request.GET.get("year") == "last",
    }
    return render(request, "referrals/early_help/register.html", context)


@require_GET
def family(request: HttpRequest, reference: str) -> HttpResponse:
    """Early help for one family."""
    person = asking(request)
    found = early_help_for(person, reference)
    file = family_file(found)
    context = family_page(file, names_of(people_named(file)), works=works_in_early_help(person))
    alike = alike_elsewhere(person, file)
    context["alike"] = alike_lines(alike)
    case = _reader(request, reference)()
    shown = [one.child.reference for _child, known in alike for one in known.candidates]
    log_case(request, replace(case, children=[*case.children, *shown]))
    return render(request, "referrals/early_help/family.html", context)


def _reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    def read() -> Case:
        found = early_help_for(asking(request), reference)
        file = family_file(found)
        latest = timeline(file.events, names_of(people_named(file)))[:LATEST] if request.method == "POST" else ()
        return Case(
            EARLY_HELP_RECORD,
            found.reference,
            found.version,
            "Early help",
            reverse("referrals:early_help", args=[found.reference]),
            [child.child.reference for child in file.children],
            latest,
        )

    return read


def _act(request: HttpRequest, reference: str, words: tuple[str, str, str], form: PortalForm, service: Any) -> HttpResponse:
    """A page that asks one form and calls one service with its answers."""
    title, button, done = words
    read = _reader(request, reference)
    act = CaseAct(
        title,
        button,
        form,
        lambda version: service(by=asking(request), reference=reference, version=version, **form.cleaned_data),
        done,
    )
    return case_acted(request, read, act)


@require_http_methods(["GET", "POST"])
def consenting(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the family agrees."""
    words = ("Record that the family agrees", "Save", "The family’s agreement has been recorded.")
    return _act(request, reference, words, ConsentForm(request.POST or None), record_consent)


@require_http_methods(["GET", "POST"])
def lead_named(request: HttpRequest, reference: str) -> HttpResponse:
    """Name the lead professional."""
    form = LeadForm(request.POST or None, agencies=_agencies())
    words = ("Name the lead professional", "Save", "The lead professional has been named.")
    return _act(request, reference, words, form, name_lead)


def _agencies() -> list[tuple[str, str]]:
    return [(agency.code, agency.name) for agency in agencies_to_ask()]


@require_http_methods(["GET", "POST"])
def assessing(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the early help assessment."""
    found = early_help_for(asking(request), reference)
    initial = {name: getattr(found, name) for name in Assessed.__dataclass_fields__}
    form = EarlyHelpForm(request.POST or None, initial=initial)

    def call(version: int) -> None:
        finish = form.cleaned_data["finish"] == "finish"
        write_early_help(by=asking(request), reference=reference, version=version, assessed=form.assessed, finish=finish)

    finished = request.POST.get("finish") == "finish"
    done = "The assessment is finished. The first review is due in six weeks." if finished else "The assessment has been saved."
    act = CaseAct("Early help assessment", "Save", form, call, done, explanation=_lead_words(found))
    return case_acted(request, _reader(request, reference), act)


def _lead_words(found: EarlyHelp) -> str:
    return "" if found.lead_name else "A lead professional must be named before the assessment can be finished."


@require_http_methods(["GET", "POST"])
def met(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a meeting of the team around the child."""
    words = ("Record a meeting", "Save", "The meeting has been recorded.")
    return _act(request, reference, words, MeetingForm(request.POST or None), record_meeting)


@require_http_methods(["GET", "POST"])
def reviewed(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a review."""
    form = ReviewForm(request.POST or None)

    def call(version: int) -> None:
        given = {name: form.cleaned_data[name] for name in ("held_on", "attended", "notes", "next_on")}
        record_meeting(by=asking(request), reference=reference, version=version, is_review=True, **given)

    act = CaseAct("Record a review", "Save", form, call, "The review has been recorded.")
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def action_added(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an action of the team around the child."""
    words = ("Add an action", "Add it", "The action has been added.")
    return _act(request, reference, words, ActionForm(request.POST or None), add_team_action)


@require_POST
def action_finished(request: HttpRequest, reference: str, action_id: int) -> HttpResponse:
    """Note that an action is done."""
    version = posted_version(request.POST.get("version", ""))
    finish_team_action(by=asking(request), reference=reference, version=version, action_id=action_id)
    messages.success(request, "The action is done.")
    return redirect("referrals:early_help", reference=reference)


@require_http_methods(["GET", "POST"])
def stepping_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask social care to take the family over."""
    words = (
        "Step up to social care",
        "Send to the MASH",
        "The MASH has the family’s assessment. It decides within one working day.",
    )
    return _act(request, reference, words, StepUpForm(request.POST or None), ask_step_up)


@require_http_methods(["GET", "POST"])
def stepping_down(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer a child to early help."""
    form = StepDownForm(request.POST or None, agencies=_agencies())
    act = CaseAct(
        "Step down to early help",
        "Offer to early help",
        form,
        lambda version: ask_step_down(
            by=asking(request), reference=reference, version=version, asked=SteppingDown(**form.cleaned_data)
        ),
        "Early help has been asked. The episode stays open until the early help team accepts.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, reference: str) -> HttpResponse:
    """Close early help."""
    words = ("Close early help", "Close it", "Early help for this family is closed.")
    return _act(request, reference, words, CloseFamilyForm(request.POST or None), close_early_help)

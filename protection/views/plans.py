"""Child protection plans in the browser: the list, one plan, its reviews and its end."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.errors import NotVisible
from protection.forms.conferences import ReasonForm
from protection.forms.plans import BirthForm, EndForm, SharedPlansForm, StepDownForm, TaskForm, TermsForm
from protection.models import ProtectionPlan
from protection.presenters.lists import PLANS, tabs
from protection.presenters.plans import people_named, plan_page, plan_rows
from protection.rules import kinds
from protection.selectors.arranging import agencies_to_invite
from protection.selectors.planning import children_of, plan_to_work_on, plans_sharing, teams_to_step_down_to
from protection.selectors.plans import plan_file, plan_for, plans_of_teams
from protection.selectors.sight import works_on
from protection.services.booking import request_review
from protection.services.plan_tasks import finish_plan_task
from protection.services.plans import agree_terms, end_plan, record_birth_on_plan, withdraw_plan
from protection.services.stepping_down import offer_step_down
from referrals.services.steps import SteppingDown
from work.models import Handover
from work.views.acting import Case, CaseAct, case_acted, log_case


@require_GET
def plan_list(request: HttpRequest) -> HttpResponse:
    """The plans that the person sees; twenty-five at a time, those that run or those that have ended."""
    person = asking(request)
    ended = request.GET.get("ended") == "yes"
    page = plans_of_teams(person, ended=ended, after=request.GET.get("after", ""))
    children = [row.child.reference for row in page.rows]
    log_look(by=person, action=Action.VIEW, route="protection:plans", record_kind="plans", children=children)
    here, query = reverse("protection:plans"), {"ended": "yes"} if ended else {}
    context = {
        "rows": plan_rows(page.rows),
        "tabs": tabs(PLANS, role_codes(person)),
        "ended": ended,
        "other_url": here if ended else f"{here}?ended=yes",
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"{here}?{urlencode(query)}" if request.GET.get("after") else "",
    }
    return render(request, "protection/plans.html", context)


@require_GET
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """One plan: what is done by whom, the core group, visits, the chair's looks, legal steps, and what is due."""
    person = asking(request)
    found = plan_for(person, reference)
    log_case(request, case_of(found))
    file = plan_file(found)
    context = plan_page(
        file, names_of(people_named(file)), me=person, works=works_on(person, found.family), held=role_codes(person)
    )
    return render(request, "protection/plan.html", context)


def case_of(found: ProtectionPlan, url: str = "") -> Case:
    """A plan as pages that act on it know it."""
    return Case(
        kinds.PLAN,
        found.reference,
        found.version,
        found.child.full_name,
        url or reverse("protection:plan", args=[found.reference]),
        [found.child.reference],
    )


def plan_seen(person: Person, reference: str) -> Callable[[], Case]:
    """Reads the plan for whoever works on the family or belongs to the core group."""
    return lambda: case_of(plan_for(person, reference))


def one_of_plan(rows: Any, pk: int) -> Any:
    """One of a plan's rows; those of other plans do not exist here."""
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise NotVisible
    return found


def worked_on(person: Person, reference: str) -> Callable[[], Case]:
    """Reads the plan for whoever works on the family, again where somebody else was faster."""
    return lambda: case_of(plan_to_work_on(person, reference))


@require_http_methods(["GET", "POST"])
def terms(request: HttpRequest, reference: str) -> HttpResponse:
    """Agree how often the child is visited, what the family agreed to in writing, and what happens if it does not work."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    initial = {name: getattr(found, name) for name in ("visit_every", "written_agreement", "contingency")}
    form = TermsForm(request.POST or None, initial=initial)
    act = CaseAct(
        "How is the plan carried out?",
        "Save",
        form,
        lambda version: agree_terms(
            by=person,
            reference=reference,
            version=version,
            visit_every=form.cleaned_data["visit_every"],
            written_agreement=form.cleaned_data["written_agreement"] or "",
            contingency=form.cleaned_data["contingency"],
        ),
        "It is agreed how the plan is carried out.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def task_done(request: HttpRequest, reference: str, task: int) -> HttpResponse:
    """Say that somebody was told of the end of a plan or of a birth, or that a meeting was held."""
    person = asking(request)
    row = next((one for one in plan_file(plan_to_work_on(person, reference)).tasks if one.pk == task), None)
    if row is None:
        raise NotVisible
    form = TaskForm(request.POST or None)
    act = CaseAct(
        row.get_kind_display(),
        "Done",
        form,
        lambda _version: finish_plan_task(by=person, task_id=task, **form.cleaned_data),
        "It is done, and on the record.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def review_asked(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a review conference of this plan and of the siblings'."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    form = SharedPlansForm(request.POST or None, plans=plans_sharing(found), initial={"plans": [reference]})
    act = CaseAct(
        "Ask for a review conference",
        "Ask for it",
        form,
        lambda _version: request_review(
            by=person, family=found.family.reference, children=children_of(found, form.cleaned_data["plans"])
        ),
        "A review conference is asked for. Book it next: it stands under Conferences.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, reference: str) -> HttpResponse:
    """End a plan that no conference needs to end."""
    person, form = asking(request), EndForm(request.POST or None)
    act = CaseAct(
        "End the plan without a conference",
        "End the plan",
        form,
        lambda version: end_plan(by=person, reference=reference, version=version, **form.cleaned_data),
        "The plan has ended.",
        explanation="For every other reason a review conference decides that a plan ends.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def withdrawing(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw a plan that was recorded in error."""
    person, form = asking(request), ReasonForm(request.POST or None)
    act = CaseAct(
        "Withdraw the plan",
        "Withdraw it",
        form,
        lambda version: withdraw_plan(by=person, reference=reference, version=version, **form.cleaned_data),
        "The plan is withdrawn. It stays on the record with your reason and counts nowhere.",
        explanation="Only for a plan that was recorded in error.",
    )
    return case_acted(request, worked_on(person, reference), act)


@require_http_methods(["GET", "POST"])
def stepping_down(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer a child whose plan has ended to the team that goes on."""
    person = asking(request)
    found = plan_to_work_on(person, reference)
    form = StepDownForm(request.POST or None, teams=teams_to_step_down_to(found), agencies=agencies_to_invite())
    act = CaseAct(
        "Step down to another team",
        "Offer it",
        form,
        lambda _version: _offer_step_down(person, reference, form.cleaned_data),
        "The team has been asked. It answers in its inbox.",
    )
    return case_acted(request, worked_on(person, reference), act)


def _offer_step_down(person: Person, reference: str, given: dict[str, Any]) -> Handover:
    team = given.pop("team")
    return offer_step_down(by=person, reference=reference, team=team, asked=SteppingDown(**given))


@require_http_methods(["GET", "POST"])
def born(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that a child who was on a plan before birth is born."""
    person, form = asking(request), BirthForm(request.POST or None)
    act = CaseAct(
        "The child is born",
        "Save",
        form,
        lambda version: record_birth_on_plan(
            by=person,
            reference=reference,
            version=version,
            **{name: value or "" for name, value in form.cleaned_data.items() if name not in ("born_on", "mother_unwell")},
            born_on=form.cleaned_data["born_on"],
            mother_unwell=bool(form.cleaned_data["mother_unwell"]),
        ),
        "The birth is recorded. The plan goes on, on the same record.",
    )
    return case_acted(request, worked_on(person, reference), act)

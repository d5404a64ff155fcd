"""One objective of the business plan: its chain, milestones, actions, positions, and what becomes of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.business_plan import (
    CorrectionForm,
    DecideForm,
    JudgeMilestoneForm,
    LinkActionsForm,
    LinkPlanForm,
    MilestoneForm,
    ObjectiveActionForm,
    ObjectiveForm,
    PositionForm,
)
from board.models import BusinessPlan, Objective
from board.presenters.business_plan import (
    action_rows,
    chain_rows,
    decision_words,
    figure_rows,
    kept_objective,
    kept_position,
    lead_words,
    milestone_rows,
    objective_entries,
    position_rows,
    quarter_rows,
    stored_position,
)
from board.presenters.ratings import WORDS
from board.progress import number_of
from board.selectors import business_plan as chosen
from board.selectors.actions import agencies_that_lead, plan_for
from board.selectors.challenges import agencies_to_name
from board.selectors.structure import open_groups
from board.services import milestones
from board.services import objectives as services
from board.services.positions import write_position as write
from board.views.business_plan import with_figures
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.design.forms import PortalForm
from foundation.versions import posted_version


@require_GET
def objective(request: HttpRequest, reference: str) -> HttpResponse:
    """One objective with its whole chain, and all that was written about it."""
    person = asking(request)
    found = chosen.objective_for(reference)
    plan, standing = found.priority.business_plan, chosen.standing_of(found)
    context = {
        "one": found,
        "plan": plan,
        "number": number_of(found),
        "lead": lead_words(found),
        "contributing": chosen.contributing(found),
        "figures": figure_rows(chosen.figures_now(found.figures, FinancialYear.from_label(plan.year))),
        "latest": standing.latest,
        "decision": decision_words(found),
        "chain": chain_rows(chosen.chain_of(found), found),
        "quarters": quarter_rows(standing, plan.year),
        "positions": position_rows(chosen.all_positions(found)),
        "milestones": milestone_rows(standing.milestones, reference),
        "actions": action_rows(chosen.actions_of(person, found)),
        "entries": objective_entries(chosen.events_of(found)),
        "open": plan.state != BusinessPlan.State.CLOSED,
    }
    return render(request, "board/objective.html", context)


def _page(
    request: HttpRequest, found: Objective, form: PortalForm, do: Any, said: str, heading: str, button: str, **page: Any
) -> HttpResponse:
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, **given), said=said, heading=heading, button_text=button,
        back_url=reverse("board:objective", args=[found.reference]), caption=f"Objective {number_of(found)}", quoted=found.text,
        **page,
    )  # fmt: skip


def _versioned(request: HttpRequest, do: Any) -> Any:
    version = posted_version(request.POST.get("version", ""))
    return lambda **given: do(version=version, **given)


def _stored(found: Objective) -> list[dict[str, str]]:
    return [
        {"key": "We said we would", "value": found.text},
        {"key": "Lead", "value": lead_words(found)},
        {"key": "After the year", "value": decision_words(found) or "Not decided yet"},
    ]


@require_http_methods(["GET", "POST"])
def change_objective(request: HttpRequest, reference: str) -> HttpResponse:
    """Say an objective anew."""
    found = chosen.objective_for(reference)
    contributors = chosen.contributing(found)
    groups = dict(open_groups(clock.today())) | ({found.group.reference: found.group.name} if found.group else {})
    form = ObjectiveForm(
        request.POST or None,
        agencies=agencies_to_name(found.agency, *contributors),
        groups=tuple(groups.items()),
        figures=chosen.figures_to_choose(found.figures),
        initial=kept_objective(found, [one.code for one in contributors]),
    )

    def do(**given: Any) -> object:
        return services.change_objective(**with_figures(given))

    said, heading = "The objective has been saved.", "Change the objective"
    return _page(
        request, found, form, _versioned(request, do), said, heading, "Save the objective", version=found.version,
        stored=_stored(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def decide_objective(request: HttpRequest, reference: str) -> HttpResponse:
    """Say what becomes of an objective after the year."""
    found = chosen.objective_for(reference)
    form = DecideForm(request.POST or None, initial={"decision": found.decision or "open", "reason": found.decision_reason})

    def do(*, decision: str, **given: Any) -> object:
        return services.decide_objective(decision="" if decision == "open" else decision, **given)

    said, heading = "The decision has been saved.", "What becomes of the objective?"
    return _page(
        request, found, form, _versioned(request, do), said, heading, "Save the decision", version=found.version,
        stored=_stored(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def set_milestone(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a milestone, or say anew the one that the address names."""
    found = chosen.objective_for(reference)
    place = posted_version(request.GET.get("place", ""))
    said = "The milestone has been saved."
    if not place:
        form = MilestoneForm(request.POST or None)
        return _page(request, found, form, milestones.set_milestone, said, "Add a milestone", "Add the milestone")
    one = chosen.milestone_of(found, place)
    form = MilestoneForm(request.POST or None, initial={"text": one.text, "due_on": one.due_on})

    def do(**given: Any) -> object:
        return milestones.set_milestone(place=place, **given)

    return _page(
        request, found, form, _versioned(request, do), said, f"Milestone {place}", "Save the milestone", version=one.version,
        stored=[{"key": "Milestone", "value": one.text}],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def judge_milestone(request: HttpRequest, reference: str, place: int) -> HttpResponse:
    """Say whether a milestone was met."""
    found = chosen.objective_for(reference)
    one = chosen.milestone_of(found, place)
    kept = {
        "judged": "met" if one.met_on else "missed" if one.missed_on else "",
        "met_on": one.met_on or clock.today(),
        "missed_reason": one.missed_reason,
    }
    form = JudgeMilestoneForm(request.POST or None, initial=kept)

    def do(*, judged: str, met_on: Any, missed_reason: str, **given: Any) -> object:
        return milestones.judge_milestone(
            place=place, met_on=met_on if judged == "met" else None,
            missed_reason=(missed_reason or "") if judged == "missed" else "", **given,
        )  # fmt: skip

    return _page(
        request, found, form, _versioned(request, do), "The milestone has been saved.", f"Is milestone {place} met?", "Save",
        version=one.version, stored=[{"key": "Milestone", "value": one.text}],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def act_on_objective(request: HttpRequest, reference: str) -> HttpResponse:
    """Make an action of an objective."""
    found = chosen.objective_for(reference)
    form = ObjectiveActionForm(
        request.POST or None,
        agencies=agencies_that_lead(),
        initial={"agency": found.agency.code if found.agency else ""},
    )

    def do(*, agency: str, owner: str, **given: Any) -> object:
        return services.act_on_objective(agency_code=agency, owner_email=owner, **given)

    return _page(request, found, form, do, "The action has been added.", "Add an action", "Add the action")


@require_http_methods(["GET", "POST"])
def link_actions(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose which actions of a plan serve it: the plan first, then its actions."""
    person = asking(request)
    found = chosen.objective_for(reference)
    named = request.GET.get("plan", "")
    if not named:
        form = LinkPlanForm(request.GET if "plan" in request.GET else None, plans=chosen.plans_to_link())
        context = {"form": form, "one": found, "number": number_of(found)}
        return render(request, "board/objective_plan.html", context, status=422 if form.errors else 200)
    plan = plan_for(person, named)
    rows = chosen.actions_to_link(plan, found)
    actions_form = LinkActionsForm(
        request.POST if request.method == "POST" else None,
        actions=[(action.reference, f"{action.number} {action.text}") for action, _already in rows],
        initial={"actions": [action.reference for action, already in rows if already]},
    )

    def do(**given: Any) -> object:
        return services.link_actions(plan_reference=named, **given)

    said = "The actions have been saved."
    return _page(
        request, found, actions_form, _versioned(request, do), said, plan.title, "Save the actions", version=found.version
    )


@require_http_methods(["GET", "POST"])
def write_position(request: HttpRequest, reference: str, quarter: int) -> HttpResponse:
    """Write how an objective stands at the end of a quarter, or correct what was written."""
    found = chosen.objective_for(reference)
    period = chosen.quarter_of(found.priority.business_plan, quarter)
    there = chosen.position_that_holds(found, quarter)
    proposal, why = chosen.proposal_for(found, quarter)
    edition = posted_version(request.POST.get("version", ""))
    corrects = there is not None and (request.method == "GET" or edition > 0)
    form = (CorrectionForm if corrects else PositionForm)(request.POST or None, initial=kept_position(there, proposal))

    def do(**given: Any) -> object:
        told = {name: value or "" for name, value in given.items() if name != "by"}
        return write(by=given["by"], quarter=quarter, edition=edition, **told)

    heading = f"Position at the end of {period.label}" if there is None else f"Correct the position of {period.label}"
    return _page(
        request, found, form, do, "The position has been saved.", heading, "Save the position",
        version=there.edition if there else 0, stored=stored_position(there),
        note=f"Proposed: {WORDS[proposal].lower()}. {why}",
    )  # fmt: skip

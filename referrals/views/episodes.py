"""Child-in-need episodes in the browser: the list of cases, one case, and what is done with it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation import clock
from foundation.versions import posted_version
from referrals.forms.episodes import (
    AllocateForm,
    AssessmentForm,
    AuthoriseForm,
    CloseForm,
    NoteForm,
    PlanForm,
    PlanReviewForm,
    PlanStepForm,
    ReviewPointForm,
    WithoutActionForm,
)
from referrals.models import Assessment, Episode
from referrals.presenters.episodes import case_numbers, case_rows, episode_page, people_named, timeline
from referrals.rules.episodes import EPISODE
from referrals.selectors.episodes import case_counts, case_file, cases, episode_for, manages_a_team, may_work_on, workers_of
from referrals.services import (
    add_plan_step,
    allocate_episode,
    authorise_assessment,
    begin_assessment,
    begin_plan,
    close_episode,
    end_plan,
    end_without_action,
    finish_plan_step,
    review_assessment,
    review_plan,
    send_assessment_back,
    submit_assessment,
    write_assessment,
)
from work.views.acting import Case, CaseAct, case_acted, log_case

LATEST = 3
LISTS = ("mine", "nobody")


@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases of one's team, one's own or nobody's; twenty-five at a time, the longest open first."""
    person = asking(request)
    whose = request.GET.get("whose", "") if request.GET.get("whose") in LISTS else ""
    closed = request.GET.get("closed") == "yes"
    page = cases(person, whose=whose, closed=closed, after=request.GET.get("after", ""))
    log_look(
        by=person,
        action=Action.VIEW,
        route="referrals:cases",
        record_kind="cases",
        children=[row.child.reference for row in page.rows],
    )
    query = {key: value for key, value in (("whose", whose), ("closed", "yes" if closed else "")) if value}
    url = reverse("referrals:cases")
    context = {
        "rows": case_rows(page.rows, person),
        "numbers": case_numbers(case_counts(person)),
        "closed": closed,
        "whose": whose,
        "other_url": _url(url, {**query, "closed": ""} if closed else {**query, "closed": "yes"}),
        "next_url": _url("", {**query, "after": page.next_key}) if page.next_key else "",
        "first_url": _url(url, query) if request.GET.get("after") else "",
    }
    return render(request, "referrals/cases/list.html", context)


def _url(base: str, query: dict[str, str]) -> str:
    given = urlencode({key: value for key, value in query.items() if value})
    return f"{base}?{given}" if given else base


@require_GET
def episode(request: HttpRequest, reference: str) -> HttpResponse:
    """One episode: clocks, assessment, plan, steps to early help, and what has happened."""
    person = asking(request)
    found = episode_for(person, reference)
    file = case_file(found)
    context = episode_page(file, names_of(people_named(file)), manager=manages_a_team(person), me=person)
    log_case(request, _case(found))
    return render(request, "referrals/cases/episode.html", context)


def _case(found: Episode, latest: list[dict[str, Any]] | None = None) -> Case:
    return Case(
        EPISODE,
        found.reference,
        found.version,
        found.contact.submitted_child.full_name,
        reverse("referrals:episode", args=[found.reference]),
        [found.child.reference],
        latest or (),
    )


def episode_reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    """Reads the episode for whoever asks, again where somebody else was faster."""

    def read() -> Case:
        found = episode_for(asking(request), reference)
        if request.method != "POST":
            return _case(found)
        file = case_file(found)
        return _case(found, timeline(file.events, names_of(people_named(file)))[:LATEST])

    return read


@require_http_methods(["GET", "POST"])
def allocating(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the case to a worker of the team."""
    person = asking(request)
    found = episode_for(person, reference)
    people = may_work_on(found.contact, workers_of(found.team))
    form = AllocateForm(request.POST or None, workers=[(one.reference, one.name) for one in people])
    act = CaseAct(
        "Allocate to a worker",
        "Allocate",
        form,
        lambda version: allocate_episode(
            by=person,
            reference=reference,
            version=version,
            worker=form.cleaned_data["worker"],
            note=form.cleaned_data["note"] or "",
        ),
        "The case has been allocated. The worker is told that something waits.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_POST
def assessment_begun(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin an assessment; the page to write it comes next."""
    begin_assessment(by=asking(request), reference=reference, version=posted_version(request.POST.get("version", "")))
    messages.success(request, "The assessment has been begun.")
    return redirect("referrals:assessment", reference=reference)


@require_http_methods(["GET", "POST"])
def assessment(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the assessment, and send it to a manager when it is finished."""
    person = asking(request)
    found = episode_for(person, reference)
    open_one = case_file(found).assessment
    form = AssessmentForm(request.POST or None, initial=_written(open_one, found))

    def call(version: int) -> None:
        given: dict[str, Any] = {"by": person, "reference": reference, "version": version, "written": form.written}
        if form.cleaned_data["finish"] == "send":
            submit_assessment(**given, primary_need=form.cleaned_data["primary_need"] or "")
        else:
            write_assessment(**given)

    sent = request.POST.get("finish") == "send"
    act = CaseAct(
        "Child and family assessment",
        "Save",
        form,
        call,
        "The assessment has been sent to a manager." if sent else "The assessment has been saved.",
        template="referrals/cases/assessment.html",
        context={"assessment": open_one, "late": open_one is not None and clock.today() > open_one.due_on},
    )
    return case_acted(request, episode_reader(request, reference), act)


def _written(row: Assessment | None, found: Episode) -> dict[str, Any]:
    if row is None:
        return {}
    names = ("seen_on", "seen_alone", "not_seen_reason", "child_view", "parents_view", "analysis", "factors", "outcome")
    return {**{name: getattr(row, name) for name in (*names, "delay_reason")}, "primary_need": found.primary_need}


@require_http_methods(["GET", "POST"])
def assessment_reviewed(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the review point of the assessment."""
    form = ReviewPointForm(request.POST or None)
    act = CaseAct(
        "Record the review point",
        "Save",
        form,
        lambda version: review_assessment(by=asking(request), reference=reference, version=version, **form.cleaned_data),
        "The review point has been recorded.",
        explanation="A manager looks at every assessment after ten working days: is the child seen, what is missing?",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def authorising(request: HttpRequest, reference: str) -> HttpResponse:
    """Authorise a finished assessment, or send it back."""
    person = asking(request)
    found = episode_for(person, reference)
    form = AuthoriseForm(request.POST or None)

    def call(version: int) -> None:
        if form.cleaned_data["answer"] == "authorise":
            authorise_assessment(by=person, reference=reference, version=version)
        else:
            send_assessment_back(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"])

    file = case_file(found)
    page = episode_page(file, names_of(people_named(file)), manager=True, me=person)
    back = request.POST.get("answer") == "send_back"
    act = CaseAct(
        "Authorise the assessment or send it back",
        "Save",
        form,
        call,
        "The assessment has been sent back." if back else "The assessment is authorised.",
        template="referrals/cases/authorise.html",
        context={"cards": page["assessments"][:1]},
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def plan_begun(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin a child-in-need plan."""
    form = PlanForm(request.POST or None)
    act = CaseAct(
        "Begin a child-in-need plan",
        "Begin the plan",
        form,
        lambda version: begin_plan(by=asking(request), reference=reference, version=version, **form.cleaned_data),
        "The plan has begun. Add what is to happen for each need.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def plan_step_added(request: HttpRequest, reference: str) -> HttpResponse:
    """Add to the plan: a need, what is to happen, who, by when."""
    form = PlanStepForm(request.POST or None)
    act = CaseAct(
        "Add to the plan",
        "Add it",
        form,
        lambda version: add_plan_step(by=asking(request), reference=reference, version=version, **form.cleaned_data),
        "It has been added to the plan.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def plan_step_finished(request: HttpRequest, reference: str, step_id: int) -> HttpResponse:
    """Say what came of something in the plan."""
    person, form = asking(request), NoteForm(request.POST or None)
    act = CaseAct(
        "This is done",
        "Save",
        form,
        lambda version: finish_plan_step(
            by=person, reference=reference, version=version, step_id=step_id, note=form.cleaned_data["note"]
        ),
        "The plan has been updated.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def plan_reviewed(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a review of the plan."""
    form = PlanReviewForm(request.POST or None)
    act = CaseAct(
        "Record a review of the plan",
        "Save",
        form,
        lambda version: review_plan(by=asking(request), reference=reference, version=version, **form.cleaned_data),
        "The review has been recorded. The next one is due in three months.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def plan_ended(request: HttpRequest, reference: str) -> HttpResponse:
    """End the plan."""
    person, form = asking(request), NoteForm(request.POST or None)
    act = CaseAct(
        "End the plan",
        "End it",
        form,
        lambda version: end_plan(by=person, reference=reference, version=version, reason=form.cleaned_data["note"]),
        "The plan has ended.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the episode with a reason."""
    person = asking(request)
    found = episode_for(person, reference)
    form = CloseForm(request.POST or None, initial={"primary_need": found.primary_need})
    act = CaseAct(
        "Close the episode",
        "Close it",
        form,
        lambda version: close_episode(by=person, reference=reference, version=version, **form.cleaned_data),
        "The episode is closed.",
        explanation="Everything on record stays. A new referral of the child opens another episode.",
    )
    return case_acted(request, episode_reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def ended_without_action(request: HttpRequest, reference: str) -> HttpResponse:
    """End the referral with no further action."""
    person, form = asking(request), WithoutActionForm(request.POST or None)
    act = CaseAct(
        "End this referral with no further action",
        "End it",
        form,
        lambda version: end_without_action(by=person, reference=reference, version=version, **form.cleaned_data),
        "The referral has ended with no further action.",
        explanation="For a referral after which nothing was done. Once an assessment has begun, the episode is closed instead.",
    )
    return case_acted(request, episode_reader(request, reference), act)

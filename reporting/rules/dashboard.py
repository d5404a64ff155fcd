"""The dashboard's pages: which sources each shows, and which pictures stand on it first."""

from dataclasses import dataclass

from foundation.cuts import CUTS, CutGroup
from foundation.figures import FigureSpec

Picture = tuple[str, str]
"""A figure's code and the dimension by which it is drawn."""
PARTS = ("agency", "ward", "age", "ethnicity")
"""By these the whole dashboard can be cut."""
WORDS = {
    "month": "Month",
    "agency": "Agency",
    "ward": "Ward",
    "age": "Age",
    "ethnicity": "Ethnic group",
    "source": "Source",
    "reason": "What the sender asked for",
    "harm": "Kind of harm or need",
    "area": "Part of the body",
    "early_help": "Early help before",
    "help_result": "How earlier help ended",
    "rating": "Rating",
    "outcome": "Outcome",
    "consent": "Consent",
    "team": "Team",
    "closure": "Reason for ending",
    "answer": "Answer",
    "service": "Service",
    "received_by": "Agency disagreed with",
    "stage": "Stage reached",
    "about": "What it is about",
    "state": "Where it stands",
    "part": "Part of the score",
    "levels": "Level named and level decided",
    "ratings": "First and present rating",
    "need": "Need",
    "kind": "Kind of agency",
    "category": "Category of harm",
    "duration": "Time on the plan",
    "category_duration": "Category and time on the plan",
    "origin": "How the plan began",
    "change": "How the scale of safety changed",
    "status": "Rating",
    "theme": "Theme",
    "case_kind": "Kind of case",
    "finding": "What was found",
    "social_care": "How the child stood to social care",
    "sex": "Sex",
    "lateness": "How late",
    "group": "Group",
    "contributor": "Contributor",
    "heading": "Heading",
    "group_heading": "Group and heading",
    "band": "Score",
}


@dataclass(frozen=True)
class Page:
    """One page of the dashboard."""

    slug: str
    title: str
    sources: tuple[str, ...]
    pictures: tuple[Picture, ...]

    @property
    def groups(self) -> tuple[CutGroup, ...]:
        """The sources that there are, in their order; what the first can be cut by is offered for the page."""
        known = dict(CUTS.items())
        return tuple(known[name] for name in self.sources if name in known)

    @property
    def specs(self) -> dict[str, FigureSpec]:
        """Every figure of the page, in the order of its sources, by code."""
        by_name = {group.name: group for group in self.groups}
        return {spec.code: spec for name in self.sources if name in by_name for spec in by_name[name].specs}


PAGES = (
    Page(
        "contacts",
        "Contacts and referrals",
        ("referrals.contacts", "referrals.harms", "referrals.levels", "referrals.marks", "referrals.help_before"),
        (
            ("contacts.received", "month"),
            ("contacts.decided_in_time", "month"),
            ("contacts.received", "source"),
            ("contacts.received", "rating"),
            ("contacts.received", "outcome"),
            ("contacts.by_harm", "harm"),
            ("contacts.by_help_before", "help_result"),
            ("contacts.received", "ward"),
            ("levels.agreed", "agency"),
        ),
    ),
    Page(
        "forms",
        "Forms and consent",
        ("referrals.forms", "referrals.per_form", "referrals.quality", "referrals.school_notices", "referrals.notice_schools"),
        (
            ("submissions.received", "month"),
            ("submissions.received", "reason"),
            ("consent.recorded", "consent"),
            ("fathers.recorded", "month"),
        ),
    ),
    Page(
        "checks",
        "Checks",
        ("referrals.checks",),
        (
            ("checks.answered_in_time", "agency"),
            ("checks.answered_in_time", "month"),
            ("checks.answered_in_time", "rating"),
            ("checks.asked", "agency"),
        ),
    ),
    Page(
        "casework",
        "Assessments and cases",
        ("referrals.casework",),
        (
            ("episodes.opened", "month"),
            ("assessments.in_time", "month"),
            ("assessments.finished", "outcome"),
            ("cases.open", "age"),
            ("cases.open", "ward"),
            ("episodes.ended", "closure"),
        ),
    ),
    Page(
        "children",
        "Referrals for each child",
        ("referrals.per_child",),
        (
            ("referrals.per_child", "age"),
            ("referrals.per_child", "ward"),
            ("referrals.per_child", "ethnicity"),
        ),
    ),
    Page(
        "child-protection",
        "Child protection plans",
        ("protection.plans", "protection.scaling"),
        (
            ("plans.open", "category"),
            ("plans.open", "duration"),
            ("plans.started", "month"),
            ("plans.ended", "month"),
            ("plans.started", "category"),
            ("plans.ended", "closure"),
            ("plans.repeated", "month"),
            ("plans.scaled", "change"),
            ("plans.open", "age"),
            ("plans.open", "ward"),
        ),
    ),
    Page(
        "conferences",
        "Enquiries, conferences and visits",
        ("protection.meetings",),
        (
            ("section47.started", "month"),
            ("conferences.initial_in_time", "month"),
            ("conferences.review_in_time", "month"),
            ("conferences.attendance", "agency"),
            ("conferences.reports", "agency"),
            ("conferences.children_took_part", "month"),
            ("core_groups.in_time", "month"),
            ("visits.in_time", "month"),
        ),
    ),
    Page(
        "early-help",
        "Early help and steps",
        (
            "referrals.early_help",
            "referrals.early_help_needs",
            "referrals.early_help_standing",
            "referrals.steps",
            "referrals.local_help",
        ),
        (
            ("early_help.assessed", "agency"),
            ("early_help.ended", "outcome"),
            ("early_help.needs_met", "agency"),
            ("early_help.begun", "month"),
            ("early_help.needs", "need"),
        ),
    ),
    Page(
        "disagreements",
        "Disagreements between agencies",
        ("referrals.disagreements", "referrals.disagreement_stages"),
        (
            ("disagreements.raised", "stage"),
            ("disagreements.raised", "agency"),
            ("disagreements.raised", "about"),
            ("disagreements.raised", "month"),
            ("disagreements.days_in_stage", "stage"),
        ),
    ),
    Page(
        "board",
        "Board",
        ("board.actions", "board.recommendations", "board.meetings", "board.challenges", "board.risks", "board.budget"),
        (
            ("actions.all", "status"),
            ("actions.finished", "month"),
            ("actions.late", "agency"),
            ("actions.done_on_time", "agency"),
            ("recommendations.all", "state"),
            ("recommendations.all", "source"),
            ("meetings.attended", "agency"),
            ("meetings.held", "group"),
            ("challenges.raised", "outcome"),
            ("challenges.raised", "agency"),
            ("risks.open", "band"),
            ("budget.income", "contributor"),
            ("budget.expenditure", "heading"),
        ),
    ),
)


def words_for(dimension: str) -> str:
    """A dimension as a heading; one that nobody has put into words yet stands for itself."""
    return WORDS.get(dimension, dimension.replace("_", " ").capitalize())


def page_named(slug: str) -> Page | None:
    """The page of a name; None when there is none."""
    return next((page for page in PAGES if page.slug == slug), None)

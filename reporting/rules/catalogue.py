"""Figures that are returned to the partnership until an app of the portal counts them; and those that reporting derives."""

from foundation.design.words import lower_first
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, all_specs
from reporting.rules.returned_figures import MORE_RETURNED

PEOPLE, SENSITIVE, EVENTS = DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE, DisclosureClass.EVENTS
MONEY, PUBLISHED = DisclosureClass.MONEY, DisclosureClass.PUBLISHED
COUNT, STATE = FigureKind.COUNT, FigureKind.STATE

POPULATION = FigureSpec(
    "population.under_18",
    "Children under 18",
    "Children from birth to their 18th birthday who live in the area, estimated for the middle of the year.",
    "children",
    PUBLISHED,
    STATE,
)
RETURNED = (
    FigureSpec(
        "cases.open",
        "Open cases",
        "Children with an open episode of help or protection by children’s social care on the last day of the year.",
        "children",
        PEOPLE,
        STATE,
        per_10_000=True,
    ),
    FigureSpec(
        "plans.open",
        "Children on a child protection plan",
        "Children who were the subject of a child protection plan on the last day of the year.",
        "children",
        PEOPLE,
        STATE,
        per_10_000=True,
    ),
    FigureSpec(
        "missing.episodes",
        "Missing episodes",
        "Times that a child was reported missing from home or care. One child may be counted several times.",
        "episodes",
        PEOPLE,
        COUNT,
    ),
    FigureSpec(
        "deaths.notified",
        "Child deaths notified",
        "Deaths of children who lived in the area, from any cause, that were notified in the year.",
        "children",
        SENSITIVE,
        COUNT,
    ),
    FigureSpec(
        "violence.killed",
        "Children killed by serious youth violence",
        "Children under 18 who died of serious youth violence in the area, as published by the police.",
        "children",
        PUBLISHED,
        COUNT,
    ),
    FigureSpec(
        "violence.injured",
        "Children injured by serious youth violence",
        "Children under 18 who were hurt by serious youth violence in the area, as published by the police.",
        "children",
        PUBLISHED,
        COUNT,
    ),
    FigureSpec(
        "mental_health.referrals",
        "Referrals to child and adolescent mental health services",
        "Referrals of children that the mental health trust received.",
        "referrals",
        PEOPLE,
        COUNT,
    ),
    FigureSpec(
        "exploitation.on_panel",
        "Children on the exploitation panel",
        "Children whom the multi-agency child exploitation panel was following on the last day of the year.",
        "children",
        PEOPLE,
        STATE,
    ),
    FigureSpec(
        "training.people_trained",
        "People trained",
        "Places taken up on the partnership’s courses and briefings. One person may be counted several times.",
        "people",
        EVENTS,
        COUNT,
        breakdowns=("sector", "course"),
    ),
    FigureSpec(
        "learning.events",
        "Learning events",
        "Events at which the partnership shared what it had learnt from reviews and audits.",
        "events",
        EVENTS,
        COUNT,
        breakdowns=("month",),
    ),
    FigureSpec(
        "neglect_tool.users",
        "Licensed users of the neglect tool",
        "Practitioners who have been licensed to use the neglect assessment tool, in all years together.",
        "people",
        EVENTS,
        STATE,
    ),
    FigureSpec(
        "neglect_tool.new_users",
        "New users of the neglect tool",
        "Practitioners who were licensed to use the neglect assessment tool in the year.",
        "people",
        EVENTS,
        COUNT,
    ),
    FigureSpec(
        "reviews.rapid",
        "Rapid reviews",
        "Rapid reviews of serious incidents that the partnership completed.",
        "reviews",
        EVENTS,
        COUNT,
    ),
    FigureSpec(
        "reviews.finalised",
        "Practice reviews finalised",
        "Local child safeguarding practice reviews that the partnership finalised.",
        "reviews",
        EVENTS,
        COUNT,
    ),
    FigureSpec(
        "reviews.concern",
        "Cases of concern",
        "Cases below the threshold of a rapid review that the partnership looked into.",
        "cases",
        EVENTS,
        COUNT,
    ),
    *MORE_RETURNED,
)
RATE_SUFFIX = ".rate"
PER_CHILD_SUFFIX = ".per_child"


def per_child_of(spec: FigureSpec) -> FigureSpec:
    """What a sum of money is for each child, which reporting works out."""
    return FigureSpec(
        f"{spec.code}{PER_CHILD_SUFFIX}",
        f"{spec.title} for each child",
        f"{spec.meaning} For each child under 18 who lives in the area.",
        "pounds for each child",
        spec.disclosure,
        FigureKind.MONEY,
        numerator=lower_first(spec.title),
        denominator="children under 18 (mid-year estimate)",
        since=spec.since,
        version=spec.version,
    )


def rate_of(spec: FigureSpec) -> FigureSpec:
    """The rate per 10,000 children that reporting works out of a count."""
    return FigureSpec(
        f"{spec.code}{RATE_SUFFIX}",
        f"{spec.title}, rate per 10,000",
        f"{spec.meaning} For every 10,000 children under 18 who live in the area.",
        "per 10,000 children",
        spec.disclosure,
        FigureKind.RATE,
        numerator=lower_first(spec.title),
        denominator="children under 18 (mid-year estimate)",
        since=spec.since,
        version=spec.version,
    )


def catalogue() -> dict[str, FigureSpec]:
    """Every figure that the portal knows, by code. An app's own definition wins over the returned one."""
    known = {spec.code: spec for spec in (POPULATION, *RETURNED)}
    known |= {spec.code: spec for _app, spec in all_specs()}
    known |= {cost.code: cost for cost in (per_child_of(spec) for spec in known.values() if spec.per_child)}
    known |= {rate.code: rate for rate in (rate_of(spec) for spec in known.values() if spec.per_10_000)}
    return known

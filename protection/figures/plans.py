"""Plans: open on the last day of a span, started, ended, repeated, long, and reviewed on time; and how long they have run.

Sources: protection_plan with its categories and reviews. A plan is open on a day when it began on or before it and ended after
it; what was withdrawn counts nowhere. Plans that were brought over from an earlier system count like any other.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from children.models import Child
from children.models.child import RESOLVED_SQL
from foundation.cuts import Choices, cuts
from foundation.figures import Crossing, Cursor, DisclosureClass, FigureKind, FigureSpec, PartOf
from protection.models import Category, EndReason, PlanOrigin
from protection.rules.durations import UNBORN, DurationTable, bands, duration_table
from protection.rules.timeliness import COUNTED_FIRST, COUNTED_LATER
from referrals.figures import facts
from referrals.figures.facts import AGE, ETHNICITY, MONTH, WARD, FactTable, Measure, labels_of, of_child, ward_of
from referrals.models.circumstances import NO_DISABILITY

PEOPLE, COUNT, STATE, PERCENTAGE = DisclosureClass.PEOPLE, FigureKind.COUNT, FigureKind.STATE, FigureKind.PERCENTAGE
PARTS = (WARD, AGE, ETHNICITY)
DISABLED = {"y": "Disabled", "n": "Not disabled", "": "Not told"}
"""As the newest referral that says anything of it tells."""
LONG = 24
"""Months after which a plan is a long one, and within which another one is a repeated one."""

CATEGORY_ON = """(SELECT pc.category FROM protection_plancategory pc WHERE pc.plan_id = {plan}.id AND pc.from_on <= {day}
            ORDER BY pc.from_on DESC LIMIT 1)"""


def band_column(plan: str, born: str, day: str, edges: Sequence[int]) -> str:
    """The band of a plan on a day as a code: "u" for a child who is not born by then, otherwise its place."""
    cases = " ".join(
        f"WHEN {day} <= {plan}.started_on + interval '{int(months)} months' THEN '{place}'" for place, months in enumerate(edges)
    )
    return f"CASE WHEN {born} IS NULL OR {born} > {day} THEN 'u' {cases} ELSE '{len(edges)}' END"


EDGES: Sequence[int] = settings.PLAN_DURATION_BANDS
BAND_LABELS = {"u": UNBORN, **{str(place): band.label for place, band in enumerate(bands(EDGES))}}

OVER_2_YEARS = tuple(BAND_LABELS[str(place + 1)] for place, months in enumerate(EDGES) if months >= LONG and LONG in EDGES)
"""The bands that hold exactly the plans of two years or more; none where the bands are cut elsewhere."""

FACTS = f"""
SELECT h.what, date_trunc('month', h.day)::date AS month, {of_child("ch", "h.day")}, h.category, h.long, h.in_time,
       CASE WHEN h.what = 'open' THEN {band_column("p", "ch.birth_date", "h.day", EDGES)} ELSE '' END AS duration,
       CASE WHEN h.what = 'open' THEN h.category || '|' || {band_column("p", "ch.birth_date", "h.day", EDGES)} ELSE '' END
           AS category_duration,
       ch.sex, CASE WHEN told.codes IS NULL THEN '' WHEN told.codes = ARRAY['{NO_DISABILITY}']::varchar[] THEN 'n' ELSE 'y' END
           AS disability,
       p.origin, CASE WHEN h.what = 'ended' THEN p.end_reason ELSE '' END AS closure,
       p.previous_plans > 0 OR (h.what = 'started' AND EXISTS (
           SELECT 1 FROM protection_plan q WHERE q.withdrawn_at IS NULL AND q.started_on < p.started_on AND q.child_id IN (
               SELECT s.id FROM children_child s WHERE {RESOLVED_SQL.format("s")} = {RESOLVED_SQL.format("ch")}))) AS again,
       h.what = 'open' AND h.day >= p.started_on + interval '3 months' AS was_due,
       h.what = 'started' AND EXISTS (
           SELECT 1 FROM protection_plan q WHERE q.withdrawn_at IS NULL AND q.started_on < p.started_on
               AND q.ended_on > p.started_on - interval '{LONG} months' AND q.child_id IN (
                   SELECT s.id FROM children_child s WHERE {RESOLVED_SQL.format("s")} = {RESOLVED_SQL.format("ch")})
       ) AS again_soon
FROM (
    SELECT id, 'started' AS what, started_on AS day, initial_category AS category, false AS long, false AS in_time
    FROM protection_plan WHERE withdrawn_at IS NULL AND started_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT id, 'ended', ended_on, category, ended_on >= started_on + interval '{LONG} months', false
    FROM protection_plan WHERE withdrawn_at IS NULL AND ended_on BETWEEN %(first)s AND %(last)s
    UNION ALL SELECT o.id, 'open', %(last)s, coalesce({CATEGORY_ON.format(plan="o", day="%(last)s")}, o.initial_category),
        %(last)s >= o.started_on + interval '{LONG} months',
        coalesce(r.all_in_time, true)
            AND coalesce(r.newest + %(later)s, o.started_on + %(sooner)s) >= %(last)s
    FROM protection_plan o
    LEFT JOIN LATERAL (
        SELECT bool_and(held_on <= counted_due_on) AS all_in_time, max(held_on) AS newest
        FROM protection_reviewheld WHERE plan_id = o.id AND held_on <= %(last)s
    ) r ON true
    WHERE o.withdrawn_at IS NULL AND o.started_on <= %(last)s AND (o.ended_on IS NULL OR o.ended_on > %(last)s)
) h
JOIN protection_plan p ON p.id = h.id
JOIN children_child ch ON ch.id = p.child_id
LEFT JOIN LATERAL (
    SELECT sc.disability_codes AS codes FROM referrals_contact c JOIN referrals_submittedchild sc ON sc.id = c.submitted_child_id
    WHERE c.child_id = ch.id AND sc.disability_codes <> ARRAY[]::varchar[] ORDER BY c.received_at DESC, c.id DESC LIMIT 1
) told ON true
{ward_of("ch")}
"""  # noqa: S608  # fixed words and whole numbers only


def _children(
    code: str, title: str, meaning: str, kind: FigureKind, *by: str, version: int = 1, crossed: Crossing | None = None
) -> FigureSpec:
    return FigureSpec(
        code, title, meaning, "children", PEOPLE, kind, version=version, per_10_000=True, breakdowns=by, crossed=crossed
    )


def _share(code: str, title: str, meaning: str, top: str, bottom: str, *by: str, part_of: PartOf | None = None) -> FigureSpec:
    return FigureSpec(
        code, title, meaning, "plans", PEOPLE, PERCENTAGE, numerator=top, denominator=bottom, breakdowns=by, part_of=part_of
    )


PLANS = FactTable(
    FACTS,
    (MONTH, *PARTS, "category", "duration", "category_duration", "origin", "closure", "sex", "disability"),
    (
        Measure(
            _children(
                "plans.open",
                "Children on a child protection plan",
                "Children who were the subject of a child protection plan on the last day of the year.",
                STATE,
                *PARTS,
                "category",
                "duration",
                "category_duration",
                "sex",
                "disability",
                version=2,
                crossed=Crossing("category_duration", "category", "duration"),
            ),
            "what = 'open'",
        ),
        Measure(
            _children(
                "plans.started",
                "Child protection plans started",
                "Children for whom a child protection plan started, those who moved in on one among them.",
                COUNT,
                MONTH,
                *PARTS,
                "category",
                "origin",
                "sex",
                "disability",
            ),
            "what = 'started'",
        ),
        Measure(
            _children(
                "plans.ended",
                "Child protection plans ended",
                "Children whose child protection plan ended, by the reason.",
                COUNT,
                MONTH,
                *PARTS,
                "category",
                "closure",
            ),
            "what = 'ended'",
        ),
        Measure(
            _share(
                "plans.repeated",
                "Second or later plans",
                "Plans started for a child who had been on a plan before, ever and in any authority.",
                "plans started for a child with an earlier plan",
                "plans started",
                MONTH,
                *PARTS,
            ),
            "what = 'started' AND again",
            "what = 'started'",
        ),
        Measure(
            _share(
                "plans.repeated_within_2_years",
                "Second or later plans within two years",
                "Plans started for a child whose earlier plan here ended less than two years before.",
                "plans started within two years of the end of another",
                "plans started",
                MONTH,
                *PARTS,
            ),
            "what = 'started' AND again_soon",
            "what = 'started'",
        ),
        Measure(
            _share(
                "plans.ended_over_2_years",
                "Plans ended after two years or more",
                "Plans that ended after they had run for two years or longer.",
                "plans ended that had run for two years or longer",
                "plans ended",
                MONTH,
                *PARTS,
                "category",
            ),
            "what = 'ended' AND long",
            "what = 'ended'",
        ),
        Measure(
            _share(
                "plans.open_over_2_years",
                "Plans open for two years or more",
                "Plans open on the last day of the year that had run for two years or longer.",
                "open plans that had run for two years or longer",
                "plans open",
                *PARTS,
                "category",
                part_of=PartOf("plans.open", "duration", OVER_2_YEARS),
            ),
            "what = 'open' AND long",
            "what = 'open'",
        ),
        Measure(
            _share(
                "plans.reviewed_in_time",
                "Plans whose reviews were all on time",
                "Plans that had been open for three months or longer, of which every review that was due was held on time, by "
                "the days of the national statistics: 91 after the initial conference, then 183.",
                "plans of which every review was on time",
                "plans open for three months or longer",
                *PARTS,
            ),
            "what = 'open' AND was_due AND in_time",
            "what = 'open' AND was_due",
        ),
    ),
    labels={
        "category": labels_of(Category, ""),
        "duration": BAND_LABELS,
        "category_duration": {
            f"{category.value}|{band}": Crossing.label(str(category.label), label)
            for category in Category
            for band, label in BAND_LABELS.items()
        },
        "origin": labels_of(PlanOrigin, ""),
        "closure": labels_of(EndReason, ""),
        "sex": labels_of(Child.Sex, ""),
        "disability": DISABLED,
    },
    in_order=frozenset({"duration", "category_duration", "sex", "disability"}),
    params={"sooner": COUNTED_FIRST.days, "later": COUNTED_LATER.days},
)


def choices(cursor: Cursor) -> Choices:
    """The wards, age bands, ethnic groups and categories by which plans can be cut."""
    return {**facts.choices_of_children(cursor), "category": [str(one.label) for one in Category]}


cuts("protection.plans", specs=PLANS.specs, choices=choices, of_children=True)(PLANS.read)

OPEN_ON = f"""
SELECT coalesce({CATEGORY_ON.format(plan="o", day="%(day)s")}, o.initial_category) AS category, o.started_on,
       ch.birth_date IS NULL OR ch.birth_date > %(day)s AS unborn, count(*)
FROM protection_plan o JOIN children_child ch ON ch.id = o.child_id
WHERE o.withdrawn_at IS NULL AND o.started_on <= %(day)s AND (o.ended_on IS NULL OR o.ended_on > %(day)s)
GROUP BY 1, 2, 3
"""  # noqa: S608  # fixed words only


def durations_on(day: date, cursor: Cursor) -> DurationTable:
    """The table of children on a plan on any day, by category and by how long they had been on it, in one statement."""
    cursor.execute(OPEN_ON, {"day": day})
    return duration_table(cursor.fetchall(), day, bands(EDGES))

"""The scorecard: what the partnership watches, what agencies returned, what was said of it, and one value that is late."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from board.models import Group
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear, Quarter, end_of_day
from portal.demo.partnership import DemoPartnership
from reporting.models import CountedValue, Indicator, ValueAsked
from reporting.rules.periods import before
from reporting.selectors.corrections import unexplained
from reporting.services.comparators import add_comparator, correct_comparator
from reporting.services.corrections import explain_change
from reporting.services.demo import load_demo_quarters
from reporting.services.imports import import_returned_values
from reporting.services.indicator_values import ask_for_values, count_indicators
from reporting.services.indicators import challenge_indicator, comment_on_indicator, define_indicator, watch_figure
from work.models import Request

HIGHER, LOWER, NEITHER = "higher", "lower", "neither"
EXPLAINED, OPEN = "contacts.decided_in_time", "checks.answered_in_time"
"""Counted values that changed: one whose owner has said why, and one that is open."""
LIVE: tuple[tuple[str, str, str, float | None, float], ...] = (
    ("contacts.received", "quarter", NEITHER, None, 0),
    ("contacts.decided_in_time", "quarter", HIGHER, 95, 5),
    ("checks.answered_in_time", "quarter", HIGHER, 90, 10),
    ("feedback.given", "quarter", HIGHER, 95, 10),
    ("fathers.recorded", "quarter", HIGHER, 80, 15),
    ("assessments.in_time", "quarter", HIGHER, 85, 10),
    ("conferences.initial_in_time", "quarter", HIGHER, 85, 10),
    ("conferences.review_in_time", "quarter", HIGHER, 95, 5),
    ("plans.open.rate", "quarter", NEITHER, None, 0),
    ("cases.open.rate", "quarter", NEITHER, None, 0),
)
RETURNED: tuple[tuple[str, str, str, str, float | None, float], ...] = (
    ("missing.episodes", "quarter", LOWER, "police", 420, 40),
    ("violence.injured", "quarter", LOWER, "police", 25, 5),
    ("exploitation.on_panel", "quarter", NEITHER, "social-care", None, 0),
    ("mental_health.referrals", "quarter", NEITHER, "mental-health", None, 0),
)
DEFINED: tuple[Mapping[str, Any], ...] = (
    {
        "code": "self_harm.attendances",
        "title": "Hospital attendances for self-harm",
        "unit": "attendances",
        "meaning": "Times that a child came to the emergency department after harming themselves.",
        "value_kind": "count",
        "disclosure": "people",
        "owner": "hospital",
        "every": "quarter",
        "period_kind": "financial",
        "better": LOWER,
        "target": Decimal(60),
        "tolerance": Decimal(10),
    },
    {
        "code": "placements.stable",
        "title": "Looked-after children in a stable placement",
        "unit": "per cent",
        "meaning": "Children looked after for two and a half years or more who have lived in the same placement for two years.",
        "value_kind": "percentage",
        "disclosure": "people",
        "owner": "social-care",
        "every": "quarter",
        "period_kind": "financial",
        "better": HIGHER,
        "numerator": "children in a stable placement",
        "denominator": "children looked after for so long",
        "target": Decimal(70),
        "tolerance": Decimal(5),
    },
    {
        "code": "health_assessments.in_time",
        "title": "First health assessments in time",
        "unit": "per cent",
        "meaning": "Children newly looked after whose first health assessment was done within 20 working days.",
        "value_kind": "percentage",
        "disclosure": "people",
        "owner": "health-visiting",
        "every": "quarter",
        "period_kind": "financial",
        "better": HIGHER,
        "numerator": "first assessments in time",
        "denominator": "first assessments that were due",
        "target": Decimal(80),
        "tolerance": Decimal(10),
    },
    {
        "code": "absence.persistent",
        "title": "Pupils persistently absent",
        "unit": "per cent",
        "meaning": "Pupils who missed a tenth or more of the sessions of an academic year.",
        "value_kind": "percentage",
        "disclosure": "published",
        "owner": "oakfield",
        "every": "year",
        "period_kind": "academic",
        "better": LOWER,
        "numerator": "pupils persistently absent",
        "denominator": "pupils on the roll",
        "target": Decimal(19),
        "tolerance": Decimal(2),
    },
    {
        "code": "exclusions.suspended",
        "title": "Suspensions from school",
        "unit": "suspensions",
        "meaning": "Times that a pupil was suspended from school, by quarters of the academic year.",
        "value_kind": "count",
        "disclosure": "people",
        "owner": "oakfield",
        "every": "quarter",
        "period_kind": "academic",
        "better": LOWER,
    },
    {
        "code": "roads.injured",
        "title": "Children injured on the roads",
        "unit": "children",
        "meaning": "Children injured in collisions, as the police publish them by calendar years.",
        "value_kind": "count",
        "disclosure": "published",
        "owner": "police",
        "every": "quarter",
        "period_kind": "calendar",
        "better": LOWER,
    },
)
ABSENCE_STATISTICS = (
    "Department for Education, pupil absence in schools in England",
    "https://explore-education-statistics.service.gov.uk/find-statistics/pupil-absence-in-schools-in-england",
)
OTHERS = (("england", "20.0"), ("london", "18.9"), ("neighbours", "19.4"))


class IndicatorMaker:
    """Writes the catalogue through the services of the house, as the business team would."""

    def __init__(self, made: DemoPartnership) -> None:
        self._by = made.people["board"]
        self._scrutineer = made.people["scrutineer"]

    def make(self, newest: FinancialYear) -> None:
        """Everything that is watched, with its values; the owner of one has not returned the quarter that ended last."""
        self.define()
        load_demo_quarters(by=SystemActor("seed"), newest=newest)
        count_indicators(by=SystemActor("seed"))
        self._correct(newest)
        self.explain()
        self._compare(newest)
        self._ask()
        self._say()

    def define(self) -> None:
        """What is watched."""
        group = (
            Group.objects.filter(kind=Group.Kind.SUB_GROUP, to_on__isnull=True)
            .order_by("name")
            .values_list("reference", flat=True)
            .first()
            or ""
        )
        for code, every, better, target, off in LIVE:
            watch_figure(by=self._by, code=code, every=every, better=better, group=group, **_aim(target, off))
        for code, every, better, owner, target, off in RETURNED:
            watch_figure(by=self._by, code=code, every=every, better=better, owner=owner, group=group, **_aim(target, off))
        for told in DEFINED:
            define_indicator(by=self._by, **told)

    def _correct(self, newest: FinancialYear) -> None:
        """A returned quarter is corrected with its reason."""
        quarter = newest.following().quarters[0].label
        late = "code,period,value,numerator,denominator,source,note\nhealth_assessments.in_time,{},0,48,61,{},{}\n".format(
            quarter, '"Health visiting and school nursing, return"', "One assessment was written up in July"
        )
        result = import_returned_values(by=self._by, content=late.encode())
        if result.bad:
            raise ValueError(result.bad[0])

    def explain(self) -> None:
        """Of two counted quarters late records came: the one is explained, the other is open."""
        for code in (EXPLAINED, OPEN):
            self._count_earlier(code)
        found = Indicator.objects.get(code=EXPLAINED)
        for change in unexplained([found]):
            explain_change(
                by=self._by, code=EXPLAINED, period=change.period.label, version=change.counted.pk,
                text="Decisions of the last week were approved after the quarter had been counted.",
            )  # fmt: skip

    def _count_earlier(self, code: str) -> None:
        """As if the newest quarter had been counted three weeks ago, before its last records were written."""
        quarter = before(Quarter.of(clock.today())).label
        newest = CountedValue.objects.filter(indicator__code=code, period=quarter).order_by("-counted_at", "-id").first()
        if newest is None or not newest.numerator or not newest.denominator:
            return
        top, bottom = newest.numerator * 9 // 10, newest.denominator * 19 // 20
        CountedValue.objects.create(
            indicator=newest.indicator, period=quarter, value=Decimal(100 * top) / bottom, numerator=top, denominator=bottom,
            definition=newest.definition, source=newest.source, counted_at=newest.counted_at - timedelta(days=21),
        )  # fmt: skip

    def _compare(self, newest: FinancialYear) -> None:
        """What others have of an academic year, one of it corrected with its reason."""
        source, address = ABSENCE_STATISTICS
        year = newest.previous().label
        made = {
            who: add_comparator(
                by=self._by, code="absence.persistent", period=year, who=who, value=value, source=source, address=address
            )
            for who, value in OTHERS
        }
        correct_comparator(
            by=self._by, number=made["london"].pk, version=1, value="18.7", source=source, address=address,
            reason="The department published it anew: two boroughs had been left out.",
        )  # fmt: skip

    def _ask(self) -> None:
        """What has not come for the quarter that ended last is asked for, and one of it is late."""
        quarter = before(Quarter.of(clock.today()))
        define_indicator(
            by=self._by, code="domestic_abuse.children", title="Children in domestic abuse notifications", unit="children",
            meaning="Children named in notifications of domestic abuse that the police passed on.", value_kind="count",
            disclosure="people", owner="police", every="quarter", period_kind="financial", better=NEITHER,
        )  # fmt: skip
        due = clock.today() + timedelta(days=14)
        for asked in ask_for_values(by=self._by, period=quarter.label, period_kind="financial", due_on=due):
            self._make_late(asked, clock.today() - timedelta(days=9))

    def _make_late(self, asked: ValueAsked, day: date) -> None:
        """As if it had been asked for earlier: nobody may ask for something by a day that has passed."""
        ValueAsked.objects.filter(pk=asked.pk).update(due_on=day)
        Request.objects.filter(subject_reference=asked.reference).update(due_at=end_of_day(day))

    def _say(self) -> None:
        quarter = before(Quarter.of(clock.today())).label
        comment_on_indicator(
            by=self._by, code="health_assessments.in_time", period=quarter,
            text="Two nursing posts were empty over the summer. Both are filled since October.",
        )  # fmt: skip
        challenge_indicator(
            by=self._scrutineer, code="self_harm.attendances", period=quarter, raiser_kind="scrutineer",
            text="Attendances are outside their usual range. Is it a new way of counting, or do more children hurt themselves?",
            asked_for="The two sites told apart, and what children say.", response_due_on=clock.today() + timedelta(days=21),
        )  # fmt: skip


def _aim(target: float | None, off: float) -> dict[str, Any]:
    """Target and tolerance, as the services take them."""
    return {} if target is None else {"target": Decimal(str(target)), "tolerance": Decimal(str(off))}

"""Filling an empty portal with the demonstration partnership, or with a large one for measuring."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random

from django.db import connection, transaction
from django.db.models import Model

from accounts.models import Agency
from children.models import ChronologyEntry
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear, start_of_day
from portal.demo import caseload
from portal.demo.afterwards import Afterwards
from portal.demo.at_risk import AtRisk
from portal.demo.before import Before
from portal.demo.board import BoardMaker
from portal.demo.business_plan import BusinessPlanMaker
from portal.demo.calendar import Arrivals
from portal.demo.caseload import Caseload
from portal.demo.copying import Copier
from portal.demo.drafting import DraftMaker
from portal.demo.front_door import TABLES, FrontDoor, Year
from portal.demo.groups import GroupMaker
from portal.demo.history import keep_history_of_open_work
from portal.demo.indicators import IndicatorMaker
from portal.demo.learning import LearningMaker
from portal.demo.library import LibraryMaker
from portal.demo.multiplying import Multiplier, without_indexes
from portal.demo.papers import add_papers_of_meetings
from portal.demo.partnership import DemoPartnership, PartnershipMaker
from portal.demo.places import make_places
from portal.demo.plans_at_scale import write_plans
from portal.demo.recommendations import RecommendationMaker
from portal.demo.references import References
from portal.demo.report import ReportMaker
from portal.demo.returns import ReturnMaker
from portal.demo.same_child import compare_what_is_open, write_chronologies
from portal.demo.scrutineer import write_what_the_scrutineer_saw
from portal.demo.scrutiny import ScrutinyMaker
from portal.demo.voice import VoiceMaker
from portal.demo.waiting import Waiting
from portal.demo.ways_in import WaysIn
from referrals.models import ContactTeamGrant
from reporting.services.demo import load_demo_comparisons, load_demo_inputs

SEED = 2026
# forms, of these for social care, of these for early help: the newest complete year, the two before it, a full current year
NEWEST = (18_157, 9_069, 1_831)
BEFORE = (13_900, 6_700, 1_390)
TWO_BEFORE = (11_400, 5_300, 1_010)
CURRENT = (17_200, 8_500, 1_900)
LARGE, AGENCIES, PEOPLE = 1_000_000, 180, 4_900
"""So many contacts come from so many schools and their people, besides the agencies of the demonstration."""
MOST_WRITTEN = 5_000
"""More contacts than these are copies."""
CONTACTS_FOR_A_PLAN = 5
"""For so many contacts there is one child protection plan."""

FILLED = tuple(dict.fromkeys((*TABLES, ContactTeamGrant, ChronologyEntry, *caseload.TABLES)))
"""The tables that are filled before anything is done in them by a service."""


def is_empty() -> bool:
    """Whether nobody has set the portal up yet."""
    return not Agency.objects.exists()


@contextmanager
def without_history(models: Sequence[type[Model]] = TABLES) -> Iterator[None]:
    """Write closed years without their value history: triggers that keep it sleep; those that check or copy stay awake."""
    tables = [model._meta.db_table for model in models]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', coalesce(array_agg(t.tgname), '{}')::text, true)"
            " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE c.relname = ANY(%s) AND NOT t.tgisinternal AND t.tgname ~ '^pgtrigger_(insert|update)_(insert|update)_'",
            [tables],
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")


def newest_complete_year(today: date) -> FinancialYear:
    """The financial year that ended last."""
    return FinancialYear.of(today).previous()


@transaction.atomic
def seed(number: int = SEED) -> DemoPartnership:
    """Make the demonstration: two lighter years, the newest complete year at its published size, and this year so far."""
    newest = newest_complete_year(clock.today())
    spans = [(newest.previous().previous(), TWO_BEFORE), (newest.previous(), BEFORE), (newest, NEWEST)]
    random, references = Random(number), References(number)  # noqa: S311  # a demonstration, the same each time
    started = start_of_day(spans[0][0].start)
    made = PartnershipMaker(random, references, started).make()
    copier = Copier(*TABLES)
    door = FrontDoor(random, references, made, copier, clock.now())
    with without_indexes(FILLED, triggers=True):
        with without_history():
            for year, (forms, social_care, early_help) in spans:
                arrivals = Arrivals(random, year.start, year.end, clock.now())
                door.fill(Year(arrivals.sorted(forms), social_care, early_help))
            door.fill(_this_year(random))
            copier.finish()
            door.contacts.give_sight()
            write_chronologies()
        with without_history(caseload.TABLES):
            Caseload(number, made, clock.now()).make(newest)
    keep_history_of_open_work()
    _settle()
    BoardMaker(random, references, made, clock.now()).make(newest)
    GroupMaker(number, references, made, clock.now()).make()
    Waiting(made).make()
    Before(made).make()
    make_places()
    WaysIn(made).make()
    Afterwards(made).make()
    add_papers_of_meetings(made.people["board"])
    RecommendationMaker(references, clock.now()).make()
    BusinessPlanMaker(number, references, made, clock.now()).make(newest)
    VoiceMaker(made, clock.now()).make()
    AtRisk(made).make()
    ScrutinyMaker(references, made.people["board"], clock.now()).make()
    write_what_the_scrutineer_saw(references, made.people["scrutineer"], newest)
    LibraryMaker(references, made.people["board"], clock.now()).make()
    LearningMaker(made).make(newest)
    compare_what_is_open()
    load_demo_inputs(by=SystemActor("seed"), newest=newest)
    load_demo_comparisons(by=SystemActor("seed"), newest=newest)
    ReturnMaker(made).make(newest)
    IndicatorMaker(made).make(newest)
    DraftMaker(made).make(newest)
    ReportMaker(made).fill(newest)
    return made


def _settle() -> None:
    """Check the foreign keys of all these rows once, now, and tell the planner what the tables hold.

    Checks that wait are gone through again whenever a part of the transaction ends; the services that follow have many parts.
    """
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _this_year(random: Random) -> Year:
    """The year to date, as large a part of a full year as has passed; the last form arrived minutes ago."""
    this = FinancialYear.of(clock.today())
    passed = (clock.today() - this.start).days + 1
    part = passed / ((this.end - this.start).days + 1)
    forms, social_care, early_help = (int(size * part) for size in CURRENT)
    arrivals = Arrivals(random, this.start, clock.today(), clock.now() - timedelta(minutes=20))
    return Year(arrivals.sorted(forms), social_care, early_help)


@transaction.atomic
def seed_scale(contacts: int, number: int = SEED) -> DemoPartnership:
    """Make so many contacts (roughly) over five years for measuring, and a plan for every fifth; no board, no returned values.

    Three children for two contacts; a large one has 200 agencies and 5,000 people, and consists of copies
    (portal.demo.multiplying).
    """
    random, references = Random(number), References(number)  # noqa: S311  # for measuring
    newest = newest_complete_year(clock.today())
    first = newest.start - timedelta(days=4 * 365)
    maker = PartnershipMaker(random, references, start_of_day(first))
    made = maker.make()
    maker.crowd(max(1, AGENCIES * contacts // LARGE), PEOPLE * contacts // LARGE)
    copies = contacts // MOST_WRITTEN if contacts > MOST_WRITTEN else 1
    copier = Copier(*TABLES)
    door = FrontDoor(random, references, made, copier, clock.now())
    forms = int(contacts / copies / 1.33)
    with without_indexes(TABLES):
        arrivals = Arrivals(random, first, clock.today(), clock.now() - timedelta(minutes=20))
        door.fill(Year(arrivals.sorted(forms), forms // 2, forms // 10))
        copier.flush(everything=True)
        Multiplier(door, TABLES, copies - 1).make(children=contacts * 3 // 2)
        copier.finish()
    with without_indexes([ContactTeamGrant, ChronologyEntry], triggers=True):
        door.contacts.give_sight()
        write_chronologies()
    write_plans(contacts // CONTACTS_FOR_A_PLAN)
    _settle()
    return made

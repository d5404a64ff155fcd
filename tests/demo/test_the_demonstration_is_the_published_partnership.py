"""The demonstration is loaded once; every figure of the published year comes out of it, in the figures and on paper."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from accounts.access_table import declared_roles, role_codes
from accounts.models import Invitation, Person
from board.models import Action
from board.rules import LOOK_AGAIN
from board.selectors.actions import with_rating
from children.models import Child
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.events import Subject, history
from foundation.figures import FigureValue
from foundation.models import Document
from portal.demo.history import history_model
from portal.demo.papers import IN_THE_QUEUE
from portal.demo.partnership import SIGN_INS, SignIn, address
from protection.models import (
    Conference,
    ConferenceChild,
    CoreGroupMeeting,
    CoreGroupMember,
    FamilyGroup,
    PlanAction,
    ProtectionPlan,
    ScrutinyPanel,
    Section47,
    StrategyDiscussion,
    Transfer,
)
from referrals.models import (
    Amendment,
    Channel,
    ConsentOverride,
    Contact,
    ContactState,
    Disagreement,
    Draft,
    DraftHandover,
    NoticeSchool,
    ReferralSource,
    Submission,
    SubmittedChild,
)
from referrals.rules.triage import MORE_INFORMATION
from referrals.selectors.handing_on import offers_to
from reporting.report.document import lay_out
from reporting.selectors.templates import template_for
from reporting.services.compiling import _content
from reporting.services.progress import ProgressLine
from tests.factories import sign_in
from tests.figures import read_figure
from tests.pdf.checker import bookmarks, contents, elements, faults
from tests.reporting.outlines import ROWS
from work.models import Clock, Handover, Request

pytestmark = [pytest.mark.demo, pytest.mark.django_db]

TEACHER = "teacher@oakfield.northmere.example"
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)  # a Wednesday; the newest complete year is 2025-26
Figures = dict[str, dict[str, Any]]

# The figures of the published year, and of the year before where that was published too.
PUBLISHED = {
    "population.under_18": ("95,309", "95,309"),
    "submissions.received": ("18,157", None),
    "submissions.to_social_care": ("9,069", None),
    "submissions.for_early_help": ("1,831", None),
    "cases.open": ("3,971", "3,451"),
    "cases.open.rate": ("416.6", "362.1"),
    "plans.open": ("536", "440"),
    "plans.open.rate": ("56.2", "46.2"),
    "missing.episodes": ("1,740", "2,067"),
    "deaths.notified": ("25", "18"),
    "violence.killed": ("0", "4"),
    "violence.injured": ("111", "131"),
    "mental_health.referrals": ("2,819", "2,841"),
    "exploitation.on_panel": ("73", None),
    "training.people_trained": ("5,732", None),
    "neglect_tool.users": ("292", None),
    "neglect_tool.new_users": ("22", None),
    "learning.events": ("5", None),
    "reviews.rapid": ("4", None),
    "reviews.finalised": ("3", None),
    "reviews.concern": ("2", None),
    "budget.income": ("£376,441", None),
    "budget.expenditure": ("£376,441", None),
}
COMPARATORS = {
    "cases.open.rate": {"London": "347", "Statistical neighbours": "355"},
    "plans.open.rate": {"London": "37.5", "Statistical neighbours": "38.5"},
}
COUNTS_BEHIND_RATES = {"cases.open", "plans.open"}  # they stand beside their rates, whose change is told
INCOME = {
    "Mental health trust": ("13,540", "3.6%"),
    "Police": ("5,000", "1.3%"),
    "Integrated care board": ("33,850", "9.0%"),
    "Health services trust": ("33,850", "9.0%"),
    "Probation": ("2,000", "0.5%"),
    "Council": ("288,201", "76.6%"),
}
EXPENDITURE = {
    "Staff and related costs": "241,364",
    "Agency costs": "79,508",
    "Independent scrutineer": "17,990",
    "Practice reviews": "13,639",
    "Training provided": "16,460",
    "Audit": "5,142",
    "Mailroom, stationery, supplies": "513",
    "Membership": "825",
    "Website": "1,000",
}
LEARNING_EVENTS = ["May 2025", "June 2025", "October 2025", "January 2026", "March 2026"]


def figures_of(year: str) -> Figures:
    """What `manage.py figures` prints, by code."""
    printed = StringIO()
    call_command("figures", year, format="json", stdout=printed)
    return {figure["code"]: figure for figure in json.loads(printed.getvalue())["figures"]}


RULES_BEFORE: set[str] = set()


def rules_of_the_database() -> set[str]:
    """All its indexes, constraints and triggers that are awake."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
            " UNION ALL SELECT conrelid::regclass || conname || pg_get_constraintdef(oid) FROM pg_constraint"
            " UNION ALL SELECT tgenabled::text || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
        )
        return {row[0] for row in cursor.fetchall()}


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Figures]:
    """The seeded partnership with the figures of its newest complete year; each test's transaction stands inside this one."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(NOON):
        with connection.cursor() as cursor:
            cursor.execute("DISCARD PLANS")  # earlier tests had the foreign keys' checks planned for empty tables
        RULES_BEFORE.update(rules_of_the_database())
        call_command("seed_demo")
        connection.check_constraints()  # otherwise the end of each test goes through the waiting checks of all these rows
        yield figures_of("2025-26")
        transaction.set_rollback(True)


@dataclass(frozen=True)
class Paper:
    """The text of the compiled report: line by line as it stands on the page, and on one line in the order of reading."""

    lines: str
    read_out: str
    printed: bytes
    pages: list[str]
    """As they are laid out."""


@pytest.fixture(scope="module")
def paper(demonstration: Figures, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Paper:
    file = tmp_path_factory.mktemp("report") / "report.pdf"
    with django_db_blocker.unblock(), clock.frozen(NOON):
        call_command("compile_report", "2025-26", out=file, stdout=StringIO())
    laid_out = text_of(file, "-layout")
    lines = "\n".join(re.sub(r"\s+", " ", line).strip() for line in laid_out.splitlines())
    return Paper(lines, re.sub(r"\s+", " ", text_of(file)), file.read_bytes(), laid_out.rstrip("\f").split("\f"))


def text_of(file: Path, *how: str) -> str:
    return subprocess.run(["pdftotext", *how, str(file), "-"], capture_output=True, check=True, text=True).stdout


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with clock.frozen(NOON):
        yield


@pytest.mark.usefixtures("demonstration")
def test_the_database_forbids_what_it_forbade_before() -> None:
    assert rules_of_the_database() == RULES_BEFORE


def test_the_printed_report_can_be_read_by_everyone(paper: Paper) -> None:
    assert faults(paper.printed) == []
    pictures = [alternative for kind, alternative in elements(paper.printed) if kind == "Figure"]
    assert len(pictures) > 12
    assert all(len(words) > 20 for words in pictures)


def test_its_bookmarks_and_contents_lead_to_the_pages_on_which_the_chapters_begin(paper: Paper) -> None:
    marked = bookmarks(paper.printed)
    assert [page for _title, page in marked] == sorted(page for _title, page in marked)
    told = contents(paper.pages)
    chapters = [(title, page) for title, page in marked if title in told and title != "Contents"]
    assert len(chapters) > 60
    for title, page in chapters:
        assert title in re.sub(r"\s+", " ", paper.pages[page - 1]), title
    places: dict[str, set[int]] = {}
    for title, page in marked:
        places.setdefault(title, set()).add(page)
    assert {title: page for title, page in told.items() if page not in places.get(title, {page})} == {}


def test_every_page_but_the_cover_says_what_it_is_of(paper: Paper) -> None:
    for number, page in enumerate(paper.pages[1:], start=2):
        assert "Yearly report 2025-26" in page.lstrip().split("\n", 1)[0], number
        assert f"Page {number} of {len(paper.pages)}" in re.sub(r"\s+", " ", page), number


def parts(figure: dict[str, Any], dimension: str) -> dict[str, str]:
    return {part["label"]: part["text"] for by in figure["by"] if by["dimension"] == dimension for part in by["parts"]}


def test_each_figure_is_the_published_one(demonstration: Figures) -> None:
    assert {code: demonstration[code]["text"] for code in PUBLISHED} == {code: now for code, (now, _) in PUBLISHED.items()}
    before = {code: earlier for code, (_, earlier) in PUBLISHED.items() if earlier is not None}
    assert {code: demonstration[code]["earlier"]["text"] for code in before} == before
    for code, expected in COMPARATORS.items():
        assert {row["who"]: row["text"] for row in demonstration[code]["comparators"]} == expected


def test_contacts_are_about_one_and_a_third_of_the_forms(demonstration: Figures) -> None:
    assert 1.2 < demonstration["contacts.received"]["value"] / 18_157 < 1.4


def test_the_money_is_the_published_money(demonstration: Figures) -> None:
    income, expenditure = (demonstration[code] for code in ("budget.income", "budget.expenditure"))
    assert parts(income, "contributor") == {who: f"£{pounds}" for who, (pounds, _) in INCOME.items()}
    assert parts(expenditure, "heading") == {what: f"£{pounds}" for what, pounds in EXPENDITURE.items()}
    assert list(parts(demonstration["learning.events"], "month")) == LEARNING_EVENTS


def test_every_figure_stands_in_the_report(paper: Paper) -> None:
    missing = {
        code for code, (now, _) in PUBLISHED.items() if not re.search(rf"(?<![\d,.]){re.escape(now)}(?![\d,])", paper.lines)
    }
    assert missing == set()
    for code, (now, before) in PUBLISHED.items():
        if before is not None and before != now:
            words = f"{before} children in 2024-25" if code in COUNTS_BEHIND_RATES else f"from {before} in 2024-25"
            assert words in paper.read_out, code
    for values in COMPARATORS.values():
        assert all(value in paper.lines for value in values.values())


def test_the_money_stands_in_the_report_with_its_shares(paper: Paper) -> None:
    for who, (pounds, percent) in INCOME.items():
        assert re.search(rf"{who} £?{pounds} {percent}", paper.lines), who
    for what, pounds in EXPENDITURE.items():
        assert re.search(rf"{what} £?{pounds}", paper.lines), what
    assert re.search(r"Total £?376,441 100(\.0)?%", paper.lines)
    assert len(re.findall(r"Total £?376,441", paper.lines)) == 4  # both sides, each once more beside the year before


class Silent(ProgressLine):
    """Nobody watches."""

    def __init__(self) -> None:
        pass

    def note(self, *_given: object) -> None:
        pass


@pytest.mark.parametrize("code", ROWS)
def test_every_shape_of_the_report_shows_every_row_of_its_outline(demonstration: Figures, code: str) -> None:
    template = template_for(FinancialYear(2025), code)
    content, _figures = _content(FinancialYear(2025), template, Silent())
    blocks = [block for chapter in lay_out(content).chapters for block in chapter.blocks]
    headings = {block.heading for block in blocks if block.table or block.tables or block.tiles or block.said or block.returns}
    assert {row: heading for row, heading in ROWS[code].items() if heading not in headings} == {}


def test_the_years_before_are_lighter(demonstration: Figures) -> None:
    forms = {
        year: Submission.objects.filter(received_at__gte=datetime(year, 4, 1, tzinfo=UTC)).filter(
            received_at__lt=datetime(year + 1, 3, 31, 23, tzinfo=UTC)
        )
        for year in (2023, 2024, 2025, 2026)
    }
    counts = {year: rows.count() for year, rows in forms.items()}
    assert 0 < counts[2023] < counts[2024] < counts[2025]
    assert counts[2026] > 10_000


@pytest.mark.parametrize("who", SIGN_INS, ids=lambda who: who.local)
def test_everybody_who_is_printed_gets_to_work(who: SignIn, demonstration: Figures, client: Client) -> None:
    person = Person.objects.get(email=address(who))
    assert who.role in role_codes(person)
    sign_in(client, person)
    home = client.get(reverse("home"))
    assert home.status_code == 200
    for href in {place["href"] for place in home.context["navigation"]}:
        assert client.get(href, follow=True).status_code == 200, f"{href} as {who.local}"


def test_there_is_a_sign_in_for_every_role() -> None:
    assert {who.role for who in SIGN_INS} == set(declared_roles())
    assert {who.seat for who in SIGN_INS} >= {"council", "health", "police"}


def test_contacts_wait_in_every_state_of_open_work(demonstration: Figures) -> None:
    found = Counter(Contact.objects.values_list("state", flat=True))
    wanted = {
        ContactState.RECEIVED,
        ContactState.SCREENING,
        ContactState.GATHERING,
        ContactState.PROPOSED,
        ContactState.TASKS_OPEN,
        ContactState.SIGNED_OFF,
    }
    assert {state for state in wanted if not found[state]} == set()
    running = Clock.objects.filter(kind="referrals.decision", state="running")
    assert running.filter(due_at__lt=NOON).exists()
    assert running.filter(due_at__gte=NOON).exists()


@pytest.mark.parametrize("moment", ["screened_at", "proposed_at", "approved_at", "feedback_at", "signed_off_at", "closed_at"])
def test_nothing_has_been_done_that_is_still_to_come(moment: str, demonstration: Figures) -> None:
    assert not Contact.objects.filter(**{f"{moment}__gt": NOON}).exists()
    assert Contact.objects.filter(**{f"{moment}__lte": NOON}).exists()


def test_teams_and_agencies_have_work_waiting(demonstration: Figures) -> None:
    assert {row.state for row in Request.objects.all()} >= {"asked", "answered"}
    assert {row.state for row in Handover.objects.all()} >= {"offered", "accepted", "returned"}
    waiting = Handover.objects.filter(state="offered").values_list("to_team__code", flat=True)
    assert {"early-help-hub", "assessment-east"} <= set(waiting)
    kinds = {"referrals.mash_check", "referrals.encompass", MORE_INFORMATION, "work.confirm_people", "work.questionnaire"}
    kinds |= {"protection.section47_information", "protection.report_for_conference", "board.letter", "reporting.return"}
    kinds |= {"reporting.indicator_value"}
    assert {row.kind for row in Request.objects.filter(state="asked")} == kinds
    assert Request.objects.filter(kind="work.questionnaire", state="answered").exists()
    assert Draft.objects.exists()
    assert Invitation.objects.filter(accepted_at=None, withdrawn_at=None).exists()
    assert Contact.objects.filter(restricted=True).exists()


def test_the_board_looks_again_at_what_is_embedded(demonstration: Figures) -> None:
    days = Action.objects.filter(check_again_on__isnull=False).values_list("reference", flat=True)
    clocks = Clock.objects.filter(kind=LOOK_AGAIN, state="running")
    assert set(clocks.values_list("subject_reference", flat=True)) == set(days)
    assert clocks.filter(due_at__lt=NOON).exists()
    assert clocks.filter(due_at__gte=NOON).exists()


def test_a_visitor_disagrees_and_hands_a_draft_on(demonstration: Figures) -> None:
    raised = Disagreement.objects.get(visitor__isnull=False)
    assert raised.contact is not None
    assert raised.contact.submission.visitor == raised.visitor
    offer = DraftHandover.objects.get(visitor=raised.visitor, answered_at=None)
    assert offer.colleague.email.endswith("@lantern-nursery.northmere.example")
    assert [one.draft for one in offers_to(offer.colleague)] == [offer.draft]


def test_a_school_has_signed_up_for_notices(demonstration: Figures) -> None:
    kept = NoticeSchool.objects.get()
    assert kept.signed_up_on is not None
    assert kept.signed_up_on >= date(2026, 4, 1), "closed years say nothing of it"
    found = read_figure("encompass.schools_signed_up", FinancialYear(2026))
    assert found is not None
    assert found.numerator == 1


def test_contacts_that_are_looked_at_have_answers_and_a_history(demonstration: Figures) -> None:
    since = NOON - timedelta(days=9)
    assert not Submission.objects.filter(received_at__gt=since, channel=Channel.PORTAL, answers=[]).exists()
    sent = Submission.objects.filter(referrer__email="teacher@oakfield.northmere.example", channel=Channel.PORTAL)
    mine = sent.order_by("-received_at")[:2]
    assert all({section["section"] for section in row.answers} >= {"concern", "consent", "children/1"} for row in mine)
    contact = Contact.objects.filter(state=ContactState.GATHERING).order_by("-received_at").first()
    assert contact is not None
    verbs = set(history(Subject("contact", contact.reference)).values_list("verb", flat=True))
    assert verbs >= {"referrals.contact_received", "referrals.screening_begun", "referrals.contact_rated", "request.asked"}
    for moment in ("screened_at", "proposed_at", "approved_at", "signed_off_at"):
        assert not Contact.objects.filter(**{f"{moment}__gt": NOON}).exists()
    assert Action.objects.filter(agency__code="oakfield").count() == 2


def test_what_was_sent_is_amended_and_consent_stands_in_every_way(demonstration: Figures) -> None:
    assert SubmittedChild.objects.filter(version__gt=1, contact__isnull=False).exists()
    said = set(Submission.objects.values_list("consent_status", flat=True))
    assert said == {"given", "refused", "not_sought"}
    assert Amendment.objects.filter(values__consent_status="withdrawn").exists()
    assert ConsentOverride.objects.exists()


def test_the_teacher_is_asked_for_more_about_a_contact_that_is_looked_at(demonstration: Figures) -> None:
    asked = Request.objects.filter(kind=MORE_INFORMATION, state="asked").values_list("subject_reference", flat=True)
    contact = Contact.objects.get(reference__in=asked, submission__referrer__email=TEACHER)
    assert contact.state == ContactState.SCREENING
    sections = {section["section"] for section in contact.submission.answers}
    assert sections >= {"danger", "about", "children/1", "people/1", "family", "concern", "harm", "request", "consent"}


def test_open_contacts_come_with_papers_that_open(demonstration: Figures, client: Client) -> None:
    papers = Document.objects.filter(record_kind="submission")
    assert {paper.state for paper in papers} == {Document.State.CLEAN}
    submissions = Submission.objects.filter(reference__in=papers.values("record_reference"))
    assert submissions.filter(referrer__email=TEACHER, contacts__state=ContactState.SCREENING).exists()
    assert Contact.objects.filter(submission__in=submissions, is_open=True).count() >= IN_THE_QUEUE
    sign_in(client, Person.objects.get(email=next(address(who) for who in SIGN_INS if who.local == "officer")))
    opened = client.get(reverse("document", args=[papers.earliest("pk").reference]))
    assert opened.status_code == 200
    assert b"".join(opened).startswith(b"%PDF-")  # type: ignore[arg-type]  # a file is streamed


def on_a_plan(day: date) -> QuerySet[ProtectionPlan]:
    return ProtectionPlan.objects.filter(started_on__lte=day).exclude(ended_on__lte=day)


# -- the shapes of the year -----------------------------------------------------------------------------------


def in_the_year(code: str) -> FigureValue:
    found = read_figure(code, FinancialYear(2025))
    assert found is not None, code
    return found


def part_of(code: str) -> float:
    found = in_the_year(code)
    assert found.numerator is not None
    assert found.denominator
    return found.numerator / found.denominator


@pytest.mark.parametrize(
    ("code", "least", "most"),
    [
        ("contacts.repeated_within_12_months", 0.13, 0.21),  # one in six
        ("contacts.decided_in_time", 0.87, 0.94),  # nine in ten
        ("fathers.recorded", 0.61, 0.72),  # missing from a third
    ],
)
def test_shares_of_the_year_have_the_shape_of_a_london_borough(
    code: str, least: float, most: float, demonstration: Figures
) -> None:
    assert least < part_of(code) < most


def test_one_agency_is_visibly_poor_at_answering_checks(demonstration: Figures) -> None:
    by = in_the_year("checks.answered_in_time").by["agency"]
    shares = sorted((top / bottom, name) for name, (top, bottom) in by.items() if bottom >= 50)  # type: ignore[misc]  # pairs
    (poorest, name), (next_one, _name) = shares[:2]
    assert "ousing" in name
    assert poorest < 0.6
    assert next_one > 0.8
    assert len(shares) >= 4


def test_police_and_schools_lead_and_then_comes_health(demonstration: Figures) -> None:
    codes = {str(source.label): str(source.value) for source in ReferralSource}
    groups: Counter[str] = Counter()
    for label, number in in_the_year("contacts.received").by["source"].items():
        groups[codes.get(label, "")[:1]] += int(number)  # type: ignore[call-overload]  # counts
    (police_or_school, _first), (the_other, second), (health, third) = groups.most_common(3)
    assert {police_or_school, the_other} == {"6", "2"}  # the police; schools and other education
    assert health == "3"
    assert second > third


@pytest.mark.usefixtures("demonstration")
def test_contacts_peak_on_weekdays_and_in_term_time() -> None:
    in_year = Submission.objects.filter(
        received_at__gte=datetime(2025, 4, 1, tzinfo=UTC), received_at__lt=datetime(2026, 4, 1, tzinfo=UTC)
    )
    days = Counter(in_year.values_list("received_at__iso_week_day", flat=True))
    assert min(days[day] for day in range(1, 6)) > 2 * max(days[6], days[7])
    months = Counter(in_year.values_list("received_at__month", flat=True))
    assert months[8] == min(months.values())
    assert all(months[term] > 1.25 * months[8] for term in (5, 6, 9, 10, 11, 1, 3))


@pytest.mark.parametrize(("day", "children"), [(date(2026, 3, 31), 536), (date(2025, 3, 31), 440)])
def test_plans_have_the_shape_of_a_london_borough(day: date, children: int, demonstration: Figures) -> None:
    plans = on_a_plan(day)
    assert plans.count() == plans.values("child").distinct().count() == children
    share = {code: number / children for code, number in Counter(plans.values_list("category", flat=True)).items()}
    assert 0.68 < share["NEG"] + share["EMO"] < 0.86
    assert 0.08 < share["PHY"] < 0.19
    assert 0.01 < share["SAB"] < 0.07
    unborn = plans.filter(Q(child__birth_date=None) | Q(child__birth_date__gt=day)).count()
    assert 1 <= unborn < 15 or day.year == 2025
    lasted = [(day - began).days for began in plans.values_list("started_on", flat=True)]
    assert sum(days <= 365 for days in lasted) / children > 0.6
    assert 3 <= sum(days > 730 for days in lasted) <= 20 or day < date(2025, 4, 1)  # the first plans began in 2023


@pytest.mark.usefixtures("demonstration")
def test_some_plans_are_second_ones_and_some_of_these_came_soon() -> None:
    year = FinancialYear(2025)
    ever, soon = (read_figure(code, year) for code in ("plans.repeated", "plans.repeated_within_2_years"))
    assert ever is not None
    assert soon is not None
    assert 0 < soon.numerator < ever.numerator
    assert 0.1 < ever.numerator / ever.denominator < 0.35


def test_child_protection_stands_at_every_step(demonstration: Figures) -> None:
    today, east = NOON.date(), {"family__team__code": "assessment-east"}
    assert set(StrategyDiscussion.objects.filter(**east).values_list("state", flat=True)) >= {"called", "held", "shared"}
    assert set(Section47.objects.filter(**east).values_list("state", flat=True)) == {"open", "with_manager", "complete"}
    steps = {"requested", "booked", "held", "approved", "distributed"}
    assert set(Conference.objects.values_list("state", flat=True)) == steps
    running = ProtectionPlan.objects.filter(ended_on=None)
    for due in ("review_due_on", "visit_due_on", "core_group_due_on"):
        assert running.filter(**{f"{due}__lt": today}).exists()
        assert running.filter(**{f"{due}__gte": today}).exists()
    assert set(ProtectionPlan.objects.values_list("origin", flat=True)) == {"conference", "imported"}
    first = Clock.objects.filter(kind="protection.first_core_group", state="running", due_at__gte=NOON)
    assert FamilyGroup.objects.filter(reference__in=first.values("subject_reference"), team__code="assessment-east").exists()
    assert CoreGroupMeeting.objects.filter(sent_at=None).exclude(minutes="").exists()
    assert set(ScrutinyPanel.objects.values_list("month", flat=True)) == {date(2026, 10, 1), date(2026, 11, 1)}
    assert Handover.objects.filter(kind="protection.step_down", state="offered", to_team__code="early-help-hub").exists()


CHILD_PROTECTION = {
    "social.worker": ("families", "invited", "conferences", "plans"),
    "team.manager": ("families", "invited", "conferences", "plans", "panels", "panel"),
    "chair": ("families", "invited", "conferences", "plans", "panels", "panel", "chairs_desk"),
    "school.lead": ("families", "conferences", "plans", "agencys_conferences"),
}


@pytest.mark.parametrize("local", CHILD_PROTECTION)
def test_no_page_of_child_protection_is_empty(local: str, demonstration: Figures, client: Client) -> None:
    person = Person.objects.get(email=next(address(who) for who in SIGN_INS if who.local == local))
    sign_in(client, person)
    for page in CHILD_PROTECTION[local]:
        where = reverse("protection:families") + "?whose=invited" if page == "invited" else ""
        if page == "panel":
            where = reverse("protection:panel", args=[ScrutinyPanel.objects.latest("month").reference])
        shown = client.get(where or reverse(f"protection:{page}"))
        for part in ("diary", "to_approve", "plans", "dissents") if page == "chairs_desk" else ("rows",):
            assert shown.context[part], f"{page} as {local}: {part}"


@pytest.mark.parametrize("local", ["social.worker", "team.manager", "chair"])
def test_the_home_page_says_what_waits_in_child_protection(local: str, demonstration: Figures, client: Client) -> None:
    person = Person.objects.get(email=next(address(who) for who in SIGN_INS if who.local == local))
    sign_in(client, person)
    numbers = client.get(reverse("home")).context["protection"]
    assert len(numbers) == (3 if local == "chair" else 4)
    for number in numbers:
        led_to = client.get(number["href"])
        assert led_to.context["rows" if local != "chair" else "plans"]


def test_children_on_a_plan_move_between_authorities(demonstration: Figures) -> None:
    moves = set(Transfer.objects.values_list("direction", "temporary"))
    assert moves == {("in", False), ("in", True), ("out", False)}
    assert Conference.objects.filter(type="transfer_in", state="requested").exists()


def test_a_plan_is_about_to_end(demonstration: Figures) -> None:
    last = Conference.objects.filter(type="rcpc", state="booked", invitations__recommendation="no_plan").distinct().get()
    assert {row.recommendation for row in last.invitations.exclude(report="not_required")} == {"no_plan"}
    assert ProtectionPlan.objects.filter(child=last.children.get().child, ended_on=None).count() == 1


def test_it_is_written_who_came_to_core_groups_of_plans_that_run(demonstration: Figures) -> None:
    meetings = CoreGroupMeeting.objects.filter(family__in=ProtectionPlan.objects.filter(ended_on=None).values("family"))
    assert meetings.filter(attendances=None).count() < meetings.count() / 50


@pytest.mark.parametrize("model", [FamilyGroup, ProtectionPlan, PlanAction, CoreGroupMember, Conference, ConferenceChild])
def test_what_is_open_in_child_protection_has_a_history(model: type[Model], demonstration: Figures) -> None:
    running = ProtectionPlan.objects.filter(ended_on=None)
    open_rows = {
        FamilyGroup: Q(plans__in=running),
        ProtectionPlan: Q(ended_on=None),
        PlanAction: Q(of_plans__plan__in=running),
        CoreGroupMember: Q(family__plans__in=running, left_on=None),
        Conference: ~Q(state="distributed"),
        ConferenceChild: ~Q(conference__state="distributed"),
    }
    kept = history_model(model)
    assert kept is not None
    without = ~Exists(kept._default_manager.filter(pgh_obj=OuterRef("pk")))
    assert not model._default_manager.filter(open_rows[model]).filter(without).exists()


def test_actions_stand_at_every_rating(demonstration: Figures) -> None:
    actions = Action.objects.all()
    assert {action.rating for action in with_rating(actions, date(2026, 11, 18))} >= {"blue", "green", "amber", "red"}
    assert {action.state for action in actions} >= {"planned", "in_progress", "reported_done", "done", "embedded"}
    assert actions.filter(plan__source="inspection").count() == 22


def test_children_are_synthetic_and_some_are_not_born_yet(demonstration: Figures) -> None:
    assert Child.objects.filter(birth_date=None, expected_delivery_date__gt=NOON.date()).exists()
    assert not Child.objects.exclude(nhs_number="").exists()
    assert not Child.objects.exclude(postcode="").exclude(postcode__startswith="ZZ").exists()


def test_a_portal_with_data_is_not_seeded_again(demonstration: Figures, tmp_path: Path) -> None:
    before = Contact.objects.count()
    call_command("seed_demo", if_empty=True)
    with pytest.raises(CommandError, match="There is data in this database already"):
        call_command("seed_demo")
    assert Contact.objects.count() == before

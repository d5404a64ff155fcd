"""The list of actions, a plan and the figures as at a day that is over: as it was, whatever happened since."""

import json
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import Agency, Person
from board.models import Action, Plan
from board.selectors.actions import ActionFilter, count_actions, exported_actions, list_actions
from board.selectors.counting import figures_of_actions
from board.selectors.exceptions import ExceptionFilter, exceptions_on
from board.selectors.ratings import rated_on, spells_of
from board.services.actions import overrule_rating, reschedule, withdraw
from board.services.owners import reassign
from board.services.progress import write_update
from foundation import clock
from foundation.cuts import CUTS
from foundation.exports import read_sheet
from foundation.figures import DisclosureClass
from tests.board.build import make_action, make_plan, make_theme
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

OPENED, ASKED = date(2026, 3, 10), date(2026, 8, 20)
ON = "as_at-day=20&as_at-month=8&as_at-year=2026"


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


@pytest.fixture
def business() -> Person:
    with clock.frozen(at(OPENED)):
        return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def health() -> Agency:
    return make_agency("health", name="Northmere Health")


@pytest.fixture
def plan() -> Plan:
    return make_plan(title="Inspection", source="inspection", opened_on=OPENED)


@pytest.fixture
def moved(business: Person, police: Agency, health: Agency, plan: Plan) -> Action:
    """Late and red on 20 August with the police; in September it got a new date, a note and another agency."""
    action = make_action(due_on=date(2026, 7, 1), plan=plan, agency=police, number="1")
    with clock.frozen(at(date(2026, 5, 4))):
        write_update(by=business, reference=action.reference, version=1, text="Begun in May.")
    with clock.frozen(at(date(2026, 9, 14))):
        reschedule(by=business, reference=action.reference, due_on=date(2027, 6, 30), reason="Staff left.")
        reassign(by=business, reference=action.reference, agency_code=health.code, reason="Theirs.", owner_post="Head of Care")
        write_update(by=business, reference=action.reference, version=4, text="Again in September.")
    action.refresh_from_db()
    return action


def asked(person: Person, **given: object) -> list[str]:
    rows = list_actions(person, ActionFilter(**{"state": "open", "as_at": ASKED, **given})).rows  # type: ignore[arg-type]
    return [row["reference"] for row in rows]


def test_the_list_shows_the_state_date_rating_agency_and_note_of_the_day(business: Person, moved: Action) -> None:
    [row] = list_actions(business, ActionFilter(state="open", as_at=ASKED)).rows
    assert (row["stood"], row["due"], row["rating"], row["is_late"]) == ("in_progress", date(2026, 7, 1), "red", True)
    assert (row["agency_name"], row["note"], row["noted_at"].date()) == ("Northmere Police", "Begun in May.", date(2026, 5, 4))
    [now] = list_actions(business, ActionFilter(state="open")).rows
    assert (now["due"], now["rating"], now["agency_name"]) == (date(2027, 6, 30), "green", "Northmere Health")
    assert now["note"] == "Again in September."


def test_its_filters_ask_of_the_day(business: Person, moved: Action, police: Agency, health: Agency, plan: Plan) -> None:
    withdrawn = make_action(due_on=date(2026, 12, 1), plan=plan, agency=health, number="2")
    with clock.frozen(at(date(2026, 8, 21))):
        withdraw(by=business, reference=withdrawn.reference, reason="Overtaken.")
    theme = make_theme()
    moved.tags.create(theme=theme)
    for given, expected in (
        ({}, [moved, withdrawn]),
        ({"rating": "red"}, [moved]),
        ({"late": True}, [moved]),
        ({"agency": police.code}, [moved]),
        ({"agency": health.code}, [withdrawn]),
        ({"state": "planned"}, [withdrawn]),
        ({"state": "withdrawn"}, []),
        ({"plan": plan.reference}, [moved, withdrawn]),
        ({"theme": theme.code}, [moved]),
        ({"words": "nowhere"}, []),
    ):
        assert asked(business, **given) == [one.reference for one in expected], given
    assert asked(business, as_at=date(2026, 8, 21)) == [moved.reference]


def test_what_was_not_there_yet_is_absent(business: Person, moved: Action, plan: Plan) -> None:
    later = make_action(due_on=date(2026, 12, 1), plan=plan, number="3", added_on=ASKED + timedelta(days=1))
    assert asked(business) == [moved.reference]
    assert later.reference in asked(business, as_at=ASKED + timedelta(days=1))
    assert asked(business, as_at=OPENED - timedelta(days=1)) == []


def test_an_agency_sees_of_a_past_day_what_it_sees_today(moved: Action, police: Agency, health: Agency) -> None:
    former, present = make_person("agency_lead", police), make_person("agency_lead", health)
    assert asked(former) == []
    assert asked(present) == [moved.reference]


def test_list_numbers_strip_report_and_figures_say_the_same_of_each_day(business: Person, police: Agency, plan: Plan) -> None:
    actions = [make_action(due_on=date(2026, month, 28), plan=plan, agency=police, number=f"{month}") for month in range(4, 13)]
    for place, action in enumerate(actions):
        with clock.frozen(at(date(2026, 4, 20) + timedelta(days=20 * place))):
            match place % 4:
                case 0:
                    withdraw(by=business, reference=action.reference, reason="No.")
                case 1:
                    write_update(by=business, reference=action.reference, version=1, text="On it", recovery_plan="More staff")
                case 2:
                    reschedule(by=business, reference=action.reference, due_on=date(2026, 12, 20), reason="Later")
                case _:
                    overrule_rating(by=business, reference=action.reference, rating="red", reason="Nobody is in post.")
        action.refresh_from_db()
    spells = spells_of(actions)
    for day in (
        date(2026, 4, 20),
        date(2026, 5, 31),
        date(2026, 6, 29),
        date(2026, 8, 20),
        date(2026, 9, 30),
        date(2026, 11, 17),
    ):
        listed = {row["reference"]: row["rating"] for row in exported_actions(business, ActionFilter(state="all", as_at=day))}
        assert listed == {one.reference: rated_on(one, spells[one.pk], day) for one in actions}, day
        counts, figures = count_actions(business, day), {value.code: value for value in figures_of_actions(day)}
        status = figures["actions.all"].by["status"]
        assert {"Red": counts.red, "Amber": counts.amber, "Green": counts.green, "Blue": counts.blue} == status, day
        assert figures["actions.late"].value == counts.late, day
        assert figures["actions.all"].as_at == day
        reported = {row.action.reference: row.rating for row in exceptions_on(business, day, ExceptionFilter())}
        assert reported.items() <= listed.items(), day


def test_the_page_names_the_day_keeps_it_and_asks_nobody(client: Client, business: Person, moved: Action) -> None:
    pages = sign_in(client, business)
    answer = pages.get(f"/actions/?{ON}")
    page = answer.content.decode()
    assert "Actions as at 20 August 2026" in page
    assert "As at: 20 August 2026" in [chip["text"] for chip in answer.context["chips"]]
    assert "Begun in May." in page
    assert "Ask the ticked owners" not in page
    assert answer.context["query"] == ON
    assert all(ON in number["href"] for number in answer.context["numbers"])
    assert ON in answer.context["finished_url"]
    assert pages.get(f"/actions/{moved.reference}/").context["list_url"] == f"/actions/?{ON}"
    sheet = read_sheet(pages.get(f"/actions/export/?{ON}").content)
    assert sheet.rows[0][6:12] == ("Northmere Police", "Head of Care", date(2026, 7, 1), date(2026, 7, 1), "In progress", "Red")
    assert "as-at-20-august-2026" in pages.get(f"/actions/export/?{ON}").headers["Content-Disposition"]


def test_a_second_page_of_a_past_day_goes_on_after_the_first(client: Client, business: Person, plan: Plan) -> None:
    for number in range(60):
        make_action(due_on=date(2026, 9, 1) + timedelta(days=number), plan=plan, number=str(number))
    pages = sign_in(client, business)
    first = pages.get(f"/actions/?{ON}")
    assert ON in first.context["next_url"]
    second = pages.get(f"/actions/{first.context['next_url']}")
    assert len({row["reference"] for row in (*first.context["rows"], *second.context["rows"])}) == 60


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("as_at-day=1&as_at-month=1&as_at-year=2036", "Day must be today or in the past"),
        ("as_at-day=31&as_at-month=2&as_at-year=2026", "Day must be a real date"),
        ("as_at-day=x&as_at-month=y&as_at-year=z", "Day must be a real date"),
        ("as_at-day=20&as_at-month=&as_at-year=2026", "Day must include a month"),
    ],
)
def test_a_day_to_come_and_nonsense_are_refused_beside_the_field(
    client: Client, business: Person, moved: Action, day: str, said: str
) -> None:
    pages = sign_in(client, business)
    for page in ("/actions/", f"/plans/{moved.plan.reference}/", "/actions/figures/"):
        answer = pages.get(f"{page}?{day}").content.decode()
        assert answer.count(said) == 2, page  # in the summary and beside the field
        assert "<title>Error: " in answer, page
    answer = pages.get(f"/actions/export/?{day}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/actions/?{day}")


def test_what_is_known_of_today_alone_is_refused_for_a_past_day(client: Client, business: Person, moved: Action) -> None:
    pages = sign_in(client, business)
    for name in ("left", "again"):
        answer = pages.get(f"/actions/?{name}=on&{ON}")
        assert "This is known of today only" in str(answer.context["filter_form"].errors[name])
    today = clock.today()
    answer = pages.get(f"/actions/?left=on&as_at-day={today.day}&as_at-month={today.month}&as_at-year={today.year}")
    assert not answer.context["filter_form"].errors


def test_a_plan_is_shown_as_at_a_day(client: Client, business: Person, moved: Action, plan: Plan) -> None:
    make_action(due_on=date(2026, 12, 1), plan=plan, number="3", added_on=ASKED + timedelta(days=1))
    pages = sign_in(client, business)
    answer = pages.get(f"/plans/{plan.reference}/?{ON}")
    page = answer.content.decode()
    assert [row["reference"] for row in answer.context["rows"]] == [moved.reference]
    assert "As at 20 August 2026" in page
    assert "Northmere Police" in page
    assert "Add an action" not in page
    assert len(pages.get(f"/plans/{plan.reference}/").context["rows"]) == 2
    before = pages.get(f"/plans/{plan.reference}/?as_at-day=1&as_at-month=1&as_at-year=2026").content.decode()
    assert "No actions in this plan on that day" in before


def test_the_figures_of_actions_are_told_as_at_any_day(client: Client, business: Person, moved: Action) -> None:
    pages = sign_in(client, business)
    page = pages.get(f"/actions/figures/?{ON}").content.decode()
    for words in ("Actions in figures as at 20 August 2026", "Actions that were late: 1", "Days late: 50.0", "Inspection",
                  "Northmere Police", "Actions done on time: 0.0%", "0.0% (0 of 1)"):  # fmt: skip
        assert words in page, words
    assert "Actions that were late: 0" in pages.get("/actions/figures/").content.decode()
    empty = pages.get("/actions/figures/?as_at-day=1&as_at-month=1&as_at-year=2026").content.decode()
    assert "No actions on that day" in empty
    assert sign_in(Client(), make_person("agency_lead")).get("/actions/figures/").status_code == 403


def printed(*args: str) -> str:
    out = StringIO()
    call_command("figures", *args, stdout=out)
    return out.getvalue()


def test_the_command_tells_the_figures_of_actions_as_at_any_day(moved: Action) -> None:
    told = {one["code"]: one for one in json.loads(printed("2026-27", "--as-at", "2026-08-20", "--format", "json"))["figures"]}
    assert told["actions.late"]["value"] == 1
    assert told["actions.all"]["as_at"] == "2026-08-20"
    assert "Actions that were late" in printed("2026-27", "--as-at", "2026-08-20")
    for args, said in (
        (("2026-27", "--as-at", "soon"), "soon is no day"),
        (("2026-27", "--as-at", "2026-03-31"), "2026-03-31 is no day of 2026-27"),
        (("2026-27", "--as-at", "2027-01-01"), "no day of 2026-27 that has come"),
        (("2026-27-q2", "--as-at", "2026-08-20"), "no day of a whole financial year"),
        (("2026-27", "--as-at", "2026-08-20", "--by", "agency"), "leave out the part"),
        (("2025-26", "--as-at", "2026-03-01"), "Nothing is known as at 2026-03-01"),
    ):
        with pytest.raises(CommandError, match=said):
            printed(*args)


def test_no_source_that_tells_any_day_counts_people() -> None:
    """From one day to the next a number that is rounded or hidden would give away what happened between them."""
    told = {spec.disclosure for _name, group in CUTS.items() if group.of_work for spec in group.specs}
    assert told <= {DisclosureClass.EVENTS, DisclosureClass.MONEY, DisclosureClass.PUBLISHED}

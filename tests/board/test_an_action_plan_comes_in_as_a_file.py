"""A plan kept in Excel or CSV is given, its columns named, tried out row by row, and taken in when somebody says so."""

import io
from collections import Counter
from datetime import date, timedelta

import pytest
import xlsxwriter
from django.core import mail
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import Agency, Person
from board.models import Action, ActionUpdate, ImportedRow, Plan, PlanImport
from board.selectors.actions import ActionFilter, action_for, exported_actions, list_actions
from board.selectors.exceptions import ExceptionFilter, exceptions_on
from board.selectors.importing import judged_rows
from board.services import importing
from board.services.importing import (
    begin_plan_import,
    choose_for_import,
    clear_plan_imports,
    give_up_import,
    name_columns,
    seen_words,
    take_in_plan,
)
from board.services.judging import judge_report
from board.services.plans import close_plan
from board.services.progress import write_update
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import Conflict, NotVisible, Refused
from foundation.exports import read_sheet
from foundation.models import Document, DomainEvent
from foundation.outbox import deliver_now
from tests.board.build import make_plan, make_recommendation
from tests.board.spreadsheets import ROWS, as_csv, inspection_plan, inspection_plan_as_csv, upload
from tests.factories import make_agency, make_holding, make_person, sign_in

pytestmark = pytest.mark.django_db

PUBLISHED = date(2026, 6, 28)
AS_AT = date(2026, 9, 30)
HEAD = ["No", "Action", "Owner", "Agency", "Due", "Progress", "RAG"]


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def plan() -> Plan:
    return make_plan(title="Inspection", source="inspection", source_published_on=PUBLISHED)


@pytest.fixture
def council() -> Agency:
    return make_agency(name="Northmere Council", code="council")


def begun(business: Person, plan: Plan, content: bytes, name: str = "plan.xlsx") -> PlanImport:
    return begin_plan_import(by=business, plan_reference=plan.reference, file=upload(content, name))


def named(found: PlanImport, agency: str = "", **given: object) -> PlanImport:
    from board.plan_files.columns import proposed

    told = {"meanings": proposed(found.labels), "counted_from": PUBLISHED, "as_at": AS_AT, **given}
    return name_columns(by=found.person, reference=found.reference, version=found.version, agency=agency, **told)


def tried(business: Person, plan: Plan, *lines: list[str], head: list[str] = HEAD) -> PlanImport:
    return named(begun(business, plan, as_csv([head, *lines]), "plan.csv"))


def leads_answer(found: PlanImport) -> PlanImport:
    """For everybody whom the portal does not know, the lead of the agency answers."""
    words = {owner.words: "lead" for row in judged_rows(found) for owner in row.owners[:1] if owner.person is None}
    return choose_for_import(by=found.person, reference=found.reference, version=found.version, owners=words, agencies={})


def taken(found: PlanImport) -> PlanImport:
    seen = seen_words(judged_rows(found))
    return take_in_plan(by=found.person, reference=found.reference, version=found.version, seen=seen)


def sentences(found: PlanImport, row: int = 0) -> list[tuple[str, str]]:
    return [(one.column, one.sentence) for one in judged_rows(found)[row].wrong]


def test_an_inspection_plan_of_22_rows_comes_in_as_it_was_published(business: Person, plan: Plan, council: Agency) -> None:
    found = begun(business, plan, inspection_plan())
    assert found.labels == [
        "Section", "Action", "Person responsible", "Ofsted deadline", "Progress Update as at 30 September 2026", "Progress RAG",
    ]  # fmt: skip
    found = named(found, agency=council.code, as_at=None)
    assert found.meanings == ["section", "action", "owner", "deadline", "progress", "rating"]
    assert not any(row.is_good for row in judged_rows(found))
    found = leads_answer(found)
    assert [row.wrong for row in judged_rows(found) if row.wrong] == []
    found = taken(found)
    actions = list(plan.actions.order_by("pk"))
    assert len(actions) == found.taken.count() == 22
    assert [action.text for action in actions] == [row[1] for row in ROWS]
    assert [action.number for action in actions] == [str(number) for number in range(1, 23)]
    assert Counter(ActionUpdate.objects.values_list("stated_rating", flat=True)) == {"green": 14, "amber": 5, "red": 3}
    dated = {action.deadline_class: action.due_on for action in actions if action.deadline_class != "date"}
    assert dated == {"immediate": PUBLISHED, "three_months": date(2026, 9, 28), "six_months": date(2026, 12, 28)}
    assert {action.due_on for action in actions if action.deadline_class == "date"} == {date(2027, 9, 30)}
    first, note = actions[0], actions[0].updates.get()
    assert (first.agency, first.owner, first.owner_post, first.stands_at) == (
        council,
        None,
        "Head of Safeguarding",
        "Safeguarding",
    )
    assert (note.text, note.written_at.astimezone(clock.LONDON).date(), note.written_by) == ("Reviewed in May.", AS_AT, business)
    assert first.added_on == clock.today()
    same = [action for action in actions if action.text == "Record keeping and chronologies"]
    assert [action.owner_post for action in same] == ["Head of Safeguarding", "Named Nurse"]
    both = next(action for action in actions if action.text == "Audit cases each month")
    assert (both.owner_post, [one.words for one in both.co_owners.all()]) == ("Audit Manager", ["Head of Safeguarding"])
    assert actions[11].stands_at == "Looked after children"


def test_ratings_of_the_file_hold_until_the_date_of_the_action_and_the_rule_speaks_of_late_ones(
    business: Person, plan: Plan, council: Agency
) -> None:
    found = leads_answer(named(begun(business, plan, inspection_plan()), agency=council.code))
    late = next(row for row in judged_rows(found) if row.draft.text == "See children alone")
    assert late.remarks == ["Green in the file; red by the rule, as its date has passed."]
    taken(found)
    rows = {row["text"]: row["rating"] for row in list_actions(business, ActionFilter(state="all")).rows}
    assert rows["Find more carers"] == "amber"
    assert rows["Check the list of private fostering"] == "green"
    assert rows["See children alone"] == "red"
    kept = Action.objects.get(text="Find more carers")
    assert kept.overruled_reason == "The plan that was taken in rated it so as at 30 September 2026."
    assert Action.objects.get(text="See children alone").overruled_rating == ""


def test_the_same_plan_saved_as_csv_says_the_same(business: Person, plan: Plan, council: Agency) -> None:
    found = begun(business, plan, inspection_plan_as_csv(), "plan.csv")
    read = judged_rows(leads_answer(named(found, agency=council.code)))
    of_book = judged_rows(leads_answer(named(begun(business, plan, inspection_plan()), agency=council.code)))
    assert len(read) == 22
    assert [row.draft.fingerprint for row in read] == [row.draft.fingerprint for row in of_book]


def test_an_owner_with_an_account_is_found_by_name_or_address_and_hears_of_it_once(business: Person, plan: Plan) -> None:
    police = make_agency("police", name="Northmere Police")
    ann, bob = (
        make_person("agency_lead", police, name="Ann Abel"),
        make_person("practitioner", police, email="bob@police.example"),
    )
    ann_too = make_person("practitioner", make_agency(), name="Ann Abel")
    found = tried(
        business, plan,
        ["1", "Train officers", "Ann Abel", "Northmere Police", "31/3/2027", "", ""],
        ["2", "Write a list", "BOB@police.example / Ann Abel", "northmere police", "31 March 2027", "", ""],
        ["3", "Look again", "Ann Abel", "", "31 March 2027", "", ""],
    )  # fmt: skip
    assert [row.is_good for row in judged_rows(found)] == [True, True, False]
    mail.outbox.clear()
    taken(found)
    first, second = plan.actions.order_by("number")
    assert (first.owner, first.owner_post, first.agency) == (ann, "", police)
    assert (second.owner, second.co_owners.get().person) == (bob, ann)
    deliver_now()
    assert Counter(one.to[0] for one in mail.outbox) == {ann.email: 1, bob.email: 1}
    assert ann_too.email not in {one.to[0] for one in mail.outbox}


def test_an_owner_named_without_an_agency_is_found_by_name_in_the_agency_of_the_mapping_and_nowhere_else(
    business: Person, plan: Plan
) -> None:
    police, health = make_agency("police", name="Northmere Police"), make_agency("health", name="Hospital")
    ann = make_person("practitioner", police, name="Ann Abel", email="ann@police.example")
    lines = [["1", "One", "Ann Abel", "", "31/3/2027", "", ""], ["2", "Two", "ANN@police.example", "", "31/3/2027", "", ""]]
    by_name, by_address = judged_rows(tried(business, plan, *lines))
    assert (by_name.is_good, by_name.owners[0].person, by_address.is_good) == (False, None, True)
    assert (by_address.owners[0].person, by_address.agency) == (ann, police)
    elsewhere, _address = judged_rows(named(begun(business, plan, as_csv([HEAD, *lines]), "plan.csv"), agency=health.code))
    assert elsewhere.owners[0].person is None
    assert "“Ann Abel” is not on the portal, or not in that agency." in elsewhere.wrong[0].sentence
    here, _address = judged_rows(named(begun(business, plan, as_csv([HEAD, *lines]), "plan.csv"), agency=police.code))
    assert (here.is_good, here.owners[0].person) == (True, ann)


def test_a_name_that_several_bear_is_an_error_of_the_row_and_never_a_guess(business: Person, plan: Plan) -> None:
    police = make_agency("police", name="Northmere Police")
    first, second = (make_person("practitioner", police, name="Ann Abel") for _ in range(2))
    lines = [["1", "One", "Ann Abel", "Northmere Police", "31/3/2027", "", ""], ["2", "Two", "Ann Abel", "", "31/3/2027", "", ""]]
    found = named(begun(business, plan, as_csv([HEAD, *lines]), "plan.csv"), agency=police.code)
    said = "2 people of this name are in that agency. Choose which of them owns it, or let the lead answer."
    assert [sentences(found, row) for row in (0, 1)] == [[("Owner", said)]] * 2
    chosen = {"Ann Abel": f"person:{second.reference}"}
    found = choose_for_import(by=business, reference=found.reference, version=found.version, agencies={}, owners=chosen)
    assert [row.owners[0].person for row in judged_rows(found)] == [second, second]
    assert first not in [row.owners[0].person for row in judged_rows(found)]


def test_who_owns_an_action_together_with_another_sees_it_writes_on_it_and_does_not_judge_it(
    client: Client, business: Person, plan: Plan
) -> None:
    police, health = make_agency("police", name="Northmere Police"), make_agency("health", name="Hospital")
    make_person("practitioner", police, name="Ann Abel")
    bob = make_person("practitioner", health, name="Bob Bell")
    line = ["1", "Train together", "Ann Abel / Bob Bell", "Northmere Police / Hospital", "31/3/2026", "", ""]
    early = make_plan()
    taken(tried(business, early, line))
    action = early.actions.get()
    assert action_for(bob, action.reference) == action
    write_update(by=bob, reference=action.reference, version=1, text="Two sessions held.", report_done=True)
    with pytest.raises(NotVisible):
        action_for(make_person("practitioner", health), action.reference)
    [row] = list_actions(bob, ActionFilter(mine=True)).rows
    assert (row["owner_name"], row["others"]) == ("Ann Abel", ["Bob Bell"])
    [row] = exceptions_on(business, clock.today(), ExceptionFilter())
    assert row.others == ("Bob Bell",)
    pages = sign_in(client, business)
    assert "Owned together with" in pages.get(f"/actions/{action.reference}/").content.decode()
    for page in ("/actions/", "/exceptions/", f"/plans/{early.reference}/"):
        assert "Ann Abel / Bob Bell" in pages.get(page).content.decode(), page
    assert exported_actions(business, ActionFilter())[0]["others"] == ["Bob Bell"]
    business.holdings.update(agency=police)
    action.co_owners.update(person=business, agency=police)
    with pytest.raises(Refused, match="You own this action"):
        judge_report(by=Person.objects.get(pk=business.pk), reference=action.reference, accepted=True, note="Done.")


def test_a_namesake_elsewhere_owns_nothing_together_with_others_and_nobody_owns_it_twice(
    client: Client, business: Person, plan: Plan
) -> None:
    police, health = make_agency("police", name="Northmere Police"), make_agency("health", name="Hospital")
    ann = make_person("practitioner", police, name="Ann Abel")
    bob = make_person("practitioner", police, name="Bob Bell", email="bob@police.example")
    jane = make_person("practitioner", health, name="Jane Smith", email="jane@hospital.example")
    both = make_person("practitioner", make_agency(name="A School"), name="Two Places", email="two@school.example")
    make_holding(both, "practitioner", health)
    lines = [
        ["1", "One", "Ann Abel / Jane Smith", "Northmere Police", "31/3/2027", "", ""],
        ["2", "Two", "Ann Abel / Jane Smith / jane@hospital.example", "Northmere Police", "31/3/2027", "", ""],
        ["3", "Three", "Ann Abel / Bob Bell / BOB@police.example / ann abel", "Northmere Police", "31/3/2027", "", ""],
        ["4", "Four", "Ann Abel / Jane Smith", "Northmere Police / Hospital", "31/3/2027", "", ""],
        ["5", "Five", "Ann Abel / two@school.example", "Northmere Police", "31/3/2027", "", ""],
    ]
    found = tried(business, plan, *lines)
    page = sign_in(client, business).get(f"/plan-imports/{found.reference}/").content.decode()
    assert "Ann Abel, Northmere Police, with an account" in page
    assert "Jane Smith, Hospital, with an account" in page
    mail.outbox.clear()
    taken(found)
    owned = [[(one.person, one.words) for one in action.co_owners.all()] for action in plan.actions.order_by("number")]
    assert owned == [
        [(None, "Jane Smith")],
        [(None, "Jane Smith"), (jane, "jane@hospital.example")],
        [(bob, "Bob Bell")],
        [(jane, "Jane Smith")],
        [(both, "two@school.example")],
    ]
    assert {action.owner for action in plan.actions.all()} == {ann}
    with pytest.raises(NotVisible):
        action_for(jane, plan.actions.get(number="1").reference)


def test_a_trial_with_dates_of_no_year_opens_says_so_and_can_be_given_up(client: Client, business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    days = ("31/12/9999", "9999-12-31", "December 9999", "January 0000", "within 99 years", "31/12/2100")
    found = tried(business, plan, *([str(n), "One", "Ann Abel", council.name, day, "", ""] for n, day in enumerate(days, 1)))
    found.rows[0]["cells"][4] = {"day": "9999-12-31"}  # as a workbook gives it
    found.save()
    pages, where = sign_in(client, business), f"/plan-imports/{found.reference}/"
    shown = pages.get(where)
    assert shown.status_code == 200
    assert "Enter a date between 1900 and 2100." in shown.content.decode()
    judged = judged_rows(found)
    assert [row.is_good for row in judged] == [False] * 5 + [True]
    assert [[one.column for one in row.wrong] for row in judged[:5]] == [["Due"]] * 5
    assert pages.post(f"{where}give-up/").status_code == 302


def test_every_problem_stands_beside_its_row_and_column(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    found = tried(
        business, plan,
        ["1", "", "Head", council.name, "soon", "Begun", "purple"],
        ["1", "Two", "Nobody Known", "PCT", "1 May 2026", "", ""],
        ["2", "Three", "", council.name, "", "", ""],
        ["2", "Four", "Head", council.name, "31 March 2027", "", ""],
        ["2", "Five", "Head", council.name, "31 March 2027", "", ""],
    )  # fmt: skip
    found = choose_for_import(by=business, reference=found.reference, version=found.version, owners={"head": "lead"}, agencies={})
    assert [(one.draft.row.number, one.is_good) for one in judged_rows(found)] == [
        (2, False), (3, False), (4, False), (5, True), (6, False),
    ]  # fmt: skip
    assert {column for column, _sentence in sentences(found, 0)} == {"Action", "Due", "RAG"}
    assert [column for column, _sentence in sentences(found, 1)] == ["Agency", "Due"]
    assert "before the report was published on 28 June 2026" in sentences(found, 1)[1][1]
    assert [column for column, _sentence in sentences(found, 2)] == ["Owner", "Due"]
    assert sentences(found, 4) == [("No", "Action 2 is already in this plan, or in a row above.")]


def test_a_deadline_before_its_recommendation_is_refused_and_one_in_time_is_linked(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    made = make_recommendation(number="4", source_title="inspection", made_on=date(2026, 8, 1), agency=council)
    head = ["Recommendation", "Action", "Owner", "Agency", "Deadline"]
    lead = make_person("agency_lead", council, name="Ann Abel")
    found = tried(
        business, plan,
        ["4", "One", "Ann Abel", council.name, "1 July 2026"],
        ["", "Two", "Ann Abel", council.name, "1 September 2026"],
        ["9", "Three", "Ann Abel", council.name, "1 September 2026"],
        head=head,
    )  # fmt: skip
    assert "before its recommendation was made on 1 August 2026" in sentences(found)[0][1]
    taken(found)
    two, three = plan.actions.order_by("pk")
    assert (two.owner, two.answers.get().recommendation, two.stands_at) == (lead, made, "Recommendation 4")
    assert (three.answers.count(), three.stands_at) == (0, "Recommendation 9")


def test_good_rows_go_in_broken_ones_are_downloaded_corrected_and_sent_again(
    client: Client, business: Person, plan: Plan
) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    good, bad = (["", text, "Ann Abel", council.name, due, "Begun.", "G"] for text, due in (("One", "1/3/2027"), ("Two", "soon")))
    found = taken(tried(business, plan, good, bad, good))
    assert (plan.actions.count(), [row["row"] for row in found.left]) == (2, [3])
    pages = sign_in(client, business)
    assert "Rows that were not taken in" in pages.get(f"/plan-imports/{found.reference}/").content.decode()
    back = pages.get(f"/plan-imports/{found.reference}/rows/").content
    sheet = read_sheet(back)
    assert sheet.headings == (*HEAD, "Row in the file", "What to put right")
    assert (sheet.rows[0][1], sheet.rows[0][7]) == ("Two", 3)
    assert str(sheet.rows[0][8]).startswith("Due: Enter a date")
    mended = [[str(cell or "") for cell in row] for row in (sheet.headings, *sheet.rows)]
    mended[1][4] = "1 March 2027"
    whole = [mended[0], [*good, "2", ""], mended[1], [*good, "4", ""], [*good, "5", ""]]
    again = named(begun(business, plan, as_csv(whole), "plan.csv"))
    assert [(row.known_as is not None, row.is_good) for row in judged_rows(again)] == [
        (True, False), (False, True), (True, False), (False, True),
    ]  # fmt: skip
    taken(again)
    assert sorted(plan.actions.values_list("text", flat=True)) == ["One", "One", "One", "Two"]


def test_the_same_file_again_is_recognised_and_takes_in_nothing_twice(client: Client, business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council", code="council")
    taken(leads_answer(named(begun(business, plan, inspection_plan()), agency=council.code)))
    again = named(begun(business, plan, inspection_plan()), agency=council.code)
    page = sign_in(client, business).get(f"/plan-imports/{again.reference}/").content.decode()
    assert "This file was taken into “Inspection” on 18 November 2026" in page
    assert "In the plan already as" in page
    with pytest.raises(Refused, match="No row can be taken in"):
        taken(again)
    assert plan.actions.count() == 22


def test_taking_in_twice_takes_in_once_and_what_changed_meanwhile_is_looked_at_again(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    found = tried(business, plan, ["1", "One", "Ann Abel", council.name, "1/3/2027", "", ""])
    given = {"by": business, "reference": found.reference}
    seen = seen_words(judged_rows(found))
    with pytest.raises(Conflict, match="another window"):
        take_in_plan(**given, version=found.version - 1, seen=seen)
    with pytest.raises(Conflict, match="has changed since you looked"):
        take_in_plan(**given, version=found.version, seen="something else")
    assert not plan.actions.exists()
    take_in_plan(**given, version=found.version, seen=seen)
    take_in_plan(**given, version=found.version, seen=seen)
    assert plan.actions.count() == ImportedRow.objects.count() == 1
    assert DomainEvent.objects.filter(verb="board.plan_imported").count() == 1
    with pytest.raises(Refused, match="taken in or given up already"):
        name_columns(**given, version=found.version, meanings=[])
    with pytest.raises(Refused, match="taken in already"):
        give_up_import(**given)


def test_nothing_is_half_written_when_taking_in_breaks_off(business: Person, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    lines = [[str(number), "One", "Ann Abel", council.name, "1/3/2027", "Begun.", "A"] for number in (1, 2, 3)]
    found = tried(business, plan, *lines)
    seen = seen_words(judged_rows(found))
    real, made = importing._update, []

    def break_off(*given: object) -> ActionUpdate:
        made.append(given)
        if len(made) == 3:
            raise RuntimeError("the database is gone")
        return real(*given)

    monkeypatch.setattr(importing, "_update", break_off)
    with pytest.raises(RuntimeError):
        take_in_plan(by=business, reference=found.reference, version=found.version, seen=seen)
    found.refresh_from_db()
    assert (plan.actions.count(), ActionUpdate.objects.count(), found.state) == (0, 0, "open")


def test_blue_comes_in_as_reported_done_and_whoever_took_it_in_does_not_accept_it(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    taken(tried(business, plan, ["1", "One", "Ann Abel", council.name, "1/3/2027", "All done.", "Complete"]))
    action = plan.actions.get()
    assert (action.state, action.updates.get().kind, action.done_at) == ("reported_done", "reported_done", None)
    with pytest.raises(Refused, match="You reported this action done"):
        judge_report(by=business, reference=action.reference, accepted=True, note="Looked.")


def test_several_dated_updates_come_in_each_with_its_rating(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    head = ["Action", "Owner", "Agency", "Due", "Update as at 30/9/2026", "RAG", "Update as at 30 June 2026", "RAG"]
    taken(tried(business, plan, ["One", "Ann Abel", council.name, "1/3/2027", "Half.", "A", "Begun.", "Red"], head=head))
    told = plan.actions.get().updates.order_by("written_at").values_list("text", "stated_rating", "written_at__date")
    assert list(told) == [("Begun.", "red", date(2026, 6, 30)), ("Half.", "amber", date(2026, 9, 30))]


def test_columns_are_named_so_that_actions_owners_and_deadlines_are_known(business: Person, plan: Plan) -> None:
    found = begun(business, plan, as_csv([HEAD, ["1", "One", "Head", "", "Immediate", "Begun", "G"]]), "plan.csv")
    given = {"by": business, "reference": found.reference, "version": 1}
    whole = ["number", "action", "owner", "agency", "deadline", "progress", "rating"]
    for meanings, sentence in (
        (["", *whole[1:4], "", "", ""], "Select which column holds: Deadline"),
        (["action", *whole[1:]], "Two columns hold: Action"),
        (whole, "as at which day"),
    ):
        with pytest.raises(Refused, match=sentence):
            name_columns(**given, meanings=meanings)
    with pytest.raises(Refused, match="not in the future"):
        name_columns(**given, meanings=whole, as_at=clock.today() + timedelta(days=1))
    named_now = name_columns(**given, meanings=whole, as_at=clock.today())
    assert ("Due", "Say from which day this deadline is counted, with the columns.") in sentences(named_now)
    with pytest.raises(Conflict):
        name_columns(**given, meanings=whole, as_at=clock.today())


def test_words_that_name_nobody_are_kept_beside_whoever_is_chosen(client: Client, business: Person, plan: Plan) -> None:
    council, police = make_agency(name="Northmere Council", code="council"), make_agency("police", name="Northmere Police")
    ann = make_person("practitioner", council, name="Ann Abel")
    found = tried(
        business, plan,
        ["1", "One", "Head of Care", "PCT", "1/3/2027", "", ""],
        ["2", "Two", "Inspector", "", "1/3/2027", "", ""],
    )  # fmt: skip
    pages, where = sign_in(client, business), f"/plan-imports/{found.reference}/names/"
    pages.post(where, {"agency_0": council.code, "version": str(found.version)})
    shown = pages.get(where).content.decode()
    assert "Ann Abel, Northmere Council" in shown
    assert "the lead of Northmere Police answers" in shown
    found.refresh_from_db()
    told = {"agency_0": council.code, "owner_0": f"person:{ann.reference}", "owner_1": f"lead:{police.code}"}
    told |= {"version": str(found.version)}
    assert pages.post(where, {**told, "version": "1"}).status_code == 409
    assert pages.post(where, told).status_code == 302
    found.refresh_from_db()
    taken(found)
    one, two = plan.actions.order_by("number")
    assert (one.owner, one.owner_post, one.agency) == (ann, "Head of Care", council)
    assert (two.owner, two.owner_post, two.agency) == (None, "Inspector", police)


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "plan.csv", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "plan.xlsx", "not damaged"),
        (b"PK\x03\x04 no zip at all", "plan.xlsx", "not damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "plan.xlsx", "without a password"),
        ("Action,Owner,Due\nÜben,Kopf,1 May 2027\n".encode("utf-16-le"), "plan.csv", "not damaged"),
        (as_csv([[f"Action {n}" for n in range(5000)]]), "plan.csv", "60 columns or fewer"),
        (as_csv([HEAD]), "plan.csv", "no rows under its headings"),
        (as_csv([["a", "b"], ["1", "2"]]), "plan.csv", "No row of headings was found"),
        (as_csv([HEAD, *([["1", "One", "Head", "", "", "", ""]] * 1001)]), "plan.csv", "rows and 60 columns or fewer"),
        (b"Action,Owner,Due\n", "plan.pdf", "must be a XLSX or CSV"),
    ],
)
def test_rubbish_is_answered_beside_the_question(
    client: Client, business: Person, plan: Plan, content: bytes, name: str, sentence: str
) -> None:
    answer = sign_in(client, business).post(f"/plans/{plan.reference}/import/", {"file": upload(content, name)})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert sentence in page, page
    assert 'id="file-error"' in page or "file-error" in page
    assert not PlanImport.objects.exists()
    assert not Document.objects.exists()


def test_a_workbook_with_too_many_columns_is_refused(business: Person, plan: Plan) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet().write_row(0, 0, [f"Action {number}" for number in range(5000)])
    book.close()
    with pytest.raises(Refused, match="60 columns or fewer"):
        begun(business, plan, out.getvalue())


def test_nothing_comes_of_a_file_in_which_a_virus_was_found(client: Client, business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    line = ["1", "One", "Ann Abel", council.name, "1/3/2027", "", ""]
    found = tried(business, plan, line)
    given = {"by": business, "reference": found.reference, "version": found.version, "seen": seen_words(judged_rows(found))}
    Document.objects.update(state="infected", scanned_at=clock.now(), finding="Test")
    with pytest.raises(Refused, match="A virus was found"):
        take_in_plan(**given)
    page = sign_in(client, business).get(f"/plan-imports/{found.reference}/").content.decode()
    assert "A virus was found in this document" in page
    assert not plan.actions.exists()


def test_a_closed_plan_takes_in_nothing(business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council")
    make_person("agency_lead", council, name="Ann Abel")
    found = tried(business, plan, ["1", "One", "Ann Abel", council.name, "1/3/2027", "", ""])
    close_plan(by=business, reference=plan.reference)
    with pytest.raises(Refused, match="This plan is closed"):
        taken(found)
    with pytest.raises(Refused, match="This plan is closed"):
        begun(business, plan, inspection_plan())


def test_the_file_is_seen_by_whoever_gave_it_and_let_go_after_a_week(client: Client, business: Person, plan: Plan) -> None:
    found, other = begun(business, plan, inspection_plan()), make_person("business_team")
    with pytest.raises(NotVisible):
        give_up_import(by=other, reference=found.reference)
    document = Document.objects.get()
    Document.objects.update(state="clean", scanned_at=clock.now())
    pages = sign_in(client, business)
    assert b"".join(pages.get(f"/documents/{document.reference}/").streaming_content).startswith(b"PK")  # type: ignore[attr-defined]  # a file
    assert sign_in(Client(), other).get(f"/documents/{document.reference}/").status_code == 404
    assert sign_in(Client(), other).get(f"/plan-imports/{found.reference}/").status_code == 404
    assert clear_plan_imports(by=SystemActor("board.clear_plan_imports")) == 0
    with clock.frozen(clock.now() + timedelta(days=7, minutes=1)):
        assert clear_plan_imports(by=SystemActor("board.clear_plan_imports")) == 1
    found.refresh_from_db()
    assert (found.rows, found.labels != [], Document.objects.count()) == ([], True, 0)
    assert "Nothing was taken in" in pages.get(f"/plan-imports/{found.reference}/").content.decode()


def test_a_file_that_is_given_up_leaves_nothing_behind(client: Client, business: Person, plan: Plan) -> None:
    found = begun(business, plan, inspection_plan())
    pages = sign_in(client, business)
    assert pages.post(f"/plan-imports/{found.reference}/give-up/").headers["Location"] == f"/plans/{plan.reference}/"
    found.refresh_from_db()
    assert (found.state, found.rows, Document.objects.count()) == ("given_up", [], 0)
    assert not plan.actions.exists()


def test_the_pages_lead_from_the_plans_to_the_file_and_back(client: Client, business: Person, plan: Plan) -> None:
    council = make_agency(name="Northmere Council", code="council")
    pages = sign_in(client, business)
    for page in ("/plans/", f"/plans/{plan.reference}/"):
        assert f"/plans/{plan.reference}/import/" in pages.get(page).content.decode()
    where = pages.post(f"/plans/{plan.reference}/import/", {"file": upload(inspection_plan())}).headers["Location"]
    asked = pages.get(where).content.decode()
    assert "“Review thresholds with every partner”" in asked
    assert '<option value="owner" selected>Person responsible</option>' in asked
    found = PlanImport.objects.get()
    columns = {
        f"column_{place}": code for place, code in enumerate(["section", "action", "owner", "deadline", "progress", "rating"])
    }
    wrong = pages.post(where, {**columns, "column_3": "", "version": "1"})
    assert wrong.status_code == 422
    assert "Select which column holds: Deadline." in wrong.content.decode()
    counted = {"counted_from-day": "28", "counted_from-month": "6", "counted_from-year": "2026"}
    pages.post(where, {**columns, **counted, "agency": council.code, "version": "1"})
    shown = pages.get(f"/plan-imports/{found.reference}/").content.decode()
    assert "14 green, 5 amber, 3 red" in shown
    assert "Choose who is meant" in shown
    pages.post(f"/plan-imports/{found.reference}/names/", {"rest": "on", "version": "2"})
    page = pages.get(f"/plan-imports/{found.reference}/")
    assert "Take in 22 actions" in page.content.decode()
    press = {"version": "3", "seen": page.context["seen"]}
    done = pages.post(f"/plan-imports/{found.reference}/take-in/", press, follow=True).content.decode()
    assert "22 actions were taken in." in done
    assert plan.actions.count() == 22


def test_what_rows_would_become_is_asked_of_the_database_in_a_few_questions(
    business: Person, plan: Plan, council: Agency, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    found = named(begun(business, plan, inspection_plan()), agency=council.code)
    found.refresh_from_db()
    with django_assert_max_num_queries(8):
        judged_rows(found)

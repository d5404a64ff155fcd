"""One number, one definition: the page, its spreadsheets and the command tell the same; taking it along is written down."""

import csv
import io
import json
import re
from datetime import date, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from accounts.models import AccessLogEntry, Agency
from accounts.rate_limits import EXPORTING
from foundation import clock
from foundation.exports import read_sheet
from reporting.rules.dashboard import PAGES
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
PERIOD = "2026-27-q2"


@pytest.fixture
def hub() -> mash.Mash:
    """In July to September, 27 contacts from the police and 9 from schools; a year earlier 12."""
    made = mash.make()
    for source, number, year in (("6", 27, 2026), ("2A", 9, 2026), ("6", 12, 2025)):
        for place in range(number):
            received = datetime(year, 7 + place % 3, 6, 12, 0, tzinfo=clock.LONDON)
            build.send(received_at=received, teams=(made.team,), referral_source=source)
    return made


@pytest.fixture
def executive(client: Client, hub: mash.Mash) -> Client:
    return factories.sign_in(client, factories.make_person("executive"))


def on_the_page(client: Client, address: str, label: str) -> list[str]:
    found = list[list[str]]()
    for row in re.findall(r"<tr.*?</tr>", client.get(address).content.decode(), re.DOTALL):
        cells = [
            re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        ]
        if cells and cells[0].startswith(label):
            found.append(cells)
    return found[-1]


def in_the_csv(client: Client, address: str) -> dict[str, dict[str, str]]:
    text = client.get(address).content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    return {next(iter(line.values())): line for line in lines}


def by_command(*args: str) -> dict[str, Any]:
    out = io.StringIO()
    call_command("figures", *args, "--format", "json", stdout=out)
    return {figure["code"]: figure for figure in json.loads(out.getvalue())["figures"]}


def test_the_overview_is_the_same_in_all_three(executive: Client) -> None:
    asked = f"?period={PERIOD}"
    page = on_the_page(executive, f"/figures/contacts/{asked}", "Contacts received")
    line = in_the_csv(executive, f"/figures/contacts/all.csv{asked}")["Contacts received"]
    book = read_sheet(executive.get(f"/figures/contacts/all.xlsx{asked}").content)
    row = next(row for row in book.rows if row[0] == "Contacts received")
    command = by_command(PERIOD)["contacts.received"]
    assert (
        page[1:3] == [line["Now"], line["Year before"]] == [row[1], row[2]] == [command["now"], command["before"]] == ["35", "10"]
    )


def test_a_part_is_the_same_in_all_three(executive: Client) -> None:
    asked = f"?period={PERIOD}"
    page = on_the_page(executive, f"/figures/contacts/contacts.received/{asked}", "Police")
    line = in_the_csv(executive, f"/figures/contacts/contacts.received/by-source.csv{asked}")["Police"]
    command = by_command(PERIOD, "--by", "source")["contacts.received"]
    assert page[1] == line["Q2 2026-27"] == command["by"]["Police"] == "25"


def test_a_cut_is_the_same_on_page_and_by_command(executive: Client) -> None:
    page = on_the_page(executive, f"/figures/contacts/?period={PERIOD}&age=5+to+9", "Contacts received")
    assert page[1] == by_command(PERIOD, "--age", "5 to 9")["contacts.received"]["now"] == "35"


def test_a_year_by_command_is_the_report_and_the_whole_page(executive: Client) -> None:
    out = io.StringIO()
    call_command("figures", "2025-26", stdout=out)
    printed = next(line for line in out.getvalue().splitlines() if line.startswith("submissions.received "))
    page = on_the_page(executive, "/figures/forms/?period=2025-26", "Forms received")
    assert printed.split()[1] == page[1] == "12"


@pytest.mark.parametrize("args", [["2026-m11"], ["2031-32-q1"], ["2026-27-q2", "--ward", "Atlantis"], ["soon"]])
def test_what_there_is_not_ends_with_a_sentence(hub: mash.Mash, args: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("figures", *args)


def test_a_number_that_is_hidden_on_the_page_is_hidden_in_the_file(executive: Client) -> None:
    lines = in_the_csv(executive, "/figures/contacts/contacts.received/by-source.csv?period=2026-m07")
    assert list(lines) == ["Police"]  # nine by rounding; three from schools are not listed
    assert lines["Police"]["July 2026"] == "10"


def test_a_workbook_holds_every_table_of_a_figure(executive: Client) -> None:
    answer = executive.get(f"/figures/contacts/contacts.received/all.xlsx?period={PERIOD}")
    sheet = read_sheet(answer.content)
    assert sheet.headings[0] == "Month"
    assert [row[1] for row in sheet.rows] == [10, 10, 10]
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_name_that_looks_like_a_formula_stays_text(client: Client, hub: mash.Mash) -> None:
    Agency.objects.filter(pk=hub.police.pk).update(name="=1+1")
    for _ in range(3):
        author = factories.make_person("practitioner", Agency.objects.get(pk=hub.police.pk))
        build.send(author=author, received_at=datetime(2026, 7, 6, 12, 0, tzinfo=clock.LONDON), teams=(hub.team,))
    officer = factories.sign_in(client, hub.officer)
    text = officer.get("/figures/contacts/contacts.received/by-agency.csv").content.decode("utf-8-sig")
    assert "'=1+1," in text


def test_that_somebody_took_a_table_along_is_written_down(executive: Client) -> None:
    executive.get("/figures/contacts/contacts.received/by-source.csv")
    executive.get("/figures/forms/all.xlsx")
    found = AccessLogEntry.objects.filter(action="export").order_by("id").values_list("route", "record_kind", "record_reference")
    assert list(found) == [
        ("reporting:dashboard_part_file", "figures", "contacts.received"),
        ("reporting:dashboard_file", "figures", "forms"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "contacts/all.pdf",
        "secrets/all.csv",
        "contacts/contacts.received/all.csv",
        "contacts/contacts.received/by-weather.csv",
        "contacts/actions.all/by-month.csv",
    ],
)
def test_files_that_there_are_not(executive: Client, address: str) -> None:
    assert executive.get(f"/figures/{address}").status_code == 404
    assert not AccessLogEntry.objects.filter(action="export").exists()


def test_who_may_not_look_may_not_take_along(client: Client) -> None:
    factories.sign_in(client, factories.make_person("practitioner"))
    assert client.get("/figures/contacts/all.csv").status_code == 403


def test_every_figure_of_every_page_can_be_taken_along(client: Client, hub: mash.Mash) -> None:
    """Each in a file that opens; nobody takes along more than one person may in ten minutes, so several do."""
    asked = [(page, code, by) for page in PAGES for code, spec in page.specs.items() for by in spec.breakdowns[:1]]
    assert len(asked) > EXPORTING.times
    for number, (page, code, by) in enumerate(asked):
        if number % EXPORTING.times == 0:
            factories.sign_in(client, factories.make_person("executive"))
        answer = client.get(f"/figures/{page.slug}/{code}/by-{by}.csv")
        assert answer.status_code == 200, (code, by)
        assert answer["Content-Type"].startswith("text/csv"), (code, by)


def test_the_day_is_the_one_that_these_tests_count_on() -> None:
    assert clock.today() == date(2026, 11, 18)


def test_the_command_gives_csv_too(executive: Client) -> None:
    out = io.StringIO()
    call_command("figures", PERIOD, "--by", "source", "--format", "csv", stdout=out)
    lines = list(csv.DictReader(io.StringIO(out.getvalue())))
    command = by_command(PERIOD, "--by", "source")["contacts.received"]
    mine = [line for line in lines if line["Code"] == "contacts.received"]
    assert mine[0]["Value"] == command["now"] == "35"
    assert {line["Part"]: line["Value"] for line in mine[1:]} == command["by"]


def test_a_whole_year_in_csv_says_what_json_says(demo_year: None) -> None:
    told, written = io.StringIO(), io.StringIO()
    call_command("figures", "2025-26", "--format", "json", stdout=told)
    call_command("figures", "2025-26", "--format", "csv", stdout=written)
    lines = {line["Code"]: line for line in csv.DictReader(io.StringIO(written.getvalue())) if not line["By"]}
    figures = json.loads(told.getvalue())["figures"]
    assert {code: line["Value"] for code, line in lines.items()} == {one["code"]: one["text"] for one in figures}
    assert all(line["Source"] for line in lines.values())

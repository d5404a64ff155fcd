"""The dashboard: who opens it, what it shows whom, and that a number leads to children only for those who see them."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from accounts.models import AccessLogEntry
from children.models import Child
from foundation import clock
from foundation.cuts import CUTS, Span
from foundation.figures import FigureValue
from foundation.spans import chosen, end_of_last_month, offered
from referrals.models import Contact, Submission, SubmittedChild, WardPostcode
from reporting.models import Population
from reporting.rules.cutting import shown
from reporting.rules.dashboard import PAGES
from reporting.selectors.catalogue import known_figures
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db
PAGE = "/figures/"
TODAY = date(2026, 11, 18)


def at(month: int, day: int = 5, year: int = 2026) -> datetime:
    return datetime(year, month, day, 12, 0, tzinfo=clock.LONDON)


@pytest.fixture
def hub() -> mash.Mash:
    """Seven contacts this year, three of them urgent; two in the same days last year."""
    made = mash.make()
    WardPostcode.objects.create(postcode="ZZ11AA", ward="Harbour")
    for place in range(7):
        build.send(received_at=at(4 + place), teams=(made.team,), referral_source="6" if place < 3 else "2A")
    for _ in range(2):
        build.send(received_at=at(5, year=2025), teams=(made.team,))
    return made


@pytest.fixture
def executive(client: Client, hub: mash.Mash) -> Client:
    return factories.sign_in(client, factories.make_person("executive"))


@pytest.fixture
def officer(client: Client, hub: mash.Mash) -> Client:
    return factories.sign_in(client, hub.officer)


def test_each_number_of_the_dashboard_leads_to_its_definition(executive: Client) -> None:
    page = executive.get(f"{PAGE}contacts/").content.decode()
    headings = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', page.partition(">Pictures</h2>")[0])
    assert headings
    specs = {escape(spec.title): spec for spec in known_figures().values()}
    for heading in headings[:2]:
        href, title = re.findall(r'<a class="govuk-link" href="([^"]+)">([^<]+)</a>', heading)[0]
        assert escape(specs[title].meaning) in executive.get(unescape(href)).content.decode()
    assert all('<a class="govuk-link" href="' in heading for heading in headings)


def white_child(place: int) -> None:
    """One more contact this year, of a child who is White."""
    submission = build.send(received_at=at(6), children=0)
    who = {"family_name": "Sample", "birth_date": date(2018, place, 1), "ethnicity": "WBRI"}
    Contact.objects.create(
        submission=submission,
        submitted_child=SubmittedChild.objects.create(submission=submission, position=1, given_name="Sam", **who),
        child=Child.objects.create(created_at=at(6), created_by="P-1", **who),
        position=1,
        received_at=at(6),
        decision_due_at=at(7),
    )


def text(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def table_text(answer: Any) -> str:
    """Everything that its tables say."""
    return " ".join(re.findall(r"<tbody.*?</tbody>", answer.content.decode(), re.DOTALL))


def row_of(answer: Any, label: str) -> list[str]:
    """The cells of the last row with this label: that of the table beside the picture, where there is one."""
    rows = list[list[str]]()
    for row in re.findall(r"<tr.*?</tr>", answer.content.decode(), re.DOTALL):
        found = re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)
        cells = [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip() for cell in found]
        if cells and cells[0].startswith(label):
            rows.append(cells[1:])
    return rows[-1]


@pytest.mark.parametrize("role", ["business_team", "executive", "scrutineer", "mash_manager", "team_manager", "agency_lead"])
def test_these_roles_have_figures_in_their_navigation(client: Client, role: str, hub: mash.Mash) -> None:
    factories.sign_in(client, factories.make_person(role))
    answer = client.get(f"{PAGE}contacts/")
    assert answer.status_code == 200
    assert 'href="/figures/"' in answer.content.decode()


def test_a_practitioner_has_none(client: Client) -> None:
    factories.sign_in(client, factories.make_person("practitioner"))
    assert client.get(f"{PAGE}contacts/").status_code == 403


def test_who_sees_the_cases_sees_every_number(officer: Client) -> None:
    answer = officer.get(f"{PAGE}contacts/contacts.received/")
    assert row_of(answer, "Police")[0].startswith("3")
    assert row_of(answer, "School")[0].startswith("4")


def test_who_does_not_see_them_sees_rounded_numbers_and_no_small_ones(executive: Client) -> None:
    answer = executive.get(f"{PAGE}contacts/contacts.received/")
    assert "Police" not in table_text(answer)
    assert "School" not in table_text(answer)
    assert row_of(executive.get(f"{PAGE}contacts/"), "Contacts received")[:2] == ["5", "c"]
    assert "rounded to the nearest 5" in text(answer)


def test_a_whole_year_is_shown_as_the_report_prints_it(executive: Client) -> None:
    answer = executive.get(f"{PAGE}contacts/?period=2025-26")
    assert row_of(answer, "Contacts received")[0] == "c"
    assert "rounded to the nearest 5" not in text(answer)


def test_forms_tell_no_more_than_the_children_in_them(executive: Client) -> None:
    assert row_of(executive.get(f"{PAGE}forms/"), "Forms received")[:2] == ["5", "c"]
    assert row_of(executive.get(f"{PAGE}forms/?age=5+to+9"), "Forms received")[0] == "5"
    assert row_of(executive.get(f"{PAGE}forms/?period=2026-m05"), "Forms received")[0] == "c"
    agency = Submission.objects.earliest("pk").agency
    assert agency is not None
    of_one = executive.get(f"{PAGE}forms/?{urlencode({'agency': agency.name})}")
    assert row_of(of_one, "Forms received")[:2] == ["c", "c"]
    assert row_of(of_one, "Consent of the family")[0] == "c"


def test_a_whole_year_of_forms_is_told_as_the_report_prints_it(executive: Client) -> None:
    assert row_of(executive.get(f"{PAGE}forms/?period=2025-26"), "Forms received")[0] == "2"


def test_none_looks_like_under_six_to_those_without_sight(executive: Client) -> None:
    """The seven are of one age: another age tells as little of nobody as this month tells of one."""
    nobody, one = (
        executive.get(f"{PAGE}contacts/contacts.received/?{query}") for query in ("age=Under+1", "age=5+to+9&period=2026-m05")
    )
    for answer in (nobody, one):
        assert "Nothing can be shown for these days and this part" in text(answer)
        assert re.search(r"govuk-!-font-weight-bold\">c\.", answer.content.decode())
        assert "<tbody" not in answer.content.decode()


def test_disagreements_stay_work_of_the_partnership_until_they_are_cut_by_children() -> None:
    spec = CUTS.get("referrals.disagreements").specs[0]
    value = FigureValue(spec.code, "2026-27", 2)
    found = shown(spec, value, frozenset({"agency"}), sighted=False, whole_year=False)
    assert found is not None
    assert found.text == "2"
    hidden = shown(spec, value, frozenset({"ward"}), sighted=False, whole_year=False)
    assert hidden is not None
    assert hidden.text == "c"


@pytest.mark.parametrize("source", ["referrals.forms", "referrals.checks", "referrals.quality"])
def test_sources_with_a_row_for_each_form_or_child_say_so(source: str) -> None:
    assert CUTS.get(source).of_children


def test_the_score_of_a_few_referrals_is_not_told() -> None:
    spec = next(one for one in CUTS.get("referrals.quality").specs if one.code == "quality.score")

    def told(points: int, referrals: int) -> str:
        value = FigureValue(spec.code, "now", Decimal(points) / referrals, points, 100 * referrals)
        found = shown(spec, value, frozenset({"agency"}), sighted=False, whole_year=False, of_children=True)
        assert found is not None
        return found.text

    assert told(80, 1) == told(400, 5) == "c"
    assert told(480, 6) == "u"
    assert told(1655, 20) == "83.0%"


def test_a_cut_lists_only_parts_of_six_and_more() -> None:
    spec = next(one for one in CUTS.get("referrals.contacts").specs if one.code == "contacts.received")
    parts = {"Harbour": 12, "Hill": 5, "Mill": 0}
    value = FigureValue(spec.code, "now", 17, by={"ward": parts, "month": {"April 2026": 12, "May 2026": 5, "June 2026": 0}})
    found = shown(spec, value, frozenset({"age"}), sighted=False, whole_year=False)
    assert found is not None
    assert [[(part.label, part.text) for part in one.parts] for one in found.by] == [
        [("Harbour", "10")],
        [("April 2026", "10"), ("May 2026", "c"), ("June 2026", "c")],
    ]


def test_the_rate_is_worked_out_from_what_is_shown(executive: Client) -> None:
    Population.objects.create(
        year=2025, area="Northmere", age_band="0-17", value=10_000, source="ONS", received_at=clock.now(), received_by="test"
    )
    assert row_of(executive.get(f"{PAGE}contacts/"), "Contacts received")[-1] == "5.0"


def test_filters_stand_in_the_address_and_nonsense_is_left_out(officer: Client) -> None:
    assert row_of(officer.get(f"{PAGE}contacts/?period=2026-m05"), "Contacts received")[:2] == ["1", "2"]
    assert row_of(officer.get(f"{PAGE}contacts/?ward=Atlantis&period=tomorrow"), "Contacts received")[0] == "7"
    assert "Nothing was counted for these days and this part" in text(officer.get(f"{PAGE}contacts/?ward=Harbour"))


def test_a_number_leads_to_the_contacts_for_those_who_see_them(officer: Client) -> None:
    answer = officer.get(f"{PAGE}contacts/contacts.received/").content.decode()
    link = re.search(r'href="(/mash/behind-a-figure/\?[^"]*source=Police)"', answer)
    assert link
    found = officer.get(link[1].replace("&amp;", "&"))
    assert text(found).count("Robin1 Example") == 3
    entry = AccessLogEntry.objects.filter(route="referrals:contacts_behind").get()
    assert entry.action == "search"


def test_a_number_leads_nobody_else_anywhere(executive: Client) -> None:
    answer = executive.get(f"{PAGE}contacts/contacts.received/").content.decode()
    assert "behind-a-figure" not in answer
    assert executive.get(reverse("referrals:contacts_behind")).status_code == 403


def test_the_list_holds_only_what_the_person_may_see(client: Client, hub: mash.Mash) -> None:
    elsewhere = mash.make()
    factories.sign_in(client, elsewhere.officer)
    assert "There is no contact here that you may see" in text(client.get(reverse("referrals:contacts_behind")))


def test_a_share_has_no_list(officer: Client) -> None:
    assert officer.get(f"{reverse('referrals:contacts_behind')}?figure=feedback.given").status_code == 404


def test_no_page_of_the_dashboard_names_a_child(executive: Client) -> None:
    for slug in ("contacts", "forms", "checks", "casework", "early-help", "disagreements"):
        answer = executive.get(f"{PAGE}{slug}/")
        assert answer.status_code == 200
        assert "Robin" not in text(answer)
        assert "Example" not in text(answer)


def test_unknown_pages_and_figures_are_not_there(executive: Client) -> None:
    assert executive.get(f"{PAGE}secrets/").status_code == 404
    assert executive.get(f"{PAGE}contacts/actions.all/").status_code == 404
    assert executive.get(PAGE).headers["Location"] == f"{PAGE}contacts/"


def test_a_page_counts_once_and_remembers_for_minutes(executive: Client) -> None:
    executive.get(f"{PAGE}checks/")
    with CaptureQueriesContext(connection) as cold:
        executive.get(f"{PAGE}contacts/")
    with CaptureQueriesContext(connection) as warm:
        executive.get(f"{PAGE}contacts/")
    counting = [query for query in cold.captured_queries if "GROUPING SETS" in query["sql"]]
    assert len(counting) == 10  # five sources: these days, and the same days a year earlier
    assert not [query for query in warm.captured_queries if "GROUPING SETS" in query["sql"]]
    assert len(warm) <= 12


def test_days_that_are_not_over_end_today_and_are_held_beside_as_many_a_year_earlier() -> None:
    so_far = chosen("", TODAY)
    assert (so_far.span.label, so_far.span.end, so_far.whole_year) == ("2026-27 so far", TODAY, False)
    assert (so_far.before.start, so_far.before.end) == (date(2025, 4, 1), date(2025, 11, 18))
    leap = chosen("2024-m02", TODAY)
    assert (leap.span.end, leap.before.end) == (date(2024, 2, 29), date(2023, 2, 28))
    assert chosen("2025-26", TODAY).whole_year
    assert chosen("2026-27-q3", TODAY).span.end == TODAY


@pytest.mark.parametrize("key", ["2027-28", "2026-27-q4", "2026-m12", "2026-m13", "0000-m01", "2025-27", "soon", "2025-26-q5"])
def test_what_is_no_period_or_has_not_begun_is_this_year_so_far(key: str) -> None:
    assert chosen(key, TODAY) == chosen("", TODAY)


def test_years_quarters_and_months_are_offered_newest_first() -> None:
    keys = [key for key, _label in offered(TODAY)]
    assert keys[:5] == ["2026-27", "2025-26", "2024-25", "2023-24", "2026-27-q3"]
    assert keys[-1] == "2025-m12"
    assert all(chosen(key, TODAY).key == key for key in keys)


def test_without_sight_days_end_with_the_last_month_that_is_over() -> None:
    last = end_of_last_month(TODAY)
    assert last == date(2026, 10, 31)
    so_far = chosen("", TODAY, last)
    assert (so_far.span.label, so_far.span.end, so_far.before.end) == ("2026-27 so far", last, date(2025, 10, 31))
    assert chosen("2026-27-q3", TODAY, last).span == Span("Q3 2026-27 so far", date(2026, 10, 1), last)
    assert chosen("2026-m11", TODAY, last) == so_far  # no day of November is shown yet
    keys = [key for key, _label in offered(TODAY, last)]
    assert "2026-m11" not in keys
    assert "2026-m10" in keys


def test_in_april_a_year_without_a_month_is_not_offered_yet() -> None:
    april = date(2026, 4, 20)
    found = chosen("", april, end_of_last_month(april))
    assert (found.key, found.whole_year) == ("2025-26", True)
    assert offered(april, end_of_last_month(april))[0] == ("2025-26", "2025-26")


def test_nobody_without_sight_watches_a_number_from_day_to_day(client: Client, hub: mash.Mash) -> None:
    """Three more contacts in the running month: those who see them count them, everybody else waits for its end."""
    executive = factories.sign_in(Client(), factories.make_person("executive"))
    officer = factories.sign_in(client, hub.officer)
    for _ in range(3):
        build.send(received_at=at(11, 2), teams=(hub.team,))
    told = executive.get(f"{PAGE}contacts/")
    assert row_of(told, "Contacts received")[0] == "5"
    assert "Days of a month that is not over are left out" in text(told)
    assert "to 31 October 2026" in text(told)
    exact = officer.get(f"{PAGE}contacts/")
    assert row_of(exact, "Contacts received")[0] == "10"
    assert "Days of a month that is not over" not in text(exact)


def test_on_a_page_of_both_each_source_is_told_as_far_as_it_may_be(officer: Client) -> None:
    answer = officer.get(f"{PAGE}forms/")
    assert "Up to 18 November 2026" in text(answer)
    assert row_of(answer, "Forms received")[0] == "7"


def test_the_running_year_stands_in_the_choice_of_days(executive: Client) -> None:
    body = executive.get(f"{PAGE}contacts/").content.decode()
    select = re.search(r'<select[^>]*name="period".*?</select>', body, re.DOTALL)
    assert select
    assert 'value=""' not in select[0]
    assert re.search(r'<option value="2026-27" selected[^>]*>\s*2026-27 so far', select[0])


def test_twelve_months_are_about_a_year() -> None:
    assert chosen("2025-26", TODAY).before.end - chosen("2025-26", TODAY).before.start == timedelta(days=364)


def test_every_figure_of_every_page_has_a_page_of_its_own(executive: Client) -> None:
    for page in PAGES:
        for code in page.specs:
            assert executive.get(f"{PAGE}{page.slug}/{code}/").status_code == 200, code


def test_rates_are_told_by_ethnic_group_where_its_children_were_counted(officer: Client) -> None:
    """Three White children, of 10,000 who live here."""
    for group, value in (("", 50_000), ("White", 10_000)):
        Population.objects.create(
            year=2025,
            area="Northmere",
            age_band="0-17",
            ethnicity=group,
            value=value,
            source="ONS",
            received_at=clock.now(),
            received_by="test",
        )
    for place in range(1, 4):
        white_child(place)
    answer = officer.get(f"{PAGE}contacts/contacts.received/")
    assert row_of(answer, "White")[-1] == "3.0"
    assert row_of(answer, "Not stated or not known")[-1] == "–"
    assert row_of(officer.get(f"{PAGE}contacts/?ethnicity=White"), "Contacts received")[-1] == "3.0"


def test_no_picture_is_drawn_of_numbers_that_are_all_hidden(executive: Client) -> None:
    body = executive.get(f"{PAGE}contacts/contacts.received/").content.decode()
    assert "<svg" not in body[body.index("By month") : body.index("</tbody>")]


def test_a_picture_is_drawn_where_there_is_something_to_see(officer: Client) -> None:
    body = officer.get(f"{PAGE}contacts/contacts.received/").content.decode()
    assert "<svg" in body[body.index("By month") : body.index("</tbody>")]

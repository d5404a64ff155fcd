"""Templates of the report are data: the shapes of 2023, 2018 and the boards, and a report that is laid out in any of them."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from foundation.calendar import FinancialYear
from foundation.errors import Refused
from reporting.guidance_table import write_missing_guidance
from reporting.models import ReportTemplate
from reporting.report.document import lay_out, make_report
from reporting.rules.outline import CHAPTERS
from reporting.rules.templates import TEMPLATES, Template, chapters_as_json, chapters_from_json
from reporting.selectors.contributions import late_of_year
from reporting.selectors.drafts import draft_of_year
from reporting.selectors.templates import all_sections, template_for
from reporting.services.requests import request_compilation
from reporting.services.writing import write_narrative
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content

pytestmark = pytest.mark.django_db
OF_THE_NEWEST_ONLY = {
    "wt2018": {"Policies, letters and reforms", "Attendance by agency", "Attendance by group"},
    "wt2013": {
        "Policies, letters and reforms",
        "Changes to the published arrangements",
        "Timetable of the next arrangements",
        "National reforms",
        "Letters of the executive and replies",
    },
}
"""What the older guidance does not ask for."""


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_a_shape_is_data_and_comes_back_as_it_was(template: Template) -> None:
    assert chapters_from_json(chapters_as_json(template.chapters)) == template.chapters
    keys = [chapter.key for chapter in template.chapters]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("year", "code"), [(2010, "wt2013"), (2017, "wt2013"), (2018, "wt2018"), (2022, "wt2018"), (2023, "wt2023"), (2025, "wt2023")]
)
def test_each_year_has_the_shape_of_the_guidance_of_its_time(year: int, code: str) -> None:
    assert template_for(FinancialYear(year)).code == code


@pytest.mark.parametrize("code", ["wt2018", "wt2013"])
def test_what_the_newest_shape_prints_stands_in_the_older_ones_too_where_they_ask_for_it(code: str) -> None:
    older = next(one for one in TEMPLATES if one.code == code)
    there = {block for chapter in older.chapters for block in chapter.blocks}
    left_out = {block.heading for chapter in CHAPTERS for block in chapter.blocks if block not in there}
    assert left_out == OF_THE_NEWEST_ONLY[code]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_a_report_is_laid_out_in_any_shape(template: Template) -> None:
    content = replace(demo_content(), chapters=template.chapters)
    titles = [chapter.title for chapter in lay_out(content).chapters]
    assert titles
    assert titles == [chapter.title for chapter in template.chapters if chapter.title in titles]
    assert "416.6" in make_report(content, progress=lambda _done, _total: None).html


def test_a_shape_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="wt2023, wt2018, wt2013") as refused:
        request_compilation(by=SYSTEM, year=YEAR, press=uuid4().hex, template="nonsense")
    assert refused.value.field == "template"
    assert request_compilation(by=SYSTEM, year=YEAR, press=uuid4().hex, template="wt2018").template == "wt2018"


def test_a_compilation_without_a_shape_has_that_of_its_year() -> None:
    assert request_compilation(by=SYSTEM, year=YEAR, press=uuid4().hex).template == "wt2023"


def test_what_an_area_has_put_right_in_a_shape_stays() -> None:
    ReportTemplate.objects.filter(code="wt2023").update(title="Our report")
    write_missing_guidance(apps.get_app_config("reporting"), using="default")
    assert ReportTemplate.objects.get(code="wt2023").title == "Our report"


def test_narrative_can_be_written_for_every_section_of_every_shape() -> None:
    for section in all_sections():
        write_narrative(by=SYSTEM, year=YEAR, section=section, text="What we did.")
    person = make_person("business_team", make_agency("partnership"))
    draft = draft_of_year(person, YEAR, template_for(YEAR, "wt2018").sections, late_of_year(YEAR))
    assert all(one.written for one in draft.chapters.values())


def test_the_page_of_a_year_offers_the_other_shapes(client: Client) -> None:
    sign_in(client, make_person("business_team", make_agency("partnership")))
    url = reverse("reporting:year", args=[YEAR.label])
    assert "Part 3: where there was little or no progress" not in client.get(url).content.decode()
    assert "Part 3: where there was little or no progress" in client.get(url, {"template": "wt2018"}).content.decode()
    assert client.get(url, {"template": "nonsense"}).status_code == 404

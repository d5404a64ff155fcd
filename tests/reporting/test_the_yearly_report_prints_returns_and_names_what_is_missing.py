"""What an edition prints of the returns: accepted ones in the shape's layout, late and missing ones by name, comments never."""

import re
import subprocess
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import Refused
from foundation.pdf import render_pdf
from foundation.tagged_pdf import check
from reporting.models import AgencyReturn, Edition, ReturnReview, ReturnRound
from reporting.report.returns import returns_html
from reporting.rules.approving import fingerprint_of
from reporting.rules.frozen import fingerprint
from reporting.rules.returns import PrintedRound, headings_of, rounds_as_json
from reporting.selectors.returns import returns_to_print
from reporting.services.compiling import run_compilation
from reporting.services.requests import request_compilation
from reporting.services.returns import accept_return, close_return_round, send_back_return, withdraw_return
from tests.factories import make_agency, make_person
from tests.figures import read_figure
from tests.pdf.checker import faults
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.returning import (
    AGENCY_HEADINGS,
    PRIORITIES,
    THEMES,
    YEAR,
    accepted,
    lead_of,
    make_return,
    make_round,
    make_shape,
    request_of,
    submitted,
)
from work.selectors.questionnaires import questions_of
from work.services.replies import save_reply

pytestmark = pytest.mark.django_db

SECRET = "THIS SHOULD COME OUT BEFORE IT IS PRINTED"
ROWS = [["See children alone", "Children are heard", "- twice a term\n- **always** with an interpreter", "More spoke"]]
TABLE = {"our-objectives": ROWS}


def printed(of: ReturnRound, after: timedelta = timedelta()) -> PrintedRound:
    return next(
        one for one in returns_to_print(FinancialYear.from_label(of.year), clock.now() + after) if one.reference == of.reference
    )


def html(of: ReturnRound, after: timedelta = timedelta()) -> str:
    return returns_html(printed(of, after))


def text(of: ReturnRound, after: timedelta = timedelta()) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html(of, after)).split())


def test_a_table_of_objectives_is_printed_in_its_columns_with_bullets() -> None:
    given = accepted(make_return(), TABLE)
    shown = html(given.round)
    assert f"<h3>{given.agency.name}</h3>" in shown
    assert '<th scope="col" class="govuk-table__header">What difference did we make?</th>' in shown
    assert '<th scope="row" class="govuk-table__header">1</th>' in shown
    assert "<strong>always</strong> with an interpreter</li>" in shown
    assert "More spoke" in shown


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ("keep", ["2. Review of the year", f"3. {PRIORITIES}", "7. An example of effective practice"]),
        ("renumber", ["1. Review of the year", f"2. {PRIORITIES}", "3. An example of effective practice"]),
        ("none", ["Review of the year", PRIORITIES, "An example of effective practice"]),
    ],
)
def test_empty_headings_are_skipped_with_their_number_or_without_gaps(numbering: str, expected: list[str]) -> None:
    answers = {"review-of-the-year": "We grew.", "priority-2": "Neglect.", "an-example-of-effective-practice": "A clinic."}
    given = accepted(make_return(shape=make_shape("Agencies", AGENCY_HEADINGS), numbering=numbering), answers)
    shown = html(given.round)
    assert re.findall(r"<h4>(.*?)</h4>", shown) == expected
    assert re.findall(r"<h5>(.*?)</h5>", shown) == ["Priority 2"]


def test_a_shape_has_headings_with_stable_keys_and_one_text_for_each_priority() -> None:
    headings = headings_of(questions_of(make_shape("Agencies", AGENCY_HEADINGS)))
    assert len(headings) == 7
    assert [part.key for part in headings[2].parts] == [f"priority-{number}" for number in range(1, 6)]


def test_texts_by_theme_stand_under_their_theme_with_what_each_agency_says() -> None:
    first, second, third = (make_agency(name=name) for name in ("Alder Trust", "Birch Police", "Cedar School"))
    shape = make_shape("Themes", THEMES)
    opened = make_round(first, second, third, shape=shape, layout="by_theme", numbering="none")
    accepted(opened.returns.get(agency=first), {"response-to-reviews": "Ours.", "impact-of-training": "Much."})
    accepted(opened.returns.get(agency=second), {"response-to-reviews": "Theirs."})
    shown = html(opened)
    assert re.findall(r"<h3>(.*?)</h3>", shown)[:2] == ["Response to reviews", "Impact of training"]
    assert re.findall(r"<h4>(.*?)</h4>", shown) == ["Alder Trust", "Birch Police", "Alder Trust"]
    assert "The return of Cedar School was not due before" in shown


def test_missing_late_and_unread_returns_are_named_as_such() -> None:
    names = ("Ash", "Beech", "Cherry", "Dogwood", "Elm")
    agencies = {name: make_agency(name=name) for name in names}
    opened = make_round(*agencies.values())
    of = {name: opened.returns.get(agency=agency) for name, agency in agencies.items()}
    business = make_person("business_team")
    came = submitted(of["Dogwood"], TABLE)
    due = clock.today() + timedelta(days=2)
    send_back_return(by=business, reference=came.reference, version=came.version, comments=SECRET, due_on=due)
    withdraw_return(by=business, reference=of["Elm"].reference, version=1, reason="Merged.")
    with clock.frozen(clock.now() + timedelta(days=24)):
        accepted(of["Beech"], TABLE)
        submitted(of["Cherry"], TABLE)
        shown = text(opened)
        close_return_round(by=business, reference=opened.reference)
        closed = text(opened)
    assert "Beech This return came 10 days after it was due." in shown
    assert "No return was made by Ash. It was due on" in shown
    assert "The return of Cherry came, and had not been accepted by" in shown
    assert "The return of Dogwood was sent back for changes and had not come again by" in shown
    assert "Elm" not in shown
    assert "No return was made by Ash" in closed
    assert "Dogwood was sent back for changes and did not come again" in closed


def test_whatever_an_agency_writes_runs_nothing_in_the_report() -> None:
    evil = "<script>alert(1)</script> <img src=x onerror=y> [here](javascript:alert(1)) ![p](http://example.org/p.png)"
    given = accepted(make_return(), {"our-objectives": [[evil, "{{ figure: nothing }}", "</td></tr></table>", "x" * 300]]})
    shown = html(given.round)
    for danger in ("<script", "<img", 'href="javascript', "{% ", "</td></tr></table></td>"):
        assert danger not in shown
    assert "{{ figure: nothing }}" in shown


def compiled(year: FinancialYear = YEAR) -> Edition:
    compilation = request_compilation(by=SYSTEM, year=year, press=f"press{year.start_year}{Edition.objects.count()}")
    run_compilation(reference=compilation.reference, by=SYSTEM)
    compilation.refresh_from_db()
    assert compilation.sentence == ""
    return compilation.edition


def words_of_pdf(edition: Edition) -> str:
    with storage.read(edition.pdf_key) as file:
        pdf = file.read()
    assert faults(pdf) == []
    shown = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return " ".join(shown.split())


def test_an_edition_freezes_what_it_prints_and_never_a_reviewers_words(demo_year: None) -> None:
    first, second = make_agency(name="Alder Trust"), make_agency(name="Birch Police")
    opened = make_round(first, second)
    came = submitted(opened.returns.get(agency=first), TABLE)
    business = make_person("business_team")
    due = clock.today() + timedelta(days=2)
    send_back_return(by=business, reference=came.reference, version=came.version, comments=SECRET, due_on=due)
    came = submitted(came, {"our-objectives": [[*ROWS[0][:3], "Half of all children spoke"]]})
    accept_return(by=business, reference=came.reference, version=came.version, comments=f"{SECRET} TOO")
    edition = compiled()
    words = words_of_pdf(edition)
    assert "Half of all children spoke" in words
    assert "The return of Birch Police was not due before" in words
    assert SECRET not in words
    assert SECRET not in str(edition.returns)
    assert ReturnReview.objects.filter(comments__contains=SECRET).count() == 2
    assert AgencyReturn.objects.get(pk=came.pk).state == "in_report"
    assert edition.returns_sha256 == fingerprint(edition.returns)
    (again,) = (PrintedRound.from_json(row) for row in edition.returns)
    assert rounds_as_json([again]) == rounds_as_json([printed(opened)])
    came = AgencyReturn.objects.get(pk=came.pk)
    send_back_return(by=business, reference=came.reference, version=came.version, comments="Once more.", due_on=due)
    edition.refresh_from_db()
    assert "Half of all children spoke" in str(edition.returns)
    assert "sent back for changes" in str(rounds_as_json([printed(opened)]))


def test_an_edition_without_returns_is_signed_as_before_and_one_with_them_for_them_too(demo_year: None) -> None:
    edition = make_edition()
    parts = [edition.figures_sha256, edition.tables_sha256, edition.narrative_sha256, edition.pdf_sha256]
    assert fingerprint_of(edition) == fingerprint(parts)
    edition.returns_sha256 = "1" * 64
    assert fingerprint_of(edition) == fingerprint([*parts, "1" * 64])


def test_the_printed_returns_are_a_tagged_pdf() -> None:
    given = accepted(make_return(), {"our-objectives": ROWS * 12})
    document = f'<html lang="en-GB"><head><title>R</title></head><body><h1>P</h1><h2>R</h2>{html(given.round)}</body></html>'
    assert check(render_pdf(document, title="R", made_at=clock.now())) >= 1


def test_many_rounds_are_gathered_by_as_many_questions_as_one(django_assert_num_queries: Any) -> None:
    for place in range(3):
        accepted(make_return(shape=make_shape(f"Shape {place}")), TABLE)
    with django_assert_num_queries(4):  # rounds, the questions of their shapes, returns, answers
        assert len(returns_to_print(YEAR, clock.now())) == 3


def figures(codes: tuple[str, ...] = ("asked", "received", "objectives")) -> Mapping[str, Any]:
    found = {code: read_figure(f"returns.{code}", YEAR) for code in codes}
    return {code: value.value if value else None for code, value in found.items()}


def test_returns_are_counted_for_the_year_of_the_report() -> None:
    assert figures() == {"asked": None, "received": None, "objectives": None}
    first, second, third, fourth = (make_agency() for _ in range(4))
    opened = make_round(first, second, third, fourth)
    accepted(opened.returns.get(agency=first), {"our-objectives": [*ROWS, *ROWS, ROWS[0]]})
    make_return(year=YEAR.previous())
    withdraw_return(
        by=make_person("business_team"), reference=opened.returns.get(agency=fourth).reference, version=1, reason="Merged."
    )
    with clock.frozen(clock.now() + timedelta(days=20)):
        submitted(opened.returns.get(agency=second), TABLE)
    assert figures() == {"asked": 3, "received": 2, "objectives": 4}
    share, on_time = read_figure("returns.share", YEAR), read_figure("returns.on_time", YEAR)
    assert share is not None
    assert (share.numerator, share.denominator) == (2, 3)
    assert on_time is not None
    assert (on_time.numerator, on_time.denominator) == (1, 3)


def test_a_stale_lead_cannot_change_what_is_in_the_report() -> None:
    given = accepted(make_return(), TABLE)
    with pytest.raises(Refused, match="answered, waived or withdrawn"):
        save_reply(by=lead_of(given.agency), reference=request_of(given).reference, answers={})

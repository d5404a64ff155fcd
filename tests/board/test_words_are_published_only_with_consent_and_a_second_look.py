"""Words leave the portal only with consent for the use, and after somebody else confirmed that they name nobody."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import InternalError, connection, transaction
from django.test import Client

from accounts.models import AccessLogEntry, Person
from board.anonymity import LOOKED_FOR
from board.figures.voice import SAID_AND_DONE, gather_said
from board.models import Feedback, FeedbackConsent, FeedbackUse
from board.selectors.voice import count_voice, feedback_for, may_confirm, voice_of_year
from board.services.voice import (
    change_feedback,
    confirm_anonymity,
    give_for_publication,
    mark_published,
    record_consent,
    say_what_was_done,
    share_complaint,
)
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.exports import read_sheet
from foundation.figures import TextRows
from tests.board.build import make_feedback, make_theme, may_be_published
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
SAID = date(2026, 10, 1)
YEAR = FinancialYear(2026)
ALL = [code for code, _label in LOOKED_FOR]


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def governance() -> Person:
    return make_person("governance_lead", make_agency())


def consented(by: Person, one: Feedback, consent: str = "given", **more: Any) -> Feedback:
    one.refresh_from_db()
    uses = ("report", "website") if consent == "given" else ()
    given = {"consent": consent, "how": "in_writing", "happened_on": TODAY, "who": "Their mother", "uses": uses, **more}
    return record_consent(by=by, reference=one.reference, version=one.version, **given)


def confirmed(by: Person, one: Feedback, looked_for: list[str] = ALL) -> Feedback:
    one.refresh_from_db()
    return confirm_anonymity(by=by, reference=one.reference, version=one.version, looked_for=looked_for)


def printed(year: FinancialYear = YEAR) -> list[str]:
    """The words of the table that goes into the yearly report."""
    with connection.cursor() as cursor:
        tables: list[TextRows] = list(gather_said(year, cursor))
    return [row[SAID_AND_DONE.columns.index("What was said")] for table in tables for row in table.rows]


def given_out(by: Person, use: str = "report") -> list[str]:
    try:
        return [one.words for one in give_for_publication(by=by, use=use, title="Yearly report", year=YEAR)]
    except Refused:
        return []


def shown(by: Person) -> list[str]:
    return [said.words for voice in voice_of_year(by, YEAR) for said in voice.said]


def test_consent_is_written_down_with_by_whom_how_when_and_for_what(business: Person) -> None:
    one = make_feedback()
    consented(business, one, "asked", who="", happened_on=SAID)
    for _press in range(2):
        consented(business, one)
    one.refresh_from_db()
    assert (one.consent, one.consent_on, one.consent_uses, one.version) == ("given", TODAY, ["report", "website"], 3)
    entries = list(one.consents.order_by("id").values_list("consent", "who", "how", "happened_on", "uses"))
    assert entries[1] == ("given", "Their mother", "in_writing", TODAY, ["report", "website"])
    assert len(entries) == 2
    with pytest.raises(Conflict):
        record_consent(
            by=business, reference=one.reference, version=1, consent="withdrawn", how="by_word", happened_on=TODAY, who="He"
        )
    with pytest.raises(InternalError), transaction.atomic():
        FeedbackConsent.objects.update(consent="given")


@pytest.mark.parametrize(
    ("consent", "more", "field"),
    [
        ("given", {"uses": ()}, "uses"),
        ("given", {"uses": ("television",)}, "uses"),
        ("given", {"who": " "}, "who"),
        ("given", {"happened_on": TODAY + timedelta(days=1)}, "happened_on"),
        ("withdrawn", {}, "consent"),
        ("not_asked", {}, "consent"),
    ],
)
def test_consent_that_cannot_be_is_refused(business: Person, consent: str, more: dict[str, Any], field: str) -> None:
    one = make_feedback()
    with pytest.raises(Refused) as refused:
        consented(business, one, consent, **more)
    assert refused.value.field == field
    assert not one.consents.exists()


def test_an_entry_does_not_lie_before_the_last_one(business: Person) -> None:
    one = make_feedback()
    consented(business, one)
    with pytest.raises(Refused, match="18 November 2026") as refused:
        consented(business, one, "withdrawn", happened_on=SAID)
    assert refused.value.field == "happened_on"


def test_whoever_wrote_it_does_not_confirm_it(business: Person, governance: Person) -> None:
    one = make_feedback(taker=business)
    with pytest.raises(Refused, match="You wrote this"):
        confirmed(business, one)
    colleague = make_person("business_team", make_agency("partnership"))
    say_what_was_done(by=colleague, reference=one.reference, version=1, done="A post.", done_who="Head", done_on=TODAY)
    with pytest.raises(Refused, match="You wrote this"):
        confirmed(colleague, one)
    with pytest.raises(Refused, match="Select each thing") as refused:
        confirmed(governance, one, ALL[1:])
    assert refused.value.field == "looked_for"
    for _press in range(2):
        confirmed(governance, one)
    one.refresh_from_db()
    assert (one.checked_by, one.version) == (governance, 3)
    for role in ("scrutineer", "executive", "agency_lead"):
        with pytest.raises(NotAllowed):
            confirmed(make_person(role), one)
    summary = make_feedback(summary="In short.")
    summary.words = summary.words_key = ""
    summary.save()
    with pytest.raises(Refused, match="Only a summary"):
        confirmed(governance, summary)


def put_right(by: Person, one: Feedback, **more: Any) -> None:
    one.refresh_from_db()
    names = ("speaker", "way", "service", "said_on", "words", "public_words", "summary", "age_band")
    kept = {name: getattr(one, name) for name in names} | {"agency": one.agency.code if one.agency else ""}
    change_feedback(by=by, reference=one.reference, version=one.version, **kept | more)


def done(by: Person, one: Feedback, words: str) -> None:
    one.refresh_from_db()
    say_what_was_done(
        by=by, reference=one.reference, version=one.version, done=words, done_who="Head", done_on=TODAY
    )  # fmt: skip


def test_whoever_wrote_any_of_it_does_not_confirm_it_though_another_wrote_last(business: Person, governance: Person) -> None:
    one = make_feedback()
    first, second = (make_person("business_team", make_agency()) for _each in range(2))
    put_right(first, one, words="Karen listened.")
    done(second, one, "A post.")
    for writer in (first, second):
        assert not may_confirm(writer, feedback_for(writer, one.reference))
        with pytest.raises(Refused, match="You wrote this"):
            confirmed(writer, one)
    assert may_confirm(business, feedback_for(business, one.reference))
    confirmed(governance, one)
    confirmed(business, one)
    with pytest.raises(Refused, match="You wrote this"):
        confirmed(second, one)
    one.refresh_from_db()
    assert one.checked_by == governance
    done(second, one, "Two posts.")
    with pytest.raises(Refused, match="You wrote this"):
        confirmed(second, one)
    confirmed(first, one)
    one.refresh_from_db()
    assert one.checked_by == first


@pytest.mark.parametrize("how", ["words", "done", "complaint"])
def test_words_whose_confirmation_lapses_are_taken_out_of_what_is_not_published(business: Person, how: str) -> None:
    one = may_be_published(make_feedback(agency=make_agency()), "report", "website")
    give_for_publication(by=business, use="website", title="Spring page", year=YEAR)
    mark_published(by=business, of="website|Spring page", published_on=TODAY)
    give_for_publication(by=business, use="report", title="Yearly report", year=YEAR)
    put_right(business, one, said_on=SAID + timedelta(days=1))
    assert one.uses.get(use="report").taken_out_on is None
    if how == "done":
        done(business, one, "A post.")
    else:
        put_right(business, one, **{"words": {"words": "Karen listened."}, "complaint": {"way": "complaint"}}[how])
    rows = {row.title: (row.published_on, row.taken_out_on) for row in one.uses.all()}
    assert rows == {"Spring page": (TODAY, None), "Yearly report": (None, TODAY)}
    with pytest.raises(Refused):
        mark_published(by=business, of="report|Yearly report", published_on=TODAY)
    assert (printed(), shown(business), given_out(business), given_out(business, "website")) == ([], [], [], [])


def test_a_complaint_that_is_not_shared_is_published_nowhere(business: Person) -> None:
    one = may_be_published(make_feedback("They laughed.", way="complaint", agency=make_agency()), "report", "website")
    assert (printed(), shown(business), given_out(business), given_out(business, "website")) == ([], [], [], [])
    assert count_voice(business).publishable == 0
    share_complaint(by=business, reference=one.reference, version=1)
    assert printed() == ["“They laughed.”"]
    assert (shown(business), given_out(business), given_out(business, "website")) == (*[["They laughed."]] * 3,)
    assert count_voice(business).publishable == 1


def test_nobody_confirms_a_text_that_changed_since_they_read_it(business: Person, governance: Person) -> None:
    one = make_feedback(taker=business)
    say_what_was_done(by=business, reference=one.reference, version=1, done="Mrs Hartley.", done_who="Head", done_on=TODAY)
    with pytest.raises(Conflict, match="has changed"):
        confirm_anonymity(by=governance, reference=one.reference, version=1, looked_for=ALL)


@pytest.mark.parametrize("name", ["words", "public_words", "summary", "service", "speaker", "age_band"])
def test_the_confirmation_lapses_when_the_text_is_edited(business: Person, name: str) -> None:
    one = may_be_published(make_feedback())
    kept = {
        each: getattr(one, each)
        for each in ("speaker", "way", "service", "said_on", "words", "public_words", "summary", "age_band")
    }
    change_feedback(by=business, reference=one.reference, version=1, **kept | {"way": "letter"})
    one.refresh_from_db()
    assert one.checked_at is not None
    another = {"speaker": "child", "age_band": "5_to_10"}.get(name, "Something else.")
    change_feedback(by=business, reference=one.reference, version=2, **kept | {name: another})
    one.refresh_from_db()
    assert (one.checked_at, one.checked_by, one.written_by) == (None, None, business)
    assert (printed(), shown(business), given_out(business)) == ([], [], [])


def test_the_confirmation_lapses_when_what_was_done_is_written_anew(business: Person) -> None:
    one = may_be_published(make_feedback())
    say_what_was_done(by=business, reference=one.reference, version=1, done="Mrs Hartley.", done_who="Head", done_on=TODAY)
    assert printed() == []


@pytest.mark.parametrize(
    "stand",
    [
        {"consent": "not_asked", "consent_on": None, "consent_uses": []},
        {"consent": "asked", "consent_uses": []},
        {"consent": "not_given", "consent_uses": []},
        {"consent": "withdrawn", "consent_uses": []},
        {"consent_uses": ["training"]},
        {"checked_at": None, "checked_by": None},
        {"words": "", "words_key": "", "summary": "Only in short."},
    ],
)
def test_words_without_consent_or_without_a_second_look_leave_by_no_way_out(business: Person, stand: dict[str, Any]) -> None:
    """The table of the report, the spreadsheet for publication, and the page of the year."""
    may_be_published(make_feedback("This may be read."), "report", "website")
    closed = may_be_published(make_feedback("This must not."), "report", "website")
    for name, value in stand.items():
        setattr(closed, name, value)
    closed.save()
    assert printed() == ["“This may be read.”"]
    assert shown(business) == ["This may be read."]
    for use in ("report", "website"):
        assert given_out(business, use) == ["This may be read."]
    assert not closed.uses.exists()


def test_what_names_somebody_is_published_only_as_it_may_be(business: Person) -> None:
    may_be_published(make_feedback("Karen helped me.", public_words="[My worker] helped me."))
    assert printed() == ["“[My worker] helped me.”"]
    assert shown(business) == given_out(business) == ["[My worker] helped me."]


def test_the_same_words_are_printed_once_though_they_were_made_the_same_for_publication(business: Person) -> None:
    for name in ("Karen", "Sue"):
        may_be_published(make_feedback(f"{name} helped.", public_words="[Name] helped."))
    assert (len(printed()), len(shown(business)), len(given_out(business))) == (1, 1, 1)
    assert FeedbackUse.objects.count() == 2


def test_words_of_another_year_are_not_printed(business: Person) -> None:
    may_be_published(make_feedback("Last year.", said_on=date(2026, 3, 31)))
    assert printed() == []
    assert printed(FinancialYear(2025)) == ["“Last year.”"]
    assert printed(FinancialYear(2020)) == []


def test_what_was_done_after_the_year_says_so() -> None:
    may_be_published(make_feedback("Late.", said_on=date(2026, 3, 31), done="A post.", done_who="Head", done_on=date(2026, 5, 3)))
    with connection.cursor() as cursor:
        (table,) = gather_said(FinancialYear(2025), cursor)
    assert table.rows == (("Social work", "“Late.”", "Parent or carer", "A post. (after the year, on 3 May 2026)"),)


def test_withdrawing_takes_the_words_out_of_what_is_not_published_and_says_where_they_were(business: Person) -> None:
    one = may_be_published(make_feedback(), "report", "website")
    give_for_publication(by=business, use="website", title="Spring page", year=YEAR)
    assert mark_published(by=business, of="website|Spring page", published_on=TODAY) == 1
    give_for_publication(by=business, use="report", title="Yearly report", year=YEAR)
    consented(business, one, "withdrawn")
    rows = {row.title: (row.published_on, row.taken_out_on) for row in one.uses.all()}
    assert rows == {"Spring page": (TODAY, None), "Yearly report": (None, TODAY)}
    assert (printed(), shown(business), given_out(business), given_out(business, "website")) == ([], [], [], [])
    with pytest.raises(Refused) as refused:
        mark_published(by=business, of="report|Yearly report", published_on=TODAY)
    assert refused.value.field == "of"
    consented(business, one)
    assert given_out(business) == [one.words]
    assert one.uses.get(title="Yearly report").taken_out_on is None


def test_consent_for_fewer_uses_takes_the_words_out_of_the_others(business: Person) -> None:
    one = may_be_published(make_feedback(), "report", "website")
    for use in ("report", "website"):
        give_for_publication(by=business, use=use, title="Spring", year=YEAR)
    consented(business, one, uses=("website",))
    assert {row.use: row.taken_out_on for row in one.uses.all()} == {"report": TODAY, "website": None}


def test_giving_out_and_publishing_refuse_what_cannot_be(business: Person) -> None:
    may_be_published(make_feedback())
    with pytest.raises(Refused, match="Select for what") as refused:
        give_for_publication(by=business, use="television", title="x", year=YEAR)
    assert refused.value.field == "use"
    with pytest.raises(NotAllowed):
        give_for_publication(by=make_person("scrutineer"), use="report", title="x", year=YEAR)
    for _press in range(2):
        give_for_publication(by=business, use="report", title="Yearly report", year=YEAR)
    assert FeedbackUse.objects.count() == 1
    with pytest.raises(Refused) as refused:
        mark_published(by=business, of="report|Yearly report", published_on=TODAY + timedelta(days=1))
    assert refused.value.field == "published_on"


def test_the_figures_say_how_feedback_stood_on_the_last_day(business: Person) -> None:
    theme, year = make_theme("Fathers"), FinancialYear(2025)
    one = make_feedback(said_on=date(2025, 5, 1), speaker="child", way="group", done="x", done_who="y", done_on=date(2025, 6, 1))
    two = make_feedback(said_on=date(2026, 3, 31), service="Schools", told="in_person", told_on=date(2026, 3, 31))
    make_feedback(said_on=date(2026, 3, 1), done="x", done_who="y", done_on=date(2026, 4, 1), told="by_phone", told_on=TODAY)
    make_feedback(said_on=date(2026, 4, 1))
    one.tags.create(theme=theme)
    consented(business, one, happened_on=date(2025, 6, 1))
    consented(business, one, "withdrawn", happened_on=date(2026, 4, 1))
    consented(business, two, happened_on=date(2026, 4, 1))
    heard = read_figure("voice.heard", year)
    assert heard is not None
    assert heard.value == 3
    assert heard.by["speaker"] == {
        "Child": 1, "Young person": 0, "Parent or carer": 2, "Practitioner": 0, "Somebody else": 0
    }  # fmt: skip
    assert (heard.by["way"]["Quote"], heard.by["way"]["Group or forum"]) == (2, 1)
    assert (heard.by["service"], heard.by["theme"]) == ({"Social work": 2, "Schools": 1}, {"Fathers": 1})
    for code in ("voice.acted_on", "voice.told_back", "voice.consent_given"):
        share = read_figure(code, year)
        assert share is not None
        assert (share.numerator, share.denominator) == (1, 3), code
    assert read_figure("voice.heard", FinancialYear(2020)) is None


def test_the_spreadsheet_for_publication_holds_only_what_may_be_published(client: Client, business: Person) -> None:
    may_be_published(make_feedback("=1+1", speaker="child", age_band="5_to_10"))
    make_feedback("This must not.")
    sign_in(client, business)
    refused = client.post("/voice/publication/", {"use": "report", "title": "", "year": "2026-27"})
    assert (refused.status_code, "Enter what they go into" in refused.content.decode()) == (422, True)
    nothing = client.post("/voice/publication/", {"use": "training", "title": "Course", "year": "2026-27"})
    assert (nothing.status_code, "Nothing of this year" in nothing.content.decode()) == (422, True)
    answer = client.post("/voice/publication/", {"use": "report", "title": "Yearly report", "year": "2026-27"})
    assert read_sheet(answer.content).rows == (("Social work", "Child", "5 to 10", "=1+1", None, None),)
    assert AccessLogEntry.objects.filter(route="board:give_for_publication", action="export").count() == 1
    assert "Yearly report (yearly report)" in client.get("/voice/publication/").content.decode()
    day = {"published_on-day": "3", "published_on-month": "11", "published_on-year": "2026"}
    assert client.post("/voice/publication/published/", {"of": "report|Yearly report", **day}).status_code == 302
    assert FeedbackUse.objects.get().published_on == date(2026, 11, 3)

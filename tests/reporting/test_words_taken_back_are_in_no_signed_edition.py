"""An edition that prints words whose speaker has taken back their consent is not approved: a new one leaves them out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person, RoleHolding
from board.figures.scrutiny import NOTES, STATEMENT, gather_scrutiny
from board.figures.voice import SAID_AND_DONE, gather_said
from board.models import FeedbackUse
from board.services.scrutiny import share_scrutiny_note, write_scrutiny_statement
from board.services.voice import record_consent
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.events import Subject, history
from foundation.figures import TextGroup, TextTable
from reporting.models import Edition, EditionDecision
from reporting.presenters.approving import taken_back_words
from reporting.rules.approving import SEATS, fingerprint_of
from reporting.services.approving import decide_edition
from reporting.services.demo import load_demo_inputs
from tests.board.build import make_feedback, make_note, may_be_published
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import answer_everything, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db
SAID = date(2025, 10, 1)


@pytest.fixture
def _published(db: None) -> Iterator[None]:
    with publishing(*EVERYTHING, texts=(TextGroup("board.voice", (SAID_AND_DONE,), gather_said),)):
        load_demo_inputs(by=SYSTEM)
        yield


@pytest.fixture
def police() -> Person:
    person = make_person("executive")
    RoleHolding.objects.filter(person=person).update(seat="police")
    return person


def words_of(edition: Edition) -> list[Any]:
    return [row[1] for table in edition.tables if table["code"] == "voice.said_and_done" for row in table["rows"]]


def decide(by: Person, edition: Edition, decision: str = "approved", comment: str = "") -> None:
    decide_edition(by=by, reference=edition.reference, decision=decision, comment=comment, fingerprint=fingerprint_of(edition))


@pytest.mark.usefixtures("_published")
def test_an_edition_that_prints_what_was_taken_back_is_returned_and_compiled_anew(police: Person) -> None:
    business = make_person("business_team", make_agency("partnership"))
    kept, gone = (may_be_published(make_feedback(words, said_on=SAID)) for words in ("This stays.", "This goes."))
    make_feedback("Nobody agreed to this.", said_on=SAID)
    answer_everything()
    edition = make_edition()
    assert words_of(edition) == ["“This stays.”", "“This goes.”"]
    record_consent(
        by=business, reference=gone.reference, version=1, consent="withdrawn", how="by_word", happened_on=date(2026, 11, 2),
        who="The parent",
    )  # fmt: skip
    with pytest.raises(Refused, match="taken back their consent") as refused:
        decide(police, edition)
    assert refused.value.field == "decision"
    assert not EditionDecision.objects.exists()
    decide(police, edition, "returned", "Somebody took their words back")
    newer = make_edition()
    assert words_of(newer) == [f"“{kept.words}”"]
    decide(police, newer)
    assert EditionDecision.objects.filter(edition=newer, decision="approved").count() == 1


@pytest.mark.usefixtures("_published")
def test_a_row_that_changed_beside_its_words_is_not_approved(police: Person) -> None:
    one = may_be_published(make_feedback("This stays.", said_on=SAID, done="Karen was told.", done_who="Head", done_on=SAID))
    answer_everything()
    edition = make_edition()
    one.done = "They were told."
    one.save()
    with pytest.raises(Refused, match="Compile a new one"):
        decide(police, edition)
    decide(police, make_edition())


@pytest.mark.usefixtures("_published")
def test_a_twin_with_the_same_words_lets_no_row_through_that_was_taken_back(police: Person) -> None:
    one = may_be_published(make_feedback("Karen helped.", public_words="[Name] helped.", said_on=SAID, speaker="child"))
    answer_everything()
    edition = make_edition()
    may_be_published(make_feedback("Sue helped.", public_words="[Name] helped.", said_on=SAID))
    one.checked_at = one.checked_by = None
    one.save()
    with pytest.raises(Refused, match="Compile a new one"):
        decide(police, edition)


@pytest.mark.usefixtures("_published")
def test_where_an_edition_prints_words_that_is_kept_with_each_piece_and_taken_out_with_its_consent() -> None:
    business = make_person("business_team", make_agency("partnership"))
    kept, gone = (may_be_published(make_feedback(words, said_on=SAID)) for words in ("This stays.", "This goes."))
    other = make_feedback("Nobody agreed to this.", said_on=SAID)
    for _edition in range(2):
        make_edition()
    assert list(FeedbackUse.objects.order_by("feedback").values_list("feedback", "use", "title", "published_on")) == [
        (kept.pk, "report", "Yearly report 2025-26", None), (gone.pk, "report", "Yearly report 2025-26", None)
    ]  # fmt: skip
    assert [event.verb for event in history(Subject("feedback", kept.reference))] == ["board.feedback_given_out"]
    record_consent(
        by=business, reference=gone.reference, version=1, consent="withdrawn", how="by_word", happened_on=date(2026, 11, 2),
        who="The parent",
    )  # fmt: skip
    assert gone.uses.get().taken_out_on == clock.today()
    make_edition()
    assert (kept.uses.get().taken_out_on, gone.uses.get().taken_out_on) == (None, clock.today())
    assert not other.uses.exists()


@pytest.mark.usefixtures("_published")
def test_the_page_of_an_edition_says_when_words_of_it_were_taken_back(client: Client, police: Person) -> None:
    one = may_be_published(make_feedback("This goes.", said_on=SAID))
    first, second = make_edition(), make_edition()
    sign_in(client, police)

    def page(edition: Edition) -> str:
        return client.get(f"/yearly-report/editions/{edition.reference}/").content.decode()

    assert "taken back" not in page(second)
    one.checked_at = one.checked_by = None
    one.save()
    assert "taken back, or that were changed, since it was compiled. Compile a new one" in page(second)
    assert "taken back, or that were changed, since it was compiled. Pass it on no further" in page(first)
    signed = {str(seat): EditionDecision(decision="approved") for seat in SEATS}
    assert taken_back_words(signed, newest=True).endswith("Pass it on no further. Compile a new one: it leaves them out.")


@pytest.mark.usefixtures("_published")
def test_an_edition_stays_approvable_while_something_is_only_added(police: Person) -> None:
    may_be_published(make_feedback("This stays.", said_on=SAID))
    answer_everything()
    edition = make_edition()
    may_be_published(make_feedback("This is new.", said_on=SAID))
    decide(police, edition)


def test_a_table_names_only_a_column_that_it_has_as_one_that_may_be_taken_back() -> None:
    with pytest.raises(ValueError, match="has no column Words"):
        TextTable("voice.x", "X", "x", ("Service",), taken_back="Words")


def test_an_edition_with_words_that_the_scrutineer_takes_back_is_not_approved(police: Person) -> None:
    scrutineer = make_person("scrutineer", make_agency("partnership"))
    with publishing(*EVERYTHING, texts=(TextGroup("board.scrutiny", (STATEMENT, NOTES), gather_scrutiny),)):
        load_demo_inputs(by=SYSTEM)
        answer_everything()
        told: dict[str, Any] = {"by": scrutineer, "year": FinancialYear(2025), "text": "It worked."}
        write_scrutiny_statement(**told, version=0, in_report=True)
        note = make_note(scrutineer, happened_on=SAID, shared_at=clock.now(), report_words="Staff ring first.")
        edition = make_edition()
        write_scrutiny_statement(**told, version=1, in_report=False)
        with pytest.raises(Refused, match="Compile a new one"):
            decide(police, edition)
        edition = make_edition()
        share_scrutiny_note(by=scrutineer, reference=note.reference, shared=False)
        with pytest.raises(Refused, match="Compile a new one"):
            decide(police, edition)
        decide(police, make_edition())

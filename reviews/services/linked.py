"""What other reviews and joint events taught, and to which case it belongs."""

from dataclasses import asdict, dataclass
from datetime import date

from accounts.models import Person
from foundation import clock
from foundation.errors import Refused, need
from foundation.events import Subject, record
from foundation.service import service
from foundation.versions import check_version
from reviews.models import Case, CaseLink, LinkedLearning
from reviews.rules import kinds
from reviews.selectors.linked import linked_learning, locked_learning
from reviews.selectors.sight import owned_case
from reviews.services.team import subject_of

OVERTAKEN = "Somebody else changed this while you had it open. Look at it, then send yours again."


@dataclass(frozen=True)
class LearningWritten:
    """What is known of a review under another statute, or of an event."""

    kind: str
    title: str
    began_on: date
    with_whom: str = ""
    ended_on: date | None = None
    learnt: str = ""


@service
def write_learning(*, by: Person, written: LearningWritten) -> LinkedLearning:
    """Write down another review, a network meeting or a joint event. Whoever opens cases."""
    _check(written)
    row = LinkedLearning.objects.create(written_at=clock.now(), written_by=by.actor_reference, **asdict(written))
    record(verb="reviews.learning_written", by=by, subject=_subject(row), data={"kind": row.kind})
    return row


@service
def change_learning(*, by: Person, reference: str, version: int, written: LearningWritten) -> LinkedLearning:
    """Say anew what is known of it. Whoever opens cases; refused when somebody else was faster."""
    row = locked_learning(reference)
    check_version(row, version, OVERTAKEN)
    _check(written)
    for name, value in asdict(written).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    record(verb="reviews.learning_changed", by=by, subject=_subject(row))
    return row


@service
def link_case(*, by: Person, case: str, learning: str, why: str = "") -> CaseLink:
    """Say that a case and another review or event belong together; only those named on the case see it. The case's owner."""
    found = Case.objects.select_for_update().get(pk=owned_case(by, case).pk)
    row = linked_learning(learning)
    if found.links.filter(learning=row).exists():
        raise Refused("They are linked already.", field="learning")
    link = CaseLink.objects.create(case=found, learning=row, why=why.strip(), linked_at=clock.now(), linked_by=by.actor_reference)
    record(verb="reviews.case_linked", by=by, subject=subject_of(found), data={"learning": row.reference})
    return link


def _subject(row: LinkedLearning) -> Subject:
    return Subject(kinds.LEARNING, row.reference)


def _check(written: LearningWritten) -> None:
    need(written.title, "Enter what it is called.", "title")
    if written.began_on > clock.today():
        raise Refused("The day must be today or in the past.", field="began_on")
    if written.ended_on is not None and not written.began_on <= written.ended_on <= clock.today():
        raise Refused("The last day must lie between the first and today.", field="ended_on")

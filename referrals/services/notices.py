"""Batches of police notifications: good rows go in, broken ones come back with their reasons, and nothing goes in twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from accounts.models import Agency
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Incomplete, Problem, Refused
from foundation.service import service
from referrals.models import Channel, NoticeBatch, NoticeRow, Submission
from referrals.rules.checking import asked_by, problems_of
from referrals.rules.notices import MOST_ROWS, OWN_NAMES, Row, content_of, hash_of, incident_key, incident_of, joined
from referrals.rules.submission import MOST_CHILDREN, Content
from referrals.selectors.duty import teams_receiving_contacts
from referrals.services.encompass import begin_notices
from referrals.services.submissions import receive_submission

BATCH = "batch"
FIRST_ROW = 2
"""The headings of a file are its row 1."""


@service
def receive_notices(*, by: Actor, agency: Agency, rows: Sequence[Row]) -> tuple[NoticeBatch, bool]:
    """Receive the rows of a police agency, the children of one incident as one submission; says whether the batch is new.

    The same rows again are the batch that there is, and a row that was received before is not received again. Refuses the whole
    batch from an agency that is not the police, when it is empty or too long, and while no team receives contacts.
    """
    if agency.kind != Agency.Kind.POLICE:
        raise Refused("Only the police send notifications in batches. Send a referral instead.", field="file")
    if not 1 <= len(rows) <= MOST_ROWS:
        raise Refused(f"Send between 1 and {MOST_ROWS} rows at a time", field="file")
    if not teams_receiving_contacts():
        raise Refused(f"No team can receive notifications at the moment. Telephone {settings.PARTNERSHIP['mash_telephone']}.")
    try:
        with transaction.atomic():
            batch = NoticeBatch.objects.create(
                agency=agency, content_hash=hash_of(list(rows)), received_at=clock.now(), received_by=by.actor_reference
            )
    except IntegrityError:
        return NoticeBatch.objects.get(agency=agency, content_hash=hash_of(list(rows))), False
    made = _receive(by, batch, rows)
    received, refused = (sum(row.state == state for row in made) for state in (NoticeRow.State.RECEIVED, NoticeRow.State.REFUSED))
    events.record(
        verb="referrals.notices_received",
        by=by,
        subject=events.Subject(BATCH, batch.reference),
        data={"rows": len(made), "received": received, "refused": refused},
    )
    return batch, True


@dataclass(frozen=True)
class _Good:
    """A row that can be received."""

    number: int
    row: Row
    row_hash: str
    content: Content


def _receive(by: Actor, batch: NoticeBatch, rows: Sequence[Row]) -> list[NoticeRow]:
    """Judge each row by itself; receive the children of one incident together."""
    kept, incidents, seen = [], dict[tuple[str, str, str], list[_Good]](), set[str]()
    for number, row in enumerate(rows, start=FIRST_ROW):
        hashed = hash_of(row)
        if hashed in seen or _known(batch, hashed):
            kept.append(_kept(batch, number, hashed, NoticeRow.State.REPEATED))
            continue
        content, wrong = content_of(row)
        if found := wrong or _problems(content):
            kept.append(_came_back(batch, number, row, found))
            continue
        seen.add(hashed)
        incidents.setdefault(incident_key(row), []).append(_Good(number, row, hashed, content))
    for together in incidents.values():
        for begin in range(0, len(together), MOST_CHILDREN):
            kept += _submit(by, batch, together[begin : begin + MOST_CHILDREN])
    return kept


def _known(batch: NoticeBatch, row_hash: str) -> bool:
    return NoticeRow.objects.filter(agency=batch.agency, row_hash=row_hash, state=NoticeRow.State.RECEIVED).exists()


def _problems(content: Content) -> list[Problem]:
    numbers = settings.TEST_NHS_NUMBERS
    return list(problems_of(content, clock.now(), clock.today(), asked=asked_by(Channel.BATCH), test_numbers=numbers))


def _submit(by: Actor, batch: NoticeBatch, together: Sequence[_Good]) -> list[NoticeRow]:
    """One submission for these children. Where a row of them came in by another batch this very moment, each by itself."""
    try:
        with transaction.atomic():
            content = joined([one.content for one in together])
            submission = receive_submission(by=by, content=content, channel=Channel.BATCH, agency=batch.agency)
            begin_notices(by, submission, {place: incident_of(one.row) for place, one in enumerate(together, start=1)})
            return [_kept(batch, one.number, one.row_hash, NoticeRow.State.RECEIVED, submission) for one in together]
    except Refused as refused:
        found = list(refused.problems) if isinstance(refused, Incomplete) else [Problem(refused.sentence, refused.field)]
        return [_came_back(batch, one.number, one.row, found) for one in together]
    except IntegrityError:
        if len(together) > 1:
            return [row for one in together for row in _submit(by, batch, [one])]
        return [_kept(batch, one.number, one.row_hash, NoticeRow.State.REPEATED) for one in together]


def _came_back(batch: NoticeBatch, number: int, row: Row, found: Sequence[Problem]) -> NoticeRow:
    told = [{"column": OWN_NAMES.get(one.field, one.field), "sentence": one.sentence} for one in found]
    return _kept(batch, number, hash_of(row), NoticeRow.State.REFUSED, problems=told, answers=dict(row))


def _kept(
    batch: NoticeBatch, number: int, row_hash: str, state: NoticeRow.State, submission: Submission | None = None, **more: object
) -> NoticeRow:
    return NoticeRow.objects.create(
        batch=batch, agency=batch.agency, number=number, row_hash=row_hash, state=state, submission=submission, **more
    )


def forget_rows_to_mend() -> None:
    """Forget what rows that came back said, some days after. Part of purging drafts."""
    before = clock.now() - timedelta(days=settings.DRAFT_KEPT_DAYS)
    NoticeRow.objects.filter(state=NoticeRow.State.REFUSED, batch__received_at__lte=before).exclude(answers={}).update(answers={})

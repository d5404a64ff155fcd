"""Writing a briefing from a case, having it approved by somebody else, and publishing it to the learning library."""

from collections.abc import Mapping

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused, need
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from foundation.word_count import count_words
from reviews.models import Briefing, BriefingReading, Case, CaseMember
from reviews.rules import kinds
from reviews.rules.briefings import BRIEFING_TRANSITIONS, LONGEST, OPTIONAL, PARTS
from reviews.rules.identifying import find
from reviews.rules.naming import says_any_of
from reviews.selectors.briefings import (
    agency_that_reads,
    briefing_of,
    case_to_write_on,
    may_approve,
    may_write,
    published_briefing,
    written_by,
)
from reviews.selectors.practice import open_holds
from reviews.selectors.publication import known_of
from reviews.selectors.sight import KNOWS_CHILDREN, owned_case, role_on
from reviews.services.team import subject_of

OVERTAKEN = "Somebody else changed this briefing while you had it open. Look at it, then send yours again."


@service
def write_briefing(*, by: Person, case: str, shape: str, title: str, parts: Mapping[str, str]) -> Briefing:
    """Begin a briefing of a case. Its owner or a reviewer; refused where it names a child or somebody of the team."""
    found = Case.objects.select_for_update().get(pk=case_to_write_on(by, case).pk)
    briefing = Briefing(case=found, shape=shape, written_by=by, written_at=clock.now())
    _fill(briefing, by, title, parts)
    briefing.save()
    record(verb="reviews.briefing_begun", by=by, subject=subject_of(found), data={"briefing": briefing.reference})
    return briefing


@service
def change_briefing(*, by: Person, case: str, briefing: str, version: int, title: str, parts: Mapping[str, str]) -> Briefing:
    """Change a briefing until it is approved; what waited for approval is a draft again. The case's owner or a reviewer."""
    row = _hold(by, case, briefing, version, "write")
    _only_writers(by, row)
    _fill(row, by, title, parts)
    row.written_by = by
    return _kept(row, by, "reviews.briefing_changed")


@service
def submit_briefing(*, by: Person, case: str, briefing: str, version: int) -> Briefing:
    """Send a draft for approval. Refused while a part is empty, or it is longer than its shape allows."""
    row = _hold(by, case, briefing, version, "submit")
    _only_writers(by, row)
    empty = [heading for name, heading, _hint in PARTS[row.shape] if name not in OPTIONAL and not getattr(row, name).strip()]
    if empty:
        raise Refused(f"Write these parts first: {', '.join(empty)}.")
    words = sum(count_words(getattr(row, name)) for name, _heading, _hint in PARTS[row.shape])
    if words > LONGEST[row.shape]:
        raise Refused(f"The briefing has {words} words. One of this shape has at most {LONGEST[row.shape]}.")
    return _kept(row, by, "reviews.briefing_submitted")


@service
def approve_briefing(*, by: Person, case: str, briefing: str, version: int) -> Briefing:
    """Approve a briefing that somebody else wrote. Owner, chair, scrutineer or executive of the case."""
    row = _hold(by, case, briefing, version, "approve")
    _only_approvers(by, row)
    _check_names(row, by)  # a child may have been added since it was written
    row.approved_at, row.approved_by = clock.now(), by.actor_reference
    return _kept(row, by, "reviews.briefing_approved")


@service
def send_back_briefing(*, by: Person, case: str, briefing: str, version: int, reason: str) -> Briefing:
    """Send a briefing back to whoever wrote it, and say what is missing. Whoever may approve it."""
    row = _hold(by, case, briefing, version, "send_back")
    _only_approvers(by, row)
    need(reason, "Enter what is missing.", "reason")
    return _kept(row, by, "reviews.briefing_sent_back", reason)


@service
def publish_briefing(*, by: Person, case: str, briefing: str, version: int) -> Briefing:
    """Publish an approved briefing to the learning library, where it does not say of which case it is. The case's owner."""
    owned_case(by, case)
    row = _hold(by, case, briefing, version, "publish")
    _check_names(row, by)
    held = open_holds(row.case)
    if held:
        raise Refused(f"Proceedings hold what is published: {', '.join(one.get_kind_display() for one in held)}.")
    row.published_at, row.published_by = clock.now(), by.actor_reference
    return _kept(row, by, "reviews.briefing_published")


@service
def withdraw_briefing(*, by: Person, case: str, briefing: str, version: int, reason: str) -> Briefing:
    """Take a briefing out of the learning library, with the reason. The case's owner."""
    owned_case(by, case)
    row = _hold(by, case, briefing, version, "withdraw")
    need(reason, "Enter why it is withdrawn.", "reason")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = clock.now(), by.actor_reference, reason.strip()
    return _kept(row, by, "reviews.briefing_withdrawn", reason)


@service
def confirm_reading(*, by: Person, briefing: str, colleagues: int = 0, use: str = "") -> BriefingReading:
    """Say that one has read a briefing, and with how many colleagues one went through it. The same person again changes it.

    Whoever is signed in and works for an agency.
    """
    row = published_briefing(briefing)
    agency = agency_that_reads(by)
    if agency is None:
        raise Refused("You hold no role in an agency for which you could read it.")
    had = BriefingReading.objects.filter(briefing=row, person=by).first()
    told = {"colleagues": colleagues, "use": use.strip()}
    if had is not None and (had.colleagues, had.use) == (told["colleagues"], told["use"]):
        return had
    reading, _made = BriefingReading.objects.update_or_create(
        briefing=row, person=by, defaults={"agency": agency, "read_at": clock.now(), **told}
    )
    record(verb="reviews.briefing_read", by=by, subject=Subject(kinds.BRIEFING, row.reference))
    return reading


def _fill(briefing: Briefing, by: Person, title: str, parts: Mapping[str, str]) -> None:
    need(title, "Enter the title.", "title")
    briefing.title = title.strip()
    for name, _heading, _hint in PARTS[briefing.shape]:
        setattr(briefing, name, parts.get(name, "").strip())
    _check_names(briefing, by)


def _check_names(briefing: Briefing, by: Person) -> None:
    """Refused where it could say who somebody is: a child by any variant of the name, a day, a place, a school; or the team."""
    case = briefing.case
    known = known_of(case, with_team=False)
    silent = (case.title, case.reference, *case.children.values_list("pseudonym", flat=True))
    team = CaseMember.objects.filter(case=case).values_list("person__name", flat=True)
    for name, heading in (("title", "Title"), *((name, heading) for name, heading, _hint in PARTS[briefing.shape])):
        text = getattr(briefing, name)
        found = [one.words for one in find(text, known)] + [person for person in team if says_any_of(text, [person])]
        if found:
            words = f": {', '.join(found)}" if role_on(by, case) in KNOWS_CHILDREN else ""
            raise Refused(f"“{heading}” names somebody of the case, or a day or place of it{words}. Take it out.", field=name)
        if says_any_of(text, silent):
            raise Refused(f"“{heading}” says of which case it is. Write neither its title nor a pseudonym.", field=name)


def _only_writers(by: Person, briefing: Briefing) -> None:
    if not may_write(role_on(by, briefing.case)):
        raise NotVisible


def _only_approvers(by: Person, briefing: Briefing) -> None:
    if not may_approve(role_on(by, briefing.case), by, written_by(briefing)):
        raise NotVisible


def _hold(by: Person, case: str, reference: str, version: int, event: str) -> Briefing:
    found = briefing_of(by, case, reference)
    row = Briefing.objects.select_for_update(of=("self",)).select_related("case").get(pk=found.pk)
    check_version(row, version, OVERTAKEN)
    move(BRIEFING_TRANSITIONS, row, event)
    return row


def _kept(row: Briefing, by: Person, verb: str, reason: str = "") -> Briefing:
    row.version += 1
    row.save()
    record(verb=verb, by=by, subject=subject_of(row.case), reason=reason, data={"briefing": row.reference})
    return row

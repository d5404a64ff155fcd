"""Writing one record with several hands: texts are merged one by one, and what two wrote at once is kept twice."""

from collections.abc import Mapping
from typing import Any

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.service import service
from foundation.states import move
from protection.models import STANDS, Conference, CoreGroupMeeting, OtherText, StrategyDiscussion
from protection.rules import kinds
from protection.rules.minutes import Written, merged
from protection.rules.states import CONFERENCE_TRANSITIONS, DISCUSSION_TRANSITIONS
from protection.selectors.sight import core_group_families, visible_conferences, visible_discussions, works_on
from protection.services.families import record

DISCUSSION_TEXTS = ("summary", "threshold_reasons", "immediate_safety", "medical_plan", "parents_told", "legal_advice")
CONFERENCE_TEXTS = (
    "past_harm",
    "danger_statements",
    "complicating_factors",
    "strengths",
    "grey_areas",
    "family_views",
    "safety_goals",
    "what_needs_to_happen",
    "contingency",
    "summary",
)
MEETING_TEXTS = ("minutes", "decisions")
_OWN = {"discussion": ("children.considered", "seats.information"), "conference": ("children.views", "invitations.view")}
"""Texts of the rows that belong to a record; their place is "children-7" or "seats-3", by the row."""


@service
def minute_discussion(*, by: Person, reference: str, texts: Mapping[str, Written], by_itself: bool = False) -> StrategyDiscussion:
    """Write texts of a strategy discussion, each by its name, "children-<row>" or "seats-<row>".

    Whoever works on the family writes all of them; whoever is invited, what their own agency tells. What somebody else changed
    since the page was shown is kept, and the new text beside it. Refused once the record has been shared. `by_itself`: as in
    `minute_conference`.
    """
    discussion: StrategyDiscussion = _locked(visible_discussions(by), StrategyDiscussion, reference)
    move(DISCUSSION_TRANSITIONS, discussion, "minute")
    begins = not by_itself or _begins(discussion, {one.page for one in texts.values()})
    _write(by, discussion, "discussion", DISCUSSION_TEXTS, texts, quiet=by_itself and discussion.held_on is None)
    if begins:
        record("discussion_minuted", by, kinds.DISCUSSION, discussion.reference)
    return discussion


@service
def minute_conference(*, by: Person, reference: str, texts: Mapping[str, Written], by_itself: bool = False) -> Conference:
    """Write texts of a conference, each by its name, "children-<row>" (the child's views) or "invitations-<row>" (an agency's).

    As `minute_discussion`. Refused once the chair has approved the record. `by_itself`: a page saves while somebody types. Then
    it is one event for each page, and while the conference sits nobody's page is stale by it who takes attendance or decides;
    once it was held, whoever approves the record must have seen the newest words.
    """
    conference: Conference = _locked(visible_conferences(by), Conference, reference)
    move(CONFERENCE_TRANSITIONS, conference, "minute")
    begins = not by_itself or _begins(conference, {one.page for one in texts.values()})
    _write(by, conference, "conference", CONFERENCE_TEXTS, texts, quiet=by_itself and conference.held_on is None)
    if begins:
        record("conference_minuted", by, kinds.CONFERENCE, conference.reference)
    return conference


@service
def minute_core_group(*, by: Person, meeting_id: int, texts: Mapping[str, Written], by_itself: bool = False) -> CoreGroupMeeting:
    """Write minutes and decisions of a core group meeting. Whoever belongs to the core group; refused once they went out.

    `by_itself`: a page saves while somebody types. Then it is one event for each page; whoever sends them out must have seen the
    newest words all the same.
    """
    meeting = CoreGroupMeeting.objects.select_for_update(of=("self",)).select_related("family").filter(pk=meeting_id).first()
    if meeting is None or not core_group_families(by).filter(pk=meeting.family_id).exists():
        raise NotVisible
    if meeting.sent_at is not None:
        raise Refused("These minutes have been sent out, so they are not changed.")
    begins = not by_itself or _begins(meeting, {one.page for one in texts.values()})
    _write(by, meeting, "meeting", MEETING_TEXTS, texts)
    if begins:
        record("core_group_minuted", by, kinds.FAMILY, meeting.family.reference)
    return meeting


@service
def settle_text(*, by: Person, other_id: int, text: str) -> OtherText:
    """Say how a text reads that two people wrote at once; both versions stay on the record. Whoever works on the family."""
    other = (
        OtherText.objects.select_for_update(of=("self",))
        .select_related("discussion__family", "conference__family", "meeting__family")
        .filter(pk=other_id)
        .first()
    )
    of = None if other is None else other.discussion or other.conference or other.meeting
    if other is None or of is None or not works_on(by, of.family):
        raise NotVisible
    if other.settled_at is not None:
        raise Refused("Somebody has settled this text already.")
    kind = "discussion" if other.discussion_id else "conference" if other.conference_id else "meeting"
    model: type[Any] = type(of)
    record_of = model.objects.select_for_update(of=("self",)).get(pk=of.pk)
    if kind != "meeting":
        move(DISCUSSION_TRANSITIONS if kind == "discussion" else CONFERENCE_TRANSITIONS, record_of, "minute")
    current = _current(record_of, kind, _TEXTS[kind], [other.place])
    _put(record_of, other.place, text, current)
    record_of.text_versions = {**record_of.text_versions, other.place: record_of.text_versions.get(other.place, 0) + 1}
    record_of.version += 1
    record_of.save(update_fields=[*_plain([other.place]), "text_versions", "version"])
    other.settled_at, other.settled_by = clock.now(), by.actor_reference
    other.save(update_fields=["settled_at", "settled_by"])
    return other


def check_settled(of: StrategyDiscussion | Conference) -> None:
    """Refuse while a text of a record that two people wrote at once is not settled. Part of services."""
    if of.other_texts.filter(settled_at__isnull=True).exists():
        raise Refused("Two people wrote into one part of the record at once. Settle how it reads first.")


def write_texts(of: StrategyDiscussion, **texts: str) -> None:
    """Set texts of a record, so that an older page does not overwrite them. Part of services; saves nothing."""
    for name, text in texts.items():
        if getattr(of, name) != text:
            setattr(of, name, text)
            of.text_versions = {**of.text_versions, name: of.text_versions.get(name, 0) + 1}


_TEXTS = {"discussion": DISCUSSION_TEXTS, "conference": CONFERENCE_TEXTS, "meeting": MEETING_TEXTS}


def _begins(of: Conference | StrategyDiscussion | CoreGroupMeeting, pages: set[str]) -> bool:
    """Whether these pages have written nothing into the record yet."""
    wrote = {page for page, _version in of.text_pages.values()}
    return not pages & wrote and not of.other_texts.filter(page__in=pages).exists()


def _locked(rows: Any, model: Any, reference: str) -> Any:
    known = rows.filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    return model.objects.select_for_update(of=("self",)).select_related("family").get(pk=known)


def _write(by: Person, of: Any, kind: str, names: tuple[str, ...], texts: Mapping[str, Written], *, quiet: bool = False) -> None:
    if kind != "meeting" and not works_on(by, of.family):
        _check_own(by, of, kind, texts)
    current = _current(of, kind, names, texts)
    done = merged({place: read for place, (read, _row, _name) in current.items()}, of.text_versions, texts, of.text_pages)
    for place, text in done.values.items():
        _put(of, place, text, current)
    for place, text in done.others.items():
        _keep_beside(by, of, kind, place, text, texts[place].page)
    of.text_versions, of.text_pages = dict(done.versions), dict(done.pages)
    of.version += 0 if quiet else 1
    of.save(update_fields=[*_plain(done.values), "text_versions", "text_pages", "version"])


def _keep_beside(by: Person, of: Any, kind: str, place: str, text: str, page: str) -> None:
    """Keep a text beside the one that somebody else wrote; where this page has one there already, it writes on in that.

    What the page had there and somebody has settled is not brought up again.
    """
    moment = clock.now()
    of_page = of.other_texts.filter(place=place, page=page, written_by=by.actor_reference).order_by("-pk")
    mine = of_page.select_for_update(of=("self",)).first() if page else None
    if mine is not None and mine.text == text:
        return
    if mine is not None and mine.settled_at is None:
        mine.text, mine.written_at = text, moment
        mine.save(update_fields=["text", "written_at"])
        return
    OtherText.objects.create(**{kind: of}, place=place, text=text, page=page, written_at=moment, written_by=by.actor_reference)


def _check_own(by: Person, of: Any, kind: str, texts: Mapping[str, Written]) -> None:
    rows = of.seats if kind == "discussion" else of.invitations
    prefix = "seats" if kind == "discussion" else "invitations"
    own = {f"{prefix}-{pk}" for pk in rows.filter(STANDS, person=by).values_list("pk", flat=True)}
    if set(texts) - own:
        raise Refused("You write what your own agency tells. The rest is written by the chair and the social work team.")


def _plain(places: Any) -> list[str]:
    return [place for place in places if "-" not in place]


def _current(of: Any, kind: str, names: tuple[str, ...], places: Any) -> dict[str, tuple[str, Any, str]]:
    """Of the record and of those rows that are written to: text, row and field, by place."""
    found = {name: (getattr(of, name), of, name) for name in names}
    for path in _OWN.get(kind, ()):
        relation, field = path.split(".")
        ids = [place.removeprefix(f"{relation}-") for place in places if place.startswith(f"{relation}-")]
        for row in getattr(of, relation).select_for_update(of=("self",)).filter(pk__in=[one for one in ids if one.isdigit()]):
            found[f"{relation}-{row.pk}"] = (getattr(row, field), row, field)
    return found


def _put(of: Any, place: str, text: str, current: Mapping[str, tuple[str, Any, str]]) -> None:
    _read, row, field = current[place]
    if row is of:
        setattr(of, field, text)
        return
    setattr(row, field, text)
    row.save(update_fields=[field])

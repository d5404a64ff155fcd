"""The guide by level of need: drafted from the version in use, published whole, and never changed afterwards."""

from collections.abc import Sequence

from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Conflict, Refused
from foundation.service import service
from referrals.models import Guide, GuideLevel, ThresholdLevel
from referrals.rules.guide import LevelGiven, check_complete

SUBJECT = "guide"
NO_DRAFT = "There is no draft any more: somebody has published it."


@service
def begin_guide(*, by: Actor) -> Guide:
    """Begin a new version with the words of the one in use; while a draft waits, that draft is given."""
    known = Guide.objects.select_for_update().order_by("-number")
    versions = list(known)
    if draft := next((one for one in versions if one.state == Guide.State.DRAFT), None):
        return draft
    before = next((one for one in versions if one.state == Guide.State.PUBLISHED), None)
    guide = Guide.objects.create(
        number=(versions[0].number if versions else 0) + 1,
        introduction=before.introduction if before else "",
        created_at=clock.now(),
        created_by=by.actor_reference,
    )
    words = {one.level: one for one in before.levels.all()} if before else {}
    GuideLevel.objects.bulk_create([_copied(guide, level, words.get(level)) for level in ThresholdLevel.values])
    _record(by, guide, "referrals.guide_begun")
    return guide


def _copied(guide: Guide, level: int, before: GuideLevel | None) -> GuideLevel:
    if before is None:
        return GuideLevel(guide=guide, level=level, title=ThresholdLevel(level).label.partition(": ")[2].capitalize())
    return GuideLevel(
        guide=guide,
        level=level,
        title=before.title,
        description=before.description,
        indicators=before.indicators,
        what_to_do=before.what_to_do,
    )


@service
def save_guide(*, by: Actor, number: int, introduction: str, levels: Sequence[LevelGiven]) -> Guide:
    """Keep what was written in the draft. Refuses a version that is no draft any more."""
    guide = _draft(number)
    guide.introduction = introduction.strip()
    guide.save(update_fields=["introduction"])
    rows = {row.level: row for row in guide.levels.select_for_update()}
    for given in levels:
        row = rows[given.level]
        row.title, row.description = given.title.strip(), given.description.strip()
        row.indicators, row.what_to_do = given.indicators.strip(), given.what_to_do.strip()
        row.save(update_fields=["title", "description", "indicators", "what_to_do"])
    _record(by, guide, "referrals.guide_saved")
    return guide


@service
def publish_guide(*, by: Actor, number: int) -> Guide:
    """Put the draft in the place of the version in use. Refuses one that leaves a level without words."""
    guide = _draft(number)
    check_complete(
        [LevelGiven(one.level, one.title, one.description, one.indicators, one.what_to_do) for one in guide.levels.all()]
    )
    moment = clock.now()
    for before in Guide.objects.select_for_update().filter(state=Guide.State.PUBLISHED):
        before.state, before.retired_at, before.retired_by = Guide.State.RETIRED, moment, by.actor_reference
        before.save(update_fields=["state", "retired_at", "retired_by"])
    guide.state, guide.published_at, guide.published_by = Guide.State.PUBLISHED, moment, by.actor_reference
    guide.save(update_fields=["state", "published_at", "published_by"])
    _record(by, guide, "referrals.guide_published")
    return guide


def _draft(number: int) -> Guide:
    guide = Guide.objects.select_for_update().filter(number=number).first()
    if guide is None:
        raise Refused("There is no such version.")
    if guide.state != Guide.State.DRAFT:
        raise Conflict(NO_DRAFT)
    return guide


def _record(by: Actor, guide: Guide, verb: str) -> None:
    events.record(verb=verb, by=by, subject=events.Subject(SUBJECT, str(guide.number)))

"""The local directory: kept by hand, filled from a feed, and chosen instead of a referral."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.service import service
from referrals.models import DirectoryChoice, DirectoryImport, DirectoryOrganisation, DirectoryService
from referrals.rules.directory import ServiceGiven, read_feed
from referrals.selectors.drafts import Writer, agencies_to_refer_for

SUBJECT = "directory_service"


@service
def import_directory(*, by: Actor, file_name: str, content: bytes, whole: bool) -> DirectoryImport:
    """Read a feed: good services go in, those known by their id are brought up to date, broken ones are kept with the reason.

    Of a `whole` feed, what it names no more is closed, with the day on which a feed last named it, unless somebody here says
    otherwise afterwards; it opens again when the feed names it again. A feed of which nothing could be taken closes nothing.
    Refuses a file that is no JSON or holds no list of services.
    """
    good, broken = read_feed(content)
    organisations = {one.feed_id: one for one in DirectoryOrganisation.objects.select_for_update() if one.feed_id}
    known = {one.feed_id: one for one in DirectoryService.objects.select_for_update() if one.feed_id}
    added = changed = 0
    for given in good:
        row = known.get(given.feed_id) or DirectoryService(feed_id=given.feed_id)
        was_new = row.pk is None
        differs = _put(row, {**given.values, "name": given.name}, _organisation(given, organisations), by)
        added, changed = added + was_new, changed + (differs and not was_new)
    _note_named([given.feed_id for given in good])
    named = {given.feed_id for given in good} | {one.feed_id for one in broken if one.feed_id}
    closed = _close_unnamed(by, named) if whole and good else []
    kept = DirectoryImport.objects.create(
        file_name=file_name[:200],
        imported_at=clock.now(),
        imported_by=by.actor_reference,
        added=added,
        changed=changed,
        closed=closed,
        broken=[{"place": one.place, "name": one.name, "why": one.why} for one in broken],
    )
    events.record(
        verb="referrals.directory_imported",
        by=by,
        subject=events.Subject("directory_import", str(kept.pk)),
        data={"added": added, "changed": changed, "closed": len(closed), "broken": len(broken)},
    )
    return kept


def _note_named(feed_ids: Sequence[str]) -> None:
    """The feed names these today; what was closed because it did not is open again as the feed says."""
    DirectoryService.objects.filter(feed_id__in=feed_ids).update(named_on=clock.today(), dropped_on=None)


def _close_unnamed(by: Actor, named: Collection[str]) -> list[dict[str, str]]:
    """Close what came from a feed and is named no more; of each its name and the day on which it was last named."""
    running = (DirectoryService.Status.ACTIVE, DirectoryService.Status.TEMPORARILY_CLOSED)
    gone = DirectoryService.objects.filter(feed_id__isnull=False, dropped_on__isnull=True, status__in=running)
    told = []
    for row in gone.exclude(feed_id__in=named).order_by("name", "pk"):
        row.status, row.dropped_on = DirectoryService.Status.INACTIVE, clock.today()
        row.changed_at, row.changed_by = clock.now(), by.actor_reference
        row.save(update_fields=["status", "dropped_on", "changed_at", "changed_by"])
        events.record(verb="referrals.directory_dropped", by=by, subject=events.Subject(SUBJECT, str(row.pk)))
        told.append({"name": row.name, "named_on": row.named_on.isoformat() if row.named_on else ""})
    return told


def _organisation(given: ServiceGiven, known: dict[str, DirectoryOrganisation]) -> DirectoryOrganisation:
    if not given.organisation_id:
        return _organisation_named(given.organisation)
    row = known.get(given.organisation_id) or DirectoryOrganisation(feed_id=given.organisation_id)
    if row.pk is None or (row.name, row.website) != (given.organisation, given.organisation_website):
        row.name, row.website = given.organisation, given.organisation_website
        row.save()
    known[given.organisation_id] = row
    return row


def _organisation_named(name: str) -> DirectoryOrganisation:
    found = DirectoryOrganisation.objects.filter(name__iexact=name).order_by("pk").first()
    return found or DirectoryOrganisation.objects.create(name=name)


def _put(row: DirectoryService, values: Mapping[str, Any], organisation: DirectoryOrganisation, by: Actor) -> bool:
    """Write what differs; says whether anything did."""
    wanted = {**values, "organisation": organisation}
    if row.pk is not None and all(getattr(row, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(row, name, value)
    row.changed_at, row.changed_by = clock.now(), by.actor_reference
    row.save()
    return True


@service
def keep_service(*, by: Actor, pk: int | None, organisation: str, values: Mapping[str, Any]) -> DirectoryService:
    """Add a service by hand (`pk` None) or change one. Refuses an age range that ends before it begins."""
    least, most = values.get("min_age"), values.get("max_age")
    if least is not None and most is not None and least > most:
        raise Refused("The highest age must be the same as or above the lowest", field="max_age")
    row = DirectoryService() if pk is None else DirectoryService.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        raise NotVisible
    _put(row, values, _organisation_named(organisation.strip()), by)
    events.record(verb="referrals.directory_changed", by=by, subject=events.Subject(SUBJECT, str(row.pk)))
    return row


@service
def choose_service(*, by: Writer, pk: int, level: int | None = None, agency: str = "") -> DirectoryChoice:
    """Note that somebody uses a local service instead of referring: the service, level, agency and day; nothing of a child.

    Refuses a service that is not open. `agency` is its code; the first for which they may refer, when none is named.
    """
    chosen = DirectoryService.objects.filter(pk=pk).first()
    if chosen is None:
        raise NotVisible
    if chosen.status != DirectoryService.Status.ACTIVE:
        raise Refused("This service is not open at the moment. Choose another.")
    agencies = agencies_to_refer_for(by)
    acting = next((one for one in agencies if one.code == agency), agencies[0] if agencies else None)
    if acting is None:
        raise Refused("You need a role in an agency before you can record this.")
    choice = DirectoryChoice.objects.create(service=chosen, agency=acting, level=level, chosen_on=clock.today())
    events.record(
        verb="referrals.directory_chosen",
        by=by,
        subject=events.Subject(SUBJECT, str(chosen.pk)),
        data={"level": level},
        agency=acting.code,
    )
    return choice

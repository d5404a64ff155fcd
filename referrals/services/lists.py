"""Reference lists for the front door: schools, addresses, and the wards in which postcodes lie."""

from accounts.models import Person
from children.services.places import import_places
from foundation import clock, events
from foundation.service import service
from referrals.models import ListImport, WardPostcode
from referrals.rules.lists import WARDS, read_wards

AT_A_TIME = 5_000


@service
def import_list(*, by: Person, kind: str, file_name: str, content: bytes, whole: bool = False) -> ListImport:
    """Take a list in and keep what became of it: known numbers and postcodes are brought up to date, broken rows are kept apart.

    `whole`: what a list of schools or addresses does not name is gone, and offered no more; otherwise it stays.
    Refuses what is neither CSV, Excel nor JSON, or has not the columns of its kind.
    """
    gone = 0
    if kind == WARDS:
        good, broken = read_wards(content)
        WardPostcode.objects.bulk_create(
            [WardPostcode(postcode=postcode, ward=ward) for postcode, ward in good.items()],
            batch_size=AT_A_TIME,
            update_conflicts=True,
            unique_fields=["postcode"],
            update_fields=["ward"],
        )
        taken = len(good)
    else:
        done = import_places(by=by, kind=kind, content=content, whole=whole)
        taken, broken, gone = done.taken, list(done.broken), done.gone
    kept = ListImport.objects.create(
        kind=kind,
        file_name=file_name[:200],
        imported_at=clock.now(),
        imported_by=by.actor_reference,
        taken=taken,
        gone=gone,
        broken=[{"line": row.line, "why": row.why} for row in broken],
    )
    events.record(
        verb="referrals.list_imported",
        by=by,
        subject=events.Subject("list_import", str(kept.pk)),
        data={"kind": kind, "taken": taken, "broken": len(broken), "gone": gone},
    )
    return kept

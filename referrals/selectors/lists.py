"""The reference lists that were brought in, and what would become of one."""

from children.rules.places import NOTHING_GOOD, keys_named, read_places
from children.selectors.places import no_longer_named
from foundation.errors import Refused
from referrals.models import ListImport
from referrals.rules.lists import WARDS, Checked, read_wards


def past_list_imports() -> list[ListImport]:
    """The last lists that were read, newest first."""
    return list(ListImport.objects.order_by("-imported_at", "-pk")[:10])


def check_list(kind: str, content: bytes, *, whole: bool = False) -> Checked:
    """What would go in, what would come back, and of a whole list what would be gone; nothing is changed.

    Refuses what is no such list.
    """
    if kind == WARDS:
        wards, broken = read_wards(content)
        return Checked(len(wards), broken)
    rows, broken = read_places(kind, content)
    if whole and not rows:
        raise Refused(NOTHING_GOOD)
    return Checked(len(rows), broken, len(no_longer_named(kind, keys_named(rows, broken))) if whole else 0)

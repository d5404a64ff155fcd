"""The reference lists that were brought in."""

from referrals.models import ListImport


def past_list_imports() -> list[ListImport]:
    """The last lists that were read, newest first."""
    return list(ListImport.objects.order_by("-imported_at", "-pk")[:10])

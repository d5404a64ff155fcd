"""When an edition is signed: every statutory partner has approved it, exactly as it is (Working Together 2023, chapter 2)."""

from collections.abc import Mapping

from accounts.models import RoleHolding
from reporting.models import Edition, EditionDecision
from reporting.rules.frozen import fingerprint

SEATS = tuple(RoleHolding.Seat)
LONGEST_COMMENT = 2_000
LONGEST_STATEMENT = 6_000


def fingerprint_of(edition: Edition) -> str:
    """SHA-256 over figures, tables of words, narrative, returns and PDF together: what a partner decides about."""
    returns = [edition.returns_sha256] if edition.returns_sha256 else []
    told = [edition.figures_sha256, edition.tables_sha256, edition.narrative_sha256, edition.pdf_sha256]
    return fingerprint([*told, *returns])


def is_signed(standing: Mapping[str, EditionDecision]) -> bool:
    """Whether all partners have approved; `standing` has the newest decision of each seat."""
    return all(seat in standing and standing[seat].decision == EditionDecision.Decision.APPROVED for seat in SEATS)

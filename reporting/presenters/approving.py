"""Wording of what the statutory partners have said of an edition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accounts.access_table import HoldingNow
from accounts.models import RoleHolding
from foundation.design.words import moment
from reporting.models import EditionDecision, EditionStatement
from reporting.rules.approving import SEATS, is_signed

TONES = {EditionDecision.Decision.APPROVED: "blue", EditionDecision.Decision.RETURNED: "red"}


@dataclass(frozen=True)
class SeatRow:
    """One statutory partner and its newest decision."""

    name: str
    words: str
    tone: str
    when: str
    who: str
    comment: str


def seat_rows(standing: Mapping[str, EditionDecision], names: Mapping[str, str]) -> list[SeatRow]:
    """Every seat, also those that have said nothing yet."""
    return [_seat_row(seat, standing.get(seat), names) for seat in SEATS]


def _seat_row(seat: RoleHolding.Seat, decision: EditionDecision | None, names: Mapping[str, str]) -> SeatRow:
    if decision is None:
        return SeatRow(str(seat.label), "Waits", "grey", "", "", "")
    return SeatRow(
        str(seat.label),
        str(EditionDecision.Decision(decision.decision).label),
        TONES[EditionDecision.Decision(decision.decision)],
        moment(decision.decided_at),
        names.get(decision.decided_by, ""),
        decision.comment,
    )


def standing_words(standing: Mapping[str, EditionDecision], *, newest: bool) -> str:
    """How far the approval of an edition is."""
    if is_signed(standing):
        return "Signed by all statutory partners, exactly as it is here."
    if not newest:
        return "A newer edition has been compiled. This one can no longer be signed."
    approved = sum(1 for decision in standing.values() if decision.decision == EditionDecision.Decision.APPROVED)
    return f"{approved} of {len(SEATS)} statutory partners have approved it."


def taken_back_words(standing: Mapping[str, EditionDecision], *, newest: bool) -> str:
    """What is said of an edition that prints words that may not be printed any more as they stand there, and what to do."""
    what = "This edition prints words that somebody has taken back, or that were changed, since it was compiled."
    if is_signed(standing):
        return f"{what} Pass it on no further. Compile a new one: it leaves them out."
    return f"{what} Compile a new one: it leaves them out." if newest else f"{what} Pass it on no further."


def seat_names(seats: Sequence[HoldingNow]) -> str:
    """For whom somebody decides: Council, or Council and Health."""
    return " and ".join(str(RoleHolding.Seat(holding.seat).label) for holding in seats)


@dataclass(frozen=True)
class StatementRow:
    """What the independent scrutineer says of an edition."""

    view: str
    tone: str
    who: str
    when: str
    text: str


def statement_row(made: EditionStatement | None, names: Mapping[str, str]) -> StatementRow | None:
    """The statement as it is told beside the approvals; None where there is none."""
    if made is None:
        return None
    tone = "blue" if made.view == EditionStatement.View.FAVOURABLE else "amber"
    return StatementRow(made.get_view_display(), tone, names.get(made.made_by, ""), moment(made.made_at), made.text)

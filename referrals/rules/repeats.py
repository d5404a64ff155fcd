"""When a child comes again: a referral within twelve months of an earlier one, and contacts that end in nothing each time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from foundation.calendar import add_months
from referrals.models.codes import REFERRAL_OUTCOMES, Outcome

MONTHS = 12
CONTACTS_OF_A_PATTERN = 3
NOTHING_DONE = frozenset({Outcome.NO_FURTHER_ACTION.value})


@dataclass(frozen=True)
class Earlier:
    """An earlier contact of the same child: when it was received (the date in London) and what was decided."""

    reference: str
    received_on: date
    outcome: str


@dataclass(frozen=True)
class Repeats:
    """What a contact repeats: the newest referral accepted in the twelve months before, and contacts that ended in nothing."""

    referral: Earlier | None
    without_action: int
    likely: "Repeats | None" = None
    """What it repeats if the records that look alike, of which nobody has said anything yet, are of the same child: only where
    that is more."""

    def __bool__(self) -> bool:
        return bool(self.referral or self.pattern or self.likely)

    @property
    def pattern(self) -> bool:
        """Whether it is the third contact, or more, in twelve months of which the earlier ones ended in nothing."""
        return self.without_action >= CONTACTS_OF_A_PATTERN - 1


def repeats_within_12_months(earlier: date, later: date) -> bool:
    """Whether something on the later day repeats what was on the earlier one: another day, and twelve months after it at most.

    Months end where the shorter one ends: 29 February repeats until 28 February of the next year.
    """
    return earlier < later <= add_months(earlier, MONTHS)


def with_likely(certain: Repeats, besides: Repeats) -> Repeats:
    """What a contact repeats, with what it would repeat `besides` if the likely records are of its child."""
    more = Repeats(
        besides.referral if certain.referral is None else None,
        besides.without_action if besides.pattern and not certain.pattern else 0,
    )
    return replace(certain, likely=more) if more else certain


def repeats_of(received_on: date, earlier: Iterable[Earlier], accepted: Collection[str] = REFERRAL_OUTCOMES) -> Repeats:
    """What a contact received on a day repeats of these earlier contacts of the same child."""
    recent = [one for one in earlier if repeats_within_12_months(one.received_on, received_on)]
    referrals = [one for one in recent if one.outcome in accepted]
    return Repeats(
        max(referrals, key=lambda one: one.received_on, default=None),
        sum(one.outcome in NOTHING_DONE for one in recent),
    )

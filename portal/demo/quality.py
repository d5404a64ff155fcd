"""How good the referrals of the demonstration are: the portal's own rule, from the start of the newest complete year."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

from foundation.calendar import FinancialYear, london_date, start_of_day
from portal.demo.copying import Copier, Ready, ready
from referrals.models import SubmissionQuality
from referrals.rules.quality import STANDARD, Quality, Told, quality_of

TERSE: Mapping[str, float] = {
    "police": 0.5,
    "housing": 0.6,
    "hospital": 0.35,
    "millbrook": 0.45,
    "probation": 0.4,
    "oakfield": 0.25,
}
"""How often an agency writes in haste, two years ago; it gets better month by month."""
USUALLY = 0.2
WORRIES = ("Concerns about neglect.", "Not doing well at home. Please look at this family.", "Parenting concerns, see report.")
LEARNT_IN = timedelta(days=1100)


class Scores:
    """Scores forms as they would have been scored when they were received."""

    def __init__(self, copier: Copier, now: datetime) -> None:
        self.copier = copier
        self.since = start_of_day(FinancialYear.of(london_date(now)).previous().start)
        self.random = Random(len(TERSE))  # noqa: S311  # of its own, so that the rest stays as it is
        self.known: dict[Told, tuple[Quality, Ready]] = {}
        self.now = now

    def in_haste(self, columns: Mapping[str, Any], code: str) -> dict[str, Any]:
        """What an agency in a hurry writes instead of the answers that it has: shorter, and with less of them."""
        random, age = self.random, self.now - columns["received_at"]
        likely = TERSE.get(code, USUALLY) * min(1.0, 0.25 + age / LEARNT_IN)
        found: dict[str, Any] = {}
        if random.random() < likely:
            found["tried_already"] = "Not known"
        if random.random() < likely:
            found |= {"child_voice": "", "child_voice_missing_reason": "Not asked."}
        if random.random() < likely:
            found["worries"] = random.choice(WORRIES)
        if columns["consent_status"] == "not_sought" and random.random() < likely:
            found["consent_details"] = "See report."
        if columns["father_unknown_reason"] and random.random() < likely:
            found["father_unknown_reason"] = "Not known"
        return found

    def add(self, submission: int, columns: Mapping[str, Any], *, fathers: bool, unborn: bool) -> None:
        """Write the score of one form; the same words are scored once."""
        if columns["received_at"] < self.since:
            return
        said = self._told(columns, fathers=fathers, unborn=unborn)
        found = self.known.get(said)
        if found is None:
            quality = quality_of(said, STANDARD, columns["channel"])
            found = self.known[said] = (quality, ready(dict(quality.parts)))
        quality, parts = found
        self.copier.add(
            SubmissionQuality,
            submission_id=submission,
            scale=STANDARD.number,
            score=quality.score,
            exempt=quality.exempt,
            parts=parts,
            scored_at=columns["received_at"],
        )

    @staticmethod
    def _told(columns: Mapping[str, Any], *, fathers: bool, unborn: bool) -> Told:
        return Told(
            consent_status=columns["consent_status"],
            consent_by=bool(columns["consent_given_by"]),
            consent_on=columns["consent_on"] is not None,
            consent_details=columns["consent_details"],
            family_told=columns["family_told"],
            family_not_told_reason=columns["family_not_told_reason"],
            father_known=columns["father_known"],
            fathers=fathers,
            father_unknown_reason=columns["father_unknown_reason"],
            unborn=unborn,
            child_voice=columns["child_voice"],
            child_voice_missing_reason=columns["child_voice_missing_reason"],
            worries=columns["worries"],
            tried_already=columns["tried_already"],
            purpose=columns["purpose"],
            urgent=columns["urgent"],
            danger=columns["immediate_danger"],
        )

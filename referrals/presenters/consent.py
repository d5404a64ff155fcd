"""How consent stands, in words: what the referrer said of it, and on which basis the MASH goes on without it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from foundation.design import words
from referrals.models import ConsentBy, ConsentOverride, ConsentScope, ConsentStatus, Contact, Submission, YesNoUnknown
from referrals.models.codes import NOT_AGREED

RIGHTS = {
    ConsentBy.RESPONSIBLE: "who has parental responsibility",
    ConsentBy.CHILD: "the child, who understands what is asked (Gillick competent)",
}
ANYWAY = {
    YesNoUnknown.YES: "They were told that the referral would be made anyway.",
    YesNoUnknown.NO: "They were not told that the referral would be made anyway.",
    YesNoUnknown.UNKNOWN: "It is not known whether they were told that the referral would be made anyway.",
}
KNOWS = {
    YesNoUnknown.YES: "They know that the referral was made.",
    YesNoUnknown.UNKNOWN: "It is not known whether they know that the referral was made.",
}


def consent_panel(
    submission: Submission, overrides: Sequence[ConsentOverride] = (), names: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Whether the family agreed, in a sentence, with what was said about it; "late" where they do not agree.

    `overrides`: what the MASH decided about going on without it, newest first, with the `names` of those who decided.
    """
    told = f"They do not know that the referral was made. {submission.family_not_told_reason}".strip()
    return {
        "sentence": _sentence(submission).rstrip(".") + ".",
        "told": KNOWS.get(YesNoUnknown(submission.family_told), told),
        "lines": [line for line in _lines(submission) if line],
        "details": submission.consent_details,
        "overrides": [override_words(row, names or {}) for row in overrides],
        "tone": "quiet" if submission.consent_status == ConsentStatus.GIVEN else "late",
    }


def _sentence(submission: Submission) -> str:
    right = RIGHTS[ConsentBy(submission.consent_by_right)] if submission.consent_by_right else ""
    who = ", ".join(part for part in (submission.consent_given_by, right) if part)
    when = f" on {words.date(submission.consent_on)}" if submission.consent_on else ""
    by = f": {who}" if who else ""
    match submission.consent_status:
        case ConsentStatus.GIVEN:
            return f"The family agreed to this referral{when}{by}"
        case ConsentStatus.REFUSED:
            return f"The family was asked and refused{when}{by}"
        case ConsentStatus.WITHDRAWN:
            since = f" on {words.date(submission.consent_withdrawn_on)}" if submission.consent_withdrawn_on else ""
            return f"The family has withdrawn its agreement{since}. It had agreed{when}{by}"
    return f"The family was not asked. {submission.get_consent_reason_display()}"


def _lines(submission: Submission) -> list[str]:
    scope = [ConsentScope(code).label for code in submission.consent_scope if code in ConsentScope.values]
    agencies = f" ({submission.consent_agencies})" if submission.consent_agencies else ""
    recorded = submission.get_consent_recorded_display()
    return [
        submission.consent_withdrawn_details if submission.consent_status == ConsentStatus.WITHDRAWN else "",
        f"To what: {'; '.join(scope)}{agencies}" if scope else "",
        f"On record: {recorded}" if recorded else "",
        ANYWAY[YesNoUnknown(submission.consent_refusal_told)] if submission.consent_refusal_told else "",
    ]


def consent_links(contact: Contact, *, officer: bool, manager: bool) -> list[dict[str, str]]:
    """What may be noted of consent: that the family withdrew it, or that the work goes on without it."""
    status, names = contact.submission.consent_status, []
    if officer and status == ConsentStatus.GIVEN:
        names.append(("withdrawn_consent", "Note that the family has withdrawn its agreement"))
    if manager and status in NOT_AGREED and contact.is_open:
        names.append(("override_consent", "Go on without the family’s agreement"))
    return [{"text": text, "href": reverse(f"referrals:{name}", args=[contact.reference])} for name, text in names]


def override_words(row: ConsentOverride, names: Mapping[str, str]) -> dict[str, str]:
    """One decision to go on without the family's agreement."""
    return {
        "title": f"Goes on without it. {row.get_basis_display()}",
        "who": f"Decided by {names.get(row.decided_by, row.decided_by)}, {words.moment(row.decided_at)}",
        "reason": row.reason,
    }

"""How the quality of referrals reads: to whoever writes one, to whoever sent it, to the MASH, and in months of an agency."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from accounts.models import Agency
from foundation.charts import Chart, line
from foundation.design import words
from referrals.models import Channel, Exemption, Grade, Purpose, QualityPart, QualityScale, SubmissionQuality, UrgentExempt
from referrals.rules.quality import Prompt, Scale
from referrals.selectors.quality import ORDER, MonthOfReferrals, Tally

LEAST_FOR_A_SHARE = 20
"""Fewer than so many referrals are told as "3 of 7", not as a percentage."""
SHORT: Mapping[str, str] = {
    QualityPart.EXAMPLE: "Example",
    QualityPart.EARLIER_HELP: "Earlier help",
    QualityPart.VOICE: "Child’s voice",
    QualityPart.FATHERS: "Father",
    QualityPart.CONSENT: "Consent",
}
THERE: Mapping[str, str] = {
    QualityPart.EXAMPLE: "You said what happened, and when.",
    QualityPart.EARLIER_HELP: "You told us what has been tried.",
    QualityPart.VOICE: "We can hear the child in what you wrote.",
    QualityPart.FATHERS: "You told us about the father, or why you could not.",
    QualityPart.CONSENT: "You explained how consent stands.",
}
COULD: Mapping[str, str] = {
    QualityPart.EXAMPLE: "One example of what happened, with the day or the time, would help us to see what you saw.",
    QualityPart.EARLIER_HELP: "What has been tried before, even if it did not work, tells us where to begin.",
    QualityPart.VOICE: "A few words of the child’s own, or what you saw them do, would help us to know them.",
    QualityPart.FATHERS: "Who the father is, or why you cannot say, helps us to see the whole family.",
    QualityPart.CONSENT: "Whom you asked and what they said, or why you did not ask, helps us to talk to the family.",
}
COLOURS = {Grade.FULL: "govuk-tag--green", Grade.PARTLY: "govuk-tag--yellow", Grade.MISSING: "govuk-tag--grey"}


def prompts_shown(rows: Sequence[Mapping[str, str]]) -> str:
    """What a page shows of prompts, to ask whether there is anything new: their questions."""
    return " ".join(row["href"] for row in rows)


def prompt_rows(prompts: Sequence[Prompt], urls: Mapping[str, str]) -> list[dict[str, str]]:
    """What could still be said, with the way to the question."""
    return [
        {"text": one.text, "href": f"{urls.get(one.page, '')}#id_{one.field}", "title": SHORT[QualityPart(one.part)].lower()}
        for one in prompts
    ]


def feedback(rows: Sequence[SubmissionQuality]) -> dict[str, Any] | None:
    """What was good about a referral and what would help more, in words for whoever sent it; nothing for what is no referral."""
    if not rows or rows[-1].exempt in (Exemption.PURPOSE, Exemption.CHANNEL):
        return None
    now = rows[-1]
    parts = [(part, now.parts[part]) for part in ORDER if part in now.parts]
    return {
        "score": now.score,
        "urgent": now.exempt == Exemption.URGENT,
        "first": rows[0].score if len(rows) > 1 else None,
        "good": [THERE[part] for part, grade in parts if grade == Grade.FULL],
        "could": [COULD[part] for part, grade in parts if grade != Grade.FULL],
    }


def for_the_mash(rows: Sequence[SubmissionQuality]) -> dict[str, Any] | None:
    """The parts of a referral's score, for those who work on it."""
    if not rows:
        return None
    now = rows[-1]
    return {
        "score": now.score,
        "exempt": now.get_exempt_display(),
        "first": rows[0].score if len(rows) > 1 else None,
        "parts": [
            {"text": SHORT[part], "grade": Grade(now.parts[part]).label, "colour": COLOURS[Grade(now.parts[part])]}
            for part in ORDER
            if part in now.parts
        ],
    }


def mean(tally: Tally) -> str:
    """The mean score, as a whole number."""
    return str((2 * tally.points + tally.scored) // (2 * tally.scored)) if tally.scored else "–"


def share_words(part: int, whole: int) -> str:
    """How many of how many; a percentage too where there are enough."""
    if not whole:
        return "–"
    told = f"{part:,} of {whole:,}"
    return f"{(200 * part + whole) // (2 * whole)}% ({told})" if whole >= LEAST_FOR_A_SHARE else told


def tally_row(tally: Tally) -> dict[str, Any]:
    """The numbers of an agency or a month, in words."""
    pairs = zip(ORDER, tally.full, tally.counted, strict=True) if tally.full else ()
    return {
        "received": tally.received,
        "scored": tally.scored,
        "mean": mean(tally),
        "parts": [{"label": SHORT[part], "text": share_words(full, counted)} for part, full, counted in pairs],
    }


def headers() -> list[str]:
    """The parts as the columns of the tables name them."""
    return [SHORT[part] for part in ORDER]


def agency_rows(agencies: Sequence[Agency], tallies: Mapping[int, Tally]) -> list[dict[str, Any]]:
    """The agencies that sent anything, by name."""
    return [
        {
            **tally_row(tallies[agency.pk]),
            "name": agency.name,
            "href": reverse("referrals:agency_quality", args=[agency.code]),
        }
        for agency in agencies
        if agency.pk in tallies
    ]


def together(tallies: Mapping[Any, Tally]) -> Tally:
    """All of them as one."""
    whole = Tally()
    for one in tallies.values():
        whole = whole.plus(one)
    return whole


def month_words(month: date) -> str:
    """October 2026."""
    return month.strftime("%B %Y")


def month_rows(months: Sequence[date], tallies: Mapping[date, Tally], *, agency: Agency, opens: bool) -> list[dict[str, Any]]:
    """The months of an agency, newest first; each leads to its referrals for who may see them."""
    return [
        {
            **tally_row(tallies[month]),
            "name": month_words(month),
            "href": reverse("referrals:quality_month", args=[agency.code, f"{month:%Y-%m}"]) if opens else "",
        }
        for month in months
        if month in tallies
    ]


def month_chart(months: Sequence[date], tallies: Mapping[date, Tally]) -> Chart | None:
    """The mean score over the months, where there are two or more."""
    shown = [month for month in reversed(months) if month in tallies and tallies[month].scored]
    if len(shown) < 2:
        return None
    return line(
        title="Mean score by month",
        description="The mean score, out of 100, of the referrals that were scored in each month.",
        categories=[month.strftime("%b %Y") for month in shown],
        series={"Mean score": [int(mean(tallies[month])) for month in shown]},
        category_header="Month",
    )


def referral_rows(month: MonthOfReferrals) -> list[dict[str, Any]]:
    """The referrals of a month: by their references and who sent them, never by a child."""
    return [
        {
            "reference": row.submission.reference,
            "href": reverse("referrals:submission", args=[row.submission.reference]),
            "sent": words.moment(row.submission.received_at),
            "by": row.submission.referrer_name,
            "score": str(row.score) if row.score is not None else f"No score: {row.get_exempt_display().lower()}",
            "could": [SHORT[part] for part in ORDER if row.parts.get(part, Grade.FULL) != Grade.FULL],
        }
        for row in month.rows
    ]


def scale_words(scale: Scale) -> dict[str, Any]:
    """A version of what counts, for everybody who may read it."""
    return {
        "number": scale.number,
        "parts": [
            {
                "text": QualityPart(one.part).label,
                "weight": one.weight,
                "least_words": one.least_words,
                "prompt": one.prompt,
            }
            for one in scale.counting
        ],
        "partly": scale.partly,
        "urgent": UrgentExempt(scale.urgent_exempt).label.lower(),
        "purposes": [Purpose(one).label for one in scale.exempt_purposes if one in Purpose.values],
        "channels": [Channel(one).label for one in scale.channels if one in Channel.values],
    }


def version_rows(rows: Sequence[QualityScale], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """The versions that were set here, newest first."""
    return [
        {"number": row.number, "at": row.made_at, "by": names.get(row.made_by, "somebody"), "reason": row.reason} for row in rows
    ]

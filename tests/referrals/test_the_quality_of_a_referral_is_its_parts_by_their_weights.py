"""The score: three worked referrals with their arithmetic, how each part is recognised, and who is exempt."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from children.rules import ChildDetails
from foundation import clock
from foundation.errors import Incomplete
from referrals.rules.quality import STANDARD, PartRule, Scale, Told, check_scale, exemption, grades, prompts, quality_of, told_by
from referrals.rules.submission import ChildGiven, Concern, Consent, Content, PersonGiven, Referrer

COMPLETE = Content(
    referrer=Referrer("Terry Teacher"),
    purpose="social_care",
    children=[ChildGiven(ChildDetails("Example", "Ada", birth_date=date(2017, 3, 27)))],
    people=[PersonGiven("carer", "Mo Example"), PersonGiven("father", "Fred Example")],
    father_known="yes",
    consent=Consent("given", given_by="Mo Example, mother", on=date(2026, 11, 17), family_told="yes"),
    concern=Concern(
        worries="On Monday she came to school without a coat and hungry, and said that nobody had been at home since Saturday.",
        tried_already="Breakfast club since September, two talks with the mother.",
        child_voice="“I make my own tea.”",
    ),
)
THIN = replace(
    COMPLETE,
    people=[],
    father_known="no",
    father_unknown_reason="Not known",
    consent=Consent("not_sought", reason="other", details="See above.", family_told="no", family_not_told_reason="Not asked"),
    concern=Concern(
        worries="There are concerns about the parenting in this family and about how the children are looked after.",
        tried_already="Nothing yet",
        child_voice_missing_reason="Did not ask.",
    ),
)
URGENT = replace(THIN, immediate_danger=True, urgent=True)


def test_a_complete_referral_scores_100() -> None:
    """25 for the example + 15 for earlier help + 20 for the voice + 20 for the father + 20 for consent = 100."""
    found = quality_of(told_by(COMPLETE), STANDARD, "portal")
    assert set(found.parts.values()) == {"full"}
    assert (found.score, found.exempt) == (100, "")
    assert prompts(told_by(COMPLETE), STANDARD) == []


def test_a_thin_referral_scores_33() -> None:
    """12.5 + 0 + 10 + 0 + 10 = 32.5, and half a point is rounded up once, at the end: 33.

    Half of 25 for a worry without its time, 0 for earlier help, half of 20 for the reason why the child was not asked, 0 for
    the father, half of 20 for consent without a sentence.
    """
    found = quality_of(told_by(THIN), STANDARD, "portal")
    assert found.parts == {
        "example": "partly",
        "earlier_help": "missing",
        "voice": "partly",
        "fathers": "missing",
        "consent": "partly",
    }
    assert found.score == 33
    assert [one.part for one in prompts(told_by(THIN), STANDARD)] == ["example", "earlier_help", "voice", "fathers", "consent"]


def test_an_urgent_referral_gets_no_score_and_no_prompt() -> None:
    """The same thin words while a child is in danger: nothing is added up, its parts are kept, and nobody is asked for more."""
    found = quality_of(told_by(URGENT), STANDARD, "portal")
    assert (found.score, found.exempt) == (None, "urgent")
    assert found.parts["example"] == "partly"
    assert prompts(told_by(URGENT), STANDARD) == []


def test_a_version_with_other_weights_gives_another_score() -> None:
    """Only the voice (60) and consent (40) count, and partly is a quarter: 60 x 0.25 + 40 x 0.25 = 25."""
    weights = {"voice": 60, "consent": 40}
    parts = tuple(replace(one, weight=weights.get(one.part, 0)) for one in STANDARD.parts)
    other = replace(STANDARD, number=2, partly=25, parts=parts)
    found = quality_of(told_by(THIN), other, "portal")
    assert (found.score, set(found.parts)) == (25, {"voice", "consent"})
    assert {one.part for one in prompts(told_by(THIN), other)} == {"voice", "consent"}


@pytest.mark.parametrize(
    ("said", "part", "grade"),
    [
        (Told(), "example", "missing"),
        (Told(worries="Neglect."), "example", "missing"),
        (Told(worries="Hit last night."), "example", "partly"),
        (Told(worries="word " * 15), "example", "partly"),
        (Told(worries="word " * 15, incident=True), "example", "full"),
        (Told(worries="word " * 15 + "on 17 November"), "example", "full"),
        (Told(worries="word " * 15 + "at 3:30pm"), "example", "full"),
        (Told(worries="word " * 15 + "three times this month"), "example", "full"),
        (Told(tried_already="Nothing yet."), "earlier_help", "missing"),
        (Told(tried_already="N/A"), "earlier_help", "missing"),
        (Told(tried_already="Nothing yet, because we met the family today."), "earlier_help", "full"),
        (Told(tried_already="Breakfast club"), "earlier_help", "partly"),
        (Told(tried_already="Notes were left by the health visitor"), "earlier_help", "full"),
        (Told(child_voice="“No.”"), "voice", "partly"),
        (Told(child_voice="“My tummy hurts.”"), "voice", "full"),
        (Told(child_voice_missing_reason="Too young"), "voice", "partly"),
        (Told(child_voice_missing_reason="Not born yet", unborn=True), "voice", "full"),
        (Told(father_known="yes"), "fathers", "missing"),
        (Told(father_known="yes", fathers=True), "fathers", "full"),
        (Told(father_known="unknown", fathers=True), "fathers", "full"),
        (Told(father_known="no", fathers=True), "fathers", "partly"),
        (Told(father_known="no", father_unknown_reason="Not known"), "fathers", "missing"),
        (Told(father_known="no", father_unknown_reason="She will not say who he is."), "fathers", "full"),
        (Told(consent_status="given", consent_by=True, family_told="yes"), "consent", "partly"),
        (Told(consent_status="given", consent_by=True, consent_on=True, family_told="yes"), "consent", "full"),
        (Told(consent_status="given", consent_by=True, consent_on=True, family_told="no"), "consent", "partly"),
        (Told(consent_status="refused", consent_by=True, family_told="yes"), "consent", "partly"),
        (Told(consent_status="refused", consent_by=True, consent_details="She manages.", family_told="yes"), "consent", "full"),
        (Told(consent_status="not_sought", consent_details="", family_told="yes"), "consent", "partly"),
        (Told(consent_status="not_sought", consent_details="He may hurt the child again.", family_told="yes"), "consent", "full"),
    ],
)
def test_each_part_is_there_partly_there_or_missing(said: Told, part: str, grade: str) -> None:
    assert grades(said, STANDARD)[part] == grade


@pytest.mark.parametrize(
    ("said", "scale", "channel", "why"),
    [
        (Told(purpose="social_care"), STANDARD, "portal", ""),
        (Told(purpose="social_care"), STANDARD, "api", ""),
        (Told(purpose="social_care"), STANDARD, "batch", "channel"),
        (Told(purpose="notification"), STANDARD, "portal", "purpose"),
        (Told(urgent=True), STANDARD, "portal", "urgent"),
        (Told(urgent=True), replace(STANDARD, urgent_exempt="danger"), "portal", ""),
        (Told(urgent=True, danger=True), replace(STANDARD, urgent_exempt="danger"), "portal", "urgent"),
        (Told(urgent=True, danger=True), replace(STANDARD, urgent_exempt="none"), "portal", ""),
    ],
)
def test_who_is_exempt_follows_the_version(said: Told, scale: Scale, channel: str, why: str) -> None:
    assert exemption(said, scale, channel) == why


def test_a_question_that_was_not_answered_yet_is_not_prompted() -> None:
    assert prompts(Told(), STANDARD) == []
    assert [one.part for one in prompts(Told(worries="Neglect."), STANDARD, page="concern")] == ["example"]
    assert prompts(Told(worries="Neglect."), STANDARD, page="consent") == []


def test_when_it_happened_may_stand_in_its_own_question() -> None:
    concern = replace(THIN.concern, incident_at=datetime(2026, 11, 17, 9, 0, tzinfo=clock.LONDON))
    assert grades(told_by(replace(THIN, concern=concern)), STANDARD)["example"] == "full"


def test_weights_that_do_not_make_100_are_refused() -> None:
    parts = [PartRule("voice", 60, 3, "Say more."), PartRule("consent", 30, 3, "")]
    with pytest.raises(Incomplete) as refused:
        check_scale(parts, partly=50, channels=[], reason=" ")
    assert [problem.field for problem in refused.value.problems] == ["prompt_consent", "weight_voice", "channels", "reason"]
    assert "They are 90." in refused.value.problems[1].sentence

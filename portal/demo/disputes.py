"""Disagreements of the demonstration: most are over at the first stages, a few go up."""

from datetime import datetime, timedelta
from random import Random

from foundation.calendar import end_of_day, london_date
from portal.demo import casework_words as words
from portal.demo.calendar import add_working_days
from portal.demo.courses import weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from referrals.models import Contact, ContactState, Disagreement, DisagreementStage, Outcome

ABOUT = (("threshold", 62), ("plan", 10), ("sharing", 12), ("attendance", 8), ("transfer", 8))
STAGES = (("1", 46), ("2", 30), ("3", 15), ("4", 7), ("5", 2))
SHARE = 0.006
LIMITS = (1, 2, 3, 5, 5)


def write_disagreements(number: int, made: DemoPartnership, now: datetime) -> None:
    """Let agencies disagree with a few of the contacts that were closed with advice, early help or nothing."""
    random, references = Random(number), References(number + 1)  # noqa: S311  # a demonstration
    social_care = made.agencies["social-care"]
    rows = (
        Contact.objects.filter(
            state=ContactState.SIGNED_OFF,
            outcome__in=(Outcome.NO_FURTHER_ACTION, Outcome.ADVICE, Outcome.EARLY_HELP),
            submission__agency__kind__in=("school", "health", "police", "early_years"),
            approved_at__lt=now - timedelta(days=40),
        )
        .order_by("received_at", "id")
        .values_list("id", "submission__agency", "submission__referrer", "submission__referrer__reference", "approved_at")
    )
    for contact, agency, person, reference, approved_at in rows:
        if approved_at is not None and random.random() < SHARE:
            _write(random, references, (contact, agency, person, reference), (approved_at, social_care.pk))


def _write(random: Random, references: References, who: tuple[int, int, int, str], what: tuple[datetime, int]) -> None:
    contact, agency, person, reference = who
    raised, last = what[0] + timedelta(days=1), int(weighted(random, STAGES))
    about = weighted(random, ABOUT)
    began, stages = raised, []
    for place in range(last):
        due = end_of_day(add_working_days(london_date(began), LIMITS[place]))
        ended = due - timedelta(hours=random.randint(8, 16))
        if random.random() < 0.15:
            ended = due + timedelta(days=random.randint(1, 3))
        outcome = words.ENDED_OUTCOME if place == last - 1 else words.STAGE_OUTCOME
        stages.append((place + 1, began, due, ended, outcome))
        began = ended
    ended = stages[-1][3]
    made = Disagreement.objects.create(
        reference=references.new("2"),
        contact_id=contact,
        about=about,
        raised_for_id=agency,
        raised_with_id=what[1],
        raiser_id=person,
        disputed=words.DISPUTED[about],
        concern=words.CONCERN,
        wanted=words.WANTED,
        risk=words.RISK,
        state="decided" if last == len(LIMITS) else "resolved",
        stage=last,
        due_at=stages[-1][2],
        raised_at=raised,
        raised_by=reference,
        ended_at=ended,
        ended_by=reference,
        learning="The reasons of a decision are written so that the school understands them.",
        once=f"seed-{contact}",
    )
    for place, began, due, ended, outcome in stages:
        DisagreementStage.objects.create(
            disagreement=made,
            number=place,
            began_at=began,
            began_by=reference,
            due_at=due,
            ended_at=ended,
            ended_by=reference,
            people=words.STAGE_PEOPLE,
            outcome=outcome,
        )

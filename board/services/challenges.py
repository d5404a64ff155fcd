"""Keeping the challenge log: raising, putting right, answering, and saying what came of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from accounts.models import Person
from board.models import Challenge, ChallengeEntry, ChallengeTheme
from board.rules import SETTLED
from board.selectors.challenges import agency_of, locked_challenge, meeting_of, themes_of_challenge
from board.selectors.owners import leads_of
from board.selectors.themes import chosen_themes
from board.services.themes import NOT_IN_USE
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.mail import NEWS, PATH, queue_mail
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

Outcome = Challenge.Outcome


def subject_of(challenge: Challenge) -> Subject:
    """How events speak of a challenge."""
    return Subject("challenge", challenge.reference)


def _told(
    *, about: str, raiser_agency: str, meeting: str, raised_on: date, response_due_on: date | None, **words: str
) -> dict[str, Any]:
    """What was filled in as the table keeps it; refuses days that do not follow one another."""
    if raised_on > clock.today():
        raise Refused("The day on which it was raised must be today or in the past.", field="raised_on")
    if response_due_on is not None and response_due_on < raised_on:
        raise Refused("The response must be due on the day it was raised or later.", field="response_due_on")
    agency = agency_of(raiser_agency, "raiser_agency")
    if words["raiser_kind"] == Challenge.Raiser.PARTNER and agency is None:
        raise Refused("Select the agency that raised it.", field="raiser_agency")
    about_agency = agency_of(about, "about")
    if about_agency is not None and about_agency == agency:
        raise Refused("An agency does not challenge itself. Select another agency, or the partnership.", field="about")
    return {
        **words,
        "raised_on": raised_on,
        "response_due_on": response_due_on,
        "raiser_agency": agency,
        "about_agency": about_agency,
        "meeting": meeting_of(meeting),
    }


def _tag(challenge: Challenge, codes: Iterable[str]) -> tuple[set[str], set[str]]:
    """Tag it with these themes; says which of them are new to it, and which it had that it has no more."""
    had = {theme.code for theme in themes_of_challenge(challenge)}
    wanted = chosen_themes(codes, had)
    if wanted is None:
        raise Refused(NOT_IN_USE, field="themes")
    now = {theme.code for theme in wanted}
    challenge.tags.exclude(theme__in=wanted).delete()
    ChallengeTheme.objects.bulk_create(
        ChallengeTheme(challenge=challenge, theme=theme) for theme in wanted if theme.code not in had
    )
    return now - had, had - now


@service
def raise_challenge(
    *, by: Person, title: str, text: str, raised_on: date, raiser_kind: str, raiser: str = "", raiser_agency: str = "",
    about: str = "", meeting: str = "", asked_for: str = "", themes: Iterable[str] = (), response_due_on: date | None = None,
) -> Challenge:  # fmt: skip
    """Write a challenge into the log; the leads of the challenged agency hear that there is news. The same again adds nothing.

    Refuses a day to come, an answer due before it was raised, a partner without its agency, and an agency that challenges itself.
    """
    told = _told(
        about=about, raiser_agency=raiser_agency, meeting=meeting, raised_on=raised_on,
        response_due_on=response_due_on, raiser_kind=raiser_kind, raiser=raiser, title=title, text=text, asked_for=asked_for,
    )  # fmt: skip
    take_turns("board.challenges")
    there = Challenge.objects.filter(**told).first()
    if there is not None:
        return there
    challenge = Challenge.objects.create(**told)
    _tag(challenge, themes)
    record(verb="board.challenge_raised", by=by, subject=subject_of(challenge), data={"about": about})
    _tell_the_challenged(challenge)
    return challenge


def _tell_the_challenged(challenge: Challenge) -> None:
    if challenge.about_agency_id is None:
        return
    for lead in leads_of([challenge.about_agency_id])[challenge.about_agency_id]:
        key = f"challenge-raised:{challenge.reference}:{challenge.version}:{lead.reference}"
        queue_mail(to=lead.email, template=NEWS.name, context={PATH: f"/challenges/{challenge.reference}/"}, key=key)


@service
def change_challenge(
    *, by: Person, reference: str, version: int, title: str, text: str, raised_on: date, raiser_kind: str, raiser: str = "",
    raiser_agency: str = "", about: str = "", meeting: str = "", asked_for: str = "", themes: Iterable[str] = (),
    response_due_on: date | None = None,
) -> Challenge:  # fmt: skip
    """Put a challenge right. Refuses one that was answered: what was asked stays as it was answered."""
    challenge = _as_opened(by, reference, version)
    if challenge.answered_on is not None:
        raise Refused("This challenge has been answered, so what was asked stays as it was.")
    told = _told(
        about=about, raiser_agency=raiser_agency, meeting=meeting, raised_on=raised_on,
        response_due_on=response_due_on, raiser_kind=raiser_kind, raiser=raiser, title=title, text=text, asked_for=asked_for,
    )  # fmt: skip
    passed_on = told["about_agency"] != challenge.about_agency
    for name, value in told.items():
        setattr(challenge, name, value)
    _tag(challenge, themes)
    _save(challenge)
    record(verb="board.challenge_changed", by=by, subject=subject_of(challenge), data={"about": about})
    if passed_on:
        _tell_the_challenged(challenge)
    return challenge


@service
def tag_challenge(*, by: Person, reference: str, version: int, themes: Iterable[str]) -> Challenge:
    """Say which themes a challenge is about, also after it was answered. The same themes again change nothing.

    Refuses themes that are unknown or retired, save those it has, and says so when somebody else changed it meanwhile.
    """
    challenge, codes = locked_challenge(by, reference), frozenset(themes)
    if {theme.code for theme in themes_of_challenge(challenge)} == codes:
        return challenge
    challenge = _as_opened(by, reference, version)
    added, removed = _tag(challenge, codes)
    _save(challenge)
    data = {"added": " ".join(sorted(added)), "removed": " ".join(sorted(removed))}
    record(verb="board.challenge_tagged", by=by, subject=subject_of(challenge), data=data)
    return challenge


def _as_opened(by: Person, reference: str, version: int) -> Challenge:
    challenge = locked_challenge(by, reference)
    check_version(
        challenge,
        version,
        "Somebody else has changed this challenge since you opened it. Check yours against theirs and save again.",
    )
    return challenge


def _save(challenge: Challenge) -> None:
    challenge.version += 1
    challenge.save()


def _written_already(challenge: Challenge, entry: Mapping[str, Any]) -> bool:
    """Whether the newest entry says just this: a second press of the same button."""
    newest = challenge.entries.order_by("-id").first()
    return newest is not None and all(getattr(newest, name) == value for name, value in entry.items())


@service
def answer_challenge(*, by: Person, reference: str, version: int, text: str, who: str, answered_on: date) -> Challenge:
    """Write down who answered what on which day. A later answer stands beside the earlier; the same again adds nothing.

    Refuses a day before the challenge or to come, a challenge whose outcome is known, and one that was changed meanwhile.
    """
    challenge = locked_challenge(by, reference)
    entry = {"kind": ChallengeEntry.Kind.RESPONSE, "happened_on": answered_on, "who": who, "text": text, "written_by": by}
    if _written_already(challenge, entry):
        return challenge
    _check_day(challenge, answered_on, "answered_on")
    challenge = _as_opened(by, reference, version)
    if challenge.outcome in SETTLED:
        raise Refused("The outcome of this challenge is known. Open it again before you add an answer.")
    ChallengeEntry.objects.create(challenge=challenge, written_at=clock.now(), **entry)
    if challenge.answered_on is None or answered_on < challenge.answered_on:
        challenge.answered_on = answered_on
    _save(challenge)
    record(verb="board.challenge_answered", by=by, subject=subject_of(challenge))
    return challenge


def _check_day(challenge: Challenge, day: date, field: str) -> None:
    if day < challenge.raised_on:
        raise Refused("The day must not be before the one on which it was raised.", field=field)
    if day > clock.today():
        raise Refused("The day must be today or in the past.", field=field)


@service
def decide_challenge(
    *, by: Person, reference: str, version: int, outcome: str, text: str, decided_on: date, taken_to: str = "", who: str = ""
) -> Challenge:
    """Say what came of a challenge: something changed, and what; nothing did, and why; it is disputed; it was taken further, to
    whom; or it is open again.

    Refuses while nobody has answered, save that it was taken further; that without to whom; what is open already; a day before
    the challenge or to come; and a challenge that was changed meanwhile.
    """
    challenge = locked_challenge(by, reference)
    further = outcome == Outcome.ESCALATED
    entry = {
        "kind": ChallengeEntry.Kind.OUTCOME, "happened_on": decided_on, "outcome": outcome, "text": text, "written_by": by,
        "taken_to": taken_to if further else "", "who": who if further else "",
    }  # fmt: skip
    if _written_already(challenge, entry):
        return challenge
    if outcome not in Outcome.values:
        raise Refused("Select what came of the challenge.", field="outcome")
    if further and taken_to not in Challenge.TakenTo.values:
        raise Refused("Select to whom it was taken.", field="taken_to")
    _check_day(challenge, decided_on, "decided_on")
    challenge = _as_opened(by, reference, version)
    if outcome == challenge.outcome == Outcome.OPEN:
        raise Refused("This challenge is open already.", field="outcome")
    if challenge.answered_on is None and outcome not in (Outcome.ESCALATED, Outcome.OPEN):
        raise Refused("Nobody has answered this challenge yet. Write down the answer first.", field="outcome")
    if decided_on < _last_decided(challenge):
        raise Refused("The day must not be before the outcome that stands.", field="decided_on")
    ChallengeEntry.objects.create(challenge=challenge, written_at=clock.now(), **entry)
    challenge.outcome = outcome
    _save(challenge)
    record(
        verb="board.challenge_decided", by=by, subject=subject_of(challenge),
        data={"outcome": outcome, "taken_to": str(entry["taken_to"])},
    )  # fmt: skip
    return challenge


def _last_decided(challenge: Challenge) -> date:
    newest = challenge.entries.filter(kind=ChallengeEntry.Kind.OUTCOME).order_by("-happened_on").first()
    return newest.happened_on if newest else challenge.raised_on

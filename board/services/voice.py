"""Keeping what was said: taking it down, consent to publish it, confirming that it names nobody, and what was done."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Agency, Person
from board.anonymity import LOOKED_FOR, words_key
from board.models import Feedback, FeedbackAnswer, FeedbackConsent, FeedbackTheme, FeedbackUse, Use
from board.selectors.actions import plan_for
from board.selectors.challenges import agency_of
from board.selectors.themes import chosen_themes
from board.selectors.voice import (
    NOT_SHARED,
    OPEN_WORDS,
    Said,
    actions_for_feedback,
    keeps_the_voice,
    locked_feedback,
    may_change,
    printable,
    publishable,
    recommendations_for_feedback,
    said_once,
    same_words,
    service_as_known,
    themes_of_feedback,
    visible_feedback,
    writers_of,
)
from board.services.themes import NOT_IN_USE
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.design.words import date as gov_date
from foundation.errors import NotVisible, Refused
from foundation.events import Happened, Subject, record, record_each
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

PUBLISHED_TEXT = ("speaker", "age_band", "service", "agency", "words", "public_words", "summary", "done")
"""What is or may be read by everybody once it is published: when it changes, the confirmation that it names nobody lapses."""


def subject_of(feedback: Feedback) -> Subject:
    """How events speak of a piece of feedback."""
    return Subject("feedback", feedback.reference)


def _as_opened(by: Person, reference: str, version: int) -> Feedback:
    feedback = locked_feedback(by, reference)
    check_version(feedback, version)
    return feedback


def _kept_by(by: Person, reference: str) -> Feedback:
    feedback = locked_feedback(by, reference)
    if not may_change(by, feedback):
        raise NotVisible
    return feedback


def _read_by(by: Person, reference: str) -> Feedback:
    feedback = locked_feedback(by, reference)
    if feedback.withheld:  # type: ignore[attr-defined]  # annotated
        raise NotVisible
    return feedback


def _save(feedback: Feedback) -> None:
    feedback.version += 1
    feedback.save()


def _write(by: Person, feedback: Feedback, told: dict[str, Any]) -> bool:
    """Put these into a piece; whether anything that may be published is another now. Then the confirmation lapses."""
    another = any(getattr(feedback, name) != value for name, value in told.items() if name in PUBLISHED_TEXT)
    for name, value in told.items():
        setattr(feedback, name, value)
    if another:
        feedback.written_at, feedback.written_by = clock.now(), by
    if another and feedback.checked_at is not None:
        feedback.checked_at, feedback.checked_by = None, None
        data = {"taken_out": _take_out(feedback.uses.all())}
        record(verb="board.feedback_check_lapsed", by=by, subject=subject_of(feedback), data=data)
    return another


def _take_out(uses: QuerySet[FeedbackUse]) -> int:
    """Take the words out of those of these uses that are not published yet; out of how many."""
    return uses.filter(published_on__isnull=True, taken_out_on__isnull=True).update(taken_out_on=clock.today())


def _check_words(by: Person, words: str, summary: str, but: str = "") -> None:
    """Also when two take down the same words at the same moment: the second waits, and is refused. Whoever may not read the
    first learns nothing of it but that it is there."""
    if not words.strip() and not summary.strip():
        raise Refused("Enter their own words, or a summary of what they said.", field="words")
    take_turns("board.feedback words")
    there = same_words(words, but)
    if there is not None and not visible_feedback(by).filter(pk=there.pk, **OPEN_WORDS).exists():
        raise Refused("These words are taken down already. They stand once.", field="words")
    if there is not None:
        raise Refused(f"The same words were taken down on {gov_date(there.said_on)} already. They stand once.", field="words")


def _told(*, said_on: date, agency: str, service: str, **more: Any) -> dict[str, Any]:
    if said_on > clock.today():
        raise Refused("The day on which it was said must be today or in the past.", field="said_on")
    name = " ".join(service.split())
    if not name:
        raise Refused("Enter which service it is about.", field="service")
    words = more["words"]
    return {
        **more, "said_on": said_on, "agency": agency_of(agency, "agency"), "service": service_as_known(name),
        "words_key": words_key(words),
    }  # fmt: skip


def _taken_for(by: Person, about: Agency | None) -> Agency | None:
    """For which agency somebody takes something down: their own, that it is about where they lead several; none for the
    business team."""
    if keeps_the_voice(by):
        return None
    own = agency_ids(by, AGENCY_LEAD)
    return about if about is not None and about.pk in own else Agency.objects.filter(pk__in=own).order_by("pk").first()


def _tag(feedback: Feedback, codes: Iterable[str]) -> None:
    had = {theme.code for theme in themes_of_feedback(feedback)}
    wanted = chosen_themes(codes, had)
    if wanted is None:
        raise Refused(NOT_IN_USE, field="themes")
    feedback.tags.exclude(theme__in=wanted).delete()
    fresh = [theme for theme in wanted if theme.code not in had]
    FeedbackTheme.objects.bulk_create(FeedbackTheme(feedback=feedback, theme=theme) for theme in fresh)


@service
def add_feedback(
    *, by: Person, speaker: str, way: str, service: str, said_on: date, words: str = "", summary: str = "", agency: str = "",
    age_band: str = "", public_words: str = "", themes: Iterable[str] = (),
) -> Feedback:  # fmt: skip
    """Take down what somebody said. An agency's lead does so for the agency, and reads it ever after.

    Refuses a day to come, nothing said, words that were taken down already (save for case, blanks and stops), and themes that
    are not in use.
    """
    _check_words(by, words, summary)
    told = _told(
        speaker=speaker, way=way, service=service, said_on=said_on, words=words, summary=summary, agency=agency,
        age_band=age_band, public_words=public_words,
    )  # fmt: skip
    now = clock.now()
    feedback = Feedback.objects.create(
        **told, taken_at=now, taken_by=by, taken_for=_taken_for(by, told["agency"]), written_at=now, written_by=by
    )
    _tag(feedback, themes)
    record(verb="board.feedback_added", by=by, subject=subject_of(feedback), data={"way": way, "speaker": speaker})
    return feedback


@service
def change_feedback(
    *, by: Person, reference: str, version: int, speaker: str, way: str, service: str, said_on: date, words: str = "",
    summary: str = "", agency: str = "", age_band: str = "", public_words: str = "", themes: Iterable[str] = (),
) -> Feedback:  # fmt: skip
    """Put right what was taken down. Where the words changed, the confirmation that they name nobody lapses, and they are taken
    out of whatever is not published yet; so they are where it is a complaint now that is not shared.

    Refuses what taking down refuses, a day after what was done or agreed, and one that was changed meanwhile.
    """
    feedback = _kept_by(by, reference)
    check_version(feedback, version)
    _check_words(by, words, summary, but=reference)
    told = _told(
        speaker=speaker, way=way, service=service, said_on=said_on, words=words, summary=summary, agency=agency,
        age_band=age_band, public_words=public_words,
    )  # fmt: skip
    if feedback.done_on is not None and feedback.done_on < said_on:
        raise Refused(f"Something was done about it on {gov_date(feedback.done_on)}. Enter that day or earlier.", field="said_on")
    if way != Feedback.Way.COMPLAINT or told["agency"] != feedback.agency:
        feedback.shared_at, feedback.shared_by = None, ""
    _write(by, feedback, told)
    _tag(feedback, themes)
    _save(feedback)
    _take_out(FeedbackUse.objects.filter(feedback__in=Feedback.objects.filter(NOT_SHARED, pk=feedback.pk)))
    record(verb="board.feedback_changed", by=by, subject=subject_of(feedback))
    return feedback


def _check_consent(feedback: Feedback, consent: str, who: str, happened_on: date, uses: Iterable[str]) -> list[str]:
    """The uses in their order. Refuses what cannot be."""
    wanted = [use for use in Use.values if use in set(uses)]
    known = (Feedback.Consent.ASKED, Feedback.Consent.GIVEN, Feedback.Consent.NOT_GIVEN, Feedback.Consent.WITHDRAWN)
    if consent not in known:
        raise Refused("Select what was said.", field="consent")
    if happened_on > clock.today():
        raise Refused("The day must be today or in the past.", field="happened_on")
    if feedback.consent_on is not None and happened_on < feedback.consent_on:
        raise Refused(f"The day must not be before the last entry, of {gov_date(feedback.consent_on)}.", field="happened_on")
    if consent == Feedback.Consent.WITHDRAWN and feedback.consent != Feedback.Consent.GIVEN:
        raise Refused("Consent is not given, so it cannot be withdrawn.", field="consent")
    if consent != Feedback.Consent.ASKED and not who.strip():
        raise Refused("Enter who said so.", field="who")
    if consent != Feedback.Consent.GIVEN:
        return []
    if not wanted:
        raise Refused("Select for which uses consent was given.", field="uses")
    return wanted


@service
def record_consent(
    *, by: Person, reference: str, version: int, consent: str, how: str, happened_on: date, who: str = "",
    uses: Iterable[str] = (),
) -> Feedback:  # fmt: skip
    """Write down what was said of publishing the words: by whom, how, on which day and for which uses. The same again adds
    nothing. Words are taken out of whatever is not published yet, for every use to which there is no consent any more.

    Refuses a day to come or before the last entry, consent for no use, withdrawing what was not given, and one that was changed
    meanwhile.
    """
    feedback = _kept_by(by, reference)
    wanted = _check_consent(feedback, consent, who, happened_on, uses)
    entry = {"consent": consent, "who": who, "how": how, "happened_on": happened_on, "uses": wanted}
    newest = feedback.consents.order_by("-id").first()
    if newest is not None and all(getattr(newest, name) == value for name, value in entry.items()):
        return feedback
    check_version(feedback, version)
    FeedbackConsent.objects.create(feedback=feedback, written_at=clock.now(), written_by=by, **entry)
    feedback.consent, feedback.consent_on, feedback.consent_uses = consent, happened_on, wanted
    taken_out = _take_out(feedback.uses.exclude(use__in=wanted))
    _save(feedback)
    data: dict[str, str | int] = {"consent": consent, "uses": " ".join(wanted), "taken_out": taken_out}
    record(verb="board.feedback_consent_recorded", by=by, subject=subject_of(feedback), data=data)
    return feedback


@service
def confirm_anonymity(*, by: Person, reference: str, version: int, looked_for: Iterable[str] = ()) -> Feedback:
    """Confirm that nothing in what may be published says who anybody is, as it was read. Twice changes nothing.

    Refuses whoever took it down or wrote any of what may be published since it was last confirmed, a look that left something
    out, and a text that was changed since it was read. Words that are withheld from somebody are not theirs to confirm.
    """
    feedback = _read_by(by, reference)
    if feedback.checked_by_id == by.pk:
        return feedback
    if by.pk in writers_of(feedback):
        raise Refused("You wrote this. Somebody else confirms that it names nobody.")
    if feedback.checked_at is not None:
        return feedback
    check_version(feedback, version, "The text has changed since you opened it. Read it again before you confirm.")
    if not feedback.words and not feedback.public_words:
        raise Refused("There are no words to publish. Only a summary was taken down.")
    if set(looked_for) != {code for code, _label in LOOKED_FOR}:
        raise Refused("Select each thing for which you have looked. If one of them is there, put the words right first.",
                      field="looked_for")  # fmt: skip
    feedback.checked_at, feedback.checked_by = clock.now(), by
    _save(feedback)
    record(verb="board.feedback_checked", by=by, subject=subject_of(feedback))
    return feedback


@service
def say_what_was_done(*, by: Person, reference: str, version: int, done: str, done_who: str, done_on: date) -> Feedback:
    """Write down what was done, by whom and when. It is published with the words, so the confirmation that they name nobody
    lapses, and they are taken out of whatever is not published yet. The same again changes nothing.

    Refuses a day before it was said or to come, and one that was changed meanwhile.
    """
    feedback = locked_feedback(by, reference)
    told = {"done": done, "done_who": done_who, "done_on": done_on}
    if all(getattr(feedback, name) == value for name, value in told.items()):
        return feedback
    if done_on > clock.today():
        raise Refused("The day must be today or in the past.", field="done_on")
    if done_on < feedback.said_on:
        raise Refused("The day must not be before the one on which it was said.", field="done_on")
    feedback = _as_opened(by, reference, version)
    _write(by, feedback, told)
    _save(feedback)
    record(verb="board.feedback_answered", by=by, subject=subject_of(feedback))
    return feedback


@service
def tell_back(
    *, by: Person, reference: str, version: int, told: str, told_on: date | None = None, told_note: str = ""
) -> Feedback:
    """Write down how and when whoever said it was told what was done; or why they were not. The same again changes nothing.

    Refuses a day before it was said or to come, no reason where they were not told, and one that was changed meanwhile.
    """
    feedback = locked_feedback(by, reference)
    not_told = told == Feedback.Told.NOT_TOLD
    said = {"told": told, "told_on": None if not_told else told_on, "told_note": told_note}
    if all(getattr(feedback, name) == value for name, value in said.items()):
        return feedback
    if not_told and not told_note.strip():
        raise Refused("Enter why they were not told.", field="told_note")
    if not not_told and told_on is None:
        raise Refused("Enter the day on which they were told.", field="told_on")
    if not not_told and told_on is not None and not feedback.said_on <= told_on <= clock.today():
        raise Refused("The day must be between the one on which it was said and today.", field="told_on")
    feedback = _as_opened(by, reference, version)
    for name, value in said.items():
        setattr(feedback, name, value)
    _save(feedback)
    record(verb="board.feedback_told_back", by=by, subject=subject_of(feedback), data={"told": told})
    return feedback


@service
def answer_feedback(
    *, by: Person, reference: str, version: int, plan_reference: str = "", actions: Iterable[str] = (),
    recommendations: Iterable[str] = (),
) -> Feedback:  # fmt: skip
    """Say which actions of a plan and which recommendations answer it; actions of other plans stay. Refuses those that are not
    offered, and one that was changed meanwhile."""
    feedback = _as_opened(by, reference, version)
    offered = {one.pk: one for one, _already in recommendations_for_feedback(feedback)}
    wanted = [one for one in offered.values() if one.reference in set(recommendations)]
    if len(wanted) != len(set(recommendations)):
        raise Refused("Select recommendations from the list.", field="recommendations")
    feedback.answers.filter(recommendation__in=offered).exclude(recommendation__in=wanted).delete()
    for one in wanted:
        FeedbackAnswer.objects.get_or_create(feedback=feedback, recommendation=one)
    if plan_reference:
        rows = {action.pk: action for action, _already in actions_for_feedback(plan_for(by, plan_reference), feedback)}
        chosen = [action for action in rows.values() if action.reference in set(actions)]
        if len(chosen) != len(set(actions)):
            raise Refused("Select actions of this plan that are not withdrawn.", field="actions")
        feedback.answers.filter(action__in=rows).exclude(action__in=chosen).delete()
        for action in chosen:
            FeedbackAnswer.objects.get_or_create(feedback=feedback, action=action)
    _save(feedback)
    record(verb="board.feedback_linked", by=by, subject=subject_of(feedback))
    return feedback


@service
def share_complaint(*, by: Person, reference: str, version: int) -> Feedback:
    """Let the leads of the agency that a complaint is about read its words. Twice changes nothing.

    Refuses what is no complaint about an agency, and one that was changed since it was read. From whom the words are withheld,
    they do not share them with themselves.
    """
    feedback = _read_by(by, reference)
    if feedback.shared_at is not None:
        return feedback
    if feedback.way != Feedback.Way.COMPLAINT or feedback.agency_id is None:
        raise Refused("Only a complaint about an agency is shared with it.")
    check_version(feedback, version)
    feedback.shared_at, feedback.shared_by = clock.now(), by.reference
    _save(feedback)
    record(verb="board.feedback_shared", by=by, subject=subject_of(feedback))
    return feedback


@service
def give_for_publication(*, by: Person, use: str, title: str, year: FinancialYear) -> tuple[Said, ...]:
    """The words of a year that may be published for a use; that they went into `title` is kept with each of them.

    Refuses a use that is none, and a year in which nothing may be published for it.
    """
    if use not in Use.values:
        raise Refused("Select for what the words are used.", field="use")
    found = list(publishable(by, use, year).select_for_update(of=("self",)))
    if not found:
        raise Refused("Nothing of this year may be published for this use: consent and a second look are needed.", field="use")
    for one in found:
        _note_use(by, one, use, title)
    _record_given(by, found, use, year)
    return said_once(found)


def _note_use(by: Actor, feedback: Feedback, use: str, title: str) -> bool:
    """Keep that the words went into something; whether they were not in it already."""
    given: dict[str, Any] = {"given_at": clock.now(), "given_by": by.actor_reference}
    kept, fresh = FeedbackUse.objects.get_or_create(feedback=feedback, use=use, title=title, defaults=given)
    again = kept.taken_out_on is not None
    if again:
        kept.taken_out_on, kept.given_at, kept.given_by = None, given["given_at"], given["given_by"]
        kept.save()
    return fresh or again


def _record_given(by: Actor, found: Iterable[Feedback], use: str, year: FinancialYear) -> None:
    data = {"use": use, "year": year.label, "day": clock.today().isoformat()}
    record_each(by=by, happened=[Happened("board.feedback_given_out", subject_of(one), data=data) for one in found])


def note_printed_words(*, by: Actor, year: FinancialYear, printed: Iterable[str]) -> None:
    """These words stand in an edition of the report of a year: that is kept with every piece that may be published in them.
    Called in the transaction that makes the edition; of pieces taken back since it was begun nothing is kept, and no such
    edition is approved."""
    keys = {words_key(words) for words in printed}
    rows = printable(year).select_for_update(of=("self",)).order_by("service", "said_on", "id")
    there = [one for one in rows if words_key(one.public_words or one.words) in keys]
    fresh = [one for one in there if _note_use(by, one, Use.REPORT, report_title(year))]
    _record_given(by, fresh, Use.REPORT, year)


def report_title(year: FinancialYear) -> str:
    """Under which title the words are kept as having gone into the report of a year, whichever edition it is."""
    return f"Yearly report {year.label}"


@service
def mark_published(*, by: Person, of: str, published_on: date) -> int:
    """Say that what words were given out for is published: `of` is its use and title. How many pieces stand in it.

    Refuses a day to come, and what is not waiting to be published.
    """
    use, _stroke, title = of.partition("|")
    rows = list(
        FeedbackUse.objects.select_for_update(of=("self",))
        .filter(use=use, title=title, published_on__isnull=True, taken_out_on__isnull=True)
        .select_related("feedback")
    )
    if not rows:
        raise Refused("Select what was published.", field="of")
    if published_on > clock.today():
        raise Refused("The day must be today or in the past.", field="published_on")
    for row in rows:
        row.published_on = published_on
        row.save()
    record_each(by=by, happened=[Happened("board.feedback_published", subject_of(row.feedback)) for row in rows])
    return len(rows)

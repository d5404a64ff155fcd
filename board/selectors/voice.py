"""What children, families and practitioners said: which of it a person may read, how it stands, and what may be published."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    When,
)
from django.db.models.functions import TruncMonth

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE
from accounts.access_table import agency_ids, role_codes
from accounts.models import Person
from accounts.selectors.agencies import agencies_known_in
from accounts.selectors.people import names_known_in
from board.access import CHECKS_WORDS, HEARS_ALL
from board.anonymity import Mark, capitalised_words, find_marks, words_key
from board.models import (
    Action,
    Feedback,
    FeedbackAnswer,
    FeedbackConsent,
    FeedbackTheme,
    FeedbackUse,
    Plan,
    Recommendation,
    Theme,
)
from board.rules import State
from board.selectors.actions import visible_actions
from board.selectors.recommendations import visible_recommendations
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from foundation.events import Subject, history
from foundation.pages import Page, page_after

PAGE = 50
EXPORT_LIMIT = 20_000
MOST_LINKED = 200
NOT_SHARED = Q(way=Feedback.Way.COMPLAINT, agency__isnull=False, shared_at__isnull=True)
"""A complaint about an agency that was not shared with it: withheld from its leads and executives, and published nowhere."""
OPEN_WORDS = {"withheld": False}
CHECKED = Q(consent=Feedback.Consent.GIVEN, checked_at__isnull=False) & ~Q(words="", public_words="") & ~NOT_SHARED
"""Consent is given and somebody else confirmed that it names nobody. For which use, `consent_uses` says."""


TO_CHECK = Q(consent=Feedback.Consent.GIVEN, checked_at__isnull=True) & ~Q(words="", public_words="")
FOR_REPORT = CHECKED & Q(consent_uses__contains=["report"])
STANDS = {"to_check": TO_CHECK, "for_report": FOR_REPORT}
"""Besides the states of consent: what waits for somebody who reads whether it names anybody, and what may be in the report."""


@dataclass(frozen=True)
class FeedbackFilter:
    """What the list is narrowed to; every empty field narrows nothing."""

    words: str = ""
    speaker: str = ""
    way: str = ""
    theme: str = ""
    service: str = ""
    agency: str = ""
    year: str = ""
    consent: str = ""
    done: str = ""


@dataclass(frozen=True)
class VoiceCounts:
    """Of what a person may read: all, without anything done for too long, what may be published in the report, and what waits
    for somebody who confirms that it names nobody."""

    all: int
    waiting: int
    to_check: int
    publishable: int


@dataclass(frozen=True)
class Said:
    """One piece as it may be published for a use: no reference, no day, nobody's name."""

    speaker: str
    age: str
    service: str
    words: str
    done: str
    themes: tuple[str, ...]


def visible_feedback(person: Person) -> QuerySet[Feedback]:
    """All for those who hear everybody; an agency's lead what is about the agency, and what the agency took down.

    `withheld` says of a complaint that its words are not for the person to read: it is about an agency that they lead or answer
    for as its executive, and was not shared. That they hear everybody else does not change it.
    """
    led, own = agency_ids(person, AGENCY_LEAD), agency_ids(person, AGENCY_LEAD, EXECUTIVE)
    of_them = Q(agency__in=own) & ~Q(taken_for__in=led, taken_for__isnull=False) if own else Q(pk__isnull=True)
    found = Feedback.objects.annotate(withheld=ExpressionWrapper(NOT_SHARED & of_them, output_field=BooleanField()))
    return found if HEARS_ALL.admits(person) else found.filter(Q(agency__in=led) | Q(taken_for__in=led))


def _withhold(found: Iterable[Feedback]) -> None:
    """Take the words out of what is read where they are withheld. Never done to what is saved again."""
    for one in found:
        if one.withheld:  # type: ignore[attr-defined]  # annotated
            one.words = one.public_words = one.summary = ""


def may_change(person: Person, feedback: Feedback) -> bool:
    """Whether the person puts a piece right and writes down what was said of publishing it: the business team, and leads of the
    agency that took it down. Nobody rewrites words that are withheld from them."""
    if feedback.withheld:  # type: ignore[attr-defined]  # annotated
        return False
    return BUSINESS_TEAM in role_codes(person) or feedback.taken_for_id in agency_ids(person, AGENCY_LEAD)


def may_answer(person: Person) -> bool:
    """Whether the person says what was done about what they read."""
    return bool({BUSINESS_TEAM, AGENCY_LEAD} & set(role_codes(person)))


def keeps_the_voice(person: Person) -> bool:
    """Whether the person gives words out for publication, shares complaints and links actions."""
    return BUSINESS_TEAM in role_codes(person)


def may_confirm(person: Person, feedback: Feedback) -> bool:
    """Whether the person may confirm that it names nobody: not who wrote any of it, nor from whom it is withheld."""
    if feedback.withheld or not CHECKS_WORDS.admits(person):  # type: ignore[attr-defined]  # annotated
        return False
    return person.pk not in writers_of(feedback)


def writers_of(feedback: Feedback) -> frozenset[int]:
    """Who took it down, and everybody who wrote anything that may be published of it since it was last confirmed that it names
    nobody, by all the rows that it has had: what the last one wrote stands beside what the others did."""
    rows = Feedback.pgh_event_model.objects.filter(pgh_obj_id=feedback.pk)  # type: ignore[attr-defined]  # made by the tracker
    checked = rows.filter(checked_at__isnull=False).order_by("-pgh_id").values_list("pgh_id", flat=True).first() or 0
    wrote = rows.filter(pgh_id__gt=checked).values_list("written_by_id", flat=True).distinct()
    return frozenset({feedback.taken_by_id, feedback.written_by_id, *wrote})


def waits_since() -> date:
    """Whatever was said before this day, and has had nothing done about it, waits too long."""
    return clock.today() - timedelta(days=settings.FEEDBACK_WAITS_DAYS)


def _waiting() -> Q:
    return Q(done_on__isnull=True, said_on__lt=waits_since())


def _narrowed(person: Person, wanted: FeedbackFilter) -> QuerySet[Feedback]:
    found = visible_feedback(person).select_related("agency")
    exact = {
        "consent": "" if wanted.consent in STANDS else wanted.consent,
        "speaker": wanted.speaker, "way": wanted.way, "agency__code": wanted.agency,
        "service__iexact": wanted.service,
    }  # fmt: skip
    found = found.filter(**{name: value for name, value in exact.items() if value})
    if wanted.consent in STANDS:
        found = found.filter(STANDS[wanted.consent])
    if wanted.year:
        year = FinancialYear.from_label(wanted.year)
        found = found.filter(said_on__range=(year.start, year.end))
    if wanted.theme:
        found = found.filter(Exists(FeedbackTheme.objects.filter(feedback=OuterRef("pk"), theme__code=wanted.theme)))
    if wanted.done:
        found = found.filter({"done": Q(done_on__isnull=False), "not": Q(done_on__isnull=True), "late": _waiting()}[wanted.done])
    if wanted.words:
        told = Q(words__icontains=wanted.words) | Q(summary__icontains=wanted.words) | Q(public_words__icontains=wanted.words)
        found = found.filter(told, **OPEN_WORDS)
    return found


def list_feedback(person: Person, wanted: FeedbackFilter, after: str = "") -> Page[Feedback]:
    """Fifty pieces, newest first, after the key that the page before gave."""
    page = page_after(_narrowed(person, wanted), "said_on", after, PAGE, newest_first=True)
    _withhold(page.rows)
    return page


def exported_feedback(person: Person, wanted: FeedbackFilter) -> tuple[tuple[Feedback, tuple[str, ...]], ...]:
    """The whole narrowed list with the themes of each, newest first."""
    found = list(_narrowed(person, wanted).select_related("agency", "taken_for").order_by("-said_on", "-id")[:EXPORT_LIMIT])
    _withhold(found)
    themes = themes_by_feedback(found)
    return tuple((one, themes[one.pk]) for one in found)


def themes_by_feedback(found: Collection[Feedback]) -> dict[int, tuple[str, ...]]:
    """The names of the themes of each of these, by its id."""
    names: dict[int, list[str]] = defaultdict(list)
    rows = FeedbackTheme.objects.filter(feedback__in=[one.pk for one in found]).order_by("theme__name")
    for pk, name in rows.values_list("feedback_id", "theme__name"):
        names[pk].append(name)
    return {one.pk: tuple(names[one.pk]) for one in found}


def count_voice(person: Person) -> VoiceCounts:
    """One pass over what the person may read."""
    counted = visible_feedback(person).aggregate(
        all=Count("id"),
        waiting=Count("id", filter=_waiting()),
        to_check=Count("id", filter=TO_CHECK),
        publishable=Count("id", filter=FOR_REPORT),
    )
    return VoiceCounts(**counted)


def feedback_for(person: Person, reference: str) -> Feedback:
    """One piece, to whoever may read it."""
    related = ("agency", "taken_by", "taken_for", "written_by", "checked_by")
    found = visible_feedback(person).select_related(*related).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    _withhold([found])
    return found


def feedback_taken_down(person: Person, reference: str) -> Feedback:
    """One piece, to whoever keeps it."""
    found = feedback_for(person, reference)
    if not may_change(person, found):
        raise NotVisible
    return found


def locked_feedback(person: Person, reference: str) -> Feedback:
    """One piece, locked until the transaction ends, to whoever may read it."""
    found = visible_feedback(person).select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def same_words(words: str, but: str = "") -> Feedback | None:
    """What was taken down already in the same words, save for case, blanks and stops."""
    key = words_key(words)
    return Feedback.objects.filter(words_key=key).exclude(reference=but).first() if key else None


def service_as_known(name: str) -> str:
    """A service's name as it was first written, where only capitals differ."""
    known = Feedback.objects.filter(service__iexact=name).order_by("id").values_list("service", flat=True).first()
    return known or name


def marks_in(text: str) -> tuple[Mark, ...]:
    """What in a text may say who somebody is, with the names that the portal knows."""
    if not text:
        return ()
    return find_marks(text, people=names_known_in(text, capitalised_words(text)), agencies=agencies_known_in(text))


def consents_of(feedback: Feedback) -> list[FeedbackConsent]:
    """What was said of publishing it, oldest first."""
    return list(feedback.consents.select_related("written_by").order_by("happened_on", "id"))


def uses_of(feedback: Feedback) -> list[FeedbackUse]:
    """Into what its words went, oldest first."""
    return list(feedback.uses.all())


def themes_of_feedback(feedback: Feedback) -> tuple[Theme, ...]:
    """What it is tagged with."""
    return tuple(Theme.objects.filter(pk__in=feedback.tags.values("theme")))


def actions_about(person: Person, feedback: Feedback) -> tuple[Action, ...]:
    """The actions that answer it and that the person may see."""
    linked = FeedbackAnswer.objects.filter(feedback=feedback, action__isnull=False)
    return tuple(visible_actions(person).filter(pk__in=linked.values("action")).select_related("plan")[:MOST_LINKED])


def recommendations_about(person: Person, feedback: Feedback) -> tuple[Recommendation, ...]:
    """The recommendations that answer it and that the person may see."""
    linked = FeedbackAnswer.objects.filter(feedback=feedback, recommendation__isnull=False)
    return tuple(visible_recommendations(person).filter(pk__in=linked.values("recommendation"))[:MOST_LINKED])


def plans_with_actions() -> tuple[tuple[str, str], ...]:
    """Reference and title of the plans that have actions, those that are open first."""
    found = Plan.objects.filter(actions__isnull=False).distinct().order_by(F("closed_at").asc(nulls_first=True), "title")
    return tuple(found.values_list("reference", "title")[:MOST_LINKED])


def actions_for_feedback(plan: Plan, feedback: Feedback) -> tuple[tuple[Action, bool], ...]:
    """The actions of a plan that are not withdrawn, and whether each answers the piece already."""
    answers = Exists(FeedbackAnswer.objects.filter(action=OuterRef("pk"), feedback=feedback))
    found = plan.actions.exclude(state=State.WITHDRAWN).annotate(already=answers).order_by("number")
    return tuple((action, action.already) for action in found[:MOST_LINKED])


def recommendations_for_feedback(feedback: Feedback) -> tuple[tuple[Recommendation, bool], ...]:
    """The newest recommendations, and those that answer the piece already."""
    answers = Exists(FeedbackAnswer.objects.filter(recommendation=OuterRef("pk"), feedback=feedback))
    found = Recommendation.objects.annotate(already=answers).order_by("-already", "-made_on", "-id")
    return tuple((one, one.already) for one in found[:60])


def feedback_events(feedback: Feedback) -> tuple[dict[str, Any], ...]:
    """What happened to it, newest first, with the name of who did it."""
    events = list(history(Subject("feedback", feedback.reference))[:200])
    people = Person.objects.filter(reference__in={event.actor_reference for event in events})
    names = dict(people.values_list("reference", "name"))
    return tuple(
        {"verb": event.verb, "at": event.at, "data": event.data, "name": names.get(event.actor_reference, "")}
        for event in reversed(events)
    )


def _printed() -> Case:
    """The words as they may be published."""
    return Case(When(public_words="", then=F("words")), default=F("public_words"), output_field=TextField())


def publishable(person: Person, use: str, year: FinancialYear | None = None) -> QuerySet[Feedback]:
    """What may be published for a use, of what the person may read: consent is given for it, and it was checked."""
    found = visible_feedback(person).filter(CHECKED, consent_uses__contains=[use], **OPEN_WORDS)
    if year is not None:
        found = found.filter(said_on__range=(year.start, year.end))
    return found.annotate(printed=_printed()).order_by("service", "said_on", "id")


def printable(year: FinancialYear) -> QuerySet[Feedback]:
    """What may stand in the report of a year today, whoever asks."""
    return Feedback.objects.filter(FOR_REPORT, said_on__range=(year.start, year.end))


def said_once(found: Iterable[Any]) -> tuple[Said, ...]:
    """These as they may be published, each in its own words: what somebody said is not printed twice."""
    rows = list(found)
    themes, seen, told = themes_by_feedback(rows), set[str](), []
    for one in rows:
        key = words_key(one.printed)
        if key not in seen:
            seen.add(key)
            age = str(one.get_age_band_display())
            told.append(Said(str(one.get_speaker_display()), age, one.service, one.printed, one.done, themes[one.pk]))
    return tuple(told)


@dataclass(frozen=True)
class ServiceVoice:
    """What was said of one service in a year: how many pieces, about what, in which words, and what was done."""

    service: str
    pieces: int
    done: int
    themes: tuple[tuple[str, int], ...]
    said: tuple[Said, ...]


def voice_of_year(person: Person, year: FinancialYear) -> tuple[ServiceVoice, ...]:
    """By service, of what the person may read; words only where they may stand in the report."""
    seen = visible_feedback(person).filter(said_on__range=(year.start, year.end))
    counted = seen.values("service").annotate(pieces=Count("id"), done=Count("id", filter=Q(done_on__isnull=False)))
    themes: dict[str, list[tuple[str, int]]] = defaultdict(list)
    tagged = FeedbackTheme.objects.filter(feedback__in=seen.values("pk")).values("feedback__service", "theme__name")
    for row in tagged.annotate(pieces=Count("id")).order_by("-pieces", "theme__name"):
        themes[row["feedback__service"]].append((row["theme__name"], row["pieces"]))
    said: dict[str, list[Said]] = defaultdict(list)
    for one in said_once(publishable(person, "report", year)):
        said[one.service].append(one)
    return tuple(
        ServiceVoice(row["service"], row["pieces"], row["done"], tuple(themes[row["service"]]), tuple(said[row["service"]]))
        for row in counted.order_by("service")
    )


def given_out(use: str = "") -> tuple[tuple[str, str], ...]:
    """What words were given out for and is not published yet, as choices: the use and the title between them a stroke."""
    rows = FeedbackUse.objects.filter(published_on__isnull=True, taken_out_on__isnull=True).order_by("use", "title")
    pairs: Sequence[Any] = list(rows.values_list("use", "title").distinct())
    labels = dict(FeedbackUse._meta.get_field("use").flatchoices)
    return tuple((f"{of}|{title}", f"{title} ({labels[of].lower()})") for of, title in pairs)


@dataclass(frozen=True)
class HeardOf:
    """What the list can be narrowed to: the services, agencies and financial years of what a person may read."""

    services: tuple[tuple[str, str], ...]
    agencies: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]


def heard_of(person: Person) -> HeardOf:
    """All three as choices, asked at once."""
    month = TruncMonth("said_on", output_field=DateField())
    rows = list(visible_feedback(person).order_by().values_list("service", "agency__code", "agency__name", month).distinct())
    services = sorted({service for service, _code, _name, _month in rows}, key=str.casefold)
    agencies = sorted({(code, name) for _service, code, name, _month in rows if code}, key=lambda pair: str(pair[1]))
    years = sorted({FinancialYear.of(day).label for _service, _code, _name, day in rows}, reverse=True)
    return HeardOf(tuple((name, name) for name in services), tuple(agencies), tuple((label, label) for label in years))


def years_heard(person: Person) -> tuple[str, ...]:
    """The financial years in which something was said that the person may read, newest first."""
    return tuple(label for label, _words in heard_of(person).years)

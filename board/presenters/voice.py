"""Wording of what children, families and practitioners said."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from board.anonymity import EXPLAINED, Mark
from board.models import Action, Feedback, FeedbackConsent, FeedbackUse, SurveyQuestion, VoiceSurvey
from board.selectors.surveys import ToldAnswer
from board.selectors.voice import Said, ServiceVoice, VoiceCounts, waits_since
from foundation.charts import Chart, bar
from foundation.design import words
from foundation.exports import Column, Kind, Table
from foundation.numbers import percent_text, percentage

PARTNERSHIP = "The partnership"
WITHHELD = "A complaint. Its words are not shared with your agency"
COLOURS = {
    "not_asked": "govuk-tag--grey",
    "asked": "govuk-tag--yellow",
    "given": "govuk-tag--green",
    "not_given": "govuk-tag--grey",
    "withdrawn": "govuk-tag--red",
}
SHORT = {"not_asked": "Not asked", "asked": "Asked", "given": "Given", "not_given": "Not given", "withdrawn": "Withdrawn"}
EVENTS = {
    "board.feedback_added": "Taken down",
    "board.feedback_changed": "Put right",
    "board.feedback_check_lapsed": "The text changed: the confirmation that it names nobody lapsed",
    "board.feedback_checked": "Confirmed that it names nobody",
    "board.feedback_answered": "What was done was written down",
    "board.feedback_told_back": "Telling them was written down",
    "board.feedback_linked": "Actions and recommendations changed",
    "board.feedback_shared": "Words shared with the agency",
    "board.feedback_given_out": "Words given out for publication",
    "board.feedback_published": "Words published",
}
FEW = "fewer than 6, or too few to tell"


def voice_numbers(counts: VoiceCounts, days: int) -> list[dict[str, Any]]:
    """How what was said stands, each number leading to the list that it counts."""
    url = reverse("board:voice")
    late = f"with nothing done for more than {days} days"
    return [
        {"number": counts.all, "label": "pieces of feedback", "href": url, "tone": ""},
        {"number": counts.waiting, "label": late, "href": f"{url}?done=late", "tone": "late" if counts.waiting else ""},
        {
            "number": counts.to_check,
            "label": "agreed to, and to be checked",
            "href": f"{url}?consent=to_check",
            "tone": "soon" if counts.to_check else "",
        },
        {
            "number": counts.publishable,
            "label": "may stand in the yearly report",
            "href": f"{url}?consent=for_report",
            "tone": "",
        },
    ]


def about_words(feedback: Feedback | VoiceSurvey) -> str:
    """Whose service it is."""
    return feedback.agency.name if feedback.agency else PARTNERSHIP


def speaker_words(feedback: Feedback) -> str:
    """Who said it, with an age where one is kept."""
    age = f", {feedback.get_age_band_display().lower()}" if feedback.age_band else ""
    return f"{feedback.get_speaker_display()}{age}"


def feedback_row(feedback: Any) -> dict[str, Any]:
    """A row of the list."""
    text = WITHHELD if feedback.withheld else feedback.words or feedback.summary
    return {
        "href": reverse("board:feedback", args=[feedback.reference]),
        "reference": feedback.reference,
        "text": text,
        "speaker": speaker_words(feedback),
        "way": feedback.get_way_display(),
        "service": feedback.service,
        "about": about_words(feedback),
        "said_on": feedback.said_on,
        "consent": SHORT[feedback.consent],
        "colour": COLOURS[feedback.consent],
        "checked": feedback.checked_at is not None,
        "done_on": feedback.done_on,
        "late": feedback.done_on is None and feedback.said_on < waits_since(),
    }


def consent_rows(consents: Iterable[FeedbackConsent]) -> list[dict[str, Any]]:
    """What was said of publishing, oldest first."""
    return [
        {
            "heading": one.get_consent_display(),
            "uses": uses_words(one.uses),
            "who": one.who,
            "how": one.get_how_display().lower(),
            "happened_on": one.happened_on,
            "writer": one.written_by.name,
            "written_at": one.written_at,
        }
        for one in consents
    ]


def uses_words(uses: Iterable[str]) -> str:
    """Uses in words: "yearly report and website"."""
    names = dict(FeedbackUse._meta.get_field("use").flatchoices)
    return " and ".join(str(names[use]).lower() for use in uses)


def use_rows(uses: Iterable[FeedbackUse], *, withdrawn: bool) -> list[dict[str, Any]]:
    """Into what the words went, and what is to be done about it."""
    return [
        {"title": one.title, "use": one.get_use_display(), "given_at": one.given_at, "state": _use_state(one, withdrawn)}
        for one in uses
    ]


def _use_state(use: FeedbackUse, withdrawn: bool) -> str:  # noqa: FBT001  # part of one row
    if use.taken_out_on is not None:
        return f"Taken out on {words.date(use.taken_out_on)}, before it was published"
    if use.published_on is None:
        return "Not published yet"
    after = ", before consent was withdrawn" if withdrawn else ""
    return f"Published on {words.date(use.published_on)}{after}"


def marked_text(text: str, marks: Sequence[Mark]) -> list[dict[str, str]]:
    """A text in parts, each with why it is marked, where it is."""
    parts, place = [], 0
    for mark in marks:
        parts += [{"text": text[place : mark.start], "why": ""}, {"text": mark.text, "why": EXPLAINED[mark.sign]}]
        place = mark.end
    return [part for part in (*parts, {"text": text[place:], "why": ""}) if part["text"]]


def mark_rows(marks: Iterable[Mark]) -> list[dict[str, str]]:
    """What was found, each once, with why it is marked."""
    found = dict.fromkeys((mark.text, EXPLAINED[mark.sign]) for mark in marks)
    return [{"text": text, "why": why} for text, why in found]


def feedback_entries(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What happened to it, for its timeline."""
    return [{"title": _event_words(event), "at": event["at"], "by": event["name"]} for event in events]


def _event_words(event: Mapping[str, Any]) -> str:
    if event["verb"] == "board.feedback_consent_recorded":
        return f"Consent to publish: {Feedback.Consent(event['data']['consent']).label.lower()}"
    return EVENTS[event["verb"]]


def action_links(actions: Iterable[Action]) -> list[dict[str, str]]:
    """Actions that answer it, leading to their pages."""
    return [
        {"text": f"{one.number} {one.text}", "href": reverse("board:action", args=[one.reference]), "plan": one.plan.title}
        for one in actions
    ]


def kept_feedback(feedback: Feedback, themes: Sequence[str]) -> dict[str, Any]:
    """What the form begins with."""
    names = ("speaker", "age_band", "way", "said_on", "service", "words", "public_words", "summary")
    return {
        **{name: getattr(feedback, name) for name in names},
        "agency": feedback.agency.code if feedback.agency else "",
        "themes": list(themes),
    }


def kept_done(feedback: Feedback) -> dict[str, Any]:
    """What the form of what was done begins with."""
    return {name: getattr(feedback, name) for name in ("done", "done_who", "done_on")}


def kept_told(feedback: Feedback) -> dict[str, Any]:
    """What the form of telling them begins with."""
    return {name: getattr(feedback, name) for name in ("told", "told_on", "told_note")}


def stored_feedback(feedback: Feedback) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    rows = [
        ("Own words", feedback.words),
        ("Words to publish", feedback.public_words),
        ("Summary", feedback.summary),
        ("Consent to publish", str(feedback.get_consent_display())),
        ("What was done", feedback.done),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def feedback_table(rows: Iterable[tuple[Feedback, Sequence[str]]]) -> Table:
    """The list as a table for a spreadsheet, for use inside the partnership."""
    columns = (
        Column("Reference"), Column("Said", Kind.DATE), Column("Who said it"), Column("Age"), Column("How it came"),
        Column("Service"), Column("Agency"), Column("Own words"), Column("Summary"), Column("Themes"),
        Column("Consent to publish"), Column("For"), Column("Confirmed that it names nobody", Kind.MOMENT),
        Column("What was done"), Column("Done by"), Column("Done on", Kind.DATE), Column("How they were told"),
        Column("Told on", Kind.DATE),
    )  # fmt: skip
    lines = (
        (
            one.reference, one.said_on, str(one.get_speaker_display()), str(one.get_age_band_display()),
            str(one.get_way_display()), one.service, about_words(one), _internal(one), one.summary, ", ".join(themes),
            str(one.get_consent_display()), uses_words(one.consent_uses), one.checked_at, one.done, one.done_who, one.done_on,
            str(one.get_told_display()), one.told_on,
        )
        for one, themes in rows
    )  # fmt: skip
    return Table("What was said, for use inside the partnership", columns, lines)


def _internal(feedback: Any) -> str:
    return WITHHELD if feedback.withheld else str(feedback.words)


def said_table(said: Iterable[Said], title: str) -> Table:
    """What may be published, and nothing else."""
    columns = (
        Column("Service"),
        Column("Who said it"),
        Column("Age"),
        Column("Words"),
        Column("What was done"),
        Column("Themes"),
    )
    lines = ((one.service, one.speaker, one.age, one.words, one.done, ", ".join(one.themes)) for one in said)
    return Table(f"What was said: {title}", columns, lines)


def service_rows(voices: Iterable[ServiceVoice]) -> list[dict[str, Any]]:
    """The services of a year for its page."""
    return [
        {
            "service": voice.service,
            "pieces": f"{words.counted(voice.pieces, 'piece')} of feedback; {_done_words(voice)}",
            "themes": [f"{name} ({number})" for name, number in voice.themes],
            "said": voice.said,
        }
        for voice in voices
    ]


def _done_words(voice: ServiceVoice) -> str:
    return f"something was done about {voice.done}" if voice.done else "nothing has been done yet"


def survey_row(survey: VoiceSurvey) -> dict[str, Any]:
    """A row of the list of surveys."""
    return {
        "href": reverse("board:survey", args=[survey.reference]),
        "title": survey.title,
        "asked": survey.asked,
        "about": survey.agency.name if survey.agency else "",
        "ended_on": survey.ended_on,
        "answered": f"{survey.answered} of {survey.sent}",
        "share": percent_text(percentage(survey.answered, survey.sent), 0),
    }


def question_rows(questions: Iterable[SurveyQuestion]) -> list[dict[str, Any]]:
    """The questions of a survey, each with its picture."""
    return [{"position": one.position, "text": one.text, "picture": question_picture(one)} for one in questions]


def question_picture(question: SurveyQuestion) -> Chart:
    """How many gave which answer, as bars with a table."""
    number = words.counted(sum(question.numbers), "answer")
    return bar(
        title=f"{question.position}. {question.text}",
        description=f"{number}, by what was answered.",
        categories=question.answers,
        values=question.numbers,
        headers=("Answer", "Number"),
    )


def kept_survey(survey: VoiceSurvey) -> dict[str, Any]:
    """What the form of a survey begins with."""
    names = ("title", "asked", "ended_on", "sent", "answered", "service", "done")
    return {**{name: getattr(survey, name) for name in names}, "agency": survey.agency.code if survey.agency else ""}


def kept_question(question: SurveyQuestion) -> dict[str, str]:
    """What the form of a question begins with."""
    pairs = zip(question.answers, question.numbers, strict=True)
    return {"text": question.text, "lines": "\n".join(f"{answer}: {number}" for answer, number in pairs)}


def stored_survey(survey: VoiceSurvey, questions: Iterable[SurveyQuestion]) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    rows = [{"key": "Survey", "value": survey.title}, {"key": "Answered", "value": f"{survey.answered} of {survey.sent}"}]
    return [*rows, *({"key": one.text, "value": kept_question(one)["lines"]} for one in questions)]


def survey_table(survey: VoiceSurvey, told: Iterable[ToldAnswer], answered: int | None, sent: int | None) -> Table:
    """The results as they may leave the portal: to the nearest five, and no number under six."""
    columns = (Column("Question"), Column("Answer"), Column("Number", Kind.WHOLE), Column("Of", Kind.WHOLE), Column("Share"))
    lines = ((one.question, one.answer, _told(one.number), _told(one.of), _share(one)) for one in told)
    how_many = f"Answered by {_told(answered)} of {_told(sent)}."
    notes = ("Numbers are given to the nearest five. A number under six, or one that would give one away, is not told.", how_many)
    return Table(survey.title, columns, lines, notes)


def _told(number: int | None) -> int | str:
    return FEW if number is None else number


def _share(answer: ToldAnswer) -> str:
    if answer.number is None or answer.of is None:
        return ""
    return percent_text(percentage(answer.number, answer.of), 0)

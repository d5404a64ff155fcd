"""Wording of a questionnaire that is being answered, and of its answers."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from foundation import clock
from foundation.design import words
from foundation.models.documents import Document
from work.models import Question, Request
from work.rules.questions import LIMITED, Section, Value, is_blank, texts_of
from work.selectors.replies import Reply

NO_HEADING = "Questions"
STATE_COLOURS = {"asked": "blue", "answered": "green", "waived": "grey", "withdrawn": "grey"}


def section_title(section: Section) -> str:
    """The heading of a section."""
    return section.title or NO_HEADING


def _section_url(reply: Reply, section: Section) -> str:
    return reverse("work:reply_section", args=[reply.request.reference, section.number])


def section_tasks(reply: Reply) -> list[dict[str, object]]:
    """The sections with how far each is answered."""
    lacking = {question.pk for question in reply.missing}
    rows: list[dict[str, object]] = []
    for section in reply.sections:
        here = [question for question in reply.asked if question in section.questions]
        left = sum(question.pk in lacking for question in here)
        given = any(not is_blank(reply.answers.get(question.key)) for question in here)
        status = "Completed" if given else "Optional"
        if left:
            status = "In progress" if given else "Not started yet"
        rows.append(
            {
                "text": section_title(section),
                "href": _section_url(reply, section),
                "hint": f"{words.counted(left, 'answer')} needed" if left and given else "",
                "status": status,
                "done": not left and given,
                "classes": "govuk-tag--grey" if status == "Optional" else "govuk-tag--blue",
            }
        )
    return rows


def answer_cards(reply: Reply) -> list[dict[str, object]]:
    """The answers under their sections; with a link to change each while that can be done."""
    cards: list[dict[str, object]] = []
    for section in reply.sections:
        rows = [_answer_row(reply, section, question) for question in reply.asked if question in section.questions]
        cards.append({"title": section_title(section), "rows": rows})
    return cards


def _answer_row(reply: Reply, section: Section, question: Question) -> dict[str, object]:
    row: dict[str, object] = {
        "key": question.text,
        "value": answer_words(question, reply.answers.get(question.key), reply.documents.get(_key(reply, question))),
    }
    if reply.ours and reply.is_open:
        row |= {"href": f"{_section_url(reply, section)}?check=1#id_{question.key}", "action": "Change"}
    return row


def lost_texts(reply: Reply, section: Section, typed: Mapping[str, Value]) -> list[dict[str, object]]:
    """The texts that somebody wrote in a section and that are not what is kept, in a card to copy them from."""
    rows = [
        {"key": question.text, "value": answer_words(question, typed[question.key])}
        for question in reply.shown_in(section)
        if question.kind in LIMITED
        and not is_blank(typed.get(question.key))
        and _plain(typed[question.key]) != _plain(reply.answers.get(question.key))
    ]
    return [{"title": section_title(section), "rows": rows}] if rows else []


def _plain(value: Value) -> list[str]:
    return [text.replace("\r\n", "\n").strip() for text in texts_of(value) if text.strip()]


def _key(reply: Reply, question: Question) -> str:
    return str(reply.answers.get(question.key) or "")


def answer_words(question: Question, value: Value, document: Document | None = None) -> str | SafeString:
    """An answer as people read it: a date in words, each choice on its line, a file as the link that opens it."""
    if is_blank(value):
        return "Not answered"
    if question.kind == Question.Kind.EVIDENCE_FILE:
        return file_words(document) if document is not None else "The file has been removed"
    if question.kind == Question.Kind.DATE:
        return words.date(date.fromisoformat(str(value)))
    if question.kind == Question.Kind.ROWS:
        return rows_words(question, value)
    if isinstance(value, list):
        return format_html_join("", "{}<br>", ((each,) for each in value))
    return words.thousands(value) if isinstance(value, int) else str(value)


def rows_words(question: Question, value: Value) -> SafeString:
    """A table as people read it: each row with its number, and under each heading what stands there."""
    rows = [row for row in value if isinstance(row, list)] if isinstance(value, list) else []
    return format_html_join(
        "",
        '<p class="govuk-!-margin-bottom-1"><strong>Row {}</strong></p>{}',
        (
            (
                number,
                format_html_join(
                    "",
                    '<p class="govuk-!-margin-bottom-2"><strong>{}:</strong><br>{}</p>',
                    ((heading, linebreaks_of(text)) for heading, text in zip(question.columns, row, strict=False) if text),
                ),
            )
            for number, row in enumerate(rows, start=1)
        ),
    )


def linebreaks_of(text: str) -> SafeString:
    """A text whose lines stay lines."""
    return format_html_join("", "{}<br>", ((line,) for line in text.split("\n")))


def file_words(document: Document) -> str | SafeString:
    """A file with its name: a link once it has been checked."""
    if document.state == Document.State.CLEAN:
        return format_html(
            '<a class="govuk-link" href="{}">{}</a>', reverse("document", args=[document.reference]), document.name
        )
    return f"{document.name} ({words.lower_first(document.get_state_display())})"


def file_rows(reply: Reply, section: Section) -> list[dict[str, object]]:
    """The files that were added on a page of the questionnaire."""
    rows: list[dict[str, object]] = []
    for question in reply.shown_in(section):
        document = reply.documents.get(_key(reply, question))
        if question.kind == Question.Kind.EVIDENCE_FILE and document is not None:
            rows.append({"key": question.key, "asked": question.text, "name": document.name, "words": file_words(document)})
    return rows


def asker_acts(reply: Reply, chased: tuple[date, ...]) -> dict[str, object]:
    """What who asked can do about answers that have not come, while they can still come."""
    if not reply.is_open:
        return {}
    args = [reply.request.reference]
    late = reply.request.due_at < clock.now()
    return {
        "chase_url": reverse("work:chase_reply", args=args) if late and clock.today() not in chased else "",
        "waive_url": reverse("work:waive_reply", args=args),
        "withdraw_url": reverse("work:withdraw_reply", args=args),
    }


def chased_words(chased: tuple[date, ...]) -> str:
    """When who asked reminded them; empty where they have not."""
    return f"Chased on {', '.join(words.date(day) for day in chased)}." if chased else ""


def closed_words(request: Request) -> list[dict[str, str]]:
    """Why the answers are not needed, where somebody said so."""
    rows = (("Why no answer is needed", request.waived_reason), ("Why it was withdrawn", request.withdrawn_reason))
    return [{"key": key, "value": value} for key, value in rows if value]


def asked_rows(requests: tuple[Request, ...]) -> list[dict[str, object]]:
    """Who was asked to answer a questionnaire, and how it stands."""
    return [
        {
            "agency": request.to_agency.name,
            "href": reverse("work:reply", args=[request.reference]),
            "state": request.get_state_display(),
            "colour": STATE_COLOURS[request.state],
            "due_at": request.due_at if request.state == Request.State.ASKED else None,
            "due": words.date(request.due_at),
            "answered": words.date(request.answered_at) if request.answered_at else "",
        }
        for request in requests
    ]

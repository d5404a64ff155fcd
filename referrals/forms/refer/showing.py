"""How the referral form shows what a draft holds: its task list, its lists of children and people, its answers, its conflicts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from django.urls import reverse

from foundation.design import words
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.people import PersonForm
from referrals.forms.refer.reading import Reading, read_draft, worries_of
from referrals.forms.refer.sections import CHILDREN, DOCUMENTS, FAMILY, PEOPLE, Section
from referrals.models import Draft
from referrals.models.harms import WORRIES
from referrals.rules.answers import folded
from referrals.rules.drafts import Typed, differences, number_of
from referrals.rules.question_sets import OF_AGENCIES, QuestionSet, asked_sets
from referrals.selectors.question_sets import pins_in_use, question_sets, sets_of_drafts

HINTS = {
    "about": "We know most of it already",
    CHILDREN: "One or several, born or not",
    FAMILY: "Fathers and other carers too, and who else knows the family",
    "concern": "And what works, what was tried, and what the child says",
    DOCUMENTS: "For example a report, a body map or a chronology",
}


@dataclass(frozen=True)
class Item:
    """One child or person in a list of the form."""

    name: str
    text: str
    change_url: str
    remove_url: str
    complete: bool


def section_url(draft: Draft, section: Section) -> str:
    """The page of a section."""
    if section.code == DOCUMENTS:
        return reverse("referrals:documents", args=[draft.reference])
    return reverse("referrals:section", args=[draft.reference, section.code])


def page_url(draft: Draft, key: str) -> str:
    """The page that is kept under a key."""
    kind, slash, number = key.partition("/")
    if slash:
        return reverse("referrals:item", args=[draft.reference, kind, int(number)])
    return reverse("referrals:section", args=[draft.reference, kind])


def task_items(reading: Reading) -> list[dict[str, object]]:
    """The task list, with how each section stands."""
    return [
        {
            "text": section.title,
            "href": section_url(reading.draft, section),
            "hint": _hint(reading, section),
            "status": _status(reading, section),
            "done": reading.begun(section) and reading.complete(section),
            "classes": "govuk-tag--yellow" if reading.begun(section) else "govuk-tag--blue",
        }
        for section in reading.sections
    ]


def _hint(reading: Reading, section: Section) -> str:
    if section.items == CHILDREN and reading.child_names:
        return ", ".join(name for _number, name in reading.child_names)
    return why_asked(reading.draft, section) or HINTS.get(section.code, "")


def why_asked(draft: Draft, section: Section) -> str:
    """After which answers a page of further questions is asked."""
    if section.further is None:
        return ""
    if section.further.kind == OF_AGENCIES:
        return f"Asked of every referral like yours: {draft.agency.get_kind_display()}"
    chosen = [WORRIES[code] for code in worries_of(draft) if code in section.further.occasions]
    return f"Asked because you chose: {'; '.join(chosen)}"


def newer_questions_asked(draft: Draft, sections: Sequence[Section]) -> bool:
    """Whether the further questions that are in use now differ from those that the draft asks."""
    in_use = pins_in_use()
    if in_use == draft.question_sets:
        return False
    newer = asked_sets(question_sets(in_use.items()), worries_of(draft), draft.agency.kind)
    asked = {(one.further.code, one.further.number) for one in sections if one.further}
    return asked != {(one.code, one.number) for one in newer}


def _status(reading: Reading, section: Section) -> str:
    if reading.begun(section):
        return "Completed" if reading.complete(section) else "Incomplete"
    return "Optional" if section.optional else "Not started"


def child_items(reading: Reading) -> list[Item]:
    """The children of a draft."""
    return [_item(reading, key, _child_text(cast("ChildForm", reading.forms[key]))) for key in reading.child_keys]


def person_items(reading: Reading) -> list[Item]:
    """The people of a draft."""
    return [_item(reading, key, _person_text(cast("PersonForm", reading.forms[key]))) for key in reading.person_keys]


def _item(reading: Reading, key: str, text: str) -> Item:
    form = cast("ChildForm | PersonForm", reading.forms[key])
    kind, number = key.partition("/")[0], number_of(key)
    place = (reading.child_keys if kind == CHILDREN else reading.person_keys).index(key) + 1
    fallback = f"Child {place}" if kind == CHILDREN else f"Person {place}"
    return Item(
        name=form.display_name or fallback,
        text=text,
        change_url=page_url(reading.draft, key),
        remove_url=reverse("referrals:remove_item", args=[reading.draft.reference, kind, number]),
        complete=reading.good(key),
    )


def _child_text(form: ChildForm) -> str:
    rows = {name: text for name, _question, text in form.answer_rows() if text}
    if "birth_date" in rows:
        guess = " (a guess)" if form.cleaned_data.get("birth_date_estimated") else ""
        return f"Born {rows['birth_date']}{guess}"
    return f"Expected {rows['expected_delivery_date']}" if "expected_delivery_date" in rows else ""


def _person_text(form: PersonForm) -> str:
    rows = {name: text for name, _question, text in form.answer_rows() if text}
    relations = [rows[f"relation_{number}"] for number, _name in form.children if f"relation_{number}" in rows]
    return ", ".join(dict.fromkeys([rows.get("kind", ""), *relations])).strip(", ")


@dataclass(frozen=True)
class Card:
    """The answers of one page, to be checked."""

    title: str
    change_url: str
    rows: Sequence[dict[str, str]]
    problem: str = ""


def cards(reading: Reading) -> list[Card]:
    """Everything that was answered, page by page, in the order of the form; pages that need something say so."""
    found: list[Card] = []
    for section in reading.sections:
        if section.items:
            keys = reading.child_keys if section.items == CHILDREN else reading.person_keys
            items = child_items(reading) if section.items == CHILDREN else person_items(reading)
            nouns = {CHILDREN: "Child", PEOPLE: "Person"}
            for place, (key, item) in enumerate(zip(keys, items, strict=True), start=1):
                found.append(_card(reading, key, f"{nouns[section.items]} {place}: {item.name}"))
            if section.items == CHILDREN and not keys:
                found.append(Card(section.title, section_url(reading.draft, section), (), "Add at least one child"))
        if section.form is not None:
            found.append(_card(reading, section.code, section.title, optional=section.optional))
    return found


def _card(reading: Reading, key: str, title: str, *, optional: bool = False) -> Card:
    form = reading.forms.get(key)
    url = page_url(reading.draft, key)
    if form is None:
        return Card(title, url, (), "" if optional else "Not answered yet")
    return Card(title, url, answer_rows(form), "Something is missing or wrong here" if form.errors else "")


def answer_rows(form: PageForm) -> list[dict[str, str]]:
    """Questions and answers of one page, and in one line at the end what was not answered."""
    return folded([(question, text) for _name, question, text in form.answer_rows()])


@dataclass(frozen=True)
class Difference:
    """One question that two pages answer differently."""

    question: str
    mine: str
    theirs: str


def conflicting(form: PageForm, mine: Typed, theirs: Typed) -> list[Difference]:
    """The questions in which what was typed differs from what another page has saved."""
    names = dict.fromkeys(name if name in form.fields else name.rpartition("-")[0] for name in differences(mine, theirs))
    first, second = type(form).judged(mine, **form.options()), type(form).judged(theirs, **form.options())
    return [
        Difference(form.question(name), _typed_text(first, name, mine), _typed_text(second, name, theirs))
        for name in names
        if name in form.fields
    ]


def _typed_text(form: PageForm, name: str, typed: Typed) -> str:
    """The answer in words where it is one, otherwise what was typed."""
    read = {row: text for row, _question, text in form.answer_rows()}
    if read.get(name):
        return read[name]
    raw = [value for key, values in typed.items() if key == name or key.startswith(f"{name}-") for value in values]
    return " ".join(value for value in raw if value) or "Not answered"


def draft_rows(drafts: Sequence[Draft]) -> list[dict[str, object]]:
    """What a writer knows their drafts by: the children's names, when it was last saved, and what is left to answer."""
    sets = sets_of_drafts(drafts)
    return [_draft_row(draft, sets[draft.pk]) for draft in drafts]


def _draft_row(draft: Draft, sets: Sequence[QuestionSet]) -> dict[str, object]:
    reading = read_draft(draft, sets=sets)
    names = [name for _number, name in reading.child_names]
    left = reading.incomplete
    return {
        "reference": draft.reference,
        "url": reverse("referrals:draft", args=[draft.reference]),
        "children": ", ".join(names) or "No child named yet",
        "saved": words.moment(draft.last_saved_at),
        "expires": words.date(draft.expires_at),
        "next": f"Next: {left[0].title}" if left else "Everything is answered. Check it and send it.",
        "more": f", and {words.counted(len(left) - 1, 'more page')}" if len(left) > 1 else "",
    }

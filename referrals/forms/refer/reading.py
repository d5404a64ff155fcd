"""Reading a draft through its forms: what is asked, what is complete, what is missing, and what each page holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from referrals.forms.refer.base import PageForm
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import ChildName, PersonForm
from referrals.forms.refer.sections import BY_CODE, CHILDREN, FAMILY, PEOPLE, SECTIONS, Section, form_for, with_further
from referrals.models import Draft
from referrals.rules.drafts import Typed, item_keys, number_of
from referrals.rules.question_sets import QuestionSet, asked_sets, is_set_page
from referrals.selectors.question_sets import question_sets


@dataclass
class Reading:
    """A draft as its forms judge it."""

    draft: Draft
    forms: dict[str, PageForm] = field(default_factory=dict)
    documents: int = 0
    sections: tuple[Section, ...] = SECTIONS

    @property
    def child_keys(self) -> list[str]:
        """The keys of the children, in order."""
        return item_keys(self.forms, CHILDREN)

    @property
    def person_keys(self) -> list[str]:
        """The keys of the people, in order."""
        return item_keys(self.forms, PEOPLE)

    @property
    def child_names(self) -> list[ChildName]:
        """Number and name of each child."""
        return child_names(self.draft.answers)

    def good(self, key: str) -> bool:
        """Whether a page is answered and nothing on it is wrong."""
        form = self.forms.get(key)
        return form is not None and not form.errors

    def begun(self, section: Section) -> bool:
        """Whether anything of a section is answered."""
        if section.items and item_keys(self.forms, section.items):
            return True
        return section.code in self.forms or (section.form is None and section.optional and self.documents > 0)

    def complete(self, section: Section) -> bool:
        """Whether a section needs nothing more before the referral is sent."""
        if section.optional and (section.form is None or section.code not in self.forms):
            return True
        if section.form is not None and not self.good(section.code):
            return False
        keys = item_keys(self.forms, section.items) if section.items else []
        if section.items == CHILDREN and not keys:
            return False
        return all(self.good(key) for key in keys)

    @property
    def incomplete(self) -> list[Section]:
        """The sections that must be completed before sending."""
        return [section for section in self.sections if not self.complete(section)]

    def page(self, key: str) -> PageForm:
        """A page of the form that stands once; one that was never answered is empty."""
        if (form := self.forms.get(key)) is not None:
            return form
        if (known := form_for(key)) is None:
            raise KeyError(key)
        return known.judged({})

    @property
    def too_long(self) -> list[tuple[str, str, str]]:
        """Page, question and sentence of each answer that would be lost because it is too long."""
        return [
            (key, name, str(error.messages[0]))
            for key, form in self.forms.items()
            for name, errors in form.errors.as_data().items()
            for error in errors
            if error.code == "max_length"
        ]

    @property
    def danger(self) -> bool:
        """Whether a child is said to be in immediate danger."""
        form = self.forms.get("danger")
        return form is not None and form.cleaned_data.get("immediate_danger") == "yes"


@dataclass(frozen=True)
class Asked:
    """A page that a draft asks: its form, what the form needs besides its answers, and the section it is part of."""

    form: type[PageForm]
    options: dict[str, Any]
    section: Section


def read_draft(draft: Draft, *, documents: int = 0, sets: Sequence[QuestionSet] | None = None) -> Reading:
    """Judge every page of a draft as it stands. `sets`: those it began with, where they are known already."""
    children = _children(draft.answers)
    names = _names(children)
    sections = sections_of(draft, sets)
    further = {section.code: section for section in sections if section.further}
    forms: dict[str, PageForm] = {}
    for key, entry in draft.answers.items():
        asked = _page(key, names, further)
        if asked is not None:
            forms[key] = children[key] if key in children else asked.form.judged(entry["typed"], **asked.options)
    return Reading(draft, forms, documents, sections)


def sections_of(draft: Draft, sets: Sequence[QuestionSet] | None = None) -> tuple[Section, ...]:
    """The sections that a draft asks, with the further questions after its worries and of its agency's kind."""
    if not draft.question_sets:
        return SECTIONS
    known = question_sets(draft.question_sets.items()) if sets is None else sets
    return with_further(asked_sets(known, worries_of(draft), draft.agency.kind))


def worries_of(draft: Draft) -> list[str]:
    """The kinds of harm and need that a draft names, by their codes."""
    typed = typed_of(draft, HARM)
    return [] if typed is None else HarmForm.judged(typed).worries


def asked_page(draft: Draft, key: str) -> Asked | None:
    """The page that is kept under a key; None for one that this draft does not ask."""
    further = {section.code: section for section in sections_of(draft) if section.further} if is_set_page(key) else {}
    return _page(key, child_names(draft.answers), further)


def _page(key: str, names: list[ChildName], further: dict[str, Section]) -> Asked | None:
    if (section := further.get(key)) and section.form and section.further:
        return Asked(section.form, {"further": section.further}, section)
    form = form_for(key)
    if form is None:
        return None
    kind = key.partition("/")[0]
    return Asked(form, options(form, names), BY_CODE[FAMILY if kind == PEOPLE else kind])


def options(form: type[PageForm], names: list[ChildName]) -> dict[str, Any]:
    """What a form needs besides its answers."""
    return {"children": names} if issubclass(form, PersonForm) else {}


def child_names(answers: dict[str, Any]) -> list[ChildName]:
    """Number and name of each child of a draft."""
    return _names(_children(answers))


def _children(answers: dict[str, Any]) -> dict[str, ChildForm]:
    return {key: ChildForm.judged(answers[key]["typed"]) for key in item_keys(answers, CHILDREN)}


def _names(children: Mapping[str, ChildForm]) -> list[ChildName]:
    return [
        (number_of(key), child.display_name or f"child {place}") for place, (key, child) in enumerate(children.items(), start=1)
    ]


def typed_of(draft: Draft, key: str) -> Typed | None:
    """What a page of the draft holds; None when it was never saved."""
    entry = draft.answers.get(key)
    return None if entry is None else cast("Typed", entry["typed"])

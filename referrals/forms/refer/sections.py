"""The sections of the form in the order of its task list."""

from collections.abc import Sequence
from dataclasses import dataclass

from referrals.forms.refer.about import AboutForm, DangerForm, RequestForm
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.besides import HELP, INJURIES, HelpForm, InjuriesForm
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.concern import ConcernForm
from referrals.forms.refer.consent import ConsentForm
from referrals.forms.refer.further import FurtherForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import FamilyForm, PersonForm
from referrals.rules.question_sets import QuestionSet

CHILDREN = "children"
PEOPLE = "people"
FAMILY = "family"
DOCUMENTS = "documents"


@dataclass(frozen=True)
class Section:
    """One task of the list: a page of its own (`form`), a list of items (`items`), or both."""

    code: str
    title: str
    form: type[PageForm] | None = None
    items: str = ""
    item_form: type[PageForm] | None = None
    optional: bool = False
    further: QuestionSet | None = None
    """The set of further questions that it asks."""


SECTIONS = (
    Section("danger", "Immediate danger", DangerForm),
    Section("about", "About you", AboutForm),
    Section(CHILDREN, "The children", items=CHILDREN, item_form=ChildForm),
    Section(FAMILY, "Household and network", FamilyForm, items=PEOPLE, item_form=PersonForm),
    Section("concern", "What you are worried about", ConcernForm),
    Section(HARM, "Kinds of harm", HarmForm),
    Section(INJURIES, "Marks and injuries", InjuriesForm, optional=True),
    Section(HELP, "Help so far", HelpForm, optional=True),
    Section("request", "What you are asking for", RequestForm),
    Section("consent", "Consent", ConsentForm),
    Section(DOCUMENTS, "Documents", optional=True),
)
BY_CODE = {section.code: section for section in SECTIONS}
ITEM_FORMS = {section.items: section.item_form for section in SECTIONS if section.item_form is not None}


def form_for(key: str) -> type[PageForm] | None:
    """The form of a page, by the key under which the draft keeps it; None for a page that does not exist."""
    kind, slash, number = key.partition("/")
    if slash:
        return ITEM_FORMS.get(kind) if number.isdecimal() and len(number) <= len("999") and int(number) else None
    section = BY_CODE.get(kind)
    return section.form if section else None


def with_further(sets: Sequence[QuestionSet]) -> tuple[Section, ...]:
    """All sections, with these further questions after the kinds of harm."""
    further = [Section(one.page, one.title, FurtherForm, optional=not one.must_be_answered, further=one) for one in sets]
    place = SECTIONS.index(BY_CODE[HARM]) + 1
    return (*SECTIONS[:place], *further, *SECTIONS[place:])

"""The pages on which what was sent is amended: those of the referral form, filled with what stands there now."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from django.utils.datastructures import MultiValueDict

from foundation.design.forms import LongTextField
from referrals.forms.amending_typed import typed_child, typed_page, typed_person
from referrals.forms.refer.about import RequestForm
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.besides import HELP, INJURIES, HelpForm, InjuriesForm, columns_of
from referrals.forms.refer.children import CARRIED_ON, ChildForm
from referrals.forms.refer.concern import ConcernForm, moment_of
from referrals.forms.refer.consent import AmendedConsentForm, ConsentForm
from referrals.forms.refer.further import FurtherForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import FamilyForm, PersonForm
from referrals.forms.refer.sections import CHILDREN, PEOPLE
from referrals.forms.refer.sending import consent_from, harm_of, with_version
from referrals.models import Submission, SubmissionPerson, SubmittedChild
from referrals.models.codes import ConsentStatus
from referrals.rules.amending import ADDED, AMENDABLE, item_section
from referrals.rules.drafts import Typed
from referrals.rules.submission import Answer, AnsweredSection
from referrals.selectors.question_sets import question_sets

REASON = "reason_for_change"
NEW_CHILD, NEW_PERSON = "Add a child", "Add a person"
NEW = 0
"""The number under which a child who was not told of stands on the pages."""


class AddedForm(PageForm):
    """What no other page of the form asks again."""

    page = "referrals.added"

    added = LongTextField(
        label="What else is new, or different?",
        hint="What no other part asks. Amend a name, a date of birth, an address or a school on the page of the child or person.",
        noun="What is new or different",
        rows=8,
        max_length=10_000,
        required_message="Enter what is new or different",
    )


PAGES: dict[str, tuple[str, type[PageForm]]] = {
    "concern": ("What you are worried about", ConcernForm),
    HARM: ("Kinds of harm", HarmForm),
    INJURIES: ("Marks and injuries", InjuriesForm),
    HELP: ("Help so far", HelpForm),
    "family": ("Fathers, other carers and safety of staff", FamilyForm),
    "request": ("What you are asking for", RequestForm),
    "consent": ("Consent", AmendedConsentForm),
    ADDED: ("Anything else", AddedForm),
}
"""The pages that can be amended whatever was asked, with their titles."""


@dataclass(frozen=True)
class AmendedPage:
    """A page that can be amended: its title, its form with what that needs, the section that it is, and what it holds now."""

    title: str
    form: type[PageForm]
    section: str
    options: dict[str, Any] = field(default_factory=dict)
    typed: Typed = field(default_factory=dict)
    kind: str = ""
    """Of the page of a child or person: of which of the two."""
    position: int = 0
    new: bool = False
    """Whether it asks of somebody who was not told of before."""


def pages_of(standing: Submission) -> dict[str, AmendedPage]:
    """The pages of a submission that stand once; further questions under the version in which they were asked."""
    pages = {code: AmendedPage(title, form, code, typed=typed_page(standing, code)) for code, (title, form) in PAGES.items()}
    asked = {(section.get("questionnaire", ""), section.get("version", 0)) for section in standing.answers}
    for further in question_sets(pin for pin in asked if pin[0]):
        pages[further.page] = AmendedPage(
            further.title, FurtherForm, further.page, {"further": further}, typed_page(standing, further.page)
        )
    return pages


def child_page(first: Submission, child: SubmittedChild) -> AmendedPage:
    """The page of one child. `first`: the submission as it was sent."""
    section = item_section(first.answers, CHILDREN, child.position)
    return AmendedPage(child.full_name, ChildForm, section, typed=typed_child(child), kind=CHILDREN, position=child.position)


def new_child_page(children: Sequence[SubmittedChild]) -> AmendedPage:
    """The page of a child who was not told of, with what the first child of the family has that another is likely to have."""
    first = typed_child(children[0])
    carried = {name: first[name] for name in CARRIED_ON if name in first}
    return AmendedPage(NEW_CHILD, ChildForm, f"{CHILDREN}/{NEW}", typed=carried, kind=CHILDREN, position=NEW, new=True)


def person_page(
    first: Submission, person: SubmissionPerson | None, children: Sequence[SubmittedChild], position: int
) -> AmendedPage:
    """The page of one person, or of one who is added. `first`: the submission as it was sent."""
    asked = {"children": [(child.position, child.full_name) for child in children]}
    section = item_section(first.answers, PEOPLE, position)
    typed = typed_person(person) if person else {}
    title = person.name if person else NEW_PERSON
    return AmendedPage(title, PersonForm, section, asked, typed, PEOPLE, position, new=person is None)


def amending_form(page: AmendedPage, typed: Typed | None) -> PageForm:
    """A page as it is filled in anew, with the question why; without anything typed it holds what stands there now."""
    if typed is not None:
        form = page.form(_lists(typed), **page.options)
    elif page.new and not page.typed:
        form = page.form(**page.options)
    else:
        form = page.form.resumed(page.typed, **page.options)
    return with_reason(form)


def with_reason(form: PageForm) -> PageForm:
    """The form with the question why something changes."""
    form.fields[REASON] = LongTextField(
        label="Why do you change this?",
        hint="For example: the school nurse told us more today.",
        noun="The reason",
        rows=3,
        max_length=2000,
        required_message="Enter why you change this",
    )
    return form


def _lists(typed: Typed) -> Any:
    return MultiValueDict({name: list(values) for name, values in typed.items()})


def section_of(page: AmendedPage, form: PageForm, number: int) -> AnsweredSection:
    """The page's questions in their words with their answers. What is added stands by itself, version by version."""
    rows = [Answer(question=question, answer=text) for name, question, text in form.answer_rows() if name != REASON]
    if isinstance(form, FurtherForm):
        told = with_version(AnsweredSection(section=page.section, title=form.further.title, answers=rows), form)
        return {**told, "typed": {name: values for name, values in told["typed"].items() if name != REASON}}
    if page.section == ADDED:
        return AnsweredSection(section=f"{ADDED}/{number}", title=f"Added in version {number}", answers=rows)
    title = page.title
    if isinstance(form, ChildForm | PersonForm):
        title = f"{'Child' if page.kind == CHILDREN else 'Person'} {page.position}: {form.display_name}"
    if isinstance(form, AmendedConsentForm):
        rows += _still_said(page, form)
    return AnsweredSection(section=page.section, title=title, answers=rows)


AGREEMENT = ("given_by", "given_right", "given_on", "scope", "agencies", "recorded")
"""What was told of an agreement, and stays told when it is withdrawn."""


def _still_said(page: AmendedPage, form: AmendedConsentForm) -> list[Answer]:
    """What was told of an agreement that is withdrawn now: who gave it, when, and to what."""
    if form.cleaned_data.get("consent_status") != ConsentStatus.WITHDRAWN:
        return []
    before = ConsentForm.judged({**page.typed, "consent_status": [ConsentStatus.GIVEN]})
    return [Answer(question=question, answer=text) for name, question, text in before.answer_rows() if name in AGREEMENT and text]


def withdrawn_page(page: AmendedPage, on: date, details: str) -> PageForm:
    """The page about consent as it reads once the agreement is withdrawn."""
    day = {"withdrawn_on-day": [str(on.day)], "withdrawn_on-month": [str(on.month)], "withdrawn_on-year": [str(on.year)]}
    status = {"consent_status": [ConsentStatus.WITHDRAWN.value], "withdrawn_details": [details]}
    return page.form.judged({**page.typed, **status, **day}, **page.options)


def standing_section(page: AmendedPage) -> AnsweredSection | None:
    """The page as it stands, in the words of the questions that are asked now; nothing of what nobody told before."""
    if page.section == ADDED or page.new:
        return None
    return section_of(page, page.form.judged(page.typed, **page.options), 0)


def values_from(page: AmendedPage, form: PageForm, standing: Submission) -> dict[str, Any]:
    """The columns of the submission that a valid page fills."""
    answers, code = form.cleaned_data, page.section
    if code == "concern":
        names: tuple[str, ...] = ("worries", "working_well", "tried_already", "needs_to_happen", "aware_on", "aware_time")
        moment = moment_of(answers["incident_on"], answers["incident_time"])
        voice = {name: answers[name] or "" for name in ("child_voice", "child_voice_missing_reason", "child_alone")}
        return {**{name: answers[name] for name in names}, **voice, "incident_at": moment}
    if code == HARM:
        harm = harm_of(cast("HarmForm", form))
        return {"harm_types": list(harm.types), **{name: getattr(harm, name) for name in AMENDABLE[HARM][1:]}}
    if code in (INJURIES, HELP):
        return columns_of(code, form)
    if code == "family":
        return {name: answers[name] or "" for name in ("father_known", "father_unknown_reason", "other_carers", "staff_risk")}
    if code == "request":
        level = answers["referrer_level"]
        chosen = int(level) if level.isdecimal() else None
        return {
            "purpose": answers["purpose"],
            "referrer_level": chosen,
            "referrer_level_reason": answers["referrer_level_reason"] or "",
            "tools": list(answers["tools"] or ()),
        }
    return _consent(answers, standing) if code == "consent" else {}


OF_AGREEMENT = (
    "consent_given_by",
    "consent_on",
    "consent_by_right",
    "consent_scope",
    "consent_agencies",
    "consent_recorded",
)


def _consent(answers: dict[str, Any], standing: Submission) -> dict[str, Any]:
    said = consent_from(answers)
    values = {
        "consent_status": said.status,
        "consent_given_by": said.given_by,
        "consent_on": said.on,
        "consent_reason": said.reason,
        "consent_details": said.details,
        "family_told": said.family_told,
        "family_not_told_reason": said.family_not_told_reason,
        "consent_by_right": said.by_right,
        "consent_scope": list(said.scope),
        "consent_agencies": said.agencies,
        "consent_recorded": said.recorded,
        "consent_refusal_told": said.refusal_told,
        "consent_withdrawn_on": said.withdrawn_on,
        "consent_withdrawn_details": said.withdrawn_details,
    }
    if said.status == ConsentStatus.WITHDRAWN:
        values |= {name: getattr(standing, name) for name in OF_AGREEMENT}
    return values

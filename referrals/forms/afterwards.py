"""What those who sent something fill in afterwards, and what the MASH answers."""

from dataclasses import dataclass, field
from typing import Any, cast

from django.utils.datastructures import MultiValueDict

from foundation import clock
from foundation.design.forms import ChoiceField, LongTextField, PortalForm, TextField
from referrals.forms.refer.about import RequestForm
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.concern import ConcernForm, moment_of
from referrals.forms.refer.consent import ConsentForm
from referrals.forms.refer.further import FurtherForm
from referrals.forms.refer.harm import HARM, HarmForm
from referrals.forms.refer.people import FamilyForm
from referrals.forms.refer.sending import harm_of, with_version
from referrals.models import Submission
from referrals.models.codes import ConsentStatus
from referrals.models.harms import AT_HOME, HARMS, NEEDS, UNSURE
from referrals.rules.amending import ADDED, AMENDABLE
from referrals.rules.drafts import Typed
from referrals.rules.messages import LONGEST_MESSAGE
from referrals.rules.question_sets import is_set_page
from referrals.rules.submission import Answer, AnsweredSection
from referrals.selectors.question_sets import question_sets

REASON = "reason_for_change"


class MessageForm(PortalForm):
    """One message."""

    page = "referrals.message"

    body = LongTextField(
        label="Your message",
        hint="It stays on the record. If a child is in immediate danger, call 999 and ring the MASH: do not write.",
        noun="The message",
        rows=5,
        max_length=LONGEST_MESSAGE,
        required_message="Enter your message",
    )


class QuestionForm(PortalForm):
    """The answer to a question of the MASH."""

    page = "referrals.question"

    result = ChoiceField(
        label="What can you tell?",
        choices=[("information", "I can tell you more"), ("nothing_known", "I do not know more")],
        required_message="Select whether you can tell more",
    )
    answer = LongTextField(
        label="Your answer",
        hint="If a child is in immediate danger, call 999 and ring the MASH: do not write.",
        noun="The answer",
        rows=6,
        max_length=LONGEST_MESSAGE,
        required=False,
        mark_optional=False,
    )


class WithdrawForm(PortalForm):
    """Why something sent is to be taken back."""

    page = "referrals.withdraw"

    reason = LongTextField(
        label="Why do you withdraw it?",
        hint="For example: it was about another child of the same name. If you only want to correct something, amend it instead.",
        noun="The reason",
        rows=4,
        max_length=2000,
        required_message="Enter why you withdraw it",
    )


class AddedForm(PageForm):
    """What no other page of the form asks again."""

    page = "referrals.added"

    added = LongTextField(
        label="What is new, or different, about a child or a person?",
        hint="Say of whom, and what was written before if it was wrong: a name, a date of birth, an address, a school.",
        noun="What is new or different",
        rows=8,
        max_length=10_000,
        required_message="Enter what is new or different",
    )


PAGES: dict[str, tuple[str, type[PageForm]]] = {
    "concern": ("What you are worried about", ConcernForm),
    ADDED: ("The children and the people", AddedForm),
    "family": ("Fathers, other carers and safety of staff", FamilyForm),
    HARM: ("Kinds of harm", HarmForm),
    "request": ("What you are asking for", RequestForm),
    "consent": ("Consent", ConsentForm),
}
"""The pages that can be amended whatever was asked, with their titles."""


@dataclass(frozen=True)
class AmendedPage:
    """A page that can be amended: its title, its form, and what the form needs besides its answers."""

    title: str
    form: type[PageForm]
    options: dict[str, Any] = field(default_factory=dict)


def pages_of(standing: Submission) -> dict[str, AmendedPage]:
    """The pages of a submission that can be amended; further questions under the version in which they were asked."""
    pages = {code: AmendedPage(title, form) for code, (title, form) in PAGES.items()}
    asked = {(section.get("questionnaire", ""), section.get("version", 0)) for section in standing.answers}
    for further in question_sets(pin for pin in asked if pin[0]):
        pages[further.page] = AmendedPage(further.title, FurtherForm, {"further": further})
    return pages


def amending_form(page: str, asked: AmendedPage, typed: Typed | None, standing: Submission) -> PageForm:
    """A page as it is filled in anew, with the question why; without anything typed it holds what stands there now."""
    kind = asked.form
    if typed is not None:
        form = kind(_lists(typed), **asked.options)
    else:
        form = kind.resumed(typed_of(standing, page), **asked.options)
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


def section_of(page: str, form: PageForm, number: int) -> AnsweredSection:
    """The page's questions in their words with their answers. What is added stands by itself, version by version."""
    rows = [Answer(question=question, answer=text) for name, question, text in form.answer_rows() if name != REASON]
    code = f"{ADDED}/{number}" if page == ADDED else page
    if isinstance(form, FurtherForm):
        told = with_version(AnsweredSection(section=page, title=form.further.title, answers=rows), form)
        return {**told, "typed": {name: values for name, values in told["typed"].items() if name != REASON}}
    title = f"Added in version {number}" if page == ADDED else PAGES[page][0]
    return AnsweredSection(section=code, title=title, answers=rows)


def standing_section(page: str, asked: AmendedPage, standing: Submission) -> AnsweredSection | None:
    """The page as it stands, in the words of the questions that are asked now."""
    if page == ADDED:
        return None
    return section_of(page, asked.form.judged(typed_of(standing, page), **asked.options), 0)


def values_from(page: str, form: PageForm) -> dict[str, Any]:
    """The columns of the submission that a valid page fills."""
    answers = form.cleaned_data
    if page == "concern":
        names: tuple[str, ...] = ("worries", "working_well", "tried_already", "needs_to_happen", "aware_on")
        moment = moment_of(answers["incident_on"], answers["incident_time"])
        voice = {name: answers[name] or "" for name in ("child_voice", "child_voice_missing_reason", "child_alone")}
        return {**{name: answers[name] for name in names}, **voice, "incident_at": moment}
    if page == HARM:
        harm = harm_of(cast("HarmForm", form))
        return {"harm_types": list(harm.types), **{name: getattr(harm, name) for name in AMENDABLE[HARM][1:]}}
    if page == "family":
        return {name: answers[name] or "" for name in ("father_known", "father_unknown_reason", "other_carers", "staff_risk")}
    if page == "request":
        level = answers["referrer_level"]
        chosen = int(level) if level.isdecimal() else None
        return {
            "purpose": answers["purpose"],
            "referrer_level": chosen,
            "referrer_level_reason": answers["referrer_level_reason"] or "",
            "tools": list(answers["tools"] or ()),
        }
    return _consent(answers) if page == "consent" else {}


def _consent(answers: dict[str, Any]) -> dict[str, Any]:
    refused = answers["consent_status"] == ConsentStatus.REFUSED
    return {
        "consent_status": answers["consent_status"],
        "consent_given_by": (answers["refused_by"] if refused else answers["given_by"]) or "",
        "consent_on": answers["given_on"] or None,
        "consent_reason": answers["reason"] or "",
        "consent_details": (answers["refused_because"] if refused else answers["reason_details"]) or "",
        "family_told": answers["family_told"],
        "family_not_told_reason": answers["family_not_told_reason"] or "",
    }


def typed_of(standing: Submission, page: str) -> dict[str, list[str]]:
    """What the page would hold had it been typed as the submission stands."""
    if page == "concern":
        return _typed_concern(standing)
    if page == "consent":
        return _typed_consent(standing)
    if page == HARM:
        return _typed_harm(standing)
    if is_set_page(page):
        return next((section.get("typed", {}) for section in standing.answers if section["section"] == page), {})
    if page == "family":
        names: tuple[str, ...] = ("father_known", "father_unknown_reason", "other_carers", "staff_risk")
        return {name: [str(getattr(standing, name))] for name in names}
    if page == "request":
        level = str(standing.referrer_level) if standing.referrer_level else "unsure"
        return {
            "purpose": [standing.purpose],
            "referrer_level": [level],
            "referrer_level_reason": [standing.referrer_level_reason],
            "tools": list(standing.tools),
        }
    return {}


def _typed_concern(standing: Submission) -> dict[str, list[str]]:
    names = (
        "worries",
        "working_well",
        "tried_already",
        "needs_to_happen",
        "child_voice",
        "child_voice_missing_reason",
        "child_alone",
    )
    typed = {name: [str(getattr(standing, name))] for name in names}
    typed["spoken"] = ["yes" if standing.child_voice else "no" if standing.child_voice_missing_reason else ""]
    if standing.incident_at is not None:
        local = standing.incident_at.astimezone(clock.LONDON)
        typed |= _day("incident_on", local)
        typed["incident_time"] = [f"{local:%H:%M}"]
    return typed | _day("aware_on", standing.aware_on)


def _typed_harm(standing: Submission) -> dict[str, list[str]]:
    groups = {"harms": {**HARMS, UNSURE: ""}, "needs": NEEDS, "at_home": AT_HOME}
    typed = {name: [code for code in standing.harm_types if code in codes] for name, codes in groups.items()}
    return {
        **typed,
        "contexts": list(standing.contexts),
        **{name: [str(getattr(standing, name))] for name in ("place", "peer_group", "online_place")},
    }


def _typed_consent(standing: Submission) -> dict[str, list[str]]:
    refused = standing.consent_status == ConsentStatus.REFUSED
    return {
        "consent_status": [standing.consent_status],
        "refused_by" if refused else "given_by": [standing.consent_given_by],
        "refused_because" if refused else "reason_details": [standing.consent_details],
        "reason": [standing.consent_reason],
        "family_told": [standing.family_told],
        "family_not_told_reason": [standing.family_not_told_reason],
        **_day("given_on", standing.consent_on),
    }


def _day(name: str, day: Any) -> dict[str, list[str]]:
    if day is None:
        return {}
    return {f"{name}-day": [str(day.day)], f"{name}-month": [str(day.month)], f"{name}-year": [str(day.year)]}


class AskReferrerForm(PortalForm):
    """What the referrer is asked."""

    page = "referrals.ask_referrer"

    question = LongTextField(
        label="What do you ask the referrer?",
        hint="They, or their safeguarding lead, answer in the portal. The answer stands among the messages.",
        noun="The question",
        rows=5,
        max_length=3000,
        required_message="Enter what you ask",
    )


class MissingForm(PortalForm):
    """What a returned referral lacks."""

    page = "referrals.return"

    missing = LongTextField(
        label="What is missing?",
        hint="The referrer reads this and amends the referral. Then it comes back to the queue, with a new time to decide.",
        noun="What is missing",
        rows=6,
        max_length=LONGEST_MESSAGE,
        required_message="Enter what is missing",
    )


def _why() -> LongTextField:
    return LongTextField(label="Why, for the record?", noun="The reason", rows=4, max_length=2000, required_message="Enter why")


class DuplicateForm(PortalForm):
    """Which contact stays."""

    page = "referrals.duplicate"

    duplicate_of = TextField(
        label="Reference of the contact that stays",
        hint="For example, NM-K-7K4P2-XQ9AB. That one goes on; this one is closed.",
        width=20,
        max_length=40,
        autocomplete="off",
        spellcheck=False,
        required_message="Enter the reference of the contact that stays",
    )
    reason = _why()


class OutOfAreaForm(PortalForm):
    """Who has taken a contact elsewhere."""

    page = "referrals.out_of_area"

    authority = TextField(
        label="Which council has taken it?", max_length=200, required_message="Enter which council has taken it"
    )
    receipt = TextField(
        label="Who there has taken it, when, and under which reference?",
        max_length=300,
        noun="The receipt",
        required_message="Enter who there has taken it, and when",
    )
    reason = _why()


class LinkForm(PortalForm):
    """Who works with the child already."""

    page = "referrals.link"

    worker = TextField(
        label="Who works with the child and was told?",
        hint="Name and team.",
        noun="Who works with the child",
        max_length=200,
        required_message="Enter who works with the child and was told",
    )
    reason = _why()


class WithdrawalForm(PortalForm):
    """The answer to a withdrawal."""

    page = "referrals.withdrawal"

    answer = ChoiceField(
        label="May the referrer withdraw it?",
        choices=[("agree", "Yes: close this contact"), ("go_on", "No: go on with it")],
        choice_hints={"agree": "Open questions to agencies end. The record stays.", "go_on": "What was sent is still worked on."},
        required_message="Select whether it may be withdrawn",
    )
    words = LongTextField(
        label="What do you answer?",
        hint="The referrer reads this.",
        noun="The answer",
        rows=4,
        max_length=LONGEST_MESSAGE,
        required_message="Enter your answer",
    )


class ConfirmForm(PortalForm):
    """Why a decision stands although the facts changed."""

    page = "referrals.confirm"

    reason = LongTextField(
        label="Why does the decision stand?",
        noun="The reason",
        rows=4,
        max_length=2000,
        required_message="Enter why the decision stands",
    )

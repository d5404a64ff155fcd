"""Changing what a system sent: one page of the form anew with a reason, one more child, and asking to withdraw the whole."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from rest_framework import serializers

from foundation.errors import Incomplete, Problem
from foundation.problem_details import Wrong
from referrals.api.bodies import NOT_AN_OBJECT, Child, Concern, Consent, Family, Harm, Help, Injuries, ReceiptChild, Wish
from referrals.api.further import QUESTIONS, Questions, typed_answers, unknown_questions
from referrals.api.pages import Page, answer_of, problems_in, typed
from referrals.forms.afterwards import WithdrawForm
from referrals.forms.amending import AddedForm, new_child_page, pages_of, section_of, standing_section, values_from
from referrals.forms.refer.base import PageForm
from referrals.forms.refer.besides import HELP, INJURIES
from referrals.forms.refer.children import ChildForm
from referrals.forms.refer.further import FurtherForm
from referrals.forms.refer.sending import answers_of, child_from
from referrals.models import Submission
from referrals.rules.amending import ADDED
from referrals.rules.question_sets import PAGE
from referrals.rules.submission import Answer, AnsweredSection, ChildGiven
from referrals.selectors.versions import standing_children

LONGEST_REASON = 2000
WHY = "Enter why you change this"
ONE_PAGE = "Send exactly one page of the referral"
NOT_ASKED = "This set of questions was not asked in this referral, or under another version"
NEW_CHILD = "new_child"
PAGES = ("concern", ADDED, "family", "harm", INJURIES, HELP, "request", "consent", QUESTIONS, NEW_CHILD)


class Amendment(Page):
    """One page of a referral as it now reads, whole, or one more child; with a reason. What was sent before stays on record."""

    seen = serializers.IntegerField(
        min_value=1,
        max_value=2_000_000_000,
        help_text="The version of the referral that was changed: 1 as it was sent first; “Read where a referral stands” says it.",
        error_messages={"required": "Enter the version that you changed", "null": "Enter the version that you changed"},
    )
    reason = serializers.CharField(
        max_length=LONGEST_REASON,
        help_text="Why it is changed.",
        error_messages={
            "required": WHY,
            "null": WHY,
            "blank": WHY,
            "max_length": f"The reason must be {LONGEST_REASON:,} characters or fewer",
        },
    )
    concern = Concern(required=False)
    added = answer_of(AddedForm.base_fields["added"], always=False)
    family = Family(required=False)
    harm = Harm(required=False)
    injuries = Injuries(required=False)
    help = Help(required=False)
    request = Wish(required=False)
    consent = Consent(required=False)
    questions = Questions(required=False)
    new_child = Child(required=False, help_text="A child of the family who was not told of before: a contact of their own.")


class Withdrawal(Page):
    """Asking to withdraw a referral. Nothing is deleted: a manager of the MASH decides, child by child."""

    reason = answer_of(WithdrawForm.base_fields["reason"])


class AmendmentReceipt(serializers.Serializer[Any]):
    """The version that was made."""

    reference = serializers.CharField()
    version = serializers.IntegerField()
    amended_at = serializers.DateTimeField()
    children = ReceiptChild(many=True, help_text="The contact of the child who was added, where it added one.")


class WithdrawalReceipt(serializers.Serializer[Any]):
    """That the MASH is asked. The status says what came of it."""

    reference = serializers.CharField()
    asked_at = serializers.DateTimeField()


@dataclass(frozen=True)
class Change:
    """One page of a referral as it now reads, as the service takes it."""

    seen: int
    page: str
    values: dict[str, Any]
    before: AnsweredSection | None
    after: AnsweredSection
    reason: str


@dataclass(frozen=True)
class NewChild:
    """One more child of the family, as the service takes them."""

    seen: int
    child: ChildGiven
    answers: list[Answer]
    reason: str


def change_from(body: object, standing: Submission) -> Change | NewChild:
    """What a body says of a referral as it stands, judged by the page of the form. Raises all that is wrong with it at once."""
    said = _said(body, Amendment)
    sent = [name for name in PAGES if said.get(name) not in (None, "")]
    if len(sent) != 1:
        raise Wrong([Problem(ONE_PAGE, "")])
    name = sent[0]
    if name == NEW_CHILD:
        return _new_child(said, standing)
    code = f"{PAGE}{said[name]['set']}" if name == QUESTIONS else name
    asked = pages_of(standing).get(code)
    if asked is None:
        raise Wrong([Problem(NOT_ASKED, "set", QUESTIONS)])
    form = asked.form.judged(_typed(asked.form, name, said[name], asked.options), **asked.options)
    if form.errors:
        raise Incomplete(_refused(form, name))
    return Change(
        seen=said["seen"],
        page=code,
        values=values_from(asked, form, standing),
        before=standing_section(asked),
        after=section_of(asked, form, said["seen"] + 1),
        reason=said["reason"],
    )


def _new_child(said: Mapping[str, Any], standing: Submission) -> NewChild:
    asked = new_child_page(standing_children(standing.pk))
    form = ChildForm.judged(typed(ChildForm, said[NEW_CHILD]))
    if form.errors:
        raise Incomplete(_refused(form, NEW_CHILD))
    answers = section_of(asked, form, said["seen"] + 1)["answers"]
    return NewChild(said["seen"], child_from(answers_of(form)), answers, said["reason"])


def of_new_child(wrong: Incomplete) -> Incomplete:
    """What the service refuses of a child, whom it knows by the place that they would have, where the body tells of them."""
    return Incomplete([replace(one, page=NEW_CHILD) for one in wrong.problems])


def reason_from(body: object) -> str:
    """Why a referral is to be withdrawn."""
    return str(_said(body, Withdrawal)["reason"])


def _said(body: object, kind: type[Page]) -> dict[str, Any]:
    if not isinstance(body, Mapping):
        raise Wrong([Problem(NOT_AN_OBJECT, "")])
    shape = kind(data=body)
    if not shape.is_valid():
        raise Wrong(problems_in(shape.errors))
    return dict(shape.validated_data)


def _typed(form: type[PageForm], name: str, said: Any, options: Mapping[str, Any]) -> dict[str, list[str]]:
    if not issubclass(form, FurtherForm):
        return typed(form, {ADDED: said} if name == ADDED else said)
    further = options["further"]
    if further.number != said["version"]:
        raise Wrong([Problem(NOT_ASKED, "version", QUESTIONS)])
    if wrong := unknown_questions(further, said["answers"], QUESTIONS):
        raise Wrong(wrong)
    return typed_answers(further, said["answers"])


def _refused(form: PageForm, name: str) -> list[Problem]:
    inside = "answers/" if name == QUESTIONS else ""
    return [Problem(str(error), f"{inside}{field}", name) for field, errors in form.errors.items() for error in errors]

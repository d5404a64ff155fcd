"""Keeping the library of policies: new ones, new versions of them, reviews that change nothing, and withdrawing."""

from datetime import date
from typing import TYPE_CHECKING, Any

from accounts.models import Person
from board.models import Policy, PolicyReview, PolicyVersion
from board.rules import POLICY_VERSION
from board.selectors.challenges import agency_of
from board.selectors.policies import group_named, locked_policy, newest_review, newest_version, policy_in_use
from foundation import clock
from foundation.documents import store
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

TURNS = "board.policies"


def _subject(policy: Policy) -> Subject:
    return Subject("policy", policy.reference)


def _told(*, code: str, title: str, kind: str, audience: str, summary: str, agency: str, group: str) -> dict[str, Any]:
    owner, group_owner = agency_of(agency, "agency"), group_named(group)
    if owner is not None and group_owner is not None:
        raise Refused("Select an agency or a group, not both.", field="group")
    return {
        "code": code, "title": title, "kind": kind, "audience": audience, "summary": summary, "agency": owner,
        "group": group_owner,
    }  # fmt: skip


def _check_code(code: str, *, but: int = 0) -> None:
    if Policy.objects.filter(code__iexact=code).exclude(pk=but).exists():
        raise Refused("Another policy has this code.", field="code")


def _check_days(approved_on: date, review_due_on: date) -> None:
    if approved_on > clock.today():
        raise Refused("The day on which it was approved must be today or in the past.", field="approved_on")
    if review_due_on <= approved_on:
        raise Refused("The next review must be after the day on which it was approved.", field="review_due_on")


def _write_version(by: Person, policy: Policy, document: "UploadedFile[bytes]", **told: Any) -> PolicyVersion:
    version = PolicyVersion.objects.create(policy=policy, written_at=clock.now(), written_by=by, **told)
    try:
        store(upload=document, record_kind=POLICY_VERSION, record_reference=version.reference, by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="document") from refused
    return version


@service
def add_policy(
    *, by: Person, code: str, title: str, kind: str, audience: str, summary: str, number: str, approved_on: date,
    approver: str, review_due_on: date, document: "UploadedFile[bytes]", agency: str = "", group: str = "",
) -> Policy:  # fmt: skip
    """Put a policy into the library with the version that holds. The same again adds nothing.

    Refuses the code of another policy, two owners, a version approved on a day to come, and a review before it was approved.
    """
    told = _told(code=code, title=title, kind=kind, audience=audience, summary=summary, agency=agency, group=group)
    _check_days(approved_on, review_due_on)
    take_turns(TURNS)
    there = Policy.objects.filter(**told, withdrawn_on__isnull=True, versions__number=number).first()
    if there is not None:
        return there
    _check_code(code)
    policy = Policy.objects.create(review_due_on=review_due_on, **told)
    _write_version(by, policy, document, number=number, approved_on=approved_on, approver=approver, review_due_on=review_due_on)
    record(verb="board.policy_added", by=by, subject=_subject(policy), data={"code": code, "number": number})
    return policy


def _open(policy: Policy, version: int) -> Policy:
    if policy.withdrawn_on is not None:
        raise Refused("This policy has been withdrawn.")
    check_version(
        policy, version, "Somebody else has changed this policy since you opened it. Check yours against theirs and save again."
    )
    return policy


def _save(policy: Policy) -> None:
    policy.version += 1
    policy.save()


@service
def change_policy(
    *, by: Person, reference: str, version: int, code: str, title: str, kind: str, audience: str, summary: str,
    agency: str = "", group: str = "",
) -> Policy:  # fmt: skip
    """Say anew what a policy is, whose and for whom. Refuses the code of another, two owners, and one that was withdrawn."""
    told = _told(code=code, title=title, kind=kind, audience=audience, summary=summary, agency=agency, group=group)
    take_turns(TURNS)
    policy = _open(locked_policy(reference), version)
    _check_code(code, but=policy.pk)
    for name, value in told.items():
        setattr(policy, name, value)
    _save(policy)
    record(verb="board.policy_changed", by=by, subject=_subject(policy))
    return policy


@service
def add_policy_version(
    *, by: Person, reference: str, version: int, number: str, approved_on: date, approver: str, review_due_on: date,
    document: "UploadedFile[bytes]", changes: str = "",
) -> Policy:  # fmt: skip
    """Put a new version of a policy in the place of the one that holds; the older one stays for the board's people.

    Refuses a number that the policy had before, days that do not follow one another, a policy that was withdrawn, and one that
    was changed meanwhile.
    """
    _check_days(approved_on, review_due_on)
    policy = _open(locked_policy(reference), version)
    if policy.versions.filter(number__iexact=number).exists():
        raise Refused("This policy has a version of this number already.", field="number")
    if approved_on < newest_version(policy).approved_on:
        raise Refused("The day must not be before the one on which the last version was approved.", field="approved_on")
    last = newest_review(policy)
    if last is not None and approved_on <= last.reviewed_on:
        raise Refused("The day must be after the last review.", field="approved_on")
    _write_version(
        by, policy, document, number=number, approved_on=approved_on, approver=approver, review_due_on=review_due_on,
        changes=changes,
    )  # fmt: skip
    policy.review_due_on = review_due_on
    _save(policy)
    record(verb="board.policy_version_added", by=by, subject=_subject(policy), data={"number": number})
    return policy


@service
def review_policy(
    *, by: Person, reference: str, version: int, reviewed_on: date, reviewer: str, review_due_on: date, note: str = ""
) -> Policy:
    """Write down that the version that holds was reviewed and left as it is, by whom, and when it is reviewed next.

    The same again adds nothing. Refuses a day to come, before the version was approved or the last review; a next review that is
    not later; a policy that was withdrawn, and one that was changed meanwhile.
    """
    policy = locked_policy(reference)
    holds, last = newest_version(policy), newest_review(policy)
    told = {"reviewed_on": reviewed_on, "reviewer": reviewer, "review_due_on": review_due_on, "note": note}
    if last is not None and all(getattr(last, name) == value for name, value in told.items()):
        return policy
    _open(policy, version)
    if reviewed_on > clock.today():
        raise Refused("The day on which it was reviewed must be today or in the past.", field="reviewed_on")
    if reviewed_on < holds.approved_on:
        raise Refused("The day must not be before the one on which its version was approved.", field="reviewed_on")
    if last is not None and reviewed_on <= last.reviewed_on:
        raise Refused("The day must be after the last review.", field="reviewed_on")
    if review_due_on <= reviewed_on:
        raise Refused("The next review must be after the day on which it was reviewed.", field="review_due_on")
    PolicyReview.objects.create(policy_version=holds, written_at=clock.now(), written_by=by, **told)
    policy.review_due_on = review_due_on
    _save(policy)
    data = {"number": holds.number, "reviewed_on": reviewed_on.isoformat()}
    record(verb="board.policy_reviewed", by=by, subject=_subject(policy), data=data)
    return policy


@service
def withdraw_policy(
    *, by: Person, reference: str, version: int, withdrawn_on: date, reason: str, replacement: str = ""
) -> Policy:
    """Take a policy out of use, with the reason and what takes its place; only the board's people read it from then on.

    Refuses a day to come or before its version was approved, a replacement that is not in use, and one withdrawn already.
    """
    take_turns(TURNS)
    policy = _open(locked_policy(reference), version)
    if withdrawn_on > clock.today():
        raise Refused("The day must be today or in the past.", field="withdrawn_on")
    if withdrawn_on < newest_version(policy).approved_on:
        raise Refused("The day must not be before the one on which its version was approved.", field="withdrawn_on")
    instead = policy_in_use(replacement)
    if instead == policy:
        raise Refused("A policy does not take its own place. Select another one.", field="replacement")
    policy.withdrawn_on, policy.withdrawn_reason, policy.replacement = withdrawn_on, reason, instead
    _save(policy)
    record(verb="board.policy_withdrawn", by=by, subject=_subject(policy), reason=reason)
    return policy

"""What the MASH asks of agencies. They are told who the child is, and the question; nothing of what was reported."""

from collections.abc import Collection, Sequence

from django.db.models import Exists

from accounts.access import AGENCY_LEAD
from accounts.models import Person
from foundation.actors import Actor
from foundation.design import words
from referrals.deadlines import ACKNOWLEDGED
from referrals.handovers import children_of_contact, contact_address, visible_among
from referrals.rules.encompass import ENCOMPASS
from referrals.rules.triage import MASH_CHECK, MORE_INFORMATION, SIGHT
from work.kinds import RequestKind, Result
from work.models import Request


def _answered(request: Request, by: Actor) -> None:
    from referrals.services.tasks import when_answered

    when_answered(request, by)


def _informed(request: Request, by: Actor) -> None:
    from referrals.services.asking import when_informed

    when_informed(request, by)


def _closed_to(person: Person) -> Exists:
    from referrals.selectors.questions import restricted_to_others

    return restricted_to_others(person)


def _not_asked_by_name(person: Person) -> Exists:
    from referrals.selectors.questions import not_asked_by_name

    return not_asked_by_name(person)


def _notice_not_asked_by_name(person: Person) -> Exists:
    from referrals.selectors.questions import notice_not_asked_by_name

    return notice_not_asked_by_name(person)


def _particulars(reference: str) -> Sequence[tuple[str, str]]:
    from referrals.models import Contact

    contact = Contact.objects.select_related("submitted_child").filter(reference=reference).first()
    if contact is None:
        return ()
    child = contact.submitted_child
    if child.birth_date is not None:
        born = ("Date of birth", words.date(child.birth_date))
    else:
        born = ("Expected date of delivery", words.date(child.expected_delivery_date))
    rows = [("Child", child.full_name), born, ("Address", ", ".join(part for part in (child.address, child.postcode) if part))]
    return tuple((label, value) for label, value in rows if value)


RESULTS = (
    Result("nothing_known", "Nothing known", "Your records were searched and hold nothing on this."),
    Result("information", "Information provided", missing="Enter the information.", shares=True),
    Result("declined", "Declined", "You hold something, and do not share it. Say why.", missing="Enter why you decline."),
    Result("not_applicable", "Not applicable", "The question is not for your agency."),
)

MORE = (
    Result("information", "I can tell you more", missing="Enter what you can tell."),
    Result("nothing_known", "I do not know more"),
)


def _acknowledged(request: Request, by: Actor) -> None:
    from referrals.services.encompass import when_acknowledged

    when_acknowledged(request, by)


def _notices_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from referrals.selectors.encompass import notices_seen

    return notices_seen(person, references)


def _children_of_notice(reference: str) -> Sequence[str]:
    from referrals.selectors.encompass import children_of_notice

    return children_of_notice(reference)


def _notice_address(reference: str) -> str:
    from referrals.selectors.encompass import contact_of_notice

    return contact_address(contact_of_notice(reference))


def _incident(reference: str) -> Sequence[tuple[str, str]]:
    from referrals.models import SchoolNotice
    from referrals.selectors.encompass import earlier_notices_words

    notice = SchoolNotice.objects.select_related("contact__submission", "contact__child").filter(reference=reference).first()
    if notice is None:
        return ()
    told = notice.contact.submission
    rows = [
        *_particulars(notice.contact.reference)[:2],
        ("Police reference", notice.police_reference),
        ("When it happened", words.moment(told.incident_at)),
        ("Where it happened", notice.place),
        ("Was the child there?", notice.get_child_present_display()),
        ("Who was there", notice.who_was_there),
        ("What the child said", notice.child_said),
        ("What happened", told.worries),
        ("Earlier notices of this child", earlier_notices_words(notice)),
    ]
    return tuple((label, value) for label, value in rows if value)


TAKEN_NOTE = (
    Result("acknowledged", "We have this notice and look out for the child", "Say what you do, if you can."),
    Result("told_mash", "We have rung the MASH about this child", missing="Enter what you told the MASH."),
    Result("not_here", "The child is not at our school", missing="Enter where the child is, or that you do not know."),
)

REQUESTS = (
    RequestKind(
        ENCOMPASS,
        "Operation Encompass: notice about a child",
        on_answered=_acknowledged,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_incident,
        address=_notice_address,
        children=_children_of_notice,
        seen_by=_notices_seen,
        results=TAKEN_NOTE,
        deadline=ACKNOWLEDGED,
        closed_to=_notice_not_asked_by_name,
    ),
    RequestKind(
        MASH_CHECK,
        "Check for the MASH",
        on_answered=_answered,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_particulars,
        address=contact_address,
        children=children_of_contact,
        seen_by=visible_among,
        results=RESULTS,
        deadline=MASH_CHECK,
        documents=True,
        read_with_record=True,
        closed_to=_not_asked_by_name,
    ),
    RequestKind(
        SIGHT,
        "Asks to see what you know of a child",
        roles=frozenset(),
        particulars=_particulars,
        address=contact_address,
        children=children_of_contact,
        answer_page="referrals:answer_sight",
        results=(Result("information", "Answered"), Result("declined", "Refused", missing="Enter why you refuse.")),
        seen_by=visible_among,
        closed_to=_not_asked_by_name,
    ),
    RequestKind(
        MORE_INFORMATION,
        "Question about what you referred",
        on_answered=_informed,
        roles=frozenset({AGENCY_LEAD}),
        particulars=_particulars,
        address=contact_address,
        children=children_of_contact,
        seen_by=visible_among,
        results=MORE,
        deadline=MORE_INFORMATION,
        closed_to=_closed_to,
    ),
)

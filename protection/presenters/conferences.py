"""The words of conferences: the list, one conference, its record, and what a parent reads."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.design import words
from foundation.design.words import lower_first
from protection.models import (
    DOES_NOT_TAKE_PLACE,
    PRESENT,
    AgencyInvitation,
    Conference,
    ConferenceChild,
    ConferenceState,
    FamilyInvitation,
    OtherText,
    Relation,
    ReportStatus,
)
from protection.presenters.across import attendance_chart, scale_chart
from protection.rules.quorum import conference_is_quorate
from protection.rules.timeliness import ASKED_TO_ATTEND_FROM, is_asked_to_attend
from protection.selectors.arranging import Across
from protection.selectors.conferences import ConferenceFile, Diary
from protection.selectors.sight import named
from protection.services.booking import report_to_family_due
from work.models import Clock
from work.presenters.clocks import clock_rows

TEXTS: Final = (
    ("past_harm", "Past harm: what has happened to the children", "Facts: what happened, when, and how it hurt the children."),
    (
        "danger_statements",
        "What are we worried about: danger statements",
        "Who is worried that who will do what, and how it would hurt the children.",
    ),
    ("complicating_factors", "What makes it harder: complicating factors", "What is going on that makes it harder to help."),
    ("strengths", "What is working well", "What the family does already that keeps the children safe."),
    ("grey_areas", "What we do not know yet", ""),
    ("family_views", "What the family says, and its own plan", ""),
    (
        "safety_goals",
        "Safety goals",
        "What everybody needs to see, and for how long, to be confident that the children are safe.",
    ),
    ("what_needs_to_happen", "What needs to happen", "Who does what by when. The plan of each child is written from this."),
    ("contingency", "What happens if it does not work", ""),
    ("summary", "In plain words", "What the chair says at the end, so that everybody in the room understands it."),
)
TITLES: Final = {name: title for name, title, _hint in TEXTS}
TONES: Final = {
    ConferenceState.REQUESTED: "govuk-tag--yellow",
    ConferenceState.BOOKED: "govuk-tag--blue",
    ConferenceState.HELD: "govuk-tag--yellow",
    ConferenceState.APPROVED: "govuk-tag--turquoise",
    ConferenceState.DISTRIBUTED: "govuk-tag--green",
    ConferenceState.CANCELLED: "govuk-tag--grey",
    ConferenceState.WITHDRAWN: "govuk-tag--grey",
}
WRITTEN: Final = (ConferenceState.BOOKED, ConferenceState.HELD)
"""While the record is written."""
OVER: Final = (ConferenceState.HELD, ConferenceState.APPROVED, ConferenceState.DISTRIBUTED)


def names_of_children(rows: Iterable[ConferenceChild]) -> str:
    """The children in one line."""
    return ", ".join(row.child.full_name for row in rows)


def conference_rows(found: Iterable[Conference]) -> list[dict[str, Any]]:
    """The rows of a list of conferences."""
    return [
        {
            "reference": one.reference,
            "href": reverse("protection:conference", args=[one.reference]),
            "names": names_of_children(one.children.all()),
            "type": one.get_type_display(),
            "state": one.get_state_display(),
            "tone": TONES[ConferenceState(one.state)],
            "planned_for": one.planned_for,
            "held_on": one.held_on,
            "due_on": one.record_due_on if one.held_on else one.due_on,
            "chair": one.chair.name if one.chair else "",
            "team": one.family.team.name,
            "restricted": one.family.restricted,
        }
        for one in found
    ]


def conference_page(
    file: ConferenceFile, across: Across, clocks: Sequence[Clock], *, me: Person, works: bool, seats: Sequence[AgencyInvitation]
) -> dict[str, Any]:
    """One conference as its page shows it. `works`: whether I arrange and minute it; `seats`: those for which I speak."""
    one = file.conference
    steps = _steps(file, me) if works else _of_invited(one, seats)
    return {
        "conference": one,
        "names": names_of_children(file.children),
        "tone": TONES[ConferenceState(one.state)],
        "fell_away": one.state in DOES_NOT_TAKE_PLACE,
        "about": about_rows(one),
        "children": [child_card(row, one, works=works) for row in file.children],
        "agencies": [_agency(row, one, works=works) for row in file.invitations],
        "taken_back": taken_back_rows(file.taken_back) if works else [],
        "family": [_member(row, one, me=me, works=works) for row in file.family],
        "quorum": quorum_words(file),
        "texts": texts_of(one),
        "conflicts": len(file.other_texts) if works else 0,
        "writes": one.state in WRITTEN and (works or bool(seats)),
        "works": works,
        "scale": file.scale,
        "scores": [_score(row) for row in file.scores],
        "scale_chart": scale_chart(across),
        "attendance_chart": attendance_chart(across),
        "steps": steps,
        "prints": one.state in OVER,
        "clocks": clock_rows(clocks, manages=False),
    }


def _steps(file: ConferenceFile, me: Person) -> list[dict[str, Any]]:
    one = file.conference
    chairs = one.chair_id == me.pk
    found: list[tuple[str, str, bool]] = []
    if one.state == ConferenceState.REQUESTED:
        found.append(("book_conference", "Book chair, time and place", False))
    if one.state == ConferenceState.BOOKED:
        found += [("invite_agency", "Invite somebody of an agency", False), ("invite_family", "Invite the family", False)]
    if one.state in WRITTEN:
        found += [
            ("conference_minutes", "Write the record", False),
            ("conference_attendance", "Record who came", False),
            ("conference_score", "Add a score from 0 to 10", False),
            ("conference_dissent", "Record that an agency does not agree", False),
        ]
    if one.state == ConferenceState.BOOKED and chairs:
        found.insert(0, ("hold_conference", "Record the decisions", False))
    if one.held_on and one.outline_sent_at is None and one.state == ConferenceState.HELD:
        found.insert(0, ("send_outline", "Decision and outline plan have been sent", True))
    if one.state == ConferenceState.HELD and chairs:
        found.insert(1 if found and found[0][2] else 0, ("approve_conference", "Approve the record", True))
    if one.state == ConferenceState.APPROVED:
        found.append(("distribute_conference", "The record has been sent out", True))
    if one.state == ConferenceState.BOOKED:
        found.append(("book_conference", "Change chair, time or place", False))
    if one.state in (ConferenceState.REQUESTED, ConferenceState.BOOKED):
        found += [
            ("cancel_conference", "Cancel the conference", False),
            ("withdraw_conference", "Withdraw it: asked for in error", False),
        ]
    return _links(one, found)


def _of_invited(one: Conference, seats: Sequence[AgencyInvitation]) -> list[dict[str, Any]]:
    if one.state not in WRITTEN or not seats:
        return []
    return _links(
        one,
        [
            ("conference_minutes", "Write what your agency says", False),
            ("conference_score", "Give your score from 0 to 10", False),
            ("conference_dissent", "Say that your agency does not agree", False),
        ],
    )


def _links(one: Conference, found: Iterable[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    return [
        {"href": reverse(f"protection:{name}", args=[one.reference]), "text": text, "post": post} for name, text, post in found
    ]


def about_rows(one: Conference) -> list[dict[str, str]]:
    """What is known of a conference at a glance."""
    answers = {True: "Yes", False: "No", None: ""}
    rows = (
        ("Asked for", words.moment(one.requested_at)),
        ("To be held by", words.date(one.due_on)),
        ("Chair", one.chair.name if one.chair else "Not booked yet"),
        ("Planned for", diary_words(Diary(one.planned_for, one.type, one.lasts)) if one.planned_for else ""),
        ("The family has the social worker’s report by", words.moment(report_to_family_due(one))),
        ("How", one.get_mode_display() if one.mode else ""),
        ("Where", one.venue),
        ("Interpreter", one.interpreter),
        ("Shape of the record", one.get_practice_model_display() if one.booked_at else ""),
        ("Held on", words.date(one.held_on)),
        ("Why it was late", one.late_reason),
        ("Held without a quorum", f"{one.get_inquorate_reason_display()}: {one.inquorate_note}" if one.inquorate_note else ""),
        ("Chair met the family beforehand", answers[one.met_family_before]),
        ("Leaflet on complaints given", answers[one.complaints_leaflet_given]),
        ("Meets again by", words.date(one.reconvene_due_on)),
        ("Next conference", words.date(one.next_on)),
        ("Decision and outline plan sent", words.moment(one.outline_sent_at)),
        ("Record approved by the chair", words.moment(one.approved_at)),
        ("Record sent out", words.moment(one.distributed_at)),
        ("Why it did not take place", one.closing_reason),
        ("Team", f"{one.family.team.name}, {one.family.team.agency.name}"),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


NUMBER_MISSING: Final = "Not known. Find it by the day of the conference: health settings are told of a plan by it."


def _lacks_number(row: ConferenceChild, one: Conference) -> bool:
    return not row.child.nhs_number and not row.child.unborn and one.state not in DOES_NOT_TAKE_PLACE


def child_card(row: ConferenceChild, one: Conference, *, works: bool) -> dict[str, Any]:
    """One child of a conference: how the child took part, what was decided, who did not agree."""
    asked = is_asked_to_attend(row.child.birth_date, one.held_on or clock.today())
    part = row.get_participation_display() if row.participation else "Not recorded yet"
    invited = f" Children from {ASKED_TO_ATTEND_FROM} are asked to come." if asked and not row.participation else ""
    rows = [
        ("NHS number", NUMBER_MISSING if works and _lacks_number(row, one) else ""),
        ("Took part", part + invited),
        ("Views obtained", row.views_obtained_how),
        ("Advocate", row.advocate),
        ("What the child says", row.views),
        ("Decision", row.get_decision_display() if row.decision else ""),
        ("Category", row.get_category_display() if row.category else ""),
        ("Why the plan ends", row.get_end_reason_display() if row.end_reason else ""),
        ("Why", row.decision_reason),
        *((f"{who.invitation.name} does not agree", who.words) for who in row.dissents.all()),
    ]
    return {
        "title": named(row.child),
        "name": row.child.full_name,
        "decision": row.get_decision_display() if row.decision else "",
        "tone": {"plan": "govuk-tag--red", "continue": "govuk-tag--orange"}.get(row.decision, "govuk-tag--grey"),
        "rows": [{"key": key, "value": value} for key, value in rows if value],
        "href": _at("conference_participation", one, row.pk) if works and one.state in WRITTEN else "",
    }


def _at(name: str, one: Conference, pk: int) -> str:
    return reverse(f"protection:{name}", args=[one.reference, pk])


def _agency(row: AgencyInvitation, one: Conference, *, works: bool) -> dict[str, Any]:
    late = row.report == ReportStatus.AWAITED and row.report_due_on is not None and row.report_due_on < clock.today()
    shares = works and row.report_received_on is not None and row.report_shared_on is None
    return {
        "name": row.name,
        "agency": row.agency.name,
        "role": row.role or row.get_group_display(),
        "expected": row.required,
        "attendance": row.get_attendance_display() if row.attendance else "",
        "report": row.get_report_display(),
        "report_due_on": row.report_due_on if row.report == ReportStatus.AWAITED else None,
        "report_late": late,
        "report_href": reverse("work:request", args=[row.request.reference]) if row.request and works else "",
        "shared_on": row.report_shared_on,
        "share_href": _at("share_report", one, row.pk) if shares else "",
        "seal_href": _at("seal_invitation", one, row.pk)
        if works and row.person_id is None and one.state not in DOES_NOT_TAKE_PLACE
        else "",
        "take_back_href": _at("take_invitation_back", one, row.pk) if works and _may_take_back(row, one) else "",
        "recommendation": row.get_recommendation_display() if row.recommendation else "",
        "view": row.view,
    }


def _may_take_back(row: AgencyInvitation, one: Conference) -> bool:
    return row.attendance not in PRESENT and one.state not in DOES_NOT_TAKE_PLACE


def taken_back_rows(rows: Iterable[AgencyInvitation]) -> list[str]:
    """Invitations that were taken back, each in one line."""
    return [f"{row.name}, {row.agency.name}: {words.date(row.withdrawn_at)}. {row.withdrawn_reason}" for row in rows]


def _member(row: FamilyInvitation, one: Conference, *, me: Person, works: bool) -> dict[str, Any]:
    keeps_out = works and one.chair_id == me.pk and one.state in WRITTEN and row.excluded_at is None
    part = lower_first(row.excluded_part) or "the whole conference"
    return {
        "name": row.name,
        "relation": row.get_relation_display(),
        "attendance": row.get_attendance_display() if row.attendance else "",
        "excluded": f"Kept out of {part}: {row.excluded_reason}" if row.excluded_at else "",
        "href": _at("exclude_from_conference", one, row.pk) if keeps_out else "",
    }


def quorum_words(file: ConferenceFile) -> dict[str, Any]:
    """Whether enough agencies take part, in a sentence."""
    one = file.conference
    met = one.quorate if one.quorate is not None else is_quorate(file)
    recorded = any(row.attendance for row in file.invitations)
    if not recorded and one.held_on is None:
        return {"tone": "quiet", "text": f"Attendance is not recorded yet. {QUORUM} must take part."}
    if met:
        return {"tone": "", "text": f"There is a quorum: {lower_first(QUORUM)} take part."}
    return {"tone": "late", "text": f"There is no quorum: {lower_first(QUORUM)} must take part."}


QUORUM: Final = "Social care and two other agencies that work with the children"


def is_quorate(file: ConferenceFile) -> bool:
    """Whether enough agencies take part, as attendance stands."""
    return conference_is_quorate((row.group, row.attendance, row.works_with_child) for row in file.invitations)


def texts_of(one: Conference) -> list[dict[str, str]]:
    """The record in its parts, those that are written."""
    return [{"title": title, "text": getattr(one, name)} for name, title, _hint in TEXTS if getattr(one, name)]


def _score(row: Any) -> dict[str, Any]:
    said = row.invitation or row.family_member
    return {"who": said.name if said else "Chair", "score": row.score, "reason": row.reason}


def places_of(file: ConferenceFile, seats: Sequence[AgencyInvitation], *, works: bool) -> list[tuple[str, str, str, str]]:
    """The parts of the record that I write: place, label, hint and text as it stands."""
    one = file.conference
    own = {seat.pk for seat in seats}
    views = [
        (f"invitations-{row.pk}", f"What {row.name}, {row.agency.name}, says", "", row.view)
        for row in file.invitations
        if works or row.pk in own
    ]
    if not works:
        return views
    texts = [(name, title, hint, getattr(one, name)) for name, title, hint in TEXTS]
    children = [
        (f"children-{row.pk}", f"What {row.child.full_name} says", "In their own words.", row.views) for row in file.children
    ]
    return [*children, *texts[:6], *views, *texts[6:]]


def title_of_place(place: str, file: ConferenceFile) -> str:
    """What a part of the record is called."""
    return next((label for name, label, _hint, _text in places_of(file, (), works=True) if name == place), place)


def text_of_place(place: str, file: ConferenceFile) -> str:
    """A part of the record as it stands."""
    return next((text for name, _label, _hint, text in places_of(file, (), works=True) if name == place), "")


def conflict_rows(file: ConferenceFile, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """What two people wrote at once, both versions, each leading to where it is settled."""
    return [conflict_row(other, file, names) for other in file.other_texts]


def conflict_row(other: OtherText, file: ConferenceFile, names: Mapping[str, str]) -> dict[str, Any]:
    """One of them."""
    return {
        "title": title_of_place(other.place, file),
        "mine": other.text,
        "mine_title": f"{names.get(other.written_by, 'Somebody')} wrote on {words.moment(other.written_at)}",
        "theirs": text_of_place(other.place, file),
        "href": _at("settle_conference_text", file.conference, other.pk),
    }


def diary_rows(taken: Mapping[str, Sequence[Diary]]) -> list[dict[str, Any]]:
    """When each chair is taken."""
    return [{"name": name, "times": [diary_words(one) for one in times]} for name, times in taken.items()]


def diary_words(one: Diary) -> str:
    """From when to when a chair is taken."""
    return f"{words.moment(one.planned_for)} to {words.time(one.until)}"


FOR_PARENTS: Final = (
    ("past_harm", "What has happened to your children"),
    ("danger_statements", "What people are worried about"),
    ("complicating_factors", "What makes things harder"),
    ("strengths", "What is going well"),
    ("grey_areas", "What we do not know yet"),
    ("family_views", "What you told us"),
    ("safety_goals", "What we all want to see"),
    ("what_needs_to_happen", "What happens now"),
    ("contingency", "What happens if this does not work"),
)
PLAIN_DECISIONS: Final = {
    "plan": (
        "{name} has a child protection plan from now on. This means that we are worried that {name} may be seriously hurt, "
        "and that your family and the people who work with you follow a plan to keep {name} safe."
    ),
    "no_plan": "{name} does not need a child protection plan.",
    "continue": "{name} still needs a child protection plan. The plan goes on.",
    "end": "{name} does not need a child protection plan any longer. The plan ends.",
    "adjourned": "We could not decide about {name} yet. We meet again.",
}
PLAIN_CATEGORIES: Final = {
    "NEG": "not being looked after well enough (neglect)",
    "PHY": "being physically hurt (physical abuse)",
    "SAB": "being sexually harmed (sexual abuse)",
    "EMO": "being emotionally hurt (emotional abuse)",
}


def print_page(file: ConferenceFile, across: Across) -> dict[str, Any]:
    """The record as a parent reads it: plain words, nothing about who was kept out and why."""
    one = file.conference
    return {
        "conference": one,
        "names": names_of_children(file.children),
        "summary": one.summary,
        "decisions": [_plain(row) for row in file.children],
        "texts": [{"title": title, "text": getattr(one, name)} for name, title in FOR_PARENTS if getattr(one, name)],
        "voices": [{"name": row.child.full_name, "text": row.views} for row in file.children if row.views],
        "agencies": [{"who": f"{row.name}, {row.agency.name}", "text": row.view} for row in file.invitations if row.view],
        "there": _there(file),
        "not_there": [
            f"{row.name}, {row.agency.name}" for row in file.invitations if row.required and row.attendance not in PRESENT
        ],
        "scale_chart": scale_chart(across),
        "draft": one.approved_at is None,
    }


def _there(file: ConferenceFile) -> list[str]:
    agencies = [f"{row.name}, {row.agency.name}" for row in file.invitations if row.attendance in PRESENT]
    family = [row.name for row in file.family if row.attendance in PRESENT and row.relation != Relation.SOLICITOR]
    solicitors = [
        f"{row.name}, solicitor" for row in file.family if row.attendance in PRESENT and row.relation == Relation.SOLICITOR
    ]
    return [*family, *solicitors, *agencies]


def _plain(row: ConferenceChild) -> dict[str, Any]:
    name = row.child.full_name
    return {
        "name": name,
        "text": PLAIN_DECISIONS.get(row.decision, "").format(name=name),
        "category": f"The main worry is {PLAIN_CATEGORIES[row.category]}." if row.category in PLAIN_CATEGORIES else "",
        "reason": row.decision_reason,
        "dissents": [f"{one.invitation.name} did not agree: {one.words}" for one in row.dissents.all()],
    }

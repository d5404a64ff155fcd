"""What a contact says, for the MASH and for teams that take over: the child, the household, consent, worries."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from foundation.models import Document
from referrals.models import (
    ConsentOverride,
    Contact,
    LeadTold,
    Submission,
    SubmissionPerson,
    SubmittedChild,
    YesNoUnknown,
)
from referrals.models.circumstances import DISABILITIES, LEGAL_ORDERS
from referrals.models.harms import AREAS, AT_HOME, HARMS, NEEDS, SIDES, TOOLS, Context
from referrals.presenters.consent import consent_panel
from referrals.presenters.refer import document_rows
from referrals.presenters.submissions import answer_cards
from referrals.rules.answers import folded

SEX = {"M": "Male", "F": "Female", "U": "Sex not known"}
LIVES = {
    YesNoUnknown.YES: "Lives with the child",
    YesNoUnknown.NO: "Lives elsewhere",
    YesNoUnknown.UNKNOWN: "Not known where they live",
}
RESPONSIBLE = {
    YesNoUnknown.YES: "has parental responsibility",
    YesNoUnknown.NO: "no parental responsibility",
    YesNoUnknown.UNKNOWN: "parental responsibility not known",
}
LEAD_KNOWS: Mapping[str, str] = {
    LeadTold.YES: "Yes",
    LeadTold.NO: "Not yet",
    LeadTold.SELF: "The referrer is the safeguarding lead",
}
INFANT_MONTHS = 24
MONTHS = 12


def age_words(child: SubmittedChild) -> str:
    """How old a child is today: "7 years", "5 months", "due in 3 weeks"."""
    today = clock.today()
    if child.birth_date is None:
        due = child.expected_delivery_date or today
        weeks = (due - today).days // 7
        return f"due in {words.counted(weeks, 'week')}" if weeks > 0 else "due now"
    months = _months(child.birth_date, today)
    about = "about " if child.birth_date_estimated else ""
    if months < INFANT_MONTHS:
        return about + (words.counted(months, "month") if months else "under a month")
    return about + words.counted(months // MONTHS, "year")


def _months(born: date, today: date) -> int:
    return (today.year - born.year) * MONTHS + today.month - born.month - (today.day < born.day)


def born_words(child: SubmittedChild) -> str:
    """The date of birth, or the date on which the birth is expected."""
    if child.birth_date is None:
        return f"Expected {words.date(child.expected_delivery_date)}"
    return words.date(child.birth_date) + (" (estimated)" if child.birth_date_estimated else "")


def child_rows(child: SubmittedChild) -> list[dict[str, str]]:
    """What the referrer said of one child; what was not said is left out, save what should be known."""
    where = ", ".join(part for part in (child.address.replace("\n", ", "), child.postcode) if part)
    interpreter = f"; interpreter needed: {child.get_interpreter_needed_display().lower()}"
    told = (
        ("Known as", child.known_as),
        ("Born", f"{born_words(child)}, {age_words(child)}"),
        ("Sex", SEX.get(child.sex, SEX["U"])),
        ("Address", where or "Not given"),
        ("Where the child is now", child.whereabouts),
        ("School or early years setting", child.school or "Not given"),
        ("GP", child.gp),
        ("First language", f"{child.first_language}{interpreter}" if child.first_language else ""),
        ("Disability and communication", child.disability),
        ("Mother", child.maternity),
        *_circumstances(child),
        ("NHS number", child.nhs_number),
        ("Unique pupil number", child.upn),
    )
    return [{"key": key, "value": value} for key, value in told if value]


def _circumstances(child: SubmittedChild) -> Sequence[tuple[str, str]]:
    """What was told of the child's circumstances."""
    disabilities = [DISABILITIES[code] for code in child.disability_codes if code in DISABILITIES]
    orders = [LEGAL_ORDERS[code] for code in child.legal_orders if code in LEGAL_ORDERS]
    pregnant = (
        words.counted(child.gestation_weeks, "week") if child.gestation_weeks else "",
        words.counted(child.babies, "baby", "babies") if child.babies else "",
        child.get_late_booked_display().lower(),
        f"booked at {child.booking_hospital}" if child.booking_hospital else "",
    )
    return (
        ("No fixed address", "The child has none" if child.no_fixed_address else ""),
        ("Pregnancy", "; ".join(part for part in pregnant if part)),
        ("Disability", "; ".join(disabilities)),
        ("Communicates best by", child.communication),
        ("Gender identity", child.gender_identity),
        ("Religion", child.religion),
        ("Education", "; ".join(part for part in (child.get_education_display(), child.attendance) if part)),
        ("Cares for someone", child.get_young_carer_display()),
        ("Early help assessment before", child.get_helped_before_display()),
        ("Looked after by", child.looking_after_authority),
        ("Orders", "; ".join(orders)),
        ("Nationality and status", "; ".join(part for part in (child.nationality, child.get_immigration_display()) if part)),
    )


def household(submission: Submission, people: Sequence[SubmissionPerson], shown: Collection[int]) -> list[dict[str, Any]]:
    """The people named, fathers first, each with what they are to each child that the reader may see."""
    fathers_first = sorted(people, key=lambda one: (one.kind != SubmissionPerson.Kind.FATHER, one.position))
    return [_person_row(one, shown) for one in fathers_first]


def _person_row(person: SubmissionPerson, shown: Collection[int]) -> dict[str, Any]:
    relations = [
        f"{relation.relationship} of {relation.child.given_name or 'the unborn child'}, "
        f"{RESPONSIBLE[YesNoUnknown(relation.parental_responsibility)]}"
        for relation in person.relations.all()
        if relation.child.position in shown
    ]
    born = f"born {words.date(person.birth_date)}" if person.birth_date else ""
    home = "" if person.kind == SubmissionPerson.Kind.PROFESSIONAL else LIVES[YesNoUnknown(person.lives_in_household)]
    facts = [
        born,
        home,
        ", ".join(part for part in (person.job, person.organisation) if part),
        person.contact_details,
        f"Needs an interpreter: {person.interpreter_language}" if person.interpreter_language else "",
        f"Last saw the family: {person.last_contact}" if person.last_contact else "",
        person.involvement,
    ]
    return {
        "name": person.name,
        "kind": person.get_kind_display(),
        "father": person.kind == SubmissionPerson.Kind.FATHER,
        "relations": relations,
        "facts": [fact for fact in facts if fact],
        "risk": person.risk_to_staff,
    }


def father_notice(submission: Submission, people: Sequence[SubmissionPerson]) -> dict[str, str]:
    """Whether a father is named, and if none is, what the referrer said about it."""
    fathers = [one.name for one in people if one.kind == SubmissionPerson.Kind.FATHER]
    if fathers:
        return {"title": "Father named", "text": ", ".join(fathers), "tone": "present"}
    reason = submission.father_unknown_reason or "The referrer did not say why."
    known = submission.father_known == YesNoUnknown.YES
    return {"title": "No father named", "text": f"The referrer knows of one. {reason}" if known else reason, "tone": "missing"}


def concern_parts(submission: Submission) -> list[dict[str, str]]:
    """The worries and what goes with them, in the words of the referrer."""
    voice = submission.child_voice or f"Not recorded. {submission.child_voice_missing_reason}".strip()
    parts = [("What they are worried about", submission.worries), ("What the child says", voice)]
    parts += [(title, text) for title, text in _besides(submission) if text]
    return [{"title": title, "text": text} for title, text in parts]


def harm_rows(submission: Submission) -> list[dict[str, str]]:
    """The kinds of harm and need that the referrer chose, and where it happens."""
    where = [
        (Context(code).label, {Context.PLACE: submission.place, Context.GROUP: submission.peer_group}.get(Context(code), ""))
        if code != Context.ONLINE
        else (Context.ONLINE.label, submission.online_place)
        for code in submission.contexts
    ]
    told = (
        ("Kinds of harm", [HARMS[code] for code in submission.harm_types if code in HARMS]),
        ("What else weighs on the child", [NEEDS[code] for code in submission.harm_types if code in NEEDS]),
        ("At home", [AT_HOME[code] for code in submission.harm_types if code in AT_HOME]),
        *_marks(submission),
        ("Tools filled in", [TOOLS[code] for code in submission.tools if code in TOOLS]),
        *_help_before(submission),
        ("Child seen alone", [submission.get_child_alone_display()] if submission.child_alone else []),
        ("Where it happens", [f"{words}: {details}" if details else words for words, details in where]),
    )
    return [{"key": key, "value": "; ".join(lines)} for key, lines in told if lines]


def _marks(submission: Submission) -> list[tuple[str, list[str]]]:
    """Where marks were seen, on which side, and what was said of them."""
    return [
        ("Marks and injuries", [AREAS[code] for code in submission.injury_areas if code in AREAS]),
        ("On which side", [SIDES[code] for code in submission.injury_sides if code in SIDES]),
        ("What the marks look like", _said(submission.injury_description)),
        ("Who saw them, and when", _said(submission.injury_seen)),
        ("How they were explained", _said(submission.injury_explanation)),
    ]


def _help_before(submission: Submission) -> list[tuple[str, list[str]]]:
    """Whether the family had help before, who led it, when, how it ended, and why it is not enough."""
    return [
        ("Early help before", _said(submission.get_early_help_display() if submission.early_help else "")),
        ("Who led it", _said(submission.help_lead)),
        ("When it began and ended", _said(submission.help_dates)),
        ("How it ended", _said(submission.get_help_result_display() if submission.help_result else "")),
        ("What came of it", _said(submission.help_outcome)),
        ("Why it is not enough now", _said(submission.help_not_enough)),
    ]


def _said(text: str) -> list[str]:
    return [text] if text else []


def further_cards(submission: Submission) -> list[dict[str, Any]]:
    """The further questions that were asked after a worry or of the agency, with the version in which they were asked."""
    return [
        {
            "title": f"{section['title']} (questions of version {section['version']})",
            "rows": folded((row["question"], row["answer"]) for row in section["answers"]),
        }
        for section in submission.answers
        if section.get("questionnaire")
    ]


def unsaid(submission: Submission) -> str:
    """What the referrer said nothing about, as the end of a sentence; nothing is left out silently."""
    missing = [words.lower_first(title) for title, text in _besides(submission) if not text]
    return " and ".join(part for part in (", ".join(missing[:-1]), *missing[-1:]) if part)


def _besides(submission: Submission) -> tuple[tuple[str, str], ...]:
    return (
        ("What is working well", submission.working_well),
        ("What has been tried", submission.tried_already),
        ("What they think needs to happen", submission.needs_to_happen),
    )


def aware_words(submission: Submission) -> str:
    """Since when the referrer has known: the day, with the time of day where it was told."""
    if submission.aware_on is None or submission.aware_time is None:
        return words.date(submission.aware_on)
    return words.moment(datetime.combine(submission.aware_on, submission.aware_time, tzinfo=clock.LONDON))


def referrer_rows(submission: Submission) -> list[dict[str, str]]:
    """Who referred, and how to reach them."""
    level = submission.get_referrer_level_display() if submission.referrer_level else "Not given"
    rows = (
        ("Name", submission.referrer_name or "Not given"),
        ("Role", submission.referrer_role),
        ("Agency", submission.agency.name if submission.agency else submission.get_referral_source_display()),
        ("Telephone", submission.referrer_telephone),
        ("Email", submission.referrer_email),
        ("How they know the family", submission.referrer_relation),
        ("Their safeguarding lead or manager knows", LEAD_KNOWS.get(submission.lead_told, "")),
        ("They ask for", submission.get_purpose_display()),
        ("Level of need, in their view", f"{level}. {submission.referrer_level_reason}".strip(". ")),
        ("It came by", submission.get_channel_display()),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def submission_page(
    contact: Contact,
    siblings: Sequence[Contact],
    people: Sequence[SubmissionPerson],
    documents: Sequence[Document],
    overrides: Sequence[ConsentOverride] = (),
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What was sent about a child, for the first tab and for print."""
    submission = contact.submission
    shown = {one.position for one in (contact, *siblings)}
    return {
        "child": child_rows(contact.submitted_child),
        "siblings": [
            {
                "name": one.submitted_child.full_name,
                "born": f"{born_words(one.submitted_child)}, {age_words(one.submitted_child)}",
                "state": one.get_state_display(),
                "reference": one.reference,
                "href": reverse("referrals:contact", args=[one.reference]),
            }
            for one in siblings
        ],
        "consent": consent_panel(submission, overrides, names or {}),
        "people": household(submission, people, shown),
        "father": father_notice(submission, people),
        "staff_risk": submission.staff_risk,
        "kept": submission.referrer_kept_because if submission.referrer_kept_from_family else "",
        "concern": concern_parts(submission),
        "harm": harm_rows(submission),
        "further": further_cards(submission),
        "unsaid": unsaid(submission),
        "referrer": referrer_rows(submission),
        "danger": submission.immediate_danger,
        "incident": words.moment(submission.incident_at),
        "aware": aware_words(submission),
        "documents": document_rows(documents),
        "answers": answer_cards(submission),
    }

"""The words of the death of a child and of its review."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from foundation.design import words
from reviews.models import Case, ChildDeath, DeathState, HoldReason, TeamRole
from reviews.presenters.deaths_gathering import analysis_rows, awaited_words, factor_rows, form_rows
from reviews.presenters.ways import Notice, Section, Way, facts, rows_of, steps_of
from reviews.rules.deaths import BEFORE_THE_PANEL, EXTREMELY_PREMATURE, OPEN
from reviews.selectors.cases import CaseFile
from reviews.selectors.deaths import (
    READERS,
    contacts_of,
    factors_of,
    forms_of,
    holds_of,
    identity_of,
    seconds_of,
    statutory_dates,
)
from reviews.selectors.sight import is_followed
from work.models import Clock
from work.presenters.clocks import clock_title

S = DeathState
IDENTITY = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.PANEL})
TONES = {
    S.NOTIFIED: "govuk-tag--yellow",
    S.GATHERING: "govuk-tag--blue",
    S.READY: "govuk-tag--blue",
    S.HELD: "govuk-tag--turquoise",
    S.TRIAGED: "govuk-tag--turquoise",
    S.LISTED: "govuk-tag--turquoise",
    S.REVIEWED: "govuk-tag--green",
}
EVENTS = {
    "reviews.death_notified": "Death notified",
    "reviews.death_notified_again": "The same death was notified a second time",
    "reviews.second_joined": "A second notification joined to this case",
    "reviews.second_parted": "A second notification found to be of another child",
    "reviews.death_joined": "Joined to the case that was first",
    "reviews.death_written": "What is known was changed",
    "reviews.death_first_steps": "First steps recorded",
    "reviews.form_asked": "An agency was asked for its form",
    "reviews.form_returned": "A form came back",
    "reviews.form_replaced": "Other evidence taken instead of a form",
    "reviews.death_ready": "Ready for the review meeting",
    "reviews.death_gathers_more": "More is gathered",
    "reviews.death_triaged": "Triaged by chair and paediatrician",
    "reviews.death_held": "Put on hold",
    "reviews.death_released": "Taken off hold",
    "reviews.factor_added": "Factor added",
    "reviews.factor_struck": "Factor struck",
    "reviews.death_met": "Review meeting recorded",
    "reviews.death_listed": "Listed for the panel",
    "reviews.death_reviewed": "Reviewed by the panel",
    "reviews.family_contacted": "Contact with the family recorded",
    "reviews.incident_of_death": "Serious incident opened from this death",
    "reviews.death_closed": "Case closed",
}
STEPS: tuple[tuple[str, str, frozenset[DeathState]], ...] = (
    ("ask_death_form", "Ask an agency for its form", frozenset({S.NOTIFIED, S.GATHERING})),
    ("death_ready", "Ready for the review meeting", frozenset({S.GATHERING})),
    ("review_death", "Record the panel’s review", frozenset({S.LISTED})),
    ("list_death", "List the death for the panel", frozenset({S.HELD, S.TRIAGED, S.LISTED})),
    ("death_review_meeting", "Record the child death review meeting", frozenset({S.READY, S.HELD})),
    ("death_gather_more", "Gather more", frozenset({S.READY})),
    ("close_death", "Close the case", frozenset({S.REVIEWED})),
    ("add_factor", "Add a contributory factor", OPEN),
    ("death_first_steps", "Record the first steps", OPEN),
    ("record_contact", "Record contact with the family", OPEN | {S.REVIEWED, S.CLOSED}),
    ("write_death", "Change what is known", OPEN),
)
WRITTEN = (
    *("place_words", "happened", "suspected_cause", "support", "triage_reasons", "learning", "issues", "positive"),
    *("recommendations", "follow_up", "referral", "cause_1a", "cause_1b", "cause_1c", "cause_1d", "cause_2"),
)
"""What people write of a death and its review."""


def death_rows(row: ChildDeath) -> list[dict[str, str]]:
    """What is known of the death."""
    died = words.date(row.died_on) + (f", {words.time(row.died_time)}" if row.died_time else "")
    place = row.get_place_display() + (f": {row.place_words}" if row.place_words else "")
    return rows_of(
        (
            ("Died on", died),
            ("Where", place),
            ("Birth", row.get_born_display()),
            ("Weeks of gestation", str(row.gestation_weeks or "")),
            ("Lived in", row.area_la),
            ("Panel", row.panel.name),
            ("What happened", row.happened),
            ("Suspected cause", row.suspected_cause),
            ("Expected", row.get_expected_display()),
            ("Joint agency response", row.get_joint_criterion_display() if row.joint_response else "No"),
            ("First meeting of the response", words.date(row.response_met_on) if row.response_met_on else ""),
            ("Home or scene visited", words.date(row.visited_on) if row.visited_on else ""),
            ("Coroner told", row.get_coroner_told_display()),
            ("Abuse or neglect suspected", row.get_abuse_suspected_display()),
            ("Notified by", f"{row.notifier}, {row.notifier_agency}"),
            ("Notified on", words.moment(row.notified_at)),
            ("Professionals involved", row.professionals),
        )
    )


def family_rows(row: ChildDeath, contacts: Iterable[Any]) -> list[dict[str, str]]:
    """Who stays beside the family, and each contact with them."""
    return rows_of(
        (
            ("Key worker", row.key_worker or "Nobody yet"),
            ("Bereavement support", row.support),
            ("Letter to the parents", words.date(row.letter_on) if row.letter_on else ""),
            *((f"{words.date(one.day)}, {one.who}", f"{one.words} ({one.whose})") for one in contacts),
        )
    )


def due_rows(clocks: Sequence[Clock]) -> list[dict[str, str]]:
    """What is due, twice: as the guidance says, and as holds have moved it."""
    first: dict[int, Any] = statutory_dates(clocks)
    return [
        {
            "title": clock_title(row),
            "statutory": words.moment(first[row.pk]),
            "now": "On hold" if row.state == Clock.State.HELD else words.moment(row.due_at),
        }
        for row in clocks
    ]


def second_rows(reference: str, seconds: Iterable[ChildDeath], *, owned: bool) -> list[dict[str, Any]]:
    """What was notified a second time, to be held against the first."""
    rows = []
    for row in seconds:
        undecided = owned and row.state != S.JOINED
        links = [("join_second", "It is the same death"), ("part_second", "It is another child")] if undecided else []
        rows.append(
            {
                "state": "Joined to this case" if row.state == S.JOINED else "Not decided yet",
                "rows": death_rows(row),
                "steps": [{"href": reverse(f"reviews:{name}", args=[reference, row.pk]), "text": text} for name, text in links],
            }
        )
    return rows


def identity_rows(found: Any) -> list[dict[str, str]]:
    """What else says who the child was."""
    if found is None:
        return []
    return rows_of(
        (
            ("NHS number", found.nhs_number or found.get_nhs_absent_display()),
            ("Address", found.address),
            ("School or nursery", found.school),
            ("General practice", found.practice),
            ("Family", found.family),
        )
    )


def _meeting_rows(row: ChildDeath) -> list[dict[str, str]]:
    return rows_of(
        (
            ("Held on", words.date(row.met_on) if row.met_on else ""),
            ("Chair", row.chair),
            ("Took part", row.attended),
            ("Triaged by", f"{row.triage_chair} and {row.triage_paediatrician}" if row.triaged_at else ""),
            ("Why no meeting was needed", row.triage_reasons),
            ("Panel of", words.date(row.reviewed_on) if row.reviewed_on else ""),
            *analysis_rows(row),
        )
    )


def _holds(row: ChildDeath) -> list[dict[str, str]]:
    told = []
    for one in holds_of(row):
        until = f" to {words.date(one.released_at)}" if one.released_at else ", and it still waits"
        told.append((f"{HoldReason(one.reason).label}: {words.date(one.held_at)}{until}", one.words))
    return rows_of(told)


def _sections(file: CaseFile) -> list[Section]:
    row, reference = file.case.death, file.case.reference
    reads = file.role in READERS
    forms = form_rows(forms_of(row)) if reads else []
    return [
        facts("What was notified", death_rows(row)),
        Section("Notified a second time", "reviews/sections/deaths_seconds.html",
                second_rows(reference, seconds_of(row), owned=file.owned)),
        facts("To find the child", identity_rows(identity_of(row)) if file.role in IDENTITY else []),
        Section("What is due", "reviews/sections/deaths_due.html", due_rows(file.clocks)),
        facts("On hold", _holds(row)),
        Section("Forms of agencies", "reviews/sections/deaths_forms.html", _forms(file, forms)),
        Section("Contributory factors", "reviews/sections/deaths_factors.html",
                factor_rows(reference, factors_of(row), strikes=file.owned and row.state in OPEN) if reads else []),
        facts("Review meeting and panel", _meeting_rows(row)),
        facts("The family", family_rows(row, contacts_of(row))),
    ]  # fmt: skip


def _forms(file: CaseFile, forms: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    return {"rows": forms, "owned": file.owned, "awaited": awaited_words(forms)} if forms else None


def _notices(file: CaseFile) -> list[Notice]:
    row = file.case.death
    found = []
    if row.state == S.JOINED:
        text = "The death had been notified before. Those who review it have what you sent, and name you if you are needed."
        found.append(Notice("This notification was a second one", text))
    if any(one.state != S.JOINED for one in seconds_of(row)):
        found.append(Notice("Notified a second time", "Say whether it is the same death: what was sent is below.", "late"))
    if row.hold_reason:
        text = f"It waits for: {HoldReason(row.hold_reason).label}. The panel and closing wait too."
        found.append(Notice("This review is on hold", text))
    if row.abuse_suspected == "yes" and not is_followed(file.case) and row.state != S.JOINED:
        text = "Open a serious incident: its notification is due within five working days."
        found.append(Notice("Abuse or neglect is suspected", text, "late"))
    return found


def _steps(file: CaseFile) -> list[dict[str, str]]:
    """What the owner may do now."""
    row = file.case.death
    if file.role != TeamRole.OWNER:
        return []
    found = [(name, text) for name, text, states in STEPS if row.state in states]
    if row.hold_reason:
        found = [one for one in found if one[0] not in ("review_death", "close_death")]
        found.append(("release_death", "Take the review off hold"))
    elif row.state in OPEN:
        found.append(("hold_death", "Put the review on hold"))
    if row.gestation_weeks and row.gestation_weeks < EXTREMELY_PREMATURE and row.state in (S.NOTIFIED, S.GATHERING, S.READY):
        found.append(("triage_death", "Record the triage"))
    if row.abuse_suspected == "yes" and row.state != S.JOINED and not is_followed(file.case):
        found.insert(0, ("incident_of_death", "Open a serious incident"))
    return steps_of(file.case.reference, found)


def _state(case: Case) -> tuple[str, str]:
    row = case.death
    if row.hold_reason and row.state in OPEN | {S.REVIEWED}:
        return f"On hold: {HoldReason(row.hold_reason).label.lower()}", "govuk-tag--purple"
    return row.get_state_display(), TONES.get(S(row.state), "govuk-tag--grey")


def _due_on(case: Case) -> date | None:
    row = case.death
    if row.hold_reason or row.state not in OPEN:
        return None
    if row.state in BEFORE_THE_PANEL - {S.HELD, S.TRIAGED}:
        return row.review_due_on
    return row.panel_due_on or row.whole_due_on


def _texts(file: CaseFile) -> list[str]:
    row = file.case.death
    told = [getattr(row, name) for name in WRITTEN]
    told += [one.words for one in factors_of(row)] + [one.words for one in contacts_of(row)]
    told += [one.words for one in holds_of(row)]
    return told


WAY = Way(
    state=_state,
    due_on=_due_on,
    sections=_sections,
    steps=_steps,
    texts=_texts,
    events=EVENTS,
    notices=_notices,
)
"""Child deaths."""

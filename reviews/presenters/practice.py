"""The words of reviews of practice on the page of their case."""

from datetime import date
from typing import Any

from django.urls import reverse

from foundation import clock
from foundation.design import words
from reviews.models import REVIEW_KINDS, Case, CaseKind, Effect, PracticeReview, PracticeState, TeamRole
from reviews.presenters.incidents import decision_tables
from reviews.presenters.tables import section
from reviews.presenters.ways import Notice, Section, Way, facts, rows_of, steps_of
from reviews.rules.deciding import OPEN_OF_REVIEW
from reviews.selectors.cases import CaseFile
from reviews.selectors.practice import PUBLISHED_KINDS
from reviews.selectors.publication import PANEL_DAYS, panel_copy_by

S = PracticeState
TONES = {
    S.COMMISSIONED: "govuk-tag--yellow",
    S.SCOPING: "govuk-tag--blue",
    S.REPORTS_DUE: "govuk-tag--blue",
    S.ANALYSIS: "govuk-tag--blue",
    S.DRAFT: "govuk-tag--blue",
    S.ACCEPTED: "govuk-tag--turquoise",
    S.PRE_PUBLICATION: "govuk-tag--turquoise",
    S.PUBLISHED: "govuk-tag--green",
}
EVENTS = {
    "reviews.review_opened": "Review opened",
    "reviews.partner_decided": "A partner decided",
    "reviews.scope_written": "Scope written",
    "reviews.review_went_on": "Taken to the next step",
    "reviews.report_accepted": "Report accepted by the partners",
    "reviews.drafted_again": "The report is a draft again",
    "reviews.review_closed": "Review closed",
    "reviews.delay_told": "The national panel was told of a delay",
    "reviews.family_contacted": "Contact with the family written down",
    "reviews.practitioners_met": "Practitioners’ event written down",
    "reviews.proceeding_recorded": "Parallel proceedings written down",
    "reviews.proceeding_changed": "Parallel proceedings changed",
    "reviews.cost_recorded": "Cost written down",
    "reviews.draft_added": "Draft added",
    "reviews.draft_circulated": "Copies of a draft given out",
    "reviews.copy_ended": "A copy came back or was destroyed",
    "reviews.remark_made": "Somebody commented on a draft",
    "reviews.remark_answered": "A comment was answered",
    "reviews.publication_text_written": "Text for publication written",
    "reviews.words_forbidden": "Words added that must not be found",
    "reviews.finding_answered": "A finding of the check was answered",
    "reviews.legal_check_ticked": "Seen by a lawyer",
    "reviews.family_check_ticked": "Seen by the family",
    "reviews.publication_prepared": "Publication planned",
    "reviews.review_published": "Published",
    "reviews.review_withheld": "Decided not to publish",
    "reviews.page_withdrawn": "Public page withdrawn",
}
WRITTEN = (S.COMMISSIONED, S.SCOPING, S.REPORTS_DUE, S.ANALYSIS, S.DRAFT)
ENDED = (S.PUBLISHED, S.WITHHELD, S.CLOSED)
NEXT = {
    S.COMMISSIONED: "Begin scoping",
    S.SCOPING: "Ask for the reports",
    S.REPORTS_DUE: "Begin the analysis",
    S.ANALYSIS: "Begin the draft",
}
STEPS: tuple[tuple[str, str, frozenset[PracticeState]], ...] = (
    ("publish_review", "Publish the report", frozenset({S.PRE_PUBLICATION})),
    ("accept_report", "Record that the partners accept the report", frozenset({S.DRAFT})),
    ("prepare_publication", "Plan the publication", frozenset({S.ACCEPTED, S.PRE_PUBLICATION})),
    ("withhold_review", "Decide not to publish", frozenset({S.ACCEPTED, S.PRE_PUBLICATION})),
    ("draft_again", "Take it back to a draft", frozenset({S.ACCEPTED, S.PRE_PUBLICATION})),
    ("close_review", "Close the review", frozenset({S.PUBLISHED, S.WITHHELD})),
)
LOGS = (
    ("record_proceeding", "Write down parallel proceedings"),
    ("record_family_contact", "Write down a contact with the family"),
    ("record_practitioner_event", "Write down a practitioners’ event"),
    ("record_cost", "Write down a cost"),
)
CRITERIA = {
    "local_importance": "It matters locally",
    "recurrent": "It shows what must improve",
    "guidance_gap": "Guidance is missing or fails",
    "looked_at_elsewhere": "Looked at elsewhere",
    "working_together": "How agencies worked together",
    "cross_border": "More than one area",
    "institutional": "In an institution or setting",
}
TEXTS = (
    *("decision_reasons", "terms_of_reference", "key_lines", "our_contribution", "learned", "late_reasons"),
    *("publication_plan", "media_plan", "withheld_reasons", "improvements"),
)


def day(value: date | None) -> str:
    """A day in words; nothing where there is none."""
    return words.date(value) if value else ""


def review_rows(row: PracticeReview) -> list[dict[str, str]]:
    """Why the review is done, with the three days and the day by which it is due, as the law has it and as it is now."""
    revised = row.due_on if row.due_on != row.statutory_due_on else None
    return rows_of(
        (
            ("Comes out of", row.case.follows.title if row.case.follows else ""),
            ("Lead area", row.lead_area),
            ("Method", row.method_other or row.get_method_display()),
            ("Decided on", day(row.decided_on)),
            ("What speaks for it", "; ".join(text for name, text in CRITERIA.items() if getattr(row, name))),
            ("Why", row.decision_reasons),
            ("Started on", day(row.started_on)),
            ("Completed on", day(row.completed_on)),
            ("Published on", day(row.published_on)),
            ("Due by law", day(row.statutory_due_on)),
            ("Due after the clock stood still", day(revised)),
            ("The panel was told of the delay on", day(row.late_told_on)),
            ("What the panel was told", row.late_reasons),
            ("Report received on", day(row.received_on)),
            ("Learned", row.learned),
        )
    )


def scope_rows(row: PracticeReview) -> list[dict[str, str]]:
    """What the review looks at, and who does it."""
    period = " to ".join(filter(None, (day(row.period_from), day(row.period_to))))
    return rows_of(
        (
            ("Terms of reference", row.terms_of_reference),
            ("Period", period),
            ("Key lines of enquiry", row.key_lines),
            ("Reviewers", row.reviewers),
            ("Independence", row.independence),
            ("Our contribution", row.our_contribution),
        )
    )


def plan_rows(row: PracticeReview) -> list[dict[str, str]]:
    """How the report is published, or why not."""
    planned = row.planned_on if row.state in (S.PRE_PUBLICATION, S.PUBLISHED) else None
    return rows_of(
        (
            ("To be published on", day(planned)),
            ("Copies to the panel and the Secretary of State by", day(panel_copy_by(planned)) if planned else ""),
            ("Copies sent on", day(row.copies_sent_on)),
            ("How it is published", row.publication_plan),
            ("Media", row.media_plan),
            ("Not published because", row.withheld_reasons),
            ("The panel was told on", day(row.withheld_on)),
            ("What is improved", row.improvements),
        )
    )


def _proceedings(file: CaseFile) -> Section:
    rows = []
    for row in file.proceedings:
        until = f"{day(row.since)} to {day(row.ended_on)}" if row.ended_on else f"Since {day(row.since)}"
        link = reverse("reviews:change_proceeding", args=[file.case.reference, row.pk])
        kind = f"{row.get_kind_display()}, {row.lead}"
        told = (kind, row.status, until, row.reporting_restriction, row.get_effect_display())
        rows.append((told, [(link, "Change", kind)] if file.owned else []))
    columns = ("Proceedings", "How far they are", "When", "Reporting", "Effect on publication")
    return section("Parallel proceedings", columns, rows)


def _family(file: CaseFile) -> Section:
    rows: list[Any] = []
    for row in file.family_contacts:
        wishes = (("Pseudonym", row.pseudonym_wish), ("Report", row.report_wish), ("Draft", row.draft_response))
        said = "\n".join(f"{name}: {text}" for name, text in wishes if text)
        rows.append(((f"{row.who}, {day(row.contact_on)}", f"{row.offered} ({row.how})", row.support, said), []))
    return section("The family", ("Who and when", "Told or offered", "Support", "What they wish and say"), rows)


def _practitioners(file: CaseFile) -> Section:
    rows: list[Any] = []
    for row in file.practitioner_events:
        came = list(row.attendances.all())
        told = "\n".join(f"{one.agency}: {one.people}" for one in came)
        rows.append(((day(row.held_on), f"{told}\nTogether: {sum(one.people for one in came)}", row.themes), []))
    return section("Practitioners’ events", ("When", "Who came", "Themes"), rows)


def _costs(file: CaseFile) -> Section:
    rows: list[Any] = [((row.what, day(row.paid_on), f"£{row.amount:,.2f}"), []) for row in file.costs]
    if rows:
        rows.append((("Together", "", f"£{sum(row.amount for row in file.costs):,.2f}"), []))
    return section("Costs", ("What for", "When", "How much"), rows)


def _decided(file: CaseFile) -> list[Section]:
    return [Section(table["title"], "reviews/sections/decisions.html", table) for table in decision_tables(file.decisions)]


def _sections(file: CaseFile) -> list[Section]:
    """Everything; of an executive what they decide on."""
    row = file.case.practice
    first = facts("The review", review_rows(row))
    if file.role == TeamRole.EXECUTIVE:
        return [first, *_summary(file), *_decided(file)]
    logs = (_proceedings(file), _family(file), _practitioners(file), _costs(file))
    return [first, *_decided(file), facts("Scope", scope_rows(row)), *logs, facts("Publication", plan_rows(row))]


def _summary(file: CaseFile) -> list[Section]:
    text = getattr(file.case, "publication_text", None)
    if text is None:
        return []
    return [facts("What is to be published", rows_of((("Title", text.title), ("Summary", text.summary))))]


def _steps(file: CaseFile) -> list[dict[str, str]]:
    """What the reader may do now, what takes the review further first."""
    row, role = file.case.practice, file.role
    state = S(row.state)
    found: list[tuple[str, str]] = []
    if role == TeamRole.OWNER:
        if state in NEXT:
            found.append(("go_on", NEXT[state]))
        found += [(name, text) for name, text, states in STEPS if state in states and _is_for(name, row)]
    if OPEN_OF_REVIEW.get(state) and role in (TeamRole.OWNER, TeamRole.EXECUTIVE):
        found.append(("decide", "Record what a partner decides"))
    if role != TeamRole.EXECUTIVE:
        found.append(("drafts", "Drafts and copies"))
    if role == TeamRole.OWNER:
        found += _more(row, state)
    return steps_of(file.case.reference, found)


def _more(row: PracticeReview, state: PracticeState) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    if row.case.kind in PUBLISHED_KINDS:
        found.append(("publication", "The text for publication and its check"))
    if state in WRITTEN:
        found += [("write_scope", "Write the scope"), ("add_child", "Add a child")]
        if row.case.kind not in PUBLISHED_KINDS:
            found.append(("end_review", "Write what was learned, and close"))
    found += LOGS
    if row.statutory_due_on is not None and state not in ENDED:
        found.append(("tell_of_delay", "Record that the panel was told of a delay"))
    return found


def _is_for(name: str, row: PracticeReview) -> bool:
    return row.case.kind in PUBLISHED_KINDS or name == "close_review"


def _notices(file: CaseFile) -> list[Notice]:
    row = file.case.practice
    found = []
    holds = [one for one in file.proceedings if one.effect == Effect.HOLDS and one.ended_on is None]
    if holds:
        which = "; ".join(f"{one.get_kind_display()} ({one.lead})" for one in holds)
        found.append(Notice("The publication waits", f"Nothing is published before these have ended: {which}."))
    late = row.statutory_due_on is not None and row.statutory_due_on < clock.today() and row.state not in ENDED
    if late and row.late_told_on is None:
        text = "Six months have passed since the decision. Tell the national panel why, and record what it was told."
        found.append(Notice("Later than the law wants", text, "late"))
    if row.state == S.PRE_PUBLICATION and row.planned_on and row.copies_sent_on is None and row.case.kind != CaseKind.THEMATIC:
        text = (
            f"The national panel and the Secretary of State get the report by {day(panel_copy_by(row.planned_on))},"
            f" {PANEL_DAYS} working days before it is published."
        )
        found.append(Notice("Send the copies", text))
    return found


def _state(case: Case) -> tuple[str, str]:
    return case.practice.get_state_display(), TONES.get(S(case.practice.state), "govuk-tag--grey")


def _due_on(case: Case) -> date | None:
    return None if case.practice.state in ENDED else case.practice.due_on


def _texts(file: CaseFile) -> list[str]:
    told = [getattr(file.case.practice, name) for name in TEXTS]
    told += [row.reasons for row in file.decisions if row.replaced_at is None]
    told += [text for row in file.proceedings for text in (row.status, row.reporting_restriction)]
    told += [row.themes for row in file.practitioner_events]
    for row in file.family_contacts:
        told += [row.who, row.offered, row.support, row.pseudonym_wish, row.report_wish, row.draft_response]
    return told


WAY = Way(state=_state, due_on=_due_on, sections=_sections, steps=_steps, texts=_texts, events=EVENTS, notices=_notices)
"""Reviews of practice of every kind."""
WAYS: dict[str, Way] = dict.fromkeys(REVIEW_KINDS, WAY)
"""The same way for each of them."""

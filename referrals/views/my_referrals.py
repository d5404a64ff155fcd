"""What I sent, and what became of it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from accounts.visits import visitor_of
from referrals.forms.refer.showing import draft_rows
from referrals.models import Submission
from referrals.presenters.afterwards import after_links
from referrals.presenters.handing_on import answer_lines, offer_rows
from referrals.presenters.quality import feedback
from referrals.presenters.refer import document_rows
from referrals.presenters.submissions import answer_cards, list_row, standing, timeline
from referrals.presenters.taken import call_panel, form_panel
from referrals.rules.amending import as_it_stands
from referrals.rules.taken import TAKEN_CHANNELS
from referrals.selectors.correspondence import followers_of, may_end, may_follow, unread_by
from referrals.selectors.drafts import Writer, drafts_of
from referrals.selectors.handing_on import answers_to, offers_to
from referrals.selectors.quality import quality_of_submission
from referrals.selectors.questions import open_questions
from referrals.selectors.submissions import (
    documents_of_submission,
    may_see_the_agencys,
    sent_by,
    submission_for,
)
from referrals.selectors.taken import calls_before, may_see_call, may_see_sent, taken_of
from referrals.selectors.versions import newest_amendment
from referrals.views.afterwards import page_key
from referrals.views.drafting import writer_of

TABS = (
    ("mine", "Sent by me", "referrals:my_referrals"),
    ("agency", "Sent by my agency", "referrals:agency_referrals"),
    ("drafts", "Drafts of my agency", "referrals:agency_drafts"),
)


@require_GET
def my_referrals(request: HttpRequest) -> HttpResponse:
    """Drafts to go on with, and what was sent, newest first."""
    person = writer_of(request)
    page = sent_by(person, after=request.GET.get("after", ""))
    _log(request, Action.VIEW, page.rows)
    following = {"after": page.next_key} if page.next_key else {}
    known = person if isinstance(person, Person) else None
    context = {
        "drafts": draft_rows(drafts_of(person)),
        "offers": offer_rows(offers_to(known)) if known else [],
        "answers": answer_lines(answers_to(person), person),
        "rows": [list_row(submission) for submission in page.rows],
        "tabs": tabs("mine") if may_see_the_agencys(person) else [],
        "next_url": f"?{urlencode(following)}" if following else "",
        "first_url": reverse("referrals:my_referrals") if request.GET.get("after") else "",
    }
    return render(request, "referrals/my_referrals/list.html", context)


def tabs(current: str) -> list[dict[str, object]]:
    """The lists between which a safeguarding lead chooses."""
    return [{"text": text, "href": reverse(name), "current": code == current} for code, text, name in TABS]


@require_GET
def submission(request: HttpRequest, reference: str) -> HttpResponse:
    """One of them: where each child's contact stands, what was decided and why, and the form as it was sent."""
    found = submission_for(writer_of(request), reference)
    _log(request, Action.VIEW, [found], reference=found.reference)
    context = {**_context(request, found), "feedback": feedback(quality_of_submission(found))}
    context["call"] = _call(writer_of(request), found)
    return render(request, "referrals/my_referrals/submission.html", context)


def _call(writer: Writer, found: Submission) -> dict[str, Any] | None:
    """Of what the MASH took down, where its written form stands; of a form, which call it follows or may follow."""
    if found.channel in TAKEN_CHANNELS:
        taken = taken_of(found.pk)
        form = taken.form if taken else None
        return call_panel(taken, form_seen=form is not None and may_see_sent(writer, form)) if taken else None
    calls = calls_before(writer, found)
    if calls and calls[0].form_id is not None and not may_see_call(writer, calls[0]):
        return None
    return form_panel(found, calls)


@require_GET
def printed_copy(request: HttpRequest, reference: str) -> HttpResponse:
    """The same, to print."""
    found = submission_for(writer_of(request), reference)
    _log(request, Action.PRINT, [found], reference=found.reference)
    return render(request, "referrals/my_referrals/copy.html", _context(request, found))


def _context(request: HttpRequest, found: Submission) -> dict[str, object]:
    contacts = list(found.contacts.all())
    newest = newest_amendment(found)
    person = None if visitor_of(request) else asking(request)
    return {
        "once": page_key(request),
        "questions": open_questions(writer_of(request), found),
        "version": newest.number if newest else 1,
        "unread": len(unread_by(person, found, from_mash=True)) if person else 0,
        "followers": [
            {"row": row, "ends": person is not None and may_end(person, row), "me": row.person == person}
            for row in followers_of(found)
        ],
        "may_take_over": person is not None and may_follow(person, found),
        "links": after_links(found, contacts, amended=newest is not None),
        "submission": found,
        "children": [standing(contact) for contact in contacts],
        "timeline": timeline(found, contacts),
        "cards": answer_cards(as_it_stands(found, newest)),
        "documents": document_rows(documents_of_submission(writer_of(request), found)),
        "waiting": any(standing(contact).waiting for contact in contacts),
    }


def _log(request: HttpRequest, action: Action, shown: Sequence[Submission], *, reference: str = "") -> None:
    children = [contact.child.reference for submission in shown for contact in submission.contacts.all()]
    route = request.resolver_match.view_name if request.resolver_match else ""
    log_look(
        by=writer_of(request),
        action=action,
        route=route,
        record_kind="submission",
        record_reference=reference,
        children=children,
    )

"""A contact goes aside, comes back, or its decision is confirmed: the pages of the MASH for it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.selectors.people import names_of
from referrals.forms.afterwards import (
    AskReferrerForm,
    ConfirmForm,
    DuplicateForm,
    LinkForm,
    MissingForm,
    OutOfAreaForm,
    WithdrawalForm,
)
from referrals.presenters.afterwards import version_rows
from referrals.selectors.contacts import children_told_of, contact_for
from referrals.selectors.versions import amendments_of
from referrals.services import (
    answer_withdrawal,
    ask_referrer,
    confirm_decision,
    link_to_open_case,
    mark_duplicate,
    return_to_referrer,
    send_out_of_area,
)
from referrals.views.acts import Act, acted


@require_http_methods(["GET", "POST"])
def asking_referrer(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask who sent it for more."""
    person, form = asking(request), AskReferrerForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Ask the referrer for more",
        "Ask them",
        form,
        lambda version: ask_referrer(by=person, reference=reference, version=version, **form.cleaned_data),
        "The referrer is asked. The answer comes back to this contact.",
        then="contact_messages",
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def returning(request: HttpRequest, reference: str) -> HttpResponse:
    """Give it back to who sent it, because something is missing."""
    person, form = asking(request), MissingForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Return this contact to the referrer",
        "Return it",
        form,
        lambda version: return_to_referrer(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact is returned. It comes back when the referrer has amended it.",
        context={"explanation": "Questions to agencies end, and the time for the decision starts anew when it comes back."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def duplicate(request: HttpRequest, reference: str) -> HttpResponse:
    """Close it, because another contact says the same."""
    person, form = asking(request), DuplicateForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Close this contact as a duplicate",
        "Close it as a duplicate",
        form,
        lambda version: mark_duplicate(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact is closed as a duplicate. The other one goes on.",
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def out_of_area(request: HttpRequest, reference: str) -> HttpResponse:
    """Close it, because another council has taken it."""
    person, form = asking(request), OutOfAreaForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Note that another council has taken this contact",
        "Close it here",
        form,
        lambda version: send_out_of_area(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact is closed here. The receipt of the other council is on record.",
        context={"explanation": "Send it first, and close it here only when somebody there has confirmed that they have it."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def linking(request: HttpRequest, reference: str) -> HttpResponse:
    """Close it, because somebody works with the child already."""
    person, form = asking(request), LinkForm(request.POST or None)
    contact = contact_for(person, reference)
    act = Act(
        "Link this contact to an open case",
        "Link it and close it here",
        form,
        lambda version: link_to_open_case(by=person, reference=reference, version=version, **form.cleaned_data),
        "The contact is linked to the open case and closed here.",
        context={"explanation": "Tell the worker first. A new worry about a child with a worker is theirs to act on."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def withdrawal(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer a referrer who wants to withdraw."""
    person, form = asking(request), WithdrawalForm(request.POST or None)
    contact = contact_for(person, reference)

    def call(version: int) -> None:
        given = form.cleaned_data
        answer_withdrawal(by=person, reference=reference, version=version, agree=given["answer"] == "agree", words=given["words"])

    act = Act(
        "Answer the withdrawal",
        "Send the answer",
        form,
        call,
        "The referrer has your answer.",
        then="contact_messages",
        context={"explanation": "A referrer may be asked or pressed to withdraw. What was said stays on record either way."},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def confirming(request: HttpRequest, reference: str) -> HttpResponse:
    """Look again at a decision whose facts changed."""
    person, form = asking(request), ConfirmForm(request.POST or None)
    contact = contact_for(person, reference)
    rows = amendments_of(contact.submission)[:1]
    act = Act(
        "Look again at the decision",
        "Let the decision stand",
        form,
        lambda version: confirm_decision(by=person, reference=reference, version=version, **form.cleaned_data),
        "The decision stands. That you looked again is on record.",
        then="contact_decision",
        template="referrals/mash/confirm.html",
        context={"versions": version_rows(rows, names_of([row.amended_by for row in rows]))},
    )
    return acted(request, contact, act, children_told_of(contact))

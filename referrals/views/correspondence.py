"""Messages between those who sent a referral and the MASH, and what amendments changed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.models import Person
from accounts.selectors.people import names_of
from foundation.errors import Refused
from referrals import services
from referrals.forms.afterwards import MessageForm, QuestionForm
from referrals.presenters.afterwards import thread_rows, version_rows
from referrals.selectors.contacts import children_told_of, related_to
from referrals.selectors.correspondence import about_these, thread_of
from referrals.selectors.questions import question_for
from referrals.selectors.submissions import submission_for
from referrals.selectors.versions import amendments_of
from referrals.views.acts import log_contact
from referrals.views.afterwards import log_submission, page_key
from referrals.views.contacts import Opened
from referrals.views.drafting import writer_of

REFUSED = 422


@require_http_methods(["GET", "POST"])
def messages_of_sender(request: HttpRequest, reference: str) -> HttpResponse:
    """What was said, for those who sent it, and a box to write."""
    person = writer_of(request)
    found = submission_for(person, reference)
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_to_mash(by=person, reference=reference, body=form.cleaned_data["body"], once=page_key(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your message is sent. The MASH answers here.")
            return redirect("referrals:messages", reference)
    thread = list(thread_of(found))
    log_submission(request, found)
    if isinstance(person, Person):
        services.note_look(by=person, submission_id=found.pk)
    context = {
        "submission": found,
        "entries": thread_rows(
            thread, names_of([row.sent_by for row in thread]), in_mash=False, several=len(found.contacts.all()) > 1
        ),
        "form": form,
        "once": page_key(request),
    }
    return render(request, "referrals/my_referrals/messages.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
def answer_question(request: HttpRequest, reference: str, question: str) -> HttpResponse:
    """A question of the MASH about what was sent, and the answer."""
    person = writer_of(request)
    found = submission_for(person, reference)
    asked = question_for(person, found, question)
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_question(by=person, reference=reference, question=question, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your answer is with the MASH.")
            return redirect("referrals:submission", reference)
    log_submission(request, found)
    about = [
        contact.submitted_child.full_name for contact in found.contacts.all() if contact.reference == asked.subject_reference
    ]
    context = {"submission": found, "asked": asked, "about": about, "form": form, "button_text": "Send the answer"}
    return render(request, "referrals/my_referrals/question.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
def messages_of_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """What was said, for the MASH, and a box to write."""
    person = asking(request)
    page = Opened(request, reference, "contact_messages")
    found = page.contact
    form = MessageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.write_to_referrer(by=person, reference=reference, body=form.cleaned_data["body"], once=page_key(request))
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Your message is sent. The referrer is told that there is news.")
            return redirect("referrals:contact_messages", reference)
    related, said = related_to(person, found), thread_of(found.submission)
    context = page.beside(related.of_the_form, said)
    siblings = related.siblings
    thread = about_these(said, {found.pk, *(one.pk for one in siblings)})
    services.note_look(by=person, submission_id=found.submission_id)
    log_contact(request, found, [one.child.reference for one in siblings])
    context |= {
        "entries": thread_rows(thread, names_of([row.sent_by for row in thread]), in_mash=True, several=bool(siblings)),
        "form": form,
        "once": page_key(request),
    }
    return render(request, "referrals/mash/messages.html", context, status=REFUSED if form.errors else 200)


@require_GET
def changes(request: HttpRequest, reference: str) -> HttpResponse:
    """What amendments changed, before and now side by side."""
    page = Opened(request, reference, "contact")
    found, told = page.contact, children_told_of(page.contact)
    context = page.beside(told)
    rows = amendments_of(found.submission)
    log_contact(request, found, told)
    context["versions"] = version_rows(rows, names_of([row.amended_by for row in rows]))
    return render(request, "referrals/mash/changes.html", context)

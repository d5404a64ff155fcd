"""What the MASH does with its questions to agencies."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from accounts.asking import asking
from foundation.design import words
from foundation.documents import documents_of
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version
from referrals.forms.checks import WithdrawForm
from referrals.selectors.checks import check_for
from referrals.selectors.contacts import contact_for
from referrals.services import chase_checks, keep_check_file, record_check, remove_check_file, withdraw_check
from referrals.views.acts import Act, acted, show
from work.forms import RecordedAnswerForm
from work.kinds import request_kinds
from work.presenters.documents import file_rows
from work.selectors.requests import NOTED_FOR
from work.views.kept import REMOVE, keep_files, remove_file

CHECKS = "contact_checks"


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, reference: str, check: str) -> HttpResponse:
    """Write down an answer that came by telephone, on paper or by email."""
    person = asking(request)
    contact = contact_for(person, reference)
    found = check_for(contact, check)
    kind = request_kinds()[found.kind]
    removes = REMOVE in request.POST
    if request.method == "POST" and not removes:
        form = RecordedAnswerForm(request.POST, request.FILES, kind=kind)
    else:
        form = RecordedAnswerForm(initial=request.POST.dict(), kind=kind)
    act = Act(
        f"Write down what {found.to_agency.name} answered",
        "Save their answer",
        form,
        lambda version: record_check(by=person, reference=reference, version=version, check=check, **form.given()),
        f"The answer of {found.to_agency.name} has been written down, with who gave it and how.",
        then=CHECKS,
        template="referrals/mash/record_check.html",
        context={"check": found, "kept": lambda: file_rows(documents_of(NOTED_FOR, found.reference))},
        refused=lambda: keep_files(
            request, form, lambda upload: keep_check_file(by=person, reference=reference, check=check, upload=upload)
        ),
    )
    if removes:
        remove_file(request, lambda document: remove_check_file(by=person, reference=reference, check=check, document=document))
        return show(request, contact, act)
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str, check: str) -> HttpResponse:
    """Take a question back."""
    person = asking(request)
    contact = contact_for(person, reference)
    found = check_for(contact, check)
    form = WithdrawForm(request.POST or None)
    act = Act(
        f"Withdraw the question to {found.to_agency.name}",
        "Withdraw it",
        form,
        lambda version: withdraw_check(by=person, reference=reference, version=version, check=check, **form.cleaned_data),
        f"The question has been withdrawn. {found.to_agency.name} has been told.",
        then=CHECKS,
        context={
            "explanation": "The agency is told that it need not answer, and reads your reason. "
            "If you only need not wait for the answer any longer, a manager waives its task instead."
        },
    )
    return acted(request, contact, act)


@require_POST
def chase(request: HttpRequest, reference: str) -> HttpResponse:
    """Remind every agency that is late."""
    try:
        chased = chase_checks(by=asking(request), reference=reference, version=posted_version(request.POST.get("version", "")))
    except (Conflict, Refused) as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"{words.counted(len(chased), 'agency', 'agencies')} reminded.")
    return redirect(f"referrals:{CHECKS}", reference=reference)

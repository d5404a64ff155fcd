"""Check your answers, send, and what happens next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from foundation.errors import Conflict, NotVisible, Refused
from foundation.versions import posted_version
from referrals import services
from referrals.forms.refer.consent import DeclarationForm
from referrals.forms.refer.prompts import prompts_of
from referrals.forms.refer.reading import Reading, read_draft
from referrals.forms.refer.sending import content_of
from referrals.forms.refer.showing import cards, page_url, section_url
from referrals.forms.refer.urgent import can_follow, hindering
from referrals.models import Draft
from referrals.presenters.quality import prompt_rows
from referrals.presenters.refer import document_rows
from referrals.presenters.submissions import by_when
from referrals.presenters.taken import call_choices
from referrals.rules.quality import PAGES_WITH_PROMPTS
from referrals.selectors.drafts import documents_of_draft, draft_for
from referrals.selectors.quality import scale_in_use
from referrals.selectors.taken import calls_of
from referrals.views.drafting import drafting, writer_of

REFUSED = 422
CONFLICT = 409


@require_http_methods(["GET", "POST"])
@drafting
def check(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Everything that was answered, with a way to change it; then the declaration, and the button that sends it once."""
    reading = read_draft(draft)
    calls = call_choices(calls_of(writer_of(request), agency=draft.agency_id))
    if request.method != "POST":
        return _check_page(request, reading, DeclarationForm(calls=calls))
    form = DeclarationForm(request.POST, calls=calls)
    missing = hindering(reading)
    if not form.is_valid() or missing:
        return _check_page(request, reading, form, status=REFUSED)
    try:
        services.send_submission(
            by=writer_of(request),
            draft_reference=draft.reference,
            version=posted_version(request.POST.get("_version", "")),
            content=content_of(reading),
            call=form.chosen_call,
        )
    except Conflict as conflict:
        return _check_page(request, reading, DeclarationForm(calls=calls), status=CONFLICT, sentence=conflict.sentence)
    except Refused as refused:
        form.refuse(refused)
        return _check_page(request, reading, form, status=REFUSED)
    return redirect("referrals:sent", draft.reference)


def _check_page(
    request: HttpRequest, reading: Reading, form: DeclarationForm, *, status: int = 200, sentence: str = ""
) -> HttpResponse:
    hindered = hindering(reading)
    missing = [
        {"text": sentence, "href": section_url(reading.draft, section)}
        for section in reading.sections
        for sentence in hindered.get(section.code, ())
    ]
    later = [{"text": section.title, "href": section_url(reading.draft, section)} for section in can_follow(reading)]
    problems = list(missing) if status == REFUSED else []
    if status == REFUSED and form.errors:
        problems += [{"text": str(error), "href": f"#id_{name}"} for name in form.fields for error in form.errors.get(name, ())]
        problems += [{"text": str(error), "href": ""} for error in form.non_field_errors()]
    context = {
        "draft": reading.draft,
        "form": form,
        "cards": cards(reading),
        "documents": document_rows(documents_of_draft(writer_of(request), reading.draft)),
        "missing": missing,
        "later": later,
        "problems": problems,
        "page_has_errors": bool(problems),
        "sentence": sentence,
        "danger": reading.danger,
        "prompts": prompt_rows(prompts_of(reading, scale_in_use()), _ways_back(reading.draft)),
    }
    return render(request, "referrals/refer/check.html", context, status=status)


def _ways_back(draft: Draft) -> dict[str, str]:
    """The pages on which more can be said, from which one comes back here."""
    return {page: f"{page_url(draft, page)}?from=check" for page in PAGES_WITH_PROMPTS}


@require_GET
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """The reference to read out on the telephone, and what happens next by when. The same page however often it is asked for."""
    draft = draft_for(writer_of(request), reference)
    if draft.open:
        return redirect("referrals:draft", draft.reference)
    if draft.submitted_at is None:
        raise NotVisible
    submission = draft.submission
    context = {"draft": draft, "submission": submission, "by_when": by_when(list(submission.contacts.all()))}
    return render(request, "referrals/refer/sent.html", context)

"""A draft as a whole: its documents, and throwing it away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from foundation.errors import Refused
from referrals import services
from referrals.forms.refer.attachments import DetailsForm, DocumentsForm, EachDocumentForm
from referrals.models import Draft
from referrals.presenters.refer import document_rows
from referrals.selectors.drafts import documents_of_draft
from referrals.views.drafting import drafting, writer_of

REFUSED = 422


@require_http_methods(["GET", "POST"])
@drafting
def documents(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The files of the draft, and a box for more."""
    form = DocumentsForm(request.POST, request.FILES) if request.method == "POST" else DocumentsForm()
    if request.method == "POST" and form.is_valid():
        taken = 0
        for upload in form.cleaned_data["documents"]:
            try:
                services.attach_document(by=writer_of(request), reference=draft.reference, upload=upload, told=form.attached())
                taken += 1
            except Refused as refused:
                named = str(upload.name) in refused.sentence
                form.add_error("documents", refused.sentence if named else f"{upload.name}: {refused.sentence}")
        if not form.errors:
            messages.success(request, "The document is attached." if taken == 1 else f"{taken} documents are attached.")
            return redirect("referrals:documents" if taken == 1 else "referrals:describe_documents", draft.reference)
    context = {
        "draft": draft,
        "form": form,
        "documents": document_rows(documents_of_draft(writer_of(request), draft), draft),
    }
    return render(request, "referrals/refer/documents.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
@drafting
def describe(request: HttpRequest, draft: Draft, document: str) -> HttpResponse:
    """What one file is, who wrote it and when; one that was removed meanwhile is gone already."""
    held = next((one for one in documents_of_draft(writer_of(request), draft) if one.reference == document), None)
    if held is None:
        return redirect("referrals:documents", draft.reference)
    form = DetailsForm(request.POST) if request.method == "POST" else DetailsForm.of(held)
    if request.method == "POST" and form.is_valid():
        try:
            services.describe_document(
                by=writer_of(request), reference=draft.reference, document_reference=document, told=form.attached()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "What the document is has been saved.")
            return redirect("referrals:documents", draft.reference)
    context = {"draft": draft, "form": form, "name": held.name, "button_text": "Save"}
    return render(request, "referrals/refer/document.html", context, status=REFUSED if form.errors else 200)


@require_http_methods(["GET", "POST"])
@drafting
def describe_each(request: HttpRequest, draft: Draft) -> HttpResponse:
    """What each file of the draft is, who wrote it and when: after several were chosen together."""
    held = documents_of_draft(writer_of(request), draft)
    if not held:
        return redirect("referrals:documents", draft.reference)
    form = EachDocumentForm(request.POST if request.method == "POST" else None, documents=held)
    if request.method == "POST" and form.is_valid():
        try:
            services.describe_documents(by=writer_of(request), reference=draft.reference, told=form.attached())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "What the documents are has been saved.")
            return redirect("referrals:documents", draft.reference)
    context = {"draft": draft, "form": form, "button_text": "Save"}
    return render(request, "referrals/refer/each_document.html", context, status=REFUSED if form.errors else 200)


@require_POST
@drafting
def take_off(request: HttpRequest, draft: Draft, document: str) -> HttpResponse:
    """Take one file off the draft."""
    services.take_document_off(by=writer_of(request), reference=draft.reference, document_reference=document)
    messages.success(request, "The document is removed.")
    return redirect("referrals:documents", draft.reference)


@require_http_methods(["GET", "POST"])
@drafting
def discard(request: HttpRequest, draft: Draft) -> HttpResponse:
    """Ask once, then throw the draft away."""
    if request.method != "POST":
        return render(request, "referrals/refer/discard.html", {"draft": draft})
    services.discard_draft(by=writer_of(request), reference=draft.reference)
    messages.success(request, f"The draft {draft.reference} is deleted. Nothing was sent.")
    return redirect("referrals:my_referrals")

"""Batches of police notifications: sent as a file, with the rows that came back to be mended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import NotAllowed, Refused
from foundation.exports.readers import read_sheet
from foundation.exports.responses import csv_download
from foundation.exports.tables import Column, Table
from referrals import services
from referrals.forms.notices import NoticesForm
from referrals.models import NoticeBatch, NoticeRow
from referrals.presenters.notices import batch_rows, column_rows, counts, refused_rows
from referrals.rules.notices import COLUMNS, check_columns, tidy
from referrals.selectors.notices import batch_for, batches_of, police_of, sees_batch

REFUSED = 422
ANOTHERS = "Somebody else of your agency sent this very file before. Ask them, or your safeguarding lead, what became of it."


@require_http_methods(["GET", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """Send a file; what was sent before."""
    person = asking(request)
    agency = police_of(person)
    form = NoticesForm(request.POST, request.FILES) if request.method == "POST" else NoticesForm()
    if request.method == "POST" and agency is None:
        raise NotAllowed("Only the police send notifications in batches. Send a referral instead.")
    if agency is not None and form.is_valid():
        try:
            sheet = read_sheet(form.cleaned_data["file"].read())
            check_columns(sheet.headings)
            rows = [tidy(dict(zip(sheet.headings, row, strict=True))) for row in sheet.rows]
            batch, new = services.receive_notices(by=person, agency=agency, rows=rows)
            if not sees_batch(person, batch):
                raise Refused(ANOTHERS)
        except Refused as refused:
            form.add_error("file", refused.sentence)
        else:
            return redirect(f"/notices/{batch.reference}/{'' if new else '?again=1'}")
    context = {"form": form, "agency": agency, "batches": batch_rows(batches_of(person)), "columns": column_rows()}
    return render(request, "referrals/notices/send.html", context, status=REFUSED if form.errors else 200)


@require_GET
def notice_batch(request: HttpRequest, reference: str) -> HttpResponse:
    """What became of each row of a batch."""
    batch = batch_for(asking(request), reference)
    _log(request, batch, Action.VIEW)
    context = {
        "batch": batch,
        "counts": counts(batch),
        "refused": refused_rows(batch),
        "again": request.GET.get("again") == "1",
    }
    return render(request, "referrals/notices/batch.html", context)


@require_GET
def rows_to_mend(request: HttpRequest, reference: str) -> HttpResponse:
    """The rows that came back as a file to mend and send again. The reasons stand on the page: a column more would be refused."""
    batch = batch_for(asking(request), reference)
    _log(request, batch, Action.EXPORT)
    back = [row.answers for row in batch.rows.all() if row.state == NoticeRow.State.REFUSED and row.answers]
    table = Table(
        title=f"Rows to mend {batch.reference}",
        columns=tuple(Column(name) for name in COLUMNS),
        rows=[[answers[name] for name in COLUMNS] for answers in back],
    )
    return csv_download(table)


def _log(request: HttpRequest, batch: NoticeBatch, action: Action) -> None:
    contacts = [contact for row in batch.rows.all() if row.submission for contact in row.submission.contacts.all()]
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=action,
        route=match.view_name if match else "",
        record_kind="batch",
        record_reference=batch.reference,
        children=[contact.child.reference for contact in contacts],
    )

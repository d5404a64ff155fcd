"""The one address under which documents are opened."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from accounts.access_log import Action, log_look
from accounts.models import Person, Visitor
from accounts.rate_limits import EXPORTING, allowed, too_many
from accounts.visits import visitor_of
from foundation.documents import DOCUMENT_DOORS, DOORS_FOR_VISITORS, find_document, open_document
from foundation.errors import NotVisible


@require_GET
def document(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Download a document through the door of its record; the look is logged in the transaction that shows it."""
    visitor = visitor_of(request)
    asker = visitor or request.user
    if not isinstance(asker, Person | Visitor):
        raise NotVisible
    if not allowed(EXPORTING, asker.reference):
        return too_many(request)
    found = find_document(asker, reference, doors=DOORS_FOR_VISITORS if visitor else DOCUMENT_DOORS)
    response = open_document(found.document)
    log_look(
        by=asker,
        action=Action.DOWNLOAD,
        route="document",
        record_kind="document",
        record_reference=found.document.reference,
        children=found.children,
    )
    return response

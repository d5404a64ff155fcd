"""The addresses of the interface: each calls one service or selector, as the browser's side does."""

import hashlib
import json
import re
from http import HTTPStatus
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.access_log import Action, log_look
from accounts.api import ClientView
from foundation.errors import Problem
from foundation.problem_details import Wrong
from referrals import services
from referrals.api import bodies
from referrals.models import NoticeBatch, NoticeRow, Submission
from referrals.presenters.submissions import standing
from referrals.selectors.systems import sent_under, submission_of_agency

KEY = re.compile(r"[A-Za-z0-9_.:-]{8,100}")
NO_KEY = "Send a header Idempotency-Key of 8 to 100 letters, digits, dots, colons, dashes or underscores."
JSON, PROBLEM = "application/json", "application/problem+json"


def answers(*codes: int) -> dict[tuple[str, str] | Any, Any]:
    """What each address may answer besides what it is for."""
    words = {
        400: "The body could not be read.",
        401: "The token is missing, wrong, has ended or has run out.",
        403: "The token does not allow this.",
        404: "There is no such record, or the system may not see it.",
        409: "The key was used for another body.",
        413: "The body is too big.",
        415: "The body is of another type.",
        422: "Something that was sent cannot be taken; `errors` says what and where.",
        429: "Too many requests; `Retry-After` says how many seconds to wait.",
    }
    always = (401, 403, 429)
    return {
        (code, PROBLEM): OpenApiResponse(bodies.ProblemDetails, description=words[code]) for code in sorted({*codes, *always})
    }


class Referrals(ClientView):
    """Sending a referral."""

    @extend_schema(
        operation_id="send_referral",
        summary="Send a referral",
        description="Takes the whole or nothing. Sent again with the same key and the same body it gives the same answer.",
        request=bodies.Referral,
        parameters=[
            OpenApiParameter(
                "Idempotency-Key",
                str,
                OpenApiParameter.HEADER,
                required=True,
                pattern=f"^{KEY.pattern}$",
                description="Chosen by the sending system, one for each referral: its own number of the record will do.",
            )
        ],
        responses={(201, JSON): bodies.Receipt, **answers(400, 409, 413, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        """Receive it once."""
        key = request.META.get("HTTP_IDEMPOTENCY_KEY", "")
        if not KEY.fullmatch(key):
            raise Wrong([Problem(NO_KEY, "Idempotency-Key")])
        body = request.data
        hashed = hash_of(body)
        submission = sent_under(self.client, key, hashed)
        if submission is None:
            content = bodies.content_from(body)
            submission, _new = services.receive_from_system(by=self.client, key=key, body_hash=hashed, content=content)
        return Response(receipt(submission), status=HTTPStatus.CREATED, headers={"Location": status_url(submission)})


class Referral(ClientView):
    """One referral that the agency's systems sent."""

    @extend_schema(
        operation_id="read_referral",
        summary="Read where a referral stands",
        description="Status, decision and the words for the referrer, child by child. Each look is kept in the access log.",
        responses={(200, JSON): bodies.Status, **answers(404)},
    )
    def get(self, request: Request, reference: str) -> Response:
        """Its status, logged."""
        found = submission_of_agency(self.client, reference)
        contacts = list(found.contacts.all())
        log_look(
            by=self.client,
            action=Action.VIEW,
            route="api:referral",
            record_kind="submission",
            record_reference=found.reference,
            children=[contact.child.reference for contact in contacts],
        )
        return Response(status_of(found))


class Documents(ClientView):
    """Adding a document to a referral."""

    parser_classes = (MultiPartParser,)

    @extend_schema(
        operation_id="add_document",
        summary="Add a document to a referral",
        description="The same kinds and sizes as on the form. It is checked for viruses before anybody can open it.",
        request={"multipart/form-data": bodies.Upload},
        responses={(201, JSON): bodies.DocumentReceipt, **answers(400, 404, 415, 422)},
    )
    def post(self, request: Request, reference: str) -> Response:
        """Keep it with the referral."""
        submission_of_agency(self.client, reference)
        upload = request.FILES.get("file")
        if upload is None:
            raise Wrong([Problem("Select a file", "file")])
        told = bodies.attached_from(request.data)
        document = services.add_document_from_system(by=self.client, reference=reference, upload=upload, told=told)
        answer = {"reference": document.reference, "name": document.name, "state": document.state}
        return Response(answer, status=HTTPStatus.CREATED)


class Notifications(ClientView):
    """Sending a batch of police notifications."""

    @extend_schema(
        operation_id="send_notifications",
        summary="Send a batch of police notifications",
        description="Good rows are received, broken ones come back with their reasons. The same batch again changes nothing.",
        request=bodies.Notifications,
        responses={(200, JSON): bodies.BatchReceipt, **answers(400, 413, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        """Receive what can be received."""
        rows = bodies.rows_from(request.data)
        batch, _new = services.receive_notices(by=self.client, agency=self.client.agency, rows=rows)
        return Response(batch_receipt(batch))


def batch_receipt(batch: NoticeBatch) -> dict[str, Any]:
    """What became of each row, without a name."""
    rows = list(batch.rows.select_related("submission").order_by("number"))
    return {
        "reference": batch.reference,
        **{str(state): sum(row.state == state for row in rows) for state in NoticeRow.State},
        "rows": [
            {
                "row": row.number - 1,
                "state": row.state,
                "reference": row.submission.reference if row.submission else "",
                "problems": row.problems,
            }
            for row in rows
        ],
    }


def hash_of(body: object) -> str:
    """The same for bodies that say the same, whatever their blanks and the order of their names."""
    return hashlib.sha256(json.dumps(body, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def status_url(submission: Submission) -> str:
    """Where the status of a referral is read."""
    return reverse("api:referral", args=[submission.reference])


def receipt(submission: Submission) -> dict[str, Any]:
    """What the sender of a referral is told. The same however often they ask."""
    contacts = submission.contacts.order_by("position")
    return {
        "reference": submission.reference,
        "received_at": submission.received_at,
        "status_url": status_url(submission),
        "children": [{"position": contact.position, "contact": contact.reference} for contact in contacts],
    }


def status_of(submission: Submission) -> dict[str, Any]:
    """Where a referral stands, child by child, without a name."""
    children = []
    for contact in submission.contacts.all():
        seen = standing(contact)
        children.append(
            {
                "position": contact.position,
                "contact": contact.reference,
                "state": seen.state,
                "decide_by": contact.decision_due_at,
                "decided_at": contact.approved_at,
                "outcome": contact.outcome if contact.approved_at else "",
                "outcome_words": seen.outcome,
                "words_for_referrer": seen.why,
            }
        )
    return {"reference": submission.reference, "received_at": submission.received_at, "children": children}

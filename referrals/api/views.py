"""The addresses of the interface: each calls one service or selector, as the browser's side does."""

import hashlib
import json
import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.access_log import Action, log_look
from accounts.api import ClientView
from accounts.api_answers import JSON, answers
from foundation.errors import Incomplete, Problem
from foundation.problem_details import Wrong
from referrals import services
from referrals.api import bodies, changes, further
from referrals.models import Amendment, Contact, NoticeBatch, NoticeRow, Submission
from referrals.models.harms import WORRIES
from referrals.models.submissions import FIRST_VERSION
from referrals.presenters.submissions import standing
from referrals.rules.question_sets import asked_sets
from referrals.selectors.notices import rows_of
from referrals.selectors.question_sets import sets_offered
from referrals.selectors.systems import contacts_added, contacts_of, done_under, submission_of_agency
from referrals.selectors.versions import newest_amendment, standing_submission

KEY = re.compile(r"[A-Za-z0-9_.:-]{8,100}")
NO_KEY = "Send a header Idempotency-Key of 8 to 100 letters, digits, dots, colons, dashes or underscores."
A_KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    required=True,
    pattern=f"^{KEY.pattern}$",
    description="Chosen by the sending system, one for each thing that it sends: its own number of the record will do.",
)
"""By what something that is sent again is known."""


def key_of(request: Request) -> str:
    """The key under which something is sent; refuses a request without one."""
    key = str(request.META.get("HTTP_IDEMPOTENCY_KEY", ""))
    if not KEY.fullmatch(key):
        raise Wrong([Problem(NO_KEY, "Idempotency-Key")])
    return key


class Referrals(ClientView):
    """Sending a referral."""

    @extend_schema(
        operation_id="send_referral",
        summary="Send a referral",
        description="Takes the whole or nothing. Sent again with the same key and the same body it gives the same answer.",
        request=bodies.Referral,
        parameters=[A_KEY],
        responses={(201, JSON): bodies.Receipt, **answers(409, 413, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        """Receive it once."""
        key, body = key_of(request), request.data
        hashed = hash_of(body)
        done = done_under(self.client, key, hashed)
        submission = done.submission if done else None
        if submission is None:
            content = bodies.content_from(body, self.client.agency)
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


class Amendments(ClientView):
    """Amending what the agency's systems sent."""

    @extend_schema(
        operation_id="amend_referral",
        summary="Amend a referral",
        description="One page of the form as it now reads, whole, with a reason: a new version beside all earlier ones. The MASH "
        "is told, and a decision that was approved is looked at again. A child who was not told of before has a contact and a "
        "clock of their own. Sent again with the same key it gives the same answer.",
        request=changes.Amendment,
        parameters=[A_KEY],
        responses={(201, JSON): changes.AmendmentReceipt, **answers(404, 409, 413, 415, 422)},
    )
    def post(self, request: Request, reference: str) -> Response:
        """Make the new version once."""
        key, hashed = key_of(request), hash_of([reference, "amendment", request.data])
        done = done_under(self.client, key, hashed)
        made = done.amendment if done else None
        if made is None:
            change = changes.change_from(request.data, standing_submission(submission_of_agency(self.client, reference)))
            made = self._amended(change, key=key, body_hash=hashed, reference=reference)
        answer = {"reference": reference, "version": made.number, "amended_at": made.amended_at}
        return Response({**answer, "children": _told(contacts_added(made))}, status=HTTPStatus.CREATED)

    def _amended(self, change: changes.Change | changes.NewChild, **under: Any) -> Amendment:
        if isinstance(change, changes.Change):
            return services.amend_from_system(by=self.client, **under, **vars(change))
        try:
            return services.add_child_from_system(by=self.client, **under, **vars(change))
        except Incomplete as wrong:
            raise changes.of_new_child(wrong) from wrong


class Withdrawal(ClientView):
    """Withdrawing what the agency's systems sent."""

    @extend_schema(
        operation_id="withdraw_referral",
        summary="Ask to withdraw a referral",
        description="Nothing is deleted: a manager of the MASH decides, child by child. To correct something, amend it instead.",
        request=changes.Withdrawal,
        parameters=[A_KEY],
        responses={(201, JSON): changes.WithdrawalReceipt, **answers(404, 409, 413, 415, 422)},
    )
    def post(self, request: Request, reference: str) -> Response:
        """Ask once."""
        key, hashed = key_of(request), hash_of([reference, "withdrawal", request.data])
        done = done_under(self.client, key, hashed)
        said = done.message if done else None
        if said is None:
            submission_of_agency(self.client, reference)
            reason = changes.reason_from(request.data)
            said = services.withdraw_from_system(by=self.client, key=key, body_hash=hashed, reference=reference, reason=reason)
        return Response({"reference": reference, "asked_at": said.sent_at}, status=HTTPStatus.CREATED)


class QuestionSets(ClientView):
    """The further questions that are asked."""

    @extend_schema(
        operation_id="list_question_sets",
        summary="List the further questions",
        description="The sets in use that an agency of this kind is asked; with kinds of harm or need, those asked for them. "
        "A version stays good for answers as long as a draft of the form may be finished with it.",
        parameters=[
            OpenApiParameter(
                "worry", str, OpenApiParameter.QUERY, many=True, enum=list(WORRIES), description="A kind of harm or need."
            )
        ],
        responses={(200, JSON): further.OfferedSets, **answers(422)},
    )
    def get(self, request: Request) -> Response:
        """The sets with their questions."""
        kind = self.client.agency.kind
        sets = sets_offered(kind)
        if codes := request.query_params.getlist("worry"):
            sets = asked_sets(sets, further.worries_asked(codes), kind)
        return Response(further.offered(sets))


class Documents(ClientView):
    """Adding a document to a referral."""

    parser_classes = (MultiPartParser,)

    @extend_schema(
        operation_id="add_document",
        summary="Add a document to a referral",
        description="The same kinds and sizes as on the form. It is checked for viruses before anybody can open it.",
        request={"multipart/form-data": bodies.Upload},
        responses={(201, JSON): bodies.DocumentReceipt, **answers(404, 415, 422)},
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
        responses={(200, JSON): bodies.BatchReceipt, **answers(413, 415, 422)},
    )
    def post(self, request: Request) -> Response:
        """Receive what can be received."""
        rows = bodies.rows_from(request.data)
        batch, _new = services.receive_notices(by=self.client, agency=self.client.agency, rows=rows)
        return Response(batch_receipt(batch))


def batch_receipt(batch: NoticeBatch) -> dict[str, Any]:
    """What became of each row, without a name."""
    rows = rows_of(batch)
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
    return {
        "reference": submission.reference,
        "received_at": submission.received_at,
        "status_url": status_url(submission),
        "children": _told(contacts_of(submission)),
    }


def _told(contacts: Sequence[Contact]) -> list[dict[str, Any]]:
    return [{"position": contact.position, "contact": contact.reference} for contact in contacts]


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
    newest = newest_amendment(submission)
    return {
        "reference": submission.reference,
        "received_at": submission.received_at,
        "version": newest.number if newest else FIRST_VERSION,
        "children": children,
    }

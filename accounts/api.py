"""The gate of the interface for other systems: whose token it is, whether the access table lets it in, and how often."""

import codecs
import json
from collections.abc import Mapping, Sequence
from typing import IO, Any, NoReturn, cast

from django.conf import settings
from django.http import HttpRequest
from rest_framework import exceptions, parsers
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.access_table import route_table
from accounts.models import AgencyClient
from accounts.rate_limits import Limit, address_of, allowed
from accounts.selectors.clients import client_of_token
from accounts.services.clients import hash_of_token, note_client_used
from foundation.problem_details import NotJson, TooBig, answer_with_problem

MINUTE = 60
GUESSING = Limit("api_token", times=30, seconds=300)
"""Tokens that nobody has, by network address."""
LONGEST_TOKEN = 200


class TokenAuthentication(BaseAuthentication):
    """Finds the system of an agency by the token that it shows (`Authorization: Bearer …`). Sessions of people do not count."""

    def authenticate(self, request: Request) -> tuple[AgencyClient, None] | None:
        """The system, or nobody where no token is shown. Refuses tokens that do not count, all in the same words."""
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if not scheme:
            return None
        client = client_of_token(hash_of_token(token)) if scheme.lower() == "bearer" and len(token) <= LONGEST_TOKEN else None
        if client is None:
            if not allowed(GUESSING, address_of(cast("HttpRequest", request))):
                raise exceptions.Throttled(wait=GUESSING.seconds)
            raise exceptions.AuthenticationFailed("The token is wrong, has ended or has run out.")
        return client, None

    def authenticate_header(self, request: Request) -> str:
        """Say how to show a token."""
        return 'Bearer realm="portal"'


class AsTheAccessTableSays(BasePermission):
    """Lets a system in where the row of the address has one of its scopes. No row, no entry."""

    asks_the_access_table = True

    def has_permission(self, request: Request, view: APIView) -> bool:
        """Ask the collected table; count the request against the system's own limit."""
        client = request.user
        if not isinstance(client, AgencyClient):
            raise exceptions.NotAuthenticated("Show a token: Authorization: Bearer …")
        if not allowed(Limit("api", client.per_minute, MINUTE), client.reference):
            raise exceptions.Throttled(wait=MINUTE)
        match = request.resolver_match
        row = route_table().get(match.view_name) if match else None
        if row is None or not row.who.admits_client(client):
            raise exceptions.PermissionDenied("The token of this system does not allow this.")
        note_client_used(by=client)
        return True


class LimitedJSONParser(parsers.JSONParser):
    """Reads JSON up to DATA_UPLOAD_MAX_MEMORY_SIZE and nothing else: no NaN, no nesting that breaks the reader."""

    def parse(self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None) -> Any:
        """The body; refuses what is too big (413) and what is not JSON (400)."""
        most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raw = stream.read(most + 1)
        if len(raw) > most:
            raise TooBig
        try:
            return json.loads(codecs.decode(raw, "utf-8"), parse_constant=_no_number)
        except (ValueError, RecursionError) as error:
            raise NotJson from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


class ClientView(APIView):
    """What every address of the interface has in common."""

    authentication_classes = (TokenAuthentication,)
    permission_classes = (AsTheAccessTableSays,)
    parser_classes: Sequence[type[parsers.BaseParser]] = (LimitedJSONParser,)
    metadata_class = None
    """OPTIONS is no method here: it would answer for any record, seen or not, and the description says all that there is."""

    def get_exception_handler(self) -> Any:
        """Refusals are problem details, whatever the settings say of other views."""
        return answer_with_problem

    @property
    def client(self) -> AgencyClient:
        """The system that asks; the gate has let it in."""
        client = self.request.user
        if not isinstance(client, AgencyClient):
            raise exceptions.NotAuthenticated
        return client

"""A connected system of an agency, and what it sends, for tests."""

import json
from copy import deepcopy
from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client

from accounts.access import SCOPES
from accounts.models import Agency, AgencyClient
from accounts.services.clients import connect_client
from foundation import clock
from foundation.actors import SystemActor
from foundation.identifiers import nhs_check_digit
from tests.referrals import build

REFERRAL: dict[str, Any] = {
    "immediate_danger": "no",
    "about": {
        "name": "Terry Teacher",
        "role": "Class teacher",
        "telephone": "01632 960001",
        "email": "terry@school.example",
        "relation": "Class teacher since September",
    },
    "children": [
        {
            "born": "yes",
            "birth_date": "2017-03-27",
            "sex": "F",
            "given_name": "Ada",
            "family_name": "Example",
            "address": "1 Sample Street",
            "postcode": "cr0 1ea",
            "nhs_number": "943 476 5919",
        },
        {"born": "no", "expected_delivery_date": "2027-02-14", "family_name": "Example", "address": "1 Sample Street"},
    ],
    "people": [
        {
            "kind": "father",
            "name": "Fred Example",
            "lives_in_household": "no",
            "relations": [
                {"child": 1, "relationship": "Father", "parental_responsibility": "yes"},
                {"child": 2, "relationship": "Father"},
            ],
        }
    ],
    "family": {"father_known": "yes", "other_carers": "unknown"},
    "concern": {
        "worries": "She came to school hungry on four days.",
        "incident_on": "2026-11-17",
        "incident_time": "09:30",
        "working_well": "Her aunt collects her.",
        "tried_already": "Breakfast club.",
        "spoken": "yes",
        "child_voice": "“My tummy hurts.”",
    },
    "harm": {"harms": ["16A", "ONL"], "contexts": ["home", "online"], "online_place": "A game"},
    "questions": [{"set": "online-abuse", "version": 1, "answers": {"what": ["Bullying or hatred"], "met": "No"}}],
    "request": {"purpose": "social_care", "referrer_level": "3"},
    "consent": {
        "consent_status": "given",
        "given_by": "Mother",
        "given_right": "responsible",
        "given_on": "2026-11-17",
        "scope": ["share"],
        "recorded": "note",
        "family_told": "yes",
    },
}


def connect(agency: Agency | None = None, *scopes: str, **fields: Any) -> tuple[AgencyClient, str]:
    """A system of an agency (by default a school) with its token; by default with every scope."""
    return connect_client(
        by=SystemActor("test"),
        agency=agency or build.make_school(),
        name=fields.pop("name", "Records system"),
        scopes=scopes or SCOPES,
        ends_on=fields.pop("ends_on", clock.today() + timedelta(days=90)),
        **fields,
    )


def referral(**pages: Any) -> dict[str, Any]:
    """A whole referral; pages can be replaced."""
    return {**deepcopy(REFERRAL), **pages}


def ask(token: str, method: str, url: str, body: Any = None, **more: Any) -> HttpResponse:
    """What a system asks, and how it is answered. A body that is no text is sent as JSON."""
    client = Client(raise_request_exception=False)
    headers = {"Authorization": f"Bearer {token}", **more.pop("headers", {})}
    if body is not None:
        more["data"] = body if isinstance(body, bytes | str) else json.dumps(body)
        more.setdefault("content_type", "application/json")
    return (
        client.generic(method, url, headers=headers, **more)
        if "multipart" not in more
        else client.post(url, more["multipart"], headers=headers)
    )


def send(token: str, body: Any, key: str = "record-0001") -> HttpResponse:
    """Send a referral under a key."""
    return ask(token, "POST", "/api/v1/referrals", body, headers={"Idempotency-Key": key})


def nhs_number(number: int) -> str:
    """A number whose check digit is right, of the range for tests where there is one."""
    while True:
        nine = f"{999_000_000 + number:09d}"
        check = nhs_check_digit(nine)
        if check is not None:
            return f"{nine}{check}"
        number += 1

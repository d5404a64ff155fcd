"""Sending a referral of two children, against the same rows written in one bare transaction."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test import Client
from psycopg2 import sql
from psycopg2.extras import Json

from accounts.access_table import holdings_now
from accounts.models import Person
from foundation import clock
from foundation.references import new_reference
from portal.bench.measuring import ROUNDS, SENT_ON, WARM_UP, Bare, EmptyPage, Row, bare_connection, medians, page, statements
from referrals.models import Draft

FAR = 100_000_000
"""Ids of the rows that the floor writes lie so far beyond those of the portal."""
_REFERENCE = re.compile(r"[A-Z]{2}-[A-Z]-[0-9A-Z]{5}-[0-9A-Z]{5}")


def _on(name: str, day: date) -> dict[str, list[str]]:
    return {f"{name}-day": [str(day.day)], f"{name}-month": [str(day.month)], f"{name}-year": [str(day.year)]}


def answers() -> dict[str, dict[str, list[str]]]:
    """What somebody answers who refers a child of eight and one not yet born, and names their father."""
    today = clock.today()
    home = {"family_name": ["Measure"], "address": ["1 Bench Lane"], "postcode": ["NM1 1AA"]}
    born = _on("birth_date", today - timedelta(days=3000))
    expected = _on("expected_delivery_date", today + timedelta(days=90))
    return {
        "danger": {"immediate_danger": ["no"]},
        "about": {"name": ["Terry Timer"], "role": ["Class teacher"], "telephone": ["01632 960001"],
                  "email": ["terry@oakfield.example"], "relation": ["Class teacher since September"]},
        "children/1": {"born": ["yes"], "sex": ["F"], "given_name": ["Minnie"], **home, **born},
        "children/2": {"born": ["no"], **home, **expected},
        "people/1": {"kind": ["father"], "name": ["Max Measure"], "lives_in_household": ["no"],
                     "relation_1": ["Father"], "responsibility_1": ["yes"],
                     "relation_2": ["Father"], "responsibility_2": ["unknown"]},
        "family": {"father_known": ["yes"], "other_carers": ["unknown"]},
        "concern": {"worries": ["Came without breakfast on four days this week and asked to stay at school."],
                    "working_well": ["An aunt collects her."], "tried_already": ["Breakfast club."],
                    "spoken": ["yes"], "child_voice": ["“I was hungry.”"]},
        "harm": {"harms": ["16A"], "contexts": ["home"]},
        "request": {"purpose": ["social_care"], "referrer_level": ["3"]},
        "consent": {"consent_status": ["given"], "given_by": ["Mother"], "family_told": ["yes"],
                    "given_right": ["responsible"], "scope": ["share"], "recorded": ["note"],
                    **_on("given_on", today - timedelta(days=1))},
    }  # fmt: skip


def make_drafts(author: Person, number: int) -> list[Draft]:
    """Complete drafts that wait to be sent."""
    moment = clock.now()
    typed = {key: {"typed": value, "version": 1, "page": ""} for key, value in answers().items()}
    agency = holdings_now(author)[0].agency_id
    return Draft.objects.bulk_create(
        [
            Draft(
                agency_id=agency,
                author=author,
                answers=typed,
                started_at=moment,
                last_saved_at=moment,
                expires_at=moment + timedelta(days=7),
            )
            for _ in range(number)
        ]
    )


def send(client: Client, draft: Draft) -> None:
    """Press “Confirm and send”."""
    token = client.cookies[settings.CSRF_COOKIE_NAME].value
    words = {"declared": "on", "_version": str(draft.version), "csrfmiddlewaretoken": token}
    response = client.post(f"/refer/{draft.reference}/check/", words)
    if response.status_code != SENT_ON:
        raise RuntimeError(f"Sending answered {response.status_code}.")


def submit_row(client: Client, empty: EmptyPage, author: Person) -> Row:
    """Check answers, receive, grant, start the clock, promise the mail: one request, one transaction."""
    rounds = ROUNDS + WARM_UP
    drafts = make_drafts(author, 2 * rounds + 2)
    page(client, f"/refer/{drafts[0].reference}/check/")
    send(client, drafts.pop())
    before = _last_ids()
    with statements() as sent:
        send(client, last := drafts.pop())
    rows = SameRows(before, last, author)
    bare = bare_connection()
    floor = [rows.batch(number, drafts.pop()) for number in range(1, rounds + 1)]
    waiting, batches = iter(drafts), iter(floor)
    found = medians(
        {
            "send": lambda: send(client, next(waiting)),
            "rows": lambda: write(bare, next(batches)),
            "empty": empty.open,
        }
    )
    bare.close()
    remark = f"the same {rows.total} rows bare {found['rows'] * 1000:.1f} ms"
    return Row("submit a referral of 2 children", found["send"], found["rows"] + found["empty"], len(sent), remark)


def _tables() -> list[type[models.Model]]:
    """Every table with a numbered key; histories are written by triggers in both ways of writing."""
    return [
        model
        for model in apps.get_models()
        if isinstance(model._meta.pk, models.AutoField | models.BigAutoField)
        and model._meta.managed
        and not any(field.name.startswith("pgh_") for field in model._meta.fields)
    ]


def _last_ids() -> dict[type[models.Model], int]:
    return {model: model._default_manager.aggregate(last=models.Max("pk"))["last"] or 0 for model in _tables()}


@dataclass(frozen=True)
class Batch:
    """What one submission writes: statements with their values, in an order that foreign keys allow."""

    statements: list[tuple[Any, list[Any]]]


class SameRows:
    """The rows that one sent draft has left, and how to write them again under other keys and references."""

    def __init__(self, before: dict[type[models.Model], int], draft: Draft, author: Person) -> None:
        self.draft, self.author = draft, author
        self.rows: dict[type[models.Model], list[dict[str, Any]]] = {}
        with connection.cursor() as cursor:
            for model, last in before.items():
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}" WHERE id > %s ORDER BY id', [last])  # noqa: S608  # a table's name
                names = [column.name for column in cursor.description]
                found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
                if found:
                    self.rows[model] = found
        self.total = sum(len(rows) for rows in self.rows.values())
        self.order = self._in_order()

    def _in_order(self) -> list[type[models.Model]]:
        waiting, ordered = list(self.rows), list[type[models.Model]]()
        for _ in count():
            if not waiting:
                return ordered
            ready = [one for one in waiting if not self._points_to(one) & (set(waiting) - {one})]
            ordered += ready
            waiting = [one for one in waiting if one not in ready]
        raise AssertionError

    def _points_to(self, model: type[models.Model]) -> set[Any]:
        return {field.related_model for field in model._meta.concrete_fields if field.is_relation}

    def batch(self, number: int, draft: Draft) -> Batch:
        """The same rows for another draft."""
        shift = FAR * number
        fresh: dict[str, str] = {self.draft.reference: draft.reference}
        made: list[tuple[Any, list[Any]]] = []
        for model in self.order:
            fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.GeneratedField)]
            values = [
                self._value(field, row[str(field.column)], shift, draft, fresh) for row in self.rows[model] for field in fields
            ]
            made.append((_insert(model, [str(field.column) for field in fields], len(self.rows[model])), values))
        update = sql.SQL("UPDATE {} SET submitted_at = %s, submitted_by = %s, answers = '{{}}' WHERE id = %s")
        made.append((update.format(sql.Identifier(Draft._meta.db_table)), [clock.now(), self.author.reference, draft.pk]))
        return Batch(made)

    def _value(self, field: Any, value: Any, shift: int, draft: Draft, fresh: dict[str, str]) -> Any:
        if value is None or isinstance(value, (bool, float, date, datetime)):
            return value
        if isinstance(field, models.JSONField):
            return self._renewed(value if isinstance(value, str) else Json(value).dumps(value), fresh)
        if field.is_relation and field.related_model is Draft:
            return draft.pk
        if field.primary_key or (field.is_relation and field.related_model in self.rows):
            ids = {row["id"] for row in self.rows[field.model if field.primary_key else field.related_model]}
            return value + shift if value in ids else value
        if isinstance(value, str):
            return self._renewed(value, fresh)
        return [self._renewed(one, fresh) if isinstance(one, str) else one for one in value] if isinstance(value, list) else value

    def _renewed(self, text: str, fresh: dict[str, str]) -> str:
        """References of what was written become new ones, the same for the same; those of people and agencies stay."""

        def renew(found: re.Match[str]) -> str:
            old = found.group()
            if old == self.author.reference:
                return old
            return fresh.setdefault(old, new_reference(old.split("-")[1]))

        return _REFERENCE.sub(renew, text)


def _insert(model: type[models.Model], columns: list[str], rows: int) -> Any:
    one = sql.SQL("({})").format(sql.SQL(", ").join([sql.Placeholder()] * len(columns)))
    return sql.SQL("INSERT INTO {} ({}) VALUES {}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(", ").join([one] * rows),
    )


def write(bare: Bare, batch: Batch) -> None:
    """One bare transaction."""
    with bare, bare.cursor() as cursor:
        for statement, values in batch.statements:
            cursor.execute(statement, values)

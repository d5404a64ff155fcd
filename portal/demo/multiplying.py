"""A large partnership out of a small one: what was written once is copied many times inside the database, for measuring only.

Every copy has children of its own, with names, dates and keys of their own, so that looking for a child meets as many different
ones as there would be. Forms come from all the people of all the agencies. Texts and moments repeat.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Field, GeneratedField, Model

from children.models import Child
from foundation.references import ALPHABET, LENGTH
from portal.demo.copying import BATCH
from portal.demo.front_door import FrontDoor
from referrals.models import Contact, Submission, SubmittedChild

COPIED_REFERENCES = frozenset({"reference", "subject_reference", "record_reference"})
IDENTITY = frozenset(
    {"given_name", "family_name", "address", "postcode", "birth_date", "expected_delivery_date", "sex", "ethnicity"}
)
MOST_COPIES = len(ALPHABET) ** 2
SENDERS = """
CREATE TEMPORARY TABLE bench_sender ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY p.id) - 1 AS place, p.id, p.name, p.reference, h.agency_id, a.referral_source
FROM accounts_person p JOIN accounts_roleholding h ON h.person_id = p.id JOIN accounts_agency a ON a.id = h.agency_id
WHERE h.role_id = %s
"""
FOREIGN_KEYS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'f' AND (conrelid = ANY(%(tables)s::regclass[]) OR confrelid = ANY(%(tables)s::regclass[])) AND conparentid = 0
"""
UNIQUE = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype IN ('u', 'x') AND conrelid = ANY(%(tables)s::regclass[])
"""
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY(%(tables)s::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""


@contextmanager
def without_indexes(models: Sequence[type[Model]], *, triggers: bool = False) -> Iterator[None]:
    """Fill these tables without indexes and foreign keys, and without triggers unless they fill columns; all of them are made
    again, and the keys checked, at the end."""
    tables = [f'"{model._meta.db_table}"' for model in models]
    connection.check_constraints()  # a table whose checks wait cannot be altered
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        constraints = []
        for query in (FOREIGN_KEYS, UNIQUE):
            cursor.execute(query, {"tables": tables})
            constraints += cursor.fetchall()
        cursor.execute(INDEXES, {"tables": tables})
        indexes = cursor.fetchall()
        for table, name, _definition in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        for table in [] if triggers else tables:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    connection.check_constraints()
    with connection.cursor() as cursor:
        for table in [] if triggers else tables:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        for _name, definition in indexes:
            cursor.execute(definition)
        for table, name, definition in reversed(constraints):
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


class Multiplier:
    """Copies everything that a front door has written, so many times."""

    def __init__(self, door: FrontDoor, tables: Sequence[type[Model]], copies: int) -> None:
        if copies > MOST_COPIES:
            raise ValueError(f"At most {MOST_COPIES} copies have references of their own.")
        self.door, self.tables, self.copies = door, tables, copies
        self.last = {model: door.copier.tables[model].last_id for model in tables}

    def make(self, children: int) -> None:
        """All copies; and children of whom no contact tells, until there are so many altogether."""
        self._children(children)
        with connection.cursor() as cursor:
            cursor.execute(_copy_function())
            cursor.execute(SENDERS, ["practitioner"])
            cursor.execute("CREATE UNIQUE INDEX ON bench_sender (place)")
            cursor.execute("ANALYZE bench_sender")
            for model in self.tables:
                if model is not Child:
                    cursor.execute(self._insert(model), {"copies": self.copies, "last": self.last[model]})
                    self.door.copier.tables[model].last_id = self.last[model] * (self.copies + 1)

    def _children(self, number: int) -> None:
        """Children of the copies have the ids that the copied rows will name."""
        copier, when = self.door.copier, self.door.now
        wanted = max(number, self.last[Child] * (self.copies + 1))
        for _ in range(wanted - self.last[Child]):
            self.door.add_child(when)
            if len(copier.tables[Child].lines) >= BATCH:
                copier.flush(everything=True)
        copier.flush(everything=True)

    def _insert(self, model: type[Model]) -> str:
        fields = [field for field in model._meta.concrete_fields if not isinstance(field, GeneratedField)]
        columns = ", ".join(f'"{field.column}"' for field in fields)
        values = ", ".join(self._value(model, field) for field in fields)
        return (
            f'INSERT INTO "{model._meta.db_table}" ({columns}) SELECT {values} FROM generate_series(1, %(copies)s) k'  # noqa: S608  # names of columns
            f' CROSS JOIN "{model._meta.db_table}" b {self._besides(model)} WHERE b.id <= %(last)s'
        )

    def _besides(self, model: type[Model]) -> str:
        if model is Submission:
            return "JOIN bench_sender s ON s.place = (b.id * 31 + k * 17) %% (SELECT count(*) FROM bench_sender)"
        if model is SubmittedChild:
            return (
                f'JOIN "{Contact._meta.db_table}" c ON c.submitted_child_id = b.id'
                f' JOIN "{Child._meta.db_table}" child ON child.id = c.child_id + k * {self.last[Child]}'
            )
        return ""

    def _value(self, model: type[Model], field: "Field[Any, Any]") -> str:
        column = f'b."{field.column}"'
        if field.primary_key:
            return f"{column} + k * {self.last[model]}"
        target: Any = field.related_model
        if target in self.last:
            return f"{column} + k * {self.last[target]}"
        if model is Submission and (sender := _OF_SENDERS.get(field.name)):
            return sender
        if model is SubmittedChild and field.name in IDENTITY:
            return f'child."{field.column}"'
        if field.name in COPIED_REFERENCES:
            return f"pg_temp.copy_of({column}, k)"
        return column


_OF_SENDERS = {
    "agency": "s.agency_id",
    "referrer": "s.id",
    "referrer_name": "s.name",
    "received_by": "s.reference",
    "referral_source": "s.referral_source",
}


def _copy_function() -> str:
    """Turns the signs of a reference by the number of the copy: the first five by its ones, the rest by its tens of thirty.

    The check sign, a sum over the signs, is turned by what that adds to the sum.
    """
    split, size = 5, len(ALPHABET)
    first = sum(place + 2 for place in range(split))
    rest = sum(place + 2 for place in range(split, LENGTH - 1))

    def turned(signs: str, by: str) -> str:
        return f"translate({signs}, '{ALPHABET}', substr('{ALPHABET * 2}', 1 + ({by}) % {size}, {size}))"

    return f"""
        CREATE FUNCTION pg_temp.copy_of(told text, k integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
        SELECT CASE WHEN told = '' THEN '' ELSE left(told, -11) || {turned("substr(right(told, 11), 1, 5)", "k")} || '-'
            || {turned("substr(right(told, 5), 1, 4)", f"k / {size}")}
            || {turned("right(told, 1)", f"k * {first} + k / {size} * {rest}")} END
        $$
    """  # signs and numbers of our own

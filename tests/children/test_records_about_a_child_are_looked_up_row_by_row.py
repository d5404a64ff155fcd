"""Whatever is asked of a child’s records is looked up for those records: nothing that all children have is read whole."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from children.kinds import record_kinds
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


def walk(compiler: Any) -> str:
    """How the database walks for a question."""
    sql, params = compiler.as_sql()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", params)
        return "\n".join(line for (line,) in cursor.fetchall())


@pytest.mark.parametrize("kind", sorted(record_kinds()))
@pytest.mark.parametrize("role", ["mash_officer", "social_worker", "conference_chair", "early_help_coordinator", "practitioner"])
def test_who_sees_a_record_is_not_gathered_beforehand(kind: str, role: str) -> None:
    person = make_person(role, make_agency())
    about = record_kinds()[kind].of_children(person, range(1, 200))
    assert "hashed SubPlan" not in walk(about.rows.compiler())
    seen = record_kinds()[kind].seen_by(person, ["NM-X-00000-00000"])
    if isinstance(seen, QuerySet):
        assert "hashed SubPlan" not in seen.explain()

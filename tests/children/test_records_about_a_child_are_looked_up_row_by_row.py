"""Whatever is asked of a child’s records is looked up for those records: nothing that all children have is read whole."""

import pytest

from children.kinds import record_kinds
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", sorted(record_kinds()))
@pytest.mark.parametrize("role", ["mash_officer", "social_worker", "conference_chair", "early_help_coordinator", "practitioner"])
def test_who_sees_a_record_is_not_gathered_beforehand(kind: str, role: str) -> None:
    person = make_person(role, make_agency())
    about = record_kinds()[kind].of_children(person, range(1, 200))
    assert "hashed SubPlan" not in about.rows.explain()
    seen = record_kinds()[kind].seen_by(person, ["NM-X-00000-00000"])
    if not isinstance(seen, set | frozenset | list | tuple):
        assert "hashed SubPlan" not in seen.explain()  # type: ignore[union-attr]

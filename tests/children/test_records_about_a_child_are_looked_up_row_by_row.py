"""Whatever is asked of a child’s records is looked up for those records: nothing that all children have is read whole."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from accounts.models import Person
from children.kinds import ToldAbout, record_kinds, records_about
from children.models import Child
from referrals.services import restrict
from tests.factories import make_agency, make_person
from tests.protection import build as protection
from tests.referrals import build, families, mash

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
    assert "hashed SubPlan" not in walk(record_kinds()[kind].telling_of(person, range(1, 200)).rows.compiler())
    seen = record_kinds()[kind].seen_by(person, ["NM-X-00000-00000"])
    if isinstance(seen, QuerySet):
        assert "hashed SubPlan" not in seen.explain()


def told_whole(person: Person, children: Sequence[int]) -> dict[int, bool]:
    """Of which children somebody may know, as the records themselves say it."""
    told = records_about(person, children)
    known = dict.fromkeys((one.child for one in told if not one.restricted), False)
    return known | dict.fromkeys((one.child for one in told if one.seen), True)


def test_of_which_children_somebody_may_know_is_what_their_records_say() -> None:
    service = protection.make()
    hub, plan = service.hub, protection.on_plan(service)
    seen, hidden, elsewhere, episode = mash.received(hub), mash.received(hub), build.make_contact(), mash.approved(hub)
    mash.finish(hub, episode)
    restrict(by=hub.manager, reference=hidden.reference, version=hidden.version, people=[], reason="A colleague")
    families.begun(hub)
    children = [*Child.objects.values_list("pk", flat=True), 0]
    people = (hub.officer, hub.manager, hub.team_manager, service.worker, service.manager, make_person("practitioner"))
    answers = {person: ToldAbout(person, children).each() for person in people}
    assert answers == {person: told_whole(person, children) for person in people}
    of_officer = answers[hub.officer]
    assert (of_officer[seen.child_id], of_officer.get(hidden.child_id), of_officer[elsewhere.child_id]) == (True, None, False)
    assert answers[hub.manager][hidden.child_id]
    assert answers[service.worker][plan.child_id]
    assert not ToldAbout(hub.officer, []).each()

"""A kind of record of the tests' own, with its pair of grant tables: tables that exist only while one test runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.test.utils import isolate_apps

from accounts.models import PersonGrant, TeamGrant

COPY = """
CREATE FUNCTION probe_grant_fill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT r.urgency, r.received_at, r.restricted INTO NEW.urgency, NEW.received_at, NEW.restricted
    FROM accounts_probe r WHERE r.id = NEW.content_object_id;
    RETURN NEW;
END $$;
CREATE TRIGGER fill BEFORE INSERT ON accounts_probeteamgrant FOR EACH ROW EXECUTE FUNCTION probe_grant_fill();
CREATE TRIGGER fill BEFORE INSERT ON accounts_probepersongrant FOR EACH ROW EXECUTE FUNCTION probe_grant_fill();
"""


@dataclass(frozen=True)
class ProbeTables:
    record: Any
    team_grants: Any
    person_grants: Any


@contextmanager
def probe_tables() -> Iterator[ProbeTables]:
    """Make the three tables and the permission `see_probe`; the test's transaction takes them away again."""
    with isolate_apps("accounts"):

        class Probe(models.Model):
            urgency = models.IntegerField()
            received_at = models.DateTimeField()
            restricted = models.BooleanField(default=False)

            class Meta:
                app_label = "accounts"

        class Copied(models.Model):
            urgency = models.IntegerField(null=True, editable=False)
            received_at = models.DateTimeField(null=True, editable=False)
            restricted = models.BooleanField(null=True, editable=False)

            class Meta:
                abstract = True
                app_label = "accounts"

        class ProbeTeamGrant(Copied, TeamGrant):
            content_object = models.ForeignKey(Probe, on_delete=models.CASCADE)

            class Meta(TeamGrant.Meta):
                app_label = "accounts"

        class ProbePersonGrant(Copied, PersonGrant):
            content_object = models.ForeignKey(Probe, on_delete=models.CASCADE)

            class Meta(PersonGrant.Meta):
                app_label = "accounts"

    with connection.schema_editor() as editor:
        for model in (Probe, ProbeTeamGrant, ProbePersonGrant):
            editor.create_model(model)
        editor.execute(COPY)
    kind = ContentType.objects.get_for_model(Probe)
    Permission.objects.create(content_type=kind, codename="see_probe", name="See a probe")
    try:
        yield ProbeTables(Probe, ProbeTeamGrant, ProbePersonGrant)
    finally:
        ContentType.objects.clear_cache()

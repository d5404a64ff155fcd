import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import foundation.first_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="BankHoliday",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("date", models.DateField(unique=True)),
                        ("title", models.CharField(max_length=100)),
                    ],
                ),
                migrations.CreateModel(
                    name="OutboxMessage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(max_length=60)),
                        ("payload", models.JSONField(default=dict)),
                        ("key", models.CharField(help_text="The same key is never promised twice.", max_length=200, unique=True)),
                        ("queue", models.CharField(default="default", max_length=20)),
                        ("created_at", models.DateTimeField()),
                        ("not_before", models.DateTimeField()),
                        ("published_at", models.DateTimeField(help_text="When it was last put into Celery's queue.", null=True)),
                        ("leased_until", models.DateTimeField(null=True)),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("done_at", models.DateTimeField(null=True)),
                        ("given_up_at", models.DateTimeField(null=True)),
                        (
                            "last_error",
                            models.CharField(blank=True, help_text="The class of the error, never its text.", max_length=100),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at__isnull", True), ("given_up_at__isnull", True)),
                                fields=["not_before", "id"],
                                name="outbox_waiting",
                            ),
                            models.Index(
                                condition=models.Q(("given_up_at__isnull", False)), fields=["given_up_at"], name="outbox_given_up"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("done_at__isnull", True), ("given_up_at__isnull", True), _connector="OR"),
                                name="outbox_done_or_given_up",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValidationFailure",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("day", models.DateField()),
                        ("page", models.CharField(max_length=100)),
                        ("field", models.CharField(max_length=60)),
                        ("code", models.CharField(max_length=40)),
                        ("times", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("day", "page", "field", "code"), name="validation_failure_once_a_day")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        ("key", models.CharField(max_length=64, unique=True)),
                        ("name", models.CharField(help_text="The file's name as its owner gave it.", max_length=200)),
                        ("media_type", models.CharField(max_length=100)),
                        ("size", models.PositiveBigIntegerField(help_text="Bytes.")),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to be checked for viruses"),
                                    ("clean", "Checked"),
                                    ("infected", "Refused: a virus was found"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        (
                            "record_kind",
                            models.CharField(
                                help_text="The kind of record through whose access rule it is opened.", max_length=40
                            ),
                        ),
                        ("record_reference", models.CharField(max_length=40)),
                        ("uploaded_at", models.DateTimeField()),
                        ("uploaded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("scanned_at", models.DateTimeField(null=True)),
                        (
                            "finding",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="What the scanner found, in its own words.",
                                max_length=100,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["record_kind", "record_reference"], name="document_record"),
                            models.Index(
                                condition=models.Q(("state", "waiting")), fields=["uploaded_at"], name="document_waiting"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("scanned_at__isnull", True), ("state", "waiting")),
                                    models.Q(models.Q(("state", "waiting"), _negated=True), ("scanned_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="document_scanned_when_not_waiting",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DomainEvent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("verb", models.CharField(max_length=60)),
                        ("at", models.DateTimeField()),
                        ("actor_kind", models.CharField(max_length=10)),
                        ("actor_reference", models.CharField(max_length=60)),
                        ("actor_agency", models.CharField(blank=True, max_length=20)),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        ("reason", models.TextField(blank=True)),
                        ("data", models.JSONField(default=dict)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["subject_kind", "subject_reference", "at"], name="event_subject")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("actor_reference", ""), _negated=True), name="event_has_actor"
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="domainevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d9747b559337d77af0d6afabdb16ae0ac2df385d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8ed7d",
                            table="foundation_domainevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

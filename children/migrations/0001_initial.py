import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import children.models.child
import children.models.joining
import foundation.first_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="Address",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("uprn", models.CharField(help_text="Unique property reference number.", max_length=12, unique=True)),
                        ("text", models.CharField(help_text="The lines of the address without its postcode.", max_length=300)),
                        ("postcode", models.CharField(db_index=True, max_length=8)),
                        (
                            "gone_on",
                            models.DateField(
                                blank=True, help_text="Since when the list names it no longer: it is not offered.", null=True
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "addresses",
                        "ordering": ["postcode", "text"],
                    },
                ),
                migrations.CreateModel(
                    name="School",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("urn", models.CharField(help_text="Unique reference number.", max_length=6, unique=True)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "place",
                            models.CharField(
                                blank=True, help_text="Town or street, to tell schools of one name apart.", max_length=60
                            ),
                        ),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        (
                            "label",
                            models.CharField(db_index=True, help_text="How it is written into a referral.", max_length=200),
                        ),
                        ("open", models.BooleanField(default=True)),
                        (
                            "gone_on",
                            models.DateField(
                                blank=True, help_text="Since when the list names it no longer: it is not offered.", null=True
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name", "urn"],
                    },
                ),
                migrations.CreateModel(
                    name="Child",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=children.models.child.new_child_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("given_name", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(max_length=100)),
                        ("known_as", models.CharField(blank=True, max_length=100)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("birth_date_estimated", models.BooleanField(default=False)),
                        ("expected_delivery_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")], default="U", max_length=1
                            ),
                        ),
                        (
                            "ethnicity",
                            models.CharField(blank=True, help_text="Code of the children in need census.", max_length=4),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merged_from",
                                to="children.child",
                            ),
                        ),
                        (
                            "keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.IntegerField(),
                                db_default=[],
                                default=list,
                                editable=False,
                                help_text="Under which the child is found (rules.keys).",
                                size=None,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "children",
                        "indexes": [
                            models.Index(fields=["birth_date"], name="child_birth_date"),
                            models.Index(
                                condition=models.Q(("nhs_number", ""), _negated=True),
                                fields=["nhs_number"],
                                name="child_nhs_number",
                            ),
                            models.Index(
                                condition=models.Q(("expected_delivery_date__isnull", False)),
                                fields=["expected_delivery_date"],
                                name="child_expected",
                            ),
                            models.Index(
                                django.db.models.functions.comparison.Coalesce("merged_into_id", "id"), name="child_resolved"
                            ),
                            django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["keys"], name="child_keys"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("birth_date__isnull", False), ("expected_delivery_date__isnull", True)),
                                    models.Q(("birth_date__isnull", True), ("expected_delivery_date__isnull", False)),
                                    _connector="OR",
                                ),
                                name="child_born_or_expected",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("birth_date__isnull", False), ("sex", "U"), _connector="OR"),
                                name="child_unborn_sex_unknown",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("merged_into", models.F("id")), _negated=True),
                                name="child_not_merged_into_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="children.child",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "reference",
                            models.CharField(default=children.models.child.new_child_reference, editable=False, max_length=20),
                        ),
                        ("given_name", models.CharField(blank=True, max_length=100)),
                        ("family_name", models.CharField(max_length=100)),
                        ("known_as", models.CharField(blank=True, max_length=100)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("birth_date_estimated", models.BooleanField(default=False)),
                        ("expected_delivery_date", models.DateField(blank=True, null=True)),
                        (
                            "sex",
                            models.CharField(
                                choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")], default="U", max_length=1
                            ),
                        ),
                        (
                            "ethnicity",
                            models.CharField(blank=True, help_text="Code of the children in need census.", max_length=4),
                        ),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        ("upn", models.CharField(blank=True, max_length=13)),
                        ("address", models.TextField(blank=True)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "merged_into",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChildMerge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=children.models.joining.new_merge_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "lesser",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="merges", to="children.child"
                            ),
                        ),
                        (
                            "greater",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="merges_of_others", to="children.child"
                            ),
                        ),
                        ("kind", models.CharField(choices=[("linked", "Linked on arrival"), ("merged", "Merged")], max_length=6)),
                        ("reason", models.TextField()),
                        ("merged_at", models.DateTimeField()),
                        ("merged_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("undone_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at__isnull", True)),
                                fields=("lesser",),
                                name="child_merge_stands_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("lesser", models.F("greater")), _negated=True), name="child_merge_of_two"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="child_merge_says_why"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("undone_at__isnull", True), ("undone_by", ""), ("undone_reason", "")),
                                    models.Q(
                                        ("undone_at__isnull", False),
                                        models.Q(("undone_by", ""), _negated=True),
                                        models.Q(("undone_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="child_merge_undone_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildMergeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="children.childmerge",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "reference",
                            models.CharField(default=children.models.joining.new_merge_reference, editable=False, max_length=20),
                        ),
                        (
                            "lesser",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        (
                            "greater",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        ("kind", models.CharField(choices=[("linked", "Linked on arrival"), ("merged", "Merged")], max_length=6)),
                        ("reason", models.TextField()),
                        ("merged_at", models.DateTimeField()),
                        ("merged_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("undone_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChronologyEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="chronology", to="children.child"
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("kind", models.CharField(help_text="What happened, such as referrals.decided.", max_length=60)),
                        (
                            "detail",
                            models.CharField(blank=True, help_text="A code that says more, such as the outcome.", max_length=40),
                        ),
                        ("record_kind", models.CharField(max_length=40)),
                        ("record_reference", models.CharField(max_length=40)),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "chronology entries",
                        "indexes": [
                            models.Index(fields=["child", "-at"], name="chronology_child"),
                            models.Index(fields=["record_kind", "record_reference"], name="chronology_record"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Involvement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="involvements", to="children.child"
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.team"),
                        ),
                        ("record_kind", models.CharField(max_length=40)),
                        ("record_reference", models.CharField(max_length=40)),
                        ("began_at", models.DateTimeField()),
                        ("began_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["child", "-began_at"], name="involvement_child"),
                            models.Index(fields=["record_kind", "record_reference"], name="involvement_record"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("team", "record_kind", "record_reference"),
                                name="involvement_stands_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="involvement_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="InvolvementEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="children.involvement",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        ("record_kind", models.CharField(max_length=40)),
                        ("record_reference", models.CharField(max_length=40)),
                        ("began_at", models.DateTimeField()),
                        ("began_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NotTheSame",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "first",
                            models.ForeignKey(
                                help_text="The one with the smaller id.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="children.child",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("said_at", models.DateTimeField()),
                        ("said_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "not the same",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at__isnull", True)),
                                fields=("first", "second"),
                                name="not_the_same_stands_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first__lt", models.F("second"))), name="not_the_same_in_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at__isnull", True), ("taken_back_by", "")),
                                    models.Q(("taken_back_at__isnull", False), models.Q(("taken_back_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="not_the_same_taken_back_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NotTheSameEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="children.notthesame",
                            ),
                        ),
                        (
                            "pgh_context",
                            models.ForeignKey(
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="pghistory.context",
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        (
                            "first",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The one with the smaller id.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        (
                            "second",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        ("reason", models.TextField(blank=True)),
                        ("said_at", models.DateTimeField()),
                        ("said_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                        ("taken_back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="child",
                    trigger=pgtrigger.compiler.Trigger(
                        name="merged_into_a_standing_record",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.merged_into_id IS NOT NULL)",
                            func="\n    PERFORM 1 FROM children_child WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR UPDATE;\n    IF NOT FOUND OR EXISTS (SELECT 1 FROM children_child WHERE merged_into_id = NEW.id) THEN\n        RAISE EXCEPTION 'child_merged_into_a_standing_record' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                            hash="69cdca14d69872bfcd6a95cfcce896b74e3c7f33",
                            operation='INSERT OR UPDATE OF "merged_into_id"',
                            pgid="pgtrigger_merged_into_a_standing_record_48838",
                            table="children_child",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="child",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "children_childevent" ("address", "birth_date", "birth_date_estimated", "created_at", "created_by", "ethnicity", "expected_delivery_date", "family_name", "given_name", "id", "known_as", "merged_into_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "reference", "sex", "upn") VALUES (NEW."address", NEW."birth_date", NEW."birth_date_estimated", NEW."created_at", NEW."created_by", NEW."ethnicity", NEW."expected_delivery_date", NEW."family_name", NEW."given_name", NEW."id", NEW."known_as", NEW."merged_into_id", NEW."nhs_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."reference", NEW."sex", NEW."upn"); RETURN NULL;',
                            hash="fb6aff2a8d7f0c5147d746abac21c16cb5701930",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d8818",
                            table="children_child",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="child",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."birth_date" IS DISTINCT FROM (NEW."birth_date") OR OLD."birth_date_estimated" IS DISTINCT FROM (NEW."birth_date_estimated") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."created_by" IS DISTINCT FROM (NEW."created_by") OR OLD."ethnicity" IS DISTINCT FROM (NEW."ethnicity") OR OLD."expected_delivery_date" IS DISTINCT FROM (NEW."expected_delivery_date") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."known_as" IS DISTINCT FROM (NEW."known_as") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."nhs_number" IS DISTINCT FROM (NEW."nhs_number") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."sex" IS DISTINCT FROM (NEW."sex") OR OLD."upn" IS DISTINCT FROM (NEW."upn"))',
                            func='INSERT INTO "children_childevent" ("address", "birth_date", "birth_date_estimated", "created_at", "created_by", "ethnicity", "expected_delivery_date", "family_name", "given_name", "id", "known_as", "merged_into_id", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "reference", "sex", "upn") VALUES (NEW."address", NEW."birth_date", NEW."birth_date_estimated", NEW."created_at", NEW."created_by", NEW."ethnicity", NEW."expected_delivery_date", NEW."family_name", NEW."given_name", NEW."id", NEW."known_as", NEW."merged_into_id", NEW."nhs_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."reference", NEW."sex", NEW."upn"); RETURN NULL;',
                            hash="f1a8321540feb4103c4d92dd8d61fdc27edd5956",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7c384",
                            table="children_child",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="652f7681cd46cc68f29035d50a9c738a145d1213",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_36e4d",
                            table="children_childevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childmerge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "children_childmergeevent" ("greater_id", "id", "kind", "lesser_id", "merged_at", "merged_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "undone_at", "undone_by", "undone_reason") VALUES (NEW."greater_id", NEW."id", NEW."kind", NEW."lesser_id", NEW."merged_at", NEW."merged_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."undone_at", NEW."undone_by", NEW."undone_reason"); RETURN NULL;',
                            hash="7d2013ebdbb5ad59d7d66bb1e6d6bb1e9c4e4886",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8774b",
                            table="children_childmerge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childmerge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "children_childmergeevent" ("greater_id", "id", "kind", "lesser_id", "merged_at", "merged_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "undone_at", "undone_by", "undone_reason") VALUES (NEW."greater_id", NEW."id", NEW."kind", NEW."lesser_id", NEW."merged_at", NEW."merged_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."undone_at", NEW."undone_by", NEW."undone_reason"); RETURN NULL;',
                            hash="9bbf145ae2af17176215cdd92cd8d628abde0fe8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eb95e",
                            table="children_childmerge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childmergeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69c52b77b3fd6b5f4cf3cedfe79ab4a3c4e91255",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_41b04",
                            table="children_childmergeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chronologyentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_changed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d36151e684fed5cbed7ab34e510d203f9d8632d4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_never_changed_c8232",
                            table="children_chronologyentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "children_involvementevent" ("began_at", "began_by", "child_id", "ended_at", "ended_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_kind", "record_reference", "team_id") VALUES (NEW."began_at", NEW."began_by", NEW."child_id", NEW."ended_at", NEW."ended_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_kind", NEW."record_reference", NEW."team_id"); RETURN NULL;',
                            hash="11f6ff902cd2fb8922661637ac956a07ffa0ce59",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_01e10",
                            table="children_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "children_involvementevent" ("began_at", "began_by", "child_id", "ended_at", "ended_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_kind", "record_reference", "team_id") VALUES (NEW."began_at", NEW."began_by", NEW."child_id", NEW."ended_at", NEW."ended_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_kind", NEW."record_reference", NEW."team_id"); RETURN NULL;',
                            hash="9e8280c37f50fa0b66e50294c04b1532638d4456",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e696d",
                            table="children_involvement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="involvementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9377104a3c9e95606906b720a849805c2fc956b5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eeed6",
                            table="children_involvementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notthesame",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "children_notthesameevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_at", "said_by", "second_id", "taken_back_at", "taken_back_by") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."said_at", NEW."said_by", NEW."second_id", NEW."taken_back_at", NEW."taken_back_by"); RETURN NULL;',
                            hash="7490502ad66b8fe679349bb13c815ebeea99640d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4701a",
                            table="children_notthesame",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notthesame",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "children_notthesameevent" ("first_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "said_at", "said_by", "second_id", "taken_back_at", "taken_back_by") VALUES (NEW."first_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."said_at", NEW."said_by", NEW."second_id", NEW."taken_back_at", NEW."taken_back_by"); RETURN NULL;',
                            hash="9ea0b63ad4fe07c29d1ab8d83499522c208a5e9c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5e6eb",
                            table="children_notthesame",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="notthesameevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0b7de62b8a46ac270ebadcb332c6747e01914672",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c33ee",
                            table="children_notthesameevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

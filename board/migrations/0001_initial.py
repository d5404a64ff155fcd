import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import board.models.actions
import foundation.clock
import foundation.first_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="BudgetLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(help_text="Financial year, such as 2025-26.", max_length=7)),
                        ("side", models.CharField(choices=[("income", "Income"), ("expenditure", "Expenditure")], max_length=11)),
                        ("position", models.PositiveSmallIntegerField(help_text="Its place in the table.")),
                        ("heading", models.CharField(help_text="The partner who gave, or what it was spent on.", max_length=100)),
                        ("amount", models.DecimalField(decimal_places=2, help_text="Pounds and pence.", max_digits=12)),
                    ],
                    options={
                        "ordering": ["year", "side", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "side", "heading"), name="budget_line_heading_once"),
                            models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="budget_line_not_negative"),
                            models.CheckConstraint(
                                condition=models.Q(("year__regex", "^20\\d\\d-\\d\\d$")), name="budget_line_year_label"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetLineEvent",
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
                                to="board.budgetline",
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
                        ("year", models.CharField(help_text="Financial year, such as 2025-26.", max_length=7)),
                        ("side", models.CharField(choices=[("income", "Income"), ("expenditure", "Expenditure")], max_length=11)),
                        ("position", models.PositiveSmallIntegerField(help_text="Its place in the table.")),
                        ("heading", models.CharField(help_text="The partner who gave, or what it was spent on.", max_length=100)),
                        ("amount", models.DecimalField(decimal_places=2, help_text="Pounds and pence.", max_digits=12)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.actions.new_plan_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("review", "Practice review"),
                                    ("audit", "Audit"),
                                    ("inspection", "Inspection"),
                                    ("section_11", "Section 11 returns"),
                                    ("business_plan", "Business plan"),
                                    ("challenge", "Challenge"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "source_published_on",
                            models.DateField(
                                blank=True, help_text="Deadlines of an inspection's classes run from it.", null=True
                            ),
                        ),
                        ("owner_group", models.CharField(blank=True, help_text="The group that scrutinises it.", max_length=100)),
                        ("opened_on", models.DateField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["-opened_on", "title"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_closed_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Action",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.actions.new_action_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="board.plan"
                            ),
                        ),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                                help_text="No figure of an earlier day has it.",
                            ),
                        ),
                        ("number", models.CharField(help_text="Within its plan, such as 3.2.", max_length=10)),
                        ("text", models.TextField()),
                        (
                            "success_measure",
                            models.TextField(blank=True, help_text="The evidence or figure that will show it worked."),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="accounts.agency"
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner_post",
                            models.CharField(
                                blank=True, help_text="The post that owns it, while nobody with an account does.", max_length=150
                            ),
                        ),
                        (
                            "deadline_class",
                            models.CharField(
                                choices=[
                                    ("date", "On the date"),
                                    ("immediate", "Immediate"),
                                    ("three_months", "Within 3 months"),
                                    ("six_months", "Within 6 months"),
                                ],
                                default="date",
                                max_length=20,
                            ),
                        ),
                        ("first_due_on", models.DateField(help_text="The date first agreed.")),
                        ("due_on", models.DateField()),
                        ("amber_from", models.DateField(help_text="Twenty working days before it is due (a setting).")),
                        ("red_from", models.DateField(help_text="The first day more than twenty working days after it was due.")),
                        ("recovery_plan", models.TextField(blank=True, help_text="What is done about an action that is late.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("reported_done", "Reported done, to be checked"),
                                    ("done", "Done"),
                                    ("embedded", "Done and embedded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="planned",
                                max_length=15,
                            ),
                        ),
                        (
                            "overruled_rating",
                            models.CharField(
                                blank=True,
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")],
                                max_length=5,
                            ),
                        ),
                        ("overruled_reason", models.TextField(blank=True)),
                        ("impact", models.TextField(blank=True, help_text="What changed for children.")),
                        (
                            "check_again_on",
                            models.DateField(blank=True, help_text="When it is looked at whether it still holds.", null=True),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, max_length=60)),
                        ("last_update_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["due_on", "id"], name="action_due"),
                            models.Index(fields=["agency", "due_on", "id"], name="action_agency_due"),
                            models.Index(fields=["plan", "number"], name="action_plan_number"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "number"), name="action_number_once_in_plan"),
                            models.CheckConstraint(
                                condition=models.Q(("amber_from__lte", models.F("due_on")), ("red_from__gt", models.F("due_on"))),
                                name="action_dates_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("overruled_rating", ""), models.Q(("overruled_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="action_overruled_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="action_done_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", False), ("state__in", ["done", "embedded"])),
                                    models.Q(
                                        models.Q(("state__in", ["done", "embedded"]), _negated=True), ("done_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="action_done_in_a_done_state",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionChase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="board.action"
                            ),
                        ),
                        (
                            "to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("chased_at", models.DateTimeField()),
                        ("chased_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("on", models.DateField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("action", "to", "on"), name="action_chase_once_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="ActionEvent",
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
                                to="board.action",
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
                            models.CharField(default=board.models.actions.new_action_reference, editable=False, max_length=20),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.plan",
                            ),
                        ),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                                help_text="No figure of an earlier day has it.",
                            ),
                        ),
                        ("number", models.CharField(help_text="Within its plan, such as 3.2.", max_length=10)),
                        ("text", models.TextField()),
                        (
                            "success_measure",
                            models.TextField(blank=True, help_text="The evidence or figure that will show it worked."),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "owner_post",
                            models.CharField(
                                blank=True, help_text="The post that owns it, while nobody with an account does.", max_length=150
                            ),
                        ),
                        (
                            "deadline_class",
                            models.CharField(
                                choices=[
                                    ("date", "On the date"),
                                    ("immediate", "Immediate"),
                                    ("three_months", "Within 3 months"),
                                    ("six_months", "Within 6 months"),
                                ],
                                default="date",
                                max_length=20,
                            ),
                        ),
                        ("first_due_on", models.DateField(help_text="The date first agreed.")),
                        ("due_on", models.DateField()),
                        ("amber_from", models.DateField(help_text="Twenty working days before it is due (a setting).")),
                        ("red_from", models.DateField(help_text="The first day more than twenty working days after it was due.")),
                        ("recovery_plan", models.TextField(blank=True, help_text="What is done about an action that is late.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("reported_done", "Reported done, to be checked"),
                                    ("done", "Done"),
                                    ("embedded", "Done and embedded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="planned",
                                max_length=15,
                            ),
                        ),
                        (
                            "overruled_rating",
                            models.CharField(
                                blank=True,
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")],
                                max_length=5,
                            ),
                        ),
                        ("overruled_reason", models.TextField(blank=True)),
                        ("impact", models.TextField(blank=True, help_text="What changed for children.")),
                        (
                            "check_again_on",
                            models.DateField(blank=True, help_text="When it is looked at whether it still holds.", null=True),
                        ),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, max_length=60)),
                        ("last_update_at", models.DateTimeField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActionPast",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="past", to="board.action"
                            ),
                        ),
                        ("stood_until", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("reported_done", "Reported done, to be checked"),
                                    ("done", "Done"),
                                    ("embedded", "Done and embedded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("amber_from", models.DateField()),
                        ("red_from", models.DateField()),
                        ("has_recovery_plan", models.BooleanField()),
                        (
                            "overruled_rating",
                            models.CharField(
                                blank=True,
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")],
                                max_length=5,
                            ),
                        ),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, help_text="The day in London on which it was accepted as done.", null=True
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["action", "stood_until", "id"], name="action_past_until")],
                    },
                ),
                migrations.CreateModel(
                    name="ActionUpdate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="updates", to="board.action"
                            ),
                        ),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Not started"),
                                    ("in_progress", "In progress"),
                                    ("reported_done", "Reported done, to be checked"),
                                    ("done", "Done"),
                                    ("embedded", "Done and embedded"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                help_text="The action's state after it.",
                                max_length=15,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["action", "-written_at"], name="action_update_latest")],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_budgetlineevent" ("amount", "heading", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side", "year") VALUES (NEW."amount", NEW."heading", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."side", NEW."year"); RETURN NULL;',
                            hash="abdb99557d8b70f45b9322201cf49750d1a1f8b1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1dfcb",
                            table="board_budgetline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_budgetlineevent" ("amount", "heading", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "side", "year") VALUES (NEW."amount", NEW."heading", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."side", NEW."year"); RETURN NULL;',
                            hash="864dab9945da7576cab972ca2947da5f90e693e4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b4031",
                            table="board_budgetline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionchase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c891cf799c8919b58d2945bf9d7b289f1cd1e149",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_39e86",
                            table="board_actionchase",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionpast",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8c0f9891efd12b64647a15d38e5b2b038e31b01e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9c33a",
                            table="board_actionpast",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionupdate",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79f521c6f7ec439462651fad1831aabc48f48f5a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5c06a",
                            table="board_actionupdate",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetlineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="66b18d2b57b50493c1bec9242641debf68addb6b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_246fc",
                            table="board_budgetlineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="bd940ae4d62f05724297f1a1e7686ec5e6b5e52b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eaab8",
                            table="board_actionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "amber_from", "check_again_on", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "state", "success_measure", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."amber_from", NEW."check_again_on", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."state", NEW."success_measure", NEW."text", NEW."version"); RETURN NULL;',
                            hash="86bdfac5dab3ecd92dd7d1f49e93d4a8b035c589",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8b8b0",
                            table="board_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="action",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "amber_from", "check_again_on", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "state", "success_measure", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."amber_from", NEW."check_again_on", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."state", NEW."success_measure", NEW."text", NEW."version"); RETURN NULL;',
                            hash="b08543d627a0becd5c6d5b24e09a6c978fef8f2b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_730f4",
                            table="board_action",
                            when="AFTER",
                        ),
                    ),
                ),
            ],
        ),
    ]

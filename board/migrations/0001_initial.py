import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.core.serializers.json
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import board.models.actions
import board.models.rows
import foundation.clock
import foundation.first_tables
import work.models.copies


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("work", "0001_initial"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="Group",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("executive", "Executive group"),
                                    ("partnership", "Partnership board"),
                                    ("sub_group", "Sub-group"),
                                    ("task", "Task and finish group"),
                                    ("other_board", "Another board that it is linked with"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("purpose", models.TextField(blank=True)),
                        (
                            "meets",
                            models.CharField(blank=True, help_text="How often, in words: every three months.", max_length=60),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="So many seats that count must be filled at a meeting."
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, help_text="Its last day.", null=True)),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="group_days_in_order",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                condition=models.Q(("to_on__isnull", True)),
                                name="group_name_once_while_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="board.group"
                            ),
                        ),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held, minutes to be approved"),
                                    ("approved", "Minutes approved"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("cancelled_reason", models.TextField(blank=True)),
                        ("invited_at", models.DateTimeField(blank=True, null=True)),
                        ("invited_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "sequence",
                            models.PositiveIntegerField(
                                db_default=0,
                                default=0,
                                help_text="Raised when it is moved or cancelled: calendar programs go by it.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["starts_at"],
                        "indexes": [models.Index(fields=["group", "starts_at"], name="meeting_of_group")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="meeting_ends_after_it_starts"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "cancelled"), _negated=True),
                                fields=("group", "starts_at"),
                                name="meeting_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), models.Q(("cancelled_reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "cancelled"), _negated=True), ("cancelled_reason", "")),
                                    _connector="OR",
                                ),
                                name="meeting_cancelled_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("invited_at__isnull", True), ("invited_by", "")),
                                    models.Q(("invited_at__isnull", False), models.Q(("invited_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="meeting_invited_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("state", "approved"),
                                        models.Q(("approved_by", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "approved"), _negated=True),
                                        ("approved_at__isnull", True),
                                        ("approved_by", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="meeting_approved_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="items", to="board.meeting"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("minutes", "Minutes of the last meeting"),
                                    ("actions", "Actions that are due"),
                                    ("standing", "Standing item"),
                                    ("paper", "Paper or discussion"),
                                ],
                                default="paper",
                                max_length=8,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("lead", models.CharField(blank=True, max_length=150)),
                        ("minute", models.TextField(blank=True)),
                        ("decision", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("meeting", "position"),
                                name="agenda_item_position_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Arrangements",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("number", models.CharField(help_text="As it is printed: 3.1.", max_length=20, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        ("agreed_on", models.DateField(help_text="The day of the meeting, where one agreed it.")),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                help_text="Which agreed it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="arrangements",
                                to="board.meeting",
                            ),
                        ),
                        ("published_on", models.DateField()),
                        ("in_force_from", models.DateField(help_text="Two versions never begin on one day.", unique=True)),
                        ("changes", models.TextField(help_text="What changed since the version before.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name_plural": "arrangements",
                        "ordering": ["-in_force_from"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("agreed_on__lte", models.F("published_on"))),
                                name="arrangements_agreed_before_published",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("agreed_on__lte", models.F("in_force_from"))),
                                name="arrangements_agreed_before_in_force",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="board.group"
                            ),
                        ),
                        (
                            "title",
                            models.CharField(help_text="The post that fills it, such as Designated Nurse.", max_length=150),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("vice_chair", "Vice chair"),
                                    ("member", "Member"),
                                    ("lay_member", "Lay member"),
                                    ("observer", "Participating observer"),
                                    ("adviser", "Adviser"),
                                ],
                                default="member",
                                max_length=12,
                            ),
                        ),
                        ("counts", models.BooleanField(default=True, help_text="For the quorum and for attendance by agency.")),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="seat_days_in_order",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("part", "chair")),
                                expressions=[("group", "="), (board.models.rows.Days("from_on", "to_on"), "&&")],
                                name="seat_one_chair_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="board.meeting"
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="board.seat"
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("attended", "Attended"),
                                    ("deputy", "Sent a deputy"),
                                    ("apologies", "Sent apologies"),
                                    ("absent", "Did not attend"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(blank=True, help_text="Who came, where the seat does not say it.", max_length=150),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("meeting", "seat"), name="attendance_once_a_seat")],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetYear",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(help_text="Financial year, such as 2025-26.", max_length=7, unique=True)),
                        (
                            "stated_income",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="The total that the partners state; it is shown beside the sum and corrects nothing.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "stated_expenditure",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="Likewise of what was spent.", max_digits=12, null=True
                            ),
                        ),
                        ("value_for_money", models.TextField(blank=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "reopened_at",
                            models.DateTimeField(
                                blank=True, help_text="When it was last opened again after it was closed.", null=True
                            ),
                        ),
                        (
                            "reopened_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("reopened_reason", models.TextField(blank=True, db_default="", default="")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("year__regex", "^20\\d\\d-\\d\\d$")), name="budget_year_label"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="budget_year_approved_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(
                                        ("approved_at__isnull", False),
                                        ("closed_at__isnull", False),
                                        models.Q(("closed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_year_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reopened_at__isnull", True), ("reopened_by", ""), ("reopened_reason", "")),
                                    models.Q(
                                        ("reopened_at__isnull", False),
                                        models.Q(("reopened_by", ""), _negated=True),
                                        models.Q(("reopened_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="budget_year_reopened_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetYearEvent",
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
                                to="board.budgetyear",
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
                        (
                            "stated_income",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="The total that the partners state; it is shown beside the sum and corrects nothing.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "stated_expenditure",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="Likewise of what was spent.", max_digits=12, null=True
                            ),
                        ),
                        ("value_for_money", models.TextField(blank=True)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "reopened_at",
                            models.DateTimeField(
                                blank=True, help_text="When it was last opened again after it was closed.", null=True
                            ),
                        ),
                        (
                            "reopened_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("reopened_reason", models.TextField(blank=True, db_default="", default="")),
                        ("version", models.PositiveIntegerField(default=1)),
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
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
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
                                    ("complaint", "Complaint"),
                                    ("meeting", "Decision of a meeting"),
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
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                help_text="The group that scrutinises it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plans",
                                to="board.group",
                            ),
                        ),
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
                    name="BusinessPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(help_text="Financial year, such as 2026-27.", max_length=7, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("agreed", "Agreed"), ("closed", "Closed")],
                                default="draft",
                                max_length=6,
                            ),
                        ),
                        (
                            "action_plan",
                            models.OneToOneField(
                                blank=True,
                                help_text="The action plan into which the actions of its objectives go; none before the first.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="business_plan",
                                to="board.plan",
                            ),
                        ),
                        ("agreed_on", models.DateField(blank=True, help_text="The day of the agreement.", null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                help_text="The meeting that agreed it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.meeting",
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True)),
                        ("agreed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-year"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("year__regex", "^20\\d\\d-\\d\\d$")), name="business_plan_year_label"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed_at__isnull", True), ("agreed_by", ""), ("state", "draft")),
                                    models.Q(
                                        models.Q(("state", "draft"), _negated=True),
                                        ("agreed_at__isnull", False),
                                        models.Q(("agreed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="business_plan_agreed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agreed_on__isnull", True), ("meeting__isnull", True), ("state", "draft")),
                                    models.Q(models.Q(("state", "draft"), _negated=True), ("agreed_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="business_plan_agreed_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("state", "closed"), _negated=True),
                                        ("closed_at__isnull", True),
                                        ("closed_by", ""),
                                    ),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("state", "closed"),
                                        models.Q(("closed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="business_plan_closed_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BusinessPlanEvent",
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
                                to="board.businessplan",
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
                        ("year", models.CharField(help_text="Financial year, such as 2026-27.", max_length=7)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("agreed", "Agreed"), ("closed", "Closed")],
                                default="draft",
                                max_length=6,
                            ),
                        ),
                        (
                            "action_plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The action plan into which the actions of its objectives go; none before the first.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.plan",
                            ),
                        ),
                        ("agreed_on", models.DateField(blank=True, help_text="The day of the agreement.", null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The meeting that agreed it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        ("agreed_at", models.DateTimeField(blank=True, null=True)),
                        ("agreed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CalendarFeed",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_feed",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("secret_hash", models.CharField(max_length=64, unique=True)),
                        (
                            "made_at",
                            models.DateTimeField(help_text="An address that is made anew takes the place of the one before."),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("secret_hash", ""), _negated=True), name="calendar_feed_has_a_hash"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Challenge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("raised_on", models.DateField()),
                        (
                            "raiser_kind",
                            models.CharField(
                                choices=[
                                    ("scrutineer", "Independent scrutineer"),
                                    ("partner", "Partner agency"),
                                    ("young_person", "Young scrutineer or young person"),
                                    ("lay", "Lay member"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("raiser", models.CharField(blank=True, help_text="Who raised it: a post or a name.", max_length=150)),
                        (
                            "raiser_agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="For whom they spoke.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges_raised",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "about_agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who is challenged; without one, the partnership as a whole.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges_received",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="challenges",
                                to="board.meeting",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(help_text="What is challenged, and on what evidence.")),
                        ("asked_for", models.TextField(blank=True)),
                        ("response_due_on", models.DateField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, help_text="The day of the first response.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("changed", "Accepted, and something changed"),
                                    ("not_changed", "Accepted, and nothing changed"),
                                    ("disputed", "Disputed"),
                                    ("escalated", "Taken further"),
                                ],
                                default="open",
                                max_length=11,
                            ),
                        ),
                        (
                            "in_report",
                            models.BooleanField(db_default=False, default=False, help_text="It stands in the yearly report."),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-raised_on", "-id"],
                        "indexes": [models.Index(fields=["raised_on", "id"], name="challenge_raised")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("response_due_on__isnull", True),
                                    ("response_due_on__gte", models.F("raised_on")),
                                    _connector="OR",
                                ),
                                name="challenge_due_not_before_raised",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_on__isnull", True), ("answered_on__gte", models.F("raised_on")), _connector="OR"
                                ),
                                name="challenge_answered_not_before_raised",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome__in", ["open", "escalated"]), ("answered_on__isnull", False), _connector="OR"
                                ),
                                name="challenge_ends_with_an_answer",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "challenge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="board.challenge"
                            ),
                        ),
                        ("kind", models.CharField(choices=[("response", "Response"), ("outcome", "Outcome")], max_length=8)),
                        ("happened_on", models.DateField()),
                        (
                            "who",
                            models.CharField(
                                blank=True, help_text="Who answered, or to whom it was taken: a post or a name.", max_length=150
                            ),
                        ),
                        ("text", models.TextField(help_text="The response; or what changed, or why nothing did.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("open", "Open"),
                                    ("changed", "Accepted, and something changed"),
                                    ("not_changed", "Accepted, and nothing changed"),
                                    ("disputed", "Disputed"),
                                    ("escalated", "Taken further"),
                                ],
                                max_length=11,
                            ),
                        ),
                        (
                            "taken_to",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("executive", "The executive group"),
                                    ("other_board", "Another board"),
                                    ("regulator", "A regulator or inspectorate"),
                                ],
                                db_default="",
                                default="",
                                help_text="To whom it was taken further.",
                                max_length=11,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["challenge", "kind", "-happened_on", "-id"], name="challenge_entry_latest")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "response"), ("outcome", ""), models.Q(("who", ""), _negated=True)),
                                    models.Q(("kind", "outcome"), models.Q(("outcome", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="challenge_entry_of_one_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "escalated"), models.Q(("taken_to", ""), _negated=True)),
                                    models.Q(models.Q(("outcome", "escalated"), _negated=True), ("taken_to", "")),
                                    _connector="OR",
                                ),
                                name="challenge_entry_taken_further_to_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeEvent",
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
                                to="board.challenge",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("raised_on", models.DateField()),
                        (
                            "raiser_kind",
                            models.CharField(
                                choices=[
                                    ("scrutineer", "Independent scrutineer"),
                                    ("partner", "Partner agency"),
                                    ("young_person", "Young scrutineer or young person"),
                                    ("lay", "Lay member"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("raiser", models.CharField(blank=True, help_text="Who raised it: a post or a name.", max_length=150)),
                        (
                            "raiser_agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="For whom they spoke.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "about_agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who is challenged; without one, the partnership as a whole.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(help_text="What is challenged, and on what evidence.")),
                        ("asked_for", models.TextField(blank=True)),
                        ("response_due_on", models.DateField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, help_text="The day of the first response.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("open", "Open"),
                                    ("changed", "Accepted, and something changed"),
                                    ("not_changed", "Accepted, and nothing changed"),
                                    ("disputed", "Disputed"),
                                    ("escalated", "Taken further"),
                                ],
                                default="open",
                                max_length=11,
                            ),
                        ),
                        (
                            "in_report",
                            models.BooleanField(db_default=False, default=False, help_text="It stands in the yearly report."),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Theme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(help_text="Short and lasting, such as F12.", max_length=12, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("message", "Message"), ("factor", "Factor"), ("feature", "Feature")], max_length=7
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("note", models.TextField(blank=True, help_text="What belongs to it and what does not.")),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["kind", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                models.F("kind"),
                                condition=models.Q(("retired_at__isnull", True)),
                                name="theme_name_once_in_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^[A-Z0-9]+$")), name="theme_code_in_capitals"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("retired_at__isnull", True), ("retired_by", "")),
                                    models.Q(("retired_at__isnull", False), models.Q(("retired_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="theme_retired_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChallengeTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "challenge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tags", to="board.challenge"
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.theme"),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["theme", "challenge"], name="challenge_theme_challenges")],
                        "constraints": [models.UniqueConstraint(fields=("challenge", "theme"), name="challenge_theme_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ChaseRule",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "about",
                            models.CharField(
                                db_default="action",
                                default="action",
                                help_text="Actions, or the kind of request whose answer is due.",
                                max_length=60,
                            ),
                        ),
                        (
                            "days",
                            models.SmallIntegerField(help_text="After the date on which it is due; before it where negative."),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("owner", "The owner, or whoever answers"),
                                    ("lead", "The agency’s safeguarding lead"),
                                    ("executive", "The agency’s executive"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "every",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Again every so many days while it is open; 0: once."
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["days", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("about", "days", "to"),
                                name="chase_rule_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("days__gte", -90), ("days__lte", 365)), name="chase_rule_days_in_reach"
                            ),
                            models.CheckConstraint(condition=models.Q(("every__lte", 90)), name="chase_rule_every_in_reach"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="chase_rule_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChaseRuleEvent",
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
                                to="board.chaserule",
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
                            "about",
                            models.CharField(
                                db_default="action",
                                default="action",
                                help_text="Actions, or the kind of request whose answer is due.",
                                max_length=60,
                            ),
                        ),
                        (
                            "days",
                            models.SmallIntegerField(help_text="After the date on which it is due; before it where negative."),
                        ),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("owner", "The owner, or whoever answers"),
                                    ("lead", "The agency’s safeguarding lead"),
                                    ("executive", "The agency’s executive"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "every",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Again every so many days while it is open; 0: once."
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ExceptionsCopy",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=work.models.copies.new_copy_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "once",
                            models.CharField(
                                help_text="The page from which it was asked for: pressed twice, it is made once.", max_length=40
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Being made"),
                                    ("ready", "Ready"),
                                    ("failed", "Not made"),
                                    ("removed", "Removed"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        (
                            "key",
                            models.CharField(blank=True, help_text="Where the document store keeps the file.", max_length=64),
                        ),
                        ("pages", models.PositiveSmallIntegerField(default=0)),
                        ("sentence", models.TextField(blank=True, help_text="Why there is no copy, for whoever asked.")),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("made_at", models.DateTimeField(blank=True, null=True)),
                        ("day", models.DateField(help_text="The day as at which it reports.")),
                        (
                            "committee",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="To whom the paper goes.", max_length=150
                            ),
                        ),
                        ("meets_on", models.DateField(blank=True, help_text="The day of the meeting.", null=True)),
                        ("agenda_item", models.CharField(blank=True, db_default="", default="", max_length=20)),
                        ("lead_officer", models.CharField(blank=True, db_default="", default="", max_length=150)),
                        ("purpose", models.TextField(blank=True, db_default="", default="")),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.plan",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "exceptions copies",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="exceptions_copy_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("day", "asked_by", "once"), name="exceptions_copy_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="exceptions_copy_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="exceptions_copy_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Feedback",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "speaker",
                            models.CharField(
                                choices=[
                                    ("child", "Child"),
                                    ("young_person", "Young person"),
                                    ("parent", "Parent or carer"),
                                    ("practitioner", "Practitioner"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under_5", "Under 5"),
                                    ("5_to_10", "5 to 10"),
                                    ("11_to_15", "11 to 15"),
                                    ("16_to_17", "16 to 17"),
                                    ("18_to_25", "18 to 25"),
                                    ("over_25", "Over 25"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("survey", "Survey"),
                                    ("conference", "Conference"),
                                    ("compliment", "Compliment"),
                                    ("complaint", "Complaint"),
                                    ("group", "Group or forum"),
                                    ("quote", "Quote"),
                                    ("letter", "Letter"),
                                    ("interview", "Interview"),
                                    ("story", "Case story"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "service",
                            models.CharField(help_text="The service that it is about, as people call it.", max_length=120),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Whose service it is; without one, the partnership's own.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="feedback",
                                to="accounts.agency",
                            ),
                        ),
                        ("said_on", models.DateField()),
                        ("words", models.TextField(blank=True, help_text="Their own words.")),
                        (
                            "words_key",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="The same for words that differ in case, blanks and stops only.",
                                max_length=64,
                            ),
                        ),
                        (
                            "public_words",
                            models.TextField(
                                blank=True, help_text="The words as they may be published, where their own name somebody."
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("taken_at", models.DateTimeField()),
                        (
                            "taken_by",
                            models.ForeignKey(
                                help_text="Who took it down.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_for",
                            models.ForeignKey(
                                blank=True,
                                help_text="For which agency they did.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                help_text="Who wrote last what may be published of it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(
                                blank=True, help_text="Since when the agency reads the words of a complaint.", null=True
                            ),
                        ),
                        ("shared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("not_asked", "Not asked yet"),
                                    ("asked", "Asked, no answer yet"),
                                    ("given", "Given"),
                                    ("not_given", "Not given"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="not_asked",
                                max_length=9,
                            ),
                        ),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        (
                            "consent_uses",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("report", "Yearly report"), ("website", "Website"), ("training", "Training")],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, help_text="When it was confirmed that it names nobody.", null=True),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("done", models.TextField(blank=True, help_text="What was done about it.")),
                        (
                            "done_who",
                            models.CharField(blank=True, help_text="Who did it: a post, a team or an agency.", max_length=150),
                        ),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "told",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("by_letter", "By letter or card"),
                                    ("by_phone", "By telephone"),
                                    ("by_message", "By email or message"),
                                    ("to_group", "To the group in which it was said"),
                                    ("not_told", "They were not told"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("told_on", models.DateField(blank=True, null=True)),
                        ("told_note", models.TextField(blank=True, help_text="What they were told; or why they were not.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name_plural": "feedback",
                        "ordering": ["-said_on", "-id"],
                        "indexes": [
                            models.Index(fields=["-said_on", "-id"], name="feedback_newest"),
                            models.Index(fields=["agency", "-said_on", "-id"], name="feedback_agency_newest"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("words_key", ""), _negated=True),
                                fields=("words_key",),
                                name="feedback_words_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("words", ""), _negated=True),
                                    models.Q(("summary", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="feedback_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("shared_at__isnull", True), ("shared_by", "")),
                                    models.Q(("shared_at__isnull", False), models.Q(("shared_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="feedback_shared_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("consent", "not_asked"), ("consent_on__isnull", True)),
                                    models.Q(models.Q(("consent", "not_asked"), _negated=True), ("consent_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="feedback_consent_with_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("consent", "given"), models.Q(("consent_uses", []), _negated=True)),
                                    models.Q(models.Q(("consent", "given"), _negated=True), ("consent_uses", [])),
                                    _connector="OR",
                                ),
                                name="feedback_consent_for_some_use",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("checked_at__isnull", True), ("checked_by__isnull", True)),
                                    models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                                    _connector="OR",
                                ),
                                name="feedback_checked_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("checked_by__isnull", True),
                                    models.Q(
                                        models.Q(("checked_by", models.F("taken_by")), _negated=True),
                                        models.Q(("checked_by", models.F("written_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="feedback_checked_by_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done", ""), ("done_on__isnull", True), ("done_who", "")),
                                    models.Q(
                                        models.Q(("done", ""), _negated=True),
                                        models.Q(("done_who", ""), _negated=True),
                                        ("done_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="feedback_done_with_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("told", ""), ("told_note", ""), ("told_on__isnull", True)),
                                    models.Q(
                                        ("told", "not_told"),
                                        ("told_on__isnull", True),
                                        models.Q(("told_note", ""), _negated=True),
                                    ),
                                    models.Q(models.Q(("told__in", ["", "not_told"]), _negated=True), ("told_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="feedback_told_on_a_day_or_why_not",
                            ),
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
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                help_text="The item of a meeting on which it was decided.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="board.agendaitem",
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
                            "stands_at",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Where it stands in the report: section and recommendation, in words.",
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="The meeting or person that agreed it, in words.",
                                max_length=200,
                            ),
                        ),
                        ("why", models.TextField(blank=True, db_default="", default="", help_text="Why it matters.")),
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
                        (
                            "counted_from",
                            models.DateField(
                                blank=True, help_text="The day from which a class of deadline was counted.", null=True
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
                        (
                            "overruled_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day of the rating that was set; without one, the date of the action.",
                                null=True,
                            ),
                        ),
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
                                    ("overruled_until__isnull", True),
                                    models.Q(("overruled_rating", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="action_overruled_until_with_rating",
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
                    name="Recommendation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("number", models.CharField(blank=True, help_text="Within its source, such as 4.", max_length=10)),
                        ("text", models.TextField()),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("inspection", "Inspection"),
                                    ("review", "Practice review"),
                                    ("audit", "Audit"),
                                    ("section_11", "Section 11 returns"),
                                    ("meeting", "Decision of a meeting"),
                                    ("business_plan", "Business plan"),
                                    ("complaint", "Complaint"),
                                    ("challenge", "Challenge"),
                                    ("national", "National report"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "source_title",
                            models.CharField(help_text="Of the report, the meeting or whatever it comes from.", max_length=200),
                        ),
                        (
                            "source_reference",
                            models.CharField(blank=True, help_text="Where it stands there, in words.", max_length=150),
                        ),
                        ("made_on", models.DateField(help_text="No action that answers it is due earlier.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="recommendations",
                                to="board.group",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")], default="medium", max_length=6
                            ),
                        ),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("waiting", "Not answered yet"),
                                    ("accepted", "Accepted"),
                                    ("partly", "Partly accepted"),
                                    ("not", "Not accepted"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("response_reason", models.TextField(blank=True)),
                        ("responded_at", models.DateTimeField(blank=True, null=True)),
                        ("responded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-made_on", "-id"],
                        "indexes": [models.Index(fields=["-made_on", "-id"], name="recommendation_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("agency__isnull", False), ("group__isnull", False), _connector="OR"),
                                name="recommendation_led_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("responded_at__isnull", True), ("responded_by", ""), ("response", "waiting")),
                                    models.Q(
                                        ("responded_at__isnull", False),
                                        models.Q(("responded_by", ""), _negated=True),
                                        models.Q(("response", "waiting"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="recommendation_responded_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("response__in", ["partly", "not"]), _negated=True),
                                    models.Q(("response_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="recommendation_not_accepted_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feedback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="board.feedback"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.action",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("feedback", "action"), name="feedback_answer_action_once"),
                            models.UniqueConstraint(
                                fields=("feedback", "recommendation"), name="feedback_answer_recommendation_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", False), ("recommendation__isnull", True)),
                                    models.Q(("action__isnull", True), ("recommendation__isnull", False)),
                                    _connector="OR",
                                ),
                                name="feedback_answer_by_one_thing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackConsent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feedback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="board.feedback"
                            ),
                        ),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("not_asked", "Not asked yet"),
                                    ("asked", "Asked, no answer yet"),
                                    ("given", "Given"),
                                    ("not_given", "Not given"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                blank=True, help_text="Who said so, by what they are: never a child's name.", max_length=150
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("in_writing", "In writing"),
                                    ("by_word", "By word of mouth"),
                                    ("online", "On a form online"),
                                    ("by_message", "By email or message"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        (
                            "uses",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("report", "Yearly report"), ("website", "Website"), ("training", "Training")],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["feedback", "-happened_on", "-id"], name="feedback_consent_latest")],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackEvent",
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
                                to="board.feedback",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        (
                            "speaker",
                            models.CharField(
                                choices=[
                                    ("child", "Child"),
                                    ("young_person", "Young person"),
                                    ("parent", "Parent or carer"),
                                    ("practitioner", "Practitioner"),
                                    ("other", "Somebody else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "age_band",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("under_5", "Under 5"),
                                    ("5_to_10", "5 to 10"),
                                    ("11_to_15", "11 to 15"),
                                    ("16_to_17", "16 to 17"),
                                    ("18_to_25", "18 to 25"),
                                    ("over_25", "Over 25"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("survey", "Survey"),
                                    ("conference", "Conference"),
                                    ("compliment", "Compliment"),
                                    ("complaint", "Complaint"),
                                    ("group", "Group or forum"),
                                    ("quote", "Quote"),
                                    ("letter", "Letter"),
                                    ("interview", "Interview"),
                                    ("story", "Case story"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "service",
                            models.CharField(help_text="The service that it is about, as people call it.", max_length=120),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Whose service it is; without one, the partnership's own.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("said_on", models.DateField()),
                        ("words", models.TextField(blank=True, help_text="Their own words.")),
                        (
                            "words_key",
                            models.CharField(
                                blank=True,
                                editable=False,
                                help_text="The same for words that differ in case, blanks and stops only.",
                                max_length=64,
                            ),
                        ),
                        (
                            "public_words",
                            models.TextField(
                                blank=True, help_text="The words as they may be published, where their own name somebody."
                            ),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("taken_at", models.DateTimeField()),
                        (
                            "taken_by",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Who took it down.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_for",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="For which agency they did.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="Who wrote last what may be published of it.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "shared_at",
                            models.DateTimeField(
                                blank=True, help_text="Since when the agency reads the words of a complaint.", null=True
                            ),
                        ),
                        ("shared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "consent",
                            models.CharField(
                                choices=[
                                    ("not_asked", "Not asked yet"),
                                    ("asked", "Asked, no answer yet"),
                                    ("given", "Given"),
                                    ("not_given", "Not given"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="not_asked",
                                max_length=9,
                            ),
                        ),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        (
                            "consent_uses",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("report", "Yearly report"), ("website", "Website"), ("training", "Training")],
                                    max_length=8,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "checked_at",
                            models.DateTimeField(blank=True, help_text="When it was confirmed that it names nobody.", null=True),
                        ),
                        (
                            "checked_by",
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
                        ("done", models.TextField(blank=True, help_text="What was done about it.")),
                        (
                            "done_who",
                            models.CharField(blank=True, help_text="Who did it: a post, a team or an agency.", max_length=150),
                        ),
                        ("done_on", models.DateField(blank=True, null=True)),
                        (
                            "told",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("by_letter", "By letter or card"),
                                    ("by_phone", "By telephone"),
                                    ("by_message", "By email or message"),
                                    ("to_group", "To the group in which it was said"),
                                    ("not_told", "They were not told"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("told_on", models.DateField(blank=True, null=True)),
                        ("told_note", models.TextField(blank=True, help_text="What they were told; or why they were not.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feedback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tags", to="board.feedback"
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.theme"),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["theme", "feedback"], name="feedback_theme_feedback")],
                        "constraints": [models.UniqueConstraint(fields=("feedback", "theme"), name="feedback_theme_once")],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackUse",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feedback",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="uses", to="board.feedback"
                            ),
                        ),
                        (
                            "use",
                            models.CharField(
                                choices=[("report", "Yearly report"), ("website", "Website"), ("training", "Training")],
                                max_length=8,
                            ),
                        ),
                        (
                            "title",
                            models.CharField(help_text="Of what they went into, such as a report or a course.", max_length=200),
                        ),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        (
                            "taken_out_on",
                            models.DateField(blank=True, help_text="Consent was withdrawn before it was published.", null=True),
                        ),
                    ],
                    options={
                        "ordering": ["given_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("feedback", "use", "title"), name="feedback_use_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("published_on__isnull", True), ("taken_out_on__isnull", True), _connector="OR"
                                ),
                                name="feedback_use_published_or_taken_out",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FeedbackUseEvent",
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
                                to="board.feedbackuse",
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
                            "feedback",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.feedback",
                            ),
                        ),
                        (
                            "use",
                            models.CharField(
                                choices=[("report", "Yearly report"), ("website", "Website"), ("training", "Training")],
                                max_length=8,
                            ),
                        ),
                        (
                            "title",
                            models.CharField(help_text="Of what they went into, such as a report or a course.", max_length=200),
                        ),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        (
                            "taken_out_on",
                            models.DateField(blank=True, help_text="Consent was withdrawn before it was published.", null=True),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupEvent",
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
                                to="board.group",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("name", models.CharField(max_length=150)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("executive", "Executive group"),
                                    ("partnership", "Partnership board"),
                                    ("sub_group", "Sub-group"),
                                    ("task", "Task and finish group"),
                                    ("other_board", "Another board that it is linked with"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("purpose", models.TextField(blank=True)),
                        (
                            "meets",
                            models.CharField(blank=True, help_text="How often, in words: every three months.", max_length=60),
                        ),
                        (
                            "quorum",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="So many seats that count must be filled at a meeting."
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, help_text="Its last day.", null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="GroupLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="board.group"
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="lines_to_it", to="board.group"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("reports_to", "Reports to"), ("linked_with", "Is linked with")], max_length=12
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="group_line_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("group", models.F("other")), _negated=True), name="group_line_not_to_itself"
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("kind", "reports_to")),
                                expressions=[("group", "="), (board.models.rows.Days("from_on", "to_on"), "&&")],
                                name="group_line_reports_to_one_at_a_time",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("group", "="), ("other", "="), (board.models.rows.Days("from_on", "to_on"), "&&")],
                                name="group_line_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GroupLineEvent",
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
                                to="board.groupline",
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
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("reports_to", "Reports to"), ("linked_with", "Is linked with")], max_length=12
                            ),
                        ),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanImport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="imports", to="board.plan"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                help_text="Who gave it; nobody else sees it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Being looked through"), ("taken_in", "Taken in"), ("given_up", "Given up")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("sha256", models.CharField(help_text="Of the file: the same file again is recognised.", max_length=64)),
                        ("labels", models.JSONField(default=list, help_text="The heading of each column.")),
                        ("rows", models.JSONField(default=list, help_text="Each row with its number in the file.")),
                        (
                            "carries",
                            models.BooleanField(help_text="An empty section or recommendation is that of the row above."),
                        ),
                        (
                            "meanings",
                            models.JSONField(default=list, help_text="What each column holds; empty until somebody has said so."),
                        ),
                        (
                            "counted_from",
                            models.DateField(
                                blank=True, help_text="Deadlines such as “within 3 months” are counted from it.", null=True
                            ),
                        ),
                        (
                            "as_at",
                            models.DateField(
                                blank=True, help_text="As at which day it reports where no heading says so.", null=True
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Leads where a row names nobody.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "chosen",
                            models.JSONField(default=dict, help_text="Who is meant by words that the portal does not know."),
                        ),
                        ("left", models.JSONField(default=list, help_text="The rows that were not taken in, and why.")),
                        ("begun_at", models.DateTimeField()),
                        ("taken_at", models.DateTimeField(blank=True, null=True)),
                        ("cleared_at", models.DateTimeField(blank=True, help_text="Its rows and its file are gone.", null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("cleared_at__isnull", True)), fields=["begun_at"], name="plan_import_begun"
                            ),
                            models.Index(fields=["sha256"], name="plan_import_file"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "taken_in"), ("taken_at__isnull", False)),
                                    models.Q(models.Q(("state", "taken_in"), _negated=True), ("taken_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="plan_import_taken_in_at",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cleared_at__isnull", True),
                                    models.Q(("chosen", {}), ("left", []), ("rows", [])),
                                    _connector="OR",
                                ),
                                name="plan_import_cleared_is_empty",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ImportedRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan_import",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="taken", to="board.planimport"
                            ),
                        ),
                        ("row", models.PositiveIntegerField(help_text="Its number in the file.")),
                        ("fingerprint", models.CharField(help_text="Of all that the row says.", max_length=64)),
                        (
                            "action",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="imported_row", to="board.action"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["fingerprint"], name="imported_row_fingerprint")],
                        "constraints": [models.UniqueConstraint(fields=("plan_import", "row"), name="imported_row_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("signatories", models.CharField(help_text="Posts or names.", max_length=200)),
                        ("sent_on", models.DateField(help_text="The day on which the first of them went out.")),
                        ("reply_due_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-sent_on", "-id"],
                        "indexes": [models.Index(fields=["sent_on", "id"], name="letter_sent")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reply_due_on__gte", models.F("sent_on"))), name="letter_due_not_before_sent"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on__isnull", True), ("closed_reason", "")),
                                    models.Q(
                                        ("closed_on__gte", models.F("sent_on")), models.Q(("closed_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="letter_closed_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterAddressee",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="addressees", to="board.letter"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, help_text="Who it is, where it is no agency of the portal.", max_length=150
                            ),
                        ),
                        ("sent_on", models.DateField()),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                help_text="By which the agency is asked and reminded.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letter_addressee",
                                to="work.request",
                            ),
                        ),
                        (
                            "reply",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("other", "Other")], max_length=5
                            ),
                        ),
                        ("reply_words", models.TextField(blank=True)),
                        ("replied_on", models.DateField(blank=True, null=True)),
                        ("replier", models.CharField(blank=True, help_text="Who replied: a post or a name.", max_length=150)),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("portal", "In the portal"),
                                    ("telephone", "By telephone"),
                                    ("paper", "On paper"),
                                    ("email", "By email"),
                                ],
                                help_text="How the reply came.",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "recorded_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("agency__isnull", False), ("words", "")),
                                    models.Q(("agency__isnull", True), models.Q(("words", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="letter_addressee_agency_or_words",
                            ),
                            models.UniqueConstraint(fields=("letter", "agency"), name="letter_addressee_agency_once"),
                            models.UniqueConstraint(
                                models.F("letter"),
                                django.db.models.functions.text.Lower("words"),
                                condition=models.Q(("words", ""), _negated=True),
                                name="letter_addressee_words_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("request__isnull", True), ("agency__isnull", False), _connector="OR"),
                                name="letter_addressee_asked_is_an_agency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("recorded_at__isnull", True),
                                        ("recorded_by__isnull", True),
                                        ("replied_on__isnull", True),
                                        ("reply", ""),
                                        ("reply_words", ""),
                                    ),
                                    models.Q(
                                        models.Q(("reply", ""), _negated=True),
                                        ("recorded_at__isnull", False),
                                        ("recorded_by__isnull", False),
                                        ("replied_on__gte", models.F("sent_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="letter_addressee_recorded_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reply", "other"), _negated=True),
                                    models.Q(("reply_words", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="letter_addressee_other_in_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterAddresseeEvent",
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
                                to="board.letteraddressee",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.letter",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "words",
                            models.CharField(
                                blank=True, help_text="Who it is, where it is no agency of the portal.", max_length=150
                            ),
                        ),
                        ("sent_on", models.DateField()),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="By which the agency is asked and reminded.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.request",
                            ),
                        ),
                        (
                            "reply",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("other", "Other")], max_length=5
                            ),
                        ),
                        ("reply_words", models.TextField(blank=True)),
                        ("replied_on", models.DateField(blank=True, null=True)),
                        ("replier", models.CharField(blank=True, help_text="Who replied: a post or a name.", max_length=150)),
                        (
                            "channel",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("portal", "In the portal"),
                                    ("telephone", "By telephone"),
                                    ("paper", "On paper"),
                                    ("email", "By email"),
                                ],
                                help_text="How the reply came.",
                                max_length=10,
                            ),
                        ),
                        ("recorded_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "recorded_by",
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
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="LetterEvent",
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
                                to="board.letter",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(blank=True)),
                        ("signatories", models.CharField(help_text="Posts or names.", max_length=200)),
                        ("sent_on", models.DateField(help_text="The day on which the first of them went out.")),
                        ("reply_due_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeetingEvent",
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
                                to="board.meeting",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("planned", "Planned"),
                                    ("held", "Held, minutes to be approved"),
                                    ("approved", "Minutes approved"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("cancelled_reason", models.TextField(blank=True)),
                        ("invited_at", models.DateTimeField(blank=True, null=True)),
                        ("invited_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "sequence",
                            models.PositiveIntegerField(
                                db_default=0,
                                default=0,
                                help_text="Raised when it is moved or cancelled: calendar programs go by it.",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MeetingPack",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=work.models.copies.new_copy_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "once",
                            models.CharField(
                                help_text="The page from which it was asked for: pressed twice, it is made once.", max_length=40
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Being made"),
                                    ("ready", "Ready"),
                                    ("failed", "Not made"),
                                    ("removed", "Removed"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        (
                            "key",
                            models.CharField(blank=True, help_text="Where the document store keeps the file.", max_length=64),
                        ),
                        ("pages", models.PositiveSmallIntegerField(default=0)),
                        ("sentence", models.TextField(blank=True, help_text="Why there is no copy, for whoever asked.")),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("made_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="packs", to="board.meeting"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="meeting_pack_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "asked_by", "once"), name="meeting_pack_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="meeting_pack_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="meeting_pack_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingPaper",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="board.meeting"
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                blank=True,
                                help_text="None: the whole meeting.",
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="papers",
                                to="board.agendaitem",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", ""), ("withdrawn_reason", "")),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawn_by", ""), _negated=True),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="paper_withdrawn_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeetingReminder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="board.meeting"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("starts_at", models.DateTimeField(help_text="The beginning of which they were told.")),
                        ("reminded_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "person", "starts_at"), name="meeting_reminder_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanPriority",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "business_plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="priorities", to="board.businessplan"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("why", models.TextField()),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("business_plan", "number"), name="plan_priority_number_once"),
                            models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="plan_priority_counts_from_one"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objective",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "priority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="objectives", to="board.planpriority"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="Within its priority.")),
                        ("text", models.TextField(help_text="We said we would …")),
                        ("wanted", models.TextField(help_text="The outcome that is wanted.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Which leads.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                help_text="The group that leads.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "figures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80),
                                blank=True,
                                default=list,
                                help_text="Codes of the figures that should move.",
                                size=None,
                            ),
                        ),
                        ("moves", models.TextField(blank=True, help_text="What should move, in words.")),
                        (
                            "earlier",
                            models.OneToOneField(
                                blank=True,
                                help_text="The objective of the year before that goes on in this one.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="later",
                                to="board.objective",
                            ),
                        ),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not decided yet"), ("carry", "Carry it over to the next year"), ("end", "End it")],
                                help_text="What becomes of it.",
                                max_length=5,
                            ),
                        ),
                        ("decision_reason", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["priority__number", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("priority", "number"), name="objective_number_once_in_priority"),
                            models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="objective_counts_from_one"),
                            models.CheckConstraint(
                                condition=models.Q(("agency__isnull", False), ("group__isnull", False), _connector="OR"),
                                name="objective_has_a_lead",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decided_by", ""), ("decision", "")),
                                    models.Q(
                                        models.Q(("decision", ""), _negated=True),
                                        ("decided_at__isnull", False),
                                        models.Q(("decided_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="objective_decided_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(models.Q(("decision", "end"), _negated=True), ("ended_on__isnull", True)),
                                    models.Q(
                                        ("decision", "end"),
                                        ("ended_on__isnull", False),
                                        models.Q(("decision_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="objective_ended_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Milestone",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="board.objective"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(help_text="Its order within the objective.")),
                        ("text", models.TextField()),
                        ("due_on", models.DateField()),
                        ("met_on", models.DateField(blank=True, null=True)),
                        (
                            "missed_on",
                            models.DateField(blank=True, help_text="The day on which it was said that it is missed.", null=True),
                        ),
                        ("missed_reason", models.TextField(blank=True)),
                        (
                            "earlier",
                            models.OneToOneField(
                                blank=True,
                                help_text="The one that it goes on from.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="later",
                                to="board.milestone",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["place"],
                        "constraints": [
                            models.UniqueConstraint(fields=("objective", "place"), name="milestone_place_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("missed_on__isnull", True), ("missed_reason", "")),
                                    models.Q(
                                        ("met_on__isnull", True),
                                        ("missed_on__isnull", False),
                                        models.Q(("missed_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="milestone_missed_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MilestoneEvent",
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
                                to="board.milestone",
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
                            "objective",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.objective",
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField(help_text="Its order within the objective.")),
                        ("text", models.TextField()),
                        ("due_on", models.DateField()),
                        ("met_on", models.DateField(blank=True, null=True)),
                        (
                            "missed_on",
                            models.DateField(blank=True, help_text="The day on which it was said that it is missed.", null=True),
                        ),
                        ("missed_reason", models.TextField(blank=True)),
                        (
                            "earlier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The one that it goes on from.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.milestone",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveAction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="linked", to="board.objective"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="objectives", to="board.action"
                            ),
                        ),
                        ("is_origin", models.BooleanField(default=False)),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                help_text="No position of an earlier day counts it.",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("objective", "action"), name="objective_action_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveAgency",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="contributors", to="board.objective"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("objective", "agency"), name="objective_agency_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ObjectiveEvent",
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
                                to="board.objective",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        (
                            "priority",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.planpriority",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="Within its priority.")),
                        ("text", models.TextField(help_text="We said we would …")),
                        ("wanted", models.TextField(help_text="The outcome that is wanted.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Which leads.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The group that leads.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "figures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80),
                                blank=True,
                                default=list,
                                help_text="Codes of the figures that should move.",
                                size=None,
                            ),
                        ),
                        ("moves", models.TextField(blank=True, help_text="What should move, in words.")),
                        (
                            "earlier",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The objective of the year before that goes on in this one.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.objective",
                            ),
                        ),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not decided yet"), ("carry", "Carry it over to the next year"), ("end", "End it")],
                                help_text="What becomes of it.",
                                max_length=5,
                            ),
                        ),
                        ("decision_reason", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ObjectivePosition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "objective",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="positions", to="board.objective"
                            ),
                        ),
                        ("quarter", models.PositiveSmallIntegerField()),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(
                                help_text="Counted within the quarter, from 1; the highest one holds."
                            ),
                        ),
                        (
                            "as_at",
                            models.DateField(
                                help_text="The last day of the quarter, or the day on which it was written before that."
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")], max_length=5
                            ),
                        ),
                        (
                            "proposed",
                            models.CharField(
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")],
                                help_text="What milestones and actions proposed.",
                                max_length=5,
                            ),
                        ),
                        ("proposed_reason", models.TextField()),
                        ("overruled_reason", models.TextField(blank=True)),
                        (
                            "progress",
                            models.CharField(
                                choices=[
                                    ("good", "Good progress"),
                                    ("some", "Some progress"),
                                    ("little", "Little or no progress"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("text", models.TextField(help_text="How it stands, in words.")),
                        ("done", models.TextField(blank=True, help_text="What we have done: a point on each line.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("", "Not judged yet"), ("met", "Met"), ("partly", "Partly met"), ("not", "Not met")],
                                max_length=6,
                            ),
                        ),
                        ("red", models.PositiveSmallIntegerField()),
                        ("amber", models.PositiveSmallIntegerField()),
                        ("green", models.PositiveSmallIntegerField()),
                        ("blue", models.PositiveSmallIntegerField()),
                        ("milestones", models.PositiveSmallIntegerField()),
                        ("milestones_due", models.PositiveSmallIntegerField()),
                        ("milestones_met", models.PositiveSmallIntegerField()),
                        ("reason", models.TextField(blank=True, help_text="Why it corrects the edition before.")),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["quarter", "edition"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("objective", "quarter", "edition"), name="objective_position_edition_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__range", (1, 4))), name="objective_position_quarter"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("edition", 1), ("reason", "")),
                                    models.Q(("edition__gt", 1), models.Q(("reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="objective_position_corrected_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("rating", models.F("proposed")),
                                    models.Q(("overruled_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="objective_position_overruled_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quarter__lt", 4), models.Q(("outcome", ""), _negated=True), _connector="OR"),
                                name="objective_position_year_is_judged",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("milestones_met__lte", models.F("milestones"))),
                                name="objective_position_met_of_all",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanPriorityEvent",
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
                                to="board.planpriority",
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
                            "business_plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.businessplan",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("why", models.TextField()),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Policy",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("code", models.CharField(help_text="As people quote it: POL-12.", max_length=20, unique=True)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Policy"),
                                    ("procedure", "Procedure"),
                                    ("protocol", "Protocol between agencies"),
                                    ("guidance", "Practice guidance"),
                                    ("tool", "Tool or form"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who owns it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="policies",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                help_text="Which group owns it; without it and an agency, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="policies",
                                to="board.group",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Everybody who works with children"),
                                    ("practitioners", "Practitioners who hold cases"),
                                    ("managers", "Managers and supervisors"),
                                    ("leads", "Safeguarding leads"),
                                    ("board", "Members of the partnership"),
                                ],
                                max_length=13,
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("review_due_on", models.DateField()),
                        ("withdrawn_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "replacement",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="replaces",
                                to="board.policy",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name_plural": "policies",
                        "ordering": ["title"],
                        "indexes": [models.Index(fields=["title", "id"], name="policy_title")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("agency__isnull", True), ("group__isnull", True), _connector="OR"),
                                name="policy_of_one_owner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("replacement__isnull", True), ("withdrawn_on__isnull", True), ("withdrawn_reason", "")
                                    ),
                                    models.Q(("withdrawn_on__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="policy_withdrawn_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("replacement__isnull", True),
                                    models.Q(("replacement", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="policy_not_replaced_by_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PolicyEvent",
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
                                to="board.policy",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("code", models.CharField(help_text="As people quote it: POL-12.", max_length=20)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("policy", "Policy"),
                                    ("procedure", "Procedure"),
                                    ("protocol", "Protocol between agencies"),
                                    ("guidance", "Practice guidance"),
                                    ("tool", "Tool or form"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who owns it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Which group owns it; without it and an agency, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("everybody", "Everybody who works with children"),
                                    ("practitioners", "Practitioners who hold cases"),
                                    ("managers", "Managers and supervisors"),
                                    ("leads", "Safeguarding leads"),
                                    ("board", "Members of the partnership"),
                                ],
                                max_length=13,
                            ),
                        ),
                        ("summary", models.TextField()),
                        ("review_due_on", models.DateField()),
                        ("withdrawn_on", models.DateField(blank=True, null=True)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "replacement",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.policy",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PolicyVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "policy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="board.policy"
                            ),
                        ),
                        ("number", models.CharField(max_length=20)),
                        ("approved_on", models.DateField()),
                        ("approver", models.CharField(help_text="A group, or a post.", max_length=150)),
                        ("review_due_on", models.DateField()),
                        ("changes", models.TextField(blank=True, help_text="What changed since the version before.")),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["policy", "-approved_on", "-id"], name="policy_version_latest")],
                        "constraints": [
                            models.UniqueConstraint(fields=("policy", "number"), name="policy_version_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(("review_due_on__gt", models.F("approved_on"))),
                                name="policy_version_reviewed_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PolicyReview",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "policy_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="board.policyversion"
                            ),
                        ),
                        ("reviewed_on", models.DateField()),
                        ("reviewer", models.CharField(help_text="A group, a post or a name.", max_length=150)),
                        ("review_due_on", models.DateField(help_text="The next review.")),
                        ("note", models.TextField(blank=True, help_text="What was looked at.")),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-reviewed_on", "-id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("policy_version", "reviewed_on"), name="policy_review_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("review_due_on__gt", models.F("reviewed_on"))),
                                name="policy_review_next_one_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationEvent",
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
                                to="board.recommendation",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("number", models.CharField(blank=True, help_text="Within its source, such as 4.", max_length=10)),
                        ("text", models.TextField()),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("inspection", "Inspection"),
                                    ("review", "Practice review"),
                                    ("audit", "Audit"),
                                    ("section_11", "Section 11 returns"),
                                    ("meeting", "Decision of a meeting"),
                                    ("business_plan", "Business plan"),
                                    ("complaint", "Complaint"),
                                    ("challenge", "Challenge"),
                                    ("national", "National report"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "source_title",
                            models.CharField(help_text="Of the report, the meeting or whatever it comes from.", max_length=200),
                        ),
                        (
                            "source_reference",
                            models.CharField(blank=True, help_text="Where it stands there, in words.", max_length=150),
                        ),
                        ("made_on", models.DateField(help_text="No action that answers it is due earlier.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "priority",
                            models.CharField(
                                choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")], default="medium", max_length=6
                            ),
                        ),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("waiting", "Not answered yet"),
                                    ("accepted", "Accepted"),
                                    ("partly", "Partly accepted"),
                                    ("not", "Not accepted"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("response_reason", models.TextField(blank=True)),
                        ("responded_at", models.DateTimeField(blank=True, null=True)),
                        ("responded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "added_on",
                            models.DateField(
                                db_default=django.db.models.functions.datetime.Now(),
                                default=foundation.clock.today,
                                editable=False,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RecommendationTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tags", to="board.recommendation"
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.theme"),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("recommendation", "theme"), name="recommendation_theme_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecordPast",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("group", "Group"),
                                    ("plan", "Business plan"),
                                    ("priority", "Priority"),
                                    ("objective", "Objective"),
                                    ("milestone", "Milestone"),
                                ],
                                max_length=9,
                            ),
                        ),
                        ("record", models.BigIntegerField(help_text="The id of the record.")),
                        ("stood_until", models.DateTimeField()),
                        (
                            "told",
                            models.JSONField(
                                blank=True,
                                encoder=django.core.serializers.json.DjangoJSONEncoder,
                                help_text="Its fields; none: it was not there yet.",
                                null=True,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["kind", "record", "stood_until", "id"], name="record_past_of_record")],
                    },
                ),
                migrations.CreateModel(
                    name="Reform",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("source", models.CharField(help_text="The act, guidance or letter that asks for it.", max_length=200)),
                        ("announced_on", models.DateField(help_text="The day of that source.")),
                        ("asks", models.TextField(help_text="What it asks of the partners.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who leads; without one, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reforms",
                                to="accounts.agency",
                            ),
                        ),
                        ("lead", models.CharField(blank=True, help_text="The post that leads.", max_length=150)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_begun", "Not begun"),
                                    ("preparing", "Preparing"),
                                    ("under_way", "Under way"),
                                    ("in_place", "In place"),
                                ],
                                default="not_begun",
                                max_length=9,
                            ),
                        ),
                        ("added_on", models.DateField(help_text="Since when it is followed here.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-announced_on", "-id"],
                        "indexes": [models.Index(fields=["announced_on", "id"], name="reform_announced")],
                    },
                ),
                migrations.CreateModel(
                    name="ReformEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reform",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="board.reform"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("progress", "Progress"), ("decision", "Decision"), ("issue", "Issue")], max_length=8
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("text", models.TextField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_begun", "Not begun"),
                                    ("preparing", "Preparing"),
                                    ("under_way", "Under way"),
                                    ("in_place", "In place"),
                                ],
                                help_text="How far the reform was from then on.",
                                max_length=9,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["reform", "-happened_on", "-id"], name="reform_entry_latest")],
                    },
                ),
                migrations.CreateModel(
                    name="ReformEvent",
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
                                to="board.reform",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("source", models.CharField(help_text="The act, guidance or letter that asks for it.", max_length=200)),
                        ("announced_on", models.DateField(help_text="The day of that source.")),
                        ("asks", models.TextField(help_text="What it asks of the partners.")),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who leads; without one, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("lead", models.CharField(blank=True, help_text="The post that leads.", max_length=150)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("not_begun", "Not begun"),
                                    ("preparing", "Preparing"),
                                    ("under_way", "Under way"),
                                    ("in_place", "In place"),
                                ],
                                default="not_begun",
                                max_length=9,
                            ),
                        ),
                        ("added_on", models.DateField(help_text="Since when it is followed here.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReformMilestone",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reform",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="board.reform"
                            ),
                        ),
                        ("text", models.CharField(max_length=300)),
                        ("due_on", models.DateField()),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="ReformMilestoneEvent",
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
                                to="board.reformmilestone",
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
                            "reform",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.reform",
                            ),
                        ),
                        ("text", models.CharField(max_length=300)),
                        ("due_on", models.DateField()),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Risk",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("number", models.PositiveIntegerField(help_text="Its short number in the register.", unique=True)),
                        ("title", models.CharField(max_length=200)),
                        ("cause", models.TextField()),
                        ("consequence", models.TextField()),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who owns it; without one, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="risks",
                                to="accounts.agency",
                            ),
                        ),
                        ("lead", models.CharField(blank=True, help_text="The post that looks after it.", max_length=150)),
                        ("controls", models.TextField(help_text="What holds it back already.")),
                        ("target_score", models.PositiveSmallIntegerField(help_text="Likelihood times impact that is aimed at.")),
                        ("opened_on", models.DateField()),
                        ("review_due_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("target_score__range", (1, 25))), name="risk_target_on_the_scale"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on__isnull", True), ("closed_reason", "")),
                                    models.Q(
                                        ("closed_on__gte", models.F("opened_on")), models.Q(("closed_reason", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="risk_closed_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskEvent",
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
                                to="board.risk",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("number", models.PositiveIntegerField(help_text="Its short number in the register.")),
                        ("title", models.CharField(max_length=200)),
                        ("cause", models.TextField()),
                        ("consequence", models.TextField()),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who owns it; without one, the partnership.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("lead", models.CharField(blank=True, help_text="The post that looks after it.", max_length=150)),
                        ("controls", models.TextField(help_text="What holds it back already.")),
                        ("target_score", models.PositiveSmallIntegerField(help_text="Likelihood times impact that is aimed at.")),
                        ("opened_on", models.DateField()),
                        ("review_due_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="RiskReopening",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reopenings", to="board.risk"
                            ),
                        ),
                        ("closed_on", models.DateField()),
                        ("closed_reason", models.TextField()),
                        ("reopened_on", models.DateField()),
                        ("reason", models.TextField(help_text="Why it was opened again.")),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-reopened_on", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reopened_on__gte", models.F("closed_on"))),
                                name="risk_reopening_not_before_it_closed",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RiskScore",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "risk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="board.risk"
                            ),
                        ),
                        ("scored_on", models.DateField()),
                        ("likelihood_before", models.PositiveSmallIntegerField()),
                        ("impact_before", models.PositiveSmallIntegerField()),
                        ("likelihood", models.PositiveSmallIntegerField(help_text="With its controls.")),
                        ("impact", models.PositiveSmallIntegerField(help_text="With its controls.")),
                        ("review_due_on", models.DateField(help_text="When it is to be scored next.")),
                        ("note", models.TextField(blank=True)),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["risk", "-scored_on", "-id"], name="risk_score_latest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__range", (1, 5)),
                                    ("impact_before__range", (1, 5)),
                                    ("likelihood__range", (1, 5)),
                                    ("likelihood_before__range", (1, 5)),
                                ),
                                name="risk_score_on_the_scale",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impact__lte", models.F("impact_before")), ("likelihood__lte", models.F("likelihood_before"))
                                ),
                                name="risk_score_controls_make_nothing_worse",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("review_due_on__gt", models.F("scored_on"))),
                                name="risk_score_next_review_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RuleChase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "rule",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.chaserule"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.action",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="work.request",
                            ),
                        ),
                        ("step_on", models.DateField(help_text="The day of the table; it may have been followed later.")),
                        ("followed_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("action", "rule", "step_on"), name="rule_chase_once"),
                            models.UniqueConstraint(fields=("request", "rule", "step_on"), name="rule_chase_of_request_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("action__isnull", True), ("request__isnull", False)),
                                    models.Q(("action__isnull", False), ("request__isnull", True)),
                                    _connector="OR",
                                ),
                                name="rule_chase_of_one_thing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyNote",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scrutiny_notes",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("visit", "Visit"),
                                    ("observation", "Observation of a meeting or of practice"),
                                    ("conversation", "Conversation with children, families or staff"),
                                    ("note", "Note"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("place", models.CharField(blank=True, max_length=150)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "challenge",
                            models.ForeignKey(
                                blank=True,
                                help_text="What came of it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="board.challenge",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField()),
                        ("shared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "report_words",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="What the yearly report says of it; without any, it says nothing.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-happened_on", "-id"],
                        "indexes": [models.Index(fields=["keeper", "-happened_on"], name="scrutiny_note_of_keeper")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("report_words", ""), ("shared_at__isnull", False), _connector="OR"),
                                name="scrutiny_note_in_report_only_shared",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyNoteEvent",
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
                                to="board.scrutinynote",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        (
                            "keeper",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("visit", "Visit"),
                                    ("observation", "Observation of a meeting or of practice"),
                                    ("conversation", "Conversation with children, families or staff"),
                                    ("note", "Note"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("place", models.CharField(blank=True, max_length=150)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "challenge",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="What came of it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.challenge",
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField()),
                        ("shared_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "report_words",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="What the yearly report says of it; without any, it says nothing.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyStatement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(help_text="Financial year, such as 2025-26.", max_length=7)),
                        (
                            "keeper",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scrutiny_statements",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("in_report", models.BooleanField(default=False, help_text="It stands in the yearly report.")),
                        ("written_at", models.DateTimeField()),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "keeper"), name="scrutiny_statement_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(("year__regex", "^20\\d\\d-\\d\\d$")), name="scrutiny_statement_year_label"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="scrutiny_statement_says_something"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyStatementEvent",
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
                                to="board.scrutinystatement",
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
                        (
                            "keeper",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("in_report", models.BooleanField(default=False, help_text="It stands in the yearly report.")),
                        ("written_at", models.DateTimeField()),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeatEvent",
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
                                to="board.seat",
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
                            "group",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        (
                            "title",
                            models.CharField(help_text="The post that fills it, such as Designated Nurse.", max_length=150),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("vice_chair", "Vice chair"),
                                    ("member", "Member"),
                                    ("lay_member", "Lay member"),
                                    ("observer", "Participating observer"),
                                    ("adviser", "Adviser"),
                                ],
                                default="member",
                                max_length=12,
                            ),
                        ),
                        ("counts", models.BooleanField(default=True, help_text="For the quorum and for attendance by agency.")),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SeatHolding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holdings", to="board.seat"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(blank=True, help_text="Of somebody without an account.", max_length=150)),
                        ("deputy", models.BooleanField(default=False)),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["person"], name="seat_holding_person")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="seat_holding_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), ("person__isnull", False)),
                                    models.Q(("person__isnull", True), models.Q(("name", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="seat_holding_somebody",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("deputy", False)),
                                expressions=[("seat", "="), (board.models.rows.Days("from_on", "to_on"), "&&")],
                                name="seat_holding_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeatHoldingEvent",
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
                                to="board.seatholding",
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
                            "seat",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.seat",
                            ),
                        ),
                        (
                            "person",
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
                        ("name", models.CharField(blank=True, help_text="Of somebody without an account.", max_length=150)),
                        ("deputy", models.BooleanField(default=False)),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StandingItem",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="standing_items", to="board.group"
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("lead", models.CharField(blank=True, help_text="Who leads on it: a post or a name.", max_length=150)),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="standing_item_days_in_order",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)),
                                fields=("group", "title"),
                                name="standing_item_once_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VoiceSurvey",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=board.models.rows.new_board_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked", models.CharField(help_text="Whom it asked.", max_length=200)),
                        ("service", models.CharField(blank=True, max_length=120)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("ended_on", models.DateField(help_text="The last day on which it could be answered.")),
                        ("sent", models.PositiveIntegerField(help_text="To how many it went.")),
                        ("answered", models.PositiveIntegerField(help_text="How many answered.")),
                        ("done", models.TextField(blank=True, help_text="What was done about what it says.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-ended_on", "-id"],
                        "indexes": [models.Index(fields=["-ended_on", "-id"], name="voice_survey_newest")],
                        "constraints": [
                            models.UniqueConstraint(fields=("title", "ended_on"), name="voice_survey_once"),
                            models.CheckConstraint(
                                condition=models.Q(("answered__lte", models.F("sent"))), name="voice_survey_answered_at_most_sent"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SurveyQuestion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "survey",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="board.voicesurvey"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=300)),
                        (
                            "answers",
                            django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), size=None),
                        ),
                        (
                            "numbers",
                            django.contrib.postgres.fields.ArrayField(base_field=models.PositiveIntegerField(), size=None),
                        ),
                    ],
                    options={
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("survey", "position"), name="survey_question_position_once"),
                            models.CheckConstraint(
                                condition=models.Q(("answers__len", models.F("numbers__len")), ("answers__len__gte", 2)),
                                name="survey_question_number_for_each_answer",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TermsOfReference",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "group",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="terms", to="board.group"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField(help_text="Markdown.")),
                        ("from_on", models.DateField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("group", "number"), name="terms_of_reference_number_once_in_group")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ThemeEvent",
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
                                to="board.theme",
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
                        ("code", models.CharField(help_text="Short and lasting, such as F12.", max_length=12)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("message", "Message"), ("factor", "Factor"), ("feature", "Feature")], max_length=7
                            ),
                        ),
                        ("name", models.CharField(max_length=120)),
                        ("note", models.TextField(blank=True, help_text="What belongs to it and what does not.")),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="VoiceSurveyEvent",
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
                                to="board.voicesurvey",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("asked", models.CharField(help_text="Whom it asked.", max_length=200)),
                        ("service", models.CharField(blank=True, max_length=120)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("ended_on", models.DateField(help_text="The last day on which it could be answered.")),
                        ("sent", models.PositiveIntegerField(help_text="To how many it went.")),
                        ("answered", models.PositiveIntegerField(help_text="How many answered.")),
                        ("done", models.TextField(blank=True, help_text="What was done about what it says.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ActionChallenge",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "challenge",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="board.challenge"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="challenges", to="board.action"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("challenge", "action"), name="action_challenge_once")],
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
                    name="ActionCoOwner",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="co_owners", to="board.action"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("words", models.CharField(help_text="The person or post, as it was written.", max_length=150)),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("action", "position"), name="action_co_owner_place"),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False)),
                                fields=("action", "person"),
                                name="action_co_owner_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("person__isnull", True), ("agency__isnull", False), _connector="OR"),
                                name="action_co_owner_in_an_agency",
                            ),
                        ],
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
                        ("overruled_until", models.DateField(blank=True, null=True)),
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
                    name="ActionRecommendation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="board.recommendation"
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="board.action"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("recommendation", "action"), name="action_recommendation_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tags", to="board.action"
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.theme"),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["theme", "action"], name="action_theme_actions")],
                        "constraints": [models.UniqueConstraint(fields=("action", "theme"), name="action_theme_once")],
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("progress", "Progress note"),
                                    ("reported_done", "Reported done"),
                                    ("accepted", "Checked, and accepted as done"),
                                    ("sent_back", "Sent back: not done yet"),
                                ],
                                db_default="progress",
                                default="progress",
                                max_length=15,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "evidence_seen",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Of an action accepted as done: which evidence was seen, and where.",
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        (
                            "written_by",
                            models.ForeignKey(
                                help_text="Empty: whoever opened the sealed link.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_link",
                            models.OneToOneField(
                                blank=True,
                                help_text="A link takes one note.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.sealedlink",
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
                        (
                            "stated_rating",
                            models.CharField(
                                blank=True,
                                choices=[("blue", "Blue"), ("green", "Green"), ("amber", "Amber"), ("red", "Red")],
                                db_default="",
                                default="",
                                help_text="How a plan that came in as a file rated it that day.",
                                max_length=5,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["action", "-written_at"], name="action_update_latest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("written_at__isnull", False),
                                    models.Q(
                                        models.Q(("written_by__isnull", False), ("written_link__isnull", True)),
                                        models.Q(("written_by__isnull", True), ("written_link__isnull", False)),
                                        _connector="OR",
                                    ),
                                ),
                                name="action_update_written_at_and_by",
                            )
                        ],
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
                            "agenda_item",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The item of a meeting on which it was decided.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.agendaitem",
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
                            "stands_at",
                            models.TextField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Where it stands in the report: section and recommendation, in words.",
                            ),
                        ),
                        (
                            "agreement",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="The meeting or person that agreed it, in words.",
                                max_length=200,
                            ),
                        ),
                        ("why", models.TextField(blank=True, db_default="", default="", help_text="Why it matters.")),
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
                        (
                            "counted_from",
                            models.DateField(
                                blank=True, help_text="The day from which a class of deadline was counted.", null=True
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
                        (
                            "overruled_until",
                            models.DateField(
                                blank=True,
                                help_text="The last day of the rating that was set; without one, the date of the action.",
                                null=True,
                            ),
                        ),
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
                    name="AgendaItemEvent",
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
                                to="board.agendaitem",
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
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("minutes", "Minutes of the last meeting"),
                                    ("actions", "Actions that are due"),
                                    ("standing", "Standing item"),
                                    ("paper", "Paper or discussion"),
                                ],
                                default="paper",
                                max_length=8,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("lead", models.CharField(blank=True, max_length=150)),
                        ("minute", models.TextField(blank=True)),
                        ("decision", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ArrangementsEvent",
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
                                to="board.arrangements",
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
                            models.CharField(default=board.models.rows.new_board_reference, editable=False, max_length=20),
                        ),
                        ("number", models.CharField(help_text="As it is printed: 3.1.", max_length=20)),
                        ("title", models.CharField(max_length=200)),
                        ("agreed_on", models.DateField(help_text="The day of the meeting, where one agreed it.")),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Which agreed it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        ("published_on", models.DateField()),
                        ("in_force_from", models.DateField(help_text="Two versions never begin on one day.")),
                        ("changes", models.TextField(help_text="What changed since the version before.")),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ArrangementsStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("text", models.CharField(max_length=300)),
                        ("due_on", models.DateField()),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "arrangements",
                            models.ForeignKey(
                                blank=True,
                                help_text="The version to which it led; none: it leads to the next.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="board.arrangements",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("arrangements__isnull", True), ("done_on__isnull", False), _connector="OR"),
                                name="arrangements_step_done_when_it_led_to_a_version",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ArrangementsStepEvent",
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
                                to="board.arrangementsstep",
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
                        ("text", models.CharField(max_length=300)),
                        ("due_on", models.DateField()),
                        ("done_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        (
                            "arrangements",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The version to which it led; none: it leads to the next.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.arrangements",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AttendanceEvent",
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
                                to="board.attendance",
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
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.meeting",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.seat",
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("attended", "Attended"),
                                    ("deputy", "Sent a deputy"),
                                    ("apologies", "Sent apologies"),
                                    ("absent", "Did not attend"),
                                ],
                                max_length=9,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(blank=True, help_text="Who came, where the seat does not say it.", max_length=150),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BudgetLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(help_text="Financial year, such as 2025-26.", max_length=7)),
                        ("side", models.CharField(choices=[("income", "Income"), ("expenditure", "Expenditure")], max_length=11)),
                        ("position", models.PositiveSmallIntegerField(help_text="Its place in the table.")),
                        ("heading", models.CharField(help_text="The partner who gave, or what it was spent on.", max_length=100)),
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                help_text="Pounds and pence: what was received in money, or what was spent.",
                                max_digits=12,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("contribution", "Contribution of a partner"),
                                    ("grant", "Grant"),
                                    ("carried_forward", "Carried forward from the year before"),
                                ],
                                db_default="contribution",
                                default="contribution",
                                help_text="Of income.",
                                max_length=15,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who gave; none where it is no agency.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "pledged",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="What was promised.", max_digits=12, null=True
                            ),
                        ),
                        ("pledged_on", models.DateField(blank=True, null=True)),
                        (
                            "invoiced",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="What was asked for by invoice.", max_digits=12, null=True
                            ),
                        ),
                        ("invoiced_on", models.DateField(blank=True, null=True)),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "in_kind",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What a gift other than money is worth; it is in no total.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        ("in_kind_words", models.CharField(blank=True, db_default="", default="", max_length=200)),
                        (
                            "made_up",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="How much of what was received made up for what others did not give.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "heading_group",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Of expenditure: headings of one group have a sub-total.",
                                max_length=100,
                            ),
                        ),
                        (
                            "committed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What is ordered or promised to be spent.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "forecast",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What will have been spent at the end of the year.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        ("note", models.TextField(blank=True, db_default="", default="")),
                        ("version", models.PositiveIntegerField(db_default=1, default=1)),
                    ],
                    options={
                        "ordering": ["year", "side", "position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "side", "heading"), name="budget_line_heading_once"),
                            models.CheckConstraint(condition=models.Q(("amount__gte", 0)), name="budget_line_not_negative"),
                            models.CheckConstraint(
                                condition=models.Q(("year__regex", "^20\\d\\d-\\d\\d$")), name="budget_line_year_label"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pledged__isnull", True), ("pledged__gte", 0), _connector="OR"),
                                    models.Q(("invoiced__isnull", True), ("invoiced__gte", 0), _connector="OR"),
                                    models.Q(("in_kind__isnull", True), ("in_kind__gte", 0), _connector="OR"),
                                    models.Q(("made_up__isnull", True), ("made_up__gte", 0), _connector="OR"),
                                    models.Q(("committed__isnull", True), ("committed__gte", 0), _connector="OR"),
                                    models.Q(("forecast__isnull", True), ("forecast__gte", 0), _connector="OR"),
                                ),
                                name="budget_line_no_part_negative",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("heading_group", ""), ("side", "expenditure"), _connector="OR"),
                                name="budget_line_only_spending_in_groups",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("made_up__isnull", True), ("made_up__lte", models.F("amount")), _connector="OR"
                                ),
                                name="budget_line_made_up_from_what_came",
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
                        (
                            "amount",
                            models.DecimalField(
                                decimal_places=2,
                                help_text="Pounds and pence: what was received in money, or what was spent.",
                                max_digits=12,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("contribution", "Contribution of a partner"),
                                    ("grant", "Grant"),
                                    ("carried_forward", "Carried forward from the year before"),
                                ],
                                db_default="contribution",
                                default="contribution",
                                help_text="Of income.",
                                max_length=15,
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who gave; none where it is no agency.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "pledged",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="What was promised.", max_digits=12, null=True
                            ),
                        ),
                        ("pledged_on", models.DateField(blank=True, null=True)),
                        (
                            "invoiced",
                            models.DecimalField(
                                blank=True, decimal_places=2, help_text="What was asked for by invoice.", max_digits=12, null=True
                            ),
                        ),
                        ("invoiced_on", models.DateField(blank=True, null=True)),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "in_kind",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What a gift other than money is worth; it is in no total.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        ("in_kind_words", models.CharField(blank=True, db_default="", default="", max_length=200)),
                        (
                            "made_up",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="How much of what was received made up for what others did not give.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "heading_group",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Of expenditure: headings of one group have a sub-total.",
                                max_length=100,
                            ),
                        ),
                        (
                            "committed",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What is ordered or promised to be spent.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        (
                            "forecast",
                            models.DecimalField(
                                blank=True,
                                decimal_places=2,
                                help_text="What will have been spent at the end of the year.",
                                max_digits=12,
                                null=True,
                            ),
                        ),
                        ("note", models.TextField(blank=True, db_default="", default="")),
                        ("version", models.PositiveIntegerField(db_default=1, default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetyear",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_stays_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."closed_at" IS NOT NULL AND (NEW."closed_at" IS NOT NULL OR NEW."reopened_at" IS NOT DISTINCT FROM (OLD."reopened_at")))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="54e828963502e3b7a55a4d0d1f1ecbee07e44501",
                            operation="UPDATE",
                            pgid="pgtrigger_closed_stays_closed_9048d",
                            table="board_budgetyear",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetyear",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f93bfec9f987ffa9a3b248eb0252894d463b384c",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c7a26",
                            table="board_budgetyear",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetyear",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_budgetyearevent" ("approved_at", "approved_by", "closed_at", "closed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reopened_at", "reopened_by", "reopened_reason", "stated_expenditure", "stated_income", "value_for_money", "version", "year") VALUES (NEW."approved_at", NEW."approved_by", NEW."closed_at", NEW."closed_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reopened_at", NEW."reopened_by", NEW."reopened_reason", NEW."stated_expenditure", NEW."stated_income", NEW."value_for_money", NEW."version", NEW."year"); RETURN NULL;',
                            hash="6aa676e77ca5ba638a81b6a6b3d8bfc61e85bf81",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6ef3",
                            table="board_budgetyear",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetyear",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_budgetyearevent" ("approved_at", "approved_by", "closed_at", "closed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reopened_at", "reopened_by", "reopened_reason", "stated_expenditure", "stated_income", "value_for_money", "version", "year") VALUES (NEW."approved_at", NEW."approved_by", NEW."closed_at", NEW."closed_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reopened_at", NEW."reopened_by", NEW."reopened_reason", NEW."stated_expenditure", NEW."stated_income", NEW."value_for_money", NEW."version", NEW."year"); RETURN NULL;',
                            hash="d63064316fc02796977287ee1411b33c9a7ea141",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_53841",
                            table="board_budgetyear",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chaserule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_chaseruleevent" ("about", "days", "ended_at", "ended_by", "every", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to", "version") VALUES (NEW."about", NEW."days", NEW."ended_at", NEW."ended_by", NEW."every", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to", NEW."version"); RETURN NULL;',
                            hash="16f23d5ebd5e1f9209075cbe9fa370eb045ef12f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_83b8f",
                            table="board_chaserule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chaserule",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_chaseruleevent" ("about", "days", "ended_at", "ended_by", "every", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to", "version") VALUES (NEW."about", NEW."days", NEW."ended_at", NEW."ended_by", NEW."every", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to", NEW."version"); RETURN NULL;',
                            hash="010f7dd8ffecafcb78b96fd213aa563792ba0e36",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31ec2",
                            table="board_chaserule",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="group",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_groupevent" ("from_on", "id", "kind", "meets", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "quorum", "reference", "to_on") VALUES (NEW."from_on", NEW."id", NEW."kind", NEW."meets", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."purpose", NEW."quorum", NEW."reference", NEW."to_on"); RETURN NULL;',
                            hash="8a820e87f3a05137e2492681228719f47772baf1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8d79b",
                            table="board_group",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="group",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_groupevent" ("from_on", "id", "kind", "meets", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "quorum", "reference", "to_on") VALUES (NEW."from_on", NEW."id", NEW."kind", NEW."meets", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."purpose", NEW."quorum", NEW."reference", NEW."to_on"); RETURN NULL;',
                            hash="f547f56bcfead7e2ee8f7932ff3215802fbdb881",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc59f",
                            table="board_group",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dc1b0ad8dbdd716d55f2d263824e36cb0197f661",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_f468e",
                            table="board_letter",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_letterevent" ("closed_on", "closed_reason", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reply_due_on", "sent_on", "signatories", "text", "title", "version") VALUES (NEW."closed_on", NEW."closed_reason", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."reply_due_on", NEW."sent_on", NEW."signatories", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="82636cf2406fe69d9eb6329d2133aea1a767e6fd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2f73d",
                            table="board_letter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_letterevent" ("closed_on", "closed_reason", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reply_due_on", "sent_on", "signatories", "text", "title", "version") VALUES (NEW."closed_on", NEW."closed_reason", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."reply_due_on", NEW."sent_on", NEW."signatories", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="3e2e787c709a5aef5e4931a58bfb5c4f1f579280",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_371af",
                            table="board_letter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recordpast",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a90b509dcb84fcc7d469379b387f0c865242c9d3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_64eaa",
                            table="board_recordpast",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="theme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_themeevent" ("code", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "retired_by", "version") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."retired_at", NEW."retired_by", NEW."version"); RETURN NULL;',
                            hash="1ec218e154ffcb91538a4eb502d18459a19c3d49",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_21d20",
                            table="board_theme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="theme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_themeevent" ("code", "id", "kind", "name", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired_at", "retired_by", "version") VALUES (NEW."code", NEW."id", NEW."kind", NEW."name", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."retired_at", NEW."retired_by", NEW."version"); RETURN NULL;',
                            hash="016fee0d97833ad05ba67aa006c94fcb8a34fada",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_692cc",
                            table="board_theme",
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
                    model_name="arrangementsstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_arrangementsstepevent" ("arrangements_id", "done_on", "due_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."arrangements_id", NEW."done_on", NEW."due_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="8d9107b68e28385eb0e83a895e90fd5693eb3abe",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6ab6c",
                            table="board_arrangementsstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangementsstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_arrangementsstepevent" ("arrangements_id", "done_on", "due_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."arrangements_id", NEW."done_on", NEW."due_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="bd48a2425006268ba2de62bd6c615993014ac7f2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3ee3b",
                            table="board_arrangementsstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangementsstepevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6eba980828262b17532a6fa8308de38611e29d8e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2c7cd",
                            table="board_arrangementsstepevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="locked_when_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\nIF EXISTS (SELECT 1 FROM board_budgetyear WHERE year IN (OLD.year, NEW.year) AND closed_at IS NOT NULL) THEN\n    RAISE EXCEPTION 'The budget of a closed year stays as it is.';\nEND IF;\nIF TG_OP = 'DELETE' THEN RETURN OLD; END IF;\nRETURN NEW;\n",
                            hash="bf07814d43d0ed5320984e1b3a8ce969ff3a4b9e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_locked_when_closed_01dd3",
                            table="board_budgetline",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="budgetline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_budgetlineevent" ("agency_id", "amount", "committed", "forecast", "heading", "heading_group", "id", "in_kind", "in_kind_words", "invoiced", "invoiced_on", "made_up", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged", "pledged_on", "position", "received_on", "side", "source", "version", "year") VALUES (NEW."agency_id", NEW."amount", NEW."committed", NEW."forecast", NEW."heading", NEW."heading_group", NEW."id", NEW."in_kind", NEW."in_kind_words", NEW."invoiced", NEW."invoiced_on", NEW."made_up", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pledged", NEW."pledged_on", NEW."position", NEW."received_on", NEW."side", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="c1665b861ba83fd120e77fc351a0c09e1b522dcc",
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
                            func='INSERT INTO "board_budgetlineevent" ("agency_id", "amount", "committed", "forecast", "heading", "heading_group", "id", "in_kind", "in_kind_words", "invoiced", "invoiced_on", "made_up", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged", "pledged_on", "position", "received_on", "side", "source", "version", "year") VALUES (NEW."agency_id", NEW."amount", NEW."committed", NEW."forecast", NEW."heading", NEW."heading_group", NEW."id", NEW."in_kind", NEW."in_kind_words", NEW."invoiced", NEW."invoiced_on", NEW."made_up", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pledged", NEW."pledged_on", NEW."position", NEW."received_on", NEW."side", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="5e09c1de9389e72bce89fc7eff2fef1adb87b9fa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b4031",
                            table="board_budgetline",
                            when="AFTER",
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
                    model_name="budgetyearevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c7937bcbb10b2d6d6b0b90a88b6caf66b5eb49c6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3330f",
                            table="board_budgetyearevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="challengeentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ab26d5956563fd5c922d871c82935235b13e0602",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b2d92",
                            table="board_challengeentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chaseruleevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4efae75bd4d65da03c5bd804f71e05b711cb45eb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a71ed",
                            table="board_chaseruleevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedback",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="178d4eb7bdc2c3f34a11c64e1bc81a571b1f91e6",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_00cbb",
                            table="board_feedback",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedback",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_feedbackevent" ("age_band", "agency_id", "checked_at", "checked_by_id", "consent", "consent_on", "consent_uses", "done", "done_on", "done_who", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_words", "reference", "said_on", "service", "shared_at", "shared_by", "speaker", "summary", "taken_at", "taken_by_id", "taken_for_id", "told", "told_note", "told_on", "version", "way", "words", "words_key", "written_at", "written_by_id") VALUES (NEW."age_band", NEW."agency_id", NEW."checked_at", NEW."checked_by_id", NEW."consent", NEW."consent_on", NEW."consent_uses", NEW."done", NEW."done_on", NEW."done_who", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."public_words", NEW."reference", NEW."said_on", NEW."service", NEW."shared_at", NEW."shared_by", NEW."speaker", NEW."summary", NEW."taken_at", NEW."taken_by_id", NEW."taken_for_id", NEW."told", NEW."told_note", NEW."told_on", NEW."version", NEW."way", NEW."words", NEW."words_key", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="da99eca0b08a92d4c9febb239e3dede535a04946",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b292a",
                            table="board_feedback",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedback",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_feedbackevent" ("age_band", "agency_id", "checked_at", "checked_by_id", "consent", "consent_on", "consent_uses", "done", "done_on", "done_who", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_words", "reference", "said_on", "service", "shared_at", "shared_by", "speaker", "summary", "taken_at", "taken_by_id", "taken_for_id", "told", "told_note", "told_on", "version", "way", "words", "words_key", "written_at", "written_by_id") VALUES (NEW."age_band", NEW."agency_id", NEW."checked_at", NEW."checked_by_id", NEW."consent", NEW."consent_on", NEW."consent_uses", NEW."done", NEW."done_on", NEW."done_who", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."public_words", NEW."reference", NEW."said_on", NEW."service", NEW."shared_at", NEW."shared_by", NEW."speaker", NEW."summary", NEW."taken_at", NEW."taken_by_id", NEW."taken_for_id", NEW."told", NEW."told_note", NEW."told_on", NEW."version", NEW."way", NEW."words", NEW."words_key", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="ef0f2f0aab5134f45aeaddc60ec9e61e1b19df44",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dcadb",
                            table="board_feedback",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedbackconsent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="61ea7efbe5cec9c4bdb2156f2e88358fb0863b02",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7e3f1",
                            table="board_feedbackconsent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedbackevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="78b1c78b547b64c9948c42ad9a3fca071675c51c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fdc9b",
                            table="board_feedbackevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedbackuse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_feedbackuseevent" ("feedback_id", "given_at", "given_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "taken_out_on", "title", "use") VALUES (NEW."feedback_id", NEW."given_at", NEW."given_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."taken_out_on", NEW."title", NEW."use"); RETURN NULL;',
                            hash="17fde2ec90638dd390c9b0d3830482c5cf4af487",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2e21b",
                            table="board_feedbackuse",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedbackuse",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_feedbackuseevent" ("feedback_id", "given_at", "given_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "taken_out_on", "title", "use") VALUES (NEW."feedback_id", NEW."given_at", NEW."given_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."taken_out_on", NEW."title", NEW."use"); RETURN NULL;',
                            hash="a381898127b784cf30adddb5b23a15fb09761d77",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_03689",
                            table="board_feedbackuse",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="feedbackuseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1e488edfccf3c55b7570cb2f0281e25c6bdfd4e9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b05c8",
                            table="board_feedbackuseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8fe20292aa9301e85e19006f2fbe1461a595c3a2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_96049",
                            table="board_groupevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="eb10365912e9a2fde2732bebd9a091627a98199e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e9dab",
                            table="board_groupline",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_grouplineevent" ("from_on", "group_id", "id", "kind", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on") VALUES (NEW."from_on", NEW."group_id", NEW."id", NEW."kind", NEW."other_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to_on"); RETURN NULL;',
                            hash="7a5b44d8374a229a3a459328d372f25c2529cacc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b50a0",
                            table="board_groupline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="groupline",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_grouplineevent" ("from_on", "group_id", "id", "kind", "other_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_on") VALUES (NEW."from_on", NEW."group_id", NEW."id", NEW."kind", NEW."other_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to_on"); RETURN NULL;',
                            hash="c5ab6cf608a4086eacf2cabd5db507ae87742742",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8ebfd",
                            table="board_groupline",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="grouplineevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="27efaf044c23e31089cdd2064e46490b7685ff17",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f35af",
                            table="board_grouplineevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letteraddressee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_letteraddresseeevent" ("agency_id", "channel", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "replied_on", "replier", "reply", "reply_words", "request_id", "sent_on", "version", "words") VALUES (NEW."agency_id", NEW."channel", NEW."id", NEW."letter_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."replied_on", NEW."replier", NEW."reply", NEW."reply_words", NEW."request_id", NEW."sent_on", NEW."version", NEW."words"); RETURN NULL;',
                            hash="cf6f55bc32165228525fe809bc7ad8374656aead",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_da987",
                            table="board_letteraddressee",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letteraddressee",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_letteraddresseeevent" ("agency_id", "channel", "id", "letter_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "replied_on", "replier", "reply", "reply_words", "request_id", "sent_on", "version", "words") VALUES (NEW."agency_id", NEW."channel", NEW."id", NEW."letter_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."replied_on", NEW."replier", NEW."reply", NEW."reply_words", NEW."request_id", NEW."sent_on", NEW."version", NEW."words"); RETURN NULL;',
                            hash="7d53c82ed97114b10a1c1c0b94f327c85da01cf7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_224c4",
                            table="board_letteraddressee",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letteraddresseeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="68a1df5b2b41b257898cb4fb859377413ac64ebd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0a250",
                            table="board_letteraddresseeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="letterevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97547496b84b5ee7b83d89739f4b52c5556944bb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5be4f",
                            table="board_letterevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9f66d3f6b518820a887e7fcd73fdb3b9e5f27a98",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_7f54e",
                            table="board_meeting",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_meetingevent" ("approved_at", "approved_by", "cancelled_reason", "ends_at", "group_id", "id", "invited_at", "invited_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "sequence", "starts_at", "state", "version") VALUES (NEW."approved_at", NEW."approved_by", NEW."cancelled_reason", NEW."ends_at", NEW."group_id", NEW."id", NEW."invited_at", NEW."invited_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."reference", NEW."sequence", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                            hash="1acf8657aefd03d23dce585823c9322b12ad28d4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ab899",
                            table="board_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_meetingevent" ("approved_at", "approved_by", "cancelled_reason", "ends_at", "group_id", "id", "invited_at", "invited_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "sequence", "starts_at", "state", "version") VALUES (NEW."approved_at", NEW."approved_by", NEW."cancelled_reason", NEW."ends_at", NEW."group_id", NEW."id", NEW."invited_at", NEW."invited_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."reference", NEW."sequence", NEW."starts_at", NEW."state", NEW."version"); RETURN NULL;',
                            hash="5fff8cea5b88ad4a5ec63bb807c49386247fdf00",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4187f",
                            table="board_meeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="challengeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06a0a424afcdd60295de459e7c57b84e2fb14cbf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a7128",
                            table="board_challengeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="challenge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f8185e71c6147da112108f1afe321270e76f4f4f",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_63e6e",
                            table="board_challenge",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="challenge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_challengeevent" ("about_agency_id", "answered_on", "asked_for", "id", "in_report", "meeting_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "raiser", "raiser_agency_id", "raiser_kind", "reference", "response_due_on", "text", "title", "version") VALUES (NEW."about_agency_id", NEW."answered_on", NEW."asked_for", NEW."id", NEW."in_report", NEW."meeting_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_on", NEW."raiser", NEW."raiser_agency_id", NEW."raiser_kind", NEW."reference", NEW."response_due_on", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="eb0db79fdcb75ca21650c1ec0fdc7502f490dea4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_cb912",
                            table="board_challenge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="challenge",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_challengeevent" ("about_agency_id", "answered_on", "asked_for", "id", "in_report", "meeting_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "raiser", "raiser_agency_id", "raiser_kind", "reference", "response_due_on", "text", "title", "version") VALUES (NEW."about_agency_id", NEW."answered_on", NEW."asked_for", NEW."id", NEW."in_report", NEW."meeting_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_on", NEW."raiser", NEW."raiser_agency_id", NEW."raiser_kind", NEW."reference", NEW."response_due_on", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="6d04bc29b522a090c818ce6f316f08bb3ced4455",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0901c",
                            table="board_challenge",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangementsevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="39f4c16af72939e0c2565540f680e55db5fd3c88",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1de63",
                            table="board_arrangementsevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangements",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2b99f08d84a027a683374dcd2a31932332b7e50e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_de283",
                            table="board_arrangements",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangements",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_arrangementsevent" ("agreed_on", "changes", "id", "in_force_from", "meeting_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "reference", "title", "version") VALUES (NEW."agreed_on", NEW."changes", NEW."id", NEW."in_force_from", NEW."meeting_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."reference", NEW."title", NEW."version"); RETURN NULL;',
                            hash="a8f721ae6f4d5890b2f83f89036ce8c493bcb807",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_35893",
                            table="board_arrangements",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="arrangements",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_arrangementsevent" ("agreed_on", "changes", "id", "in_force_from", "meeting_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "reference", "title", "version") VALUES (NEW."agreed_on", NEW."changes", NEW."id", NEW."in_force_from", NEW."meeting_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."reference", NEW."title", NEW."version"); RETURN NULL;',
                            hash="940d5ab2fe4cced07f5dfd76ecaef6e1b70c43d5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_906d8",
                            table="board_arrangements",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitemevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="238e58cea48c7e1d75f0adb7f73ed7d3d4edde9b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e264a",
                            table="board_agendaitemevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_agendaitemevent" ("decision", "id", "kind", "lead", "meeting_id", "minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."decision", NEW."id", NEW."kind", NEW."lead", NEW."meeting_id", NEW."minute", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="cf0cdc4cc5bf92784372fe2cf3a16d3be2c7783f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c6fb2",
                            table="board_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agendaitem",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_agendaitemevent" ("decision", "id", "kind", "lead", "meeting_id", "minute", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title") VALUES (NEW."decision", NEW."id", NEW."kind", NEW."lead", NEW."meeting_id", NEW."minute", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."title"); RETURN NULL;',
                            hash="15af311fd5b20eb8e1b81824d01c01ebacbc5c44",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7467f",
                            table="board_agendaitem",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="meetingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="663a27a135a114d3ffd7a0429075abc4b45f10dd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46539",
                            table="board_meetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestoneevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="99f9aac4f3a80b4127515990c3d95e62246914ee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_60a79",
                            table="board_milestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f4cc2914c637a2c948f585c34adf878d850dd687",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_9fdb0",
                            table="board_milestone",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_milestoneevent" ("due_on", "earlier_id", "id", "met_on", "missed_on", "missed_reason", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "text", "version") VALUES (NEW."due_on", NEW."earlier_id", NEW."id", NEW."met_on", NEW."missed_on", NEW."missed_reason", NEW."objective_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."text", NEW."version"); RETURN NULL;',
                            hash="157315901bc1d2a50b0cc207a65e25eb0cf4f324",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3637d",
                            table="board_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="milestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_milestoneevent" ("due_on", "earlier_id", "id", "met_on", "missed_on", "missed_reason", "objective_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "text", "version") VALUES (NEW."due_on", NEW."earlier_id", NEW."id", NEW."met_on", NEW."missed_on", NEW."missed_reason", NEW."objective_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."text", NEW."version"); RETURN NULL;',
                            hash="d6f5dbe833f3850551948efb2fdcd58409d65c4e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_94717",
                            table="board_milestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objectiveposition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dd05af1a0ca1dc2cf4c95c741980e7ad786fbdd0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_105e8",
                            table="board_objectiveposition",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="businessplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="423a7419d7c022cb28230032cbf7608329d7a384",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7c172",
                            table="board_businessplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="businessplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="closed_stays_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.\"state\" = 'closed')",
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="4e3c93352d406c32ef12611283ba1fc973a3a35c",
                            operation="UPDATE",
                            pgid="pgtrigger_closed_stays_closed_e4e9d",
                            table="board_businessplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="businessplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="90079ad4557bf758aef91fa075919ffea00d730e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_fdd60",
                            table="board_businessplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="businessplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_businessplanevent" ("action_plan_id", "agreed_at", "agreed_by", "agreed_on", "closed_at", "closed_by", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "title", "version", "year") VALUES (NEW."action_plan_id", NEW."agreed_at", NEW."agreed_by", NEW."agreed_on", NEW."closed_at", NEW."closed_by", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."state", NEW."title", NEW."version", NEW."year"); RETURN NULL;',
                            hash="4d0143f60d398a443777e9c2f1d8ed10d87f694c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_74b59",
                            table="board_businessplan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="businessplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_businessplanevent" ("action_plan_id", "agreed_at", "agreed_by", "agreed_on", "closed_at", "closed_by", "id", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "state", "title", "version", "year") VALUES (NEW."action_plan_id", NEW."agreed_at", NEW."agreed_by", NEW."agreed_on", NEW."closed_at", NEW."closed_by", NEW."id", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."state", NEW."title", NEW."version", NEW."year"); RETURN NULL;',
                            hash="209d17be2e08bae564ff44b022bc5286dfaa58d4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_183e1",
                            table="board_businessplan",
                            when="AFTER",
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
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "agenda_item_id", "agreement", "amber_from", "check_again_on", "counted_from", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "overruled_until", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "stands_at", "state", "success_measure", "text", "version", "why") VALUES (NEW."added_on", NEW."agency_id", NEW."agenda_item_id", NEW."agreement", NEW."amber_from", NEW."check_again_on", NEW."counted_from", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."overruled_until", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."stands_at", NEW."state", NEW."success_measure", NEW."text", NEW."version", NEW."why"); RETURN NULL;',
                            hash="4e271433ed9281c45aedc803f5a5a45ae7958f36",
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
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "agenda_item_id", "agreement", "amber_from", "check_again_on", "counted_from", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "overruled_until", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "stands_at", "state", "success_measure", "text", "version", "why") VALUES (NEW."added_on", NEW."agency_id", NEW."agenda_item_id", NEW."agreement", NEW."amber_from", NEW."check_again_on", NEW."counted_from", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."overruled_until", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."stands_at", NEW."state", NEW."success_measure", NEW."text", NEW."version", NEW."why"); RETURN NULL;',
                            hash="7e436bdee3f397c8e79bed537a20cd43b5d76a8f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_730f4",
                            table="board_action",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="638623d4bb3e2793a4d2c90027bb679bb8f0c2df",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c0a9d",
                            table="board_planpriority",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_planpriorityevent" ("business_plan_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version", "why") VALUES (NEW."business_plan_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."version", NEW."why"); RETURN NULL;',
                            hash="365f23138321777da11b742c0119457422213a78",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4de37",
                            table="board_planpriority",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planpriority",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_planpriorityevent" ("business_plan_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "version", "why") VALUES (NEW."business_plan_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."version", NEW."why"); RETURN NULL;',
                            hash="92e0ed5abfc198fede93dc11229074a179f2df57",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d90a3",
                            table="board_planpriority",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objectiveevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="890db0fdf6536354b634dac69b6951fbb757fca3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cee6f",
                            table="board_objectiveevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objective",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="21bf573650ccb33a25ed0be08274aa7047264dbb",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c775b",
                            table="board_objective",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objective",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_objectiveevent" ("added_on", "agency_id", "decided_at", "decided_by", "decision", "decision_reason", "earlier_id", "ended_on", "figures", "group_id", "id", "moves", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "reference", "text", "version", "wanted") VALUES (NEW."added_on", NEW."agency_id", NEW."decided_at", NEW."decided_by", NEW."decision", NEW."decision_reason", NEW."earlier_id", NEW."ended_on", NEW."figures", NEW."group_id", NEW."id", NEW."moves", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority_id", NEW."reference", NEW."text", NEW."version", NEW."wanted"); RETURN NULL;',
                            hash="f54d4f4aba9b809c8587c6cd936d2ea89d659b8f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9a4d4",
                            table="board_objective",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="objective",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_objectiveevent" ("added_on", "agency_id", "decided_at", "decided_by", "decision", "decision_reason", "earlier_id", "ended_on", "figures", "group_id", "id", "moves", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority_id", "reference", "text", "version", "wanted") VALUES (NEW."added_on", NEW."agency_id", NEW."decided_at", NEW."decided_by", NEW."decision", NEW."decision_reason", NEW."earlier_id", NEW."ended_on", NEW."figures", NEW."group_id", NEW."id", NEW."moves", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority_id", NEW."reference", NEW."text", NEW."version", NEW."wanted"); RETURN NULL;',
                            hash="3397c487518dab9f5a0adda854b43c130053551e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cb9c3",
                            table="board_objective",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planpriorityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3f693a35714386b44e289800dbfc56af2dd6ad5d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13c71",
                            table="board_planpriorityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0be75aefb96cb75c803d8c42872a68facaaac122",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_7da56",
                            table="board_policy",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_policyevent" ("agency_id", "audience", "code", "group_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "replacement_id", "review_due_on", "summary", "title", "version", "withdrawn_on", "withdrawn_reason") VALUES (NEW."agency_id", NEW."audience", NEW."code", NEW."group_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."replacement_id", NEW."review_due_on", NEW."summary", NEW."title", NEW."version", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="1990172fe677f38d8e1aaf3d1e11df03ee3d69fc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_42ccf",
                            table="board_policy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_policyevent" ("agency_id", "audience", "code", "group_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "replacement_id", "review_due_on", "summary", "title", "version", "withdrawn_on", "withdrawn_reason") VALUES (NEW."agency_id", NEW."audience", NEW."code", NEW."group_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."replacement_id", NEW."review_due_on", NEW."summary", NEW."title", NEW."version", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="7ce7b49315c4500a5bf6f3b0c7b93e34689b67bc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_623c3",
                            table="board_policy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0dd4178c3e05ccabe690b95f23265fda6dfeb91a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a92ae",
                            table="board_policyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0fba5f83af393e151010b46e185a6233861b07cc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_eaadc",
                            table="board_policyversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="policyreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="112bfb953ff47ca402845930ca5d92ce8f503a39",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6b93b",
                            table="board_policyreview",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_recommendationevent" ("added_on", "agency_id", "group_id", "id", "made_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "reference", "responded_at", "responded_by", "response", "response_reason", "source", "source_reference", "source_title", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."group_id", NEW."id", NEW."made_on", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."priority", NEW."reference", NEW."responded_at", NEW."responded_by", NEW."response", NEW."response_reason", NEW."source", NEW."source_reference", NEW."source_title", NEW."text", NEW."version"); RETURN NULL;',
                            hash="f690bec3c6c35c39b36835380e168b305397ea39",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f63bf",
                            table="board_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_recommendationevent" ("added_on", "agency_id", "group_id", "id", "made_on", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "priority", "reference", "responded_at", "responded_by", "response", "response_reason", "source", "source_reference", "source_title", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."group_id", NEW."id", NEW."made_on", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."priority", NEW."reference", NEW."responded_at", NEW."responded_by", NEW."response", NEW."response_reason", NEW."source", NEW."source_reference", NEW."source_title", NEW."text", NEW."version"); RETURN NULL;',
                            hash="e2d4076f2222c43cda920d5524aac7256f33af5d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c57b2",
                            table="board_recommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="recommendationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="feef4475a685f6142f28e95f75313347e4162b90",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_29a93",
                            table="board_recommendationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="890b9afc30f3d8c7d3fd94a00581411064b450dd",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_f414b",
                            table="board_reform",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_reformevent" ("added_on", "agency_id", "announced_on", "asks", "id", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "state", "title", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."announced_on", NEW."asks", NEW."id", NEW."lead", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."source", NEW."state", NEW."title", NEW."version"); RETURN NULL;',
                            hash="6c10b946bc6c12f29a5172defcb13ecc8d2db4c3",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d0f1",
                            table="board_reform",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_reformevent" ("added_on", "agency_id", "announced_on", "asks", "id", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "source", "state", "title", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."announced_on", NEW."asks", NEW."id", NEW."lead", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."source", NEW."state", NEW."title", NEW."version"); RETURN NULL;',
                            hash="b3fe59fd84c54784cf0933774204f40d4fb6bfac",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_83c64",
                            table="board_reform",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reformentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2c3df1d0349317d4026a4869a17088b7fa983ca2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d1b15",
                            table="board_reformentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reformevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b1c583749eedd515ae9147365857bc2a3e37bbb7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f9726",
                            table="board_reformevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reformmilestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_reformmilestoneevent" ("done_on", "due_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reform_id", "text", "version") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reform_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="99f0c3d1ef3ffff438795ff7e1bb89a414562290",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0b50b",
                            table="board_reformmilestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reformmilestone",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_reformmilestoneevent" ("done_on", "due_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reform_id", "text", "version") VALUES (NEW."done_on", NEW."due_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reform_id", NEW."text", NEW."version"); RETURN NULL;',
                            hash="c687a124df6f7d3f5fa2725ad0ca0f46cb0523c4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_54efe",
                            table="board_reformmilestone",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reformmilestoneevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0f517e7d31e8bf4ba7527b76e1815be38a293427",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5a5df",
                            table="board_reformmilestoneevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="08dfefb1acd1c1dad9873c4e7acfa31e82f1aedd",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ba171",
                            table="board_risk",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_riskevent" ("agency_id", "cause", "closed_on", "closed_reason", "consequence", "controls", "id", "lead", "number", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_due_on", "target_score", "title", "version") VALUES (NEW."agency_id", NEW."cause", NEW."closed_on", NEW."closed_reason", NEW."consequence", NEW."controls", NEW."id", NEW."lead", NEW."number", NEW."opened_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."review_due_on", NEW."target_score", NEW."title", NEW."version"); RETURN NULL;',
                            hash="6cca1184519b7ac8465e81f45e9b8937fa2c5960",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_bd54c",
                            table="board_risk",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="risk",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_riskevent" ("agency_id", "cause", "closed_on", "closed_reason", "consequence", "controls", "id", "lead", "number", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_due_on", "target_score", "title", "version") VALUES (NEW."agency_id", NEW."cause", NEW."closed_on", NEW."closed_reason", NEW."consequence", NEW."controls", NEW."id", NEW."lead", NEW."number", NEW."opened_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."review_due_on", NEW."target_score", NEW."title", NEW."version"); RETURN NULL;',
                            hash="b8164ca66d3333634eadd67122a7c932be20ac37",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_88d87",
                            table="board_risk",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ba1127f4c795a996195eb25491b6af600d23aa57",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ea5bb",
                            table="board_riskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskreopening",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6848a318d1ed5dc857e9f28466a983641c00cf30",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9974f",
                            table="board_riskreopening",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="riskscore",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8fe334e975b7d5bf4965b2fbad0859974222f594",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f08e9",
                            table="board_riskscore",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="rulechase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8b89f8c84f82b4cd059f2d85b0b9c46ca403980a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_608f1",
                            table="board_rulechase",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinynote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="3e08c43fc0ca5c0ae551cb27531ecc0d56ab94f7",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_21882",
                            table="board_scrutinynote",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinynote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_scrutinynoteevent" ("agency_id", "challenge_id", "happened_on", "id", "keeper_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "report_words", "shared_at", "text", "title", "version") VALUES (NEW."agency_id", NEW."challenge_id", NEW."happened_on", NEW."id", NEW."keeper_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."reference", NEW."report_words", NEW."shared_at", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="a382b8823ff16579bfb3f8c1ab68669ef027357a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_8cf2b",
                            table="board_scrutinynote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinynote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_scrutinynoteevent" ("agency_id", "challenge_id", "happened_on", "id", "keeper_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "report_words", "shared_at", "text", "title", "version") VALUES (NEW."agency_id", NEW."challenge_id", NEW."happened_on", NEW."id", NEW."keeper_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."reference", NEW."report_words", NEW."shared_at", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="801ebf736c4bd566064fdb2493dae5652e5616a3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7e26f",
                            table="board_scrutinynote",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinynoteevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="36144d7b115eb18834fa2561c1796cfe2950eb04",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_95fad",
                            table="board_scrutinynoteevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinystatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="609569e9cf90cc9bebdb0ea489dc06c4be341aaa",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e69c5",
                            table="board_scrutinystatement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinystatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_scrutinystatementevent" ("id", "in_report", "keeper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "written_at", "year") VALUES (NEW."id", NEW."in_report", NEW."keeper_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."version", NEW."written_at", NEW."year"); RETURN NULL;',
                            hash="35b472e6f6389ee35fa791d6ea7e514df1560058",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_0d108",
                            table="board_scrutinystatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinystatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_scrutinystatementevent" ("id", "in_report", "keeper_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version", "written_at", "year") VALUES (NEW."id", NEW."in_report", NEW."keeper_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."version", NEW."written_at", NEW."year"); RETURN NULL;',
                            hash="d0b93b180a00aa5a24e039bb534f8783923baef5",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fb95f",
                            table="board_scrutinystatement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinystatementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a37e51a7c0cb728092c63421870c60a4b8c67eca",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_36fac",
                            table="board_scrutinystatementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ac81c66cb8dcf7a3580673ecd167a815afb0aefb",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_36701",
                            table="board_seat",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_seatevent" ("agency_id", "counts", "from_on", "group_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "to_on") VALUES (NEW."agency_id", NEW."counts", NEW."from_on", NEW."group_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title", NEW."to_on"); RETURN NULL;',
                            hash="4a0da3125bac36199d003953e1c2875625f57b52",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_29aee",
                            table="board_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_seatevent" ("agency_id", "counts", "from_on", "group_id", "id", "part", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title", "to_on") VALUES (NEW."agency_id", NEW."counts", NEW."from_on", NEW."group_id", NEW."id", NEW."part", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title", NEW."to_on"); RETURN NULL;',
                            hash="2f14221e1f60889d73a831c46a61105c173e7dbb",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da9f3",
                            table="board_seat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendanceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f8d8df5d6707eb14fcdd8c317d2c63eae57677c3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d1242",
                            table="board_attendanceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_attendanceevent" ("how", "id", "meeting_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id") VALUES (NEW."how", NEW."id", NEW."meeting_id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seat_id"); RETURN NULL;',
                            hash="f7e5995a6d8ada229d69661c22a1a2a965637aae",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fafb6",
                            table="board_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="attendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_attendanceevent" ("how", "id", "meeting_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id") VALUES (NEW."how", NEW."id", NEW."meeting_id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seat_id"); RETURN NULL;',
                            hash="dcd7bfb6245f7333ef74f723120fcaedec8c0acd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4df08",
                            table="board_attendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="41f44eb7202f8d0bf9c041c3bb60c05d94254bb1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c40ee",
                            table="board_seatevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2d52ac2186676d8e16c32e3098a42ad1c6ad1c25",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_f64da",
                            table="board_seatholding",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_seatholdingevent" ("deputy", "from_on", "id", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "to_on") VALUES (NEW."deputy", NEW."from_on", NEW."id", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."seat_id", NEW."to_on"); RETURN NULL;',
                            hash="4209d283845a1603302dc5cc950b97dad48b9bf2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5b5ce",
                            table="board_seatholding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_seatholdingevent" ("deputy", "from_on", "id", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat_id", "to_on") VALUES (NEW."deputy", NEW."from_on", NEW."id", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."seat_id", NEW."to_on"); RETURN NULL;',
                            hash="85d8021a92b161f9ccfb294e1cd75ee9d93360fa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dd8a1",
                            table="board_seatholding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seatholdingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="103d1b1ccdb04d608f9357943b509520e2967309",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9aeb2",
                            table="board_seatholdingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="termsofreference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="06fa9ecfd4f39581f921edd83baa2d1e2a15cfeb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_049d2",
                            table="board_termsofreference",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="themeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="eecc4fbeec7432a6c5cc2cea2174304426665684",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_abc84",
                            table="board_themeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="voicesurvey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="7651266ff4434b55a1471599caf63b0cdba40477",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_07835",
                            table="board_voicesurvey",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="voicesurvey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "board_voicesurveyevent" ("agency_id", "answered", "asked", "done", "ended_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent", "service", "title", "version") VALUES (NEW."agency_id", NEW."answered", NEW."asked", NEW."done", NEW."ended_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."sent", NEW."service", NEW."title", NEW."version"); RETURN NULL;',
                            hash="1856fa5ed946a307b7524202e4055559bb8d5064",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_079b3",
                            table="board_voicesurvey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="voicesurvey",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "board_voicesurveyevent" ("agency_id", "answered", "asked", "done", "ended_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent", "service", "title", "version") VALUES (NEW."agency_id", NEW."answered", NEW."asked", NEW."done", NEW."ended_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."sent", NEW."service", NEW."title", NEW."version"); RETURN NULL;',
                            hash="8e7308ab5d8f2457aa3e8111513bebd79a62b756",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_09392",
                            table="board_voicesurvey",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="voicesurveyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4dbfa27c3a855258c53608652c276b379c51a8aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_94db0",
                            table="board_voicesurveyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
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
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                            ),
                        ),
                        ("response_due_on", models.DateField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, help_text="The day of the first response.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("open", "Open"), ("changed", "Something changed"), ("not_changed", "Nothing changed")],
                                default="open",
                                max_length=11,
                            ),
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
                                condition=models.Q(("outcome", "open"), ("answered_on__isnull", False), _connector="OR"),
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
                        ("who", models.CharField(blank=True, help_text="Who answered: a post or a name.", max_length=150)),
                        ("text", models.TextField(help_text="The response; or what changed, or why nothing did.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[("open", "Open"), ("changed", "Something changed"), ("not_changed", "Nothing changed")],
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
                            )
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
                        (
                            "themes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                            ),
                        ),
                        ("response_due_on", models.DateField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, help_text="The day of the first response.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                choices=[("open", "Open"), ("changed", "Something changed"), ("not_changed", "Nothing changed")],
                                default="open",
                                max_length=11,
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChaseRule",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("days", models.SmallIntegerField(help_text="After the date of the action; before it where negative.")),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("owner", "The owner"),
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
                                condition=models.Q(("ended_at__isnull", True)), fields=("days", "to"), name="chase_rule_once"
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
                        ("days", models.SmallIntegerField(help_text="After the date of the action; before it where negative.")),
                        (
                            "to",
                            models.CharField(
                                choices=[
                                    ("owner", "The owner"),
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
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.action"),
                        ),
                        ("step_on", models.DateField(help_text="The day of the table; it may have been followed later.")),
                        ("followed_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("action", "rule", "step_on"), name="rule_chase_once")],
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
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-happened_on", "-id"],
                        "indexes": [models.Index(fields=["keeper", "-happened_on"], name="scrutiny_note_of_keeper")],
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
                            condition='WHEN (OLD."closed_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="ca5a639db178ca18073e30aaedcfc0768f983345",
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
                            func='INSERT INTO "board_budgetyearevent" ("approved_at", "approved_by", "closed_at", "closed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_expenditure", "stated_income", "value_for_money", "version", "year") VALUES (NEW."approved_at", NEW."approved_by", NEW."closed_at", NEW."closed_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stated_expenditure", NEW."stated_income", NEW."value_for_money", NEW."version", NEW."year"); RETURN NULL;',
                            hash="6e86166672c4a74a77bf7f9cc86573f3e27ee552",
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
                            func='INSERT INTO "board_budgetyearevent" ("approved_at", "approved_by", "closed_at", "closed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stated_expenditure", "stated_income", "value_for_money", "version", "year") VALUES (NEW."approved_at", NEW."approved_by", NEW."closed_at", NEW."closed_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stated_expenditure", NEW."stated_income", NEW."value_for_money", NEW."version", NEW."year"); RETURN NULL;',
                            hash="9b9e7eadf2ec7afddca7ec4fa6494272837e6779",
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
                            func='INSERT INTO "board_chaseruleevent" ("days", "ended_at", "ended_by", "every", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to", "version") VALUES (NEW."days", NEW."ended_at", NEW."ended_by", NEW."every", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."to", NEW."version"); RETURN NULL;',
                            hash="b7fc08349b4874372b6dc71650ae2f06f103757b",
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
                            func='INSERT INTO "board_chaseruleevent" ("days", "ended_at", "ended_by", "every", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to", "version") VALUES (NEW."days", NEW."ended_at", NEW."ended_by", NEW."every", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."to", NEW."version"); RETURN NULL;',
                            hash="da1278da7d86b14bdba012a0b737af54e4b5d571",
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
                            func='INSERT INTO "board_budgetlineevent" ("agency_id", "amount", "committed", "forecast", "heading", "id", "in_kind", "in_kind_words", "invoiced", "invoiced_on", "made_up", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged", "pledged_on", "position", "received_on", "side", "source", "version", "year") VALUES (NEW."agency_id", NEW."amount", NEW."committed", NEW."forecast", NEW."heading", NEW."id", NEW."in_kind", NEW."in_kind_words", NEW."invoiced", NEW."invoiced_on", NEW."made_up", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pledged", NEW."pledged_on", NEW."position", NEW."received_on", NEW."side", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="b474ed1ce1b5e4dcfa6e8635cd02be730c890e84",
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
                            func='INSERT INTO "board_budgetlineevent" ("agency_id", "amount", "committed", "forecast", "heading", "id", "in_kind", "in_kind_words", "invoiced", "invoiced_on", "made_up", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pledged", "pledged_on", "position", "received_on", "side", "source", "version", "year") VALUES (NEW."agency_id", NEW."amount", NEW."committed", NEW."forecast", NEW."heading", NEW."id", NEW."in_kind", NEW."in_kind_words", NEW."invoiced", NEW."invoiced_on", NEW."made_up", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pledged", NEW."pledged_on", NEW."position", NEW."received_on", NEW."side", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="0787d613338766ecfbe070dc8163c4eda2f27531",
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
                            func='INSERT INTO "board_challengeevent" ("about_agency_id", "answered_on", "asked_for", "id", "meeting_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "raiser", "raiser_agency_id", "raiser_kind", "reference", "response_due_on", "text", "themes", "title", "version") VALUES (NEW."about_agency_id", NEW."answered_on", NEW."asked_for", NEW."id", NEW."meeting_id", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_on", NEW."raiser", NEW."raiser_agency_id", NEW."raiser_kind", NEW."reference", NEW."response_due_on", NEW."text", NEW."themes", NEW."title", NEW."version"); RETURN NULL;',
                            hash="5a1643ee4ca506de669d1a8ffa32947c0a87a5b2",
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
                            func='INSERT INTO "board_challengeevent" ("about_agency_id", "answered_on", "asked_for", "id", "meeting_id", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_on", "raiser", "raiser_agency_id", "raiser_kind", "reference", "response_due_on", "text", "themes", "title", "version") VALUES (NEW."about_agency_id", NEW."answered_on", NEW."asked_for", NEW."id", NEW."meeting_id", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_on", NEW."raiser", NEW."raiser_agency_id", NEW."raiser_kind", NEW."reference", NEW."response_due_on", NEW."text", NEW."themes", NEW."title", NEW."version"); RETURN NULL;',
                            hash="459a0ce4526a4941448ce66d5040f16b3bd14140",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0901c",
                            table="board_challenge",
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
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "agenda_item_id", "amber_from", "check_again_on", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "overruled_until", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "state", "success_measure", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."agenda_item_id", NEW."amber_from", NEW."check_again_on", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."overruled_until", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."state", NEW."success_measure", NEW."text", NEW."version"); RETURN NULL;',
                            hash="e86279db318890e8ef0922fad647776acb2ce887",
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
                            func='INSERT INTO "board_actionevent" ("added_on", "agency_id", "agenda_item_id", "amber_from", "check_again_on", "deadline_class", "done_at", "done_by", "due_on", "first_due_on", "id", "impact", "last_update_at", "number", "overruled_rating", "overruled_reason", "overruled_until", "owner_id", "owner_post", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recovery_plan", "red_from", "reference", "state", "success_measure", "text", "version") VALUES (NEW."added_on", NEW."agency_id", NEW."agenda_item_id", NEW."amber_from", NEW."check_again_on", NEW."deadline_class", NEW."done_at", NEW."done_by", NEW."due_on", NEW."first_due_on", NEW."id", NEW."impact", NEW."last_update_at", NEW."number", NEW."overruled_rating", NEW."overruled_reason", NEW."overruled_until", NEW."owner_id", NEW."owner_post", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."recovery_plan", NEW."red_from", NEW."reference", NEW."state", NEW."success_measure", NEW."text", NEW."version"); RETURN NULL;',
                            hash="9c1e192ebf35aa4b158edb94dad0ada1d2c9f543",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_730f4",
                            table="board_action",
                            when="AFTER",
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
                            func='INSERT INTO "board_scrutinynoteevent" ("agency_id", "challenge_id", "happened_on", "id", "keeper_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "shared_at", "text", "title", "version") VALUES (NEW."agency_id", NEW."challenge_id", NEW."happened_on", NEW."id", NEW."keeper_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."reference", NEW."shared_at", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="a9ba08a40b599e1da08814c91be6a881c2799239",
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
                            func='INSERT INTO "board_scrutinynoteevent" ("agency_id", "challenge_id", "happened_on", "id", "keeper_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "reference", "shared_at", "text", "title", "version") VALUES (NEW."agency_id", NEW."challenge_id", NEW."happened_on", NEW."id", NEW."keeper_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."reference", NEW."shared_at", NEW."text", NEW."title", NEW."version"); RETURN NULL;',
                            hash="5d600be2da55d0f9d18a4356fab21eeb602f551b",
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
            ],
        ),
    ]

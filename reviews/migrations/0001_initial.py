import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import reviews.models.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_access_log"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("board", "0002_usual_chasing"),
        ("children", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="TrendFeature",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "column",
                            models.CharField(
                                choices=[
                                    ("service", "Services involved"),
                                    ("home", "Home and family"),
                                    ("development", "Development"),
                                    ("harm", "Harm"),
                                    ("wider", "Wider factors"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "theme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="trend", to="board.theme"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="NationalTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.CharField(help_text="Title of the national report.", max_length=200)),
                        ("published_on", models.DateField()),
                        ("note", models.CharField(blank=True, help_text="What it says of it.", max_length=300)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "feature",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="national", to="reviews.trendfeature"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-published_on", "-id"],
                        "constraints": [models.UniqueConstraint(fields=("feature", "source"), name="national_theme_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Case",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("kind", models.CharField(choices=[("incident", "Serious incident")], max_length=20)),
                        (
                            "title",
                            models.CharField(help_text="By which those named speak of it: no child's name.", max_length=120),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                help_text="The case out of which it came.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="followed_by",
                                to="reviews.case",
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("see_case", "See a case on which one is named")],
                        "indexes": [models.Index(fields=["opened_at", "id"], name="case_opened")],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="case_has_a_title"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("follows__isnull", True),
                                    models.Q(("follows", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="case_does_not_follow_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Briefing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "shape",
                            models.CharField(
                                choices=[("seven", "Seven-minute briefing"), ("page", "One-page briefing")], max_length=5
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Waits for approval"),
                                    ("approved", "Approved"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        ("title", models.CharField(max_length=150)),
                        ("background", models.TextField(blank=True)),
                        ("why", models.TextField(blank=True)),
                        ("found", models.TextField(blank=True)),
                        ("good_practice", models.TextField(blank=True)),
                        ("to_do", models.TextField(blank=True)),
                        ("questions", models.TextField(blank=True)),
                        ("more", models.TextField(blank=True)),
                        ("written_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("published_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="briefings", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "published")),
                                fields=["published_at", "id"],
                                name="briefing_published",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="briefing_approved_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("published_by", "")),
                                    models.Q(("published_at__isnull", False), models.Q(("published_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="briefing_published_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="briefing_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(condition=models.Q(("title", ""), _negated=True), name="briefing_has_a_title"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["published", "withdrawn"]), _negated=True),
                                    models.Q(("approved_at__isnull", False), ("published_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="briefing_published_when_approved",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "withdrawn"),
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawn_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "withdrawn"), _negated=True),
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="briefing_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BriefingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reference",
                            models.CharField(default=reviews.models.rows.new_case_reference, editable=False, max_length=20),
                        ),
                        (
                            "shape",
                            models.CharField(
                                choices=[("seven", "Seven-minute briefing"), ("page", "One-page briefing")], max_length=5
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("submitted", "Waits for approval"),
                                    ("approved", "Approved"),
                                    ("published", "Published"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="draft",
                                max_length=9,
                            ),
                        ),
                        ("title", models.CharField(max_length=150)),
                        ("background", models.TextField(blank=True)),
                        ("why", models.TextField(blank=True)),
                        ("found", models.TextField(blank=True)),
                        ("good_practice", models.TextField(blank=True)),
                        ("to_do", models.TextField(blank=True)),
                        ("questions", models.TextField(blank=True)),
                        ("more", models.TextField(blank=True)),
                        ("written_at", models.DateTimeField()),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("published_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.briefing",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.case",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CaseChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "pseudonym",
                            models.CharField(
                                help_text="By which the case speaks of the child: unlike the real name.", max_length=60
                            ),
                        ),
                        ("given_name", models.CharField(max_length=100)),
                        ("family_name", models.CharField(max_length=100)),
                        ("birth_date", models.DateField()),
                        ("sex", models.CharField(choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")], max_length=1)),
                        (
                            "ethnicity",
                            models.CharField(blank=True, help_text="Code of the children in need census.", max_length=4),
                        ),
                        ("disabled", models.BooleanField(blank=True, null=True)),
                        ("asylum", models.BooleanField(default=False, help_text="An unaccompanied asylum-seeking child.")),
                        (
                            "known_to_care",
                            models.CharField(
                                choices=[
                                    ("protection", "On a child protection plan"),
                                    ("need", "Child in need"),
                                    ("looked_after", "Looked after"),
                                    ("leaver", "Care leaver"),
                                    ("closed", "Known before, closed"),
                                    ("never", "Never known"),
                                    ("unknown", "Not known yet"),
                                ],
                                default="unknown",
                                max_length=12,
                            ),
                        ),
                        ("home_authority", models.CharField(blank=True, help_text="Empty: ours.", max_length=120)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="children", to="reviews.case"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                help_text="The record, if there is one.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="children.child",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "pseudonym"), name="case_child_pseudonym_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("child__isnull", False)), fields=("case", "child"), name="case_child_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseChildEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "pseudonym",
                            models.CharField(
                                help_text="By which the case speaks of the child: unlike the real name.", max_length=60
                            ),
                        ),
                        ("given_name", models.CharField(max_length=100)),
                        ("family_name", models.CharField(max_length=100)),
                        ("birth_date", models.DateField()),
                        ("sex", models.CharField(choices=[("M", "Male"), ("F", "Female"), ("U", "Not known")], max_length=1)),
                        (
                            "ethnicity",
                            models.CharField(blank=True, help_text="Code of the children in need census.", max_length=4),
                        ),
                        ("disabled", models.BooleanField(blank=True, null=True)),
                        ("asylum", models.BooleanField(default=False, help_text="An unaccompanied asylum-seeking child.")),
                        (
                            "known_to_care",
                            models.CharField(
                                choices=[
                                    ("protection", "On a child protection plan"),
                                    ("need", "Child in need"),
                                    ("looked_after", "Looked after"),
                                    ("leaver", "Care leaver"),
                                    ("closed", "Known before, closed"),
                                    ("never", "Never known"),
                                    ("unknown", "Not known yet"),
                                ],
                                default="unknown",
                                max_length=12,
                            ),
                        ),
                        ("home_authority", models.CharField(blank=True, help_text="Empty: ours.", max_length=120)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.case",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The record, if there is one.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.casechild",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reference",
                            models.CharField(default=reviews.models.rows.new_case_reference, editable=False, max_length=20),
                        ),
                        ("kind", models.CharField(choices=[("incident", "Serious incident")], max_length=20)),
                        (
                            "title",
                            models.CharField(help_text="By which those named speak of it: no child's name.", max_length=120),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "follows",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The case out of which it came.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.case",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.case",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CasePersonGrant",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reason", models.CharField(max_length=200)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField(blank=True, null=True)),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "ended_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="When it was ended; `ends_at` is then the same moment or earlier.",
                                null=True,
                            ),
                        ),
                        ("ended_by", models.CharField(blank=True, max_length=60)),
                        ("break_glass", models.BooleanField(default=False)),
                        (
                            "content_object",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="person_grants", to="reviews.case"
                            ),
                        ),
                        (
                            "holding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.roleholding"
                            ),
                        ),
                        (
                            "permission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="auth.permission"
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [models.Index(fields=["user", "permission", "content_object"], name="case_person_grant_page")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "permission", "content_object"),
                                name="casepersongrant_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ends_at__lte", models.F("ended_at")),
                                        models.Q(("ended_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="casepersongrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("owner", "Case owner"),
                                    ("chair", "Chair of the meeting"),
                                    ("panel", "Panel member"),
                                    ("reviewer", "Reviewer"),
                                    ("scrutineer", "Independent scrutineer"),
                                    ("executive", "Executive of a statutory partner"),
                                    ("publisher", "Publisher"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "independent",
                            models.BooleanField(
                                help_text="They say: I had no part in this case, and line-managed nobody who had."
                            ),
                        ),
                        ("reason", models.CharField(help_text="Why they need to see it.", max_length=200)),
                        ("named_at", models.DateTimeField()),
                        ("named_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("until", models.DateField(blank=True, help_text="The last day.", null=True)),
                        ("left_at", models.DateTimeField(blank=True, null=True)),
                        ("left_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("left_reason", models.CharField(blank=True, max_length=200)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="members", to="reviews.case"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "grant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reviews.casepersongrant"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("left_at__isnull", True), ("left_by", "")),
                                    models.Q(("left_at__isnull", False), models.Q(("left_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="case_member_left_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("left_at__isnull", True)),
                                fields=("case", "person"),
                                name="case_member_named_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("independent", True), ("role__in", ["owner", "publisher", "executive"]), _connector="OR"
                                ),
                                name="case_member_independent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseMemberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("owner", "Case owner"),
                                    ("chair", "Chair of the meeting"),
                                    ("panel", "Panel member"),
                                    ("reviewer", "Reviewer"),
                                    ("scrutineer", "Independent scrutineer"),
                                    ("executive", "Executive of a statutory partner"),
                                    ("publisher", "Publisher"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "independent",
                            models.BooleanField(
                                help_text="They say: I had no part in this case, and line-managed nobody who had."
                            ),
                        ),
                        ("reason", models.CharField(help_text="Why they need to see it.", max_length=200)),
                        ("named_at", models.DateTimeField()),
                        ("named_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("until", models.DateField(blank=True, help_text="The last day.", null=True)),
                        ("left_at", models.DateTimeField(blank=True, null=True)),
                        ("left_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("left_reason", models.CharField(blank=True, max_length=200)),
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
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.case",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.casemember",
                            ),
                        ),
                        (
                            "grant",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.casepersongrant",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChildCoding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "age_group",
                            models.CharField(
                                choices=[("infant", "Under 2"), ("child", "2 to 12"), ("teenager", "13 to 17")], max_length=8
                            ),
                        ),
                        ("coded_at", models.DateTimeField()),
                        ("coded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="coding", to="reviews.casechild"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ChildCodingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "age_group",
                            models.CharField(
                                choices=[("infant", "Under 2"), ("child", "2 to 12"), ("teenager", "13 to 17")], max_length=8
                            ),
                        ),
                        ("coded_at", models.DateTimeField()),
                        ("coded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.casechild",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.childcoding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CodedFeature",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "coding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="features", to="reviews.childcoding"
                            ),
                        ),
                        (
                            "feature",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="coded", to="reviews.trendfeature"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["feature", "coding"], name="coded_feature_children")],
                        "constraints": [models.UniqueConstraint(fields=("coding", "feature"), name="coded_feature_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PartnerDecision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "seat",
                            models.CharField(
                                choices=[("council", "Council"), ("health", "Health"), ("police", "Police")], max_length=10
                            ),
                        ),
                        (
                            "question",
                            models.CharField(
                                choices=[
                                    ("notify", "Does the incident meet the criteria for notification?"),
                                    ("rapid", "Is a rapid review needed?"),
                                    ("review", "Should there be a local child safeguarding practice review?"),
                                    ("sign_off", "Is the rapid review signed off?"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("agreed", models.BooleanField()),
                        ("reasons", models.TextField()),
                        (
                            "decided_by_whom",
                            models.CharField(help_text="Who spoke for the partner: a name or a post.", max_length=120),
                        ),
                        ("decided_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "replaced_at",
                            models.DateTimeField(blank=True, help_text="When a later decision took its place.", null=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["recorded_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at__isnull", True)),
                                fields=("case", "seat", "question"),
                                name="partner_decides_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reasons", ""), _negated=True), name="partner_decides_with_reasons"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeriousIncident",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("considered", "Being considered"),
                                    ("not_notified", "Not notified"),
                                    ("notified", "Notified"),
                                    ("met", "Rapid review meeting held"),
                                    ("signed_off", "Signed off by the partners"),
                                    ("sent", "Sent to the national panel"),
                                    ("replied", "The national panel has replied"),
                                    ("closed", "Closed"),
                                ],
                                default="considered",
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        (
                            "aware_at",
                            models.DateTimeField(
                                help_text="When the authority became aware: from then the five working days count."
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, help_text="Where it happened, as far as those named need to know.", max_length=120
                            ),
                        ),
                        (
                            "harm",
                            models.CharField(
                                choices=[
                                    ("death", "Death"),
                                    ("physical", "Serious physical harm"),
                                    ("sexual", "Sexual harm"),
                                    ("neglect", "Neglect"),
                                    ("mental", "Mental health or self-harm"),
                                    ("exploitation", "Exploitation"),
                                    ("other", "Other serious harm"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("what_happened", models.TextField()),
                        (
                            "abuse_suspected",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        (
                            "abuse_reasons",
                            models.TextField(blank=True, help_text="Of what abuse or neglect there is a suspicion, and why."),
                        ),
                        (
                            "siblings_safe",
                            models.TextField(blank=True, help_text="Whether other children are safe, and what was done at once."),
                        ),
                        (
                            "police_investigation",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")],
                                default="unknown",
                                max_length=7,
                            ),
                        ),
                        ("media_interest", models.BooleanField(default=False)),
                        ("notify_due_on", models.DateField(help_text="Copied from its clock.")),
                        ("not_notified_reason", models.TextField(blank=True)),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, help_text="When it was decided not to notify.", null=True),
                        ),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "notified_on",
                            models.DateField(blank=True, help_text="The day on which the notification was sent.", null=True),
                        ),
                        ("notified_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("notified_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("panel_reference", models.CharField(blank=True, max_length=40)),
                        ("review_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("not_reviewed_reason", models.TextField(blank=True, help_text="Why no rapid review followed.")),
                        ("met_on", models.DateField(blank=True, null=True)),
                        ("met_at", models.DateTimeField(blank=True, help_text="When the meeting was recorded.", null=True)),
                        ("met_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("chair", models.CharField(blank=True, max_length=120)),
                        ("attended", models.TextField(blank=True, help_text="Who took part, an agency on each line.")),
                        ("facts", models.TextField(blank=True)),
                        ("immediate_action", models.TextField(blank=True, help_text="For the safety of other children.")),
                        ("improvement", models.TextField(blank=True, help_text="What could be learnt and improved.")),
                        ("sharing", models.TextField(blank=True, help_text="How what was learnt is passed on.")),
                        (
                            "practice_review",
                            models.BooleanField(blank=True, help_text="Whether a practice review follows.", null=True),
                        ),
                        ("practice_review_reasons", models.TextField(blank=True)),
                        (
                            "national_review",
                            models.BooleanField(blank=True, help_text="Whether a national review is suggested.", null=True),
                        ),
                        ("national_review_reasons", models.TextField(blank=True)),
                        ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, help_text="The day on which the review was sent to the panel.", null=True
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("replied_on", models.DateField(blank=True, null=True)),
                        ("replied_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        (
                            "replied_by",
                            models.CharField(blank=True, help_text="Who recorded it: the actor's reference.", max_length=60),
                        ),
                        (
                            "panel_outcome",
                            models.CharField(
                                blank=True,
                                choices=[("accepted", "It meets the criteria"), ("not_meeting", "It does not meet the criteria")],
                                max_length=12,
                            ),
                        ),
                        ("panel_words", models.TextField(blank=True, help_text="What the panel wrote.")),
                        (
                            "panel_agrees",
                            models.BooleanField(
                                blank=True, help_text="Whether the panel agrees about the practice review.", null=True
                            ),
                        ),
                        (
                            "our_answer",
                            models.TextField(blank=True, help_text="What the partnership says where the two disagree."),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="incident", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("notified_on__isnull", False)),
                                fields=["notified_on"],
                                name="incident_notified",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decided_by", "")),
                                    models.Q(("decided_at__isnull", False), models.Q(("decided_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_decided_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("notified_at__isnull", True), ("notified_by", "")),
                                    models.Q(("notified_at__isnull", False), models.Q(("notified_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_notified_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("met_at__isnull", True), ("met_by", "")),
                                    models.Q(("met_at__isnull", False), models.Q(("met_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_met_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signed_off_at__isnull", True), ("signed_off_by", "")),
                                    models.Q(("signed_off_at__isnull", False), models.Q(("signed_off_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_signed_off_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", True), ("sent_by", "")),
                                    models.Q(("sent_at__isnull", False), models.Q(("sent_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_sent_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("replied_at__isnull", True), ("replied_by", "")),
                                    models.Q(("replied_at__isnull", False), models.Q(("replied_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_replied_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="incident_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_at__isnull", False),
                                        ("state", "not_notified"),
                                        models.Q(("not_notified_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "not_notified"), _negated=True),
                                        ("decided_at__isnull", True),
                                        ("not_notified_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_not_notified_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("notified_at__isnull", False),
                                        ("review_due_on__isnull", False),
                                        ("state__in", ("notified", "met", "signed_off", "sent", "replied", "closed")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("notified", "met", "signed_off", "sent", "replied", "closed")),
                                            _negated=True,
                                        ),
                                        ("notified_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_notified_before_it_is_reviewed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("met_at__isnull", True),
                                    models.Q(
                                        ("national_review__isnull", False),
                                        ("practice_review__isnull", False),
                                        models.Q(("practice_review_reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="incident_met_with_a_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("aware_at__date__gte", models.F("happened_on"))),
                                name="incident_aware_not_before_it_happened",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SeriousIncidentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("considered", "Being considered"),
                                    ("not_notified", "Not notified"),
                                    ("notified", "Notified"),
                                    ("met", "Rapid review meeting held"),
                                    ("signed_off", "Signed off by the partners"),
                                    ("sent", "Sent to the national panel"),
                                    ("replied", "The national panel has replied"),
                                    ("closed", "Closed"),
                                ],
                                default="considered",
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        (
                            "aware_at",
                            models.DateTimeField(
                                help_text="When the authority became aware: from then the five working days count."
                            ),
                        ),
                        (
                            "place",
                            models.CharField(
                                blank=True, help_text="Where it happened, as far as those named need to know.", max_length=120
                            ),
                        ),
                        (
                            "harm",
                            models.CharField(
                                choices=[
                                    ("death", "Death"),
                                    ("physical", "Serious physical harm"),
                                    ("sexual", "Sexual harm"),
                                    ("neglect", "Neglect"),
                                    ("mental", "Mental health or self-harm"),
                                    ("exploitation", "Exploitation"),
                                    ("other", "Other serious harm"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("what_happened", models.TextField()),
                        (
                            "abuse_suspected",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        (
                            "abuse_reasons",
                            models.TextField(blank=True, help_text="Of what abuse or neglect there is a suspicion, and why."),
                        ),
                        (
                            "siblings_safe",
                            models.TextField(blank=True, help_text="Whether other children are safe, and what was done at once."),
                        ),
                        (
                            "police_investigation",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")],
                                default="unknown",
                                max_length=7,
                            ),
                        ),
                        ("media_interest", models.BooleanField(default=False)),
                        ("notify_due_on", models.DateField(help_text="Copied from its clock.")),
                        ("not_notified_reason", models.TextField(blank=True)),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, help_text="When it was decided not to notify.", null=True),
                        ),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "notified_on",
                            models.DateField(blank=True, help_text="The day on which the notification was sent.", null=True),
                        ),
                        ("notified_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("notified_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("panel_reference", models.CharField(blank=True, max_length=40)),
                        ("review_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("not_reviewed_reason", models.TextField(blank=True, help_text="Why no rapid review followed.")),
                        ("met_on", models.DateField(blank=True, null=True)),
                        ("met_at", models.DateTimeField(blank=True, help_text="When the meeting was recorded.", null=True)),
                        ("met_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("chair", models.CharField(blank=True, max_length=120)),
                        ("attended", models.TextField(blank=True, help_text="Who took part, an agency on each line.")),
                        ("facts", models.TextField(blank=True)),
                        ("immediate_action", models.TextField(blank=True, help_text="For the safety of other children.")),
                        ("improvement", models.TextField(blank=True, help_text="What could be learnt and improved.")),
                        ("sharing", models.TextField(blank=True, help_text="How what was learnt is passed on.")),
                        (
                            "practice_review",
                            models.BooleanField(blank=True, help_text="Whether a practice review follows.", null=True),
                        ),
                        ("practice_review_reasons", models.TextField(blank=True)),
                        (
                            "national_review",
                            models.BooleanField(blank=True, help_text="Whether a national review is suggested.", null=True),
                        ),
                        ("national_review_reasons", models.TextField(blank=True)),
                        ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, help_text="The day on which the review was sent to the panel.", null=True
                            ),
                        ),
                        ("sent_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("replied_on", models.DateField(blank=True, null=True)),
                        ("replied_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        (
                            "replied_by",
                            models.CharField(blank=True, help_text="Who recorded it: the actor's reference.", max_length=60),
                        ),
                        (
                            "panel_outcome",
                            models.CharField(
                                blank=True,
                                choices=[("accepted", "It meets the criteria"), ("not_meeting", "It does not meet the criteria")],
                                max_length=12,
                            ),
                        ),
                        ("panel_words", models.TextField(blank=True, help_text="What the panel wrote.")),
                        (
                            "panel_agrees",
                            models.BooleanField(
                                blank=True, help_text="Whether the panel agrees about the practice review.", null=True
                            ),
                        ),
                        (
                            "our_answer",
                            models.TextField(blank=True, help_text="What the partnership says where the two disagree."),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.case",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.seriousincident",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NationalThemeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("source", models.CharField(help_text="Title of the national report.", max_length=200)),
                        ("published_on", models.DateField()),
                        ("note", models.CharField(blank=True, help_text="What it says of it.", max_length=300)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.nationaltheme",
                            ),
                        ),
                        (
                            "feature",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.trendfeature",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CodedFeatureEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "coding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childcoding",
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
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="reviews.codedfeature",
                            ),
                        ),
                        (
                            "feature",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.trendfeature",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BriefingReading",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("read_at", models.DateTimeField()),
                        (
                            "colleagues",
                            models.PositiveIntegerField(default=0, help_text="With how many colleagues they went through it."),
                        ),
                        ("use", models.TextField(blank=True, help_text="Where and how it was used.")),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "briefing",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="readings", to="reviews.briefing"
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
                        "constraints": [
                            models.UniqueConstraint(fields=("briefing", "person"), name="briefing_read_once"),
                            models.CheckConstraint(
                                condition=models.Q(("colleagues__lte", 5000)), name="briefing_colleagues_believable"
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefingreading",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="109d68e2c0f830ad2236382671695ea8df51f119",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c1532",
                            table="reviews_briefingreading",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="98f34c57cec0074e64fa6100896466a66a0126a9",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_39a96",
                            table="reviews_case",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_caseevent" ("follows_id", "id", "kind", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "version") VALUES (NEW."follows_id", NEW."id", NEW."kind", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."title", NEW."version"); RETURN NULL;',
                            hash="63b2dc782e8af0a9c04b0e0e373c4b29c113ded1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d90a3",
                            table="reviews_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="case",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_caseevent" ("follows_id", "id", "kind", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "version") VALUES (NEW."follows_id", NEW."id", NEW."kind", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."title", NEW."version"); RETURN NULL;',
                            hash="ee636bf88e698bdbaea606b414497f078ba418e9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_97652",
                            table="reviews_case",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="da67d3db8bfa1ece1c72a4036743d78843462bfd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f7e14",
                            table="reviews_briefingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c47164a7df5af359c271887267a79b2bc92a6e44",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_1e68c",
                            table="reviews_briefing",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_briefingevent" ("approved_at", "approved_by", "background", "case_id", "found", "good_practice", "id", "more", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "questions", "reference", "shape", "state", "title", "to_do", "version", "why", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "written_at", "written_by_id") VALUES (NEW."approved_at", NEW."approved_by", NEW."background", NEW."case_id", NEW."found", NEW."good_practice", NEW."id", NEW."more", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by", NEW."questions", NEW."reference", NEW."shape", NEW."state", NEW."title", NEW."to_do", NEW."version", NEW."why", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="af2e9c14b87d048050002fdf70a6e6fda3a73dd1",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b6b43",
                            table="reviews_briefing",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="briefing",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_briefingevent" ("approved_at", "approved_by", "background", "case_id", "found", "good_practice", "id", "more", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "questions", "reference", "shape", "state", "title", "to_do", "version", "why", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "written_at", "written_by_id") VALUES (NEW."approved_at", NEW."approved_by", NEW."background", NEW."case_id", NEW."found", NEW."good_practice", NEW."id", NEW."more", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by", NEW."questions", NEW."reference", NEW."shape", NEW."state", NEW."title", NEW."to_do", NEW."version", NEW."why", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."written_at", NEW."written_by_id"); RETURN NULL;',
                            hash="6cfefca1a5f7cf7e4797892cc08ed09cf312b0d8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ffca2",
                            table="reviews_briefing",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9f422e493c2e37c13dcb29ee87c5ebcf2ceaa9bd",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_0342f",
                            table="reviews_casechild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_casechildevent" ("added_at", "added_by", "asylum", "birth_date", "case_id", "child_id", "disabled", "ethnicity", "family_name", "given_name", "home_authority", "id", "known_to_care", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym", "sex") VALUES (NEW."added_at", NEW."added_by", NEW."asylum", NEW."birth_date", NEW."case_id", NEW."child_id", NEW."disabled", NEW."ethnicity", NEW."family_name", NEW."given_name", NEW."home_authority", NEW."id", NEW."known_to_care", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pseudonym", NEW."sex"); RETURN NULL;',
                            hash="af3725079142c3da408e61997434f1304226d96a",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e1e9d",
                            table="reviews_casechild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_casechildevent" ("added_at", "added_by", "asylum", "birth_date", "case_id", "child_id", "disabled", "ethnicity", "family_name", "given_name", "home_authority", "id", "known_to_care", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym", "sex") VALUES (NEW."added_at", NEW."added_by", NEW."asylum", NEW."birth_date", NEW."case_id", NEW."child_id", NEW."disabled", NEW."ethnicity", NEW."family_name", NEW."given_name", NEW."home_authority", NEW."id", NEW."known_to_care", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pseudonym", NEW."sex"); RETURN NULL;',
                            hash="f2d753b2a965de39fe44c8d67a7849d19b49716f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_92c75",
                            table="reviews_casechild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casechildevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cb979d2a54ad85ab7c65c6ebf6b1f11369ee626a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a3841",
                            table="reviews_casechildevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="afdbd803f5b0ac5e328a60a5ec4650136f2ce7a8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_13ed3",
                            table="reviews_caseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casememberevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a46bcd8bc6c96baaff5da133622556b970a04c99",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_04cd6",
                            table="reviews_casememberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ba7d0a2268b028c098f79b3759955aa2b972dc6b",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_6d3ef",
                            table="reviews_casemember",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_casememberevent" ("agency_id", "case_id", "grant_id", "id", "independent", "left_at", "left_by", "left_reason", "named_at", "named_by", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "role", "until") VALUES (NEW."agency_id", NEW."case_id", NEW."grant_id", NEW."id", NEW."independent", NEW."left_at", NEW."left_by", NEW."left_reason", NEW."named_at", NEW."named_by", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."role", NEW."until"); RETURN NULL;',
                            hash="10af23714eec729fcca4c29f19f432e92c9c0036",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6ef8e",
                            table="reviews_casemember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casemember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_casememberevent" ("agency_id", "case_id", "grant_id", "id", "independent", "left_at", "left_by", "left_reason", "named_at", "named_by", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "role", "until") VALUES (NEW."agency_id", NEW."case_id", NEW."grant_id", NEW."id", NEW."independent", NEW."left_at", NEW."left_by", NEW."left_reason", NEW."named_at", NEW."named_by", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."role", NEW."until"); RETURN NULL;',
                            hash="9362d9b40f492358725bd30e3a1e308b771b1150",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1cfdd",
                            table="reviews_casemember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childcoding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="50dac62f4804526793c5bee7ee4697d6694b2b5d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_70a01",
                            table="reviews_childcoding",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childcoding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_childcodingevent" ("age_group", "child_id", "coded_at", "coded_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."age_group", NEW."child_id", NEW."coded_at", NEW."coded_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="c6bfee396f449e8456151aa42ae0c81609ea186f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_89498",
                            table="reviews_childcoding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childcoding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_childcodingevent" ("age_group", "child_id", "coded_at", "coded_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."age_group", NEW."child_id", NEW."coded_at", NEW."coded_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="a7927e1e54bc3ad05db8e193a8347d01fc65145d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a4688",
                            table="reviews_childcoding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childcodingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4d6ccbd3da79538692aef82c7d83d2b5218ca2b6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_816cc",
                            table="reviews_childcodingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="partnerdecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dfc6d2b046abfd6c3f3890b3e98a6f37c0abe87a",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_dc4ff",
                            table="reviews_partnerdecision",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriousincident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="57b1ebf9f661e0e32eb8696c45551dbff36370fe",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_8cc4c",
                            table="reviews_seriousincident",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriousincident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_seriousincidentevent" ("abuse_reasons", "abuse_suspected", "attended", "aware_at", "case_id", "chair", "closed_at", "closed_by", "decided_at", "decided_by", "facts", "happened_on", "harm", "id", "immediate_action", "improvement", "media_interest", "met_at", "met_by", "met_on", "national_review", "national_review_reasons", "not_notified_reason", "not_reviewed_reason", "notified_at", "notified_by", "notified_on", "notify_due_on", "our_answer", "panel_agrees", "panel_outcome", "panel_reference", "panel_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "police_investigation", "practice_review", "practice_review_reasons", "replied_at", "replied_by", "replied_on", "review_due_on", "sent_at", "sent_by", "sent_on", "sharing", "siblings_safe", "signed_off_at", "signed_off_by", "state", "what_happened") VALUES (NEW."abuse_reasons", NEW."abuse_suspected", NEW."attended", NEW."aware_at", NEW."case_id", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."decided_at", NEW."decided_by", NEW."facts", NEW."happened_on", NEW."harm", NEW."id", NEW."immediate_action", NEW."improvement", NEW."media_interest", NEW."met_at", NEW."met_by", NEW."met_on", NEW."national_review", NEW."national_review_reasons", NEW."not_notified_reason", NEW."not_reviewed_reason", NEW."notified_at", NEW."notified_by", NEW."notified_on", NEW."notify_due_on", NEW."our_answer", NEW."panel_agrees", NEW."panel_outcome", NEW."panel_reference", NEW."panel_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."police_investigation", NEW."practice_review", NEW."practice_review_reasons", NEW."replied_at", NEW."replied_by", NEW."replied_on", NEW."review_due_on", NEW."sent_at", NEW."sent_by", NEW."sent_on", NEW."sharing", NEW."siblings_safe", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."what_happened"); RETURN NULL;',
                            hash="dfea96802a1c5dd777ab2a860be2d7d254e29937",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9ca9b",
                            table="reviews_seriousincident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriousincident",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_seriousincidentevent" ("abuse_reasons", "abuse_suspected", "attended", "aware_at", "case_id", "chair", "closed_at", "closed_by", "decided_at", "decided_by", "facts", "happened_on", "harm", "id", "immediate_action", "improvement", "media_interest", "met_at", "met_by", "met_on", "national_review", "national_review_reasons", "not_notified_reason", "not_reviewed_reason", "notified_at", "notified_by", "notified_on", "notify_due_on", "our_answer", "panel_agrees", "panel_outcome", "panel_reference", "panel_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "police_investigation", "practice_review", "practice_review_reasons", "replied_at", "replied_by", "replied_on", "review_due_on", "sent_at", "sent_by", "sent_on", "sharing", "siblings_safe", "signed_off_at", "signed_off_by", "state", "what_happened") VALUES (NEW."abuse_reasons", NEW."abuse_suspected", NEW."attended", NEW."aware_at", NEW."case_id", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."decided_at", NEW."decided_by", NEW."facts", NEW."happened_on", NEW."harm", NEW."id", NEW."immediate_action", NEW."improvement", NEW."media_interest", NEW."met_at", NEW."met_by", NEW."met_on", NEW."national_review", NEW."national_review_reasons", NEW."not_notified_reason", NEW."not_reviewed_reason", NEW."notified_at", NEW."notified_by", NEW."notified_on", NEW."notify_due_on", NEW."our_answer", NEW."panel_agrees", NEW."panel_outcome", NEW."panel_reference", NEW."panel_words", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."police_investigation", NEW."practice_review", NEW."practice_review_reasons", NEW."replied_at", NEW."replied_by", NEW."replied_on", NEW."review_due_on", NEW."sent_at", NEW."sent_by", NEW."sent_on", NEW."sharing", NEW."siblings_safe", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."what_happened"); RETURN NULL;',
                            hash="4e657777a8f9394d409c3c38b54d148124358cf1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_994b0",
                            table="reviews_seriousincident",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="seriousincidentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3df345181bd80942c8a5eff0087071f3eacf13f4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b83f2",
                            table="reviews_seriousincidentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="trendfeature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ed06032e24a937255dd06b00bf0125e37a5e2590",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ed692",
                            table="reviews_trendfeature",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nationalthemeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c0cd3a47a06990fb0cfd1dd209458b14517d0ce1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_77a27",
                            table="reviews_nationalthemeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nationaltheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="444ddf44e0cbc003821dc51feb678dc5a5275310",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_a7766",
                            table="reviews_nationaltheme",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nationaltheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_nationalthemeevent" ("added_at", "added_by", "feature_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "source") VALUES (NEW."added_at", NEW."added_by", NEW."feature_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_on", NEW."source"); RETURN NULL;',
                            hash="a624a57ac95fc27a86cddd08a0965eb811c97ebc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_50af1",
                            table="reviews_nationaltheme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="nationaltheme",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_nationalthemeevent" ("added_at", "added_by", "feature_id", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_on", "source") VALUES (NEW."added_at", NEW."added_by", NEW."feature_id", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_on", NEW."source"); RETURN NULL;',
                            hash="04d23acdf38dd44a271649e4a05014621c67d773",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ef08e",
                            table="reviews_nationaltheme",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="codedfeatureevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4f09d62fdcaf22cba44d6c3cfdb071d63305fc3c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9ad19",
                            table="reviews_codedfeatureevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="codedfeature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_codedfeatureevent" ("coding_id", "feature_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coding_id", NEW."feature_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="3cff8846e00820017889612b893ac40906c6fc31",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b286f",
                            table="reviews_codedfeature",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="codedfeature",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_codedfeatureevent" ("coding_id", "feature_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."coding_id", NEW."feature_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="7de97ffa17367061a2ff242dbb34c49be3ff1f88",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc4df",
                            table="reviews_codedfeature",
                            when="AFTER",
                        ),
                    ),
                ),
            ]
        )
    ]

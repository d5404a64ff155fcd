import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import reviews.models.rows
import work.models.copies


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_access_log"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("board", "0003_judgements"),
        ("children", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("work", "0001_initial"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="DeathPanel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120, unique=True)),
                        ("areas", models.TextField(help_text="The local authorities whose deaths it reviews, one on each line.")),
                        ("named_at", models.DateTimeField()),
                        ("named_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("name", ""), _negated=True), models.Q(("areas", ""), _negated=True)),
                                name="death_panel_has_areas",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathMeeting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("day", models.DateField()),
                        ("chair", models.CharField(max_length=120)),
                        ("planned_at", models.DateTimeField()),
                        ("planned_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When its first review was recorded.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "panel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="reviews.deathpanel"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-day", "-id"],
                        "indexes": [models.Index(fields=["-day", "-id"], name="death_meeting_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_at__isnull", True), ("held_by", "")),
                                    models.Q(("held_at__isnull", False), models.Q(("held_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_meeting_held_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("panel", "day"), name="death_meeting_once_a_day"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathPanelEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("name", models.CharField(max_length=120)),
                        ("areas", models.TextField(help_text="The local authorities whose deaths it reviews, one on each line.")),
                        ("named_at", models.DateTimeField()),
                        ("named_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.deathpanel",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("incident", "Serious incident"),
                                    ("concern", "Case of concern"),
                                    ("thematic", "Thematic review"),
                                    ("practice", "Local child safeguarding practice review"),
                                    ("serious_case", "Serious case review"),
                                    ("other_area", "Another area’s review"),
                                    ("death", "Child death"),
                                ],
                                max_length=20,
                            ),
                        ),
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
                    name="ReportDraft",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("note", models.CharField(blank=True, help_text="What has changed.", max_length=200)),
                        ("privileged", models.BooleanField(default=False, help_text="Legal advice: no export takes it in.")),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("case", "number"), name="report_draft_number_once")],
                    },
                ),
                migrations.CreateModel(
                    name="DraftCopy",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField()),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "end",
                            models.CharField(
                                blank=True, choices=[("returned", "Returned"), ("destroyed", "Destroyed")], max_length=9
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="draft_copies", to="reviews.casemember"
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="reviews.reportdraft"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["draft", "number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_copy_ended_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("draft", "number"), name="draft_copy_number_once"),
                            models.UniqueConstraint(fields=("draft", "member"), name="draft_copy_of_each_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end", ""), ("ended_at__isnull", True)),
                                    models.Q(("ended_at__isnull", False), models.Q(("end", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_copy_ends_somehow",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftCopyEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField()),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "end",
                            models.CharField(
                                blank=True, choices=[("returned", "Returned"), ("destroyed", "Destroyed")], max_length=9
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.casemember",
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
                                to="reviews.draftcopy",
                            ),
                        ),
                        (
                            "draft",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.reportdraft",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DraftRemark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(choices=[("comment", "A comment"), ("fact", "A fact that is wrong")], max_length=7),
                        ),
                        ("place", models.CharField(blank=True, help_text="The page or paragraph.", max_length=60)),
                        ("text", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted", models.BooleanField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "copy",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="remarks", to="reviews.draftcopy"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["made_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by", "")),
                                    models.Q(("answered_at__isnull", False), models.Q(("answered_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_remark_answered_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="draft_remark_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_at__isnull", True),
                                    models.Q(("accepted__isnull", False), models.Q(("answer", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_remark_answered_with_reasons",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftRemarkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(choices=[("comment", "A comment"), ("fact", "A fact that is wrong")], max_length=7),
                        ),
                        ("place", models.CharField(blank=True, help_text="The page or paragraph.", max_length=60)),
                        ("text", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted", models.BooleanField(blank=True, null=True)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "copy",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.draftcopy",
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
                                to="reviews.draftremark",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChildDeath",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("notified", "Notified"),
                                    ("gathering", "Information is gathered"),
                                    ("ready", "Ready for the review meeting"),
                                    ("held", "Review meeting held"),
                                    ("triaged", "Triaged: no review meeting needed"),
                                    ("listed", "Listed for the panel"),
                                    ("reviewed", "Reviewed by the panel"),
                                    ("closed", "Closed"),
                                    ("joined", "Joined to the case that was first"),
                                ],
                                default="notified",
                                max_length=9,
                            ),
                        ),
                        ("entered_at", models.DateTimeField(help_text="When it came into its state.")),
                        (
                            "born",
                            models.CharField(
                                choices=[
                                    ("live", "Live birth, of any gestation"),
                                    ("unattended", "Stillbirth without a professional present, or in doubt"),
                                    ("stillbirth", "Stillbirth with a professional present"),
                                    ("termination", "Planned termination within the law"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("gestation_weeks", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("died_on", models.DateField()),
                        ("died_time", models.TimeField(blank=True, null=True)),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("home", "Home"),
                                    ("hospice", "Hospice"),
                                    ("hospital", "Hospital"),
                                    ("other", "Elsewhere"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("place_words", models.CharField(blank=True, max_length=120)),
                        (
                            "area_la",
                            models.CharField(help_text="The local authority in which the child normally lived.", max_length=120),
                        ),
                        ("happened", models.TextField(help_text="What happened before the death.")),
                        ("suspected_cause", models.TextField(blank=True)),
                        (
                            "expected",
                            models.CharField(choices=[("expected", "Expected"), ("unexpected", "Unexpected")], max_length=10),
                        ),
                        ("joint_response", models.BooleanField()),
                        (
                            "joint_criterion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("external", "External cause"),
                                    ("sudden", "Sudden without apparent cause"),
                                    ("detained", "In custody or detained"),
                                    ("suspicious", "Suspicious circumstances"),
                                    ("stillbirth", "Stillbirth without a professional present"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "coroner_told",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        (
                            "abuse_suspected",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        ("notifier", models.CharField(max_length=120)),
                        ("notifier_agency", models.CharField(max_length=120)),
                        ("notified_at", models.DateTimeField(help_text="When the notification reached the office.")),
                        ("support", models.TextField(blank=True, help_text="What bereavement support was offered.")),
                        ("key_worker", models.CharField(blank=True, help_text="Who stays beside the family.", max_length=120)),
                        ("professionals", models.TextField(blank=True, help_text="Everybody involved, one on each line.")),
                        (
                            "response_met_on",
                            models.DateField(blank=True, help_text="First meeting of the joint agency response.", null=True),
                        ),
                        ("visited_on", models.DateField(blank=True, help_text="Visit to the home or scene.", null=True)),
                        ("letter_on", models.DateField(blank=True, help_text="Letter and leaflet to the parents.", null=True)),
                        ("review_due_on", models.DateField(help_text="Of the review meeting: copied from its clock.")),
                        ("panel_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("whole_due_on", models.DateField(help_text="Of everything: copied from its clock.")),
                        (
                            "hold_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("post_mortem", "Post-mortem"),
                                    ("inquest", "Inquest"),
                                    ("criminal", "Police or Crown Prosecution Service"),
                                    ("practice_review", "Serious case or practice review"),
                                    ("patient_safety", "Patient safety incident investigation"),
                                ],
                                help_text="While it is on hold.",
                                max_length=15,
                            ),
                        ),
                        ("triaged_at", models.DateTimeField(blank=True, null=True)),
                        ("triaged_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("triage_chair", models.CharField(blank=True, max_length=120)),
                        ("triage_paediatrician", models.CharField(blank=True, max_length=120)),
                        ("triage_reasons", models.TextField(blank=True)),
                        ("met_on", models.DateField(blank=True, null=True)),
                        (
                            "met_at",
                            models.DateTimeField(blank=True, help_text="When the review meeting was recorded.", null=True),
                        ),
                        ("met_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("chair", models.CharField(blank=True, max_length=120)),
                        ("attended", models.TextField(blank=True, help_text="Who took part, an agency on each line.")),
                        ("cause_1a", models.CharField(blank=True, max_length=200)),
                        ("cause_1b", models.CharField(blank=True, max_length=200)),
                        ("cause_1c", models.CharField(blank=True, max_length=200)),
                        ("cause_1d", models.CharField(blank=True, max_length=200)),
                        ("cause_2", models.CharField(blank=True, max_length=200)),
                        (
                            "category",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1. Deliberately inflicted injury, abuse or neglect"),
                                    (2, "2. Suicide or deliberate self-inflicted harm"),
                                    (3, "3. Trauma and other external factors, including medical or surgical error"),
                                    (4, "4. Malignancy"),
                                    (5, "5. Acute medical or surgical condition"),
                                    (6, "6. Chronic medical condition"),
                                    (7, "7. Chromosomal, genetic or congenital anomaly"),
                                    (8, "8. Perinatal or neonatal event"),
                                    (9, "9. Infection"),
                                    (10, "10. Sudden unexpected, unexplained death"),
                                ],
                                null=True,
                            ),
                        ),
                        (
                            "modifiable",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("identified", "Modifiable factors identified"),
                                    ("none", "No modifiable factors identified"),
                                    ("inadequate", "Inadequate information to decide"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("learning", models.TextField(blank=True)),
                        ("issues", models.TextField(blank=True)),
                        ("positive", models.TextField(blank=True, help_text="Positive practice.")),
                        ("recommendations", models.TextField(blank=True)),
                        ("follow_up", models.TextField(blank=True, help_text="With the family.")),
                        ("referral", models.TextField(blank=True, help_text="What was referred to whom at once.")),
                        ("reviewed_on", models.DateField(blank=True, help_text="The day of the panel.", null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("reviewed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="death", to="reviews.case"
                            ),
                        ),
                        (
                            "second_of",
                            models.ForeignKey(
                                blank=True,
                                help_text="The same death, notified before: told to those named on that one, and not to those named on this.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seconds",
                                to="reviews.childdeath",
                            ),
                        ),
                        (
                            "panel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="deaths", to="reviews.deathpanel"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["died_on"], name="death_died"),
                            models.Index(fields=["notified_at"], name="death_notified"),
                            models.Index(
                                condition=models.Q(("reviewed_on__isnull", False)), fields=["reviewed_on"], name="death_reviewed"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("triaged_at__isnull", True), ("triaged_by", "")),
                                    models.Q(("triaged_at__isnull", False), models.Q(("triaged_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_triaged_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("met_at__isnull", True), ("met_by", "")),
                                    models.Q(("met_at__isnull", False), models.Q(("met_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_met_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reviewed_at__isnull", True), ("reviewed_by", "")),
                                    models.Q(("reviewed_at__isnull", False), models.Q(("reviewed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_reviewed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("born__in", ["stillbirth", "termination"]), _negated=True),
                                name="death_is_one_that_is_reviewed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("joint_response", True), models.Q(("joint_criterion", ""), _negated=True)),
                                    models.Q(("joint_criterion", ""), ("joint_response", False)),
                                    _connector="OR",
                                ),
                                name="death_joint_response_with_its_criterion",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("born", "unattended"), _negated=True),
                                    models.Q(("joint_criterion", "stillbirth"), ("joint_response", True)),
                                    _connector="OR",
                                ),
                                name="death_unattended_is_responded_to",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["reviewed", "closed"]), _negated=True),
                                    models.Q(
                                        ("category__isnull", False),
                                        ("reviewed_at__isnull", False),
                                        ("reviewed_on__isnull", False),
                                        models.Q(("modifiable", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="death_reviewed_says_what_it_was",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["listed", "reviewed", "closed"]), _negated=True),
                                    ("met_at__isnull", False),
                                    ("triaged_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="death_met_or_triaged_before_the_panel",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("triaged_at__isnull", True),
                                    models.Q(
                                        models.Q(("triage_chair", ""), _negated=True),
                                        models.Q(("triage_paediatrician", ""), _negated=True),
                                        models.Q(("triage_reasons", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="death_triaged_by_two",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "joined"), _negated=True), ("second_of__isnull", False), _connector="OR"
                                ),
                                name="death_joined_to_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("second_of__isnull", True),
                                    models.Q(("second_of", models.F("id")), _negated=True),
                                    _connector="OR",
                                ),
                                name="death_is_no_second_of_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyContact",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("day", models.DateField()),
                        ("who", models.CharField(help_text="Of the family, by relation: no name.", max_length=120)),
                        ("whose", models.CharField(help_text="Who spoke with them.", max_length=120)),
                        ("words", models.TextField(help_text="What was said and asked.")),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="reviews.childdeath"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["day", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("words", ""), _negated=True), models.Q(("who", ""), _negated=True)),
                                name="family_contact_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyContactEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("day", models.DateField()),
                        ("who", models.CharField(help_text="Of the family, by relation: no name.", max_length=120)),
                        ("whose", models.CharField(help_text="Who spoke with them.", max_length=120)),
                        ("words", models.TextField(help_text="What was said and asked.")),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
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
                                to="reviews.familycontact",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField(help_text="Within its case.")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pattern", "A pattern of the system"),
                                    ("practice", "Practice in this case"),
                                    ("good", "Good practice"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("struck_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="findings", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("struck_at__isnull", True), ("struck_by", "")),
                                    models.Q(("struck_at__isnull", False), models.Q(("struck_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="finding_struck_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("case", "number"), name="finding_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="finding_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("struck_at__isnull", True), models.Q(("struck_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="finding_struck_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "finding",
                            models.CharField(help_text="Fingerprint of what was found, with the words around it.", max_length=64),
                        ),
                        ("reason", models.TextField()),
                        ("answered_at", models.DateTimeField()),
                        ("answered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="finding_answers", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "finding"), name="finding_answer_once"),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="finding_answer_with_a_reason"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingAnswerEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "finding",
                            models.CharField(help_text="Fingerprint of what was found, with the words around it.", max_length=64),
                        ),
                        ("reason", models.TextField()),
                        ("answered_at", models.DateTimeField()),
                        ("answered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.findinganswer",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FindingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField(help_text="Within its case.")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("pattern", "A pattern of the system"),
                                    ("practice", "Practice in this case"),
                                    ("good", "Good practice"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("text", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("struck_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
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
                                to="reviews.finding",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FindingRecommendation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("national", "For the country"),
                                    ("partnership", "For the partnership"),
                                    ("agency", "For one agency"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("joined", models.BooleanField(help_text="It was there already, and the finding joined it.")),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="recommendations", to="reviews.finding"
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.recommendation"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["recommendation", "finding"], name="finding_recommendation_back")],
                        "constraints": [
                            models.UniqueConstraint(fields=("finding", "recommendation"), name="finding_recommendation_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FindingRecommendationEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "scope",
                            models.CharField(
                                choices=[
                                    ("national", "For the country"),
                                    ("partnership", "For the partnership"),
                                    ("agency", "For one agency"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("joined", models.BooleanField(help_text="It was there already, and the finding joined it.")),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "finding",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.finding",
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
                                to="reviews.findingrecommendation",
                            ),
                        ),
                        (
                            "recommendation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.recommendation",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FindingTheme",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "finding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tags", to="reviews.finding"
                            ),
                        ),
                        (
                            "theme",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="board.theme"),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["theme", "finding"], name="finding_theme_findings")],
                        "constraints": [models.UniqueConstraint(fields=("finding", "theme"), name="finding_theme_once")],
                    },
                ),
                migrations.CreateModel(
                    name="LinkedLearning",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("adults", "Safeguarding adults review"),
                                    ("homicide", "Domestic abuse related death review"),
                                    ("patient", "Patient safety incident investigation"),
                                    ("mappa", "MAPPA serious case review"),
                                    ("youth", "Youth justice critical incident"),
                                    ("network", "Network meeting"),
                                    ("event", "Joint learning event"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="As it is known to those who are not on it: nobody’s name.", max_length=150
                            ),
                        ),
                        ("with_whom", models.CharField(blank=True, help_text="Who leads it, or who met.", max_length=200)),
                        ("began_on", models.DateField(help_text="When it began, or took place.")),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("learnt", models.TextField(blank=True, help_text="What of it is passed on here.")),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-began_on", "-id"],
                        "indexes": [models.Index(fields=["began_on", "id"], name="linked_learning_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("title", ""), _negated=True), name="linked_learning_has_a_title"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("ended_on__gte", models.F("began_on")), _connector="OR"
                                ),
                                name="linked_learning_days_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LinkedLearningEvent",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("adults", "Safeguarding adults review"),
                                    ("homicide", "Domestic abuse related death review"),
                                    ("patient", "Patient safety incident investigation"),
                                    ("mappa", "MAPPA serious case review"),
                                    ("youth", "Youth justice critical incident"),
                                    ("network", "Network meeting"),
                                    ("event", "Joint learning event"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "title",
                            models.CharField(
                                help_text="As it is known to those who are not on it: nobody’s name.", max_length=150
                            ),
                        ),
                        ("with_whom", models.CharField(blank=True, help_text="Who leads it, or who met.", max_length=200)),
                        ("began_on", models.DateField(help_text="When it began, or took place.")),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("learnt", models.TextField(blank=True, help_text="What of it is passed on here.")),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.linkedlearning",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
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
                                    ("accept", "Is the report accepted?"),
                                    ("publish", "Is the publication signed off?"),
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
                    name="PracticeReview",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("commissioned", "Commissioned"),
                                    ("scoping", "Scoping"),
                                    ("reports_due", "Reports are being written"),
                                    ("analysis", "Analysis"),
                                    ("draft", "Draft"),
                                    ("accepted", "Accepted by the partners"),
                                    ("pre_publication", "Being prepared for publication"),
                                    ("published", "Published"),
                                    ("withheld", "Not published"),
                                    ("closed", "Closed"),
                                ],
                                default="commissioned",
                                max_length=15,
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("systems", "Systems review"),
                                    ("incident", "Significant incident learning process"),
                                    ("appreciative", "Appreciative inquiry"),
                                    ("other", "Another method"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("method_other", models.CharField(blank=True, max_length=120)),
                        (
                            "decided_on",
                            models.DateField(help_text="When it was decided to do the review: from then its months count."),
                        ),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        (
                            "statutory_due_on",
                            models.DateField(blank=True, help_text="By law; empty where no limit holds.", null=True),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, help_text="Copied from its clock: later where the clock stood still.", null=True
                            ),
                        ),
                        ("local_importance", models.BooleanField(default=False)),
                        (
                            "recurrent",
                            models.BooleanField(
                                default=False, help_text="Improvements are needed, also where it has happened before."
                            ),
                        ),
                        ("guidance_gap", models.BooleanField(default=False)),
                        (
                            "looked_at_elsewhere",
                            models.BooleanField(default=False, help_text="The panel or another partnership has reviewed it."),
                        ),
                        ("working_together", models.BooleanField(default=False)),
                        ("cross_border", models.BooleanField(default=False)),
                        ("institutional", models.BooleanField(default=False)),
                        ("decision_reasons", models.TextField()),
                        ("terms_of_reference", models.TextField(blank=True)),
                        ("period_from", models.DateField(blank=True, null=True)),
                        ("period_to", models.DateField(blank=True, null=True)),
                        ("key_lines", models.TextField(blank=True, help_text="Key lines of enquiry.")),
                        ("reviewers", models.TextField(blank=True, help_text="A reviewer on each line.")),
                        (
                            "independence",
                            models.TextField(blank=True, help_text="What the reviewers state of their independence."),
                        ),
                        ("lead_area", models.CharField(blank=True, max_length=120)),
                        ("our_contribution", models.TextField(blank=True)),
                        ("received_on", models.DateField(blank=True, help_text="When another area's report came.", null=True)),
                        (
                            "learned",
                            models.TextField(
                                blank=True, help_text="The briefing, or what another area's report means for this one."
                            ),
                        ),
                        (
                            "late_reasons",
                            models.TextField(blank=True, help_text="What the national panel was told of the delay."),
                        ),
                        ("late_told_on", models.DateField(blank=True, null=True)),
                        ("publication_plan", models.TextField(blank=True)),
                        ("media_plan", models.TextField(blank=True)),
                        ("planned_on", models.DateField(blank=True, help_text="When it is to be published.", null=True)),
                        (
                            "copies_sent_on",
                            models.DateField(
                                blank=True, help_text="To the national panel and the Secretary of State.", null=True
                            ),
                        ),
                        ("withheld_on", models.DateField(blank=True, null=True)),
                        ("withheld_reasons", models.TextField(blank=True, help_text="As the national panel was told them.")),
                        (
                            "improvements",
                            models.TextField(blank=True, help_text="What is published in place of a report that is withheld."),
                        ),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="practice", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["decided_on"], name="practice_decided")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="practice_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("decision_reasons", ""), _negated=True), name="practice_decided_with_reasons"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("method", "other"), _negated=True),
                                    models.Q(("method_other", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="practice_other_method_named",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("late_told_on__isnull", True), models.Q(("late_reasons", ""), _negated=True), _connector="OR"
                                ),
                                name="practice_late_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "published"), _negated=True),
                                    models.Q(("completed_on__isnull", False), ("published_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="practice_published_with_its_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withheld_on__isnull", True),
                                    models.Q(
                                        models.Q(("withheld_reasons", ""), _negated=True),
                                        models.Q(("improvements", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="practice_withheld_with_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("period_from__isnull", True),
                                    ("period_to__isnull", True),
                                    ("period_to__gte", models.F("period_from")),
                                    _connector="OR",
                                ),
                                name="practice_period_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PracticeReviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("commissioned", "Commissioned"),
                                    ("scoping", "Scoping"),
                                    ("reports_due", "Reports are being written"),
                                    ("analysis", "Analysis"),
                                    ("draft", "Draft"),
                                    ("accepted", "Accepted by the partners"),
                                    ("pre_publication", "Being prepared for publication"),
                                    ("published", "Published"),
                                    ("withheld", "Not published"),
                                    ("closed", "Closed"),
                                ],
                                default="commissioned",
                                max_length=15,
                            ),
                        ),
                        (
                            "method",
                            models.CharField(
                                choices=[
                                    ("systems", "Systems review"),
                                    ("incident", "Significant incident learning process"),
                                    ("appreciative", "Appreciative inquiry"),
                                    ("other", "Another method"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("method_other", models.CharField(blank=True, max_length=120)),
                        (
                            "decided_on",
                            models.DateField(help_text="When it was decided to do the review: from then its months count."),
                        ),
                        ("started_on", models.DateField(blank=True, null=True)),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("published_on", models.DateField(blank=True, null=True)),
                        (
                            "statutory_due_on",
                            models.DateField(blank=True, help_text="By law; empty where no limit holds.", null=True),
                        ),
                        (
                            "due_on",
                            models.DateField(
                                blank=True, help_text="Copied from its clock: later where the clock stood still.", null=True
                            ),
                        ),
                        ("local_importance", models.BooleanField(default=False)),
                        (
                            "recurrent",
                            models.BooleanField(
                                default=False, help_text="Improvements are needed, also where it has happened before."
                            ),
                        ),
                        ("guidance_gap", models.BooleanField(default=False)),
                        (
                            "looked_at_elsewhere",
                            models.BooleanField(default=False, help_text="The panel or another partnership has reviewed it."),
                        ),
                        ("working_together", models.BooleanField(default=False)),
                        ("cross_border", models.BooleanField(default=False)),
                        ("institutional", models.BooleanField(default=False)),
                        ("decision_reasons", models.TextField()),
                        ("terms_of_reference", models.TextField(blank=True)),
                        ("period_from", models.DateField(blank=True, null=True)),
                        ("period_to", models.DateField(blank=True, null=True)),
                        ("key_lines", models.TextField(blank=True, help_text="Key lines of enquiry.")),
                        ("reviewers", models.TextField(blank=True, help_text="A reviewer on each line.")),
                        (
                            "independence",
                            models.TextField(blank=True, help_text="What the reviewers state of their independence."),
                        ),
                        ("lead_area", models.CharField(blank=True, max_length=120)),
                        ("our_contribution", models.TextField(blank=True)),
                        ("received_on", models.DateField(blank=True, help_text="When another area's report came.", null=True)),
                        (
                            "learned",
                            models.TextField(
                                blank=True, help_text="The briefing, or what another area's report means for this one."
                            ),
                        ),
                        (
                            "late_reasons",
                            models.TextField(blank=True, help_text="What the national panel was told of the delay."),
                        ),
                        ("late_told_on", models.DateField(blank=True, null=True)),
                        ("publication_plan", models.TextField(blank=True)),
                        ("media_plan", models.TextField(blank=True)),
                        ("planned_on", models.DateField(blank=True, help_text="When it is to be published.", null=True)),
                        (
                            "copies_sent_on",
                            models.DateField(
                                blank=True, help_text="To the national panel and the Secretary of State.", null=True
                            ),
                        ),
                        ("withheld_on", models.DateField(blank=True, null=True)),
                        ("withheld_reasons", models.TextField(blank=True, help_text="As the national panel was told them.")),
                        (
                            "improvements",
                            models.TextField(blank=True, help_text="What is published in place of a report that is withheld."),
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
                                to="reviews.practicereview",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PractitionerEvent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("held_on", models.DateField()),
                        ("themes", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="practitioner_events", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["held_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("themes", ""), _negated=True), name="practitioner_event_has_themes"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PractitionerAttendance",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("agency", models.CharField(max_length=120)),
                        ("people", models.PositiveSmallIntegerField()),
                        (
                            "event",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="reviews.practitionerevent",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("event", "agency"), name="practitioner_attendance_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PractitionerEventEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("held_on", models.DateField()),
                        ("themes", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.practitionerevent",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublicationText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("title", models.CharField(max_length=150)),
                        ("summary", models.TextField()),
                        ("body", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("legal_on", models.DateField(blank=True, null=True)),
                        ("legal_who", models.CharField(blank=True, max_length=120)),
                        ("family_on", models.DateField(blank=True, null=True)),
                        ("family_who", models.CharField(blank=True, max_length=120)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="publication_text", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("title", ""), _negated=True),
                                    models.Q(("summary", ""), _negated=True),
                                    models.Q(("body", ""), _negated=True),
                                ),
                                name="publication_text_is_whole",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("legal_on__isnull", True), ("legal_who", "")),
                                        models.Q(("legal_on__isnull", False), models.Q(("legal_who", ""), _negated=True)),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        models.Q(("family_on__isnull", True), ("family_who", "")),
                                        models.Q(("family_on__isnull", False), models.Q(("family_who", ""), _negated=True)),
                                        _connector="OR",
                                    ),
                                ),
                                name="publication_text_checked_by_whom",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublicationTextEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("title", models.CharField(max_length=150)),
                        ("summary", models.TextField()),
                        ("body", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("legal_on", models.DateField(blank=True, null=True)),
                        ("legal_who", models.CharField(blank=True, max_length=120)),
                        ("family_on", models.DateField(blank=True, null=True)),
                        ("family_who", models.CharField(blank=True, max_length=120)),
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
                                to="reviews.publicationtext",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PublishedReview",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("kind", models.CharField(help_text="In words.", max_length=60)),
                        ("method", models.CharField(blank=True, help_text="In words.", max_length=120)),
                        ("title", models.CharField(max_length=150)),
                        ("summary", models.TextField()),
                        ("body", models.TextField()),
                        ("improvements_only", models.BooleanField(default=False, help_text="The report itself is withheld.")),
                        ("published_on", models.DateField()),
                        ("published_at", models.DateTimeField()),
                        ("published_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("review_on", models.DateField(help_text="When it is asked whether the page still stands.")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "case",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="published_review", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-published_on", "-id"],
                        "indexes": [models.Index(fields=["-published_on"], name="published_review_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="published_review_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("withdrawn_at__isnull", True),
                                    models.Q(("withdrawn_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="published_review_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("review_on__gt", models.F("published_on"))),
                                name="published_review_looked_at_later",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PublishedReviewEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("slug", models.SlugField(db_index=False, max_length=80)),
                        ("kind", models.CharField(help_text="In words.", max_length=60)),
                        ("method", models.CharField(blank=True, help_text="In words.", max_length=120)),
                        ("title", models.CharField(max_length=150)),
                        ("summary", models.TextField()),
                        ("body", models.TextField()),
                        ("improvements_only", models.BooleanField(default=False, help_text="The report itself is withheld.")),
                        ("published_on", models.DateField()),
                        ("published_at", models.DateTimeField()),
                        ("published_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("review_on", models.DateField(help_text="When it is asked whether the page still stands.")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
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
                                to="reviews.publishedreview",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReportDraftEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField()),
                        ("note", models.CharField(blank=True, help_text="What has changed.", max_length=200)),
                        ("privileged", models.BooleanField(default=False, help_text="Legal advice: no export takes it in.")),
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
                                to="reviews.reportdraft",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScopingLetter",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("period_from", models.DateField()),
                        ("period_to", models.DateField()),
                        ("key_questions", models.TextField(blank=True)),
                        (
                            "names_children",
                            models.BooleanField(help_text="Whether the authors are told here who the children are."),
                        ),
                        ("due_on", models.DateField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["case", "id"], name="letter_of_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("period_to__gte", models.F("period_from"))), name="letter_period_in_order"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScopingLetterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("period_from", models.DateField()),
                        ("period_to", models.DateField()),
                        ("key_questions", models.TextField(blank=True)),
                        (
                            "names_children",
                            models.BooleanField(help_text="Whether the authors are told here who the children are."),
                        ),
                        ("due_on", models.DateField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.scopingletter",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
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
                    name="WordNotToPublish",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("name", "Name of a person"),
                                    ("place", "Address, street or place"),
                                    ("school", "School or setting"),
                                    ("date", "Date, as in 3 May 2019"),
                                    ("other", "Other words"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("words", models.CharField(max_length=200)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="words_not_to_publish",
                                to="reviews.case",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["kind", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "kind", "words"), name="word_not_to_publish_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordNotToPublishEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("name", "Name of a person"),
                                    ("place", "Address, street or place"),
                                    ("school", "School or setting"),
                                    ("date", "Date, as in 3 May 2019"),
                                    ("other", "Other words"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("words", models.CharField(max_length=200)),
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
                                to="reviews.wordnottopublish",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgencyReturn",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("open", "Being written"),
                                    ("sent", "Sent"),
                                    ("back", "Sent back"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=9,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "declared_at",
                            models.DateTimeField(
                                blank=True, help_text="When the author said that they had no part in the case.", null=True
                            ),
                        ),
                        ("declared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "involved",
                            models.BooleanField(
                                blank=True, help_text="Whether the agency knew of child or family at all.", null=True
                            ),
                        ),
                        ("involved_from", models.DateField(blank=True, null=True)),
                        ("involved_to", models.DateField(blank=True, null=True)),
                        (
                            "completer",
                            models.CharField(blank=True, help_text="Name and post of who completed it.", max_length=150),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("key_episodes", models.TextField(blank=True)),
                        ("child_voice", models.TextField(blank=True)),
                        ("family_context", models.TextField(blank=True)),
                        ("fathers", models.TextField(blank=True, help_text="What is known of fathers and of partners.")),
                        ("culture", models.TextField(blank=True, help_text="Ethnicity, culture, faith and language.")),
                        ("analysis", models.TextField(blank=True)),
                        ("learning", models.TextField(blank=True)),
                        ("good_practice", models.TextField(blank=True)),
                        ("action_taken", models.TextField(blank=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("back_at", models.DateTimeField(blank=True, help_text="When it was last sent back.", null=True)),
                        ("back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("missing", models.TextField(blank=True, help_text="What was missing when it was sent back.")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.CharField(blank=True, max_length=400)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                help_text="The last one.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agency_return",
                                to="work.request",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="reviews.case"
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="reviews.scopingletter"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["case", "id"], name="return_of_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("declared_at__isnull", True), ("declared_by", "")),
                                    models.Q(("declared_at__isnull", False), models.Q(("declared_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="return_declared_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", True), ("sent_by", "")),
                                    models.Q(("sent_at__isnull", False), models.Q(("sent_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="return_sent_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("back_at__isnull", True), ("back_by", "")),
                                    models.Q(("back_at__isnull", False), models.Q(("back_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="return_back_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="return_withdrawn_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "withdrawn"), _negated=True),
                                fields=("letter", "agency"),
                                name="return_asked_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ["asked", "withdrawn"]), ("declared_at__isnull", False), _connector="OR"
                                ),
                                name="return_written_by_who_had_no_part",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "sent"), _negated=True),
                                    models.Q(
                                        ("involved__isnull", False),
                                        ("sent_at__isnull", False),
                                        models.Q(("completer", ""), _negated=True),
                                        models.Q(("summary", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="return_sent_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("back_at__isnull", True), ("missing", "")),
                                    models.Q(("back_at__isnull", False), models.Q(("missing", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="return_back_says_what_is_missing",
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
                                name="return_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("involved_from__isnull", True),
                                    ("involved_to__isnull", True),
                                    ("involved_to__gte", models.F("involved_from")),
                                    _connector="OR",
                                ),
                                name="return_involved_in_order",
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
                    name="AgencyReturnEvent",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("open", "Being written"),
                                    ("sent", "Sent"),
                                    ("back", "Sent back"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=9,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "declared_at",
                            models.DateTimeField(
                                blank=True, help_text="When the author said that they had no part in the case.", null=True
                            ),
                        ),
                        ("declared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "involved",
                            models.BooleanField(
                                blank=True, help_text="Whether the agency knew of child or family at all.", null=True
                            ),
                        ),
                        ("involved_from", models.DateField(blank=True, null=True)),
                        ("involved_to", models.DateField(blank=True, null=True)),
                        (
                            "completer",
                            models.CharField(blank=True, help_text="Name and post of who completed it.", max_length=150),
                        ),
                        ("summary", models.TextField(blank=True)),
                        ("key_episodes", models.TextField(blank=True)),
                        ("child_voice", models.TextField(blank=True)),
                        ("family_context", models.TextField(blank=True)),
                        ("fathers", models.TextField(blank=True, help_text="What is known of fathers and of partners.")),
                        ("culture", models.TextField(blank=True, help_text="Ethnicity, culture, faith and language.")),
                        ("analysis", models.TextField(blank=True)),
                        ("learning", models.TextField(blank=True)),
                        ("good_practice", models.TextField(blank=True)),
                        ("action_taken", models.TextField(blank=True)),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("back_at", models.DateTimeField(blank=True, help_text="When it was last sent back.", null=True)),
                        ("back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("missing", models.TextField(blank=True, help_text="What was missing when it was sent back.")),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.CharField(blank=True, max_length=400)),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            "author",
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
                                to="reviews.agencyreturn",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The last one.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.request",
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
                            "letter",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.scopingletter",
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
                    name="CaseCost",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("what", models.CharField(max_length=120)),
                        ("amount", models.DecimalField(decimal_places=2, help_text="Pounds.", max_digits=10)),
                        ("paid_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="costs", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["paid_on", "id"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="case_cost_is_something")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseCostEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("what", models.CharField(max_length=120)),
                        ("amount", models.DecimalField(decimal_places=2, help_text="Pounds.", max_digits=10)),
                        ("paid_on", models.DateField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.casecost",
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
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("incident", "Serious incident"),
                                    ("concern", "Case of concern"),
                                    ("thematic", "Thematic review"),
                                    ("practice", "Local child safeguarding practice review"),
                                    ("serious_case", "Serious case review"),
                                    ("other_area", "Another area’s review"),
                                    ("death", "Child death"),
                                ],
                                max_length=20,
                            ),
                        ),
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
                    name="CaseFamilyContact",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("who", models.CharField(help_text="As whom the case speaks of them: no name.", max_length=120)),
                        ("contact_on", models.DateField()),
                        ("offered", models.TextField(help_text="What they were told or offered.")),
                        ("how", models.CharField(help_text="By letter, at home, through a worker.", max_length=120)),
                        ("support", models.TextField(blank=True)),
                        ("pseudonym_wish", models.TextField(blank=True)),
                        ("report_wish", models.TextField(blank=True)),
                        ("draft_response", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="family_contacts", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["contact_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("offered", ""), _negated=True), name="case_family_contact_says_what"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseFamilyContactEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("who", models.CharField(help_text="As whom the case speaks of them: no name.", max_length=120)),
                        ("contact_on", models.DateField()),
                        ("offered", models.TextField(help_text="What they were told or offered.")),
                        ("how", models.CharField(help_text="By letter, at home, through a worker.", max_length=120)),
                        ("support", models.TextField(blank=True)),
                        ("pseudonym_wish", models.TextField(blank=True)),
                        ("report_wish", models.TextField(blank=True)),
                        ("draft_response", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.casefamilycontact",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CaseLink",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("why", models.CharField(blank=True, max_length=200)),
                        ("linked_at", models.DateTimeField()),
                        ("linked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="links", to="reviews.case"
                            ),
                        ),
                        (
                            "learning",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reviews.linkedlearning"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("case", "learning"), name="case_link_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CaseLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("why", models.CharField(blank=True, max_length=200)),
                        ("linked_at", models.DateTimeField()),
                        ("linked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.caselink",
                            ),
                        ),
                        (
                            "learning",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.linkedlearning",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
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
                    name="CaseProceeding",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("criminal", "Criminal proceedings"),
                                    ("inquest", "Inquest"),
                                    ("family", "Family court"),
                                    ("domestic", "Domestic homicide review"),
                                    ("adults", "Safeguarding adults review"),
                                    ("health", "Patient safety incident investigation"),
                                    ("employment", "Employment proceedings"),
                                    ("child_death", "Child death review"),
                                    ("insurance", "Insurance claim"),
                                    ("other", "Other proceedings"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("lead", models.CharField(max_length=120)),
                        ("status", models.TextField()),
                        ("since", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("reporting_restriction", models.TextField(blank=True)),
                        ("effect", models.CharField(choices=[("none", "None"), ("holds", "It waits for them")], max_length=6)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="proceedings", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["since", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("ended_on__gte", models.F("since")), _connector="OR"
                                ),
                                name="case_proceeding_in_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseProceedingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("criminal", "Criminal proceedings"),
                                    ("inquest", "Inquest"),
                                    ("family", "Family court"),
                                    ("domestic", "Domestic homicide review"),
                                    ("adults", "Safeguarding adults review"),
                                    ("health", "Patient safety incident investigation"),
                                    ("employment", "Employment proceedings"),
                                    ("child_death", "Child death review"),
                                    ("insurance", "Insurance claim"),
                                    ("other", "Other proceedings"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("lead", models.CharField(max_length=120)),
                        ("status", models.TextField()),
                        ("since", models.DateField()),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("reporting_restriction", models.TextField(blank=True)),
                        ("effect", models.CharField(choices=[("none", "None"), ("holds", "It waits for them")], max_length=6)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.caseproceeding",
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
                    name="ChronologyCopy",
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
                            "query",
                            models.CharField(
                                blank=True, help_text="Which of the entries, as the page's address says it.", max_length=300
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="chronology_copies", to="reviews.case"
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
                        "verbose_name_plural": "chronology copies",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="chronology_copy_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("case", "asked_by", "once"), name="chronology_copy_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="chronology_copy_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="chronology_copy_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChronologyEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("happened_on", models.DateField(help_text="Of a month or a year its first day.")),
                        (
                            "precision",
                            models.CharField(
                                choices=[
                                    ("exact", "Exact"),
                                    ("approximate", "Approximate"),
                                    ("month", "Only the month is known"),
                                    ("year", "Only the year is known"),
                                ],
                                default="exact",
                                max_length=11,
                            ),
                        ),
                        ("at", models.TimeField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, help_text="The last day, of what lasted.", null=True)),
                        (
                            "place",
                            models.CharField(
                                help_text="Where it stands in the order of time: day, precision, time of day.", max_length=13
                            ),
                        ),
                        ("source", models.CharField(help_text="Where it stands: the records system.", max_length=200)),
                        (
                            "persons",
                            models.CharField(
                                blank=True, help_text="Who took part or was spoken of, by pseudonyms and posts.", max_length=300
                            ),
                        ),
                        ("event", models.TextField()),
                        (
                            "child_seen",
                            models.CharField(
                                choices=[
                                    ("alone", "Seen alone"),
                                    ("seen", "Seen"),
                                    ("not_seen", "Not seen"),
                                    ("none", "Not applicable"),
                                ],
                                default="none",
                                max_length=8,
                            ),
                        ),
                        ("action", models.TextField(blank=True, help_text="What was done.")),
                        (
                            "significance",
                            models.CharField(
                                choices=[
                                    ("routine", "Routine"),
                                    ("key", "Key"),
                                    ("missed", "Missed opportunity"),
                                    ("good", "Good practice"),
                                ],
                                default="routine",
                                max_length=7,
                            ),
                        ),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "fingerprint",
                            models.CharField(help_text="The same for the same entry: it is not kept twice.", max_length=64),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("sent_at", models.DateTimeField(blank=True, help_text="When it was sent with the return.", null=True)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("struck_reason", models.CharField(blank=True, max_length=300)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="reviews.case"
                            ),
                        ),
                        (
                            "of_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="reviews.agencyreturn"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("sent_at__isnull", False), ("struck_at__isnull", True)),
                                fields=["case", "place", "id"],
                                name="entry_in_order",
                            ),
                            models.Index(fields=["of_return", "place", "id"], name="entry_of_return"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("struck_at__isnull", True), ("struck_by", "")),
                                    models.Q(("struck_at__isnull", False), models.Q(("struck_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="entry_struck_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("struck_at__isnull", True)),
                                fields=("of_return", "fingerprint"),
                                name="entry_kept_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("event", ""), _negated=True), models.Q(("source", ""), _negated=True)
                                ),
                                name="entry_says_what_and_where",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("struck_at__isnull", True), models.Q(("struck_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="entry_struck_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True), ("until__gte", models.F("happened_on")), _connector="OR"
                                ),
                                name="entry_until_after_it_began",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("at__isnull", True), ("precision__in", ["exact", "approximate"]), _connector="OR"
                                ),
                                name="entry_time_of_a_known_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChronologyEntryEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("happened_on", models.DateField(help_text="Of a month or a year its first day.")),
                        (
                            "precision",
                            models.CharField(
                                choices=[
                                    ("exact", "Exact"),
                                    ("approximate", "Approximate"),
                                    ("month", "Only the month is known"),
                                    ("year", "Only the year is known"),
                                ],
                                default="exact",
                                max_length=11,
                            ),
                        ),
                        ("at", models.TimeField(blank=True, null=True)),
                        ("until", models.DateField(blank=True, help_text="The last day, of what lasted.", null=True)),
                        (
                            "place",
                            models.CharField(
                                help_text="Where it stands in the order of time: day, precision, time of day.", max_length=13
                            ),
                        ),
                        ("source", models.CharField(help_text="Where it stands: the records system.", max_length=200)),
                        (
                            "persons",
                            models.CharField(
                                blank=True, help_text="Who took part or was spoken of, by pseudonyms and posts.", max_length=300
                            ),
                        ),
                        ("event", models.TextField()),
                        (
                            "child_seen",
                            models.CharField(
                                choices=[
                                    ("alone", "Seen alone"),
                                    ("seen", "Seen"),
                                    ("not_seen", "Not seen"),
                                    ("none", "Not applicable"),
                                ],
                                default="none",
                                max_length=8,
                            ),
                        ),
                        ("action", models.TextField(blank=True, help_text="What was done.")),
                        (
                            "significance",
                            models.CharField(
                                choices=[
                                    ("routine", "Routine"),
                                    ("key", "Key"),
                                    ("missed", "Missed opportunity"),
                                    ("good", "Good practice"),
                                ],
                                default="routine",
                                max_length=7,
                            ),
                        ),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "fingerprint",
                            models.CharField(help_text="The same for the same entry: it is not kept twice.", max_length=64),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("sent_at", models.DateTimeField(blank=True, help_text="When it was sent with the return.", null=True)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("struck_reason", models.CharField(blank=True, max_length=300)),
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
                            "of_return",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.agencyreturn",
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
                                to="reviews.chronologyentry",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChronologyUpload",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Tried out"), ("taken", "Taken in"), ("given_up", "Given up")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        (
                            "rows",
                            models.JSONField(
                                default=list, help_text="Number and cells of each row; once taken in, those to put right."
                            ),
                        ),
                        ("taken", models.PositiveIntegerField(default=0, help_text="How many entries came of it.")),
                        ("uploaded_at", models.DateTimeField()),
                        ("uploaded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "of_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="uploads", to="reviews.agencyreturn"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["of_return", "id"], name="upload_of_return")],
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
                    name="Contradiction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("note", models.TextField(help_text="About what the entries differ.")),
                        ("marked_at", models.DateTimeField()),
                        ("marked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                        ("lifted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("lifted_reason", models.TextField(blank=True, help_text="What was found out.")),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="contradictions", to="reviews.case"
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["case", "id"], name="contradiction_of_case")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("lifted_at__isnull", True), ("lifted_by", "")),
                                    models.Q(("lifted_at__isnull", False), models.Q(("lifted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contradiction_lifted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("note", ""), _negated=True), name="contradiction_says_what"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("lifted_at__isnull", True), models.Q(("lifted_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="contradiction_lifted_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContradictionEntry",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contradiction",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sides", to="reviews.contradiction"
                            ),
                        ),
                        (
                            "entry",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sides", to="reviews.chronologyentry"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "contradiction entries",
                        "constraints": [
                            models.UniqueConstraint(fields=("entry", "contradiction"), name="contradiction_names_entry_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContradictionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("note", models.TextField(help_text="About what the entries differ.")),
                        ("marked_at", models.DateTimeField()),
                        ("marked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("lifted_at", models.DateTimeField(blank=True, null=True)),
                        ("lifted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("lifted_reason", models.TextField(blank=True, help_text="What was found out.")),
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
                                to="reviews.contradiction",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathFactor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("A", "A. Intrinsic to the child"),
                                    ("B", "B. Family, social setting and parenting"),
                                    ("C", "C. Physical environment"),
                                    ("D", "D. Service provision"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("words", models.TextField()),
                        (
                            "relevance",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "0. Information not available"),
                                    (1, "1. No factor, or unlikely to have contributed"),
                                    (2, "2. May have contributed"),
                                ]
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="factors", to="reviews.childdeath"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["domain", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("struck_at__isnull", True), ("struck_by", "")),
                                    models.Q(("struck_at__isnull", False), models.Q(("struck_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_factor_struck_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="death_factor_says_what"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("relevance__in", [0, 1, 2])), name="death_factor_relevance"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathFactorEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "domain",
                            models.CharField(
                                choices=[
                                    ("A", "A. Intrinsic to the child"),
                                    ("B", "B. Family, social setting and parenting"),
                                    ("C", "C. Physical environment"),
                                    ("D", "D. Service provision"),
                                ],
                                max_length=1,
                            ),
                        ),
                        ("words", models.TextField()),
                        (
                            "relevance",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "0. Information not available"),
                                    (1, "1. No factor, or unlikely to have contributed"),
                                    (2, "2. May have contributed"),
                                ]
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("struck_at", models.DateTimeField(blank=True, null=True)),
                        ("struck_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
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
                                to="reviews.deathfactor",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathForm",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reviews.models.rows.new_case_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("returned", "Returned"),
                                    ("evidence", "Other evidence taken instead"),
                                ],
                                default="asked",
                                max_length=8,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "supplement",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("asthma", "Asthma or anaphylaxis"),
                                    ("cardiac", "Cardiac"),
                                    ("congenital", "Congenital or genetic"),
                                    ("ketoacidosis", "Diabetic ketoacidosis"),
                                    ("drowning", "Drowning"),
                                    ("epilepsy", "Epilepsy"),
                                    ("fire", "Fire or burns"),
                                    ("infection", "Infection"),
                                    ("palliative", "Life-limiting condition or palliative care"),
                                    ("neonatal", "Neonatal: labour ward and neonatal unit"),
                                    ("oncology", "Oncology"),
                                    ("poisoning", "Poisoning"),
                                    ("sudden", "Sudden unexpected death"),
                                    ("self_harm", "Suicide or self-harm"),
                                    ("trauma", "Trauma or road traffic collision"),
                                    ("violence", "Violence"),
                                    ("pathway", "Care pathway"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        (
                            "known",
                            models.BooleanField(
                                blank=True, help_text="Whether the agency knew of child or family at all.", null=True
                            ),
                        ),
                        (
                            "filled_in_by_whom",
                            models.CharField(blank=True, help_text="Name and post of who completed it.", max_length=150),
                        ),
                        ("history", models.TextField(blank=True, help_text="The child's history.")),
                        (
                            "pregnancy",
                            models.TextField(
                                blank=True, help_text="Pregnancy and birth: gestation, weight, the mother's health."
                            ),
                        ),
                        ("growth", models.CharField(blank=True, help_text="Height and weight.", max_length=200)),
                        ("health", models.TextField(blank=True, help_text="Health, development, disability.")),
                        ("education", models.TextField(blank=True)),
                        (
                            "family",
                            models.TextField(
                                blank=True, help_text="Parents: occupations, smoking, substances, mental health, violence."
                            ),
                        ),
                        ("housing", models.TextField(blank=True, help_text="Housing and poverty.")),
                        ("barriers", models.TextField(blank=True, help_text="Barriers to services, immigration.")),
                        (
                            "care_status",
                            models.CharField(
                                choices=[
                                    ("never", "Never known"),
                                    ("previous", "Known before"),
                                    ("need", "Child in need"),
                                    ("protection", "On a child protection plan"),
                                    ("looked_after", "Looked after"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=12,
                            ),
                        ),
                        ("narrative", models.TextField(blank=True, help_text="What happened.")),
                        ("services", models.TextField(blank=True, help_text="What the agency gave.")),
                        ("support_offered", models.TextField(blank=True, help_text="Bereavement support.")),
                        ("learning", models.TextField(blank=True, help_text="What the agency has learnt.")),
                        ("supplementary", models.TextField(blank=True, help_text="What the supplementary form asks.")),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("discharge", "Discharge summary"),
                                    ("post_mortem", "Post-mortem report"),
                                    ("police", "Police form"),
                                    ("minutes", "Minutes of the joint agency response"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("evidence_words", models.TextField(blank=True, help_text="What it says.")),
                        ("evidence_at", models.DateTimeField(blank=True, help_text="When it was taken instead.", null=True)),
                        ("evidence_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        (
                            "death",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="forms", to="reviews.childdeath"
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                help_text="That asked for it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="death_form",
                                to="work.request",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by", "")),
                                    models.Q(("returned_at__isnull", False), models.Q(("returned_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_form_returned_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("evidence_at__isnull", True), ("evidence_by", "")),
                                    models.Q(("evidence_at__isnull", False), models.Q(("evidence_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_form_evidence_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("death", "agency"), name="death_form_asked_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("known__isnull", False),
                                        ("returned_at__isnull", False),
                                        ("state", "returned"),
                                        models.Q(("filled_in_by_whom", ""), _negated=True),
                                        models.Q(("narrative", ""), _negated=True),
                                    ),
                                    models.Q(models.Q(("state", "returned"), _negated=True), ("returned_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="death_form_returned_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("evidence_at__isnull", False),
                                        ("state", "evidence"),
                                        models.Q(("evidence", ""), _negated=True),
                                        models.Q(("evidence_words", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "evidence"), _negated=True),
                                        ("evidence", ""),
                                        ("evidence_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="death_form_evidence_says_which",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathFormEvent",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("returned", "Returned"),
                                    ("evidence", "Other evidence taken instead"),
                                ],
                                default="asked",
                                max_length=8,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "supplement",
                            models.CharField(
                                choices=[
                                    ("none", "None"),
                                    ("asthma", "Asthma or anaphylaxis"),
                                    ("cardiac", "Cardiac"),
                                    ("congenital", "Congenital or genetic"),
                                    ("ketoacidosis", "Diabetic ketoacidosis"),
                                    ("drowning", "Drowning"),
                                    ("epilepsy", "Epilepsy"),
                                    ("fire", "Fire or burns"),
                                    ("infection", "Infection"),
                                    ("palliative", "Life-limiting condition or palliative care"),
                                    ("neonatal", "Neonatal: labour ward and neonatal unit"),
                                    ("oncology", "Oncology"),
                                    ("poisoning", "Poisoning"),
                                    ("sudden", "Sudden unexpected death"),
                                    ("self_harm", "Suicide or self-harm"),
                                    ("trauma", "Trauma or road traffic collision"),
                                    ("violence", "Violence"),
                                    ("pathway", "Care pathway"),
                                ],
                                default="none",
                                max_length=12,
                            ),
                        ),
                        (
                            "known",
                            models.BooleanField(
                                blank=True, help_text="Whether the agency knew of child or family at all.", null=True
                            ),
                        ),
                        (
                            "filled_in_by_whom",
                            models.CharField(blank=True, help_text="Name and post of who completed it.", max_length=150),
                        ),
                        ("history", models.TextField(blank=True, help_text="The child's history.")),
                        (
                            "pregnancy",
                            models.TextField(
                                blank=True, help_text="Pregnancy and birth: gestation, weight, the mother's health."
                            ),
                        ),
                        ("growth", models.CharField(blank=True, help_text="Height and weight.", max_length=200)),
                        ("health", models.TextField(blank=True, help_text="Health, development, disability.")),
                        ("education", models.TextField(blank=True)),
                        (
                            "family",
                            models.TextField(
                                blank=True, help_text="Parents: occupations, smoking, substances, mental health, violence."
                            ),
                        ),
                        ("housing", models.TextField(blank=True, help_text="Housing and poverty.")),
                        ("barriers", models.TextField(blank=True, help_text="Barriers to services, immigration.")),
                        (
                            "care_status",
                            models.CharField(
                                choices=[
                                    ("never", "Never known"),
                                    ("previous", "Known before"),
                                    ("need", "Child in need"),
                                    ("protection", "On a child protection plan"),
                                    ("looked_after", "Looked after"),
                                    ("unknown", "Not known"),
                                ],
                                default="unknown",
                                max_length=12,
                            ),
                        ),
                        ("narrative", models.TextField(blank=True, help_text="What happened.")),
                        ("services", models.TextField(blank=True, help_text="What the agency gave.")),
                        ("support_offered", models.TextField(blank=True, help_text="Bereavement support.")),
                        ("learning", models.TextField(blank=True, help_text="What the agency has learnt.")),
                        ("supplementary", models.TextField(blank=True, help_text="What the supplementary form asks.")),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "evidence",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("discharge", "Discharge summary"),
                                    ("post_mortem", "Post-mortem report"),
                                    ("police", "Police form"),
                                    ("minutes", "Minutes of the joint agency response"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("evidence_words", models.TextField(blank=True, help_text="What it says.")),
                        ("evidence_at", models.DateTimeField(blank=True, help_text="When it was taken instead.", null=True)),
                        ("evidence_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
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
                            "author",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "death",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
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
                                to="reviews.deathform",
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="That asked for it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.request",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathHold",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("post_mortem", "Post-mortem"),
                                    ("inquest", "Inquest"),
                                    ("criminal", "Police or Crown Prosecution Service"),
                                    ("practice_review", "Serious case or practice review"),
                                    ("patient_safety", "Patient safety incident investigation"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("held_at", models.DateTimeField()),
                        ("held_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("released_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="reviews.childdeath"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["held_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("released_at__isnull", True), ("released_by", "")),
                                    models.Q(("released_at__isnull", False), models.Q(("released_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_hold_released_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("released_at__isnull", True)),
                                fields=("death",),
                                name="death_hold_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathHoldEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("post_mortem", "Post-mortem"),
                                    ("inquest", "Inquest"),
                                    ("criminal", "Police or Crown Prosecution Service"),
                                    ("practice_review", "Serious case or practice review"),
                                    ("patient_safety", "Patient safety incident investigation"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("words", models.TextField()),
                        ("held_at", models.DateTimeField()),
                        ("held_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("released_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
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
                                to="reviews.deathhold",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathIdentity",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        (
                            "nhs_absent",
                            models.CharField(
                                blank=True,
                                choices=[("non_resident", "Non-resident"), ("not_available", "Not available")],
                                max_length=13,
                            ),
                        ),
                        ("address", models.TextField(blank=True)),
                        ("school", models.CharField(blank=True, max_length=120)),
                        ("practice", models.CharField(blank=True, help_text="General practice.", max_length=120)),
                        (
                            "family",
                            models.TextField(
                                blank=True, help_text="Parents, brothers and sisters, other children: one on each line."
                            ),
                        ),
                        (
                            "child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="death_identity", to="reviews.casechild"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "death identities",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("nhs_absent", ""), models.Q(("nhs_number", ""), _negated=True)),
                                    models.Q(models.Q(("nhs_absent", ""), _negated=True), ("nhs_number", "")),
                                    _connector="OR",
                                ),
                                name="death_identity_number_or_why_not",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathIdentityEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("nhs_number", models.CharField(blank=True, max_length=10)),
                        (
                            "nhs_absent",
                            models.CharField(
                                blank=True,
                                choices=[("non_resident", "Non-resident"), ("not_available", "Not available")],
                                max_length=13,
                            ),
                        ),
                        ("address", models.TextField(blank=True)),
                        ("school", models.CharField(blank=True, max_length=120)),
                        ("practice", models.CharField(blank=True, help_text="General practice.", max_length=120)),
                        (
                            "family",
                            models.TextField(
                                blank=True, help_text="Parents, brothers and sisters, other children: one on each line."
                            ),
                        ),
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
                                to="reviews.deathidentity",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathListing",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("listed_at", models.DateTimeField()),
                        ("listed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("put_off_at", models.DateTimeField(blank=True, null=True)),
                        ("put_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="listings", to="reviews.childdeath"
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="listings", to="reviews.deathmeeting"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("put_off_at__isnull", True), ("put_off_by", "")),
                                    models.Q(("put_off_at__isnull", False), models.Q(("put_off_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="death_listing_put_off_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("put_off_at__isnull", True)), fields=("death",), name="death_listed_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathListingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        ("listed_at", models.DateTimeField()),
                        ("listed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("put_off_at", models.DateTimeField(blank=True, null=True)),
                        ("put_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "death",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
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
                                to="reviews.deathlisting",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.deathmeeting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DeathPackCopy",
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
                            "cases",
                            models.JSONField(help_text="References of the cases in it: all of them have to be seen to open it."),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="reviews.deathmeeting"
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
                        "verbose_name_plural": "death pack copies",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="death_pack_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("meeting", "asked_by", "once"), name="death_pack_copy_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="death_pack_copy_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="death_pack_copy_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeathMeetingEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "reference",
                            models.CharField(default=reviews.models.rows.new_case_reference, editable=False, max_length=20),
                        ),
                        ("day", models.DateField()),
                        ("chair", models.CharField(max_length=120)),
                        ("planned_at", models.DateTimeField()),
                        ("planned_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When its first review was recorded.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.deathmeeting",
                            ),
                        ),
                        (
                            "panel",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.deathpanel",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChildDeathEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("notified", "Notified"),
                                    ("gathering", "Information is gathered"),
                                    ("ready", "Ready for the review meeting"),
                                    ("held", "Review meeting held"),
                                    ("triaged", "Triaged: no review meeting needed"),
                                    ("listed", "Listed for the panel"),
                                    ("reviewed", "Reviewed by the panel"),
                                    ("closed", "Closed"),
                                    ("joined", "Joined to the case that was first"),
                                ],
                                default="notified",
                                max_length=9,
                            ),
                        ),
                        ("entered_at", models.DateTimeField(help_text="When it came into its state.")),
                        (
                            "born",
                            models.CharField(
                                choices=[
                                    ("live", "Live birth, of any gestation"),
                                    ("unattended", "Stillbirth without a professional present, or in doubt"),
                                    ("stillbirth", "Stillbirth with a professional present"),
                                    ("termination", "Planned termination within the law"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("gestation_weeks", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("died_on", models.DateField()),
                        ("died_time", models.TimeField(blank=True, null=True)),
                        (
                            "place",
                            models.CharField(
                                choices=[
                                    ("home", "Home"),
                                    ("hospice", "Hospice"),
                                    ("hospital", "Hospital"),
                                    ("other", "Elsewhere"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("place_words", models.CharField(blank=True, max_length=120)),
                        (
                            "area_la",
                            models.CharField(help_text="The local authority in which the child normally lived.", max_length=120),
                        ),
                        ("happened", models.TextField(help_text="What happened before the death.")),
                        ("suspected_cause", models.TextField(blank=True)),
                        (
                            "expected",
                            models.CharField(choices=[("expected", "Expected"), ("unexpected", "Unexpected")], max_length=10),
                        ),
                        ("joint_response", models.BooleanField()),
                        (
                            "joint_criterion",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("external", "External cause"),
                                    ("sudden", "Sudden without apparent cause"),
                                    ("detained", "In custody or detained"),
                                    ("suspicious", "Suspicious circumstances"),
                                    ("stillbirth", "Stillbirth without a professional present"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "coroner_told",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        (
                            "abuse_suspected",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known yet")], max_length=7),
                        ),
                        ("notifier", models.CharField(max_length=120)),
                        ("notifier_agency", models.CharField(max_length=120)),
                        ("notified_at", models.DateTimeField(help_text="When the notification reached the office.")),
                        ("support", models.TextField(blank=True, help_text="What bereavement support was offered.")),
                        ("key_worker", models.CharField(blank=True, help_text="Who stays beside the family.", max_length=120)),
                        ("professionals", models.TextField(blank=True, help_text="Everybody involved, one on each line.")),
                        (
                            "response_met_on",
                            models.DateField(blank=True, help_text="First meeting of the joint agency response.", null=True),
                        ),
                        ("visited_on", models.DateField(blank=True, help_text="Visit to the home or scene.", null=True)),
                        ("letter_on", models.DateField(blank=True, help_text="Letter and leaflet to the parents.", null=True)),
                        ("review_due_on", models.DateField(help_text="Of the review meeting: copied from its clock.")),
                        ("panel_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("whole_due_on", models.DateField(help_text="Of everything: copied from its clock.")),
                        (
                            "hold_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("post_mortem", "Post-mortem"),
                                    ("inquest", "Inquest"),
                                    ("criminal", "Police or Crown Prosecution Service"),
                                    ("practice_review", "Serious case or practice review"),
                                    ("patient_safety", "Patient safety incident investigation"),
                                ],
                                help_text="While it is on hold.",
                                max_length=15,
                            ),
                        ),
                        ("triaged_at", models.DateTimeField(blank=True, null=True)),
                        ("triaged_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("triage_chair", models.CharField(blank=True, max_length=120)),
                        ("triage_paediatrician", models.CharField(blank=True, max_length=120)),
                        ("triage_reasons", models.TextField(blank=True)),
                        ("met_on", models.DateField(blank=True, null=True)),
                        (
                            "met_at",
                            models.DateTimeField(blank=True, help_text="When the review meeting was recorded.", null=True),
                        ),
                        ("met_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("chair", models.CharField(blank=True, max_length=120)),
                        ("attended", models.TextField(blank=True, help_text="Who took part, an agency on each line.")),
                        ("cause_1a", models.CharField(blank=True, max_length=200)),
                        ("cause_1b", models.CharField(blank=True, max_length=200)),
                        ("cause_1c", models.CharField(blank=True, max_length=200)),
                        ("cause_1d", models.CharField(blank=True, max_length=200)),
                        ("cause_2", models.CharField(blank=True, max_length=200)),
                        (
                            "category",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "1. Deliberately inflicted injury, abuse or neglect"),
                                    (2, "2. Suicide or deliberate self-inflicted harm"),
                                    (3, "3. Trauma and other external factors, including medical or surgical error"),
                                    (4, "4. Malignancy"),
                                    (5, "5. Acute medical or surgical condition"),
                                    (6, "6. Chronic medical condition"),
                                    (7, "7. Chromosomal, genetic or congenital anomaly"),
                                    (8, "8. Perinatal or neonatal event"),
                                    (9, "9. Infection"),
                                    (10, "10. Sudden unexpected, unexplained death"),
                                ],
                                null=True,
                            ),
                        ),
                        (
                            "modifiable",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("identified", "Modifiable factors identified"),
                                    ("none", "No modifiable factors identified"),
                                    ("inadequate", "Inadequate information to decide"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("learning", models.TextField(blank=True)),
                        ("issues", models.TextField(blank=True)),
                        ("positive", models.TextField(blank=True, help_text="Positive practice.")),
                        ("recommendations", models.TextField(blank=True)),
                        ("follow_up", models.TextField(blank=True, help_text="With the family.")),
                        ("referral", models.TextField(blank=True, help_text="What was referred to whom at once.")),
                        ("reviewed_on", models.DateField(blank=True, help_text="The day of the panel.", null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, help_text="When that was recorded.", null=True)),
                        ("reviewed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
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
                                to="reviews.childdeath",
                            ),
                        ),
                        (
                            "second_of",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The same death, notified before: told to those named on that one, and not to those named on this.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.childdeath",
                            ),
                        ),
                        (
                            "panel",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reviews.deathpanel",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathpanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e2fb6ee29564bbd88889c04594b477f3cbfa58e2",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_89657",
                            table="reviews_deathpanel",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathpanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathpanelevent" ("areas", "id", "name", "named_at", "named_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."areas", NEW."id", NEW."name", NEW."named_at", NEW."named_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="92cfb7cfe1c635ecfe8dc4eef617e3f9101ba36d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_949e5",
                            table="reviews_deathpanel",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathpanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathpanelevent" ("areas", "id", "name", "named_at", "named_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."areas", NEW."id", NEW."name", NEW."named_at", NEW."named_by", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="f76ec8c010a509952a54c2ea251a8e138061e534",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ab0c9",
                            table="reviews_deathpanel",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="linkedlearning",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="054542e778ad08d980115e3e1b5339968a57b35e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_d6097",
                            table="reviews_linkedlearning",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="linkedlearning",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_linkedlearningevent" ("began_on", "ended_on", "id", "kind", "learnt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "version", "with_whom", "written_at", "written_by") VALUES (NEW."began_on", NEW."ended_on", NEW."id", NEW."kind", NEW."learnt", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."title", NEW."version", NEW."with_whom", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="b393ea4231c3fdd8acb8a1e1aad2c94a8430fa8c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e60bf",
                            table="reviews_linkedlearning",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="linkedlearning",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_linkedlearningevent" ("began_on", "ended_on", "id", "kind", "learnt", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "title", "version", "with_whom", "written_at", "written_by") VALUES (NEW."began_on", NEW."ended_on", NEW."id", NEW."kind", NEW."learnt", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."title", NEW."version", NEW."with_whom", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="20e6d91424a7116ec086c17ae9e3187269d3965c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_111d2",
                            table="reviews_linkedlearning",
                            when="AFTER",
                        ),
                    ),
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
                    model_name="casecost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e113db786dd12f3b2110669010e190efe92b4499",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_bf4ec",
                            table="reviews_casecost",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casecost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_casecostevent" ("amount", "case_id", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "what") VALUES (NEW."amount", NEW."case_id", NEW."id", NEW."paid_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."what"); RETURN NULL;',
                            hash="6ef6e6f76a92290ffd1f8076499e0629710a7ed9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4ddfe",
                            table="reviews_casecost",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casecost",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_casecostevent" ("amount", "case_id", "id", "paid_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "what") VALUES (NEW."amount", NEW."case_id", NEW."id", NEW."paid_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."what"); RETURN NULL;',
                            hash="d50a2544865c9c95044baae929f6504510880af1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4095d",
                            table="reviews_casecost",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casecostevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c01d93b38c1ae3c2062fd8ad936b50aaf844bf44",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7ebb7",
                            table="reviews_casecostevent",
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
                    model_name="casefamilycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a8d970fc9530b01cd916297f672333c01b9adf3a",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_58410",
                            table="reviews_casefamilycontact",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefamilycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_casefamilycontactevent" ("case_id", "contact_on", "draft_response", "how", "id", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym_wish", "recorded_at", "recorded_by", "report_wish", "support", "who") VALUES (NEW."case_id", NEW."contact_on", NEW."draft_response", NEW."how", NEW."id", NEW."offered", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pseudonym_wish", NEW."recorded_at", NEW."recorded_by", NEW."report_wish", NEW."support", NEW."who"); RETURN NULL;',
                            hash="63ca88e906c4e1c1cbac8d92f14c395a70f3080c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_899f4",
                            table="reviews_casefamilycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefamilycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_casefamilycontactevent" ("case_id", "contact_on", "draft_response", "how", "id", "offered", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pseudonym_wish", "recorded_at", "recorded_by", "report_wish", "support", "who") VALUES (NEW."case_id", NEW."contact_on", NEW."draft_response", NEW."how", NEW."id", NEW."offered", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pseudonym_wish", NEW."recorded_at", NEW."recorded_by", NEW."report_wish", NEW."support", NEW."who"); RETURN NULL;',
                            hash="eddefa22acf2f9e9360ab5fafb1b75d98915120b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_135ca",
                            table="reviews_casefamilycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="casefamilycontactevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65569f988b22877457ef98d565c326e6eb915210",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4f678",
                            table="reviews_casefamilycontactevent",
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
                    model_name="caseproceeding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="72984c2ab462635276c46a04f376e45f3484205b",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_7dfa7",
                            table="reviews_caseproceeding",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseproceeding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_caseproceedingevent" ("case_id", "effect", "ended_on", "id", "kind", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "reporting_restriction", "since", "status") VALUES (NEW."case_id", NEW."effect", NEW."ended_on", NEW."id", NEW."kind", NEW."lead", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."reporting_restriction", NEW."since", NEW."status"); RETURN NULL;',
                            hash="785c5b8af1c222d98d9fc7e9af2bf4392c9df914",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7eef3",
                            table="reviews_caseproceeding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseproceeding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_caseproceedingevent" ("case_id", "effect", "ended_on", "id", "kind", "lead", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "reporting_restriction", "since", "status") VALUES (NEW."case_id", NEW."effect", NEW."ended_on", NEW."id", NEW."kind", NEW."lead", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."reporting_restriction", NEW."since", NEW."status"); RETURN NULL;',
                            hash="c3e5899d17d49ad07d201615dd97addc98bbc871",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_791ea",
                            table="reviews_caseproceeding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caseproceedingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="617e528f43b75af8c95978f26e734c1860e39770",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dfa47",
                            table="reviews_caseproceedingevent",
                            when="BEFORE",
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
                    model_name="chronologyentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="6b7ee94be84120d64f04ed165ed269c19921fa95",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_5234a",
                            table="reviews_chronologyentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chronologyentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_chronologyentryevent" ("action", "added_at", "added_by", "agency_id", "analysis", "at", "case_id", "child_seen", "event", "fingerprint", "happened_on", "id", "of_return_id", "persons", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "precision", "sent_at", "significance", "source", "struck_at", "struck_by", "struck_reason", "until") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."agency_id", NEW."analysis", NEW."at", NEW."case_id", NEW."child_seen", NEW."event", NEW."fingerprint", NEW."happened_on", NEW."id", NEW."of_return_id", NEW."persons", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."precision", NEW."sent_at", NEW."significance", NEW."source", NEW."struck_at", NEW."struck_by", NEW."struck_reason", NEW."until"); RETURN NULL;',
                            hash="c3cc2a0dbb35ff97247f5cbba973d9225f407c87",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_392f4",
                            table="reviews_chronologyentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chronologyentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_chronologyentryevent" ("action", "added_at", "added_by", "agency_id", "analysis", "at", "case_id", "child_seen", "event", "fingerprint", "happened_on", "id", "of_return_id", "persons", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "precision", "sent_at", "significance", "source", "struck_at", "struck_by", "struck_reason", "until") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."agency_id", NEW."analysis", NEW."at", NEW."case_id", NEW."child_seen", NEW."event", NEW."fingerprint", NEW."happened_on", NEW."id", NEW."of_return_id", NEW."persons", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."precision", NEW."sent_at", NEW."significance", NEW."source", NEW."struck_at", NEW."struck_by", NEW."struck_reason", NEW."until"); RETURN NULL;',
                            hash="16811f6bbc5ede92e50e7ee84aeeb7c2ec927dc9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_021d5",
                            table="reviews_chronologyentry",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chronologyentryevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22a904b21e9b4d15a34ac8ea966d3e7800c25c3a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b220e",
                            table="reviews_chronologyentryevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="68a53ce6e3c65dc2561235b43b726dea457e8037",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_1f84a",
                            table="reviews_contradiction",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_contradictionevent" ("case_id", "id", "lifted_at", "lifted_by", "lifted_reason", "marked_at", "marked_by", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."lifted_at", NEW."lifted_by", NEW."lifted_reason", NEW."marked_at", NEW."marked_by", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="3dc0408461577b485546c83c2399661c2814cffc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4e457",
                            table="reviews_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradiction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_contradictionevent" ("case_id", "id", "lifted_at", "lifted_by", "lifted_reason", "marked_at", "marked_by", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."case_id", NEW."id", NEW."lifted_at", NEW."lifted_by", NEW."lifted_reason", NEW."marked_at", NEW."marked_by", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="810767f44adda7e01fad66495df3c6d9236b6a12",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_294c3",
                            table="reviews_contradiction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradictionentry",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a0c71a8157efdeb71f056f15869e2fd0e84a9061",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_8036c",
                            table="reviews_contradictionentry",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contradictionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="da051a15461211f757599c4683d69f88dbb39809",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ac124",
                            table="reviews_contradictionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathfactor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="81aed3ae60e4ae4c5595078182668b457b80db0e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_1717a",
                            table="reviews_deathfactor",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathfactor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathfactorevent" ("added_at", "added_by", "death_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relevance", "struck_at", "struck_by", "words") VALUES (NEW."added_at", NEW."added_by", NEW."death_id", NEW."domain", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relevance", NEW."struck_at", NEW."struck_by", NEW."words"); RETURN NULL;',
                            hash="c151727f4dac13c4d1a316d80525270542fea313",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ed0c6",
                            table="reviews_deathfactor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathfactor",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathfactorevent" ("added_at", "added_by", "death_id", "domain", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relevance", "struck_at", "struck_by", "words") VALUES (NEW."added_at", NEW."added_by", NEW."death_id", NEW."domain", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relevance", NEW."struck_at", NEW."struck_by", NEW."words"); RETURN NULL;',
                            hash="34f2c3c164b40b9dd27abe473972a18acae45f99",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_64c0d",
                            table="reviews_deathfactor",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathfactorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f03e66239c3883d55551a7ed06b43e73fc0be6b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_00ddb",
                            table="reviews_deathfactorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d736d73eecd04f728d69455c210c9fc1fba48798",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_5921d",
                            table="reviews_deathform",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathformevent" ("agency_id", "author_id", "barriers", "care_status", "death_id", "due_on", "education", "evidence", "evidence_at", "evidence_by", "evidence_words", "family", "filled_in_by_whom", "growth", "health", "history", "housing", "id", "known", "learning", "narrative", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pregnancy", "reference", "request_id", "returned_at", "returned_by", "services", "state", "supplement", "supplementary", "support_offered", "version") VALUES (NEW."agency_id", NEW."author_id", NEW."barriers", NEW."care_status", NEW."death_id", NEW."due_on", NEW."education", NEW."evidence", NEW."evidence_at", NEW."evidence_by", NEW."evidence_words", NEW."family", NEW."filled_in_by_whom", NEW."growth", NEW."health", NEW."history", NEW."housing", NEW."id", NEW."known", NEW."learning", NEW."narrative", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."pregnancy", NEW."reference", NEW."request_id", NEW."returned_at", NEW."returned_by", NEW."services", NEW."state", NEW."supplement", NEW."supplementary", NEW."support_offered", NEW."version"); RETURN NULL;',
                            hash="974ac6267ebcf0ea322a299e0a69d9dd2f2e203f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_96812",
                            table="reviews_deathform",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathform",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathformevent" ("agency_id", "author_id", "barriers", "care_status", "death_id", "due_on", "education", "evidence", "evidence_at", "evidence_by", "evidence_words", "family", "filled_in_by_whom", "growth", "health", "history", "housing", "id", "known", "learning", "narrative", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pregnancy", "reference", "request_id", "returned_at", "returned_by", "services", "state", "supplement", "supplementary", "support_offered", "version") VALUES (NEW."agency_id", NEW."author_id", NEW."barriers", NEW."care_status", NEW."death_id", NEW."due_on", NEW."education", NEW."evidence", NEW."evidence_at", NEW."evidence_by", NEW."evidence_words", NEW."family", NEW."filled_in_by_whom", NEW."growth", NEW."health", NEW."history", NEW."housing", NEW."id", NEW."known", NEW."learning", NEW."narrative", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."pregnancy", NEW."reference", NEW."request_id", NEW."returned_at", NEW."returned_by", NEW."services", NEW."state", NEW."supplement", NEW."supplementary", NEW."support_offered", NEW."version"); RETURN NULL;',
                            hash="d421f1b00780870ca421e0bb01e66f45e9d7af59",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_9a040",
                            table="reviews_deathform",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathformevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7281df7e277799acac4508ec1a7bf0c9eb56b9b5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0714b",
                            table="reviews_deathformevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathhold",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="ae394403411335cd445b85bbe2aba97a190f0ad2",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_43dfa",
                            table="reviews_deathhold",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathhold",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathholdevent" ("death_id", "held_at", "held_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "released_at", "released_by", "words") VALUES (NEW."death_id", NEW."held_at", NEW."held_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."released_at", NEW."released_by", NEW."words"); RETURN NULL;',
                            hash="9bfd9e9f4d67df65cc9ee37941018625e2573aa6",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ee7c1",
                            table="reviews_deathhold",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathhold",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathholdevent" ("death_id", "held_at", "held_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "released_at", "released_by", "words") VALUES (NEW."death_id", NEW."held_at", NEW."held_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."released_at", NEW."released_by", NEW."words"); RETURN NULL;',
                            hash="fbaf7fa1e995ae820520deb67f836a01aed0ac33",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16984",
                            table="reviews_deathhold",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathholdevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2819a2a0e08f6a11a16dc7d305df95eb4ad46230",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cebbc",
                            table="reviews_deathholdevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathidentity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="575a77ff0fef7b8b631ee91d8fe4cdddf75cedd9",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c455f",
                            table="reviews_deathidentity",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathidentity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathidentityevent" ("address", "child_id", "family", "id", "nhs_absent", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "school") VALUES (NEW."address", NEW."child_id", NEW."family", NEW."id", NEW."nhs_absent", NEW."nhs_number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."practice", NEW."school"); RETURN NULL;',
                            hash="ada496ab008de94f3fc3926447e13a804b79d63c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d5f3b",
                            table="reviews_deathidentity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathidentity",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathidentityevent" ("address", "child_id", "family", "id", "nhs_absent", "nhs_number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "practice", "school") VALUES (NEW."address", NEW."child_id", NEW."family", NEW."id", NEW."nhs_absent", NEW."nhs_number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."practice", NEW."school"); RETURN NULL;',
                            hash="6f8247e81a8c67afcdd3b3313b4ba56e0776db6f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6b26b",
                            table="reviews_deathidentity",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathidentityevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fb0b688facab120d31a57747c52c2650aef661db",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_57152",
                            table="reviews_deathidentityevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathlistingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="32123b0e21ce7cd9b4adc32b3f666fe6e9a5580a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3af5d",
                            table="reviews_deathlistingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathlisting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="a36cea45484dce35bad895be809288640b8c2bb6",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_20af3",
                            table="reviews_deathlisting",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathlisting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathlistingevent" ("death_id", "id", "listed_at", "listed_by", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_at", "put_off_by") VALUES (NEW."death_id", NEW."id", NEW."listed_at", NEW."listed_by", NEW."meeting_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."put_off_at", NEW."put_off_by"); RETURN NULL;',
                            hash="f3541d65a9ba0955e946c55cf3d57ceae4782db0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_323d1",
                            table="reviews_deathlisting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathlisting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathlistingevent" ("death_id", "id", "listed_at", "listed_by", "meeting_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_at", "put_off_by") VALUES (NEW."death_id", NEW."id", NEW."listed_at", NEW."listed_by", NEW."meeting_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."put_off_at", NEW."put_off_by"); RETURN NULL;',
                            hash="8f3f03b6b3e21b754933214ec057d7fc49c87467",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_304f7",
                            table="reviews_deathlisting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathmeetingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5cf6f0ef6c7bffc08a8e5fe2a3e93dc82bc70a20",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f1758",
                            table="reviews_deathmeetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="11cc368635702f77d4b5453df3cc525d5b8ec961",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_6dd84",
                            table="reviews_deathmeeting",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_deathmeetingevent" ("chair", "day", "held_at", "held_by", "id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by", "reference") VALUES (NEW."chair", NEW."day", NEW."held_at", NEW."held_by", NEW."id", NEW."panel_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_at", NEW."planned_by", NEW."reference"); RETURN NULL;',
                            hash="4bb8d88103a755109cc6032a36f5e6bf04aae0bf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e0b54",
                            table="reviews_deathmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_deathmeetingevent" ("chair", "day", "held_at", "held_by", "id", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_at", "planned_by", "reference") VALUES (NEW."chair", NEW."day", NEW."held_at", NEW."held_by", NEW."id", NEW."panel_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_at", NEW."planned_by", NEW."reference"); RETURN NULL;',
                            hash="85f57a0ef04008fe8dfb69173b32352e5b35ab25",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b63ba",
                            table="reviews_deathmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childdeathevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b62bf3933cabaa947b85c3071798b3a752f67e99",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_00489",
                            table="reviews_childdeathevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childdeath",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="64e31f1c34094f239520b06f5a215f48885c1886",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_893d8",
                            table="reviews_childdeath",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childdeath",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_childdeathevent" ("abuse_suspected", "area_la", "attended", "born", "case_id", "category", "cause_1a", "cause_1b", "cause_1c", "cause_1d", "cause_2", "chair", "closed_at", "closed_by", "coroner_told", "died_on", "died_time", "entered_at", "expected", "follow_up", "gestation_weeks", "happened", "hold_reason", "id", "issues", "joint_criterion", "joint_response", "key_worker", "learning", "letter_on", "met_at", "met_by", "met_on", "modifiable", "notified_at", "notifier", "notifier_agency", "panel_due_on", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_words", "positive", "professionals", "recommendations", "referral", "response_met_on", "review_due_on", "reviewed_at", "reviewed_by", "reviewed_on", "second_of_id", "state", "support", "suspected_cause", "triage_chair", "triage_paediatrician", "triage_reasons", "triaged_at", "triaged_by", "visited_on", "whole_due_on") VALUES (NEW."abuse_suspected", NEW."area_la", NEW."attended", NEW."born", NEW."case_id", NEW."category", NEW."cause_1a", NEW."cause_1b", NEW."cause_1c", NEW."cause_1d", NEW."cause_2", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."coroner_told", NEW."died_on", NEW."died_time", NEW."entered_at", NEW."expected", NEW."follow_up", NEW."gestation_weeks", NEW."happened", NEW."hold_reason", NEW."id", NEW."issues", NEW."joint_criterion", NEW."joint_response", NEW."key_worker", NEW."learning", NEW."letter_on", NEW."met_at", NEW."met_by", NEW."met_on", NEW."modifiable", NEW."notified_at", NEW."notifier", NEW."notifier_agency", NEW."panel_due_on", NEW."panel_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."place_words", NEW."positive", NEW."professionals", NEW."recommendations", NEW."referral", NEW."response_met_on", NEW."review_due_on", NEW."reviewed_at", NEW."reviewed_by", NEW."reviewed_on", NEW."second_of_id", NEW."state", NEW."support", NEW."suspected_cause", NEW."triage_chair", NEW."triage_paediatrician", NEW."triage_reasons", NEW."triaged_at", NEW."triaged_by", NEW."visited_on", NEW."whole_due_on"); RETURN NULL;',
                            hash="8743d39974d2c6d800102a22fc7bb5876ec73271",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_e8be4",
                            table="reviews_childdeath",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childdeath",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_childdeathevent" ("abuse_suspected", "area_la", "attended", "born", "case_id", "category", "cause_1a", "cause_1b", "cause_1c", "cause_1d", "cause_2", "chair", "closed_at", "closed_by", "coroner_told", "died_on", "died_time", "entered_at", "expected", "follow_up", "gestation_weeks", "happened", "hold_reason", "id", "issues", "joint_criterion", "joint_response", "key_worker", "learning", "letter_on", "met_at", "met_by", "met_on", "modifiable", "notified_at", "notifier", "notifier_agency", "panel_due_on", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_words", "positive", "professionals", "recommendations", "referral", "response_met_on", "review_due_on", "reviewed_at", "reviewed_by", "reviewed_on", "second_of_id", "state", "support", "suspected_cause", "triage_chair", "triage_paediatrician", "triage_reasons", "triaged_at", "triaged_by", "visited_on", "whole_due_on") VALUES (NEW."abuse_suspected", NEW."area_la", NEW."attended", NEW."born", NEW."case_id", NEW."category", NEW."cause_1a", NEW."cause_1b", NEW."cause_1c", NEW."cause_1d", NEW."cause_2", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."coroner_told", NEW."died_on", NEW."died_time", NEW."entered_at", NEW."expected", NEW."follow_up", NEW."gestation_weeks", NEW."happened", NEW."hold_reason", NEW."id", NEW."issues", NEW."joint_criterion", NEW."joint_response", NEW."key_worker", NEW."learning", NEW."letter_on", NEW."met_at", NEW."met_by", NEW."met_on", NEW."modifiable", NEW."notified_at", NEW."notifier", NEW."notifier_agency", NEW."panel_due_on", NEW."panel_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."place_words", NEW."positive", NEW."professionals", NEW."recommendations", NEW."referral", NEW."response_met_on", NEW."review_due_on", NEW."reviewed_at", NEW."reviewed_by", NEW."reviewed_on", NEW."second_of_id", NEW."state", NEW."support", NEW."suspected_cause", NEW."triage_chair", NEW."triage_paediatrician", NEW."triage_reasons", NEW."triaged_at", NEW."triaged_by", NEW."visited_on", NEW."whole_due_on"); RETURN NULL;',
                            hash="ea8baa19054b6113da63b2cedeebb43f56ef8952",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e2969",
                            table="reviews_childdeath",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="deathpanelevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="24dafe00b2e6ba67ebe93fc13e106bc78bed8e80",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3c407",
                            table="reviews_deathpanelevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftremark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="745d89689d25f986891ad871426f7acb42a3a214",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_8f655",
                            table="reviews_draftremark",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftremark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_draftremarkevent" ("accepted", "answer", "answered_at", "answered_by", "copy_id", "id", "kind", "made_at", "made_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "text") VALUES (NEW."accepted", NEW."answer", NEW."answered_at", NEW."answered_by", NEW."copy_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."text"); RETURN NULL;',
                            hash="82c5aae0eabfd23ddec1a9e16e00b7fa21ab5d32",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_27cd3",
                            table="reviews_draftremark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftremark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_draftremarkevent" ("accepted", "answer", "answered_at", "answered_by", "copy_id", "id", "kind", "made_at", "made_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "text") VALUES (NEW."accepted", NEW."answer", NEW."answered_at", NEW."answered_by", NEW."copy_id", NEW."id", NEW."kind", NEW."made_at", NEW."made_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."text"); RETURN NULL;',
                            hash="d9d6e020c199fa794f3b3ed51814b585f3c028ed",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_63467",
                            table="reviews_draftremark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftremarkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="02dd65dad6be5d85029504b0fd1c1d6e64f2f5d1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e25a2",
                            table="reviews_draftremarkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="4cd39ab4f35b0615c10c38a06809fbeef53c6428",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ee784",
                            table="reviews_familycontact",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_familycontactevent" ("day", "death_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "who", "whose", "words") VALUES (NEW."day", NEW."death_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."who", NEW."whose", NEW."words"); RETURN NULL;',
                            hash="6ff92bf811d4dcc300c76ec83f5972adcbf9b590",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b0d9f",
                            table="reviews_familycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familycontact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_familycontactevent" ("day", "death_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "who", "whose", "words") VALUES (NEW."day", NEW."death_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."who", NEW."whose", NEW."words"); RETURN NULL;',
                            hash="3ab24a4e89b5bc84abfdb6a46bc0958626471aad",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_df99a",
                            table="reviews_familycontact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familycontactevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="118b42f41ba57f88fee1a09a2e23095ff1591af2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a18ca",
                            table="reviews_familycontactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="73971bc98d26238b92d5d3b6dc818bbf359f63ae",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_918a3",
                            table="reviews_finding",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_findingevent" ("case_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_at", "struck_by", "struck_reason", "text", "version", "written_at", "written_by") VALUES (NEW."case_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."struck_at", NEW."struck_by", NEW."struck_reason", NEW."text", NEW."version", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="daf4131274ba88679c280d747ab93bde0cda8339",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dc9d4",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="finding",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_findingevent" ("case_id", "id", "kind", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "struck_at", "struck_by", "struck_reason", "text", "version", "written_at", "written_by") VALUES (NEW."case_id", NEW."id", NEW."kind", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."struck_at", NEW."struck_by", NEW."struck_reason", NEW."text", NEW."version", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="66d1cabc0ddd68a8d1b7d81ae80066f470d3039d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c45bb",
                            table="reviews_finding",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findinganswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="16d556c2506b255a99addfedc07c34c65ddc9522",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_0152e",
                            table="reviews_findinganswer",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findinganswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_findinganswerevent" ("answered_at", "answered_by", "case_id", "finding", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."answered_at", NEW."answered_by", NEW."case_id", NEW."finding", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;',
                            hash="948998d7cc023cf353e7529fe09fa5754a0b0a74",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9259f",
                            table="reviews_findinganswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findinganswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_findinganswerevent" ("answered_at", "answered_by", "case_id", "finding", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."answered_at", NEW."answered_by", NEW."case_id", NEW."finding", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;',
                            hash="0e416059c938ab5df18d03b4cdeb4d827fa3a7cc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a2909",
                            table="reviews_findinganswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findinganswerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed5fc659407f25cab22cfe10b06eef52c1becf55",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_74088",
                            table="reviews_findinganswerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1b190827e13a3d516dba5de932651daf59a81430",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0f80e",
                            table="reviews_findingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingrecommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5a7e329efa6cb8011e81fc59d0c57097aed58e49",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_45e7c",
                            table="reviews_findingrecommendation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingrecommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_findingrecommendationevent" ("finding_id", "id", "joined", "made_at", "made_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "scope") VALUES (NEW."finding_id", NEW."id", NEW."joined", NEW."made_at", NEW."made_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."scope"); RETURN NULL;',
                            hash="c987a597f0ada81d052257ea136b809512e103e2",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7b247",
                            table="reviews_findingrecommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingrecommendation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_findingrecommendationevent" ("finding_id", "id", "joined", "made_at", "made_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "scope") VALUES (NEW."finding_id", NEW."id", NEW."joined", NEW."made_at", NEW."made_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."scope"); RETURN NULL;',
                            hash="2e154490a7571816a589e05d31aae039d534e3fa",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a236d",
                            table="reviews_findingrecommendation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="findingrecommendationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3581a158b66b0fe53154db83c8e3f6ad95b3b9b8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cf09c",
                            table="reviews_findingrecommendationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caselinkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="087d12e623fa3b13352610d557b707e631ac53ac",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c2e61",
                            table="reviews_caselinkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caselink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="6e4c959f1035bc76daa8b18851923d3ae5af18e8",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_a3dd9",
                            table="reviews_caselink",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caselink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_caselinkevent" ("case_id", "id", "learning_id", "linked_at", "linked_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "why") VALUES (NEW."case_id", NEW."id", NEW."learning_id", NEW."linked_at", NEW."linked_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."why"); RETURN NULL;',
                            hash="b5f2af8564d888ac6200e69ac57c4311e4dabdfd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_46408",
                            table="reviews_caselink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="caselink",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_caselinkevent" ("case_id", "id", "learning_id", "linked_at", "linked_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "why") VALUES (NEW."case_id", NEW."id", NEW."learning_id", NEW."linked_at", NEW."linked_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."why"); RETURN NULL;',
                            hash="03834b4a75ecf85161c0b9abc3e8f78b502e087a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dc959",
                            table="reviews_caselink",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="linkedlearningevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1e0543b6d5809ccdd332f93a1118d731c6d4ea5a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8d7ca",
                            table="reviews_linkedlearningevent",
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
                    model_name="practicereview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="812ae7533cb1967fd282ca53a3c60663f7b91a39",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_4dd79",
                            table="reviews_practicereview",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practicereview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_practicereviewevent" ("case_id", "closed_at", "closed_by", "completed_on", "copies_sent_on", "cross_border", "decided_on", "decision_reasons", "due_on", "guidance_gap", "id", "improvements", "independence", "institutional", "key_lines", "late_reasons", "late_told_on", "lead_area", "learned", "local_importance", "looked_at_elsewhere", "media_plan", "method", "method_other", "our_contribution", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "publication_plan", "published_on", "received_on", "recurrent", "reviewers", "started_on", "state", "statutory_due_on", "terms_of_reference", "withheld_on", "withheld_reasons", "working_together") VALUES (NEW."case_id", NEW."closed_at", NEW."closed_by", NEW."completed_on", NEW."copies_sent_on", NEW."cross_border", NEW."decided_on", NEW."decision_reasons", NEW."due_on", NEW."guidance_gap", NEW."id", NEW."improvements", NEW."independence", NEW."institutional", NEW."key_lines", NEW."late_reasons", NEW."late_told_on", NEW."lead_area", NEW."learned", NEW."local_importance", NEW."looked_at_elsewhere", NEW."media_plan", NEW."method", NEW."method_other", NEW."our_contribution", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_on", NEW."publication_plan", NEW."published_on", NEW."received_on", NEW."recurrent", NEW."reviewers", NEW."started_on", NEW."state", NEW."statutory_due_on", NEW."terms_of_reference", NEW."withheld_on", NEW."withheld_reasons", NEW."working_together"); RETURN NULL;',
                            hash="d03f81e0da5aa7bfff9c3ff5ab7418536a92602c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_85bae",
                            table="reviews_practicereview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practicereview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_practicereviewevent" ("case_id", "closed_at", "closed_by", "completed_on", "copies_sent_on", "cross_border", "decided_on", "decision_reasons", "due_on", "guidance_gap", "id", "improvements", "independence", "institutional", "key_lines", "late_reasons", "late_told_on", "lead_area", "learned", "local_importance", "looked_at_elsewhere", "media_plan", "method", "method_other", "our_contribution", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_on", "publication_plan", "published_on", "received_on", "recurrent", "reviewers", "started_on", "state", "statutory_due_on", "terms_of_reference", "withheld_on", "withheld_reasons", "working_together") VALUES (NEW."case_id", NEW."closed_at", NEW."closed_by", NEW."completed_on", NEW."copies_sent_on", NEW."cross_border", NEW."decided_on", NEW."decision_reasons", NEW."due_on", NEW."guidance_gap", NEW."id", NEW."improvements", NEW."independence", NEW."institutional", NEW."key_lines", NEW."late_reasons", NEW."late_told_on", NEW."lead_area", NEW."learned", NEW."local_importance", NEW."looked_at_elsewhere", NEW."media_plan", NEW."method", NEW."method_other", NEW."our_contribution", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_on", NEW."publication_plan", NEW."published_on", NEW."received_on", NEW."recurrent", NEW."reviewers", NEW."started_on", NEW."state", NEW."statutory_due_on", NEW."terms_of_reference", NEW."withheld_on", NEW."withheld_reasons", NEW."working_together"); RETURN NULL;',
                            hash="d76a3a01cd84708bd32bd5aa576d713f8db84663",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b34b",
                            table="reviews_practicereview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practicereviewevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e58da75b2fc0990b59441cbe751aa2957b81b0b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_52dd4",
                            table="reviews_practicereviewevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practitionerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="901d2c8846234897cb865a648aef9dcc59f6cec2",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_330db",
                            table="reviews_practitionerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practitionerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_practitionereventevent" ("case_id", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "themes") VALUES (NEW."case_id", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."themes"); RETURN NULL;',
                            hash="b30d96078e278923d860d63083a6a934f3f3e72b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_36f77",
                            table="reviews_practitionerevent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practitionerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_practitionereventevent" ("case_id", "held_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "themes") VALUES (NEW."case_id", NEW."held_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."themes"); RETURN NULL;',
                            hash="05428f38b7ec1089670508494561dc2691db3c71",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ee785",
                            table="reviews_practitionerevent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practitionerattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="85f8160a0803c7d6b3803684bac04084c5a1a972",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_0acc4",
                            table="reviews_practitionerattendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="practitionereventevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2d8ed5f33b47b59de44532b906abf186f9ee98c0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_67cfe",
                            table="reviews_practitionereventevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publicationtext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="83f2da3fea2deb145d9d97e02a9988e272c33777",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_2d430",
                            table="reviews_publicationtext",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publicationtext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_publicationtextevent" ("body", "case_id", "family_on", "family_who", "id", "legal_on", "legal_who", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary", "title", "written_at", "written_by") VALUES (NEW."body", NEW."case_id", NEW."family_on", NEW."family_who", NEW."id", NEW."legal_on", NEW."legal_who", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."summary", NEW."title", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="d08ec0868613a2118c52dfaa16db6401497a0164",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c3eb5",
                            table="reviews_publicationtext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publicationtext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_publicationtextevent" ("body", "case_id", "family_on", "family_who", "id", "legal_on", "legal_who", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary", "title", "written_at", "written_by") VALUES (NEW."body", NEW."case_id", NEW."family_on", NEW."family_who", NEW."id", NEW."legal_on", NEW."legal_who", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."summary", NEW."title", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="75fd26f688e7349388e4b060f982dbeaf17e41e1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_11a55",
                            table="reviews_publicationtext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publicationtextevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8bac280b17af4a0fc37cd2c01b6c4e34f714a345",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_64d22",
                            table="reviews_publicationtextevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publishedreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="4ca0d32003c5a5c9510ac4dfd3f59b32d84ee81e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e0e14",
                            table="reviews_publishedreview",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publishedreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_publishedreviewevent" ("body", "case_id", "id", "improvements_only", "kind", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "published_on", "review_on", "slug", "summary", "title", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."body", NEW."case_id", NEW."id", NEW."improvements_only", NEW."kind", NEW."method", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_at", NEW."published_by", NEW."published_on", NEW."review_on", NEW."slug", NEW."summary", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="e71f2f67148020aee6f75c56e7413beec0ec8f21",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1e6a2",
                            table="reviews_publishedreview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publishedreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_publishedreviewevent" ("body", "case_id", "id", "improvements_only", "kind", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by", "published_on", "review_on", "slug", "summary", "title", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."body", NEW."case_id", NEW."id", NEW."improvements_only", NEW."kind", NEW."method", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_at", NEW."published_by", NEW."published_on", NEW."review_on", NEW."slug", NEW."summary", NEW."title", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="d3b87e3cb719d7e7ea8a461959f6deaee501e73d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_394a7",
                            table="reviews_publishedreview",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publishedreviewevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="82f783b7aa09c101ff76c0b42d075eff8d2dc689",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aca41",
                            table="reviews_publishedreviewevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportdraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dbb1557c9b2a3d61702a845e48182a6fd40b13d3",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c4b01",
                            table="reviews_reportdraft",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportdraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_reportdraftevent" ("added_at", "added_by", "case_id", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privileged") VALUES (NEW."added_at", NEW."added_by", NEW."case_id", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."privileged"); RETURN NULL;',
                            hash="604f42e0e005c49f93a3a53d9bc1f07be92fb4ba",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c28fe",
                            table="reviews_reportdraft",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportdraft",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_reportdraftevent" ("added_at", "added_by", "case_id", "id", "note", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "privileged") VALUES (NEW."added_at", NEW."added_by", NEW."case_id", NEW."id", NEW."note", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."privileged"); RETURN NULL;',
                            hash="a09ac72d92bd488a11443e13def5d8c96575fe7f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15586",
                            table="reviews_reportdraft",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftcopyevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="908e81981a59533836a72e7cbcb712c503e7f0d8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e9d76",
                            table="reviews_draftcopyevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftcopy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="6a698dcc334e506acfbd5869aec9a3e226aa1878",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_4b314",
                            table="reviews_draftcopy",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftcopy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_draftcopyevent" ("draft_id", "end", "ended_at", "ended_by", "given_at", "given_by", "id", "member_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."draft_id", NEW."end", NEW."ended_at", NEW."ended_by", NEW."given_at", NEW."given_by", NEW."id", NEW."member_id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="f1216a39f6af848acfc62595737cd1077949cfff",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_00ea9",
                            table="reviews_draftcopy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="draftcopy",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_draftcopyevent" ("draft_id", "end", "ended_at", "ended_by", "given_at", "given_by", "id", "member_id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."draft_id", NEW."end", NEW."ended_at", NEW."ended_by", NEW."given_at", NEW."given_by", NEW."id", NEW."member_id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="2b593fb27183fa79ada472d4ba9bd191fb192288",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7f52",
                            table="reviews_draftcopy",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reportdraftevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7fd3192c3257c4c1ff4a79d2eb84192ca54578d3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_563bf",
                            table="reviews_reportdraftevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scopingletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="eefda1cec66e9fddcae8e02c9364dbf03693a0d3",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_4b7c6",
                            table="reviews_scopingletter",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scopingletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_scopingletterevent" ("case_id", "due_on", "id", "key_questions", "names_children", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by") VALUES (NEW."case_id", NEW."due_on", NEW."id", NEW."key_questions", NEW."names_children", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="6501e088c43ee11f76e94e5db54f20238270f4f9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_ae89c",
                            table="reviews_scopingletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scopingletter",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_scopingletterevent" ("case_id", "due_on", "id", "key_questions", "names_children", "period_from", "period_to", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "written_at", "written_by") VALUES (NEW."case_id", NEW."due_on", NEW."id", NEW."key_questions", NEW."names_children", NEW."period_from", NEW."period_to", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="dac2c17d0dd78de701ecf10817a4ae8cb303ccda",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b77cb",
                            table="reviews_scopingletter",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturnevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="045e11ec4c287a39e217befc8e52fbd369d22362",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_886c9",
                            table="reviews_agencyreturnevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="58f767a83088d8fd0bfadfc39d322f24ddf5322d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_6c166",
                            table="reviews_agencyreturn",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_agencyreturnevent" ("action_taken", "agency_id", "analysis", "author_id", "back_at", "back_by", "case_id", "child_voice", "completer", "culture", "declared_at", "declared_by", "due_on", "family_context", "fathers", "good_practice", "id", "involved", "involved_from", "involved_to", "key_episodes", "learning", "letter_id", "missing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "request_id", "sent_at", "sent_by", "state", "summary", "version", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."action_taken", NEW."agency_id", NEW."analysis", NEW."author_id", NEW."back_at", NEW."back_by", NEW."case_id", NEW."child_voice", NEW."completer", NEW."culture", NEW."declared_at", NEW."declared_by", NEW."due_on", NEW."family_context", NEW."fathers", NEW."good_practice", NEW."id", NEW."involved", NEW."involved_from", NEW."involved_to", NEW."key_episodes", NEW."learning", NEW."letter_id", NEW."missing", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."request_id", NEW."sent_at", NEW."sent_by", NEW."state", NEW."summary", NEW."version", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="4d46e0d608516d4e6f943ebe7f71177aa3030596",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_84e31",
                            table="reviews_agencyreturn",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_agencyreturnevent" ("action_taken", "agency_id", "analysis", "author_id", "back_at", "back_by", "case_id", "child_voice", "completer", "culture", "declared_at", "declared_by", "due_on", "family_context", "fathers", "good_practice", "id", "involved", "involved_from", "involved_to", "key_episodes", "learning", "letter_id", "missing", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "request_id", "sent_at", "sent_by", "state", "summary", "version", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."action_taken", NEW."agency_id", NEW."analysis", NEW."author_id", NEW."back_at", NEW."back_by", NEW."case_id", NEW."child_voice", NEW."completer", NEW."culture", NEW."declared_at", NEW."declared_by", NEW."due_on", NEW."family_context", NEW."fathers", NEW."good_practice", NEW."id", NEW."involved", NEW."involved_from", NEW."involved_to", NEW."key_episodes", NEW."learning", NEW."letter_id", NEW."missing", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."request_id", NEW."sent_at", NEW."sent_by", NEW."state", NEW."summary", NEW."version", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="e54dacb7336acf10c7ca319b89771ddde42c7bc7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7a107",
                            table="reviews_agencyreturn",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scopingletterevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="dd5cf6b08abcc284a6a29bf3ae990636a218776a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d3460",
                            table="reviews_scopingletterevent",
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
                pgtrigger.migrations.AddTrigger(
                    model_name="wordnottopublish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="0c23dc0040f9e3064590f51c30a8bcb6664652b4",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_d1c25",
                            table="reviews_wordnottopublish",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordnottopublish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reviews_wordnottopublishevent" ("added_at", "added_by", "case_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."added_at", NEW."added_by", NEW."case_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."words"); RETURN NULL;',
                            hash="09331acbd16373469e51c8f8fd4c15775dca9620",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d0f20",
                            table="reviews_wordnottopublish",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordnottopublish",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reviews_wordnottopublishevent" ("added_at", "added_by", "case_id", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "words") VALUES (NEW."added_at", NEW."added_by", NEW."case_id", NEW."id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."words"); RETURN NULL;',
                            hash="2c36ecf9f3ab674abff780dde7997316f38c9863",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1baba",
                            table="reviews_wordnottopublish",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordnottopublishevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ba91af27abb5d3af54fd714b721ade727513ccd2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8a30d",
                            table="reviews_wordnottopublishevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ]
        )
    ]

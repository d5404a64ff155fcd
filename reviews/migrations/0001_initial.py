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
        ("children", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
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
                            func='INSERT INTO "reviews_seriousincidentevent" ("abuse_reasons", "abuse_suspected", "attended", "aware_at", "case_id", "chair", "closed_at", "closed_by", "decided_at", "decided_by", "facts", "happened_on", "harm", "id", "immediate_action", "improvement", "media_interest", "met_at", "met_by", "met_on", "national_review", "national_review_reasons", "not_notified_reason", "notified_at", "notified_by", "notified_on", "notify_due_on", "our_answer", "panel_agrees", "panel_outcome", "panel_reference", "panel_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "police_investigation", "practice_review", "practice_review_reasons", "replied_at", "replied_by", "replied_on", "review_due_on", "sent_at", "sent_by", "sent_on", "sharing", "siblings_safe", "signed_off_at", "signed_off_by", "state", "what_happened") VALUES (NEW."abuse_reasons", NEW."abuse_suspected", NEW."attended", NEW."aware_at", NEW."case_id", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."decided_at", NEW."decided_by", NEW."facts", NEW."happened_on", NEW."harm", NEW."id", NEW."immediate_action", NEW."improvement", NEW."media_interest", NEW."met_at", NEW."met_by", NEW."met_on", NEW."national_review", NEW."national_review_reasons", NEW."not_notified_reason", NEW."notified_at", NEW."notified_by", NEW."notified_on", NEW."notify_due_on", NEW."our_answer", NEW."panel_agrees", NEW."panel_outcome", NEW."panel_reference", NEW."panel_words", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."police_investigation", NEW."practice_review", NEW."practice_review_reasons", NEW."replied_at", NEW."replied_by", NEW."replied_on", NEW."review_due_on", NEW."sent_at", NEW."sent_by", NEW."sent_on", NEW."sharing", NEW."siblings_safe", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."what_happened"); RETURN NULL;',
                            hash="8f2fd5f27af354fd3924134f89fe048026de0740",
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
                            func='INSERT INTO "reviews_seriousincidentevent" ("abuse_reasons", "abuse_suspected", "attended", "aware_at", "case_id", "chair", "closed_at", "closed_by", "decided_at", "decided_by", "facts", "happened_on", "harm", "id", "immediate_action", "improvement", "media_interest", "met_at", "met_by", "met_on", "national_review", "national_review_reasons", "not_notified_reason", "notified_at", "notified_by", "notified_on", "notify_due_on", "our_answer", "panel_agrees", "panel_outcome", "panel_reference", "panel_words", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "police_investigation", "practice_review", "practice_review_reasons", "replied_at", "replied_by", "replied_on", "review_due_on", "sent_at", "sent_by", "sent_on", "sharing", "siblings_safe", "signed_off_at", "signed_off_by", "state", "what_happened") VALUES (NEW."abuse_reasons", NEW."abuse_suspected", NEW."attended", NEW."aware_at", NEW."case_id", NEW."chair", NEW."closed_at", NEW."closed_by", NEW."decided_at", NEW."decided_by", NEW."facts", NEW."happened_on", NEW."harm", NEW."id", NEW."immediate_action", NEW."improvement", NEW."media_interest", NEW."met_at", NEW."met_by", NEW."met_on", NEW."national_review", NEW."national_review_reasons", NEW."not_notified_reason", NEW."notified_at", NEW."notified_by", NEW."notified_on", NEW."notify_due_on", NEW."our_answer", NEW."panel_agrees", NEW."panel_outcome", NEW."panel_reference", NEW."panel_words", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."police_investigation", NEW."practice_review", NEW."practice_review_reasons", NEW."replied_at", NEW."replied_by", NEW."replied_on", NEW."review_due_on", NEW."sent_at", NEW."sent_by", NEW."sent_on", NEW."sharing", NEW."siblings_safe", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."what_happened"); RETURN NULL;',
                            hash="72fb9087a251ecf854b40e907ee5e61f87b834bc",
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
            ]
        )
    ]

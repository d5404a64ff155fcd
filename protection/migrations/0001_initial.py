import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import protection.models.rows
import work.models.copies


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("children", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("referrals", "0001_initial"),
        ("work", "0001_initial"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="FamilyGroup",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                help_text="The team that has the case.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                help_text="The lead social worker.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, help_text="Only those named on it see it.")),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "source_reference",
                            models.CharField(
                                blank=True, help_text="In the system from which it was brought over.", max_length=40
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("see_family", "See what child protection writes of a family")],
                        "indexes": [models.Index(fields=["team", "id"], name="family_group_team")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("source_reference", ""), _negated=True),
                                fields=("source_reference",),
                                name="family_group_source_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="protection.familygroup"
                            ),
                        ),
                        ("danger", models.TextField(help_text="Which danger it is about.")),
                        ("outcome", models.TextField(help_text="What is to be different for the children.")),
                        ("action", models.TextField()),
                        ("who", models.CharField(max_length=150)),
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
                        ("due_on", models.DateField()),
                        ("measure", models.TextField(blank=True, help_text="How one knows.")),
                        ("contingency", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Not done yet"), ("done", "Done"), ("dropped", "No longer needed")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10, as the core group sees it.", null=True
                            ),
                        ),
                        ("progress_note", models.TextField(blank=True)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("looked_at_on", models.DateField(blank=True, null=True)),
                        ("settled_at", models.DateTimeField(blank=True, help_text="When it was done or dropped.", null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "indexes": [models.Index(fields=["family", "due_on"], name="plan_action_family")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at__isnull", True), ("settled_by", "")),
                                    models.Q(("settled_at__isnull", False), models.Q(("settled_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_action_settled_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at__isnull", True), ("status", "open")),
                                    models.Q(models.Q(("status", "open"), _negated=True), ("settled_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="plan_action_settled_or_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("progress__isnull", True), ("progress__lte", 10), _connector="OR"),
                                name="plan_action_progress_0_to_10",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Conference",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="protection.familygroup",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("icpc", "Initial conference"),
                                    ("pre_birth", "Pre-birth conference"),
                                    ("rcpc", "Review conference"),
                                    ("transfer_in", "Transfer-in conference"),
                                    ("post_birth", "Review after birth"),
                                    ("reconvened", "Reconvened conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("booked", "Booked"),
                                    ("held", "Held"),
                                    ("approved", "Record approved"),
                                    ("distributed", "Record sent out"),
                                    ("cancelled", "Cancelled"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        ("requested_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="By when it is to be held; the earliest of its children's.")),
                        (
                            "chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("planned_for", models.DateTimeField(blank=True, null=True)),
                        ("booked_at", models.DateTimeField(blank=True, null=True)),
                        ("booked_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "lasts",
                            models.PositiveSmallIntegerField(
                                db_default=120, default=120, help_text="For how many minutes it is planned."
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=200)),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("video", "By video"),
                                    ("phone", "By telephone"),
                                    ("mixed", "In person and by video"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("interpreter", models.CharField(blank=True, help_text="Language, where one is needed.", max_length=100)),
                        (
                            "practice_model",
                            models.CharField(
                                choices=[("sf", "Strengthening Families"), ("sos", "Signs of Safety")], default="sf", max_length=3
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When it was recorded as held.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("late_reason", models.TextField(blank=True)),
                        ("quorate", models.BooleanField(null=True)),
                        (
                            "inquorate_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_known", "The child is not known to three agencies"),
                                    ("in_writing", "There is enough information in writing"),
                                    ("delay", "Waiting would harm the child"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("inquorate_note", models.TextField(blank=True, help_text="The chair's reason for going on.")),
                        ("met_family_before", models.BooleanField(help_text="The chair met the family beforehand.", null=True)),
                        ("complaints_leaflet_given", models.BooleanField(null=True)),
                        ("past_harm", models.TextField(blank=True)),
                        ("danger_statements", models.TextField(blank=True)),
                        ("complicating_factors", models.TextField(blank=True)),
                        ("strengths", models.TextField(blank=True)),
                        ("grey_areas", models.TextField(blank=True)),
                        ("family_views", models.TextField(blank=True)),
                        ("safety_goals", models.TextField(blank=True)),
                        ("what_needs_to_happen", models.TextField(blank=True)),
                        ("contingency", models.TextField(blank=True)),
                        ("summary", models.TextField(blank=True, help_text="What the chair says in the end, in plain words.")),
                        ("reconvene_due_on", models.DateField(blank=True, null=True)),
                        ("next_on", models.DateField(blank=True, help_text="The day of the next conference.", null=True)),
                        (
                            "reconvenes",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reconvened",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "outline_sent_at",
                            models.DateTimeField(blank=True, help_text="When decision and outline plan went out.", null=True),
                        ),
                        ("outline_sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("outline_due_on", models.DateField(blank=True, null=True)),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, help_text="When the chair approved the record.", null=True),
                        ),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("distributed_at", models.DateTimeField(blank=True, null=True)),
                        ("distributed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("record_due_on", models.DateField(blank=True, null=True)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closing_reason", models.TextField(blank=True, help_text="Why it was cancelled or withdrawn.")),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["family", "-requested_at"], name="conference_family"),
                            models.Index(fields=["chair", "planned_for", "id"], name="conference_chair_diary"),
                            models.Index(
                                condition=models.Q(("held_on__isnull", False)), fields=["held_on"], name="conference_held"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("booked_at__isnull", True), ("booked_by", "")),
                                    models.Q(("booked_at__isnull", False), models.Q(("booked_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_booked_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_at__isnull", True), ("held_by", "")),
                                    models.Q(("held_at__isnull", False), models.Q(("held_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_held_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outline_sent_at__isnull", True), ("outline_sent_by", "")),
                                    models.Q(
                                        ("outline_sent_at__isnull", False), models.Q(("outline_sent_by", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="conference_outline_sent_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_approved_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("distributed_at__isnull", True), ("distributed_by", "")),
                                    models.Q(("distributed_at__isnull", False), models.Q(("distributed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_distributed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancelled_at__isnull", True), ("cancelled_by", "")),
                                    models.Q(("cancelled_at__isnull", False), models.Q(("cancelled_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_cancelled_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_at__isnull", True), ("held_on__isnull", True), ("quorate__isnull", True)),
                                    models.Q(
                                        ("chair__isnull", False),
                                        ("held_at__isnull", False),
                                        ("held_on__isnull", False),
                                        ("quorate__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="conference_held_on_a_day_by_a_chair",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorate__isnull", True),
                                    ("quorate", True),
                                    ("reconvene_due_on__isnull", False),
                                    models.Q(
                                        models.Q(("inquorate_reason", ""), _negated=True),
                                        models.Q(("inquorate_note", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="conference_inquorate_with_the_chairs_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("held_on__isnull", True), ("held_on__iso_week_day__lte", 5), _connector="OR"),
                                name="conference_on_a_weekday",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("booked_at__isnull", True),
                                    models.Q(("chair__isnull", False), ("planned_for__isnull", False)),
                                    _connector="OR",
                                ),
                                name="conference_booked_with_chair_and_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("distributed_at__isnull", True), ("approved_at__isnull", False), _connector="OR"
                                ),
                                name="conference_sent_out_once_approved",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancelled_at__isnull", True), ("withdrawn_at__isnull", True)),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="conference_closed_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StrategyDiscussion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="discussions",
                                to="protection.familygroup",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("called", "Called"),
                                    ("held", "Held"),
                                    ("shared", "Record shared"),
                                    ("cancelled", "Cancelled"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="called",
                                max_length=10,
                            ),
                        ),
                        ("urgent", models.BooleanField(default=False, help_text="To be held on the same day.")),
                        ("reason", models.TextField(blank=True, help_text="Why it is called.")),
                        ("called_at", models.DateTimeField()),
                        ("called_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="Copied from its clock.")),
                        ("planned_for", models.DateTimeField(blank=True, null=True)),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("video", "By video"),
                                    ("phone", "By telephone"),
                                    ("mixed", "In person and by video"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When it was recorded as held.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "quorate",
                            models.BooleanField(help_text="Whether social care, the police and health took part.", null=True),
                        ),
                        ("inquorate_reason", models.TextField(blank=True)),
                        ("summary", models.TextField(blank=True, help_text="What is known, and the analysis.")),
                        (
                            "threshold_reasons",
                            models.TextField(blank=True, help_text="Whether significant harm is suspected, and why."),
                        ),
                        ("immediate_safety", models.TextField(blank=True)),
                        ("police_investigation", models.BooleanField(null=True)),
                        (
                            "interview_planned",
                            models.BooleanField(help_text="An interview on video (achieving best evidence).", null=True),
                        ),
                        ("medical_plan", models.TextField(blank=True, help_text="Whether a medical is needed, when and where.")),
                        ("parents_told", models.TextField(blank=True, help_text="Who tells the parents, and when.")),
                        ("legal_advice", models.TextField(blank=True)),
                        ("next_discussion_on", models.DateField(blank=True, null=True)),
                        (
                            "shared_at",
                            models.DateTimeField(blank=True, help_text="When the record went to those who took part.", null=True),
                        ),
                        ("shared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closing_reason", models.TextField(blank=True, help_text="Why it was cancelled or withdrawn.")),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["family", "-called_at"], name="discussion_family"),
                            models.Index(
                                condition=models.Q(("held_on__isnull", False)), fields=["held_on"], name="discussion_held"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_at__isnull", True), ("held_by", "")),
                                    models.Q(("held_at__isnull", False), models.Q(("held_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_held_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("shared_at__isnull", True), ("shared_by", "")),
                                    models.Q(("shared_at__isnull", False), models.Q(("shared_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_shared_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancelled_at__isnull", True), ("cancelled_by", "")),
                                    models.Q(("cancelled_at__isnull", False), models.Q(("cancelled_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_cancelled_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("held_at__isnull", True), ("held_on__isnull", True), ("quorate__isnull", True)),
                                    models.Q(("held_at__isnull", False), ("held_on__isnull", False), ("quorate__isnull", False)),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_held_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("quorate__isnull", True),
                                    ("quorate", True),
                                    models.Q(("inquorate_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_held_quorate_or_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("cancelled_at__isnull", True), ("withdrawn_at__isnull", True)),
                                    models.Q(("closing_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="strategy_discussion_closed_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiscussedChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "discussion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="children",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                help_text="The referral.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        ("considered", models.TextField(blank=True, help_text="What was said of this child.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nfa", "No further action"),
                                    ("s17", "Assessment under section 17"),
                                    ("s47_single", "Section 47 enquiry by social care alone"),
                                    ("s47_joint", "Section 47 enquiry jointly with the police"),
                                    ("emergency", "Emergency action and a section 47 enquiry"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("outcome_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("discussion", "child"), name="discussed_child_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("outcome", ""), models.Q(("outcome_reason", ""), _negated=True), _connector="OR"
                                ),
                                name="discussed_child_outcome_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Section47",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="enquiries", to="protection.familygroup"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "initiated",
                            models.OneToOneField(
                                help_text="The discussion that initiated it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="enquiry",
                                to="protection.discussedchild",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "In progress"), ("with_manager", "With a manager"), ("complete", "Complete")],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        ("joint", models.BooleanField(help_text="Jointly with the police.")),
                        ("started_on", models.DateField(help_text="The day of the strategy discussion that initiated it.")),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "conference_due_on",
                            models.DateField(help_text="By when an initial conference is to be held: copied from its clock."),
                        ),
                        (
                            "lead",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("seen_on", models.DateField(blank=True, null=True)),
                        ("seen_alone_on", models.DateField(blank=True, null=True)),
                        ("not_seen_reason", models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")),
                        ("bedroom_seen_on", models.DateField(blank=True, null=True)),
                        ("parents_seen_on", models.DateField(blank=True, null=True)),
                        ("medical_on", models.DateField(blank=True, null=True)),
                        ("medical_result", models.TextField(blank=True)),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "finding",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_substantiated", "Concerns not substantiated"),
                                    ("not_continuing", "Concerns substantiated, no continuing risk of significant harm"),
                                    ("continuing", "Concerns substantiated, continuing risk of significant harm"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("icpc", "Initial child protection conference"),
                                    ("s17", "Provision of services under section 17"),
                                    ("short_break", "Short break under section 17"),
                                    ("continue", "Assessment continues, no further action now"),
                                    ("monitor", "Another agency monitors"),
                                    ("legal", "Legal action"),
                                    ("nfa", "No further action"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("icpc_not_required", models.BooleanField(default=False)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("authorised_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["child", "started_on"], name="section47_child"),
                            models.Index(fields=["started_on"], name="section47_started"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("submitted_at__isnull", True), ("submitted_by", "")),
                                    models.Q(("submitted_at__isnull", False), models.Q(("submitted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="section47_submitted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("authorised_at__isnull", True), ("authorised_by", "")),
                                    models.Q(("authorised_at__isnull", False), models.Q(("authorised_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="section47_authorised_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "complete"), _negated=True),
                                fields=("child",),
                                name="section47_open_once_a_child",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("authorised_at__isnull", False), ("completed_on__isnull", False), ("state", "complete")
                                    ),
                                    models.Q(
                                        models.Q(("state", "complete"), _negated=True),
                                        ("authorised_at__isnull", True),
                                        ("completed_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="section47_complete_when_authorised",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("authorised_by", ""),
                                    models.Q(("authorised_by", models.F("submitted_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="section47_authorised_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "complete"), _negated=True),
                                    models.Q(
                                        models.Q(("finding", ""), _negated=True),
                                        models.Q(("outcome", ""), _negated=True),
                                        models.Q(("analysis", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="section47_complete_with_finding_and_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "complete"), _negated=True),
                                    models.Q(("icpc_not_required", False), ("outcome", "icpc")),
                                    models.Q(models.Q(("outcome", "icpc"), _negated=True), ("icpc_not_required", True)),
                                    _connector="OR",
                                ),
                                name="section47_conference_or_none_required",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("completed_on__isnull", True), ("completed_on__gte", models.F("started_on")), _connector="OR"
                                ),
                                name="section47_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="children", to="protection.conference"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="conferences",
                                to="protection.section47",
                            ),
                        ),
                        ("due_on", models.DateField(help_text="By when the law wants this conference for this child.")),
                        (
                            "participation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended and spoke for themselves"),
                                    ("spoken_for", "Attended, and somebody else spoke for them"),
                                    ("advocate", "Did not attend; an advocate spoke for them"),
                                    ("written", "Did not attend; sent their views"),
                                    ("through_worker", "Did not attend; a worker told their views"),
                                    ("none", "Did not attend and views were not told"),
                                    ("too_young", "Too young, or not born yet"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("advocate", models.CharField(blank=True, max_length=150)),
                        ("views", models.TextField(blank=True, help_text="What the child says.")),
                        ("views_obtained_how", models.CharField(blank=True, max_length=200)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("plan", "A child protection plan starts"),
                                    ("no_plan", "No child protection plan"),
                                    ("continue", "The plan goes on"),
                                    ("end", "The plan ends"),
                                    ("adjourned", "No decision: the conference meets again"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cin", "No longer at risk: child in need"),
                                    ("early_help", "No longer at risk: early help or universal services"),
                                    ("looked_after", "Became looked after"),
                                    ("transferred", "Another authority took the plan over"),
                                    ("eighteen", "Turned 18"),
                                    ("died", "Died"),
                                    ("order", "Adoption, special guardianship or another order"),
                                    ("abroad", "Moved abroad"),
                                    ("not_live_born", "Not live born"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("decision_reason", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["child", "conference"], name="conference_child_child")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decided_by", "")),
                                    models.Q(("decided_at__isnull", False), models.Q(("decided_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="conference_child_decided_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("conference", "child"), name="conference_child_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", True), ("decision", "")),
                                    models.Q(
                                        models.Q(("decision", ""), _negated=True),
                                        models.Q(("decision_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="conference_child_decided_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decision__in", ["plan", "continue"]),
                                        models.Q(("category", ""), _negated=True),
                                        models.Q(("category", "MUL"), _negated=True),
                                    ),
                                    models.Q(models.Q(("decision__in", ["plan", "continue"]), _negated=True), ("category", "")),
                                    _connector="OR",
                                ),
                                name="conference_child_category_with_a_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "end"), models.Q(("end_reason", ""), _negated=True)),
                                    models.Q(models.Q(("decision", "end"), _negated=True), ("end_reason", "")),
                                    _connector="OR",
                                ),
                                name="conference_child_end_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Transfer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="transfers", to="protection.familygroup"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        ("direction", models.CharField(choices=[("in", "Moves in"), ("out", "Moves away")], max_length=3)),
                        (
                            "temporary",
                            models.BooleanField(
                                default=False, help_text="For less than three months; the plan stays where it is."
                            ),
                        ),
                        ("authority", models.CharField(help_text="The other authority.", max_length=150)),
                        (
                            "plan_started_on",
                            models.DateField(blank=True, help_text="The start of the plan of the other authority.", null=True),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                help_text="Of the other authority's plan.",
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans",
                            models.PositiveSmallIntegerField(default=0, help_text="Plans before that one, in any authority."),
                        ),
                        ("told_on", models.DateField(help_text="When the receiving authority was told.")),
                        ("moved_on", models.DateField(blank=True, null=True)),
                        (
                            "papers_on",
                            models.DateField(blank=True, help_text="When the papers were sent or received.", null=True),
                        ),
                        ("conference_due_on", models.DateField(blank=True, null=True)),
                        (
                            "accepted_on",
                            models.DateField(
                                blank=True, help_text="When the receiving authority's conference took it over.", null=True
                            ),
                        ),
                        ("returned_on", models.DateField(blank=True, help_text="When a temporary stay ended.", null=True)),
                        ("note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["child", "-told_on"], name="transfer_child")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("accepted_on__isnull", True), ("returned_on__isnull", True)),
                                fields=("child", "direction"),
                                name="transfer_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("authority", ""), _negated=True), name="transfer_names_the_authority"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("direction", "in"), _negated=True),
                                    models.Q(("plan_started_on__isnull", False), models.Q(("category", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="transfer_in_knows_the_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("returned_on__isnull", True), ("temporary", True), _connector="OR"),
                                name="transfer_only_temporary_ones_return",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ProtectionPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="protection.familygroup"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "origin",
                            models.CharField(
                                choices=[
                                    ("conference", "Decided by a conference"),
                                    ("transfer_in", "Moved in on a plan of another authority"),
                                    ("imported", "Brought over from an earlier system"),
                                ],
                                default="conference",
                                max_length=12,
                            ),
                        ),
                        (
                            "decided",
                            models.OneToOneField(
                                blank=True,
                                help_text="From which it starts.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
                                to="protection.conferencechild",
                            ),
                        ),
                        (
                            "transfer",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="plan",
                                to="protection.transfer",
                            ),
                        ),
                        (
                            "chair",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        (
                            "initial_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                help_text="The latest.",
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans",
                            models.PositiveSmallIntegerField(default=0, help_text="Of this child, ever, in any authority."),
                        ),
                        (
                            "visit_every",
                            models.PositiveSmallIntegerField(
                                default=10, help_text="Working days within which the child is visited."
                            ),
                        ),
                        ("written_agreement", models.TextField(blank=True)),
                        ("contingency", models.TextField(blank=True)),
                        ("review_due_on", models.DateField(blank=True, null=True)),
                        ("visit_due_on", models.DateField(blank=True, null=True)),
                        ("core_group_due_on", models.DateField(blank=True, null=True)),
                        (
                            "check_due_on",
                            models.DateField(
                                blank=True, help_text="By when the chair looks at it, half way to the review.", null=True
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cin", "No longer at risk: child in need"),
                                    ("early_help", "No longer at risk: early help or universal services"),
                                    ("looked_after", "Became looked after"),
                                    ("transferred", "Another authority took the plan over"),
                                    ("eighteen", "Turned 18"),
                                    ("died", "Died"),
                                    ("order", "Adoption, special guardianship or another order"),
                                    ("abroad", "Moved abroad"),
                                    ("not_live_born", "Not live born"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("end_note", models.TextField(blank=True)),
                        (
                            "end_decided",
                            models.OneToOneField(
                                blank=True,
                                help_text="Which ended it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ended_plan",
                                to="protection.conferencechild",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "source_reference",
                            models.CharField(
                                blank=True, help_text="In the system from which it was brought over.", max_length=40
                            ),
                        ),
                        ("source_child", models.CharField(blank=True, help_text="The child's number there.", max_length=40)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "db_table": "protection_plan",
                        "indexes": [
                            models.Index(fields=["family", "-started_on"], name="protection_plan_family"),
                            models.Index(fields=["child", "started_on"], name="protection_plan_child"),
                            models.Index(fields=["started_on", "ended_on"], name="protection_plan_days"),
                            models.Index(
                                condition=models.Q(("ended_on__isnull", False)), fields=["ended_on"], name="protection_plan_ended"
                            ),
                            models.Index(
                                condition=models.Q(("ended_on__isnull", True), ("withdrawn_at__isnull", True)),
                                fields=["chair", "review_due_on", "id"],
                                name="protection_plan_chair",
                            ),
                            models.Index(
                                condition=models.Q(("source_child", ""), _negated=True),
                                fields=["source_child"],
                                name="protection_plan_source_child",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="protection_plan_ended_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="protection_plan_withdrawn_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True), ("withdrawn_at__isnull", True)),
                                fields=("child",),
                                name="protection_plan_open_once_a_child",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                expressions=[
                                    ("child", "="),
                                    (
                                        protection.models.rows.Days(
                                            "started_on", "ended_on", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="protection_plan_never_two_at_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("source_reference", ""), _negated=True),
                                fields=("source_reference",),
                                name="protection_plan_source_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided__isnull", False), ("origin", "conference"), ("transfer__isnull", True)),
                                    models.Q(("origin", "transfer_in"), ("transfer__isnull", False)),
                                    models.Q(
                                        ("decided__isnull", True),
                                        ("origin", "imported"),
                                        ("transfer__isnull", True),
                                        models.Q(("source_reference", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="protection_plan_starts_from_a_decision_or_a_transfer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("category", ""), _negated=True), models.Q(("initial_category", ""), _negated=True)
                                ),
                                name="protection_plan_always_has_a_category",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("origin", "imported"),
                                    models.Q(
                                        models.Q(("category", "MUL"), _negated=True),
                                        models.Q(("initial_category", "MUL"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="protection_plan_multiple_in_history_only",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("ended_on__gt", models.F("started_on")), _connector="OR"
                                ),
                                name="protection_plan_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("end_decided__isnull", True),
                                        ("end_reason", ""),
                                        ("ended_at__isnull", True),
                                        ("ended_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_on__isnull", False),
                                        models.Q(("end_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="protection_plan_ended_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True),
                                    ("end_decided__isnull", False),
                                    ("origin", "imported"),
                                    ("end_reason__in", ["transferred", "eighteen", "died", "not_live_born"]),
                                    _connector="OR",
                                ),
                                name="protection_plan_ended_by_a_conference_unless",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="protection_plan_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ActionOfPlan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "action",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="of_plans", to="protection.planaction"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="of_actions",
                                to="protection.protectionplan",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("action", "plan"), name="action_of_plan_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyInvitation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="invitations",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
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
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        ("required", models.BooleanField(default=True, help_text="Expected to come; only those are counted.")),
                        (
                            "works_with_child",
                            models.BooleanField(
                                default=True, help_text="Has direct contact with the child; a quorum counts those."
                            ),
                        ),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "report",
                            models.CharField(
                                choices=[
                                    ("not_required", "Not required"),
                                    ("awaited", "Awaited"),
                                    ("on_time", "Received on time"),
                                    ("late", "Received late"),
                                    ("none", "Not received"),
                                ],
                                default="not_required",
                                max_length=12,
                            ),
                        ),
                        ("report_due_on", models.DateField(blank=True, null=True)),
                        ("report_received_on", models.DateField(blank=True, null=True)),
                        ("report_shared_on", models.DateField(blank=True, help_text="When the family had it.", null=True)),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                help_text="The request of the report.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="work.request",
                            ),
                        ),
                        (
                            "recommendation",
                            models.CharField(
                                blank=True,
                                choices=[("plan", "Plan"), ("no_plan", "No plan"), ("abstain", "Abstains")],
                                max_length=8,
                            ),
                        ),
                        ("view", models.TextField(blank=True, help_text="What they say in the conference.")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, help_text="When the invitation was taken back.", null=True),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("withdrawn_reason", models.TextField(blank=True, db_default="", default="")),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [
                            models.Index(fields=["agency", "conference"], name="agency_invitation_agency"),
                            models.Index(fields=["person", "conference"], name="agency_invitation_person"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="agency_invitation_withdrawn_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False), ("withdrawn_at__isnull", True)),
                                fields=("conference", "person"),
                                name="agency_invitation_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="agency_invitation_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("report__in", ["on_time", "late"]), ("report_received_on__isnull", False)),
                                    models.Q(
                                        models.Q(("report__in", ["on_time", "late"]), _negated=True),
                                        ("report_received_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="agency_invitation_report_received_on_a_day",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyInvitationEvent",
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
                                to="protection.agencyinvitation",
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
                            "conference",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
                                ],
                                max_length=15,
                            ),
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
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        ("required", models.BooleanField(default=True, help_text="Expected to come; only those are counted.")),
                        (
                            "works_with_child",
                            models.BooleanField(
                                default=True, help_text="Has direct contact with the child; a quorum counts those."
                            ),
                        ),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "report",
                            models.CharField(
                                choices=[
                                    ("not_required", "Not required"),
                                    ("awaited", "Awaited"),
                                    ("on_time", "Received on time"),
                                    ("late", "Received late"),
                                    ("none", "Not received"),
                                ],
                                default="not_required",
                                max_length=12,
                            ),
                        ),
                        ("report_due_on", models.DateField(blank=True, null=True)),
                        ("report_received_on", models.DateField(blank=True, null=True)),
                        ("report_shared_on", models.DateField(blank=True, help_text="When the family had it.", null=True)),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The request of the report.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.request",
                            ),
                        ),
                        (
                            "recommendation",
                            models.CharField(
                                blank=True,
                                choices=[("plan", "Plan"), ("no_plan", "No plan"), ("abstain", "Abstains")],
                                max_length=8,
                            ),
                        ),
                        ("view", models.TextField(blank=True, help_text="What they say in the conference.")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, help_text="When the invitation was taken back.", null=True),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("withdrawn_reason", models.TextField(blank=True, db_default="", default="")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ChairCheck",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="chair_checks",
                                to="protection.protectionplan",
                            ),
                        ),
                        ("checked_on", models.DateField()),
                        ("on_track", models.BooleanField()),
                        ("findings", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-checked_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="ChairEscalation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="escalations",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "stage",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1 team manager, 2 service manager, 3 director."
                            ),
                        ),
                        ("concern", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        ("raised_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("result", models.TextField(blank=True, help_text="What came of it, as the chair sees it.")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-raised_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by", "")),
                                    models.Q(("answered_at__isnull", False), models.Q(("answered_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="chair_escalation_answered_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="chair_escalation_closed_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("plan",),
                                name="chair_escalation_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("stage__gte", 1), ("stage__lte", 3)), name="chair_escalation_stages"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChairEscalationEvent",
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
                                to="protection.chairescalation",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "stage",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1 team manager, 2 service manager, 3 director."
                            ),
                        ),
                        ("concern", models.TextField()),
                        ("raised_at", models.DateTimeField()),
                        ("raised_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("answer", models.TextField(blank=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("result", models.TextField(blank=True, help_text="What came of it, as the chair sees it.")),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceChildEvent",
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
                                to="protection.conferencechild",
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
                            "conference",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
                            ),
                        ),
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
                            "enquiry",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.section47",
                            ),
                        ),
                        ("due_on", models.DateField(help_text="By when the law wants this conference for this child.")),
                        (
                            "participation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended and spoke for themselves"),
                                    ("spoken_for", "Attended, and somebody else spoke for them"),
                                    ("advocate", "Did not attend; an advocate spoke for them"),
                                    ("written", "Did not attend; sent their views"),
                                    ("through_worker", "Did not attend; a worker told their views"),
                                    ("none", "Did not attend and views were not told"),
                                    ("too_young", "Too young, or not born yet"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("advocate", models.CharField(blank=True, max_length=150)),
                        ("views", models.TextField(blank=True, help_text="What the child says.")),
                        ("views_obtained_how", models.CharField(blank=True, max_length=200)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("plan", "A child protection plan starts"),
                                    ("no_plan", "No child protection plan"),
                                    ("continue", "The plan goes on"),
                                    ("end", "The plan ends"),
                                    ("adjourned", "No decision: the conference meets again"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cin", "No longer at risk: child in need"),
                                    ("early_help", "No longer at risk: early help or universal services"),
                                    ("looked_after", "Became looked after"),
                                    ("transferred", "Another authority took the plan over"),
                                    ("eighteen", "Turned 18"),
                                    ("died", "Died"),
                                    ("order", "Adoption, special guardianship or another order"),
                                    ("abroad", "Moved abroad"),
                                    ("not_live_born", "Not live born"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("decision_reason", models.TextField(blank=True)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        ("decided_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceCopy",
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
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="protection.conference"
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
                        "verbose_name_plural": "conference copies",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="conference_copy_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("conference", "asked_by", "once"), name="conference_copy_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="conference_copy_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="conference_copy_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConferenceEvent",
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
                                to="protection.conference",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("icpc", "Initial conference"),
                                    ("pre_birth", "Pre-birth conference"),
                                    ("rcpc", "Review conference"),
                                    ("transfer_in", "Transfer-in conference"),
                                    ("post_birth", "Review after birth"),
                                    ("reconvened", "Reconvened conference"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("booked", "Booked"),
                                    ("held", "Held"),
                                    ("approved", "Record approved"),
                                    ("distributed", "Record sent out"),
                                    ("cancelled", "Cancelled"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        ("requested_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="By when it is to be held; the earliest of its children's.")),
                        (
                            "chair",
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
                        ("planned_for", models.DateTimeField(blank=True, null=True)),
                        ("booked_at", models.DateTimeField(blank=True, null=True)),
                        ("booked_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "lasts",
                            models.PositiveSmallIntegerField(
                                db_default=120, default=120, help_text="For how many minutes it is planned."
                            ),
                        ),
                        ("venue", models.CharField(blank=True, max_length=200)),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("video", "By video"),
                                    ("phone", "By telephone"),
                                    ("mixed", "In person and by video"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("interpreter", models.CharField(blank=True, help_text="Language, where one is needed.", max_length=100)),
                        (
                            "practice_model",
                            models.CharField(
                                choices=[("sf", "Strengthening Families"), ("sos", "Signs of Safety")], default="sf", max_length=3
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When it was recorded as held.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("late_reason", models.TextField(blank=True)),
                        ("quorate", models.BooleanField(null=True)),
                        (
                            "inquorate_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_known", "The child is not known to three agencies"),
                                    ("in_writing", "There is enough information in writing"),
                                    ("delay", "Waiting would harm the child"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("inquorate_note", models.TextField(blank=True, help_text="The chair's reason for going on.")),
                        ("met_family_before", models.BooleanField(help_text="The chair met the family beforehand.", null=True)),
                        ("complaints_leaflet_given", models.BooleanField(null=True)),
                        ("past_harm", models.TextField(blank=True)),
                        ("danger_statements", models.TextField(blank=True)),
                        ("complicating_factors", models.TextField(blank=True)),
                        ("strengths", models.TextField(blank=True)),
                        ("grey_areas", models.TextField(blank=True)),
                        ("family_views", models.TextField(blank=True)),
                        ("safety_goals", models.TextField(blank=True)),
                        ("what_needs_to_happen", models.TextField(blank=True)),
                        ("contingency", models.TextField(blank=True)),
                        ("summary", models.TextField(blank=True, help_text="What the chair says in the end, in plain words.")),
                        ("reconvene_due_on", models.DateField(blank=True, null=True)),
                        ("next_on", models.DateField(blank=True, help_text="The day of the next conference.", null=True)),
                        (
                            "reconvenes",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "outline_sent_at",
                            models.DateTimeField(blank=True, help_text="When decision and outline plan went out.", null=True),
                        ),
                        ("outline_sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("outline_due_on", models.DateField(blank=True, null=True)),
                        (
                            "approved_at",
                            models.DateTimeField(blank=True, help_text="When the chair approved the record.", null=True),
                        ),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("distributed_at", models.DateTimeField(blank=True, null=True)),
                        ("distributed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("record_due_on", models.DateField(blank=True, null=True)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closing_reason", models.TextField(blank=True, help_text="Why it was cancelled or withdrawn.")),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupMeeting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="core_group_meetings",
                                to="protection.familygroup",
                            ),
                        ),
                        ("held_on", models.DateField()),
                        ("due_on", models.DateField(help_text="By when it was due.")),
                        ("is_first", models.BooleanField(help_text="The first after an initial conference.")),
                        ("minutes", models.TextField(blank=True)),
                        ("decisions", models.TextField(blank=True)),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("minutes_due_on", models.DateField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-held_on", "-id"],
                        "indexes": [models.Index(fields=["held_on"], name="core_group_meeting_held")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at__isnull", True), ("sent_by", "")),
                                    models.Q(("sent_at__isnull", False), models.Q(("sent_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="core_group_meeting_sent_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("family", "held_on"), name="core_group_meeting_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("sent_at__isnull", True), models.Q(("minutes", ""), _negated=True), _connector="OR"
                                ),
                                name="core_group_meeting_sent_with_minutes",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupMember",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "family",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="members", to="protection.familygroup"
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("child", "Child or young person"),
                                    ("parent", "Parent or carer"),
                                    ("family", "Other family"),
                                    ("supporter", "Supporter or advocate"),
                                    ("solicitor", "Solicitor"),
                                ],
                                help_text="Of somebody of the family.",
                                max_length=10,
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
                                ],
                                help_text="Of somebody of an agency.",
                                max_length=15,
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("joined_on", models.DateField()),
                        ("left_on", models.DateField(blank=True, null=True)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["person", "family"], name="core_group_member_person")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("left_on__isnull", True), ("person__isnull", False)),
                                fields=("family", "person"),
                                name="core_group_member_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(models.Q(("relation", ""), _negated=True), ("group", ""), ("person__isnull", True)),
                                    models.Q(("relation", ""), models.Q(("group", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="core_group_member_of_family_or_agency",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("left_on__isnull", True), ("left_on__gte", models.F("joined_on")), _connector="OR"
                                ),
                                name="core_group_member_leaves_after_joining",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupAttendance",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="protection.coregroupmeeting",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="protection.coregroupmember",
                            ),
                        ),
                        (
                            "attendance",
                            models.CharField(
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("meeting", "member"), name="core_group_attendance_once")],
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupAttendanceEvent",
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
                                to="protection.coregroupattendance",
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
                                to="protection.coregroupmeeting",
                            ),
                        ),
                        (
                            "member",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.coregroupmember",
                            ),
                        ),
                        (
                            "attendance",
                            models.CharField(
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupMeetingEvent",
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
                                to="protection.coregroupmeeting",
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
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
                        ("held_on", models.DateField()),
                        ("due_on", models.DateField(help_text="By when it was due.")),
                        ("is_first", models.BooleanField(help_text="The first after an initial conference.")),
                        ("minutes", models.TextField(blank=True)),
                        ("decisions", models.TextField(blank=True)),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("minutes_due_on", models.DateField()),
                        ("sent_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CoreGroupMemberEvent",
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
                                to="protection.coregroupmember",
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
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        (
                            "relation",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("child", "Child or young person"),
                                    ("parent", "Parent or carer"),
                                    ("family", "Other family"),
                                    ("supporter", "Supporter or advocate"),
                                    ("solicitor", "Solicitor"),
                                ],
                                help_text="Of somebody of the family.",
                                max_length=10,
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
                                ],
                                help_text="Of somebody of an agency.",
                                max_length=15,
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
                        ("joined_on", models.DateField()),
                        ("left_on", models.DateField(blank=True, null=True)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DiscussedChildEvent",
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
                                to="protection.discussedchild",
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
                            "discussion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.strategydiscussion",
                            ),
                        ),
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
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The referral.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        ("considered", models.TextField(blank=True, help_text="What was said of this child.")),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("nfa", "No further action"),
                                    ("s17", "Assessment under section 17"),
                                    ("s47_single", "Section 47 enquiry by social care alone"),
                                    ("s47_joint", "Section 47 enquiry jointly with the police"),
                                    ("emergency", "Emergency action and a section 47 enquiry"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("outcome_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DiscussionAction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "discussion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        ("action", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("due_on", models.DateField()),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("done_note", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="discussion_action_done_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiscussionActionEvent",
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
                                to="protection.discussionaction",
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
                            "discussion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        ("action", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("due_on", models.DateField()),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("done_note", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DiscussionSeat",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "discussion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="seats",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
                                ],
                                max_length=15,
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
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("information", models.TextField(blank=True, help_text="What the agency told.")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, help_text="When the invitation was taken back.", null=True),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("withdrawn_reason", models.TextField(blank=True, db_default="", default="")),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["person", "discussion"], name="discussion_seat_person")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="discussion_seat_withdrawn_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("person__isnull", False), ("withdrawn_at__isnull", True)),
                                fields=("discussion", "person"),
                                name="discussion_seat_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_reason", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="discussion_seat_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DiscussionSeatEvent",
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
                                to="protection.discussionseat",
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
                            "discussion",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                choices=[
                                    ("social_care", "Children’s social care"),
                                    ("police", "Police"),
                                    ("health", "Health"),
                                    ("education", "School, college or nursery"),
                                    ("probation", "Probation"),
                                    ("youth_justice", "Youth justice"),
                                    ("housing", "Housing"),
                                    ("early_help", "Early help"),
                                    ("voluntary", "Voluntary or community organisation"),
                                    ("other", "Other"),
                                ],
                                max_length=15,
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
                        ("name", models.CharField(max_length=150)),
                        ("role", models.CharField(blank=True, max_length=150)),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("information", models.TextField(blank=True, help_text="What the agency told.")),
                        (
                            "withdrawn_at",
                            models.DateTimeField(blank=True, help_text="When the invitation was taken back.", null=True),
                        ),
                        (
                            "withdrawn_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                        ("withdrawn_reason", models.TextField(blank=True, db_default="", default="")),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Dissent",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "decided",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dissents",
                                to="protection.conferencechild",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="dissents",
                                to="protection.agencyinvitation",
                            ),
                        ),
                        ("words", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("decided", "invitation"), name="dissent_once"),
                            models.CheckConstraint(condition=models.Q(("words", ""), _negated=True), name="dissent_in_words"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DissentEvent",
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
                                to="protection.dissent",
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
                            "decided",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conferencechild",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.agencyinvitation",
                            ),
                        ),
                        ("words", models.TextField()),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FamilyGroupEvent",
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
                                to="protection.familygroup",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The team that has the case.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="The lead social worker.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("restricted", models.BooleanField(default=False, help_text="Only those named on it see it.")),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "source_reference",
                            models.CharField(
                                blank=True, help_text="In the system from which it was brought over.", max_length=40
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FamilyInvitation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="family_invitations",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("child", "Child or young person"),
                                    ("parent", "Parent or carer"),
                                    ("family", "Other family"),
                                    ("supporter", "Supporter or advocate"),
                                    ("solicitor", "Solicitor"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="children.child",
                            ),
                        ),
                        ("name", models.CharField(max_length=150)),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("excluded_at", models.DateTimeField(blank=True, null=True)),
                        ("excluded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("excluded_reason", models.TextField(blank=True)),
                        (
                            "excluded_part",
                            models.CharField(
                                blank=True, help_text="For the whole conference, or which part of it.", max_length=200
                            ),
                        ),
                        (
                            "read_report",
                            models.BooleanField(help_text="Had read the social worker's report beforehand.", null=True),
                        ),
                        (
                            "companion",
                            models.CharField(blank=True, help_text="Supporter, advocate or solicitor.", max_length=150),
                        ),
                        ("views", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("excluded_at__isnull", True), ("excluded_by", "")),
                                    models.Q(("excluded_at__isnull", False), models.Q(("excluded_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="family_invitation_excluded_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("excluded_at__isnull", True), ("excluded_reason", "")),
                                    models.Q(("excluded_at__isnull", False), models.Q(("excluded_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="family_invitation_excluded_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyInvitationEvent",
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
                                to="protection.familyinvitation",
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
                            "conference",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "relation",
                            models.CharField(
                                choices=[
                                    ("child", "Child or young person"),
                                    ("parent", "Parent or carer"),
                                    ("family", "Other family"),
                                    ("supporter", "Supporter or advocate"),
                                    ("solicitor", "Solicitor"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "child",
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
                        ("name", models.CharField(max_length=150)),
                        ("invited_at", models.DateTimeField()),
                        ("invited_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "attendance",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("attended", "Attended in person"),
                                    ("remote", "Attended by video or telephone"),
                                    ("deputy", "Sent a deputy"),
                                    ("report_only", "Report only"),
                                    ("apologies", "Apologies"),
                                    ("absent", "Absent without apology"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("excluded_at", models.DateTimeField(blank=True, null=True)),
                        ("excluded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("excluded_reason", models.TextField(blank=True)),
                        (
                            "excluded_part",
                            models.CharField(
                                blank=True, help_text="For the whole conference, or which part of it.", max_length=200
                            ),
                        ),
                        (
                            "read_report",
                            models.BooleanField(help_text="Had read the social worker's report beforehand.", null=True),
                        ),
                        (
                            "companion",
                            models.CharField(blank=True, help_text="Supporter, advocate or solicitor.", max_length=150),
                        ),
                        ("views", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FamilyPersonGrant",
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
                        (
                            "holding",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.roleholding"
                            ),
                        ),
                        ("break_glass", models.BooleanField(default=False)),
                        (
                            "content_object",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="person_grants",
                                to="protection.familygroup",
                            ),
                        ),
                        ("restricted", models.BooleanField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["user", "permission", "content_object"], name="family_person_grant_page")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "permission", "content_object"),
                                name="familypersongrant_open_once",
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
                                name="familypersongrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FamilyTeamGrant",
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
                        (
                            "permission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="auth.permission"
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="auth.group"),
                        ),
                        (
                            "content_object",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="team_grants",
                                to="protection.familygroup",
                            ),
                        ),
                        ("restricted", models.BooleanField(editable=False, null=True)),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["group", "permission", "content_object"], name="family_team_grant_page")
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("group", "permission", "content_object"),
                                name="familyteamgrant_open_once",
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
                                name="familyteamgrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalMark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="legal_marks",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("planning", "Legal planning meeting"),
                                    ("pre_proceedings", "Pre-proceedings"),
                                    ("proceedings", "Care proceedings"),
                                    ("police", "Police protection"),
                                    ("emergency", "Emergency protection order"),
                                    ("extended", "Extension of an emergency protection order"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("began_on", models.DateField()),
                        (
                            "began_time",
                            models.TimeField(blank=True, help_text="Of police protection, which ends after 72 hours.", null=True),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["began_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)),
                                fields=("plan", "step"),
                                name="legal_mark_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("ended_on__gte", models.F("began_on")), _connector="OR"
                                ),
                                name="legal_mark_ends_after_it_begins",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LegalMarkEvent",
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
                                to="protection.legalmark",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(
                                choices=[
                                    ("planning", "Legal planning meeting"),
                                    ("pre_proceedings", "Pre-proceedings"),
                                    ("proceedings", "Care proceedings"),
                                    ("police", "Police protection"),
                                    ("emergency", "Emergency protection order"),
                                    ("extended", "Extension of an emergency protection order"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("began_on", models.DateField()),
                        (
                            "began_time",
                            models.TimeField(blank=True, help_text="Of police protection, which ends after 72 hours.", null=True),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="OtherText",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "discussion",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="other_texts",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="other_texts",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "meeting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="other_texts",
                                to="protection.coregroupmeeting",
                            ),
                        ),
                        ("place", models.CharField(help_text="The name of the text.", max_length=60)),
                        ("text", models.TextField()),
                        (
                            "page",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="From which page: it may write on.",
                                max_length=40,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("settled_at__isnull", True), ("settled_by", "")),
                                    models.Q(("settled_at__isnull", False), models.Q(("settled_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="other_text_settled_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("conference__isnull", True), ("discussion__isnull", False), ("meeting__isnull", True)
                                    ),
                                    models.Q(
                                        ("conference__isnull", False), ("discussion__isnull", True), ("meeting__isnull", True)
                                    ),
                                    models.Q(
                                        ("conference__isnull", True), ("discussion__isnull", True), ("meeting__isnull", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="other_text_of_one_record",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OtherTextEvent",
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
                                to="protection.othertext",
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
                            "discussion",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.strategydiscussion",
                            ),
                        ),
                        (
                            "conference",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
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
                                to="protection.coregroupmeeting",
                            ),
                        ),
                        ("place", models.CharField(help_text="The name of the text.", max_length=60)),
                        ("text", models.TextField()),
                        (
                            "page",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="From which page: it may write on.",
                                max_length=40,
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyPanel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=protection.models.rows.new_protection_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        ("month", models.DateField(help_text="The first day of the month.", unique=True)),
                        ("listed_at", models.DateTimeField()),
                        ("listed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("attended", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["-month"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("month__day", 1)), name="scrutiny_panel_of_a_month")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PanelCase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "panel",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="protection.scrutinypanel"
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="panel_cases",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "listed_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                help_text="The rules by which it is listed, as codes.",
                                size=None,
                            ),
                        ),
                        ("presented_by_name", models.CharField(blank=True, max_length=150)),
                        ("drift_reason", models.TextField(blank=True)),
                        ("discussion", models.TextField(blank=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("legal", "Legal gateway"),
                                    ("end", "Propose to the conference that it ends"),
                                    ("new_plan", "Write the plan anew"),
                                    ("escalate", "Escalate"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("actions", models.TextField(blank=True)),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("discussed_at", models.DateTimeField(blank=True, null=True)),
                        ("discussed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("discussed_at__isnull", True), ("discussed_by", "")),
                                    models.Q(("discussed_at__isnull", False), models.Q(("discussed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="panel_case_discussed_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("panel", "plan"), name="panel_case_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", ""), ("discussed_at__isnull", True)),
                                    models.Q(("discussed_at__isnull", False), models.Q(("decision", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="panel_case_decided_when_discussed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("listed_for", []), _negated=True), name="panel_case_listed_for_a_reason"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PanelCaseEvent",
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
                                to="protection.panelcase",
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
                            "panel",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.scrutinypanel",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "listed_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                help_text="The rules by which it is listed, as codes.",
                                size=None,
                            ),
                        ),
                        ("presented_by_name", models.CharField(blank=True, max_length=150)),
                        ("drift_reason", models.TextField(blank=True)),
                        ("discussion", models.TextField(blank=True)),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("on_track", "On track"),
                                    ("legal", "Legal gateway"),
                                    ("end", "Propose to the conference that it ends"),
                                    ("new_plan", "Write the plan anew"),
                                    ("escalate", "Escalate"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("actions", models.TextField(blank=True)),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("discussed_at", models.DateTimeField(blank=True, null=True)),
                        ("discussed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanActionEvent",
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
                                to="protection.planaction",
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
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
                        ("danger", models.TextField(help_text="Which danger it is about.")),
                        ("outcome", models.TextField(help_text="What is to be different for the children.")),
                        ("action", models.TextField()),
                        ("who", models.CharField(max_length=150)),
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
                        ("due_on", models.DateField()),
                        ("measure", models.TextField(blank=True, help_text="How one knows.")),
                        ("contingency", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[("open", "Not done yet"), ("done", "Done"), ("dropped", "No longer needed")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        (
                            "progress",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="0 to 10, as the core group sees it.", null=True
                            ),
                        ),
                        ("progress_note", models.TextField(blank=True)),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("looked_at_on", models.DateField(blank=True, null=True)),
                        ("settled_at", models.DateTimeField(blank=True, help_text="When it was done or dropped.", null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanAlert",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="alerts", to="protection.protectionplan"
                            ),
                        ),
                        ("of_end", models.BooleanField(help_text="Of the end; otherwise of the start.")),
                        ("sent_at", models.DateTimeField(help_text="When it was first written into an extract.")),
                        ("sent_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                        ("acknowledged_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_at__isnull", True), ("acknowledged_by", "")),
                                    models.Q(
                                        ("acknowledged_at__isnull", False), models.Q(("acknowledged_by", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_alert_acknowledged_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("plan", "of_end"), name="plan_alert_once"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanAlertEvent",
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
                                to="protection.planalert",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.protectionplan",
                            ),
                        ),
                        ("of_end", models.BooleanField(help_text="Of the end; otherwise of the start.")),
                        ("sent_at", models.DateTimeField(help_text="When it was first written into an extract.")),
                        ("sent_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                        ("acknowledged_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanCategory",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="categories",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("from_on", models.DateField()),
                        (
                            "conference",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="protection.conference",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["from_on"],
                        "constraints": [
                            models.UniqueConstraint(fields=("plan", "from_on"), name="plan_category_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("category", ""), _negated=True), name="plan_category_is_one"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanTask",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="protection.protectionplan"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("gp", "Tell the GP"),
                                    ("school", "Tell the school, nursery or college"),
                                    ("cp_is", "Tell CP-IS"),
                                    ("discharge", "Hold the discharge planning meeting before the baby goes home"),
                                    ("birth", "Tell everybody who works with the family of the birth"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("made_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "note",
                            models.TextField(blank=True, help_text="Who was told, when and how; or why there is nobody to tell."),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_task_done_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("plan", "kind"), name="plan_task_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("note", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("note", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_task_done_with_a_note",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanTaskEvent",
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
                                to="protection.plantask",
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
                            "plan",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("gp", "Tell the GP"),
                                    ("school", "Tell the school, nursery or college"),
                                    ("cp_is", "Tell CP-IS"),
                                    ("discharge", "Hold the discharge planning meeting before the baby goes home"),
                                    ("birth", "Tell everybody who works with the family of the birth"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("made_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "note",
                            models.TextField(blank=True, help_text="Who was told, when and how; or why there is nobody to tell."),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ProtectionPlanEvent",
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
                                to="protection.protectionplan",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
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
                            "origin",
                            models.CharField(
                                choices=[
                                    ("conference", "Decided by a conference"),
                                    ("transfer_in", "Moved in on a plan of another authority"),
                                    ("imported", "Brought over from an earlier system"),
                                ],
                                default="conference",
                                max_length=12,
                            ),
                        ),
                        (
                            "decided",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="From which it starts.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conferencechild",
                            ),
                        ),
                        (
                            "transfer",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.transfer",
                            ),
                        ),
                        (
                            "chair",
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
                        ("started_on", models.DateField()),
                        (
                            "initial_category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                max_length=3,
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                help_text="The latest.",
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans",
                            models.PositiveSmallIntegerField(default=0, help_text="Of this child, ever, in any authority."),
                        ),
                        (
                            "visit_every",
                            models.PositiveSmallIntegerField(
                                default=10, help_text="Working days within which the child is visited."
                            ),
                        ),
                        ("written_agreement", models.TextField(blank=True)),
                        ("contingency", models.TextField(blank=True)),
                        ("review_due_on", models.DateField(blank=True, null=True)),
                        ("visit_due_on", models.DateField(blank=True, null=True)),
                        ("core_group_due_on", models.DateField(blank=True, null=True)),
                        (
                            "check_due_on",
                            models.DateField(
                                blank=True, help_text="By when the chair looks at it, half way to the review.", null=True
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "end_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("cin", "No longer at risk: child in need"),
                                    ("early_help", "No longer at risk: early help or universal services"),
                                    ("looked_after", "Became looked after"),
                                    ("transferred", "Another authority took the plan over"),
                                    ("eighteen", "Turned 18"),
                                    ("died", "Died"),
                                    ("order", "Adoption, special guardianship or another order"),
                                    ("abroad", "Moved abroad"),
                                    ("not_live_born", "Not live born"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("end_note", models.TextField(blank=True)),
                        (
                            "end_decided",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Which ended it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conferencechild",
                            ),
                        ),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "source_reference",
                            models.CharField(
                                blank=True, help_text="In the system from which it was brought over.", max_length=40
                            ),
                        ),
                        ("source_child", models.CharField(blank=True, help_text="The child's number there.", max_length=40)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReviewHeld",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reviews",
                                to="protection.protectionplan",
                            ),
                        ),
                        (
                            "decided",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="review",
                                to="protection.conferencechild",
                            ),
                        ),
                        ("held_on", models.DateField()),
                        ("due_on", models.DateField()),
                        ("counted_due_on", models.DateField(help_text="By the days of the national statistics.")),
                    ],
                    options={
                        "ordering": ["held_on"],
                        "indexes": [models.Index(fields=["held_on"], name="review_held_on")],
                        "constraints": [models.UniqueConstraint(fields=("plan", "held_on"), name="review_held_once_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyScore",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "conference",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="protection.conference"
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="protection.agencyinvitation",
                            ),
                        ),
                        (
                            "family_member",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="scores",
                                to="protection.familyinvitation",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(10)])),
                        ("reason", models.TextField(blank=True)),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference: who wrote it down.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("score__lte", 10)), name="safety_score_0_to_10"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("invitation__isnull", True), ("family_member__isnull", True), _connector="OR"
                                ),
                                name="safety_score_of_the_chair_or_one_of_those_invited",
                            ),
                            models.UniqueConstraint(
                                fields=("conference", "invitation", "family_member"),
                                name="safety_score_once",
                                nulls_distinct=False,
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SafetyScoreEvent",
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
                                to="protection.safetyscore",
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
                            "conference",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.conference",
                            ),
                        ),
                        (
                            "invitation",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.agencyinvitation",
                            ),
                        ),
                        (
                            "family_member",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familyinvitation",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(10)])),
                        ("reason", models.TextField(blank=True)),
                        ("given_at", models.DateTimeField()),
                        ("given_by", models.CharField(help_text="The actor's reference: who wrote it down.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ScrutinyPanelEvent",
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
                                to="protection.scrutinypanel",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        ("month", models.DateField(help_text="The first day of the month.")),
                        ("listed_at", models.DateTimeField()),
                        ("listed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("attended", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Section47Event",
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
                                to="protection.section47",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
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
                            "initiated",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The discussion that initiated it.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.discussedchild",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "In progress"), ("with_manager", "With a manager"), ("complete", "Complete")],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        ("joint", models.BooleanField(help_text="Jointly with the police.")),
                        ("started_on", models.DateField(help_text="The day of the strategy discussion that initiated it.")),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "conference_due_on",
                            models.DateField(help_text="By when an initial conference is to be held: copied from its clock."),
                        ),
                        (
                            "lead",
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
                        ("seen_on", models.DateField(blank=True, null=True)),
                        ("seen_alone_on", models.DateField(blank=True, null=True)),
                        ("not_seen_reason", models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")),
                        ("bedroom_seen_on", models.DateField(blank=True, null=True)),
                        ("parents_seen_on", models.DateField(blank=True, null=True)),
                        ("medical_on", models.DateField(blank=True, null=True)),
                        ("medical_result", models.TextField(blank=True)),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "finding",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("not_substantiated", "Concerns not substantiated"),
                                    ("not_continuing", "Concerns substantiated, no continuing risk of significant harm"),
                                    ("continuing", "Concerns substantiated, continuing risk of significant harm"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("icpc", "Initial child protection conference"),
                                    ("s17", "Provision of services under section 17"),
                                    ("short_break", "Short break under section 17"),
                                    ("continue", "Assessment continues, no further action now"),
                                    ("monitor", "Another agency monitors"),
                                    ("legal", "Legal action"),
                                    ("nfa", "No further action"),
                                    ("other", "Other"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("icpc_not_required", models.BooleanField(default=False)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("completed_on", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("authorised_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="StrategyDiscussionEvent",
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
                                to="protection.strategydiscussion",
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
                            models.CharField(
                                default=protection.models.rows.new_protection_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("called", "Called"),
                                    ("held", "Held"),
                                    ("shared", "Record shared"),
                                    ("cancelled", "Cancelled"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="called",
                                max_length=10,
                            ),
                        ),
                        ("urgent", models.BooleanField(default=False, help_text="To be held on the same day.")),
                        ("reason", models.TextField(blank=True, help_text="Why it is called.")),
                        ("called_at", models.DateTimeField()),
                        ("called_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="Copied from its clock.")),
                        ("planned_for", models.DateTimeField(blank=True, null=True)),
                        (
                            "mode",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("in_person", "In person"),
                                    ("video", "By video"),
                                    ("phone", "By telephone"),
                                    ("mixed", "In person and by video"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("held_on", models.DateField(blank=True, null=True)),
                        ("held_at", models.DateTimeField(blank=True, help_text="When it was recorded as held.", null=True)),
                        ("held_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "quorate",
                            models.BooleanField(help_text="Whether social care, the police and health took part.", null=True),
                        ),
                        ("inquorate_reason", models.TextField(blank=True)),
                        ("summary", models.TextField(blank=True, help_text="What is known, and the analysis.")),
                        (
                            "threshold_reasons",
                            models.TextField(blank=True, help_text="Whether significant harm is suspected, and why."),
                        ),
                        ("immediate_safety", models.TextField(blank=True)),
                        ("police_investigation", models.BooleanField(null=True)),
                        (
                            "interview_planned",
                            models.BooleanField(help_text="An interview on video (achieving best evidence).", null=True),
                        ),
                        ("medical_plan", models.TextField(blank=True, help_text="Whether a medical is needed, when and where.")),
                        ("parents_told", models.TextField(blank=True, help_text="Who tells the parents, and when.")),
                        ("legal_advice", models.TextField(blank=True)),
                        ("next_discussion_on", models.DateField(blank=True, null=True)),
                        (
                            "shared_at",
                            models.DateTimeField(blank=True, help_text="When the record went to those who took part.", null=True),
                        ),
                        ("shared_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                        ("cancelled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("closing_reason", models.TextField(blank=True, help_text="Why it was cancelled or withdrawn.")),
                        (
                            "text_versions",
                            models.JSONField(blank=True, default=dict, help_text="How often each text was changed, by its name."),
                        ),
                        (
                            "text_pages",
                            models.JSONField(
                                blank=True,
                                db_default={},
                                default=dict,
                                help_text="Which page wrote each text, as which of its versions.",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TransferEvent",
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
                                to="protection.transfer",
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
                            "family",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="protection.familygroup",
                            ),
                        ),
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
                        ("direction", models.CharField(choices=[("in", "Moves in"), ("out", "Moves away")], max_length=3)),
                        (
                            "temporary",
                            models.BooleanField(
                                default=False, help_text="For less than three months; the plan stays where it is."
                            ),
                        ),
                        ("authority", models.CharField(help_text="The other authority.", max_length=150)),
                        (
                            "plan_started_on",
                            models.DateField(blank=True, help_text="The start of the plan of the other authority.", null=True),
                        ),
                        (
                            "category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NEG", "Neglect"),
                                    ("PHY", "Physical abuse"),
                                    ("SAB", "Sexual abuse"),
                                    ("EMO", "Emotional abuse"),
                                    ("MUL", "Multiple"),
                                ],
                                help_text="Of the other authority's plan.",
                                max_length=3,
                            ),
                        ),
                        (
                            "previous_plans",
                            models.PositiveSmallIntegerField(default=0, help_text="Plans before that one, in any authority."),
                        ),
                        ("told_on", models.DateField(help_text="When the receiving authority was told.")),
                        ("moved_on", models.DateField(blank=True, null=True)),
                        (
                            "papers_on",
                            models.DateField(blank=True, help_text="When the papers were sent or received.", null=True),
                        ),
                        ("conference_due_on", models.DateField(blank=True, null=True)),
                        (
                            "accepted_on",
                            models.DateField(
                                blank=True, help_text="When the receiving authority's conference took it over.", null=True
                            ),
                        ),
                        ("returned_on", models.DateField(blank=True, help_text="When a temporary stay ended.", null=True)),
                        ("note", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="protection.protectionplan"
                            ),
                        ),
                        ("visited_on", models.DateField()),
                        ("due_on", models.DateField(help_text="By when this visit was due.")),
                        ("visitor", models.CharField(help_text="Who visited.", max_length=150)),
                        ("seen", models.BooleanField()),
                        ("seen_alone", models.BooleanField(default=False)),
                        ("bedroom_seen", models.BooleanField(default=False)),
                        ("not_seen_reason", models.TextField(blank=True)),
                        ("child_view", models.TextField(blank=True)),
                        ("analysis", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("recorded_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-visited_on", "-id"],
                        "indexes": [models.Index(fields=["visited_on"], name="visit_visited_on")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("seen", True),
                                    models.Q(models.Q(("not_seen_reason", ""), _negated=True), ("seen_alone", False)),
                                    _connector="OR",
                                ),
                                name="visit_not_seen_with_a_reason",
                            )
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinypanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="80966cb29e4d400bc03d5c94312e8d2b891b1da2",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_3746e",
                            table="protection_scrutinypanel",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinypanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_scrutinypanelevent" ("attended", "held_on", "id", "listed_at", "listed_by", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "version") VALUES (NEW."attended", NEW."held_on", NEW."id", NEW."listed_at", NEW."listed_by", NEW."month", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."version"); RETURN NULL;',
                            hash="8ae3e35c48718889dc6cf412a9b013f91392fa3c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c283b",
                            table="protection_scrutinypanel",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinypanel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_scrutinypanelevent" ("attended", "held_on", "id", "listed_at", "listed_by", "month", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "version") VALUES (NEW."attended", NEW."held_on", NEW."id", NEW."listed_at", NEW."listed_by", NEW."month", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."version"); RETURN NULL;',
                            hash="eea029dcaa85fc569ae15c79c807f0ec76cb5ff9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_4cf8a",
                            table="protection_scrutinypanel",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyinvitationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4ee679ff0b994c34292876fc4369238140aa9fa1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_32fe4",
                            table="protection_agencyinvitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="dca1c4d49be4958f90c57a20869ce0afcd1cdd79",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_2681b",
                            table="protection_agencyinvitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_agencyinvitationevent" ("agency_id", "attendance", "conference_id", "group", "id", "invited_at", "invited_by", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "report", "report_due_on", "report_received_on", "report_shared_on", "request_id", "required", "role", "view", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "works_with_child") VALUES (NEW."agency_id", NEW."attendance", NEW."conference_id", NEW."group", NEW."id", NEW."invited_at", NEW."invited_by", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation", NEW."report", NEW."report_due_on", NEW."report_received_on", NEW."report_shared_on", NEW."request_id", NEW."required", NEW."role", NEW."view", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."works_with_child"); RETURN NULL;',
                            hash="d1748d180792e5ea628bde8b9af9997b0145f620",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_5c682",
                            table="protection_agencyinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_agencyinvitationevent" ("agency_id", "attendance", "conference_id", "group", "id", "invited_at", "invited_by", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation", "report", "report_due_on", "report_received_on", "report_shared_on", "request_id", "required", "role", "view", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "works_with_child") VALUES (NEW."agency_id", NEW."attendance", NEW."conference_id", NEW."group", NEW."id", NEW."invited_at", NEW."invited_by", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation", NEW."report", NEW."report_due_on", NEW."report_received_on", NEW."report_shared_on", NEW."request_id", NEW."required", NEW."role", NEW."view", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."works_with_child"); RETURN NULL;',
                            hash="c0b8c1579778ca9d3f78bead5c3ffcccff7f52d7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_145d6",
                            table="protection_agencyinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupattendanceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6b80c7afb5cb1945ff056911c6e46d455ac391e6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9793d",
                            table="protection_coregroupattendanceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="99da9f0b126ad4bf6b59a9f3bab68dacdeb3b8e9",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_66b1c",
                            table="protection_coregroupattendance",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_coregroupattendanceevent" ("attendance", "id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."attendance", NEW."id", NEW."meeting_id", NEW."member_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="8f15ad64d335310433679fcc1ad2c47c0455b7cc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_261d6",
                            table="protection_coregroupattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupattendance",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_coregroupattendanceevent" ("attendance", "id", "meeting_id", "member_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."attendance", NEW."id", NEW."meeting_id", NEW."member_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="aeec43eca1c9dd65e2cd93a7c5ad6215efbad03d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1bd76",
                            table="protection_coregroupattendance",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dissent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2c5223d75e5dad00acf679dbc45004328d9d6124",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_20b2c",
                            table="protection_dissent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dissent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_dissentevent" ("decided_id", "id", "invitation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "words") VALUES (NEW."decided_id", NEW."id", NEW."invitation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."words"); RETURN NULL;',
                            hash="bfd36cc3a27fd314ffc1b5c1769fdca4be206c2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_72f1c",
                            table="protection_dissent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dissent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_dissentevent" ("decided_id", "id", "invitation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "words") VALUES (NEW."decided_id", NEW."id", NEW."invitation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by", NEW."words"); RETURN NULL;',
                            hash="4223c378f05d38b3de7777cd6f19ca945de2ad3e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7b961",
                            table="protection_dissent",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dissentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4ae2817308531bfbd875cbe6906957bca53bf83b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b2d14",
                            table="protection_dissentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d575bf527245827c13d9524b78f67ffc539e4815",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_6dcc0",
                            table="protection_familygroup",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="copy_to_grants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.restricted IS DISTINCT FROM NEW.restricted)",
                            func="\n    UPDATE protection_familyteamgrant SET restricted = NEW.restricted WHERE content_object_id = NEW.id;\n    UPDATE protection_familypersongrant SET restricted = NEW.restricted WHERE content_object_id = NEW.id;\n    RETURN NULL;\n",
                            hash="bfa510ef9edb634a8766cb82ccc41aec1b91cb6c",
                            operation='UPDATE OF "restricted"',
                            pgid="pgtrigger_copy_to_grants_1cccf",
                            table="protection_familygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_familygroupevent" ("id", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "restricted", "source_reference", "team_id", "worker_id") VALUES (NEW."id", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."restricted", NEW."source_reference", NEW."team_id", NEW."worker_id"); RETURN NULL;',
                            hash="ec82596d04f911ca6660b9994ef32f94d62ab93d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_443ac",
                            table="protection_familygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familygroup",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_familygroupevent" ("id", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "restricted", "source_reference", "team_id", "worker_id") VALUES (NEW."id", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."restricted", NEW."source_reference", NEW."team_id", NEW."worker_id"); RETURN NULL;',
                            hash="ef2725cd98491786488f595f05b371d77c47448c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d779f",
                            table="protection_familygroup",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmemberevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d8660ac10317249d376d7d44de95ce761eb426b0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ed334",
                            table="protection_coregroupmemberevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c9d4c384900580520e57ff50cf6cf899f5a124ca",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_99ca0",
                            table="protection_coregroupmember",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_coregroupmemberevent" ("added_at", "added_by", "agency_id", "family_id", "group", "id", "joined_on", "left_on", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "role") VALUES (NEW."added_at", NEW."added_by", NEW."agency_id", NEW."family_id", NEW."group", NEW."id", NEW."joined_on", NEW."left_on", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."relation", NEW."role"); RETURN NULL;',
                            hash="651cc4e3ee728a78e2f811ef3e5a77a417ab3d4c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b4556",
                            table="protection_coregroupmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmember",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_coregroupmemberevent" ("added_at", "added_by", "agency_id", "family_id", "group", "id", "joined_on", "left_on", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "role") VALUES (NEW."added_at", NEW."added_by", NEW."agency_id", NEW."family_id", NEW."group", NEW."id", NEW."joined_on", NEW."left_on", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."relation", NEW."role"); RETURN NULL;',
                            hash="b054485206cf53d7afc506826ed49bd36f5a2210",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_91a1f",
                            table="protection_coregroupmember",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmeetingevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="84c5d503f6355b41e0f69b1bd82b00ed4bea6f51",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dc68b",
                            table="protection_coregroupmeetingevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="894e18b388872dad37282edfff21ef7970c1f6f7",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_fefb7",
                            table="protection_coregroupmeeting",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_coregroupmeetingevent" ("decisions", "due_on", "family_id", "held_on", "id", "is_first", "minutes", "minutes_due_on", "next_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by", "text_pages", "text_versions", "version", "written_at", "written_by") VALUES (NEW."decisions", NEW."due_on", NEW."family_id", NEW."held_on", NEW."id", NEW."is_first", NEW."minutes", NEW."minutes_due_on", NEW."next_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."sent_by", NEW."text_pages", NEW."text_versions", NEW."version", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="728907ae622b237661805c4a10d5f28b14033ddd",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b54b4",
                            table="protection_coregroupmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="coregroupmeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_coregroupmeetingevent" ("decisions", "due_on", "family_id", "held_on", "id", "is_first", "minutes", "minutes_due_on", "next_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by", "text_pages", "text_versions", "version", "written_at", "written_by") VALUES (NEW."decisions", NEW."due_on", NEW."family_id", NEW."held_on", NEW."id", NEW."is_first", NEW."minutes", NEW."minutes_due_on", NEW."next_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."sent_by", NEW."text_pages", NEW."text_versions", NEW."version", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="dd513ebe5d99c447c478a6398186710a410459ca",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eca37",
                            table="protection_coregroupmeeting",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conferenceevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f3c9fc8c260098646b92d450ea9791ba1066dccf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_30625",
                            table="protection_conferenceevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="599e50fec752c7b200f0115a7744d54cc2c36cf7",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_21f90",
                            table="protection_conference",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_conferenceevent" ("approved_at", "approved_by", "booked_at", "booked_by", "cancelled_at", "cancelled_by", "chair_id", "closing_reason", "complaints_leaflet_given", "complicating_factors", "contingency", "danger_statements", "distributed_at", "distributed_by", "due_on", "family_id", "family_views", "grey_areas", "held_at", "held_by", "held_on", "id", "inquorate_note", "inquorate_reason", "interpreter", "lasts", "late_reason", "met_family_before", "mode", "next_on", "outline_due_on", "outline_sent_at", "outline_sent_by", "past_harm", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "practice_model", "quorate", "reconvene_due_on", "reconvenes_id", "record_due_on", "reference", "requested_at", "requested_by", "safety_goals", "state", "strengths", "summary", "text_pages", "text_versions", "type", "venue", "version", "what_needs_to_happen", "withdrawn_at", "withdrawn_by") VALUES (NEW."approved_at", NEW."approved_by", NEW."booked_at", NEW."booked_by", NEW."cancelled_at", NEW."cancelled_by", NEW."chair_id", NEW."closing_reason", NEW."complaints_leaflet_given", NEW."complicating_factors", NEW."contingency", NEW."danger_statements", NEW."distributed_at", NEW."distributed_by", NEW."due_on", NEW."family_id", NEW."family_views", NEW."grey_areas", NEW."held_at", NEW."held_by", NEW."held_on", NEW."id", NEW."inquorate_note", NEW."inquorate_reason", NEW."interpreter", NEW."lasts", NEW."late_reason", NEW."met_family_before", NEW."mode", NEW."next_on", NEW."outline_due_on", NEW."outline_sent_at", NEW."outline_sent_by", NEW."past_harm", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_for", NEW."practice_model", NEW."quorate", NEW."reconvene_due_on", NEW."reconvenes_id", NEW."record_due_on", NEW."reference", NEW."requested_at", NEW."requested_by", NEW."safety_goals", NEW."state", NEW."strengths", NEW."summary", NEW."text_pages", NEW."text_versions", NEW."type", NEW."venue", NEW."version", NEW."what_needs_to_happen", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="6cb93a9ba03c0daed130c55a51e99ac3a191dd2f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_97cb9",
                            table="protection_conference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conference",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_conferenceevent" ("approved_at", "approved_by", "booked_at", "booked_by", "cancelled_at", "cancelled_by", "chair_id", "closing_reason", "complaints_leaflet_given", "complicating_factors", "contingency", "danger_statements", "distributed_at", "distributed_by", "due_on", "family_id", "family_views", "grey_areas", "held_at", "held_by", "held_on", "id", "inquorate_note", "inquorate_reason", "interpreter", "lasts", "late_reason", "met_family_before", "mode", "next_on", "outline_due_on", "outline_sent_at", "outline_sent_by", "past_harm", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "practice_model", "quorate", "reconvene_due_on", "reconvenes_id", "record_due_on", "reference", "requested_at", "requested_by", "safety_goals", "state", "strengths", "summary", "text_pages", "text_versions", "type", "venue", "version", "what_needs_to_happen", "withdrawn_at", "withdrawn_by") VALUES (NEW."approved_at", NEW."approved_by", NEW."booked_at", NEW."booked_by", NEW."cancelled_at", NEW."cancelled_by", NEW."chair_id", NEW."closing_reason", NEW."complaints_leaflet_given", NEW."complicating_factors", NEW."contingency", NEW."danger_statements", NEW."distributed_at", NEW."distributed_by", NEW."due_on", NEW."family_id", NEW."family_views", NEW."grey_areas", NEW."held_at", NEW."held_by", NEW."held_on", NEW."id", NEW."inquorate_note", NEW."inquorate_reason", NEW."interpreter", NEW."lasts", NEW."late_reason", NEW."met_family_before", NEW."mode", NEW."next_on", NEW."outline_due_on", NEW."outline_sent_at", NEW."outline_sent_by", NEW."past_harm", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_for", NEW."practice_model", NEW."quorate", NEW."reconvene_due_on", NEW."reconvenes_id", NEW."record_due_on", NEW."reference", NEW."requested_at", NEW."requested_by", NEW."safety_goals", NEW."state", NEW."strengths", NEW."summary", NEW."text_pages", NEW."text_versions", NEW."type", NEW."venue", NEW."version", NEW."what_needs_to_happen", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="5f163503cb4dec8380c7bf7dc795c93c569b2a4c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae023",
                            table="protection_conference",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familygroupevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3c9affcb7d69b843fd41e897bc9fd25b8a7bf58a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d3ffe",
                            table="protection_familygroupevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="b818ebba4f5041cbdae494e49afc72b080137192",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e3012",
                            table="protection_familyinvitation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_familyinvitationevent" ("attendance", "child_id", "companion", "conference_id", "excluded_at", "excluded_by", "excluded_part", "excluded_reason", "id", "invited_at", "invited_by", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_report", "relation", "views") VALUES (NEW."attendance", NEW."child_id", NEW."companion", NEW."conference_id", NEW."excluded_at", NEW."excluded_by", NEW."excluded_part", NEW."excluded_reason", NEW."id", NEW."invited_at", NEW."invited_by", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."read_report", NEW."relation", NEW."views"); RETURN NULL;',
                            hash="0e047c93c52eb9e3b2f3212a51663cee899dc74c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_7b5cb",
                            table="protection_familyinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familyinvitation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_familyinvitationevent" ("attendance", "child_id", "companion", "conference_id", "excluded_at", "excluded_by", "excluded_part", "excluded_reason", "id", "invited_at", "invited_by", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_report", "relation", "views") VALUES (NEW."attendance", NEW."child_id", NEW."companion", NEW."conference_id", NEW."excluded_at", NEW."excluded_by", NEW."excluded_part", NEW."excluded_reason", NEW."id", NEW."invited_at", NEW."invited_by", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."read_report", NEW."relation", NEW."views"); RETURN NULL;',
                            hash="d74154d7c6e6b891766047140770d71f665f8459",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_598c7",
                            table="protection_familyinvitation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familyinvitationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6b9e8c789908dd1a325501864fe6a8cb510c3146",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_76078",
                            table="protection_familyinvitationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familypersongrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="fill_from_family",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    SELECT f.restricted INTO NEW.restricted FROM protection_familygroup f WHERE f.id = NEW.content_object_id;\n    RETURN NEW;\n",
                            hash="f5c66e09c4ca76b5573d659f8328033fd814009a",
                            operation="INSERT",
                            pgid="pgtrigger_fill_from_family_0d7da",
                            table="protection_familypersongrant",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="familyteamgrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="fill_from_family",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    SELECT f.restricted INTO NEW.restricted FROM protection_familygroup f WHERE f.id = NEW.content_object_id;\n    RETURN NEW;\n",
                            hash="82ed4352df3b266577f121b712c0fc4a5d2740a7",
                            operation="INSERT",
                            pgid="pgtrigger_fill_from_family_9296c",
                            table="protection_familyteamgrant",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="181e3350031d19c27ec50908bf63d844881bf992",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e6c50",
                            table="protection_planaction",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_planactionevent" ("action", "added_at", "added_by", "agency_id", "contingency", "danger", "due_on", "family_id", "id", "looked_at_on", "measure", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_note", "settled_at", "settled_by", "status", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."agency_id", NEW."contingency", NEW."danger", NEW."due_on", NEW."family_id", NEW."id", NEW."looked_at_on", NEW."measure", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."progress", NEW."progress_note", NEW."settled_at", NEW."settled_by", NEW."status", NEW."who"); RETURN NULL;',
                            hash="83dfbebb1e026c5ff86b6e1e79e3380e70bf18ba",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_17c1e",
                            table="protection_planaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_planactionevent" ("action", "added_at", "added_by", "agency_id", "contingency", "danger", "due_on", "family_id", "id", "looked_at_on", "measure", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "progress", "progress_note", "settled_at", "settled_by", "status", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."agency_id", NEW."contingency", NEW."danger", NEW."due_on", NEW."family_id", NEW."id", NEW."looked_at_on", NEW."measure", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."progress", NEW."progress_note", NEW."settled_at", NEW."settled_by", NEW."status", NEW."who"); RETURN NULL;',
                            hash="4fb2440edb88ac0468d9ef0c5105b3f27dbd26c9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6fff4",
                            table="protection_planaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planactionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a922fcb0867a16aa132b668c39c2db3a6c852e36",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b121d",
                            table="protection_planactionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plantaskevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f0138de27f546c6f941941b7deeec6036d4ceb25",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f102d",
                            table="protection_plantaskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plantask",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="e9f47b1aead7cbc7ad09d31ec2e23c7bc9793b0d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_3f8fd",
                            table="protection_plantask",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plantask",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_plantaskevent" ("done_at", "done_by", "due_on", "id", "kind", "made_at", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."done_at", NEW."done_by", NEW."due_on", NEW."id", NEW."kind", NEW."made_at", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id"); RETURN NULL;',
                            hash="3b9b17379c377c1864b4e5ba533b3cc8456fa48c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d6d80",
                            table="protection_plantask",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plantask",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_plantaskevent" ("done_at", "done_by", "due_on", "id", "kind", "made_at", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id") VALUES (NEW."done_at", NEW."done_by", NEW."due_on", NEW."id", NEW."kind", NEW."made_at", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id"); RETURN NULL;',
                            hash="391128a66d98cd88b1702737510d62bf18cf913b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fdc34",
                            table="protection_plantask",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plancategory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="69b7734ca75b1e30c8a35cb0bdb9c9ea81ba92cb",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_dc206",
                            table="protection_plancategory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plancategory",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="786ab539353bd37024b95eea812cd445636e2f59",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_39f19",
                            table="protection_plancategory",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planalertevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="eacbe74fa9529f75a3e97a864cee3cc42576c461",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_24d66",
                            table="protection_planalertevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planalert",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="81d16ed44063fefd90d29f308163083769bf0e4f",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_b2241",
                            table="protection_planalert",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planalert",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_planalertevent" ("acknowledged_at", "acknowledged_by", "id", "of_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sent_at", "sent_by") VALUES (NEW."acknowledged_at", NEW."acknowledged_by", NEW."id", NEW."of_end", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."sent_at", NEW."sent_by"); RETURN NULL;',
                            hash="1db1a44168e95e10327f4c8f01f4641bf5733281",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_66582",
                            table="protection_planalert",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planalert",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_planalertevent" ("acknowledged_at", "acknowledged_by", "id", "of_end", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "sent_at", "sent_by") VALUES (NEW."acknowledged_at", NEW."acknowledged_by", NEW."id", NEW."of_end", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."sent_at", NEW."sent_by"); RETURN NULL;',
                            hash="9fb54cada07bfa8985034f0ba5d201e23e7b663d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_57e23",
                            table="protection_planalert",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalmarkevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79e0af62a3dacf4b73273657776870c0a1f20bd9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1c8da",
                            table="protection_legalmarkevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5766f69d66708c80620b61b19c83f9fba6494405",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ea58b",
                            table="protection_legalmark",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="b0231b78339912ec07459f83a78f043a2d7b1b80",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_a1d33",
                            table="protection_legalmark",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_legalmarkevent" ("began_on", "began_time", "ended_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by", "step") VALUES (NEW."began_on", NEW."began_time", NEW."ended_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."recorded_at", NEW."recorded_by", NEW."step"); RETURN NULL;',
                            hash="a8c9fa65a34df8b447f25aa6a2b1b822a8b674ec",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_11e38",
                            table="protection_legalmark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="legalmark",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_legalmarkevent" ("began_on", "began_time", "ended_on", "id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by", "step") VALUES (NEW."began_on", NEW."began_time", NEW."ended_on", NEW."id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."recorded_at", NEW."recorded_by", NEW."step"); RETURN NULL;',
                            hash="f58e58998b626776ebd4f1232ffe5c61842ec7b4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25582",
                            table="protection_legalmark",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chairescalationevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6c5fc9e5f7e0ccbd4c4c611666db77ad297e7437",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_48c87",
                            table="protection_chairescalationevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chairescalation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f3d4d4b8e27b00449bfb2cc651c19a8cc508676b",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c7662",
                            table="protection_chairescalation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chairescalation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7e17e20dee1129fb80433a2cb2c37694342c7a7e",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_a5244",
                            table="protection_chairescalation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chairescalation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_chairescalationevent" ("answer", "answered_at", "answered_by", "closed_at", "closed_by", "concern", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "raised_by", "result", "stage") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by", NEW."closed_at", NEW."closed_by", NEW."concern", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."raised_at", NEW."raised_by", NEW."result", NEW."stage"); RETURN NULL;',
                            hash="c77e066cca096d5c94ee201a58385e8d8848f460",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_489f9",
                            table="protection_chairescalation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chairescalation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_chairescalationevent" ("answer", "answered_at", "answered_by", "closed_at", "closed_by", "concern", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "raised_at", "raised_by", "result", "stage") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by", NEW."closed_at", NEW."closed_by", NEW."concern", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."raised_at", NEW."raised_by", NEW."result", NEW."stage"); RETURN NULL;',
                            hash="b5404c68177e9b8e6f989601084536def9d76ea3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e7878",
                            table="protection_chairescalation",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chaircheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d410cc41d5711d63197bf32db2ad59473c1afd13",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c84ac",
                            table="protection_chaircheck",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="chaircheck",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c64354222955ca8f3c2b32beef9d1e6c8746b2cd",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_236bb",
                            table="protection_chaircheck",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionofplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="741a0207a22cc5327dba55ffb89e07dce1287b84",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_160a7",
                            table="protection_actionofplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="actionofplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a07099dac18c2274a5b8e8e332089baf67016367",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_e38fa",
                            table="protection_actionofplan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewheld",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="18b41d46c13c65219bfcf1a94b6fcffde697764a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_647c7",
                            table="protection_reviewheld",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="reviewheld",
                    trigger=pgtrigger.compiler.Trigger(
                        name="after_the_plan_starts",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                    PERFORM 1 FROM protection_plan WHERE id = NEW.plan_id AND started_on < NEW.held_on;\n                    IF NOT FOUND THEN\n                        RAISE EXCEPTION 'review_held_after_the_plan_starts' USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                            hash="13dfbfc15c089af4cc7b1e8f5e83f8297c2634f7",
                            operation="INSERT",
                            pgid="pgtrigger_after_the_plan_starts_eea69",
                            table="protection_reviewheld",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="safetyscore",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="9ba25252037b43e18b98504700cf466b8efae419",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_67a46",
                            table="protection_safetyscore",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="safetyscore",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_safetyscoreevent" ("conference_id", "family_member_id", "given_at", "given_by", "id", "invitation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score") VALUES (NEW."conference_id", NEW."family_member_id", NEW."given_at", NEW."given_by", NEW."id", NEW."invitation_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."score"); RETURN NULL;',
                            hash="ec63725d9c884e22eeaff2be5036b5f215a07f0d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f7b1d",
                            table="protection_safetyscore",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="safetyscore",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_safetyscoreevent" ("conference_id", "family_member_id", "given_at", "given_by", "id", "invitation_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "score") VALUES (NEW."conference_id", NEW."family_member_id", NEW."given_at", NEW."given_by", NEW."id", NEW."invitation_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."score"); RETURN NULL;',
                            hash="0a1ba7d04870ac5817b94b01144dafd9234f87e9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1c8e",
                            table="protection_safetyscore",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="safetyscoreevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="975c7a7bc7083982645a9b1bda3f0e7f4049b6cd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4d2d3",
                            table="protection_safetyscoreevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="panelcaseevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="57f1ee8b978dfec82e64526c2756d9dc6454e59b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2da19",
                            table="protection_panelcaseevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="panelcase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="300c61ec68190c25f9a8d797de10d4e86103a8b6",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_74805",
                            table="protection_panelcase",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="panelcase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_panelcaseevent" ("actions", "decision", "discussed_at", "discussed_by", "discussion", "drift_reason", "id", "listed_for", "next_on", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "presented_by_name", "version") VALUES (NEW."actions", NEW."decision", NEW."discussed_at", NEW."discussed_by", NEW."discussion", NEW."drift_reason", NEW."id", NEW."listed_for", NEW."next_on", NEW."panel_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."presented_by_name", NEW."version"); RETURN NULL;',
                            hash="953bbdde8d65cf25691a6dd986b78031f867f947",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_c9239",
                            table="protection_panelcase",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="panelcase",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_panelcaseevent" ("actions", "decision", "discussed_at", "discussed_by", "discussion", "drift_reason", "id", "listed_for", "next_on", "panel_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "presented_by_name", "version") VALUES (NEW."actions", NEW."decision", NEW."discussed_at", NEW."discussed_by", NEW."discussion", NEW."drift_reason", NEW."id", NEW."listed_for", NEW."next_on", NEW."panel_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."presented_by_name", NEW."version"); RETURN NULL;',
                            hash="ead443944fd79778eccb4de0da305768ad2f0adc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_02a8a",
                            table="protection_panelcase",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="scrutinypanelevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ecaa96c3017a2cfafab999fa4e2da074333525e6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_979bc",
                            table="protection_scrutinypanelevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section47",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="499019379010d3d09d32d9117ef70bf51c94d340",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_27e05",
                            table="protection_section47",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section47",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_section47event" ("analysis", "authorised_at", "authorised_by", "bedroom_seen_on", "child_id", "child_view", "completed_on", "conference_due_on", "family_id", "finding", "icpc_not_required", "id", "initiated_id", "joint", "lead_id", "medical_on", "medical_result", "not_seen_reason", "outcome", "parents_seen_on", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "seen_alone_on", "seen_on", "sent_back_reason", "started_at", "started_by", "started_on", "state", "submitted_at", "submitted_by", "version") VALUES (NEW."analysis", NEW."authorised_at", NEW."authorised_by", NEW."bedroom_seen_on", NEW."child_id", NEW."child_view", NEW."completed_on", NEW."conference_due_on", NEW."family_id", NEW."finding", NEW."icpc_not_required", NEW."id", NEW."initiated_id", NEW."joint", NEW."lead_id", NEW."medical_on", NEW."medical_result", NEW."not_seen_reason", NEW."outcome", NEW."parents_seen_on", NEW."parents_view", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."seen_alone_on", NEW."seen_on", NEW."sent_back_reason", NEW."started_at", NEW."started_by", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by", NEW."version"); RETURN NULL;',
                            hash="7d0ca72364aadd2e224670adff67b8273632adca",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_3a997",
                            table="protection_section47",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section47",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_section47event" ("analysis", "authorised_at", "authorised_by", "bedroom_seen_on", "child_id", "child_view", "completed_on", "conference_due_on", "family_id", "finding", "icpc_not_required", "id", "initiated_id", "joint", "lead_id", "medical_on", "medical_result", "not_seen_reason", "outcome", "parents_seen_on", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "seen_alone_on", "seen_on", "sent_back_reason", "started_at", "started_by", "started_on", "state", "submitted_at", "submitted_by", "version") VALUES (NEW."analysis", NEW."authorised_at", NEW."authorised_by", NEW."bedroom_seen_on", NEW."child_id", NEW."child_view", NEW."completed_on", NEW."conference_due_on", NEW."family_id", NEW."finding", NEW."icpc_not_required", NEW."id", NEW."initiated_id", NEW."joint", NEW."lead_id", NEW."medical_on", NEW."medical_result", NEW."not_seen_reason", NEW."outcome", NEW."parents_seen_on", NEW."parents_view", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."seen_alone_on", NEW."seen_on", NEW."sent_back_reason", NEW."started_at", NEW."started_by", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by", NEW."version"); RETURN NULL;',
                            hash="180e798f1f50b248d0cae830eaf8bcd0eaf03a15",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_da9ea",
                            table="protection_section47",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conferencechildevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79588a055aec2dccb7ceb661a800dd88e55edce7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a0fa7",
                            table="protection_conferencechildevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conferencechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="855df7dcdea20d595132d72d069bc04cd982ba1c",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_73131",
                            table="protection_conferencechild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conferencechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_conferencechildevent" ("advocate", "category", "child_id", "conference_id", "decided_at", "decided_by", "decision", "decision_reason", "due_on", "end_reason", "enquiry_id", "id", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "views", "views_obtained_how") VALUES (NEW."advocate", NEW."category", NEW."child_id", NEW."conference_id", NEW."decided_at", NEW."decided_by", NEW."decision", NEW."decision_reason", NEW."due_on", NEW."end_reason", NEW."enquiry_id", NEW."id", NEW."participation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."views", NEW."views_obtained_how"); RETURN NULL;',
                            hash="d9926c6ed7a6a916585d35f5fb5820f684d1051f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f7193",
                            table="protection_conferencechild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="conferencechild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_conferencechildevent" ("advocate", "category", "child_id", "conference_id", "decided_at", "decided_by", "decision", "decision_reason", "due_on", "end_reason", "enquiry_id", "id", "participation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "views", "views_obtained_how") VALUES (NEW."advocate", NEW."category", NEW."child_id", NEW."conference_id", NEW."decided_at", NEW."decided_by", NEW."decision", NEW."decision_reason", NEW."due_on", NEW."end_reason", NEW."enquiry_id", NEW."id", NEW."participation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."views", NEW."views_obtained_how"); RETURN NULL;',
                            hash="71df7663412ee35495b8e8b9b5e60dd113ae8bb8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_de5bc",
                            table="protection_conferencechild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="section47event",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7e45e84175e0f066046f5e600f6af4c1bd7f3208",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_98a8e",
                            table="protection_section47event",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategydiscussion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="5f2e05e7427b397599e75f06dbc201e878667990",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_15fae",
                            table="protection_strategydiscussion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategydiscussion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_strategydiscussionevent" ("called_at", "called_by", "cancelled_at", "cancelled_by", "closing_reason", "due_on", "family_id", "held_at", "held_by", "held_on", "id", "immediate_safety", "inquorate_reason", "interview_planned", "legal_advice", "medical_plan", "mode", "next_discussion_on", "parents_told", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "police_investigation", "quorate", "reason", "reference", "shared_at", "shared_by", "state", "summary", "text_pages", "text_versions", "threshold_reasons", "urgent", "version", "withdrawn_at", "withdrawn_by") VALUES (NEW."called_at", NEW."called_by", NEW."cancelled_at", NEW."cancelled_by", NEW."closing_reason", NEW."due_on", NEW."family_id", NEW."held_at", NEW."held_by", NEW."held_on", NEW."id", NEW."immediate_safety", NEW."inquorate_reason", NEW."interview_planned", NEW."legal_advice", NEW."medical_plan", NEW."mode", NEW."next_discussion_on", NEW."parents_told", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."planned_for", NEW."police_investigation", NEW."quorate", NEW."reason", NEW."reference", NEW."shared_at", NEW."shared_by", NEW."state", NEW."summary", NEW."text_pages", NEW."text_versions", NEW."threshold_reasons", NEW."urgent", NEW."version", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="090e85db934be40c66ac2e23d8655ed5e0e3ae47",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d3dd4",
                            table="protection_strategydiscussion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategydiscussion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_strategydiscussionevent" ("called_at", "called_by", "cancelled_at", "cancelled_by", "closing_reason", "due_on", "family_id", "held_at", "held_by", "held_on", "id", "immediate_safety", "inquorate_reason", "interview_planned", "legal_advice", "medical_plan", "mode", "next_discussion_on", "parents_told", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_for", "police_investigation", "quorate", "reason", "reference", "shared_at", "shared_by", "state", "summary", "text_pages", "text_versions", "threshold_reasons", "urgent", "version", "withdrawn_at", "withdrawn_by") VALUES (NEW."called_at", NEW."called_by", NEW."cancelled_at", NEW."cancelled_by", NEW."closing_reason", NEW."due_on", NEW."family_id", NEW."held_at", NEW."held_by", NEW."held_on", NEW."id", NEW."immediate_safety", NEW."inquorate_reason", NEW."interview_planned", NEW."legal_advice", NEW."medical_plan", NEW."mode", NEW."next_discussion_on", NEW."parents_told", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."planned_for", NEW."police_investigation", NEW."quorate", NEW."reason", NEW."reference", NEW."shared_at", NEW."shared_by", NEW."state", NEW."summary", NEW."text_pages", NEW."text_versions", NEW."threshold_reasons", NEW."urgent", NEW."version", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="018e8a53d5d761a2c5a11aeb3ebcab941778d283",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a87ad",
                            table="protection_strategydiscussion",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="othertextevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b5fe20b2a48326383f192c1b025987af1032bae8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d1271",
                            table="protection_othertextevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="othertext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="21341bff6fd03b1c1757b136434c00c3d36a8ac0",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_5f879",
                            table="protection_othertext",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="othertext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_othertextevent" ("conference_id", "discussion_id", "id", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "settled_at", "settled_by", "text", "written_at", "written_by") VALUES (NEW."conference_id", NEW."discussion_id", NEW."id", NEW."meeting_id", NEW."page", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."settled_at", NEW."settled_by", NEW."text", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="632a471468cf14b768ca41f9628f53d961f99e29",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_dc935",
                            table="protection_othertext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="othertext",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_othertextevent" ("conference_id", "discussion_id", "id", "meeting_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "settled_at", "settled_by", "text", "written_at", "written_by") VALUES (NEW."conference_id", NEW."discussion_id", NEW."id", NEW."meeting_id", NEW."page", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."settled_at", NEW."settled_by", NEW."text", NEW."written_at", NEW."written_by"); RETURN NULL;',
                            hash="5c5fe94d72030a23d816708996c0ad7b18df4dcc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_576ad",
                            table="protection_othertext",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionseatevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="55901554bb0891626d510172610fb565602a3bc4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f5ae0",
                            table="protection_discussionseatevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionseat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="fe0ced47166302f93f3c5b1fea1039255c7ed13b",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_41b02",
                            table="protection_discussionseat",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionseat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_discussionseatevent" ("agency_id", "attendance", "discussion_id", "group", "id", "information", "invited_at", "invited_by", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."agency_id", NEW."attendance", NEW."discussion_id", NEW."group", NEW."id", NEW."information", NEW."invited_at", NEW."invited_by", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="cecf0900a05dc3de5baf7db4c7ceedafa3fbacb9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_f301b",
                            table="protection_discussionseat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionseat",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_discussionseatevent" ("agency_id", "attendance", "discussion_id", "group", "id", "information", "invited_at", "invited_by", "name", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."agency_id", NEW."attendance", NEW."discussion_id", NEW."group", NEW."id", NEW."information", NEW."invited_at", NEW."invited_by", NEW."name", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="ea29abf07c96f40a660e7be049ff1478c459e132",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d2452",
                            table="protection_discussionseat",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionactionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="848442f55cd3e85a66ee71dcb8c96d27b5e3474a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4540c",
                            table="protection_discussionactionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="2a19e5b10b6a20998fd4d36a4bf18f2e58fb3aa7",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_74b36",
                            table="protection_discussionaction",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_discussionactionevent" ("action", "added_at", "added_by", "discussion_id", "done_at", "done_by", "done_note", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."discussion_id", NEW."done_at", NEW."done_by", NEW."done_note", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."who"); RETURN NULL;',
                            hash="350db135ff998c584ffd04d12a47fa50a4fe09bf",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_fd76d",
                            table="protection_discussionaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussionaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_discussionactionevent" ("action", "added_at", "added_by", "discussion_id", "done_at", "done_by", "done_note", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."discussion_id", NEW."done_at", NEW."done_by", NEW."done_note", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."who"); RETURN NULL;',
                            hash="fa1e1c3aa1d195b60546eb3931a243f989778f23",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1c837",
                            table="protection_discussionaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussedchildevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="79123eca53bbb02c5c30ca2e20dbc8cf42324c40",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_130c7",
                            table="protection_discussedchildevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussedchild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="24a2c86f697395b0212fcf6ec4e61bb51d0a454f",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_93b5c",
                            table="protection_discussedchild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussedchild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_discussedchildevent" ("child_id", "considered", "contact_id", "discussion_id", "id", "outcome", "outcome_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."child_id", NEW."considered", NEW."contact_id", NEW."discussion_id", NEW."id", NEW."outcome", NEW."outcome_reason", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;',
                            hash="d6ed223f31e75fcd918264d890b0b4c60c4f20a9",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_08f30",
                            table="protection_discussedchild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="discussedchild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_discussedchildevent" ("child_id", "considered", "contact_id", "discussion_id", "id", "outcome", "outcome_reason", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."child_id", NEW."considered", NEW."contact_id", NEW."discussion_id", NEW."id", NEW."outcome", NEW."outcome_reason", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;',
                            hash="8e822e705f9ab5b0fbcc3a447f544fcf33582da2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6d753",
                            table="protection_discussedchild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="strategydiscussionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="87eb451ee91959ef33475da76ade1bd55c5453c3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ad6d5",
                            table="protection_strategydiscussionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="bf4c5d0ec60316d3ea282696e3f1ffe3202fe366",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_82d7a",
                            table="protection_transfer",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_transferevent" ("accepted_on", "authority", "category", "child_id", "conference_due_on", "direction", "family_id", "id", "moved_on", "note", "papers_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_started_on", "previous_plans", "recorded_at", "recorded_by", "returned_on", "temporary", "told_on") VALUES (NEW."accepted_on", NEW."authority", NEW."category", NEW."child_id", NEW."conference_due_on", NEW."direction", NEW."family_id", NEW."id", NEW."moved_on", NEW."note", NEW."papers_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_started_on", NEW."previous_plans", NEW."recorded_at", NEW."recorded_by", NEW."returned_on", NEW."temporary", NEW."told_on"); RETURN NULL;',
                            hash="cc85b37d41d1916f1da74d88ee42ca4ae0e8968f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_102e9",
                            table="protection_transfer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transfer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_transferevent" ("accepted_on", "authority", "category", "child_id", "conference_due_on", "direction", "family_id", "id", "moved_on", "note", "papers_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_started_on", "previous_plans", "recorded_at", "recorded_by", "returned_on", "temporary", "told_on") VALUES (NEW."accepted_on", NEW."authority", NEW."category", NEW."child_id", NEW."conference_due_on", NEW."direction", NEW."family_id", NEW."id", NEW."moved_on", NEW."note", NEW."papers_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_started_on", NEW."previous_plans", NEW."recorded_at", NEW."recorded_by", NEW."returned_on", NEW."temporary", NEW."told_on"); RETURN NULL;',
                            hash="17ae75d3f93f3a789f39b9bf6e9b7d49828a8bae",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c29ba",
                            table="protection_transfer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplanevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a6cf5f8a679eb0ee8a8350e33791c1d644bc6cb6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8d990",
                            table="protection_protectionplanevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="79e6fa9d75c6acd6b76dc61cfd39e833ee4af1da",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_7bd1c",
                            table="protection_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="ended_is_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.ended_on IS NOT NULL OR OLD.withdrawn_at IS NOT NULL)",
                            func="\n    IF (to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'version']) = (to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by', 'withdrawn_reason', 'version']) THEN\n        RETURN NEW;\n    END IF;\n    RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n",
                            hash="f36de206a4034783b3abf46d4d46b5dfb0d0824f",
                            operation="UPDATE",
                            pgid="pgtrigger_ended_is_kept_47173",
                            table="protection_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="from_a_decision",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF NEW.decided_id IS NOT NULL THEN\n        PERFORM 1 FROM protection_conferencechild d JOIN protection_conference c ON c.id = d.conference_id\n            WHERE d.id = NEW.decided_id AND d.child_id = NEW.child_id AND d.decision = 'plan' AND c.held_on = NEW.started_on;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'plan_starts_from_a_decision' USING ERRCODE = 'check_violation';\n        END IF;\n    END IF;\n    IF NEW.origin = 'transfer_in' THEN\n        PERFORM 1 FROM protection_transfer t\n            WHERE t.id = NEW.transfer_id AND t.child_id = NEW.child_id AND t.direction = 'in' AND NOT t.temporary\n            AND (NEW.decided_id IS NOT NULL OR t.accepted_on = NEW.started_on);\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'protection_plan_transferred_in_with_a_decision_or_receipt' USING ERRCODE = 'check_violation';\n        END IF;\n    END IF;\n    RETURN NEW;\n",
                            hash="4cc1d57fe6313ea0535ba652caf98c3637f1ed7f",
                            operation="INSERT",
                            pgid="pgtrigger_from_a_decision_cba5e",
                            table="protection_plan",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="category_is_dated",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.category IS DISTINCT FROM NEW.category)",
                            constraint="CONSTRAINT",
                            func="\n    PERFORM 1 FROM (\n        SELECT category FROM protection_plancategory WHERE plan_id = NEW.id ORDER BY from_on DESC LIMIT 1\n    ) latest JOIN protection_plan p ON p.id = NEW.id AND p.category = latest.category;\n    IF NOT FOUND THEN\n        RAISE EXCEPTION 'protection_plan_category_changes_from_a_day' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                            hash="0155bff107c9e6e3d8e3d434fcedc6ae7d6ef79e",
                            operation="UPDATE",
                            pgid="pgtrigger_category_is_dated_78422",
                            table="protection_plan",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "protection_protectionplanevent" ("category", "chair_id", "check_due_on", "child_id", "contingency", "core_group_due_on", "decided_id", "end_decided_id", "end_note", "end_reason", "ended_at", "ended_by", "ended_on", "family_id", "id", "initial_category", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans", "recorded_at", "recorded_by", "reference", "review_due_on", "source_child", "source_reference", "started_on", "transfer_id", "version", "visit_due_on", "visit_every", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "written_agreement") VALUES (NEW."category", NEW."chair_id", NEW."check_due_on", NEW."child_id", NEW."contingency", NEW."core_group_due_on", NEW."decided_id", NEW."end_decided_id", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."ended_by", NEW."ended_on", NEW."family_id", NEW."id", NEW."initial_category", NEW."origin", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."previous_plans", NEW."recorded_at", NEW."recorded_by", NEW."reference", NEW."review_due_on", NEW."source_child", NEW."source_reference", NEW."started_on", NEW."transfer_id", NEW."version", NEW."visit_due_on", NEW."visit_every", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."written_agreement"); RETURN NULL;',
                            hash="9468564c3290ab731e2ac2ef7eea28a197689a23",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_1172b",
                            table="protection_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="protectionplan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "protection_protectionplanevent" ("category", "chair_id", "check_due_on", "child_id", "contingency", "core_group_due_on", "decided_id", "end_decided_id", "end_note", "end_reason", "ended_at", "ended_by", "ended_on", "family_id", "id", "initial_category", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "previous_plans", "recorded_at", "recorded_by", "reference", "review_due_on", "source_child", "source_reference", "started_on", "transfer_id", "version", "visit_due_on", "visit_every", "withdrawn_at", "withdrawn_by", "withdrawn_reason", "written_agreement") VALUES (NEW."category", NEW."chair_id", NEW."check_due_on", NEW."child_id", NEW."contingency", NEW."core_group_due_on", NEW."decided_id", NEW."end_decided_id", NEW."end_note", NEW."end_reason", NEW."ended_at", NEW."ended_by", NEW."ended_on", NEW."family_id", NEW."id", NEW."initial_category", NEW."origin", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."previous_plans", NEW."recorded_at", NEW."recorded_by", NEW."reference", NEW."review_due_on", NEW."source_child", NEW."source_reference", NEW."started_on", NEW."transfer_id", NEW."version", NEW."visit_due_on", NEW."visit_every", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason", NEW."written_agreement"); RETURN NULL;',
                            hash="27725eaea170b75567cc11cd8b070d8a4fdc4ab1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a581d",
                            table="protection_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="transferevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0076dfba8bf6c05ca6dffd0152f134571096ed7e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0dea2",
                            table="protection_transferevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="visit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3234839b46b1d8df71f24c2db218d44277748c5d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9fcae",
                            table="protection_visit",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="visit",
                    trigger=pgtrigger.compiler.Trigger(
                        name="while_the_plan_runs",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM 1 FROM protection_plan\n                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));\n            IF NOT FOUND THEN\n                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f660eeeec0a790e79047783ee8d1c8dbf6dd8035",
                            operation="INSERT",
                            pgid="pgtrigger_while_the_plan_runs_c0532",
                            table="protection_visit",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

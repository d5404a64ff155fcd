import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import referrals.models.arrivals
import referrals.models.contacts
import referrals.models.disagreements
import referrals.models.drafts
import referrals.models.early_help
import referrals.models.encompass
import referrals.models.episodes
import referrals.models.submissions
import work.models.copies


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("children", "0001_initial"),
        ("foundation", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("work", "0001_initial"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="Guide",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField(unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "In use"), ("retired", "No longer in use")],
                                default="draft",
                                max_length=10,
                            ),
                        ),
                        ("introduction", models.TextField(blank=True)),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("published_by", models.CharField(blank=True, max_length=60)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "draft")), fields=("state",), name="guide_draft_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "published")), fields=("state",), name="guide_published_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("published_by", "")),
                                    models.Q(("published_at__isnull", False), models.Q(("published_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="guide_published_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("retired_at__isnull", True), ("retired_by", "")),
                                    models.Q(("retired_at__isnull", False), models.Q(("retired_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="guide_retired_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("retired_at__isnull", True), ("state", "draft")),
                                    models.Q(
                                        ("published_at__isnull", False), ("retired_at__isnull", True), ("state", "published")
                                    ),
                                    models.Q(
                                        ("published_at__isnull", False), ("retired_at__isnull", False), ("state", "retired")
                                    ),
                                    _connector="OR",
                                ),
                                name="guide_state_and_moments",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.drafts.new_draft_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "author",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who writes, where it is somebody without an account.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                        (
                            "guide",
                            models.ForeignKey(
                                blank=True,
                                help_text="The version of the guide by level of need that was in use when it was begun.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.guide",
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="The level of need that the writer saw first.", null=True
                            ),
                        ),
                        (
                            "question_sets",
                            models.JSONField(
                                db_default=models.Value({}, output_field=models.JSONField()),
                                default=dict,
                                help_text="The further questions that were in use when it was begun: code and version.",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(default=dict, help_text="By section: what the form's fields hold, as JSON."),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                        ("started_at", models.DateTimeField()),
                        ("last_saved_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        (
                            "reminded_at",
                            models.DateTimeField(
                                blank=True, help_text="When its writer was told that it will be deleted.", null=True
                            ),
                        ),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("discarded_at", models.DateTimeField(blank=True, null=True)),
                        ("discarded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["author", "-last_saved_at"], name="draft_author"),
                            models.Index(fields=["visitor", "-last_saved_at"], name="draft_visitor"),
                            models.Index(
                                condition=models.Q(("submitted_at__isnull", True)), fields=["expires_at"], name="draft_lapsing"
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("author__isnull", False), ("visitor__isnull", True)),
                                    models.Q(("author__isnull", True), ("visitor__isnull", False)),
                                    _connector="OR",
                                ),
                                name="draft_one_writer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__isnull", True), ("level__range", (1, 4)), _connector="OR"),
                                name="draft_level_of_four",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("submitted_at__isnull", True), ("submitted_by", "")),
                                    models.Q(("submitted_at__isnull", False), models.Q(("submitted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_submitted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("discarded_at__isnull", True), ("discarded_by", "")),
                                    models.Q(("discarded_at__isnull", False), models.Q(("discarded_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draft_discarded_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("submitted_at__isnull", True), ("discarded_at__isnull", True), _connector="OR"
                                ),
                                name="draft_submitted_or_discarded",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("discarded_at__isnull", True), ("submitted_at__isnull", True)),
                                    ("answers", {}),
                                    _connector="OR",
                                ),
                                name="draft_keeps_no_answers_once_done",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.submissions.new_submission_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "draft",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submission",
                                to="referrals.draft",
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
                            "referrer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who sent it, where it was somebody without an account.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                        ("referrer_name", models.CharField(blank=True, max_length=100)),
                        ("referrer_role", models.CharField(blank=True, max_length=100)),
                        ("referrer_telephone", models.CharField(blank=True, max_length=40)),
                        ("referrer_email", models.EmailField(blank=True, max_length=320)),
                        (
                            "referrer_relation",
                            models.CharField(blank=True, help_text="How the referrer knows the family.", max_length=200),
                        ),
                        (
                            "referral_source",
                            models.CharField(
                                choices=[
                                    ("1A", "Family member, relative or carer"),
                                    ("1B", "Acquaintance, such as a neighbour or childminder"),
                                    ("1C", "The child or young person"),
                                    ("1D", "Another individual"),
                                    ("2A", "School"),
                                    ("2B", "Education service"),
                                    ("3A", "GP"),
                                    ("3B", "Health visitor"),
                                    ("3C", "School nurse"),
                                    ("3D", "Other primary health service"),
                                    ("3E", "A&E (emergency department)"),
                                    ("3F", "Other health service"),
                                    ("4", "Housing"),
                                    ("5A", "Council social care, such as adults’ services"),
                                    ("5B", "Other council service"),
                                    ("5C", "Another council"),
                                    ("5D", "Council early help"),
                                    ("6", "Police"),
                                    ("7", "Other legal agency"),
                                    ("8", "Other, such as a children’s centre or charity"),
                                    ("9", "Anonymous"),
                                    ("10", "Not known"),
                                ],
                                default="10",
                                max_length=2,
                            ),
                        ),
                        (
                            "purpose",
                            models.CharField(
                                choices=[
                                    ("advice", "Advice"),
                                    ("early_help", "Early help for the family"),
                                    ("social_care", "Children’s social care"),
                                    ("notification", "Nothing: this is for information"),
                                    ("domestic_abuse", "Notice of domestic abuse (Operation Encompass)"),
                                    ("private_fostering", "Notice of private fostering"),
                                    ("allegation", "Concern about someone who works with children"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("portal", "Portal"),
                                    ("telephone", "Telephone"),
                                    ("email", "Email"),
                                    ("api", "Another system"),
                                    ("batch", "Batch of notifications"),
                                    ("transfer", "Transfer from another authority"),
                                    ("public", "Public page"),
                                    ("step_up", "Step up from early help"),
                                ],
                                default="portal",
                                max_length=10,
                            ),
                        ),
                        ("immediate_danger", models.BooleanField(default=False)),
                        ("urgent", models.BooleanField(default=False, help_text="The duty manager is told at once.")),
                        (
                            "incident_at",
                            models.DateTimeField(blank=True, help_text="When it happened, where there is one moment.", null=True),
                        ),
                        (
                            "aware_on",
                            models.DateField(blank=True, help_text="On which day the referrer became aware of it.", null=True),
                        ),
                        (
                            "aware_time",
                            models.TimeField(blank=True, help_text="At what time of that day, in England.", null=True),
                        ),
                        (
                            "lead_told",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "Not yet"), ("self", "I am the safeguarding lead")],
                                db_default="",
                                default="",
                                help_text="Whether the line manager or safeguarding lead was informed.",
                                max_length=4,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        (
                            "received_by",
                            models.CharField(help_text="The reference of the actor who sent or recorded it.", max_length=60),
                        ),
                        (
                            "consent_status",
                            models.CharField(
                                choices=[
                                    ("given", "Asked, and given"),
                                    ("refused", "Asked, and refused"),
                                    ("not_sought", "Not asked"),
                                    ("withdrawn", "Given, and withdrawn since"),
                                    ("overridden", "Gone on without it, as the MASH decided"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "consent_given_by",
                            models.CharField(blank=True, help_text="Who agreed or refused, and their right to.", max_length=200),
                        ),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        (
                            "consent_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("risk_to_child", "Asking could put the child at greater risk"),
                                    ("risk_to_other", "Asking could put someone else at risk"),
                                    ("police", "Asking could harm a police investigation"),
                                    ("delay", "Asking would cause a delay that could harm the child"),
                                    ("not_practicable", "It was not possible to reach the family"),
                                    ("fabricated_illness", "Fabricated or induced illness is suspected"),
                                    ("sexual_abuse", "Sexual abuse within the family is suspected"),
                                    ("honour_based", "Forced marriage or so-called honour-based abuse is suspected"),
                                    ("other", "Another reason"),
                                    ("duty_to_notify", "The law asks for this notice whether or not the family agrees"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("consent_details", models.TextField(blank=True)),
                        (
                            "consent_by_right",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("responsible", "Somebody with parental responsibility"),
                                    ("child", "The child, who understands what is asked (Gillick competent)"),
                                ],
                                db_default="",
                                default="",
                                max_length=12,
                            ),
                        ),
                        (
                            "consent_scope",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                help_text="To what they agreed.",
                                size=None,
                            ),
                        ),
                        (
                            "consent_agencies",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Which agencies, where they agreed to those only.",
                                max_length=500,
                            ),
                        ),
                        (
                            "consent_recorded",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("form", "On a form that they signed"),
                                    ("message", "In a letter, an email or a message from them"),
                                    ("note", "They said so, and I wrote it in our record"),
                                    ("unwritten", "They said so. It is not written down anywhere else"),
                                ],
                                db_default="",
                                default="",
                                max_length=10,
                            ),
                        ),
                        (
                            "consent_refusal_told",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                                db_default="",
                                default="",
                                help_text="Whether a family that refused was told that the referral would be made anyway.",
                                max_length=8,
                            ),
                        ),
                        ("consent_withdrawn_on", models.DateField(blank=True, null=True)),
                        (
                            "consent_withdrawn_details",
                            models.TextField(
                                blank=True, db_default="", default="", help_text="Who withdrew it, and what follows from that."
                            ),
                        ),
                        (
                            "family_told",
                            models.CharField(choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], max_length=8),
                        ),
                        ("family_not_told_reason", models.TextField(blank=True)),
                        ("worries", models.TextField()),
                        ("working_well", models.TextField(blank=True)),
                        ("tried_already", models.TextField(blank=True)),
                        ("needs_to_happen", models.TextField(blank=True)),
                        (
                            "child_voice",
                            models.TextField(
                                blank=True, help_text="What the child said, in the child's own words, or how they were observed."
                            ),
                        ),
                        ("child_voice_missing_reason", models.TextField(blank=True)),
                        (
                            "harm_types",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=6),
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=6), size=None
                                    ),
                                ),
                                default=list,
                                help_text="Kinds of harm and need, as the referrer sees them: factors of the census, and a few more.",
                                size=None,
                            ),
                        ),
                        (
                            "contexts",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10),
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=10), size=None
                                    ),
                                ),
                                default=list,
                                help_text="Where it happens.",
                                size=None,
                            ),
                        ),
                        ("place", models.CharField(blank=True, db_default="", default="", max_length=500)),
                        ("peer_group", models.CharField(blank=True, db_default="", default="", max_length=500)),
                        ("online_place", models.CharField(blank=True, db_default="", default="", max_length=500)),
                        (
                            "child_alone",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                                db_default="",
                                default="",
                                help_text="Whether the child was alone.",
                                max_length=8,
                            ),
                        ),
                        (
                            "injury_areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                help_text="Where on the body marks were seen.",
                                size=None,
                            ),
                        ),
                        (
                            "early_help",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                                db_default="",
                                default="",
                                max_length=8,
                            ),
                        ),
                        (
                            "injury_sides",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                help_text="On which side of the body.",
                                size=None,
                            ),
                        ),
                        (
                            "injury_description",
                            models.TextField(blank=True, db_default="", default="", help_text="What the marks look like."),
                        ),
                        (
                            "injury_seen",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Who saw them, and when.", max_length=500
                            ),
                        ),
                        (
                            "injury_explanation",
                            models.TextField(blank=True, db_default="", default="", help_text="How they were explained."),
                        ),
                        (
                            "help_lead",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Who led the earlier help.", max_length=200
                            ),
                        ),
                        (
                            "help_dates",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="When it began and ended.", max_length=200
                            ),
                        ),
                        (
                            "help_result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("goes_on", "It goes on"),
                                    ("needs_met", "Needs met"),
                                    ("partly", "Needs partly met"),
                                    ("disengaged", "The family did not go on with it"),
                                    ("stepped_up", "Passed to social care"),
                                    ("moved", "The family moved away"),
                                    ("unknown", "Not known"),
                                ],
                                db_default="",
                                default="",
                                help_text="How it ended.",
                                max_length=12,
                            ),
                        ),
                        ("help_outcome", models.TextField(blank=True, db_default="", default="", help_text="What came of it.")),
                        (
                            "help_not_enough",
                            models.TextField(blank=True, db_default="", default="", help_text="Why it is not enough now."),
                        ),
                        (
                            "tools",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                help_text="Which tools were filled in and attached.",
                                size=None,
                            ),
                        ),
                        ("referrer_kept_from_family", models.BooleanField(db_default=False, default=False)),
                        ("referrer_kept_because", models.CharField(blank=True, db_default="", default="", max_length=500)),
                        (
                            "father_known",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                        ("father_unknown_reason", models.TextField(blank=True)),
                        (
                            "other_carers",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                        ("staff_risk", models.TextField(blank=True, help_text="What staff must know before they visit.")),
                        (
                            "referrer_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ],
                                null=True,
                            ),
                        ),
                        ("referrer_level_reason", models.TextField(blank=True)),
                        (
                            "guide",
                            models.ForeignKey(
                                blank=True,
                                help_text="The version of the guide by level of need under which it was made.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.guide",
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(default=list, help_text="Every question in its words with its answer, by section."),
                        ),
                        ("question_set", models.CharField(help_text="The version of the questions.", max_length=20)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["referrer", "-received_at", "-id"], name="submission_referrer"),
                            models.Index(fields=["visitor", "-received_at", "-id"], name="submission_visitor"),
                            models.Index(fields=["agency", "-received_at", "-id"], name="submission_agency"),
                            models.Index(fields=["received_at"], name="submission_received"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("immediate_danger", False), ("urgent", True), _connector="OR"),
                                name="submission_danger_is_urgent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("consent_status", "not_sought"), _negated=True),
                                    models.Q(("consent_reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="submission_says_why_consent_not_sought",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("consent_status__in", ["given", "refused", "not_sought", "withdrawn"])),
                                name="submission_consent_as_it_can_be_said",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("aware_time__isnull", True), ("aware_on__isnull", False), _connector="OR"),
                                name="submission_aware_time_of_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("referrer_level__isnull", True), ("referrer_level__range", (1, 4)), _connector="OR"
                                ),
                                name="submission_level_of_the_thresholds",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("channel", "portal"), _negated=True),
                                    models.Q(("agency__isnull", False), ("referrer__isnull", False)),
                                    models.Q(("agency__isnull", False), ("visitor__isnull", False)),
                                    _connector="OR",
                                ),
                                name="submission_portal_names_its_sender",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("referrer__isnull", True), ("visitor__isnull", True), _connector="OR"),
                                name="submission_one_sender",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Amendment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="referrals.submission"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveSmallIntegerField(help_text="The version: 2 is the first after what was sent."),
                        ),
                        ("reason", models.TextField()),
                        (
                            "values",
                            models.JSONField(
                                help_text="The columns of the submission that may be amended, all of them, as they now stand."
                            ),
                        ),
                        (
                            "answers",
                            models.JSONField(
                                help_text="Every question in its words with its answer, by section, as they now stand."
                            ),
                        ),
                        (
                            "changes",
                            models.JSONField(
                                help_text="The page's title, and each question that is answered otherwise: before and now."
                            ),
                        ),
                        ("amended_at", models.DateTimeField()),
                        ("amended_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("submission", "number"), name="amendment_number_once"),
                            models.CheckConstraint(condition=models.Q(("number__gte", 2)), name="amendment_after_what_was_sent"),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="amendment_says_why"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubmittedChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("no_fixed_address", models.BooleanField(db_default=False, default=False)),
                        ("gender_identity", models.CharField(blank=True, db_default="", default="", max_length=100)),
                        ("religion", models.CharField(blank=True, db_default="", default="", max_length=100)),
                        (
                            "communication",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="How the child communicates best.",
                                max_length=200,
                            ),
                        ),
                        (
                            "disability_codes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                help_text="Codes of the children in need census.",
                                size=None,
                            ),
                        ),
                        (
                            "young_carer",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                                db_default="",
                                default="",
                                max_length=10,
                            ),
                        ),
                        (
                            "education",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("school", "At school, college or nursery"),
                                    ("home", "Educated at home"),
                                    ("missing", "Missing education: on no school’s roll"),
                                    ("excluded", "Suspended or excluded"),
                                    ("too_young", "Not of school age"),
                                    ("unknown", "Not known"),
                                ],
                                db_default="",
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("attendance", models.CharField(blank=True, db_default="", default="", max_length=200)),
                        ("nationality", models.CharField(blank=True, db_default="", default="", max_length=100)),
                        (
                            "immigration",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("settled", "British, Irish or settled"),
                                    ("visa", "Here on a visa"),
                                    ("asylum", "Seeking asylum with family"),
                                    ("alone", "Seeking asylum without a parent or carer"),
                                    ("none", "No status, or it has run out"),
                                    ("unknown", "Not known"),
                                ],
                                db_default="",
                                default="",
                                max_length=10,
                            ),
                        ),
                        (
                            "looking_after_authority",
                            models.CharField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="The council that looks after the child.",
                                max_length=200,
                            ),
                        ),
                        (
                            "legal_orders",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=24),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=24), size=None
                                    ),
                                ),
                                default=list,
                                size=None,
                            ),
                        ),
                        (
                            "helped_before",
                            models.CharField(
                                blank=True,
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")],
                                db_default="",
                                default="",
                                help_text="Whether there was an early help assessment.",
                                max_length=10,
                            ),
                        ),
                        ("gestation_weeks", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("babies", models.PositiveSmallIntegerField(blank=True, help_text="How many are expected.", null=True)),
                        (
                            "late_booked",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("concealed", "Hidden"),
                                    ("late", "Booked late"),
                                    ("in_time", "Booked in time"),
                                    ("unknown", "Not known"),
                                ],
                                db_default="",
                                default="",
                                help_text="Whether the pregnancy was hidden, or booked late.",
                                max_length=10,
                            ),
                        ),
                        (
                            "booking_hospital",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Where the birth is booked.", max_length=200
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="children", to="referrals.submission"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                db_default=1,
                                default=1,
                                help_text="The version of the submission that says so: 1 is what was sent.",
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
                                default="U", help_text="M, F or U, as in the children in need census.", max_length=1
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
                        (
                            "whereabouts",
                            models.CharField(
                                blank=True, help_text="Where the child is now, if not at that address.", max_length=500
                            ),
                        ),
                        ("school", models.CharField(blank=True, help_text="School or early years setting.", max_length=200)),
                        ("gp", models.CharField(blank=True, max_length=200)),
                        ("first_language", models.CharField(blank=True, max_length=100)),
                        (
                            "interpreter_needed",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                        (
                            "disability",
                            models.CharField(blank=True, help_text="Disability, and how the child communicates.", max_length=500),
                        ),
                        (
                            "school_urn",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Where it was looked up.", max_length=6
                            ),
                        ),
                        (
                            "uprn",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Where it was looked up.", max_length=12
                            ),
                        ),
                        ("maternity", models.CharField(blank=True, help_text="Unborn: the mother’s full name.", max_length=500)),
                    ],
                    options={
                        "verbose_name_plural": "submitted children",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("submission", "position", "version"), name="submitted_child_position_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("birth_date__isnull", False), ("expected_delivery_date__isnull", True)),
                                    models.Q(("birth_date__isnull", True), ("expected_delivery_date__isnull", False)),
                                    _connector="OR",
                                ),
                                name="submitted_child_born_or_expected",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("birth_date__isnull", False), ("sex", "U"), _connector="OR"),
                                name="submitted_child_unborn_sex_unknown",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Contact",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.contacts.new_contact_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="contacts", to="referrals.submission"
                            ),
                        ),
                        (
                            "submitted_child",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="contact", to="referrals.submittedchild"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("screening", "Screening"),
                                    ("info_gathering", "Gathering information"),
                                    ("decision_proposed", "Decision proposed"),
                                    ("decided", "Decided"),
                                    ("tasks_open", "Decided, tasks open"),
                                    ("signed_off", "Signed off"),
                                    ("closed", "Closed"),
                                    ("returned_to_referrer", "Returned to the referrer"),
                                    ("duplicate", "Duplicate"),
                                    ("out_of_area", "Sent to another authority"),
                                    ("linked_to_open_case", "Linked to an open case"),
                                ],
                                default="received",
                                max_length=20,
                            ),
                        ),
                        ("urgent", models.BooleanField(default=False)),
                        ("restricted", models.BooleanField(default=False, help_text="Only those named on it see it.")),
                        (
                            "initial_rating",
                            models.CharField(
                                blank=True,
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")],
                                max_length=5,
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")],
                                help_text="The current one.",
                                max_length=5,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        (
                            "decision_due_at",
                            models.DateTimeField(help_text="Of the decision waited for now: copied from the clock that runs."),
                        ),
                        (
                            "first_due_at",
                            models.DateTimeField(
                                blank=True, help_text="By when the first decision was due, kept when it is approved.", null=True
                            ),
                        ),
                        (
                            "information_due_at",
                            models.DateTimeField(blank=True, help_text="By when agencies answer, from the rating.", null=True),
                        ),
                        (
                            "screener",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("screened_at", models.DateTimeField(blank=True, help_text="When screening began.", null=True)),
                        ("screened_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "allocated_to",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "allocated_at",
                            models.DateTimeField(
                                blank=True, help_text="When it was given to whoever is to screen it.", null=True
                            ),
                        ),
                        ("allocated_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("proposed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NFA", "No further action"),
                                    ("ADV", "Information and advice"),
                                    ("UNI", "Universal services"),
                                    ("EH", "Early help"),
                                    ("S17", "Referral accepted: child and family assessment"),
                                    ("S47", "Referral accepted: strategy discussion"),
                                    ("OPEN", "Already open: passed to the allocated worker"),
                                    ("OLA", "Passed to another local authority"),
                                    ("LADO", "Passed to the designated officer for allegations"),
                                    ("PF", "Private fostering"),
                                    ("MARAC", "Multi-agency risk assessment conference"),
                                    ("CDR", "Child death review"),
                                    ("CE", "Exploitation panel"),
                                ],
                                help_text="As approved.",
                                max_length=5,
                            ),
                        ),
                        (
                            "threshold_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ],
                                null=True,
                            ),
                        ),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("feedback_at", models.DateTimeField(blank=True, help_text="When the referrer was told.", null=True)),
                        ("feedback_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, help_text="When nothing was left to do in the queue.", null=True),
                        ),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                        (
                            "is_open",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.ExpressionWrapper(
                                    models.Q(
                                        (
                                            "state__in",
                                            (
                                                "signed_off",
                                                "closed",
                                                "returned_to_referrer",
                                                "duplicate",
                                                "out_of_area",
                                                "linked_to_open_case",
                                            ),
                                        ),
                                        _negated=True,
                                    ),
                                    output_field=models.BooleanField(),
                                ),
                                output_field=models.BooleanField(),
                            ),
                        ),
                        (
                            "urgency",
                            models.GeneratedField(
                                db_persist=True,
                                expression=models.Case(
                                    models.When(state__in=("decided", "tasks_open"), then=models.Value(60)),
                                    models.When(rating="red", then=models.Value(10)),
                                    models.When(rating="", then=models.Value(20), urgent=True),
                                    models.When(rating__in=("", "amber"), then=models.Value(30)),
                                    models.When(rating="green", then=models.Value(50)),
                                    default=models.Value(55),
                                ),
                                output_field=models.PositiveSmallIntegerField(),
                            ),
                        ),
                    ],
                    options={
                        "permissions": [("see_contact", "See a contact")],
                        "indexes": [
                            models.Index(fields=["child", "-received_at"], name="contact_child"),
                            models.Index(fields=["received_at"], name="contact_received"),
                            models.Index(
                                condition=models.Q(("approved_at__isnull", False)),
                                fields=["approved_at"],
                                name="contact_approved",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["screener", "urgency", "decision_due_at"],
                                name="contact_screener",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["state", "decision_due_at"],
                                name="contact_open_states",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("submission", "position"), name="contact_position_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("screened_at__isnull", True), ("screened_by", "")),
                                    models.Q(("screened_at__isnull", False), models.Q(("screened_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_screened_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("allocated_at__isnull", True), ("allocated_by", "")),
                                    models.Q(("allocated_at__isnull", False), models.Q(("allocated_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_allocated_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("proposed_at__isnull", True), ("proposed_by", "")),
                                    models.Q(("proposed_at__isnull", False), models.Q(("proposed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_proposed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_approved_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("feedback_at__isnull", True), ("feedback_by", "")),
                                    models.Q(("feedback_at__isnull", False), models.Q(("feedback_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_feedback_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("signed_off_at__isnull", True), ("signed_off_by", "")),
                                    models.Q(("signed_off_at__isnull", False), models.Q(("signed_off_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_signed_off_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("initial_rating", ""), ("rating", "")),
                                    models.Q(
                                        models.Q(("rating", ""), _negated=True), models.Q(("initial_rating", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_rated_first_and_now",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", ""),
                                    models.Q(
                                        models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                                        models.Q(("approved_by", models.F("screened_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_approved_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("signed_off_by", ""),
                                    models.Q(
                                        models.Q(("signed_off_by", models.F("proposed_by")), _negated=True),
                                        models.Q(("signed_off_by", models.F("screened_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_signed_off_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("decided", "tasks_open", "signed_off")), _negated=True),
                                    models.Q(("approved_at__isnull", False), models.Q(("outcome", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_decided_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "signed_off"), _negated=True),
                                    ("signed_off_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="contact_signed_off_when_it_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "state__in",
                                            (
                                                "signed_off",
                                                "closed",
                                                "returned_to_referrer",
                                                "duplicate",
                                                "out_of_area",
                                                "linked_to_open_case",
                                            ),
                                        ),
                                        ("closed_at__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "state__in",
                                                (
                                                    "signed_off",
                                                    "closed",
                                                    "returned_to_referrer",
                                                    "duplicate",
                                                    "out_of_area",
                                                    "linked_to_open_case",
                                                ),
                                            ),
                                            _negated=True,
                                        ),
                                        ("closed_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_closed_when_it_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("threshold_level__isnull", True), ("threshold_level__range", (1, 4)), _connector="OR"
                                ),
                                name="contact_level_of_the_thresholds",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Episode",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.episodes.new_episode_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "contact",
                            models.OneToOneField(
                                help_text="The referral.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="episode",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                help_text="The team that has it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        ("referred_on", models.DateField(help_text="The day on which the referral was received.")),
                        ("opened_at", models.DateTimeField(help_text="When a team accepted the referral.")),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "worker",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("allocated_at", models.DateTimeField(blank=True, null=True)),
                        ("allocated_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("N1", "Abuse, neglect or exploitation"),
                                    ("N2", "The child’s disability or illness"),
                                    ("N3", "A parent’s disability or illness"),
                                    ("N4", "Family in acute stress"),
                                    ("N5", "Family dysfunction"),
                                    ("N6", "Socially unacceptable behaviour"),
                                    ("N7", "Low income"),
                                    ("N8", "Absent parenting"),
                                    ("N9", "Not a child in need"),
                                    ("N0", "Not stated"),
                                ],
                                max_length=2,
                            ),
                        ),
                        (
                            "no_further_action",
                            models.BooleanField(
                                default=False,
                                help_text="The referral ended without assessment or plan; the census knows no closure of it.",
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "closure_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RC1", "Adopted"),
                                    ("RC2", "Died"),
                                    ("RC3", "Child arrangements order"),
                                    ("RC4", "Special guardianship order"),
                                    ("RC5", "Transferred to another authority"),
                                    ("RC6", "Transferred to adult social care"),
                                    ("RC7", "No longer in need, or another reason"),
                                    ("RC8", "Closed after assessment, no further action"),
                                    ("RC9", "Closed after assessment, passed to early help"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("closing_note", models.TextField(blank=True)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["team", "opened_at", "id"],
                                name="episode_team_open",
                            ),
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["worker", "opened_at", "id"],
                                name="episode_worker_open",
                            ),
                            models.Index(
                                condition=models.Q(("closed_on__isnull", False)),
                                fields=["team", "closed_at", "id"],
                                name="episode_team_closed",
                            ),
                            models.Index(fields=["child", "referred_on"], name="episode_child"),
                            models.Index(fields=["closed_on"], name="episode_closed_on"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("allocated_at__isnull", True), ("allocated_by", "")),
                                    models.Q(("allocated_at__isnull", False), models.Q(("allocated_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="episode_allocated_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="episode_closed_at_and_by",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=("child",),
                                name="episode_open_once_a_child",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("child", "="),
                                    (
                                        referrals.models.episodes.Days(
                                            "referred_on", "closed_on", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="episode_never_two_at_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_on__isnull", True)),
                                    models.Q(("closed_at__isnull", False), ("closed_on__isnull", False)),
                                    _connector="OR",
                                ),
                                name="episode_closed_on_a_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True), ("closed_on__gte", models.F("referred_on")), _connector="OR"
                                ),
                                name="episode_closes_after_it_opens",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on__isnull", True), ("closure_reason", ""), ("no_further_action", False)),
                                    models.Q(
                                        ("closed_on__isnull", False),
                                        ("no_further_action", False),
                                        models.Q(("closure_reason", ""), _negated=True),
                                        models.Q(("primary_need", ""), _negated=True),
                                    ),
                                    models.Q(("closed_on__isnull", False), ("closure_reason", ""), ("no_further_action", True)),
                                    _connector="OR",
                                ),
                                name="episode_closed_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("allocated_at__isnull", True), ("worker__isnull", True)),
                                    models.Q(("allocated_at__isnull", False), ("worker__isnull", False)),
                                    _connector="OR",
                                ),
                                name="episode_allocated_to_somebody",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "episode",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="referrals.episode"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_progress", "In progress"),
                                    ("with_manager", "With a manager"),
                                    ("authorised", "Authorised"),
                                ],
                                default="in_progress",
                                max_length=12,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="Copied from its clock.")),
                        ("reviewed_on", models.DateField(blank=True, help_text="The internal review point.", null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("reviewed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("review_note", models.TextField(blank=True)),
                        ("seen_on", models.DateField(blank=True, null=True)),
                        (
                            "seen_alone",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], max_length=7
                            ),
                        ),
                        ("not_seen_reason", models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "factors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("plan", "Child-in-need plan"),
                                    ("strategy", "Strategy discussion"),
                                    ("step_down", "Step down to early help"),
                                    ("no_further_action", "No further action"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("delay_reason", models.TextField(blank=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("authorised_on", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("authorised_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["authorised_on"], name="assessment_authorised_on")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reviewed_at__isnull", True), ("reviewed_by", "")),
                                    models.Q(("reviewed_at__isnull", False), models.Q(("reviewed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="assessment_reviewed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("submitted_at__isnull", True), ("submitted_by", "")),
                                    models.Q(("submitted_at__isnull", False), models.Q(("submitted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="assessment_submitted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("authorised_at__isnull", True), ("authorised_by", "")),
                                    models.Q(("authorised_at__isnull", False), models.Q(("authorised_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="assessment_authorised_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("episode", "number"), name="assessment_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "authorised"), _negated=True),
                                fields=("episode",),
                                name="assessment_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("authorised_at__isnull", False),
                                        ("authorised_on__isnull", False),
                                        ("state", "authorised"),
                                    ),
                                    models.Q(
                                        models.Q(("state", "authorised"), _negated=True),
                                        ("authorised_at__isnull", True),
                                        ("authorised_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="assessment_authorised_when_it_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("authorised_by", ""),
                                    models.Q(("authorised_by", models.F("submitted_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="assessment_authorised_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("authorised_on__isnull", True),
                                    ("authorised_on__gte", models.F("started_on")),
                                    _connector="OR",
                                ),
                                name="assessment_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "authorised"), _negated=True),
                                    models.Q(models.Q(("factors", []), _negated=True), models.Q(("outcome", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="assessment_authorised_with_factors",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryImport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("file_name", models.CharField(max_length=200)),
                        ("imported_at", models.DateTimeField()),
                        ("imported_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("added", models.PositiveIntegerField()),
                        ("changed", models.PositiveIntegerField()),
                        (
                            "closed",
                            models.JSONField(
                                db_default=models.Value([], output_field=models.JSONField()),
                                default=list,
                                help_text="Of each that the feed named no more: its name, and the day on which a feed last named it.",
                            ),
                        ),
                        (
                            "broken",
                            models.JSONField(default=list, help_text="Of each that did not go in: its place, its name, and why."),
                        ),
                    ],
                    options={
                        "ordering": ["-imported_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryOrganisation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feed_id",
                            models.CharField(
                                blank=True, help_text="Its id in the feed, if it has one.", max_length=100, null=True, unique=True
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("website", models.URLField(blank=True, max_length=300)),
                    ],
                    options={
                        "ordering": ["name"],
                    },
                ),
                migrations.CreateModel(
                    name="GuideLevel",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "guide",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="levels", to="referrals.guide"
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ]
                            ),
                        ),
                        ("title", models.CharField(max_length=120)),
                        ("description", models.TextField(blank=True)),
                        ("indicators", models.TextField(blank=True, help_text="What one may notice, one to a line.")),
                        ("what_to_do", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["guide", "level"],
                        "constraints": [
                            models.UniqueConstraint(fields=("guide", "level"), name="guide_level_once"),
                            models.CheckConstraint(condition=models.Q(("level__range", (1, 4))), name="guide_level_of_four"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LastLook",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="last_looks", to="referrals.submission"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("looked_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("submission", "person"), name="last_look_once")],
                    },
                ),
                migrations.CreateModel(
                    name="LikelyChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="likely", to="referrals.contact"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                help_text="The record that is alike.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="children.child",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(help_text="See children.rules.likeness.")),
                        ("found_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("same", "The same child"), ("another", "Another child")], max_length=7
                            ),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "likely children",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("settled_at__isnull", True)), fields=["child"], name="likely_child_child"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("contact", "child"), name="likely_child_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answer", ""), ("settled_at__isnull", True), ("settled_by", "")),
                                    models.Q(
                                        ("settled_at__isnull", False),
                                        models.Q(("settled_by", ""), _negated=True),
                                        models.Q(("answer", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="likely_child_settled_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LikelyChildEvent",
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
                                to="referrals.likelychild",
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
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The record that is alike.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="children.child",
                            ),
                        ),
                        ("score", models.PositiveSmallIntegerField(help_text="See children.rules.likeness.")),
                        ("found_at", models.DateTimeField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True, choices=[("same", "The same child"), ("another", "Another child")], max_length=7
                            ),
                        ),
                        ("settled_at", models.DateTimeField(blank=True, null=True)),
                        ("settled_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ListImport",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(
                                choices=[("schools", "Schools"), ("addresses", "Addresses"), ("wards", "Wards by postcode")],
                                max_length=10,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("imported_at", models.DateTimeField()),
                        ("imported_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("taken", models.PositiveIntegerField()),
                        (
                            "gone",
                            models.PositiveIntegerField(db_default=0, default=0, help_text="What a whole list named no longer."),
                        ),
                        (
                            "broken",
                            models.JSONField(default=list, help_text="Of each row that did not go in: its line, and why."),
                        ),
                    ],
                    options={
                        "ordering": ["-imported_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Message",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="referrals.submission"
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                help_text="Where one child is meant.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="messages",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("message", "Message"),
                                    ("amended", "Amended"),
                                    ("withdrawal", "Asked to withdraw"),
                                    ("agreed", "Withdrawal agreed"),
                                    ("refused", "Goes on in spite of the withdrawal"),
                                    ("returned", "Returned to the referrer"),
                                    ("answer", "Answer to a question"),
                                ],
                                default="message",
                                max_length=12,
                            ),
                        ),
                        ("from_mash", models.BooleanField(default=False)),
                        ("body", models.TextField()),
                        (
                            "once",
                            models.CharField(
                                help_text="The page from which it was sent: pressed twice, it is said once.", max_length=40
                            ),
                        ),
                        ("sent_at", models.DateTimeField()),
                        ("sent_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["submission", "sent_at", "id"], name="message_thread")],
                        "constraints": [
                            models.UniqueConstraint(fields=("submission", "once"), name="message_said_once"),
                            models.CheckConstraint(
                                condition=models.Q(("body", ""), _negated=True), name="message_says_something"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeBatch",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.arrivals.new_batch_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "content_hash",
                            models.CharField(help_text="SHA-256 of the rows, so that the same batch is noticed.", max_length=64),
                        ),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "notice batches",
                        "indexes": [models.Index(fields=["agency", "-received_at", "-id"], name="notice_batch_agency")],
                        "constraints": [
                            models.UniqueConstraint(fields=("agency", "content_hash"), name="notice_batch_content_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeRow",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rows", to="referrals.noticebatch"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "number",
                            models.PositiveIntegerField(help_text="The row's number in the file; the headings are row 1."),
                        ),
                        ("row_hash", models.CharField(max_length=64)),
                        (
                            "state",
                            models.CharField(
                                choices=[("received", "Received"), ("repeated", "Received before"), ("refused", "Came back")],
                                max_length=10,
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notice_rows",
                                to="referrals.submission",
                            ),
                        ),
                        (
                            "problems",
                            models.JSONField(default=list, help_text="Column and sentence of each thing that is wrong."),
                        ),
                        ("answers", models.JSONField(default=dict, help_text="What a row that came back said, by column.")),
                    ],
                    options={
                        "indexes": [models.Index(fields=["batch", "number"], name="notice_row_batch")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "received")),
                                fields=("agency", "row_hash"),
                                name="notice_row_received_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "received"), ("submission__isnull", False)),
                                    models.Q(models.Q(("state", "received"), _negated=True), ("submission__isnull", True)),
                                    _connector="OR",
                                ),
                                name="notice_row_received_has_submission",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state", "refused"), ("answers", {}), _connector="OR"),
                                name="notice_row_keeps_answers_only_to_be_mended",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NoticeSchool",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "agency",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "urn",
                            models.CharField(
                                blank=True, help_text="Unique reference number, as in the imported list.", max_length=6
                            ),
                        ),
                        (
                            "signed_up_on",
                            models.DateField(
                                blank=True, help_text="Since when a lead there takes notices; none: it does not.", null=True
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("urn", ""), _negated=True), fields=("urn",), name="notice_school_urn_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "episode",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="referrals.episode"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")),
                        ("aim", models.TextField(help_text="What is to be different for the child.")),
                        ("started_on", models.DateField()),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("end_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_ended_at_and_by",
                            ),
                            models.UniqueConstraint(fields=("episode", "number"), name="plan_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on__isnull", True)), fields=("episode",), name="plan_open_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("end_reason", ""), ("ended_at__isnull", True), ("ended_on__isnull", True)),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_on__isnull", False),
                                        models.Q(("end_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="plan_ended_on_a_day_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on__isnull", True), ("ended_on__gte", models.F("started_on")), _connector="OR"
                                ),
                                name="plan_ends_after_it_starts",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanEvent",
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
                                to="referrals.plan",
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
                            "episode",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.episode",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")),
                        ("aim", models.TextField(help_text="What is to be different for the child.")),
                        ("started_on", models.DateField()),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("end_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanReview",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="referrals.plan"
                            ),
                        ),
                        ("held_on", models.DateField()),
                        ("attended", models.TextField(help_text="Who took part.")),
                        ("findings", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-held_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="PlanStep",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="referrals.plan"
                            ),
                        ),
                        ("need", models.CharField(max_length=200)),
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="plan_step_done_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanStepEvent",
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
                                to="referrals.planstep",
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
                                to="referrals.plan",
                            ),
                        ),
                        ("need", models.CharField(max_length=200)),
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
                    name="Presence",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="referrals.contact"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("since_at", models.DateTimeField(help_text="When they opened it first, without a long pause since.")),
                        ("seen_at", models.DateTimeField(help_text="When they looked at a page of it last.")),
                    ],
                    options={
                        "verbose_name_plural": "presences",
                        "indexes": [models.Index(fields=["seen_at"], name="presence_seen")],
                        "constraints": [models.UniqueConstraint(fields=("contact", "person"), name="presence_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PublicMessage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("token", models.CharField(max_length=40, unique=True)),
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="public_message",
                                to="referrals.submission",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="QualityScale",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("number", models.PositiveSmallIntegerField(unique=True)),
                        (
                            "partly",
                            models.PositiveSmallIntegerField(
                                help_text="What a part that is partly there counts, in hundredths of its weight."
                            ),
                        ),
                        (
                            "urgent_exempt",
                            models.CharField(
                                choices=[
                                    ("urgent", "All that are marked as urgent"),
                                    ("danger", "Those in which a child is in immediate danger"),
                                    ("none", "None"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("exempt_purposes", models.JSONField(default=list, help_text="Purposes that get no score.")),
                        ("channels", models.JSONField(default=list, help_text="Ways in that get a score.")),
                        ("reason", models.TextField()),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-number"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("number__gte", 2)), name="quality_scale_after_the_first"),
                            models.CheckConstraint(
                                condition=models.Q(("partly__lte", 100)), name="quality_scale_partly_is_a_share"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="quality_scale_says_why"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QualityWeight",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "scale",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="weights", to="referrals.qualityscale"
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("consent", "How consent stands"),
                                    ("fathers", "The father, or why not"),
                                    ("voice", "The child’s voice"),
                                    ("example", "The worry, with an example"),
                                    ("earlier_help", "Help given before"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "weight",
                            models.PositiveSmallIntegerField(help_text="Points out of 100; 0: the part is not looked at."),
                        ),
                        (
                            "least_words",
                            models.PositiveSmallIntegerField(help_text="Fewer words than this are partly there at most."),
                        ),
                        ("prompt", models.TextField(help_text="What is said, unhurriedly, to somebody who has left it out.")),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("scale", "part"), name="quality_weight_once"),
                            models.CheckConstraint(condition=models.Q(("weight__lte", 100)), name="quality_weight_out_of_100"),
                            models.CheckConstraint(
                                condition=models.Q(("weight", 0), models.Q(("prompt", ""), _negated=True), _connector="OR"),
                                name="quality_weight_has_a_prompt",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QueueColumns",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "columns",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20),
                                help_text="Codes of the columns besides how urgent it is and the child.",
                                size=None,
                            ),
                        ),
                        ("set_at", models.DateTimeField()),
                        ("set_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "verbose_name_plural": "queue columns",
                    },
                ),
                migrations.CreateModel(
                    name="RatingChange",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rating_changes", to="referrals.contact"
                            ),
                        ),
                        (
                            "old",
                            models.CharField(
                                blank=True,
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")],
                                max_length=5,
                            ),
                        ),
                        (
                            "new",
                            models.CharField(
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")], max_length=5
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["contact", "changed_at"], name="rating_change_contact")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("old", models.F("new")), _negated=True),
                                name="rating_change_changes_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="rating_change_says_why"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SchoolNotice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.encompass.new_notice_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "contact",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="school_notice", to="referrals.contact"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Nobody is told yet"),
                                    ("told", "Told, not acknowledged yet"),
                                    ("acknowledged", "Acknowledged"),
                                ],
                                default="waiting",
                                max_length=12,
                            ),
                        ),
                        ("home_educated", models.BooleanField(default=False)),
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
                        ("police_reference", models.CharField(blank=True, max_length=40)),
                        ("place", models.CharField(blank=True, help_text="Where it happened.", max_length=200)),
                        (
                            "child_present",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                        (
                            "child_said",
                            models.TextField(
                                blank=True, db_default="", default="", help_text="What the child said, in the child's words."
                            ),
                        ),
                        (
                            "who_was_there",
                            models.TextField(blank=True, db_default="", default="", help_text="Who was there when it happened."),
                        ),
                        ("begun_at", models.DateTimeField(help_text="When the front door had it: the time runs from here.")),
                        ("begun_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("told_due_at", models.DateTimeField(help_text="The start of the next school day.")),
                        ("told_at", models.DateTimeField(blank=True, null=True)),
                        ("told_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "told_how",
                            models.CharField(
                                blank=True,
                                choices=[("portal", "In the portal"), ("telephone", "By telephone"), ("in_person", "In person")],
                                max_length=10,
                            ),
                        ),
                        (
                            "told_whom",
                            models.CharField(
                                blank=True, help_text="Who took the notice, where it was not the portal.", max_length=200
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="work.request",
                            ),
                        ),
                        ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                        ("acknowledged_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "acknowledged"), _negated=True),
                                fields=["told_due_at", "id"],
                                name="school_notice_open",
                            ),
                            models.Index(fields=["begun_at"], name="school_notice_begun"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("told_at__isnull", True), ("told_by", "")),
                                    models.Q(("told_at__isnull", False), models.Q(("told_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="school_notice_told_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_at__isnull", True), ("acknowledged_by", "")),
                                    models.Q(
                                        ("acknowledged_at__isnull", False), models.Q(("acknowledged_by", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="school_notice_acknowledged_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waiting"), ("told_at__isnull", True)),
                                    models.Q(models.Q(("state", "waiting"), _negated=True), ("told_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="school_notice_told_when_it_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("acknowledged_at__isnull", False), ("state", "acknowledged")),
                                    models.Q(
                                        models.Q(("state", "acknowledged"), _negated=True), ("acknowledged_at__isnull", True)
                                    ),
                                    _connector="OR",
                                ),
                                name="school_notice_acknowledged_when_it_says_so",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SightRequest",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "request",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sight", to="work.request"
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                help_text="From which it was asked.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                help_text="The record asked for.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="children.child",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                help_text="Who asks.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["person", "child"], name="sight_request_person")],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyHelp",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.early_help.new_early_help_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("consented", "Family has agreed"),
                                    ("assessing", "Assessing"),
                                    ("tac_active", "Team around the child active"),
                                    ("review", "In review"),
                                    ("closed", "Closed"),
                                ],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("handover", "Passed on by the MASH"),
                                    ("practitioner", "Begun by a practitioner with the family"),
                                    ("step_down", "Stepped down from social care"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                help_text="The early help team.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                help_text="The agency that leads; the register counts by it.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("reason", models.TextField(help_text="Why the family asks for help.")),
                        ("requested_at", models.DateTimeField()),
                        ("requested_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("consent_from", models.CharField(blank=True, help_text="The parent or young person.", max_length=150)),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        ("consented_at", models.DateTimeField(blank=True, null=True)),
                        ("consented_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("lead_name", models.CharField(blank=True, help_text="The lead professional.", max_length=150)),
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
                        ("lead_since", models.DateField(blank=True, null=True)),
                        ("child_strengths", models.TextField(blank=True)),
                        ("child_needs", models.TextField(blank=True)),
                        ("parenting_strengths", models.TextField(blank=True)),
                        ("parenting_needs", models.TextField(blank=True)),
                        ("family_strengths", models.TextField(blank=True)),
                        ("family_needs", models.TextField(blank=True)),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("emotional", "Emotional wellbeing of a child"),
                                        ("behaviour", "Behaviour at home or at school"),
                                        ("attendance", "School attendance and learning"),
                                        ("health", "Health, disability or development"),
                                        ("parenting", "Parenting: routines and boundaries"),
                                        ("conflict", "Conflict between parents"),
                                        ("abuse", "Domestic abuse in the past"),
                                        ("parent_health", "A parent’s health, or use of alcohol or drugs"),
                                        ("money", "Money, debt or work"),
                                        ("housing", "Housing"),
                                        ("young_carer", "Young carer"),
                                        ("outside", "Risk outside the home"),
                                    ],
                                    max_length=15,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("goals", models.TextField(blank=True)),
                        (
                            "score_before",
                            models.PositiveSmallIntegerField(blank=True, help_text="The family's own, 0 to 10.", null=True),
                        ),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("assessed_at", models.DateTimeField(blank=True, null=True)),
                        ("assessed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("assessment_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("review_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("needs_met", "Needs met"),
                                    ("partly", "Needs partly met"),
                                    ("disengaged", "The family stopped taking part"),
                                    ("stepped_up", "Stepped up to social care"),
                                    ("moved", "The family moved away"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("closing_note", models.TextField(blank=True)),
                        (
                            "score_after",
                            models.PositiveSmallIntegerField(blank=True, help_text="The family's own, 0 to 10.", null=True),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "early help",
                        "permissions": [("see_earlyhelp", "See early help for a family")],
                        "indexes": [
                            models.Index(fields=["team", "requested_at", "id"], name="early_help_team"),
                            models.Index(fields=["agency", "assessed_on"], name="early_help_agency"),
                            models.Index(fields=["closed_on"], name="early_help_closed_on"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("consented_at__isnull", True), ("consented_by", "")),
                                    models.Q(("consented_at__isnull", False), models.Q(("consented_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="early_help_consented_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("assessed_at__isnull", True), ("assessed_by", "")),
                                    models.Q(("assessed_at__isnull", False), models.Q(("assessed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="early_help_assessed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="early_help_closed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("state__in", ("requested", "closed")),
                                    models.Q(
                                        ("consent_on__isnull", False),
                                        ("consented_at__isnull", False),
                                        models.Q(("consent_from", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="early_help_goes_on_with_consent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ("tac_active", "review")), _negated=True),
                                    ("assessed_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="early_help_assessed_before_a_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("closed_on__isnull", False),
                                        ("state", "closed"),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "closed"), _negated=True),
                                        ("closed_at__isnull", True),
                                        ("closed_on__isnull", True),
                                        ("outcome", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="early_help_closed_with_an_outcome",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score_before__isnull", True), ("score_before__range", (0, 10)), _connector="OR"
                                ),
                                name="early_help_score_before_to_ten",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("score_after__isnull", True), ("score_after__range", (0, 10)), _connector="OR"
                                ),
                                name="early_help_score_after_to_ten",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Step",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.early_help.new_step_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("up", "Step up to social care"), ("down", "Step down to early help")], max_length=4
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="referrals.episode",
                            ),
                        ),
                        (
                            "early_help",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="referrals.earlyhelp",
                            ),
                        ),
                        (
                            "after_plan",
                            models.CharField(
                                blank=True,
                                help_text="The reference of the child protection plan after which a child steps down.",
                                max_length=20,
                            ),
                        ),
                        (
                            "submission",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "talked_on",
                            models.DateField(help_text="The closing meeting with the family, or the talk between managers."),
                        ),
                        ("talked_with", models.TextField(help_text="Who took part.")),
                        (
                            "lead_name",
                            models.CharField(blank=True, help_text="The lead practitioner named for afterwards.", max_length=150),
                        ),
                        (
                            "lead_agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("consent_from", models.CharField(blank=True, max_length=150)),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("refused_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("refused_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["direction", "accepted_at"], name="step_accepted")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by", "")),
                                    models.Q(("accepted_at__isnull", False), models.Q(("accepted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="step_accepted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("refused_at__isnull", True), ("refused_by", "")),
                                    models.Q(("refused_at__isnull", False), models.Q(("refused_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="step_refused_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("accepted_at__isnull", True), ("refused_at__isnull", True), _connector="OR"),
                                name="step_accepted_or_refused",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("refused_at__isnull", True), ("refused_reason", "")),
                                    models.Q(("refused_at__isnull", False), models.Q(("refused_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="step_refused_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("direction", "down"), _negated=True),
                                    models.Q(
                                        ("consent_on__isnull", False),
                                        ("lead_agency__isnull", False),
                                        models.Q(
                                            ("episode__isnull", False),
                                            models.Q(("after_plan", ""), _negated=True),
                                            _connector="OR",
                                        ),
                                        models.Q(("consent_from", ""), _negated=True),
                                        models.Q(("lead_name", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="step_down_from_an_episode_with_consent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("direction", "up"), _negated=True),
                                    models.Q(("early_help__isnull", False), ("submission__isnull", False)),
                                    _connector="OR",
                                ),
                                name="step_up_from_early_help",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("accepted_at__isnull", True), ("direction", "down"), ("refused_at__isnull", True)
                                ),
                                fields=("episode",),
                                name="step_asked_once_of_an_episode",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(models.Q(("after_plan", ""), _negated=True), ("refused_at__isnull", True)),
                                fields=("after_plan",),
                                name="step_asked_once_after_a_plan",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("accepted_at__isnull", True), ("direction", "up"), ("refused_at__isnull", True)
                                ),
                                fields=("early_help",),
                                name="step_asked_once_of_early_help",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepEvent",
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
                                to="referrals.step",
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
                                default=referrals.models.early_help.new_step_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("up", "Step up to social care"), ("down", "Step down to early help")], max_length=4
                            ),
                        ),
                        (
                            "episode",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.episode",
                            ),
                        ),
                        (
                            "early_help",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.earlyhelp",
                            ),
                        ),
                        (
                            "after_plan",
                            models.CharField(
                                blank=True,
                                help_text="The reference of the child protection plan after which a child steps down.",
                                max_length=20,
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "talked_on",
                            models.DateField(help_text="The closing meeting with the family, or the talk between managers."),
                        ),
                        ("talked_with", models.TextField(help_text="Who took part.")),
                        (
                            "lead_name",
                            models.CharField(blank=True, help_text="The lead practitioner named for afterwards.", max_length=150),
                        ),
                        (
                            "lead_agency",
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
                        ("consent_from", models.CharField(blank=True, max_length=150)),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("refused_at", models.DateTimeField(blank=True, null=True)),
                        ("refused_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("refused_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SubmissionCopy",
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
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="copies", to="referrals.submission"
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                help_text="Where the MASH asked.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="copies",
                                to="referrals.contact",
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
                        (
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "submission copies",
                        "indexes": [
                            models.Index(
                                condition=models.Q(("state", "removed"), _negated=True),
                                fields=["asked_at"],
                                name="submission_copy_asked",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("submission", "asked_by", "once"), name="submission_copy_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "ready"), models.Q(("key", ""), _negated=True), ("made_at__isnull", False)
                                    ),
                                    models.Q(models.Q(("state", "ready"), _negated=True), ("key", "")),
                                    _connector="OR",
                                ),
                                name="submission_copy_ready_has_a_file",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("sentence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="submission_copy_failed_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("person__isnull", False), ("visitor__isnull", True)),
                                    models.Q(("person__isnull", True), ("visitor__isnull", False)),
                                    _connector="OR",
                                ),
                                name="submission_copy_one_asker",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubmissionPerson",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="people", to="referrals.submission"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                db_default=1,
                                default=1,
                                help_text="The version of the submission that says so: 1 is what was sent.",
                            ),
                        ),
                        (
                            "taken_away",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="Whether this version says that nobody is told of here any more.",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("father", "Father"),
                                    ("carer", "Mother, partner or other carer"),
                                    ("household", "Someone else in the household"),
                                    ("network", "Wider family or friend"),
                                    ("professional", "Professional"),
                                    ("of_concern", "Person of concern"),
                                    ("other_child", "Another child: a sibling elsewhere, or a friend"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("birth_date", models.DateField(blank=True, null=True)),
                        ("birth_date_estimated", models.BooleanField(default=False)),
                        (
                            "lives_in_household",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                        ("contact_details", models.CharField(blank=True, max_length=500)),
                        ("organisation", models.CharField(blank=True, max_length=200)),
                        (
                            "job",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="A professional's.", max_length=100
                            ),
                        ),
                        ("risk_to_staff", models.CharField(blank=True, max_length=500)),
                        ("interpreter_language", models.CharField(blank=True, db_default="", default="", max_length=100)),
                        (
                            "last_contact",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="A professional's.", max_length=200
                            ),
                        ),
                        (
                            "involvement",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="A professional's.", max_length=500
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "submission people",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("submission", "position", "version"), name="submission_person_position_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken_away", False), ("version__gt", 1), _connector="OR"),
                                name="submission_person_taken_away_after_sending",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubmissionQuality",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="quality", to="referrals.submission"
                            ),
                        ),
                        (
                            "version",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="Of the submission: 1 as sent, 2 as first amended."
                            ),
                        ),
                        (
                            "scale",
                            models.PositiveSmallIntegerField(help_text="The version of the scale: what counted on that day."),
                        ),
                        (
                            "score",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="Out of 100; none where it is exempt.", null=True
                            ),
                        ),
                        (
                            "exempt",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("urgent", "A child could not wait"),
                                    ("purpose", "A notice, for which less is asked"),
                                    ("channel", "It came by a way that asks less"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "parts",
                            models.JSONField(
                                default=dict, help_text="Part → full, partly or missing; kept of what is exempt too."
                            ),
                        ),
                        ("scored_at", models.DateTimeField()),
                    ],
                    options={
                        "verbose_name_plural": "submission qualities",
                        "constraints": [
                            models.UniqueConstraint(fields=("submission", "version"), name="submission_quality_version_once"),
                            models.CheckConstraint(condition=models.Q(("score__lte", 100)), name="submission_quality_out_of_100"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("exempt", ""), ("score__isnull", False)),
                                    models.Q(("score__isnull", True), models.Q(("exempt", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="submission_quality_scored_or_exempt",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SubmissionRelation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relations",
                                to="referrals.submissionperson",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="relations",
                                to="referrals.submittedchild",
                            ),
                        ),
                        ("relationship", models.CharField(max_length=100)),
                        (
                            "parental_responsibility",
                            models.CharField(
                                choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], default="unknown", max_length=8
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("person", "child"), name="submission_relation_once")],
                    },
                ),
                migrations.CreateModel(
                    name="SystemReceipt",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "client",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agencyclient"
                            ),
                        ),
                        ("key", models.CharField(help_text="The Idempotency-Key that the system chose.", max_length=100)),
                        ("body_hash", models.CharField(help_text="SHA-256 of what was sent.", max_length=64)),
                        (
                            "submission",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        (
                            "amendment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.amendment",
                            ),
                        ),
                        (
                            "message",
                            models.ForeignKey(
                                blank=True,
                                help_text="In which the system asked to withdraw it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="referrals.message",
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("client", "key"), name="system_receipt_key_once")],
                    },
                ),
                migrations.CreateModel(
                    name="TakenDown",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="taken", to="referrals.submission"
                            ),
                        ),
                        ("came_at", models.DateTimeField(help_text="When they rang or wrote.")),
                        (
                            "authority",
                            models.CharField(blank=True, help_text="The council that transfers the child.", max_length=200),
                        ),
                        (
                            "their_reference",
                            models.CharField(
                                blank=True, help_text="The number of that council, or of the caller.", max_length=60
                            ),
                        ),
                        (
                            "once",
                            models.CharField(
                                help_text="The page that was sent, so that it is taken once.", max_length=60, unique=True
                            ),
                        ),
                        (
                            "form_due_at",
                            models.DateTimeField(
                                blank=True, help_text="By when the referrer writes it; empty: they need not.", null=True
                            ),
                        ),
                        (
                            "form",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="written_after",
                                to="referrals.submission",
                            ),
                        ),
                        ("met_at", models.DateTimeField(blank=True, help_text="When the form was noted as come.", null=True)),
                        ("met_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "verbose_name_plural": "taken down",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("met_at__isnull", True), ("met_by", "")),
                                    models.Q(("met_at__isnull", False), models.Q(("met_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="taken_down_met_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("waived_at__isnull", True), ("waived_by", "")),
                                    models.Q(("waived_at__isnull", False), models.Q(("waived_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="taken_down_waived_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("form__isnull", True), ("met_at__isnull", True)),
                                    models.Q(("form__isnull", False), ("met_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="taken_down_met_by_a_form",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("waived_at__isnull", True), ("waived_reason", "")),
                                    models.Q(("waived_at__isnull", False), models.Q(("waived_reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="taken_down_waived_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("met_at__isnull", True), ("waived_at__isnull", True), _connector="OR"),
                                name="taken_down_met_or_waived",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamAction",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "early_help",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="actions", to="referrals.earlyhelp"
                            ),
                        ),
                        ("text", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("due_on", models.DateField()),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="team_action_done_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TeamActionEvent",
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
                                to="referrals.teamaction",
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
                            "early_help",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.earlyhelp",
                            ),
                        ),
                        ("text", models.TextField()),
                        ("who", models.CharField(max_length=150)),
                        ("due_on", models.DateField()),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TeamMeeting",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "early_help",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="referrals.earlyhelp"
                            ),
                        ),
                        ("held_on", models.DateField()),
                        ("is_review", models.BooleanField(default=False)),
                        ("attended", models.TextField(help_text="One line for each person: name, agency.")),
                        ("notes", models.TextField()),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-held_on", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="WardPostcode",
                    fields=[
                        (
                            "postcode",
                            models.CharField(
                                help_text="In capitals, without spaces.", max_length=8, primary_key=True, serialize=False
                            ),
                        ),
                        ("ward", models.CharField(max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["ward"], name="ward_postcode_ward")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ward", ""), _negated=True), name="ward_postcode_has_a_ward"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsentOverride",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consent_overrides",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("s47", "Section 47: the child is suffering, or is likely to suffer, significant harm"),
                                    ("s17", "Section 17, a public task: the child’s needs must be looked into"),
                                    ("vital", "Vital interests: to protect somebody’s life"),
                                ],
                                max_length=5,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("decided_at", models.DateTimeField()),
                        ("decided_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["contact", "-decided_at"], name="consent_override_contact")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="consent_override_says_why"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactEvent",
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
                                to="referrals.contact",
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
                                default=referrals.models.contacts.new_contact_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        (
                            "submitted_child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.submittedchild",
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
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("screening", "Screening"),
                                    ("info_gathering", "Gathering information"),
                                    ("decision_proposed", "Decision proposed"),
                                    ("decided", "Decided"),
                                    ("tasks_open", "Decided, tasks open"),
                                    ("signed_off", "Signed off"),
                                    ("closed", "Closed"),
                                    ("returned_to_referrer", "Returned to the referrer"),
                                    ("duplicate", "Duplicate"),
                                    ("out_of_area", "Sent to another authority"),
                                    ("linked_to_open_case", "Linked to an open case"),
                                ],
                                default="received",
                                max_length=20,
                            ),
                        ),
                        ("urgent", models.BooleanField(default=False)),
                        ("restricted", models.BooleanField(default=False, help_text="Only those named on it see it.")),
                        (
                            "initial_rating",
                            models.CharField(
                                blank=True,
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")],
                                max_length=5,
                            ),
                        ),
                        (
                            "rating",
                            models.CharField(
                                blank=True,
                                choices=[("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")],
                                help_text="The current one.",
                                max_length=5,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        (
                            "decision_due_at",
                            models.DateTimeField(help_text="Of the decision waited for now: copied from the clock that runs."),
                        ),
                        (
                            "first_due_at",
                            models.DateTimeField(
                                blank=True, help_text="By when the first decision was due, kept when it is approved.", null=True
                            ),
                        ),
                        (
                            "information_due_at",
                            models.DateTimeField(blank=True, help_text="By when agencies answer, from the rating.", null=True),
                        ),
                        (
                            "screener",
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
                        ("screened_at", models.DateTimeField(blank=True, help_text="When screening began.", null=True)),
                        ("screened_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "allocated_to",
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
                            "allocated_at",
                            models.DateTimeField(
                                blank=True, help_text="When it was given to whoever is to screen it.", null=True
                            ),
                        ),
                        ("allocated_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("proposed_at", models.DateTimeField(blank=True, null=True)),
                        ("proposed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("NFA", "No further action"),
                                    ("ADV", "Information and advice"),
                                    ("UNI", "Universal services"),
                                    ("EH", "Early help"),
                                    ("S17", "Referral accepted: child and family assessment"),
                                    ("S47", "Referral accepted: strategy discussion"),
                                    ("OPEN", "Already open: passed to the allocated worker"),
                                    ("OLA", "Passed to another local authority"),
                                    ("LADO", "Passed to the designated officer for allegations"),
                                    ("PF", "Private fostering"),
                                    ("MARAC", "Multi-agency risk assessment conference"),
                                    ("CDR", "Child death review"),
                                    ("CE", "Exploitation panel"),
                                ],
                                help_text="As approved.",
                                max_length=5,
                            ),
                        ),
                        (
                            "threshold_level",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ],
                                null=True,
                            ),
                        ),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("feedback_at", models.DateTimeField(blank=True, help_text="When the referrer was told.", null=True)),
                        ("feedback_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_off_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "closed_at",
                            models.DateTimeField(blank=True, help_text="When nothing was left to do in the queue.", null=True),
                        ),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ContactPersonGrant",
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
                        ("is_open", models.BooleanField(editable=False, null=True)),
                        ("urgency", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("due_at", models.DateTimeField(editable=False, null=True)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("state", models.CharField(default="", editable=False, max_length=20)),
                        ("rating", models.CharField(default="", editable=False, max_length=5)),
                        ("restricted", models.BooleanField(editable=False, null=True)),
                        (
                            "content_object",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="person_grants", to="referrals.contact"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["user", "permission", "urgency", "due_at", "content_object"],
                                name="person_grant_queue",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["user", "permission", "state", "urgency", "due_at", "content_object"],
                                name="person_grant_queue_state",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["user", "permission", "rating", "urgency", "due_at", "content_object"],
                                name="person_grant_queue_rating",
                            ),
                            models.Index(
                                fields=["user", "permission", "-received_at", "-content_object"], name="person_grant_newest"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "permission", "content_object"),
                                name="contactpersongrant_open_once",
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
                                name="contactpersongrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactTask",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="referrals.contact"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("history_check", "Check the child’s history"),
                                    ("information_request", "Answer of an agency"),
                                    ("referrer_told", "Tell the referrer"),
                                    ("family_told", "Tell the family"),
                                    ("handover", "Handover accepted by the receiving team"),
                                    ("notice", "Notice sent"),
                                    ("cpis_notice", "CP-IS told"),
                                    ("look_again", "Look again: the facts changed"),
                                    ("withdrawal", "Answer a withdrawal"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "record_kind",
                            models.CharField(
                                blank=True, help_text="The handover or request that it waits for, if any.", max_length=40
                            ),
                        ),
                        ("record_reference", models.CharField(blank=True, max_length=40)),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("done_at__isnull", True), ("waived_at__isnull", True)),
                                fields=["contact"],
                                name="contact_task_open",
                            ),
                            models.Index(fields=["record_kind", "record_reference"], name="contact_task_record"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contact_task_done_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("waived_at__isnull", True), ("waived_by", ""), ("waived_reason", "")),
                                    models.Q(
                                        ("waived_at__isnull", False),
                                        models.Q(("waived_by", ""), _negated=True),
                                        models.Q(("waived_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="contact_task_waived_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("done_at__isnull", True), ("waived_at__isnull", True), _connector="OR"),
                                name="contact_task_done_or_waived",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactTaskEvent",
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
                                to="referrals.contacttask",
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
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("history_check", "Check the child’s history"),
                                    ("information_request", "Answer of an agency"),
                                    ("referrer_told", "Tell the referrer"),
                                    ("family_told", "Tell the family"),
                                    ("handover", "Handover accepted by the receiving team"),
                                    ("notice", "Notice sent"),
                                    ("cpis_notice", "CP-IS told"),
                                    ("look_again", "Look again: the facts changed"),
                                    ("withdrawal", "Answer a withdrawal"),
                                    ("other", "Other"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        (
                            "record_kind",
                            models.CharField(
                                blank=True, help_text="The handover or request that it waits for, if any.", max_length=40
                            ),
                        ),
                        ("record_reference", models.CharField(blank=True, max_length=40)),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("waived_reason", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ContactTeamGrant",
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
                        ("is_open", models.BooleanField(editable=False, null=True)),
                        ("urgency", models.PositiveSmallIntegerField(editable=False, null=True)),
                        ("due_at", models.DateTimeField(editable=False, null=True)),
                        ("received_at", models.DateTimeField(editable=False, null=True)),
                        ("state", models.CharField(default="", editable=False, max_length=20)),
                        ("rating", models.CharField(default="", editable=False, max_length=5)),
                        ("restricted", models.BooleanField(editable=False, null=True)),
                        (
                            "content_object",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="team_grants", to="referrals.contact"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["group", "permission", "urgency", "due_at", "content_object"],
                                name="team_grant_queue",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["group", "permission", "state", "urgency", "due_at", "content_object"],
                                name="team_grant_queue_state",
                            ),
                            models.Index(
                                condition=models.Q(("is_open", True)),
                                fields=["group", "permission", "rating", "urgency", "due_at", "content_object"],
                                name="team_grant_queue_rating",
                            ),
                            models.Index(
                                fields=["group", "permission", "-received_at", "-content_object"], name="team_grant_newest"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("group", "permission", "content_object"),
                                name="contactteamgrant_open_once",
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
                                name="contactteamgrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="referrals.contact"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this contact.")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("NFA", "No further action"),
                                    ("ADV", "Information and advice"),
                                    ("UNI", "Universal services"),
                                    ("EH", "Early help"),
                                    ("S17", "Referral accepted: child and family assessment"),
                                    ("S47", "Referral accepted: strategy discussion"),
                                    ("OPEN", "Already open: passed to the allocated worker"),
                                    ("OLA", "Passed to another local authority"),
                                    ("LADO", "Passed to the designated officer for allegations"),
                                    ("PF", "Private fostering"),
                                    ("MARAC", "Multi-agency risk assessment conference"),
                                    ("CDR", "Child death review"),
                                    ("CE", "Exploitation panel"),
                                ],
                                max_length=5,
                            ),
                        ),
                        (
                            "threshold_level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField(help_text="For the record; the referrer does not read it.")),
                        ("words_for_referrer", models.TextField(help_text="What the referrer reads.")),
                        (
                            "consent_overridden_because",
                            models.TextField(blank=True, help_text="Legal basis, where consent was refused or not sought."),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("superseded_at", models.DateTimeField(blank=True, null=True)),
                        ("superseded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "facts_changed_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="When what it stands on was amended after a manager last looked at it.",
                                null=True,
                            ),
                        ),
                        ("facts_changed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, help_text="When a manager looked again and let it stand.", null=True
                            ),
                        ),
                        ("confirmed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("confirmed_because", models.TextField(blank=True)),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("facts_changed_at__isnull", True), ("facts_changed_by", "")),
                                    models.Q(
                                        ("facts_changed_at__isnull", False), models.Q(("facts_changed_by", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_facts_changed_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("confirmed_at__isnull", True), ("confirmed_because", ""), ("confirmed_by", "")),
                                    models.Q(
                                        ("confirmed_at__isnull", False),
                                        models.Q(("confirmed_by", ""), _negated=True),
                                        models.Q(("confirmed_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_confirmed_with_reason",
                            ),
                            models.UniqueConstraint(fields=("contact", "number"), name="decision_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("sent_back_at__isnull", True), ("superseded_at__isnull", True)),
                                fields=("contact",),
                                name="decision_current_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("approved_at__isnull", True), ("approved_by", "")),
                                    models.Q(("approved_at__isnull", False), models.Q(("approved_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="decision_approved_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_back_at__isnull", True), ("sent_back_by", ""), ("sent_back_reason", "")),
                                    models.Q(
                                        ("sent_back_at__isnull", False),
                                        models.Q(("sent_back_by", ""), _negated=True),
                                        models.Q(("sent_back_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="decision_sent_back_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("superseded_at__isnull", True), ("superseded_by", "")),
                                    models.Q(("superseded_at__isnull", False), models.Q(("superseded_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="decision_superseded_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_by", ""),
                                    models.Q(("approved_by", models.F("proposed_by")), _negated=True),
                                    _connector="OR",
                                ),
                                name="decision_approved_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved_at__isnull", True), ("sent_back_at__isnull", True), _connector="OR"
                                ),
                                name="decision_approved_or_sent_back",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("threshold_level__range", (1, 4))), name="decision_level_of_the_thresholds"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvent",
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
                                to="referrals.decision",
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
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this contact.")),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("NFA", "No further action"),
                                    ("ADV", "Information and advice"),
                                    ("UNI", "Universal services"),
                                    ("EH", "Early help"),
                                    ("S17", "Referral accepted: child and family assessment"),
                                    ("S47", "Referral accepted: strategy discussion"),
                                    ("OPEN", "Already open: passed to the allocated worker"),
                                    ("OLA", "Passed to another local authority"),
                                    ("LADO", "Passed to the designated officer for allegations"),
                                    ("PF", "Private fostering"),
                                    ("MARAC", "Multi-agency risk assessment conference"),
                                    ("CDR", "Child death review"),
                                    ("CE", "Exploitation panel"),
                                ],
                                max_length=5,
                            ),
                        ),
                        (
                            "threshold_level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "Level 1: universal"),
                                    (2, "Level 2: extra needs, early help"),
                                    (3, "Level 3: complex needs"),
                                    (4, "Level 4: significant harm"),
                                ]
                            ),
                        ),
                        ("reasons", models.TextField(help_text="For the record; the referrer does not read it.")),
                        ("words_for_referrer", models.TextField(help_text="What the referrer reads.")),
                        (
                            "consent_overridden_because",
                            models.TextField(blank=True, help_text="Legal basis, where consent was refused or not sought."),
                        ),
                        ("proposed_at", models.DateTimeField()),
                        ("proposed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("approved_at", models.DateTimeField(blank=True, null=True)),
                        ("approved_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_at", models.DateTimeField(blank=True, null=True)),
                        ("sent_back_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("superseded_at", models.DateTimeField(blank=True, null=True)),
                        ("superseded_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "facts_changed_at",
                            models.DateTimeField(
                                blank=True,
                                help_text="When what it stands on was amended after a manager last looked at it.",
                                null=True,
                            ),
                        ),
                        ("facts_changed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "confirmed_at",
                            models.DateTimeField(
                                blank=True, help_text="When a manager looked again and let it stand.", null=True
                            ),
                        ),
                        ("confirmed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("confirmed_because", models.TextField(blank=True)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DecisionEvidence",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="referrals.decision"
                            ),
                        ),
                        ("code", models.CharField(help_text="What it is and its reference, as in check:NM-Q-…", max_length=60)),
                        ("label", models.CharField(max_length=300)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("decision", "code"), name="decision_evidence_once")],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryService",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "feed_id",
                            models.CharField(
                                blank=True, help_text="Its id in the feed, if it has one.", max_length=100, null=True, unique=True
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="services",
                                to="referrals.directoryorganisation",
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("description", models.TextField(blank=True)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("active", "Open"),
                                    ("temporarily closed", "Closed for now"),
                                    ("inactive", "Not running"),
                                    ("defunct", "Ended"),
                                ],
                                default="active",
                                max_length=20,
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                default=1, help_text="1: for every family; 2: for families who need extra help."
                            ),
                        ),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("parenting", "Parenting and family life"),
                                        ("early_years", "Babies and young children"),
                                        ("mental_health", "Feelings and mental health"),
                                        ("send", "Special needs and disability"),
                                        ("school", "School and learning"),
                                        ("money", "Money and food"),
                                        ("housing", "Housing"),
                                        ("domestic_abuse", "Domestic abuse"),
                                        ("drugs_alcohol", "Drugs and alcohol"),
                                        ("young_carers", "Young carers"),
                                        ("youth", "Things to do for young people"),
                                        ("health", "Health"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("eligibility", models.TextField(blank=True)),
                        ("min_age", models.PositiveSmallIntegerField(blank=True, help_text="Years.", null=True)),
                        ("max_age", models.PositiveSmallIntegerField(blank=True, help_text="Years.", null=True)),
                        (
                            "areas",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=100),
                                blank=True,
                                default=list,
                                help_text="None: everywhere in the area.",
                                size=None,
                            ),
                        ),
                        ("free", models.BooleanField(default=False)),
                        ("cost", models.CharField(blank=True, max_length=300)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("website", models.URLField(blank=True, max_length=300)),
                        ("schedule", models.CharField(blank=True, max_length=500)),
                        (
                            "named_on",
                            models.DateField(
                                blank=True, help_text="When a feed last named it; none: it never came from a feed.", null=True
                            ),
                        ),
                        (
                            "dropped_on",
                            models.DateField(
                                blank=True, help_text="When it was closed because the feed named it no more.", null=True
                            ),
                        ),
                        (
                            "assured_on",
                            models.DateField(
                                blank=True, help_text="When somebody last checked that all this is right.", null=True
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["name", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("min_age__isnull", True),
                                    ("max_age__isnull", True),
                                    ("min_age__lte", models.F("max_age")),
                                    _connector="OR",
                                ),
                                name="directoryservice_ages_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("level__in", (1, 2))), name="directoryservice_level_of_two"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DirectoryChoice",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "service",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="choices",
                                to="referrals.directoryservice",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        (
                            "level",
                            models.PositiveSmallIntegerField(blank=True, help_text="The level of need that they saw.", null=True),
                        ),
                        ("chosen_on", models.DateField()),
                    ],
                    options={
                        "indexes": [models.Index(fields=["chosen_on"], name="directory_choice_day")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("level__isnull", True), ("level__range", (1, 4)), _connector="OR"),
                                name="directorychoice_level_of_four",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Disagreement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=referrals.models.disagreements.new_disagreement_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disagreements",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("threshold", "The level of need, or what was decided about a referral"),
                                    ("plan", "A plan for a child"),
                                    ("attendance", "Somebody does not come to meetings"),
                                    ("sharing", "Information is not shared"),
                                    ("transfer", "A transfer is not accepted"),
                                    ("conference", "A child protection conference is refused"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "raised_for",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disagreements_raised",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "raised_with",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disagreements_received",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "raiser",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who raised it, where it is somebody without an account.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                        ("disputed", models.TextField(help_text="What was decided or done.")),
                        ("concern", models.TextField(help_text="Why that worries those who raise it.")),
                        ("wanted", models.TextField(help_text="The result that they want.")),
                        ("risk", models.TextField(help_text="The risk to the child meanwhile, and what is done about it.")),
                        (
                            "in_parallel",
                            models.BooleanField(default=False, help_text="A strategy discussion is asked for at the same time."),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("resolved", "Resolved"), ("decided", "Decided by the partnership")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("stage", models.PositiveSmallIntegerField(default=1)),
                        ("due_at", models.DateTimeField(help_text="Of the present stage, copied from its clock.")),
                        ("raised_at", models.DateTimeField()),
                        ("raised_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("learning", models.TextField(blank=True, help_text="What agencies learn from it.")),
                        (
                            "once",
                            models.CharField(
                                help_text="The page from which it was raised: pressed twice, it is raised once.", max_length=40
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["raised_for", "-raised_at", "-id"], name="disagreement_raised_for"),
                            models.Index(fields=["raised_with", "-raised_at", "-id"], name="disagreement_raised_with"),
                            models.Index(fields=["-raised_at", "-id"], name="disagreement_newest"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(fields=("raiser", "once"), name="disagreement_raised_once"),
                            models.UniqueConstraint(fields=("visitor", "once"), name="disagreement_raised_once_by_visitor"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("raiser__isnull", False), ("visitor__isnull", True)),
                                    models.Q(("raiser__isnull", True), ("visitor__isnull", False)),
                                    _connector="OR",
                                ),
                                name="disagreement_one_raiser",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("visitor__isnull", True), ("contact__isnull", False), _connector="OR"),
                                name="disagreement_of_a_visitor_about_what_they_sent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("raised_for", models.F("raised_with")), _negated=True),
                                name="disagreement_between_two_agencies",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("stage__range", (1, 5))), name="disagreement_stage_of_five"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="disagreement_ended_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("state", "open")),
                                    models.Q(models.Q(("state", "open"), _negated=True), ("ended_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="disagreement_ended_when_it_says_so",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("state", "decided"), _negated=True), ("stage", 5), _connector="OR"),
                                name="disagreement_decided_at_the_last_stage",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisagreementEvent",
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
                                to="referrals.disagreement",
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
                                default=referrals.models.disagreements.new_disagreement_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
                            ),
                        ),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("threshold", "The level of need, or what was decided about a referral"),
                                    ("plan", "A plan for a child"),
                                    ("attendance", "Somebody does not come to meetings"),
                                    ("sharing", "Information is not shared"),
                                    ("transfer", "A transfer is not accepted"),
                                    ("conference", "A child protection conference is refused"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "raised_for",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "raised_with",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "raiser",
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
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who raised it, where it is somebody without an account.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                        ("disputed", models.TextField(help_text="What was decided or done.")),
                        ("concern", models.TextField(help_text="Why that worries those who raise it.")),
                        ("wanted", models.TextField(help_text="The result that they want.")),
                        ("risk", models.TextField(help_text="The risk to the child meanwhile, and what is done about it.")),
                        (
                            "in_parallel",
                            models.BooleanField(default=False, help_text="A strategy discussion is asked for at the same time."),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Open"), ("resolved", "Resolved"), ("decided", "Decided by the partnership")],
                                default="open",
                                max_length=8,
                            ),
                        ),
                        ("stage", models.PositiveSmallIntegerField(default=1)),
                        ("due_at", models.DateTimeField(help_text="Of the present stage, copied from its clock.")),
                        ("raised_at", models.DateTimeField()),
                        ("raised_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("learning", models.TextField(blank=True, help_text="What agencies learn from it.")),
                        (
                            "once",
                            models.CharField(
                                help_text="The page from which it was raised: pressed twice, it is raised once.", max_length=40
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DisagreementStage",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "disagreement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="stages", to="referrals.disagreement"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("began_at", models.DateTimeField()),
                        ("began_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("people", models.TextField(blank=True, help_text="Who spoke with whom, of both agencies.")),
                        ("outcome", models.TextField(blank=True)),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("disagreement", "number"), name="disagreement_stage_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", ""), ("outcome", ""), ("people", "")),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        models.Q(("ended_by", ""), _negated=True),
                                        models.Q(("people", ""), _negated=True),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="disagreement_stage_ended_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("number__range", (1, 5))), name="disagreement_stage_number_of_five"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Diversion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "contact",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="diversions", to="referrals.contact"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("received", "Received"),
                                    ("screening", "Screening"),
                                    ("info_gathering", "Gathering information"),
                                    ("decision_proposed", "Decision proposed"),
                                    ("decided", "Decided"),
                                    ("tasks_open", "Decided, tasks open"),
                                    ("signed_off", "Signed off"),
                                    ("closed", "Closed"),
                                    ("returned_to_referrer", "Returned to the referrer"),
                                    ("duplicate", "Duplicate"),
                                    ("out_of_area", "Sent to another authority"),
                                    ("linked_to_open_case", "Linked to an open case"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("reason", models.TextField()),
                        (
                            "duplicate_of",
                            models.ForeignKey(
                                blank=True,
                                help_text="The one that stays.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="duplicates",
                                to="referrals.contact",
                            ),
                        ),
                        ("authority", models.CharField(blank=True, help_text="The other council.", max_length=200)),
                        (
                            "receipt",
                            models.CharField(
                                blank=True, help_text="Who there took it, and under which reference.", max_length=300
                            ),
                        ),
                        (
                            "worker",
                            models.CharField(blank=True, help_text="Who works with the child and was told.", max_length=200),
                        ),
                        ("diverted_at", models.DateTimeField()),
                        ("diverted_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["contact", "-diverted_at"], name="diversion_contact")],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="diversion_says_why"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "duplicate"), _negated=True),
                                    models.Q(
                                        ("duplicate_of__isnull", False),
                                        models.Q(("duplicate_of", models.F("contact")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="diversion_duplicate_of_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "out_of_area"), _negated=True),
                                    models.Q(
                                        models.Q(("authority", ""), _negated=True), models.Q(("receipt", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="diversion_names_who_took_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "linked_to_open_case"), _negated=True),
                                    models.Q(("worker", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="diversion_names_the_worker",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DocumentDetails",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "document",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="referral_details",
                                to="foundation.document",
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("report", "Report or letter"),
                                    ("photo", "Photo"),
                                    ("body_map", "Body map"),
                                    ("eha", "Early help assessment"),
                                    ("police", "Police report"),
                                    ("other", "Something else"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("author", models.CharField(blank=True, max_length=200)),
                        ("written_on", models.DateField(blank=True, null=True)),
                    ],
                    options={
                        "verbose_name_plural": "document details",
                    },
                ),
                migrations.CreateModel(
                    name="DraftHandover",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "draft",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="handovers", to="referrals.draft"
                            ),
                        ),
                        (
                            "writer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "visitor",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who wrote it, where it is somebody without an account.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.visitor",
                            ),
                        ),
                        (
                            "colleague",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("note", models.CharField(blank=True, max_length=500)),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("taken_on", models.BooleanField(blank=True, help_text="Unknown while nobody has answered.", null=True)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("answered_at__isnull", True)),
                                fields=["colleague"],
                                name="draft_handover_waits",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("answered_at__isnull", True)),
                                fields=("draft",),
                                name="draft_handover_open_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by", ""), ("taken_on__isnull", True)),
                                    models.Q(
                                        ("answered_at__isnull", False),
                                        ("taken_on__isnull", False),
                                        models.Q(("answered_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="draft_handover_answered_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("visitor__isnull", True), ("writer__isnull", False)),
                                    models.Q(("visitor__isnull", False), ("writer__isnull", True)),
                                    _connector="OR",
                                ),
                                name="draft_handover_one_writer",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("writer", models.F("colleague")), _negated=True),
                                name="draft_handover_to_another",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyHelpChild",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "early_help",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="children", to="referrals.earlyhelp"
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="children.child"),
                        ),
                        (
                            "contact",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="early_help_child",
                                to="referrals.contact",
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("added_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("early_help", "child"), name="early_help_child_once")],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyHelpEvent",
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
                                to="referrals.earlyhelp",
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
                                default=referrals.models.early_help.new_early_help_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("requested", "Requested"),
                                    ("consented", "Family has agreed"),
                                    ("assessing", "Assessing"),
                                    ("tac_active", "Team around the child active"),
                                    ("review", "In review"),
                                    ("closed", "Closed"),
                                ],
                                default="requested",
                                max_length=10,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("handover", "Passed on by the MASH"),
                                    ("practitioner", "Begun by a practitioner with the family"),
                                    ("step_down", "Stepped down from social care"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "submission",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.submission",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The early help team.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The agency that leads; the register counts by it.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("reason", models.TextField(help_text="Why the family asks for help.")),
                        ("requested_at", models.DateTimeField()),
                        ("requested_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("consent_from", models.CharField(blank=True, help_text="The parent or young person.", max_length=150)),
                        ("consent_on", models.DateField(blank=True, null=True)),
                        ("consented_at", models.DateTimeField(blank=True, null=True)),
                        ("consented_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("lead_name", models.CharField(blank=True, help_text="The lead professional.", max_length=150)),
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
                        ("lead_since", models.DateField(blank=True, null=True)),
                        ("child_strengths", models.TextField(blank=True)),
                        ("child_needs", models.TextField(blank=True)),
                        ("parenting_strengths", models.TextField(blank=True)),
                        ("parenting_needs", models.TextField(blank=True)),
                        ("family_strengths", models.TextField(blank=True)),
                        ("family_needs", models.TextField(blank=True)),
                        (
                            "needs",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("emotional", "Emotional wellbeing of a child"),
                                        ("behaviour", "Behaviour at home or at school"),
                                        ("attendance", "School attendance and learning"),
                                        ("health", "Health, disability or development"),
                                        ("parenting", "Parenting: routines and boundaries"),
                                        ("conflict", "Conflict between parents"),
                                        ("abuse", "Domestic abuse in the past"),
                                        ("parent_health", "A parent’s health, or use of alcohol or drugs"),
                                        ("money", "Money, debt or work"),
                                        ("housing", "Housing"),
                                        ("young_carer", "Young carer"),
                                        ("outside", "Risk outside the home"),
                                    ],
                                    max_length=15,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("goals", models.TextField(blank=True)),
                        (
                            "score_before",
                            models.PositiveSmallIntegerField(blank=True, help_text="The family's own, 0 to 10.", null=True),
                        ),
                        ("assessed_on", models.DateField(blank=True, null=True)),
                        ("assessed_at", models.DateTimeField(blank=True, null=True)),
                        ("assessed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("assessment_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        ("review_due_on", models.DateField(blank=True, help_text="Copied from its clock.", null=True)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("needs_met", "Needs met"),
                                    ("partly", "Needs partly met"),
                                    ("disengaged", "The family stopped taking part"),
                                    ("stepped_up", "Stepped up to social care"),
                                    ("moved", "The family moved away"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("closing_note", models.TextField(blank=True)),
                        (
                            "score_after",
                            models.PositiveSmallIntegerField(blank=True, help_text="The family's own, 0 to 10.", null=True),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EarlyHelpPersonGrant",
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
                                to="referrals.earlyhelp",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("user", "permission", "content_object"),
                                name="earlyhelppersongrant_open_once",
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
                                name="earlyhelppersongrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlyHelpTeamGrant",
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
                                on_delete=django.db.models.deletion.CASCADE, related_name="team_grants", to="referrals.earlyhelp"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("group", "permission", "content_object"),
                                name="earlyhelpteamgrant_open_once",
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
                                name="earlyhelpteamgrant_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AssessmentEvent",
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
                                to="referrals.assessment",
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
                            "episode",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.episode",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="1 for the first of this episode.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("in_progress", "In progress"),
                                    ("with_manager", "With a manager"),
                                    ("authorised", "Authorised"),
                                ],
                                default="in_progress",
                                max_length=12,
                            ),
                        ),
                        ("started_on", models.DateField()),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_on", models.DateField(help_text="Copied from its clock.")),
                        ("reviewed_on", models.DateField(blank=True, help_text="The internal review point.", null=True)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("reviewed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("review_note", models.TextField(blank=True)),
                        ("seen_on", models.DateField(blank=True, null=True)),
                        (
                            "seen_alone",
                            models.CharField(
                                blank=True, choices=[("yes", "Yes"), ("no", "No"), ("unknown", "Not known")], max_length=7
                            ),
                        ),
                        ("not_seen_reason", models.TextField(blank=True, help_text="Why the child was not seen, or not alone.")),
                        ("child_view", models.TextField(blank=True)),
                        ("parents_view", models.TextField(blank=True)),
                        ("analysis", models.TextField(blank=True)),
                        (
                            "factors",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("plan", "Child-in-need plan"),
                                    ("strategy", "Strategy discussion"),
                                    ("step_down", "Step down to early help"),
                                    ("no_further_action", "No further action"),
                                    ("other", "Something else"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("delay_reason", models.TextField(blank=True)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("sent_back_reason", models.TextField(blank=True)),
                        ("authorised_on", models.DateField(blank=True, null=True)),
                        ("authorised_at", models.DateTimeField(blank=True, null=True)),
                        ("authorised_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="EpisodeEvent",
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
                                to="referrals.episode",
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
                                default=referrals.models.episodes.new_episode_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "contact",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The referral.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="referrals.contact",
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
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                help_text="The team that has it.",
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        ("referred_on", models.DateField(help_text="The day on which the referral was received.")),
                        ("opened_at", models.DateTimeField(help_text="When a team accepted the referral.")),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "worker",
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
                        ("allocated_at", models.DateTimeField(blank=True, null=True)),
                        ("allocated_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "primary_need",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("N1", "Abuse, neglect or exploitation"),
                                    ("N2", "The child’s disability or illness"),
                                    ("N3", "A parent’s disability or illness"),
                                    ("N4", "Family in acute stress"),
                                    ("N5", "Family dysfunction"),
                                    ("N6", "Socially unacceptable behaviour"),
                                    ("N7", "Low income"),
                                    ("N8", "Absent parenting"),
                                    ("N9", "Not a child in need"),
                                    ("N0", "Not stated"),
                                ],
                                max_length=2,
                            ),
                        ),
                        (
                            "no_further_action",
                            models.BooleanField(
                                default=False,
                                help_text="The referral ended without assessment or plan; the census knows no closure of it.",
                            ),
                        ),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "closure_reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("RC1", "Adopted"),
                                    ("RC2", "Died"),
                                    ("RC3", "Child arrangements order"),
                                    ("RC4", "Special guardianship order"),
                                    ("RC5", "Transferred to another authority"),
                                    ("RC6", "Transferred to adult social care"),
                                    ("RC7", "No longer in need, or another reason"),
                                    ("RC8", "Closed after assessment, no further action"),
                                    ("RC9", "Closed after assessment, passed to early help"),
                                ],
                                max_length=3,
                            ),
                        ),
                        ("closing_note", models.TextField(blank=True)),
                        (
                            "version",
                            models.PositiveIntegerField(
                                default=1, help_text="Goes up by one with each change, so that a stale page is noticed."
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Following",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "submission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="followings", to="referrals.submission"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("began_at", models.DateTimeField()),
                        ("began_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("ended_because", models.TextField(blank=True, db_default="")),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("submission", "person"),
                                name="following_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="following_ended_at_and_by",
                            ),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="following_says_why"),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="guide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stays_as_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL AND (OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."introduction" IS DISTINCT FROM (NEW."introduction") OR OLD."number" IS DISTINCT FROM (NEW."number")))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="7295fffa7d73fe55e59ad5385e9fb6a403896b78",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_as_published_7603e",
                            table="referrals_guide",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="guide",
                    trigger=pgtrigger.compiler.Trigger(
                        name="is_kept",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL)',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="67fd7c418f52140eb1733e5a701563f66f8a978c",
                            operation="DELETE",
                            pgid="pgtrigger_is_kept_bd157",
                            table="referrals_guide",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="qualityscale",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="513f98404feba962d89a6380bba404bbbed273c7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_57270",
                            table="referrals_qualityscale",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="queuecolumns",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="70f6d64c86aafc7135ed14b2f4104c46d5c2830d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fb5ae",
                            table="referrals_queuecolumns",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="consentoverride",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d738b69b92c368bbbb47dec1a8c59bbe5295506e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_18e85",
                            table="referrals_consentoverride",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactpersongrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="fill_from_contact",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    SELECT c.is_open, c.urgency, c.decision_due_at, c.received_at, c.state, c.rating, c.restricted\n        INTO NEW.is_open, NEW.urgency, NEW.due_at, NEW.received_at, NEW.state, NEW.rating, NEW.restricted\n        FROM referrals_contact c WHERE c.id = NEW.content_object_id;\n    RETURN NEW;\n",
                            hash="47ab16962d0d77d076dd0f19c30543c71af593da",
                            operation="INSERT",
                            pgid="pgtrigger_fill_from_contact_f02ae",
                            table="referrals_contactpersongrant",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contacttask",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_contacttaskevent" ("contact_id", "done_at", "done_by", "id", "kind", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_kind", "record_reference", "title", "waived_at", "waived_by", "waived_reason") VALUES (NEW."contact_id", NEW."done_at", NEW."done_by", NEW."id", NEW."kind", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."record_kind", NEW."record_reference", NEW."title", NEW."waived_at", NEW."waived_by", NEW."waived_reason"); RETURN NULL;',
                            hash="ae42d83f85a47a07f4f2c13902e0a50497bf9c4f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_83dc7",
                            table="referrals_contacttask",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contacttask",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_contacttaskevent" ("contact_id", "done_at", "done_by", "id", "kind", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_kind", "record_reference", "title", "waived_at", "waived_by", "waived_reason") VALUES (NEW."contact_id", NEW."done_at", NEW."done_by", NEW."id", NEW."kind", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."record_kind", NEW."record_reference", NEW."title", NEW."waived_at", NEW."waived_by", NEW."waived_reason"); RETURN NULL;',
                            hash="9ff2030df22f65e2723ffe8ac566d59d41c06ca0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_336ce",
                            table="referrals_contacttask",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contacttaskevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="853af4257d0f87bc3dc8a37dd9ee817b734f901c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_68cbd",
                            table="referrals_contacttaskevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactteamgrant",
                    trigger=pgtrigger.compiler.Trigger(
                        name="fill_from_contact",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    SELECT c.is_open, c.urgency, c.decision_due_at, c.received_at, c.state, c.rating, c.restricted\n        INTO NEW.is_open, NEW.urgency, NEW.due_at, NEW.received_at, NEW.state, NEW.rating, NEW.restricted\n        FROM referrals_contact c WHERE c.id = NEW.content_object_id;\n    RETURN NEW;\n",
                            hash="7d825c2be81466ce5439f5eef878dba51fad41d3",
                            operation="INSERT",
                            pgid="pgtrigger_fill_from_contact_f987f",
                            table="referrals_contactteamgrant",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_decisionevent" ("approved_at", "approved_by", "confirmed_at", "confirmed_because", "confirmed_by", "consent_overridden_because", "contact_id", "facts_changed_at", "facts_changed_by", "id", "number", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by", "reasons", "sent_back_at", "sent_back_by", "sent_back_reason", "superseded_at", "superseded_by", "threshold_level", "words_for_referrer") VALUES (NEW."approved_at", NEW."approved_by", NEW."confirmed_at", NEW."confirmed_because", NEW."confirmed_by", NEW."consent_overridden_because", NEW."contact_id", NEW."facts_changed_at", NEW."facts_changed_by", NEW."id", NEW."number", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by", NEW."reasons", NEW."sent_back_at", NEW."sent_back_by", NEW."sent_back_reason", NEW."superseded_at", NEW."superseded_by", NEW."threshold_level", NEW."words_for_referrer"); RETURN NULL;',
                            hash="4f186f4a3750d57d483d51b5f2dd32113d2e888d",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_547ec",
                            table="referrals_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_decisionevent" ("approved_at", "approved_by", "confirmed_at", "confirmed_because", "confirmed_by", "consent_overridden_because", "contact_id", "facts_changed_at", "facts_changed_by", "id", "number", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by", "reasons", "sent_back_at", "sent_back_by", "sent_back_reason", "superseded_at", "superseded_by", "threshold_level", "words_for_referrer") VALUES (NEW."approved_at", NEW."approved_by", NEW."confirmed_at", NEW."confirmed_because", NEW."confirmed_by", NEW."consent_overridden_because", NEW."contact_id", NEW."facts_changed_at", NEW."facts_changed_by", NEW."id", NEW."number", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by", NEW."reasons", NEW."sent_back_at", NEW."sent_back_by", NEW."sent_back_reason", NEW."superseded_at", NEW."superseded_by", NEW."threshold_level", NEW."words_for_referrer"); RETURN NULL;',
                            hash="9cac91ddb79ec05e48b7690fffdaa380bd48c680",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e8c4c",
                            table="referrals_decision",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7bc7ac2c29963361a9a9d8fdc5791f14999e03ec",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_20bae",
                            table="referrals_decisionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="decisionevidence",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="92225e5cb269a7f61246d18c8d8228b0cae795c4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b6329",
                            table="referrals_decisionevidence",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="directorychoice",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="286784ab3544330886d35eda677e32214c8166e1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_21d0d",
                            table="referrals_directorychoice",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="disagreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_disagreementevent" ("about", "concern", "contact_id", "disputed", "due_at", "ended_at", "ended_by", "id", "in_parallel", "learning", "once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by", "raised_for_id", "raised_with_id", "raiser_id", "reference", "risk", "stage", "state", "version", "visitor_id", "wanted") VALUES (NEW."about", NEW."concern", NEW."contact_id", NEW."disputed", NEW."due_at", NEW."ended_at", NEW."ended_by", NEW."id", NEW."in_parallel", NEW."learning", NEW."once", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."raised_at", NEW."raised_by", NEW."raised_for_id", NEW."raised_with_id", NEW."raiser_id", NEW."reference", NEW."risk", NEW."stage", NEW."state", NEW."version", NEW."visitor_id", NEW."wanted"); RETURN NULL;',
                            hash="5be1689a0ec5ab2c3c8a39a86096a5c8942634dc",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_2b952",
                            table="referrals_disagreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="disagreement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_disagreementevent" ("about", "concern", "contact_id", "disputed", "due_at", "ended_at", "ended_by", "id", "in_parallel", "learning", "once", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by", "raised_for_id", "raised_with_id", "raiser_id", "reference", "risk", "stage", "state", "version", "visitor_id", "wanted") VALUES (NEW."about", NEW."concern", NEW."contact_id", NEW."disputed", NEW."due_at", NEW."ended_at", NEW."ended_by", NEW."id", NEW."in_parallel", NEW."learning", NEW."once", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."raised_at", NEW."raised_by", NEW."raised_for_id", NEW."raised_with_id", NEW."raiser_id", NEW."reference", NEW."risk", NEW."stage", NEW."state", NEW."version", NEW."visitor_id", NEW."wanted"); RETURN NULL;',
                            hash="d20611ba739dc65bd1a935127be4bd867e30cbaf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_04ef5",
                            table="referrals_disagreement",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="disagreementevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a8d4cf5daac7ba0cd3d4ab54763d5a1d1c27c55c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_79a32",
                            table="referrals_disagreementevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="diversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e1c8f3206ed58f0c302ab793c1abd3a9efcede11",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_71282",
                            table="referrals_diversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="episode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_episodeevent" ("allocated_at", "allocated_by", "child_id", "closed_at", "closed_by", "closed_on", "closing_note", "closure_reason", "contact_id", "id", "no_further_action", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "reference", "referred_on", "team_id", "version", "worker_id") VALUES (NEW."allocated_at", NEW."allocated_by", NEW."child_id", NEW."closed_at", NEW."closed_by", NEW."closed_on", NEW."closing_note", NEW."closure_reason", NEW."contact_id", NEW."id", NEW."no_further_action", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."primary_need", NEW."reference", NEW."referred_on", NEW."team_id", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="e91bc09b04d663901952192de6be415fffa47ac4",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_346ba",
                            table="referrals_episode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="episode",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_episodeevent" ("allocated_at", "allocated_by", "child_id", "closed_at", "closed_by", "closed_on", "closing_note", "closure_reason", "contact_id", "id", "no_further_action", "opened_at", "opened_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "primary_need", "reference", "referred_on", "team_id", "version", "worker_id") VALUES (NEW."allocated_at", NEW."allocated_by", NEW."child_id", NEW."closed_at", NEW."closed_by", NEW."closed_on", NEW."closing_note", NEW."closure_reason", NEW."contact_id", NEW."id", NEW."no_further_action", NEW."opened_at", NEW."opened_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."primary_need", NEW."reference", NEW."referred_on", NEW."team_id", NEW."version", NEW."worker_id"); RETURN NULL;',
                            hash="38ab2dc4094c6251043660545f7c99a233e53fb7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b4ec8",
                            table="referrals_episode",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assessmentevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a3ff1ee79f06dd89420f2e8dc96d5151649e8fc8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_07fa5",
                            table="referrals_assessmentevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assessment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_assessmentevent" ("analysis", "authorised_at", "authorised_by", "authorised_on", "child_view", "delay_reason", "due_on", "episode_id", "factors", "id", "not_seen_reason", "number", "outcome", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_note", "reviewed_at", "reviewed_by", "reviewed_on", "seen_alone", "seen_on", "sent_back_reason", "started_at", "started_by", "started_on", "state", "submitted_at", "submitted_by") VALUES (NEW."analysis", NEW."authorised_at", NEW."authorised_by", NEW."authorised_on", NEW."child_view", NEW."delay_reason", NEW."due_on", NEW."episode_id", NEW."factors", NEW."id", NEW."not_seen_reason", NEW."number", NEW."outcome", NEW."parents_view", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by", NEW."reviewed_on", NEW."seen_alone", NEW."seen_on", NEW."sent_back_reason", NEW."started_at", NEW."started_by", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by"); RETURN NULL;',
                            hash="d2cff6259448bfd1154a43d1e76bd01fe26f0654",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_538a3",
                            table="referrals_assessment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="assessment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_assessmentevent" ("analysis", "authorised_at", "authorised_by", "authorised_on", "child_view", "delay_reason", "due_on", "episode_id", "factors", "id", "not_seen_reason", "number", "outcome", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_note", "reviewed_at", "reviewed_by", "reviewed_on", "seen_alone", "seen_on", "sent_back_reason", "started_at", "started_by", "started_on", "state", "submitted_at", "submitted_by") VALUES (NEW."analysis", NEW."authorised_at", NEW."authorised_by", NEW."authorised_on", NEW."child_view", NEW."delay_reason", NEW."due_on", NEW."episode_id", NEW."factors", NEW."id", NEW."not_seen_reason", NEW."number", NEW."outcome", NEW."parents_view", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."review_note", NEW."reviewed_at", NEW."reviewed_by", NEW."reviewed_on", NEW."seen_alone", NEW."seen_on", NEW."sent_back_reason", NEW."started_at", NEW."started_by", NEW."started_on", NEW."state", NEW."submitted_at", NEW."submitted_by"); RETURN NULL;',
                            hash="7c4fbd3d827000be5364bee0f5dda1193d3df60c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ae2f7",
                            table="referrals_assessment",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="episodeevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1ea2e72498375f136d9a688b5333e2d3faaa368d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_292f7",
                            table="referrals_episodeevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="guidelevel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="frozen_once_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (SELECT 1 FROM referrals_guide WHERE id = NEW.guide_id AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'The levels of a published guide never change.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NEW;\n",
                            hash="47e45054d10564905bcd5f84fcf568d603a34319",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_frozen_once_published_6024e",
                            table="referrals_guidelevel",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="guidelevel",
                    trigger=pgtrigger.compiler.Trigger(
                        name="kept_once_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (SELECT 1 FROM referrals_guide WHERE id = OLD.guide_id AND published_at IS NOT NULL) THEN\n        RAISE EXCEPTION 'The levels of a published guide never change.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN OLD;\n",
                            hash="24fecdffe0720a185e204c2aba7ec6f51be34376",
                            operation="DELETE",
                            pgid="pgtrigger_kept_once_published_27fb9",
                            table="referrals_guidelevel",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="likelychild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_likelychildevent" ("answer", "child_id", "contact_id", "found_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "settled_at", "settled_by") VALUES (NEW."answer", NEW."child_id", NEW."contact_id", NEW."found_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."score", NEW."settled_at", NEW."settled_by"); RETURN NULL;',
                            hash="9673066b533c23e2850a378c00f9c0472ee1a2de",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4c877",
                            table="referrals_likelychild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="likelychild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_likelychildevent" ("answer", "child_id", "contact_id", "found_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score", "settled_at", "settled_by") VALUES (NEW."answer", NEW."child_id", NEW."contact_id", NEW."found_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."score", NEW."settled_at", NEW."settled_by"); RETURN NULL;',
                            hash="ae6b273664881f49d0a13811a12a23cd80980afd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8f4b2",
                            table="referrals_likelychild",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="likelychildevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="004147fd71bb43574b2d96732da4af6199af0e67",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7b791",
                            table="referrals_likelychildevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_planevent" ("aim", "end_reason", "ended_at", "ended_by", "ended_on", "episode_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by", "started_on") VALUES (NEW."aim", NEW."end_reason", NEW."ended_at", NEW."ended_by", NEW."ended_on", NEW."episode_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."started_at", NEW."started_by", NEW."started_on"); RETURN NULL;',
                            hash="eceb3d3719d79628b55d506504426be006ebf76b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_31eba",
                            table="referrals_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="plan",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_planevent" ("aim", "end_reason", "ended_at", "ended_by", "ended_on", "episode_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by", "started_on") VALUES (NEW."aim", NEW."end_reason", NEW."ended_at", NEW."ended_by", NEW."ended_on", NEW."episode_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."started_at", NEW."started_by", NEW."started_on"); RETURN NULL;',
                            hash="9c3d85a5585737906acc543a092e1f794d957547",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9aa6",
                            table="referrals_plan",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a0466d3122f972e84a1983e724b27e3e1e2ec230",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_919b6",
                            table="referrals_planevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="95bad41f13c24665779f8594bea7911c39640b6b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1d26e",
                            table="referrals_planreview",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_planstepevent" ("action", "added_at", "added_by", "done_at", "done_by", "done_note", "due_on", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."done_at", NEW."done_by", NEW."done_note", NEW."due_on", NEW."id", NEW."need", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."who"); RETURN NULL;',
                            hash="668cd102d7abc1ccc5111b3217518b6c744c1f9f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_94c15",
                            table="referrals_planstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstep",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_planstepevent" ("action", "added_at", "added_by", "done_at", "done_by", "done_note", "due_on", "id", "need", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "who") VALUES (NEW."action", NEW."added_at", NEW."added_by", NEW."done_at", NEW."done_by", NEW."done_note", NEW."due_on", NEW."id", NEW."need", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."who"); RETURN NULL;',
                            hash="01ee9d05de200d1fc849e9108814af8333292d52",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_eaf32",
                            table="referrals_planstep",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="planstepevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="aa273dd01f3a8ab0335576675de090dfaf599bb5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ec71e",
                            table="referrals_planstepevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="qualityweight",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e9fc611b00ce72dc9a41d7a5fc799c085a4748a5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_51572",
                            table="referrals_qualityweight",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="ratingchange",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cec3c2638534bc15638cc6e22bcc2e545d39309f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_baca5",
                            table="referrals_ratingchange",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="submission",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22b39dc12fba6e4c74da4847335ad433f0b5b281",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_98a34",
                            table="referrals_submission",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="stepevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3c9ca94251765a2bf81eb01f66a2f4d76ed943f8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b4d3c",
                            table="referrals_stepevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="step",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_stepevent" ("accepted_at", "accepted_by", "after_plan", "asked_at", "asked_by", "consent_from", "consent_on", "direction", "early_help_id", "episode_id", "id", "lead_agency_id", "lead_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "refused_at", "refused_by", "refused_reason", "submission_id", "talked_on", "talked_with") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."after_plan", NEW."asked_at", NEW."asked_by", NEW."consent_from", NEW."consent_on", NEW."direction", NEW."early_help_id", NEW."episode_id", NEW."id", NEW."lead_agency_id", NEW."lead_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."refused_at", NEW."refused_by", NEW."refused_reason", NEW."submission_id", NEW."talked_on", NEW."talked_with"); RETURN NULL;',
                            hash="ae5a659a924d843f08b33f8cb73e4067a31e2701",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_6579c",
                            table="referrals_step",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="step",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_stepevent" ("accepted_at", "accepted_by", "after_plan", "asked_at", "asked_by", "consent_from", "consent_on", "direction", "early_help_id", "episode_id", "id", "lead_agency_id", "lead_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "refused_at", "refused_by", "refused_reason", "submission_id", "talked_on", "talked_with") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."after_plan", NEW."asked_at", NEW."asked_by", NEW."consent_from", NEW."consent_on", NEW."direction", NEW."early_help_id", NEW."episode_id", NEW."id", NEW."lead_agency_id", NEW."lead_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."refused_at", NEW."refused_by", NEW."refused_reason", NEW."submission_id", NEW."talked_on", NEW."talked_with"); RETURN NULL;',
                            hash="997dee578fd1613953fb60c77d22ec01f7b98da4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_53ab2",
                            table="referrals_step",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="message",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3dd507b8bce0b20c5c584da5e8bc8f166fa3ee36",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a9293",
                            table="referrals_message",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="earlyhelpevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2d8883d9acee269602245784adee5c9e02c770bd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d0464",
                            table="referrals_earlyhelpevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="earlyhelp",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_earlyhelpevent" ("agency_id", "assessed_at", "assessed_by", "assessed_on", "assessment_due_on", "child_needs", "child_strengths", "child_view", "closed_at", "closed_by", "closed_on", "closing_note", "consent_from", "consent_on", "consented_at", "consented_by", "family_needs", "family_strengths", "goals", "id", "lead_id", "lead_name", "lead_since", "needs", "outcome", "parenting_needs", "parenting_strengths", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "requested_at", "requested_by", "review_due_on", "score_after", "score_before", "source", "state", "submission_id", "team_id", "version") VALUES (NEW."agency_id", NEW."assessed_at", NEW."assessed_by", NEW."assessed_on", NEW."assessment_due_on", NEW."child_needs", NEW."child_strengths", NEW."child_view", NEW."closed_at", NEW."closed_by", NEW."closed_on", NEW."closing_note", NEW."consent_from", NEW."consent_on", NEW."consented_at", NEW."consented_by", NEW."family_needs", NEW."family_strengths", NEW."goals", NEW."id", NEW."lead_id", NEW."lead_name", NEW."lead_since", NEW."needs", NEW."outcome", NEW."parenting_needs", NEW."parenting_strengths", NEW."parents_view", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."requested_at", NEW."requested_by", NEW."review_due_on", NEW."score_after", NEW."score_before", NEW."source", NEW."state", NEW."submission_id", NEW."team_id", NEW."version"); RETURN NULL;',
                            hash="7f80b44fbc4a89f59937aeffdbebc87b8466605c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9212c",
                            table="referrals_earlyhelp",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="earlyhelp",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_earlyhelpevent" ("agency_id", "assessed_at", "assessed_by", "assessed_on", "assessment_due_on", "child_needs", "child_strengths", "child_view", "closed_at", "closed_by", "closed_on", "closing_note", "consent_from", "consent_on", "consented_at", "consented_by", "family_needs", "family_strengths", "goals", "id", "lead_id", "lead_name", "lead_since", "needs", "outcome", "parenting_needs", "parenting_strengths", "parents_view", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "requested_at", "requested_by", "review_due_on", "score_after", "score_before", "source", "state", "submission_id", "team_id", "version") VALUES (NEW."agency_id", NEW."assessed_at", NEW."assessed_by", NEW."assessed_on", NEW."assessment_due_on", NEW."child_needs", NEW."child_strengths", NEW."child_view", NEW."closed_at", NEW."closed_by", NEW."closed_on", NEW."closing_note", NEW."consent_from", NEW."consent_on", NEW."consented_at", NEW."consented_by", NEW."family_needs", NEW."family_strengths", NEW."goals", NEW."id", NEW."lead_id", NEW."lead_name", NEW."lead_since", NEW."needs", NEW."outcome", NEW."parenting_needs", NEW."parenting_strengths", NEW."parents_view", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."requested_at", NEW."requested_by", NEW."review_due_on", NEW."score_after", NEW."score_before", NEW."source", NEW."state", NEW."submission_id", NEW."team_id", NEW."version"); RETURN NULL;',
                            hash="5753b5bba0ec542cb9c79087e3d39ec26879dfcf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ab0e7",
                            table="referrals_earlyhelp",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="amendment",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8a62524535f487d8f97dd8773e10a623be7e7a2c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5a88f",
                            table="referrals_amendment",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="submissionperson",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f84f39791527c111c65b30585cb6ae423b09343b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_46d8e",
                            table="referrals_submissionperson",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="submissionquality",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="49a156ad0a9fc001e71528eb544a9edf4bb3b650",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73b8e",
                            table="referrals_submissionquality",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="submittedchild",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a3397a73ae99f145fe44e58ac2f03b3ec8f9daf8",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cf742",
                            table="referrals_submittedchild",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="submissionrelation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e0e5460040a8d2c5e99b921f745fa5a994ce9422",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0162b",
                            table="referrals_submissionrelation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contactevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5bce160c520a676a71151dfddf60d09216eda535",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_14e6c",
                            table="referrals_contactevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="copy_sort_keys_to_grants",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."decision_due_at" IS DISTINCT FROM (NEW."decision_due_at") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."restricted" IS DISTINCT FROM (NEW."restricted") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent"))',
                            func="\n    UPDATE referrals_contactteamgrant SET is_open = NEW.is_open, urgency = NEW.urgency, due_at = NEW.decision_due_at,\n        received_at = NEW.received_at, state = NEW.state, rating = NEW.rating, restricted = NEW.restricted\n        WHERE content_object_id = NEW.id;\n    UPDATE referrals_contactpersongrant SET is_open = NEW.is_open, urgency = NEW.urgency, due_at = NEW.decision_due_at,\n        received_at = NEW.received_at, state = NEW.state, rating = NEW.rating, restricted = NEW.restricted\n        WHERE content_object_id = NEW.id;\n    RETURN NULL;\n",
                            hash="b864fcef86d46e1797a012b52d8cba7e0fed3634",
                            operation="UPDATE",
                            pgid="pgtrigger_copy_sort_keys_to_grants_948f0",
                            table="referrals_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_contactevent" ("allocated_at", "allocated_by", "allocated_to_id", "approved_at", "approved_by", "child_id", "closed_at", "closed_by", "decision_due_at", "feedback_at", "feedback_by", "first_due_at", "id", "information_due_at", "initial_rating", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "proposed_at", "proposed_by", "rating", "received_at", "reference", "restricted", "screened_at", "screened_by", "screener_id", "signed_off_at", "signed_off_by", "state", "submission_id", "submitted_child_id", "threshold_level", "urgent", "version") VALUES (NEW."allocated_at", NEW."allocated_by", NEW."allocated_to_id", NEW."approved_at", NEW."approved_by", NEW."child_id", NEW."closed_at", NEW."closed_by", NEW."decision_due_at", NEW."feedback_at", NEW."feedback_by", NEW."first_due_at", NEW."id", NEW."information_due_at", NEW."initial_rating", NEW."outcome", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."proposed_at", NEW."proposed_by", NEW."rating", NEW."received_at", NEW."reference", NEW."restricted", NEW."screened_at", NEW."screened_by", NEW."screener_id", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."submission_id", NEW."submitted_child_id", NEW."threshold_level", NEW."urgent", NEW."version"); RETURN NULL;',
                            hash="5140f4f5be0bba4e84be285c49f47e6a86264c2c",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_75c9f",
                            table="referrals_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="contact",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."allocated_at" IS DISTINCT FROM (NEW."allocated_at") OR OLD."allocated_by" IS DISTINCT FROM (NEW."allocated_by") OR OLD."allocated_to_id" IS DISTINCT FROM (NEW."allocated_to_id") OR OLD."approved_at" IS DISTINCT FROM (NEW."approved_at") OR OLD."approved_by" IS DISTINCT FROM (NEW."approved_by") OR OLD."child_id" IS DISTINCT FROM (NEW."child_id") OR OLD."closed_at" IS DISTINCT FROM (NEW."closed_at") OR OLD."closed_by" IS DISTINCT FROM (NEW."closed_by") OR OLD."decision_due_at" IS DISTINCT FROM (NEW."decision_due_at") OR OLD."feedback_at" IS DISTINCT FROM (NEW."feedback_at") OR OLD."feedback_by" IS DISTINCT FROM (NEW."feedback_by") OR OLD."first_due_at" IS DISTINCT FROM (NEW."first_due_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."information_due_at" IS DISTINCT FROM (NEW."information_due_at") OR OLD."initial_rating" IS DISTINCT FROM (NEW."initial_rating") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at") OR OLD."proposed_by" IS DISTINCT FROM (NEW."proposed_by") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."received_at" IS DISTINCT FROM (NEW."received_at") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."restricted" IS DISTINCT FROM (NEW."restricted") OR OLD."screened_at" IS DISTINCT FROM (NEW."screened_at") OR OLD."screened_by" IS DISTINCT FROM (NEW."screened_by") OR OLD."screener_id" IS DISTINCT FROM (NEW."screener_id") OR OLD."signed_off_at" IS DISTINCT FROM (NEW."signed_off_at") OR OLD."signed_off_by" IS DISTINCT FROM (NEW."signed_off_by") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submission_id" IS DISTINCT FROM (NEW."submission_id") OR OLD."submitted_child_id" IS DISTINCT FROM (NEW."submitted_child_id") OR OLD."threshold_level" IS DISTINCT FROM (NEW."threshold_level") OR OLD."urgent" IS DISTINCT FROM (NEW."urgent") OR OLD."version" IS DISTINCT FROM (NEW."version"))',
                            func='INSERT INTO "referrals_contactevent" ("allocated_at", "allocated_by", "allocated_to_id", "approved_at", "approved_by", "child_id", "closed_at", "closed_by", "decision_due_at", "feedback_at", "feedback_by", "first_due_at", "id", "information_due_at", "initial_rating", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "proposed_at", "proposed_by", "rating", "received_at", "reference", "restricted", "screened_at", "screened_by", "screener_id", "signed_off_at", "signed_off_by", "state", "submission_id", "submitted_child_id", "threshold_level", "urgent", "version") VALUES (NEW."allocated_at", NEW."allocated_by", NEW."allocated_to_id", NEW."approved_at", NEW."approved_by", NEW."child_id", NEW."closed_at", NEW."closed_by", NEW."decision_due_at", NEW."feedback_at", NEW."feedback_by", NEW."first_due_at", NEW."id", NEW."information_due_at", NEW."initial_rating", NEW."outcome", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."proposed_at", NEW."proposed_by", NEW."rating", NEW."received_at", NEW."reference", NEW."restricted", NEW."screened_at", NEW."screened_by", NEW."screener_id", NEW."signed_off_at", NEW."signed_off_by", NEW."state", NEW."submission_id", NEW."submitted_child_id", NEW."threshold_level", NEW."urgent", NEW."version"); RETURN NULL;',
                            hash="603da18bf6825c4cdda81bc7821ab428e0b4a46f",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7464c",
                            table="referrals_contact",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teamaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "referrals_teamactionevent" ("added_at", "added_by", "done_at", "done_by", "due_on", "early_help_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "who") VALUES (NEW."added_at", NEW."added_by", NEW."done_at", NEW."done_by", NEW."due_on", NEW."early_help_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."who"); RETURN NULL;',
                            hash="6e41111a413cbe92d7ff49aa53ebebd01fe77ed0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_285b9",
                            table="referrals_teamaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teamaction",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "referrals_teamactionevent" ("added_at", "added_by", "done_at", "done_by", "due_on", "early_help_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "who") VALUES (NEW."added_at", NEW."added_by", NEW."done_at", NEW."done_by", NEW."due_on", NEW."early_help_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."who"); RETURN NULL;',
                            hash="4a7e1903c9409ff50b98ab5971f78e7078e4776d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_dca1f",
                            table="referrals_teamaction",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teamactionevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="22563317993e4a49e6fccbc4b03f179e732b892a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1e4fc",
                            table="referrals_teamactionevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="teammeeting",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ed889397673f18f0d25438aa9f7f2122f8a15d82",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5502d",
                            table="referrals_teammeeting",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

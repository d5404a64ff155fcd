import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import work.models.passing
import work.models.questionnaires


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
                    name="Questionnaire",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(max_length=40, unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("purpose", models.TextField(blank=True)),
                        (
                            "kind",
                            models.CharField(
                                db_default="work.asked",
                                default="work.asked",
                                help_text="As an app declares it; it says who writes the questions.",
                                max_length=40,
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["title"],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionnaireVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="work.questionnaire"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("draft", "Draft"), ("published", "In use"), ("retired", "No longer in use")],
                                default="draft",
                                max_length=10,
                            ),
                        ),
                        (
                            "occasions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=40),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=40), size=None
                                    ),
                                ),
                                default=list,
                                help_text="When it is asked, by codes of its kind: worries, kinds of agency.",
                                size=None,
                            ),
                        ),
                        ("created_at", models.DateTimeField()),
                        ("created_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("published_by", models.CharField(blank=True, max_length=60)),
                        ("retired_at", models.DateTimeField(blank=True, null=True)),
                        ("retired_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["questionnaire", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("questionnaire", "number"), name="version_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "draft")), fields=("questionnaire",), name="version_draft_once"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "published")),
                                fields=("questionnaire",),
                                name="version_published_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("published_at__isnull", True), ("published_by", "")),
                                    models.Q(("published_at__isnull", False), models.Q(("published_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="version_published_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("retired_at__isnull", True), ("retired_by", "")),
                                    models.Q(("retired_at__isnull", False), models.Q(("retired_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="version_retired_at_and_by",
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
                                name="version_state_and_moments",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AnswerSet",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=work.models.questionnaires.new_answer_set_reference,
                                editable=False,
                                max_length=20,
                                unique=True,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answer_sets",
                                to="work.questionnaireversion",
                            ),
                        ),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "agency",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answer_sets",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Being answered"), ("submitted", "Submitted")], default="open", max_length=10
                            ),
                        ),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("submitted_at", models.DateTimeField(blank=True, null=True)),
                        ("submitted_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["subject_kind", "subject_reference"], name="answer_set_subject")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("submitted_at__isnull", True), ("submitted_by", "")),
                                    models.Q(("submitted_at__isnull", False), models.Q(("submitted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="answer_set_submitted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "submitted"), ("submitted_at__isnull", False)),
                                    models.Q(("state", "open"), ("submitted_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="answer_set_submitted_has_its_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="questions",
                                to="work.questionnaireversion",
                            ),
                        ),
                        ("key", models.SlugField(help_text="The same from version to version.", max_length=60)),
                        ("position", models.PositiveSmallIntegerField()),
                        (
                            "section",
                            models.CharField(
                                blank=True, help_text="The heading or standard under which it stands.", max_length=120
                            ),
                        ),
                        ("text", models.CharField(max_length=400)),
                        ("hint", models.CharField(blank=True, max_length=400)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("text", "Short text"),
                                    ("long_text", "Long text"),
                                    ("choice", "One of several choices"),
                                    ("many_choices", "Any of several choices"),
                                    ("grade", "Grade on a scale"),
                                    ("number", "Whole number"),
                                    ("date", "Date"),
                                    ("evidence_file", "File as evidence"),
                                    ("rows", "Table of texts, row by row"),
                                ],
                                max_length=20,
                            ),
                        ),
                        (
                            "choices",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=150),
                                blank=True,
                                default=list,
                                help_text="In the order of the scale.",
                                size=None,
                            ),
                        ),
                        (
                            "columns",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=150),
                                blank=True,
                                db_default=models.Value(
                                    [],
                                    output_field=django.contrib.postgres.fields.ArrayField(
                                        base_field=models.CharField(max_length=150), size=None
                                    ),
                                ),
                                default=list,
                                help_text="The headings of a table that is filled in row by row.",
                                size=None,
                            ),
                        ),
                        (
                            "carried_columns",
                            models.PositiveSmallIntegerField(
                                db_default=0,
                                default=0,
                                help_text="So many of the first columns begin with what stood in them the last time.",
                            ),
                        ),
                        (
                            "word_limit",
                            models.PositiveSmallIntegerField(
                                blank=True, help_text="So many words at most; in a table, in each of its boxes.", null=True
                            ),
                        ),
                        ("required", models.BooleanField(default=True)),
                        (
                            "shown_when",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reveals",
                                to="work.question",
                            ),
                        ),
                        (
                            "shown_when_answers",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=150), blank=True, default=list, size=None
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version", "position", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "key"), name="question_key_once"),
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("version", "position"),
                                name="question_position_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("choices__len__gte", 2), ("kind__in", ["choice", "many_choices", "grade"])),
                                    models.Q(
                                        models.Q(("kind__in", ["choice", "many_choices", "grade"]), _negated=True),
                                        ("choices__len", 0),
                                    ),
                                    _connector="OR",
                                ),
                                name="question_has_choices_if_it_needs_them",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("columns__len__gte", 2), ("kind", "rows")),
                                    models.Q(models.Q(("kind", "rows"), _negated=True), ("columns__len", 0)),
                                    _connector="OR",
                                ),
                                name="question_has_columns_if_it_is_a_table",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind", "rows"), ("carried_columns", 0), _connector="OR"),
                                name="question_carries_columns_of_a_table",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("word_limit__isnull", True),
                                    models.Q(("kind__in", ["text", "long_text", "rows"]), ("word_limit__gte", 1)),
                                    _connector="OR",
                                ),
                                name="question_limits_words_of_texts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("shown_when__isnull", True), ("shown_when_answers__len", 0)),
                                    models.Q(("shown_when__isnull", False), ("shown_when_answers__len__gte", 1)),
                                    _connector="OR",
                                ),
                                name="question_condition_names_answers",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("shown_when", models.F("id")), _negated=True),
                                name="question_not_shown_by_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "answer_set",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="work.answerset"
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="work.question"
                            ),
                        ),
                        ("asked", models.CharField(help_text="The question's words.", max_length=400)),
                        (
                            "value",
                            models.JSONField(
                                help_text="Text, a number, a date as text, a list of choices or of rows, or a document's reference."
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("answered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("answer_set", "question"), name="answer_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Clock",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "kind",
                            models.CharField(help_text="The code of the deadline, such as referrals.decision.", max_length=60),
                        ),
                        (
                            "variant",
                            models.CharField(
                                blank=True, help_text="Which of the deadline's limits holds, such as amber.", max_length=20
                            ),
                        ),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "owner_team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "owner_person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="clocks",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[("running", "Running"), ("held", "On hold"), ("stopped", "Stopped")],
                                default="running",
                                max_length=10,
                            ),
                        ),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_at", models.DateTimeField()),
                        (
                            "limit_used",
                            models.JSONField(default=dict, help_text="The limit, its calendar and the day from which it held."),
                        ),
                        ("stopped_at", models.DateTimeField(blank=True, null=True)),
                        ("stopped_by", models.CharField(blank=True, max_length=60)),
                        (
                            "outcome",
                            models.CharField(blank=True, help_text="A code: how what was due came about.", max_length=60),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["subject_kind", "subject_reference", "kind"], name="clock_subject"),
                            models.Index(
                                condition=models.Q(("stopped_at__isnull", True)),
                                fields=["owner_team", "due_at", "id"],
                                name="clock_team_due",
                            ),
                            models.Index(
                                condition=models.Q(("stopped_at__isnull", True)),
                                fields=["owner_person", "due_at", "id"],
                                name="clock_person_due",
                            ),
                            models.Index(
                                condition=models.Q(("stopped_at__isnull", True)),
                                fields=["kind", "due_at", "id"],
                                name="clock_kind_due",
                            ),
                            models.Index(fields=["kind", "started_at"], name="clock_kind_started"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("stopped_at__isnull", True)),
                                fields=("kind", "subject_kind", "subject_reference"),
                                name="clock_runs_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("stopped_at__isnull", True), ("stopped_by", "")),
                                    models.Q(("stopped_at__isnull", False), models.Q(("stopped_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="clock_stopped_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "stopped"), ("stopped_at__isnull", False)),
                                    models.Q(models.Q(("state", "stopped"), _negated=True), ("stopped_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="clock_stopped_in_state_stopped",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("outcome", ""), ("stopped_at__isnull", False), _connector="OR"),
                                name="clock_outcome_when_stopped",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClockEvent",
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
                                to="work.clock",
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
                            "kind",
                            models.CharField(help_text="The code of the deadline, such as referrals.decision.", max_length=60),
                        ),
                        (
                            "variant",
                            models.CharField(
                                blank=True, help_text="Which of the deadline's limits holds, such as amber.", max_length=20
                            ),
                        ),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "owner_team",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "owner_person",
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
                            "state",
                            models.CharField(
                                choices=[("running", "Running"), ("held", "On hold"), ("stopped", "Stopped")],
                                default="running",
                                max_length=10,
                            ),
                        ),
                        ("started_at", models.DateTimeField()),
                        ("started_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("due_at", models.DateTimeField()),
                        (
                            "limit_used",
                            models.JSONField(default=dict, help_text="The limit, its calendar and the day from which it held."),
                        ),
                        ("stopped_at", models.DateTimeField(blank=True, null=True)),
                        ("stopped_by", models.CharField(blank=True, max_length=60)),
                        (
                            "outcome",
                            models.CharField(blank=True, help_text="A code: how what was due came about.", max_length=60),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ClockHold",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "clock",
                            models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="work.clock"),
                        ),
                        ("reason", models.TextField()),
                        ("held_at", models.DateTimeField()),
                        ("held_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        ("released_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["held_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("released_at__isnull", True)), fields=("clock",), name="hold_open_once"
                            ),
                            models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="hold_has_a_reason"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("released_at__isnull", True), ("released_by", "")),
                                    models.Q(("released_at__isnull", False), models.Q(("released_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="hold_released_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("released_at__isnull", True), ("released_at__gte", models.F("held_at")), _connector="OR"
                                ),
                                name="hold_released_after_it_began",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClockRevision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "clock",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="revisions", to="work.clock"
                            ),
                        ),
                        ("old_due_at", models.DateTimeField()),
                        ("new_due_at", models.DateTimeField()),
                        ("reason", models.TextField()),
                        ("revised_at", models.DateTimeField()),
                        ("revised_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["revised_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="revision_has_a_reason"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineLimit",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("kind", models.CharField(help_text="The code of the deadline.", max_length=60)),
                        ("variant", models.CharField(blank=True, max_length=20)),
                        (
                            "amount",
                            models.SmallIntegerField(
                                help_text="In the unit of the deadline's calendar; negative counts backwards."
                            ),
                        ),
                        ("effective_from", models.DateField()),
                        ("reason", models.TextField(help_text="Why the partnership sets its own limit; everybody reads it.")),
                        ("set_at", models.DateTimeField()),
                        ("set_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["kind", "variant", "effective_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("kind", "variant", "effective_from"), name="deadline_limit_once_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="deadline_limit_has_a_reason"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Handover",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=work.models.passing.new_handover_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("kind", models.CharField(max_length=60)),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "from_team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers_offered",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="handovers_received", to="accounts.team"
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "Offered"),
                                    ("accepted", "Accepted"),
                                    ("returned", "Returned"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="offered",
                                max_length=10,
                            ),
                        ),
                        ("offered_at", models.DateTimeField()),
                        ("offered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=60)),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_by", models.CharField(blank=True, max_length=60)),
                        ("return_reason", models.TextField(blank=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                        (
                            "clock",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handover",
                                to="work.clock",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["subject_kind", "subject_reference"], name="handover_subject"),
                            models.Index(
                                condition=models.Q(("state", "offered")),
                                fields=["to_team", "offered_at", "id"],
                                name="handover_inbox",
                            ),
                            models.Index(
                                condition=models.Q(("state", "returned")),
                                fields=["from_team", "returned_at", "id"],
                                name="handover_came_back",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "offered")),
                                fields=("kind", "subject_kind", "subject_reference"),
                                name="handover_offered_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("from_team__isnull", True),
                                    models.Q(("from_team", models.F("to_team")), _negated=True),
                                    _connector="OR",
                                ),
                                name="handover_to_another_team",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "returned"), models.Q(("return_reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "returned"), _negated=True), ("return_reason", "")),
                                    _connector="OR",
                                ),
                                name="handover_returned_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", True), ("accepted_by", "")),
                                    models.Q(("accepted_at__isnull", False), models.Q(("accepted_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="handover_accepted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", True), ("returned_by", "")),
                                    models.Q(("returned_at__isnull", False), models.Q(("returned_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="handover_returned_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="handover_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("accepted_at__isnull", False), ("state", "accepted")),
                                    models.Q(models.Q(("state", "accepted"), _negated=True), ("accepted_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="handover_accepted_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned_at__isnull", False), ("state", "returned")),
                                    models.Q(models.Q(("state", "returned"), _negated=True), ("returned_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="handover_returned_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                                    models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="handover_withdrawn_has_its_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandoverEvent",
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
                                to="work.handover",
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
                            models.CharField(default=work.models.passing.new_handover_reference, editable=False, max_length=20),
                        ),
                        ("kind", models.CharField(max_length=60)),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "from_team",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        ("note", models.TextField(blank=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("offered", "Offered"),
                                    ("accepted", "Accepted"),
                                    ("returned", "Returned"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="offered",
                                max_length=10,
                            ),
                        ),
                        ("offered_at", models.DateTimeField()),
                        ("offered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=60)),
                        ("returned_at", models.DateTimeField(blank=True, null=True)),
                        ("returned_by", models.CharField(blank=True, max_length=60)),
                        ("return_reason", models.TextField(blank=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                        (
                            "clock",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.clock",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AnswerEvent",
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
                                to="work.answer",
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
                            "answer_set",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.answerset",
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.question",
                            ),
                        ),
                        ("asked", models.CharField(help_text="The question's words.", max_length=400)),
                        (
                            "value",
                            models.JSONField(
                                help_text="Text, a number, a date as text, a list of choices or of rows, or a document's reference."
                            ),
                        ),
                        ("answered_at", models.DateTimeField()),
                        ("answered_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Reminder",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "clock",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="work.clock"
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[("ahead", "Due in the weeks to come"), ("soon", "Due soon"), ("late", "Late")],
                                max_length=10,
                            ),
                        ),
                        (
                            "due_at",
                            models.DateTimeField(
                                help_text="The due time of which they were reminded; another one is reminded of again."
                            ),
                        ),
                        ("reminded_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("clock", "stage", "due_at"), name="reminder_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Request",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=work.models.passing.new_request_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("kind", models.CharField(max_length=60)),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "from_team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests_sent",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="requests", to="accounts.agency"
                            ),
                        ),
                        (
                            "to_team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="requests_received",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_person",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who is asked there.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("question", models.TextField()),
                        ("legal_basis", models.CharField(blank=True, max_length=200)),
                        ("purpose", models.TextField(blank=True, help_text="What the answer is needed for.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("answered", "Answered"),
                                    ("waived", "Waived"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                            ),
                        ),
                        ("due_at", models.DateTimeField()),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, max_length=60)),
                        (
                            "answered_for",
                            models.CharField(
                                blank=True, help_text="Who knew it, where somebody else wrote it down.", max_length=150
                            ),
                        ),
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
                                help_text="How the answer came.",
                                max_length=10,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(blank=True, help_text="One of the results that the kind declares.", max_length=20),
                        ),
                        ("answer", models.TextField(blank=True)),
                        (
                            "proportionate",
                            models.BooleanField(
                                blank=True, help_text="Who answered says: needed for the question, no more.", null=True
                            ),
                        ),
                        ("may_tell_family", models.BooleanField(blank=True, null=True)),
                        ("not_told_because", models.TextField(blank=True, help_text="Why the family must not be told of it.")),
                        ("consent_not_needed_because", models.TextField(blank=True)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_by", models.CharField(blank=True, max_length=60)),
                        ("waived_reason", models.TextField(blank=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "clock",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="request",
                                to="work.clock",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["subject_kind", "subject_reference"], name="request_subject"),
                            models.Index(
                                condition=models.Q(("state", "asked")), fields=["to_agency", "due_at", "id"], name="request_inbox"
                            ),
                            models.Index(
                                condition=models.Q(("state", "asked"), ("to_person__isnull", False)),
                                fields=["to_person", "due_at", "id"],
                                name="request_person",
                            ),
                            models.Index(
                                condition=models.Q(("state", "asked")), fields=["kind", "due_at", "id"], name="request_open"
                            ),
                            models.Index(
                                condition=models.Q(("state", "answered")),
                                fields=["from_team", "answered_at", "id"],
                                name="request_came_back",
                            ),
                            models.Index(fields=["kind", "asked_at"], name="request_kind_asked"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("question", ""), _negated=True), name="request_has_a_question"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "answered"), models.Q(("result", ""), _negated=True)),
                                    models.Q(models.Q(("state", "answered"), _negated=True), ("result", "")),
                                    _connector="OR",
                                ),
                                name="request_answered_with_a_result",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waived"), models.Q(("waived_reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "waived"), _negated=True), ("waived_reason", "")),
                                    _connector="OR",
                                ),
                                name="request_waived_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                                    _connector="OR",
                                ),
                                name="request_withdrawn_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "answered"), models.Q(("channel", ""), _negated=True)),
                                    models.Q(models.Q(("state", "answered"), _negated=True), ("channel", "")),
                                    _connector="OR",
                                ),
                                name="request_answered_by_a_channel",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("may_tell_family", False), models.Q(("not_told_because", ""), _negated=True)),
                                    models.Q(models.Q(("may_tell_family", False), _negated=True), ("not_told_because", "")),
                                    models.Q(("may_tell_family__isnull", True), ("not_told_because", "")),
                                    _connector="OR",
                                ),
                                name="request_not_told_with_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", True), ("answered_by", "")),
                                    models.Q(("answered_at__isnull", False), models.Q(("answered_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="request_answered_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("waived_at__isnull", True), ("waived_by", "")),
                                    models.Q(("waived_at__isnull", False), models.Q(("waived_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="request_waived_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                                    models.Q(("withdrawn_at__isnull", False), models.Q(("withdrawn_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="request_withdrawn_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("answered_at__isnull", False), ("state", "answered")),
                                    models.Q(models.Q(("state", "answered"), _negated=True), ("answered_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="request_answered_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waived"), ("waived_at__isnull", False)),
                                    models.Q(models.Q(("state", "waived"), _negated=True), ("waived_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="request_waived_has_its_moment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                                    models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_at__isnull", True)),
                                    _connector="OR",
                                ),
                                name="request_withdrawn_has_its_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HandedOn",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="handed_on", to="work.request"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("handed_at", models.DateTimeField()),
                        ("handed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("person", "request"), name="handed_on_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Chase",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="chases", to="work.request"
                            ),
                        ),
                        ("day", models.DateField()),
                        ("chased_at", models.DateTimeField()),
                        ("chased_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("request", "day"), name="chase_once_a_day")],
                    },
                ),
                migrations.CreateModel(
                    name="RequestEvent",
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
                                to="work.request",
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
                            models.CharField(default=work.models.passing.new_request_reference, editable=False, max_length=20),
                        ),
                        ("kind", models.CharField(max_length=60)),
                        ("subject_kind", models.CharField(max_length=40)),
                        ("subject_reference", models.CharField(max_length=40)),
                        (
                            "from_team",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_agency",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "to_team",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "to_person",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who is asked there.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("question", models.TextField()),
                        ("legal_basis", models.CharField(blank=True, max_length=200)),
                        ("purpose", models.TextField(blank=True, help_text="What the answer is needed for.")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("asked", "Asked"),
                                    ("answered", "Answered"),
                                    ("waived", "Waived"),
                                    ("withdrawn", "Withdrawn"),
                                ],
                                default="asked",
                                max_length=10,
                            ),
                        ),
                        ("due_at", models.DateTimeField()),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("answered_at", models.DateTimeField(blank=True, null=True)),
                        ("answered_by", models.CharField(blank=True, max_length=60)),
                        (
                            "answered_for",
                            models.CharField(
                                blank=True, help_text="Who knew it, where somebody else wrote it down.", max_length=150
                            ),
                        ),
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
                                help_text="How the answer came.",
                                max_length=10,
                            ),
                        ),
                        (
                            "result",
                            models.CharField(blank=True, help_text="One of the results that the kind declares.", max_length=20),
                        ),
                        ("answer", models.TextField(blank=True)),
                        (
                            "proportionate",
                            models.BooleanField(
                                blank=True, help_text="Who answered says: needed for the question, no more.", null=True
                            ),
                        ),
                        ("may_tell_family", models.BooleanField(blank=True, null=True)),
                        ("not_told_because", models.TextField(blank=True, help_text="Why the family must not be told of it.")),
                        ("consent_not_needed_because", models.TextField(blank=True)),
                        ("waived_at", models.DateTimeField(blank=True, null=True)),
                        ("waived_by", models.CharField(blank=True, max_length=60)),
                        ("waived_reason", models.TextField(blank=True)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        (
                            "clock",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.clock",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="SchoolTerm",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=60)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("closed_from", models.DateField(blank=True, help_text="First day of half term.", null=True)),
                        ("closed_until", models.DateField(blank=True, help_text="Last day of half term.", null=True)),
                    ],
                    options={
                        "ordering": ["starts_on"],
                        "constraints": [
                            models.UniqueConstraint(fields=("starts_on",), name="school_term_starts_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="school_term_ends_after_it_starts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_from__isnull", True), ("closed_until__isnull", True)),
                                    models.Q(("closed_from__isnull", False), ("closed_until__gte", models.F("closed_from"))),
                                    _connector="OR",
                                ),
                                name="school_term_half_term_from_and_until",
                            ),
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clock",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "work_clockevent" ("due_at", "id", "kind", "limit_used", "outcome", "owner_person_id", "owner_team_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by", "state", "stopped_at", "stopped_by", "subject_kind", "subject_reference", "variant") VALUES (NEW."due_at", NEW."id", NEW."kind", NEW."limit_used", NEW."outcome", NEW."owner_person_id", NEW."owner_team_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."started_at", NEW."started_by", NEW."state", NEW."stopped_at", NEW."stopped_by", NEW."subject_kind", NEW."subject_reference", NEW."variant"); RETURN NULL;',
                            hash="e84ee768103f2e25412a6b15cc57551f2097f506",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_b35cc",
                            table="work_clock",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clock",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "work_clockevent" ("due_at", "id", "kind", "limit_used", "outcome", "owner_person_id", "owner_team_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_at", "started_by", "state", "stopped_at", "stopped_by", "subject_kind", "subject_reference", "variant") VALUES (NEW."due_at", NEW."id", NEW."kind", NEW."limit_used", NEW."outcome", NEW."owner_person_id", NEW."owner_team_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."started_at", NEW."started_by", NEW."state", NEW."stopped_at", NEW."stopped_by", NEW."subject_kind", NEW."subject_reference", NEW."variant"); RETURN NULL;',
                            hash="7b27ee3b0c527e1a45a1c862bbf8f8f4eadcd9b2",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5a26d",
                            table="work_clock",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="clockevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="727076222546bee89a8d2e5e7278f5f94d81b20f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1a9f5",
                            table="work_clockevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "work_handoverevent" ("accepted_at", "accepted_by", "clock_id", "from_team_id", "id", "kind", "note", "offered_at", "offered_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "return_reason", "returned_at", "returned_by", "state", "subject_kind", "subject_reference", "to_team_id", "withdrawn_at", "withdrawn_by") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."clock_id", NEW."from_team_id", NEW."id", NEW."kind", NEW."note", NEW."offered_at", NEW."offered_by", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."return_reason", NEW."returned_at", NEW."returned_by", NEW."state", NEW."subject_kind", NEW."subject_reference", NEW."to_team_id", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="5903621e359c81a1626997413f96b77b4abc6a36",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_d67c0",
                            table="work_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handover",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "work_handoverevent" ("accepted_at", "accepted_by", "clock_id", "from_team_id", "id", "kind", "note", "offered_at", "offered_by", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "return_reason", "returned_at", "returned_by", "state", "subject_kind", "subject_reference", "to_team_id", "withdrawn_at", "withdrawn_by") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."clock_id", NEW."from_team_id", NEW."id", NEW."kind", NEW."note", NEW."offered_at", NEW."offered_by", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."return_reason", NEW."returned_at", NEW."returned_by", NEW."state", NEW."subject_kind", NEW."subject_reference", NEW."to_team_id", NEW."withdrawn_at", NEW."withdrawn_by"); RETURN NULL;',
                            hash="36ed2348cc8f1eeeacd7e885698fae139db727e8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_94991",
                            table="work_handover",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="handoverevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="40559c922c6023727d3488bff688fdec6b54beae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_418d0",
                            table="work_handoverevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="answerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="282c54399edaaba6ebe419ffcdd1f500f625137d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c9221",
                            table="work_answerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="answer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "work_answerevent" ("answer_set_id", "answered_at", "answered_by", "asked", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "value") VALUES (NEW."answer_set_id", NEW."answered_at", NEW."answered_by", NEW."asked", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_id", NEW."value"); RETURN NULL;',
                            hash="5fd9728a666c7be2f67549e4eff8c563291ddd8f",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_59a66",
                            table="work_answer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="answer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "work_answerevent" ("answer_set_id", "answered_at", "answered_by", "asked", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "value") VALUES (NEW."answer_set_id", NEW."answered_at", NEW."answered_by", NEW."asked", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_id", NEW."value"); RETURN NULL;',
                            hash="b21e05d01d0daf2201469d2b094e86579becf6ba",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f630f",
                            table="work_answer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionnaireversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stays_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL AND OLD."published_at" IS DISTINCT FROM (NEW."published_at"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="5e0bc9f77758bd980593523aa8b65ebeefa3a085",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_published_a825a",
                            table="work_questionnaireversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="questionnaireversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="stays_asked_when_it_was",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL AND OLD."occasions" IS DISTINCT FROM (NEW."occasions"))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="bbad31f50007cfd921867d5b6d3072a574ba06bf",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_asked_when_it_was_2c0ac",
                            table="work_questionnaireversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="question",
                    trigger=pgtrigger.compiler.Trigger(
                        name="frozen_on_add",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT 1 FROM work_questionnaireversion\n        WHERE id = NEW.version_id AND published_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The questions of a published version never change.' USING ERRCODE = 'check_violation';\n    END IF;\nRETURN NEW;",
                            hash="b14a1d88498b772742313e45314e61d5c8252a1d",
                            operation="INSERT",
                            pgid="pgtrigger_frozen_on_add_485bd",
                            table="work_question",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="question",
                    trigger=pgtrigger.compiler.Trigger(
                        name="frozen_on_change",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT 1 FROM work_questionnaireversion\n        WHERE id = OLD.version_id AND published_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The questions of a published version never change.' USING ERRCODE = 'check_violation';\n    END IF;\n\n    IF EXISTS (\n        SELECT 1 FROM work_questionnaireversion\n        WHERE id = NEW.version_id AND published_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The questions of a published version never change.' USING ERRCODE = 'check_violation';\n    END IF;\nRETURN NEW;",
                            hash="af5aae32a9d69232bc6131f28f6e2ff9d5f63e40",
                            operation="UPDATE",
                            pgid="pgtrigger_frozen_on_change_202d4",
                            table="work_question",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="question",
                    trigger=pgtrigger.compiler.Trigger(
                        name="frozen_on_remove",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n    IF EXISTS (\n        SELECT 1 FROM work_questionnaireversion\n        WHERE id = OLD.version_id AND published_at IS NOT NULL\n    ) THEN\n        RAISE EXCEPTION 'The questions of a published version never change.' USING ERRCODE = 'check_violation';\n    END IF;\nRETURN OLD;",
                            hash="c396fc4ccc99f623a72cfd33c69105f99ab2d7d8",
                            operation="DELETE",
                            pgid="pgtrigger_frozen_on_remove_a0472",
                            table="work_question",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="request",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "work_requestevent" ("answer", "answered_at", "answered_by", "answered_for", "asked_at", "asked_by", "channel", "clock_id", "consent_not_needed_because", "due_at", "from_team_id", "id", "kind", "legal_basis", "may_tell_family", "not_told_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proportionate", "purpose", "question", "reference", "result", "state", "subject_kind", "subject_reference", "to_agency_id", "to_person_id", "to_team_id", "waived_at", "waived_by", "waived_reason", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by", NEW."answered_for", NEW."asked_at", NEW."asked_by", NEW."channel", NEW."clock_id", NEW."consent_not_needed_because", NEW."due_at", NEW."from_team_id", NEW."id", NEW."kind", NEW."legal_basis", NEW."may_tell_family", NEW."not_told_because", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."proportionate", NEW."purpose", NEW."question", NEW."reference", NEW."result", NEW."state", NEW."subject_kind", NEW."subject_reference", NEW."to_agency_id", NEW."to_person_id", NEW."to_team_id", NEW."waived_at", NEW."waived_by", NEW."waived_reason", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="e4e17ee6b3acb4c75701c666a5380b5ce8e43a6e",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_56b68",
                            table="work_request",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="request",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "work_requestevent" ("answer", "answered_at", "answered_by", "answered_for", "asked_at", "asked_by", "channel", "clock_id", "consent_not_needed_because", "due_at", "from_team_id", "id", "kind", "legal_basis", "may_tell_family", "not_told_because", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proportionate", "purpose", "question", "reference", "result", "state", "subject_kind", "subject_reference", "to_agency_id", "to_person_id", "to_team_id", "waived_at", "waived_by", "waived_reason", "withdrawn_at", "withdrawn_by", "withdrawn_reason") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by", NEW."answered_for", NEW."asked_at", NEW."asked_by", NEW."channel", NEW."clock_id", NEW."consent_not_needed_because", NEW."due_at", NEW."from_team_id", NEW."id", NEW."kind", NEW."legal_basis", NEW."may_tell_family", NEW."not_told_because", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."proportionate", NEW."purpose", NEW."question", NEW."reference", NEW."result", NEW."state", NEW."subject_kind", NEW."subject_reference", NEW."to_agency_id", NEW."to_person_id", NEW."to_team_id", NEW."waived_at", NEW."waived_by", NEW."waived_reason", NEW."withdrawn_at", NEW."withdrawn_by", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="5a9c5c2fd726a5c4b73ced9e88c417c42d0813b8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_6e7c6",
                            table="work_request",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="requestevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ad1469c362c76e3521885807152e5b7a17d8c45b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ab02b",
                            table="work_requestevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

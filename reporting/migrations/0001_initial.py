import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import foundation.first_tables
import reporting.models.returns
import reporting.models.rows


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("accounts", "__first__"),
        ("board", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("work", "0001_initial"),
    ]

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
                migrations.CreateModel(
                    name="ReturnRound",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.returns.new_return_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        (
                            "questionnaire",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="return_rounds", to="work.questionnaire"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="return_rounds",
                                to="work.questionnaireversion",
                            ),
                        ),
                        ("purpose", models.TextField(help_text="What those who are asked read first.")),
                        ("due_on", models.DateField()),
                        (
                            "layout",
                            models.CharField(
                                choices=[
                                    ("by_agency", "Agency by agency"),
                                    ("by_theme", "Heading by heading, with what each agency says under it"),
                                ],
                                default="by_agency",
                                max_length=10,
                            ),
                        ),
                        (
                            "numbering",
                            models.CharField(
                                choices=[
                                    ("keep", "Number the headings as they are; an empty one leaves a gap"),
                                    ("renumber", "Number the headings that are printed, without gaps"),
                                    ("none", "No numbers"),
                                ],
                                default="keep",
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(choices=[("open", "Open"), ("closed", "Closed")], default="open", max_length=10),
                        ),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_by", models.CharField(blank=True, max_length=60)),
                    ],
                    options={
                        "ordering": ["year", "opened_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "questionnaire"), name="returnround_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at__isnull", True), ("closed_by", ""), ("state", "open")),
                                    models.Q(
                                        ("closed_at__isnull", False),
                                        ("state", "closed"),
                                        models.Q(("closed_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="returnround_closed_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyReturn",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.returns.new_return_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="returns", to="reporting.returnround"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="report_returns", to="accounts.agency"
                            ),
                        ),
                        (
                            "group",
                            models.CharField(
                                blank=True, help_text="The working group that the agency answers for.", max_length=120
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Not begun"),
                                    ("draft", "Being written"),
                                    ("submitted", "To be read"),
                                    ("sent_back", "Sent back"),
                                    ("accepted", "Accepted"),
                                    ("in_report", "In the report"),
                                    ("withdrawn", "Withdrawn"),
                                    ("not_made", "Not made"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("due_on", models.DateField(help_text="By when it is asked for now.")),
                        (
                            "answer_set",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agency_return",
                                to="work.answerset",
                            ),
                        ),
                        ("received_at", models.DateTimeField(blank=True, help_text="When it came the first time.", null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, help_text="When it came the last time.", null=True)),
                        ("submitted_by", models.CharField(blank=True, max_length=60)),
                        (
                            "on_paper_from",
                            models.CharField(
                                blank=True, help_text="Who gave it, where the business team typed it in.", max_length=150
                            ),
                        ),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["round", "group", "agency__name"],
                        "indexes": [models.Index(fields=["agency", "group"], name="agencyreturn_agency")],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "agency", "group"), name="agencyreturn_once_a_round"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("received_at__isnull", True), ("submitted_at__isnull", True), ("submitted_by", "")),
                                    models.Q(
                                        ("received_at__isnull", False),
                                        ("submitted_at__isnull", False),
                                        models.Q(("submitted_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="agencyreturn_submitted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("accepted_at__isnull", False),
                                        ("state__in", ["accepted", "in_report"]),
                                        models.Q(("accepted_by", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["accepted", "in_report"]), _negated=True),
                                        ("accepted_at__isnull", True),
                                        ("accepted_by", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="agencyreturn_accepted_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["submitted", "sent_back", "accepted", "in_report"]), _negated=True),
                                    ("submitted_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="agencyreturn_submitted_before_it_is_read",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "withdrawn"), models.Q(("withdrawn_reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_reason", "")),
                                    _connector="OR",
                                ),
                                name="agencyreturn_withdrawn_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgencyReturnEvent",
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
                                to="reporting.agencyreturn",
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
                                default=reporting.models.returns.new_return_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reporting.returnround",
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
                            "group",
                            models.CharField(
                                blank=True, help_text="The working group that the agency answers for.", max_length=120
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "Not begun"),
                                    ("draft", "Being written"),
                                    ("submitted", "To be read"),
                                    ("sent_back", "Sent back"),
                                    ("accepted", "Accepted"),
                                    ("in_report", "In the report"),
                                    ("withdrawn", "Withdrawn"),
                                    ("not_made", "Not made"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        ("due_on", models.DateField(help_text="By when it is asked for now.")),
                        (
                            "answer_set",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="work.answerset",
                            ),
                        ),
                        ("received_at", models.DateTimeField(blank=True, help_text="When it came the first time.", null=True)),
                        ("submitted_at", models.DateTimeField(blank=True, help_text="When it came the last time.", null=True)),
                        ("submitted_by", models.CharField(blank=True, max_length=60)),
                        (
                            "on_paper_from",
                            models.CharField(
                                blank=True, help_text="Who gave it, where the business team typed it in.", max_length=150
                            ),
                        ),
                        ("accepted_at", models.DateTimeField(blank=True, null=True)),
                        ("accepted_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(max_length=40)),
                        ("due_on", models.DateField()),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "taken_at",
                            models.DateTimeField(
                                blank=True, help_text="When somebody put the answer into the chapter.", null=True
                            ),
                        ),
                        ("taken_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "indexes": [models.Index(fields=["year", "section"], name="contribution_chapter")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_at__isnull", True), ("taken_by", "")),
                                    models.Q(("taken_at__isnull", False), models.Q(("taken_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="contribution_taken_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChapterAuthor",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(max_length=40)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("due_on", models.DateField()),
                        ("assigned_at", models.DateTimeField()),
                        ("assigned_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "done_at",
                            models.DateTimeField(blank=True, help_text="When they said that their part is written.", null=True),
                        ),
                        ("done_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["year", "section"], name="chapterauthor_chapter")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=("year", "section", "person"),
                                name="chapterauthor_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_at__isnull", True), ("done_by", "")),
                                    models.Q(("done_at__isnull", False), models.Q(("done_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="chapterauthor_done_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="chapterauthor_ended_at_and_by",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Compilation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        ("year", models.CharField(max_length=7)),
                        (
                            "press",
                            models.CharField(
                                help_text="One press of the button, however often it is sent.", max_length=40, unique=True
                            ),
                        ),
                        (
                            "template",
                            models.SlugField(
                                blank=True, help_text="The shape of the report; empty: that of its year.", max_length=20
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to start"),
                                    ("running", "Being compiled"),
                                    ("done", "Compiled"),
                                    ("failed", "Not compiled"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="waiting",
                                max_length=9,
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to start"),
                                    ("figures", "Gathering figures"),
                                    ("charts", "Drawing charts"),
                                    ("pages", "Laying out pages"),
                                    ("checks", "Checking the PDF"),
                                    ("saving", "Saving the edition"),
                                    ("finished", "Finished"),
                                ],
                                default="waiting",
                                max_length=8,
                            ),
                        ),
                        ("done", models.PositiveSmallIntegerField(default=0, help_text="Hundredths of the work.")),
                        (
                            "attempt",
                            models.PositiveSmallIntegerField(
                                default=0, help_text="Raised when a worker takes it up; an older one is ignored."
                            ),
                        ),
                        (
                            "pdf_key",
                            models.CharField(
                                blank=True,
                                help_text="The file of the attempt that runs, until an edition owns it.",
                                max_length=64,
                            ),
                        ),
                        ("requested_at", models.DateTimeField()),
                        ("requested_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("started_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("error_class", models.CharField(blank=True, max_length=80)),
                        (
                            "sentence",
                            models.TextField(blank=True, help_text="Why there is no edition, for the person who asked."),
                        ),
                        ("cancelled_at", models.DateTimeField(null=True)),
                        (
                            "cancelled_by",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="The actor's reference.", max_length=60
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["year", "-requested_at"], name="compilation_year")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["waiting", "running"])),
                                fields=("year",),
                                name="compilation_one_open_a_year",
                            ),
                            models.CheckConstraint(condition=models.Q(("done__lte", 100)), name="compilation_hundredths"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("finished_at__isnull", True), ("state__in", ["waiting", "running"])),
                                    models.Q(("finished_at__isnull", False), ("state__in", ["done", "failed", "cancelled"])),
                                    _connector="OR",
                                ),
                                name="compilation_finished_when_over",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("state", "cancelled"),
                                        models.Q(("cancelled_by", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "cancelled"), _negated=True),
                                        ("cancelled_at__isnull", True),
                                        ("cancelled_by", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="compilation_cancelled_by_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(
                                        models.Q(("error_class", ""), _negated=True), models.Q(("sentence", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="compilation_failed_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Edition",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("reference", models.CharField(max_length=20, unique=True)),
                        ("year", models.CharField(max_length=7)),
                        ("number", models.PositiveSmallIntegerField(help_text="Counted within the year, from 1.")),
                        (
                            "template",
                            models.SlugField(
                                blank=True, db_default="", default="", help_text="The shape that it has.", max_length=20
                            ),
                        ),
                        (
                            "outline",
                            models.JSONField(
                                db_default=models.Value([], output_field=models.JSONField()),
                                default=list,
                                help_text="The chapters of that shape, as they were.",
                            ),
                        ),
                        (
                            "figures",
                            models.JSONField(
                                help_text="Every figure as it may be shown, with source, numerator and denominator."
                            ),
                        ),
                        ("figures_sha256", models.CharField(help_text="Of the figures in canonical JSON.", max_length=64)),
                        (
                            "tables",
                            models.JSONField(db_default=[], default=list, help_text="Every table of words as it was printed."),
                        ),
                        (
                            "tables_sha256",
                            models.CharField(
                                db_default="4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
                                default="4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
                                help_text="Of the tables of words in canonical JSON.",
                                max_length=64,
                            ),
                        ),
                        ("narrative", models.JSONField(help_text="The narrative's Markdown by section, as it was.")),
                        ("narrative_sha256", models.CharField(max_length=64)),
                        (
                            "returns",
                            models.JSONField(
                                db_default=models.Value([], output_field=models.JSONField()),
                                default=list,
                                help_text="The returns that it prints, as they were.",
                            ),
                        ),
                        ("returns_sha256", models.CharField(blank=True, db_default="", default="", max_length=64)),
                        (
                            "acronyms",
                            models.JSONField(
                                db_default={}, default=dict, help_text="Short forms and what they stood for: its glossary."
                            ),
                        ),
                        ("as_at", models.DateTimeField(help_text="The moment of the snapshot that all figures come from.")),
                        ("pdf_key", models.CharField(help_text="Where the document store keeps it.", max_length=64, unique=True)),
                        ("pdf_sha256", models.CharField(max_length=64)),
                        ("pdf_bytes", models.PositiveIntegerField()),
                        ("pages", models.PositiveSmallIntegerField()),
                        (
                            "unknown_acronyms",
                            models.JSONField(default=list, help_text="Capitals in the text that the glossary does not explain."),
                        ),
                        ("compiled_at", models.DateTimeField()),
                        ("compiled_by", models.CharField(help_text="Who asked for it.", max_length=60)),
                        (
                            "compilation",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="edition", to="reporting.compilation"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "number"), name="edition_number_once_a_year"),
                            models.CheckConstraint(condition=models.Q(("number__gte", 1)), name="edition_counts_from_one"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("figures_sha256__regex", "^[0-9a-f]{64}$"),
                                    ("narrative_sha256__regex", "^[0-9a-f]{64}$"),
                                    ("pdf_sha256__regex", "^[0-9a-f]{64}$"),
                                ),
                                name="edition_has_hashes",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returns", []), ("returns_sha256", "")),
                                    ("returns_sha256__regex", "^[0-9a-f]{64}$"),
                                    _connector="OR",
                                ),
                                name="edition_returns_with_hash",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tables_sha256__regex", "^[0-9a-f]{64}$")), name="edition_has_hash_of_tables"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ChildrensVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "edition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="for_children", to="reporting.edition"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(help_text="Counted within the edition, from 1.")),
                        ("did", models.TextField(help_text="What we did.")),
                        ("heard", models.TextField(help_text="What we heard from you.")),
                        ("will_do", models.TextField(help_text="What we will do next.")),
                        (
                            "numbers",
                            models.JSONField(
                                default=list, help_text="Codes of figures that stand as large numbers, each with its words."
                            ),
                        ),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, help_text="Raised by every change; a stale form is refused."),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "content",
                            models.JSONField(
                                default=dict, help_text="What is printed, with every figure in its place, when it is published."
                            ),
                        ),
                        (
                            "content_sha256",
                            models.CharField(
                                blank=True, help_text="Of that, with the edition, in canonical JSON.", max_length=64
                            ),
                        ),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("published_by", models.CharField(blank=True, help_text="The second person.", max_length=60)),
                        ("pdf_key", models.CharField(blank=True, help_text="Where the document store keeps it.", max_length=64)),
                        ("pdf_sha256", models.CharField(blank=True, max_length=64)),
                        ("pdf_bytes", models.PositiveIntegerField(default=0)),
                    ],
                    options={
                        "ordering": ["edition", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("edition", "number"), name="childrensversion_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("published_at__isnull", True)),
                                fields=("edition",),
                                name="childrensversion_one_draft",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("content_sha256", ""), ("published_at__isnull", True), ("published_by", "")),
                                    models.Q(
                                        ("content_sha256__regex", "^[0-9a-f]{64}$"),
                                        ("published_at__isnull", False),
                                        models.Q(("published_by", ""), _negated=True),
                                        models.Q(("published_by", models.F("written_by")), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="childrensversion_published_by_a_second_person",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("pdf_bytes", 0), ("pdf_key", ""), ("pdf_sha256", "")),
                                    models.Q(
                                        ("pdf_sha256__regex", "^[0-9a-f]{64}$"),
                                        ("published_at__isnull", False),
                                        models.Q(("pdf_key", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="childrensversion_file_with_hash",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Comparator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(help_text="The code of our own figure.", max_length=60)),
                        (
                            "period_kind",
                            models.CharField(
                                choices=[
                                    ("financial", "Financial year"),
                                    ("academic", "Academic year"),
                                    ("calendar", "Calendar year"),
                                ],
                                db_default="financial",
                                default="financial",
                                max_length=10,
                            ),
                        ),
                        ("period", models.CharField(max_length=7)),
                        (
                            "who",
                            models.CharField(
                                choices=[
                                    ("london", "London"),
                                    ("england", "England"),
                                    ("neighbours", "Statistical neighbours"),
                                    ("neighbour", "One statistical neighbour"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                blank=True, db_default="", default="", help_text="Of one neighbour: which.", max_length=120
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("printed", models.CharField(help_text="As published: 347 or 37.5.", max_length=20)),
                        ("source", models.CharField(max_length=200)),
                        (
                            "address",
                            models.URLField(
                                blank=True,
                                db_default="",
                                default="",
                                help_text="Where the publication can be read.",
                                max_length=300,
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(max_length=60)),
                        ("version", models.PositiveIntegerField(db_default=1, default=1)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("code", "period_kind", "period", "who", "name"), name="comparator_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("who", "neighbour"), models.Q(("name", ""), _negated=True)),
                                    models.Q(models.Q(("who", "neighbour"), _negated=True), ("name", "")),
                                    _connector="OR",
                                ),
                                name="comparator_name_of_a_neighbour",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consultation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        ("whom", models.CharField(help_text="The group, or who they are, in words.", max_length=150)),
                        ("asked", models.TextField(blank=True, help_text="What they are asked to look at.")),
                        ("until", models.DateField(help_text="Its last day.")),
                        ("opened_at", models.DateTimeField()),
                        ("opened_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("ended_at", models.DateTimeField(blank=True, help_text="Before its last day, by hand.", null=True)),
                        ("ended_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-opened_at"],
                        "indexes": [models.Index(fields=["year"], name="consultation_year")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended_at__isnull", True), ("ended_by", "")),
                                    models.Q(("ended_at__isnull", False), models.Q(("ended_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="consultation_ended_at_and_by",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ConsultedPerson",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "consultation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="people", to="reporting.consultation"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("looked_at", models.DateTimeField(blank=True, help_text="When they first opened the draft.", null=True)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("consultation", "person"), name="consultedperson_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Indicator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "code",
                            models.CharField(
                                help_text="noun.verb, such as contacts.received; the same for ever.", max_length=60, unique=True
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("live", "Counted by the portal"), ("returned", "Returned by an agency")], max_length=8
                            ),
                        ),
                        ("title", models.CharField(max_length=120)),
                        ("meaning", models.TextField(help_text="In plain words, for a reader who was never in the room.")),
                        ("unit", models.CharField(help_text="Plural noun of what is counted.", max_length=60)),
                        (
                            "value_kind",
                            models.CharField(
                                choices=[
                                    ("count", "count"),
                                    ("state", "state"),
                                    ("money", "money"),
                                    ("percentage", "percentage"),
                                    ("rate", "rate"),
                                    ("mean", "mean"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "disclosure",
                            models.CharField(
                                choices=[
                                    ("people", "people"),
                                    ("sensitive", "sensitive"),
                                    ("events", "events"),
                                    ("money", "money"),
                                    ("published", "published"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "numerator",
                            models.CharField(blank=True, help_text="What is counted on top, in words.", max_length=200),
                        ),
                        ("denominator", models.CharField(blank=True, help_text="Out of what, in words.", max_length=200)),
                        (
                            "breakdowns",
                            models.JSONField(
                                blank=True, default=list, help_text="By what it is returned in parts, such as age or place."
                            ),
                        ),
                        ("every", models.CharField(choices=[("quarter", "Every quarter"), ("year", "Every year")], max_length=7)),
                        (
                            "period_kind",
                            models.CharField(
                                choices=[
                                    ("financial", "Financial year"),
                                    ("academic", "Academic year"),
                                    ("calendar", "Calendar year"),
                                ],
                                default="financial",
                                max_length=10,
                            ),
                        ),
                        (
                            "year_rule",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "As is usual for its sort of number"),
                                    ("sum", "The quarters are added"),
                                    ("last", "The last quarter is that of the year"),
                                    ("added", "What is counted, and out of what, are each added"),
                                    ("over_last", "What is counted is added, out of what the last quarter says"),
                                ],
                                db_default="",
                                default="",
                                help_text="How a year is told from its quarters.",
                                max_length=9,
                            ),
                        ),
                        (
                            "better",
                            models.CharField(
                                choices=[
                                    ("higher", "Higher is better"),
                                    ("lower", "Lower is better"),
                                    ("neither", "Neither is better"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("target", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                        (
                            "tolerance",
                            models.DecimalField(
                                decimal_places=4, default=0, help_text="So far off the target is amber.", max_digits=16
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicators",
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                help_text="Who scrutinises it.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="indicators",
                                to="board.group",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_on", models.DateField(blank=True, null=True)),
                        (
                            "counted_at",
                            models.DateTimeField(
                                blank=True, help_text="When the portal last counted it, changed or not.", null=True
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["position", "title"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "returned"), _negated=True), ("owner__isnull", False), _connector="OR"
                                ),
                                name="indicator_returned_by_an_owner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tolerance__gte", 0)), name="indicator_tolerance_not_negative"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CountedValue",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="counted", to="reporting.indicator"
                            ),
                        ),
                        ("period", models.CharField(help_text="2025-26, or Q1 2025-26.", max_length=10)),
                        (
                            "value",
                            models.DecimalField(
                                decimal_places=8, help_text="None: nothing to divide by.", max_digits=20, null=True
                            ),
                        ),
                        ("numerator", models.PositiveBigIntegerField(null=True)),
                        ("denominator", models.PositiveBigIntegerField(null=True)),
                        ("definition", models.PositiveSmallIntegerField(help_text="The version of what the figure means.")),
                        ("source", models.CharField(help_text="The source of figures that counted it.", max_length=60)),
                        (
                            "population_year",
                            models.PositiveSmallIntegerField(
                                blank=True,
                                help_text="Of a rate: in the middle of which year the children were estimated.",
                                null=True,
                            ),
                        ),
                        ("counted_at", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["indicator", "period", "-counted_at", "-id"], name="countedvalue_newest")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CountedReason",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "counted",
                            models.ForeignKey(
                                help_text="The newer value.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reasons",
                                to="reporting.countedvalue",
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
                    ],
                    options={
                        "ordering": ["-written_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Publication",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "edition",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="publication", to="reporting.edition"
                            ),
                        ),
                        ("published_at", models.DateTimeField()),
                        ("published_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        ("withdrawn_by", models.CharField(blank=True, max_length=60)),
                        ("withdrawn_reason", models.TextField(blank=True, help_text="Read by everybody who opens the address.")),
                    ],
                    options={
                        "ordering": ["-published_at"],
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
                                name="publication_withdrawn_with_a_reason",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Dispatch",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "publication",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="dispatches", to="reporting.publication"
                            ),
                        ),
                        ("recipient", models.CharField(max_length=150)),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("email", "Email from the portal"),
                                    ("other_email", "Another email"),
                                    ("post", "Post"),
                                    ("meeting", "Handed over or tabled at a meeting"),
                                ],
                                max_length=11,
                            ),
                        ),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("sent_on", models.DateField()),
                        ("noted_at", models.DateTimeField(help_text="When that was written down.")),
                        ("noted_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "secret_hash",
                            models.CharField(blank=True, help_text="Of the link by which receipt is confirmed.", max_length=64),
                        ),
                        ("received_on", models.DateField(blank=True, null=True)),
                        (
                            "received_note",
                            models.CharField(
                                blank=True, help_text="Who said so, where it was written down by hand.", max_length=200
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "dispatches",
                        "ordering": ["sent_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("publication", "recipient"), name="dispatch_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("how", "email"), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="dispatch_email_with_an_address",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("received_on__isnull", True), ("received_on__gte", models.F("sent_on")), _connector="OR"
                                ),
                                name="dispatch_received_after_it_was_sent",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DraftComment",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(max_length=40)),
                        (
                            "version",
                            models.PositiveIntegerField(help_text="The version of the text that it is about; 0: there was none."),
                        ),
                        ("text", models.TextField()),
                        (
                            "consultation",
                            models.ForeignKey(
                                blank=True,
                                help_text="In which it was said.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="comments",
                                to="reporting.consultation",
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("dealt_at", models.DateTimeField(blank=True, null=True)),
                        ("dealt_by", models.CharField(blank=True, help_text="The actor's reference.", max_length=60)),
                        ("dealt_words", models.TextField(blank=True, help_text="What was done about it.")),
                    ],
                    options={
                        "indexes": [models.Index(fields=["year", "section", "id"], name="draftcomment_chapter")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="draftcomment_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("dealt_at__isnull", True), ("dealt_by", "")),
                                    models.Q(("dealt_at__isnull", False), models.Q(("dealt_by", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draftcomment_dealt_at_and_by",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("dealt_at__isnull", True), ("dealt_words", "")),
                                    models.Q(("dealt_at__isnull", False), models.Q(("dealt_words", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="draftcomment_dealt_with_a_word",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlierComparator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "comparator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="earlier", to="reporting.comparator"
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("printed", models.CharField(max_length=20)),
                        ("source", models.CharField(max_length=200)),
                        ("address", models.URLField(blank=True, max_length=300)),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(max_length=60)),
                        ("reason", models.CharField(max_length=400)),
                        ("replaced_at", models.DateTimeField()),
                        ("replaced_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-replaced_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="earliercomparator_has_reason"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EditionDecision",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "edition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="reporting.edition"
                            ),
                        ),
                        (
                            "seat",
                            models.CharField(
                                choices=[("council", "Council"), ("health", "Health"), ("police", "Police")], max_length=10
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(choices=[("approved", "Approved"), ("returned", "Returned")], max_length=8),
                        ),
                        ("comment", models.TextField(blank=True)),
                        (
                            "fingerprint",
                            models.CharField(
                                help_text="Of figures, narrative and PDF together: what was decided about.", max_length=64
                            ),
                        ),
                        ("decided_at", models.DateTimeField()),
                        ("decided_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("agency_code", models.CharField(help_text="For which agency the seat was held.", max_length=20)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["edition", "seat", "-decided_at"], name="editiondecision_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "returned"), _negated=True),
                                    models.Q(("comment", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="editiondecision_returned_with_a_comment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fingerprint__regex", "^[0-9a-f]{64}$")), name="editiondecision_has_hash"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EditionStatement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "edition",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="reporting.edition"
                            ),
                        ),
                        (
                            "view",
                            models.CharField(
                                choices=[
                                    ("favourable", "It is a fair account"),
                                    ("critical", "It is not a fair account, or not in everything"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("text", models.TextField()),
                        (
                            "fingerprint",
                            models.CharField(help_text="Of figures, narrative and PDF together: what was read.", max_length=64),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("made_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "indexes": [models.Index(fields=["edition", "-made_at"], name="editionstatement_newest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="editionstatement_says_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("fingerprint__regex", "^[0-9a-f]{64}$")), name="editionstatement_has_hash"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guidance",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=20, unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("from_year", models.PositiveSmallIntegerField(help_text="2023 for reports from 2023-24 on.")),
                    ],
                    options={
                        "verbose_name_plural": "guidance",
                        "ordering": ["from_year"],
                    },
                ),
                migrations.CreateModel(
                    name="StatutoryElement",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "guidance",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="elements", to="reporting.guidance"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.TextField()),
                        ("shown_in", models.CharField(blank=True, help_text="What of the portal shows it.", max_length=200)),
                        (
                            "section",
                            models.SlugField(blank=True, help_text="The chapter in which it usually stands.", max_length=40),
                        ),
                        ("conditional", models.BooleanField(default=False, help_text="Asked of some areas only.")),
                    ],
                    options={
                        "ordering": ["guidance", "number"],
                        "constraints": [models.UniqueConstraint(fields=("guidance", "number"), name="statutoryelement_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ElementAnswer",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(max_length=7)),
                        (
                            "element",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="reporting.statutoryelement",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("empty", "Empty"),
                                    ("drafted", "Drafted"),
                                    ("evidenced", "Evidenced"),
                                    ("signed_off", "Signed off"),
                                    ("not_applicable", "Does not apply"),
                                ],
                                default="empty",
                                max_length=14,
                            ),
                        ),
                        (
                            "owner",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.agency",
                            ),
                        ),
                        ("section", models.SlugField(blank=True, help_text="The chapter in which it stands.", max_length=40)),
                        ("evidence", models.TextField(blank=True, help_text="What shows it: figures, records, documents.")),
                        ("reason", models.TextField(blank=True, help_text="Why it does not apply.")),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "element"), name="elementanswer_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["drafted", "evidenced", "signed_off"]), _negated=True),
                                    ("owner__isnull", False),
                                    _connector="OR",
                                ),
                                name="elementanswer_begun_with_an_owner",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state__in", ["evidenced", "signed_off"]), _negated=True),
                                    models.Q(("evidence", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="elementanswer_evidenced_with_evidence",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "not_applicable"), models.Q(("reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "not_applicable"), _negated=True), ("reason", "")),
                                    _connector="OR",
                                ),
                                name="elementanswer_not_applicable_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ElementAnswerEvent",
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
                                to="reporting.elementanswer",
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
                        ("year", models.CharField(max_length=7)),
                        (
                            "element",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reporting.statutoryelement",
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("empty", "Empty"),
                                    ("drafted", "Drafted"),
                                    ("evidenced", "Evidenced"),
                                    ("signed_off", "Signed off"),
                                    ("not_applicable", "Does not apply"),
                                ],
                                default="empty",
                                max_length=14,
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
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "section",
                            models.SlugField(
                                blank=True, db_index=False, help_text="The chapter in which it stands.", max_length=40
                            ),
                        ),
                        ("evidence", models.TextField(blank=True, help_text="What shows it: figures, records, documents.")),
                        ("reason", models.TextField(blank=True, help_text="Why it does not apply.")),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HelpLine",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=80, unique=True)),
                        ("words", models.CharField(help_text="What it is for, in the words of a child.", max_length=160)),
                        ("telephone", models.CharField(blank=True, max_length=40)),
                        ("website", models.CharField(blank=True, help_text="As it is printed: childline.org.uk", max_length=120)),
                        ("place", models.PositiveSmallIntegerField(default=0, help_text="In which order they stand.")),
                    ],
                    options={
                        "ordering": ["place", "name"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("telephone", ""), _negated=True),
                                    models.Q(("website", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="helpline_can_be_reached",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorEvent",
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
                                to="reporting.indicator",
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
                            "code",
                            models.CharField(help_text="noun.verb, such as contacts.received; the same for ever.", max_length=60),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("live", "Counted by the portal"), ("returned", "Returned by an agency")], max_length=8
                            ),
                        ),
                        ("title", models.CharField(max_length=120)),
                        ("meaning", models.TextField(help_text="In plain words, for a reader who was never in the room.")),
                        ("unit", models.CharField(help_text="Plural noun of what is counted.", max_length=60)),
                        (
                            "value_kind",
                            models.CharField(
                                choices=[
                                    ("count", "count"),
                                    ("state", "state"),
                                    ("money", "money"),
                                    ("percentage", "percentage"),
                                    ("rate", "rate"),
                                    ("mean", "mean"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "disclosure",
                            models.CharField(
                                choices=[
                                    ("people", "people"),
                                    ("sensitive", "sensitive"),
                                    ("events", "events"),
                                    ("money", "money"),
                                    ("published", "published"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "numerator",
                            models.CharField(blank=True, help_text="What is counted on top, in words.", max_length=200),
                        ),
                        ("denominator", models.CharField(blank=True, help_text="Out of what, in words.", max_length=200)),
                        (
                            "breakdowns",
                            models.JSONField(
                                blank=True, default=list, help_text="By what it is returned in parts, such as age or place."
                            ),
                        ),
                        ("every", models.CharField(choices=[("quarter", "Every quarter"), ("year", "Every year")], max_length=7)),
                        (
                            "period_kind",
                            models.CharField(
                                choices=[
                                    ("financial", "Financial year"),
                                    ("academic", "Academic year"),
                                    ("calendar", "Calendar year"),
                                ],
                                default="financial",
                                max_length=10,
                            ),
                        ),
                        (
                            "year_rule",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "As is usual for its sort of number"),
                                    ("sum", "The quarters are added"),
                                    ("last", "The last quarter is that of the year"),
                                    ("added", "What is counted, and out of what, are each added"),
                                    ("over_last", "What is counted is added, out of what the last quarter says"),
                                ],
                                db_default="",
                                default="",
                                help_text="How a year is told from its quarters.",
                                max_length=9,
                            ),
                        ),
                        (
                            "better",
                            models.CharField(
                                choices=[
                                    ("higher", "Higher is better"),
                                    ("lower", "Lower is better"),
                                    ("neither", "Neither is better"),
                                ],
                                max_length=7,
                            ),
                        ),
                        ("target", models.DecimalField(blank=True, decimal_places=4, max_digits=16, null=True)),
                        (
                            "tolerance",
                            models.DecimalField(
                                decimal_places=4, default=0, help_text="So far off the target is amber.", max_digits=16
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
                                to="accounts.agency",
                            ),
                        ),
                        (
                            "group",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                help_text="Who scrutinises it.",
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="board.group",
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("retired_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="IndicatorNote",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="reporting.indicator"
                            ),
                        ),
                        ("period", models.CharField(max_length=10)),
                        ("text", models.TextField()),
                        (
                            "challenge",
                            models.OneToOneField(
                                blank=True,
                                help_text="Where it is a challenge.",
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="board.challenge",
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
                        "ordering": ["-written_at", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="MonthOfFigures",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.CharField(max_length=60)),
                        ("month", models.DateField(help_text="Its first day.")),
                        (
                            "without_restricted",
                            models.BooleanField(help_text="Counted for those with sight, without restricted cases."),
                        ),
                        ("dimension", models.CharField(blank=True, help_text="Of the part; empty for the whole.", max_length=20)),
                        ("code", models.CharField(blank=True, max_length=150)),
                        ("definition", models.CharField(help_text="By which definition it was counted.", max_length=32)),
                        ("facts", models.PositiveIntegerField()),
                        (
                            "whole",
                            models.JSONField(
                                help_text="A pair of numerator and denominator for each figure, in the source’s order."
                            ),
                        ),
                        ("by", models.JSONField(help_text="Such pairs by dimension and code.")),
                        ("counted_at", models.DateTimeField()),
                        ("events_to", models.BigIntegerField(help_text="The newest event that it surely takes in.")),
                    ],
                    options={
                        "verbose_name_plural": "months of figures",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("source", "dimension", "code", "month", "without_restricted"), name="monthoffigures_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("dimension", ""), _negated=True), ("code", ""), _connector="OR"),
                                name="monthoffigures_whole_without_code",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Narrative",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(help_text="A section of reporting.rules.outline.", max_length=40)),
                        ("text", models.TextField(blank=True)),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, help_text="Raised by every change; a stale form is refused."),
                        ),
                        (
                            "restored_from",
                            models.PositiveIntegerField(
                                blank=True, help_text="The version whose text it took up again.", null=True
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("year", "section"), name="narrative_once")],
                    },
                ),
                migrations.CreateModel(
                    name="NarrativeVersion",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(max_length=40)),
                        ("number", models.PositiveIntegerField(help_text="The version of the narrative that it was.")),
                        ("text", models.TextField(blank=True)),
                        (
                            "restored_from",
                            models.PositiveIntegerField(
                                blank=True, help_text="The version whose text it took up again.", null=True
                            ),
                        ),
                        ("written_at", models.DateTimeField()),
                        ("written_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "section", "number"), name="narrativeversion_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Population",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.PositiveSmallIntegerField()),
                        ("area", models.CharField(max_length=80)),
                        (
                            "age_band",
                            models.CharField(help_text="0-17 for the children that rates are worked out for.", max_length=20),
                        ),
                        ("sex", models.CharField(blank=True, choices=[("F", "Female"), ("M", "Male")], max_length=1)),
                        (
                            "ethnicity",
                            models.CharField(
                                blank=True, help_text="The ethnic group, in the words of the figures.", max_length=40
                            ),
                        ),
                        ("value", models.PositiveIntegerField()),
                        ("source", models.CharField(max_length=200)),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(max_length=60)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("year", "area", "age_band", "sex", "ethnicity"), name="population_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="EarlierPopulation",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("source", models.CharField(max_length=200)),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(max_length=60)),
                        ("reason", models.CharField(max_length=400)),
                        ("replaced_at", models.DateTimeField()),
                        ("replaced_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("value", models.PositiveIntegerField()),
                        (
                            "population",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="earlier", to="reporting.population"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-replaced_at", "-id"],
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="earlierpopulation_has_reason"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReadingMark",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(max_length=40)),
                        ("version", models.PositiveIntegerField()),
                        ("read_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("person", "year", "section"), name="readingmark_once")],
                    },
                ),
                migrations.CreateModel(
                    name="ReportTemplate",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.SlugField(max_length=20, unique=True)),
                        ("title", models.CharField(max_length=120)),
                        ("from_year", models.PositiveSmallIntegerField(help_text="2023 for reports from 2023-24 on.")),
                        ("chapters", models.JSONField(help_text="As reporting.rules.templates writes them.")),
                        (
                            "needs_statement",
                            models.BooleanField(
                                db_default=False,
                                default=False,
                                help_text="It is published with the independent scrutineer’s statement only.",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-from_year"],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnedValue",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(max_length=60)),
                        (
                            "period_kind",
                            models.CharField(
                                choices=[
                                    ("financial", "Financial year"),
                                    ("academic", "Academic year"),
                                    ("calendar", "Calendar year"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "period",
                            models.CharField(help_text="2025-26, Q1 2025-26, or 2025 for a calendar year.", max_length=10),
                        ),
                        ("dimension", models.CharField(blank=True, max_length=40)),
                        ("category", models.CharField(blank=True, max_length=80)),
                        ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("numerator", models.PositiveBigIntegerField(null=True)),
                        ("denominator", models.PositiveBigIntegerField(null=True)),
                        (
                            "as_at",
                            models.DateField(help_text="The day of a state; the last day of the period otherwise.", null=True),
                        ),
                        (
                            "source",
                            models.CharField(help_text="Who returned it, from which register or publication.", max_length=200),
                        ),
                        (
                            "note",
                            models.CharField(
                                blank=True, help_text="What a reader must know; for a correction, why.", max_length=400
                            ),
                        ),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "correction_of",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrected_by",
                                to="reporting.returnedvalue",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [models.Index(fields=["period_kind", "period", "code"], name="returnedvalue_period")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("correction_of__isnull", True)),
                                fields=("code", "period_kind", "period", "dimension", "category"),
                                name="returnedvalue_first_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("category", ""), ("dimension", "")),
                                    models.Q(
                                        models.Q(("dimension", ""), _negated=True), models.Q(("category", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="returnedvalue_dimension_with_category",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                                    models.Q(("denominator__isnull", False), ("numerator__isnull", False)),
                                    _connector="OR",
                                ),
                                name="returnedvalue_numerator_with_denominator",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True), name="returnedvalue_has_source"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReturnReview",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "agency_return",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="reporting.agencyreturn"
                            ),
                        ),
                        (
                            "answer_set",
                            models.ForeignKey(
                                help_text="What was read.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="work.answerset",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(choices=[("accepted", "Accepted"), ("sent_back", "Sent back")], max_length=10),
                        ),
                        ("comments", models.TextField(blank=True)),
                        ("reviewed_at", models.DateTimeField()),
                        ("reviewed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "ordering": ["-reviewed_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decision", "sent_back"), _negated=True),
                                    models.Q(("comments", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="returnreview_sent_back_with_comments",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StatisticalNeighbour",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("name", models.CharField(max_length=120)),
                        (
                            "source",
                            models.CharField(help_text="Who says so: the model of neighbours and its edition.", max_length=200),
                        ),
                        ("from_on", models.DateField()),
                        ("to_on", models.DateField(blank=True, null=True)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["name", "from_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"),
                                name="statisticalneighbour_to_after_from",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("to_on__isnull", True)), fields=("name",), name="statisticalneighbour_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValueAsked",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "reference",
                            models.CharField(
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20, unique=True
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="asked", to="reporting.indicator"
                            ),
                        ),
                        ("period", models.CharField(max_length=10)),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="values_asked", to="accounts.agency"
                            ),
                        ),
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Asked for"), ("returned", "Returned"), ("withdrawn", "Not needed any more")],
                                default="open",
                                max_length=9,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "returned",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="asked",
                                to="reporting.returnedvalue",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "ordering": ["due_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state", "withdrawn"), _negated=True),
                                fields=("indicator", "period"),
                                name="valueasked_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("returned__isnull", False), ("state", "returned")),
                                    models.Q(models.Q(("state", "returned"), _negated=True), ("returned__isnull", True)),
                                    _connector="OR",
                                ),
                                name="valueasked_returned_with_a_value",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ValueAskedEvent",
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
                                to="reporting.valueasked",
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
                                default=reporting.models.rows.new_reporting_reference, editable=False, max_length=20
                            ),
                        ),
                        (
                            "indicator",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reporting.indicator",
                            ),
                        ),
                        ("period", models.CharField(max_length=10)),
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
                        ("due_on", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("open", "Asked for"), ("returned", "Returned"), ("withdrawn", "Not needed any more")],
                                default="open",
                                max_length=9,
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        ("asked_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        (
                            "returned",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="reporting.returnedvalue",
                            ),
                        ),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ValueSignOff",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        (
                            "value",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sign_off", to="reporting.returnedvalue"
                            ),
                        ),
                        (
                            "agency",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                            ),
                        ),
                        ("signed_at", models.DateTimeField()),
                        (
                            "signed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="WordTable",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("year", models.CharField(max_length=7)),
                        ("section", models.SlugField(help_text="A table of reporting.rules.word_tables.", max_length=40)),
                        (
                            "rows",
                            models.JSONField(
                                default=list, help_text="A list of rows, each a list of texts, one for each column."
                            ),
                        ),
                        ("source", models.CharField(help_text="Who says it, or where it is written.", max_length=200)),
                        ("as_at", models.DateField(help_text="The day up to which it speaks.")),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("year", "section"), name="wordtable_once_a_year"),
                            models.CheckConstraint(
                                condition=models.Q(("source", ""), _negated=True), name="wordtable_has_source"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="WordTableEvent",
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
                                to="reporting.wordtable",
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
                        ("year", models.CharField(max_length=7)),
                        (
                            "section",
                            models.SlugField(db_index=False, help_text="A table of reporting.rules.word_tables.", max_length=40),
                        ),
                        (
                            "rows",
                            models.JSONField(
                                default=list, help_text="A list of rows, each a list of texts, one for each column."
                            ),
                        ),
                        ("source", models.CharField(help_text="Who says it, or where it is written.", max_length=200)),
                        ("as_at", models.DateField(help_text="The day up to which it speaks.")),
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                        ("version", models.PositiveIntegerField(default=1)),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Acronym",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("short", models.CharField(max_length=20, unique=True)),
                        ("meaning", models.CharField(max_length=200)),
                    ],
                    options={
                        "ordering": ["short"],
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("meaning", ""), _negated=True), name="acronym_has_meaning")
                        ],
                    },
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="narrativeversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="17c9420b7d7d3453ea4f06c7a19db5dad2a2e786",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5df8c",
                            table="reporting_narrativeversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="statisticalneighbour",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="276d2cb625c210cca0a8cfed76a95c0298b0308e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_c5c88",
                            table="reporting_statisticalneighbour",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordtable",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="f3e37585daa521a3e3e3ac208861c71eaf52eb32",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_ba51b",
                            table="reporting_wordtable",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordtable",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reporting_wordtableevent" ("as_at", "changed_at", "changed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows", "section", "source", "version", "year") VALUES (NEW."as_at", NEW."changed_at", NEW."changed_by", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rows", NEW."section", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="b5c2d160c95b83835432a7fcd7ce047043eface0",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_9e40b",
                            table="reporting_wordtable",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordtable",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reporting_wordtableevent" ("as_at", "changed_at", "changed_by", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows", "section", "source", "version", "year") VALUES (NEW."as_at", NEW."changed_at", NEW."changed_by", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rows", NEW."section", NEW."source", NEW."version", NEW."year"); RETURN NULL;',
                            hash="8f316529f30140c43fc5b89a2cad270d0069dedc",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d7f39",
                            table="reporting_wordtable",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedreason",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="8765716df842341d259245d13354ab4ab6c39649",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_94ba0",
                            table="reporting_countedreason",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="earliercomparator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="96252dbb3ab83323804cee11fe55e7e22b84bca6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5f243",
                            table="reporting_earliercomparator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="earlierpopulation",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fc0f2fe190f20687b417faba425af5b6d2679d00",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_02521",
                            table="reporting_earlierpopulation",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="edition",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="63cba63e61379500b787eba0b0d2643af7959eb4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a344e",
                            table="reporting_edition",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childrensversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="6966d68e101c6db335b7d32d78044d0da8176773",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_e2fe5",
                            table="reporting_childrensversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="childrensversion",
                    trigger=pgtrigger.compiler.Trigger(
                        name="published_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."published_at" IS NOT NULL AND (NOT (OLD."content_sha256" = (NEW."content_sha256")) OR NOT (OLD."content" = (NEW."content")) OR NEW."published_at" IS NULL OR NOT (OLD."pdf_key" = \'\')))',
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                            hash="28d78fefc3a799ba40a983039eed89e162d904a4",
                            operation="UPDATE",
                            pgid="pgtrigger_published_stays_7d91f",
                            table="reporting_childrensversion",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="editiondecision",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="95af7007111e70ca2fff4f62816a5a3b7c9ad2fe",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97b19",
                            table="reporting_editiondecision",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="editionstatement",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d2ff47e909cd3431ed1de7da35c62a2810162792",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1823a",
                            table="reporting_editionstatement",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="72d4e2aca7e0c680e515a67ddf7b45cf841e299e",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_15d17",
                            table="reporting_indicator",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reporting_indicatorevent" ("better", "breakdowns", "code", "denominator", "disclosure", "every", "group_id", "id", "kind", "meaning", "numerator", "owner_id", "period_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "target", "title", "tolerance", "unit", "value_kind", "version", "year_rule") VALUES (NEW."better", NEW."breakdowns", NEW."code", NEW."denominator", NEW."disclosure", NEW."every", NEW."group_id", NEW."id", NEW."kind", NEW."meaning", NEW."numerator", NEW."owner_id", NEW."period_kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position", NEW."retired_on", NEW."target", NEW."title", NEW."tolerance", NEW."unit", NEW."value_kind", NEW."version", NEW."year_rule"); RETURN NULL;',
                            hash="917541a6a0b9e80a3c66a614ff18f4c1323e966b",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_832d1",
                            table="reporting_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicator",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."better" IS DISTINCT FROM (NEW."better") OR OLD."breakdowns" IS DISTINCT FROM (NEW."breakdowns") OR OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."denominator" IS DISTINCT FROM (NEW."denominator") OR OLD."disclosure" IS DISTINCT FROM (NEW."disclosure") OR OLD."every" IS DISTINCT FROM (NEW."every") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meaning" IS DISTINCT FROM (NEW."meaning") OR OLD."numerator" IS DISTINCT FROM (NEW."numerator") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."period_kind" IS DISTINCT FROM (NEW."period_kind") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."retired_on" IS DISTINCT FROM (NEW."retired_on") OR OLD."target" IS DISTINCT FROM (NEW."target") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."tolerance" IS DISTINCT FROM (NEW."tolerance") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."value_kind" IS DISTINCT FROM (NEW."value_kind") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."year_rule" IS DISTINCT FROM (NEW."year_rule"))',
                            func='INSERT INTO "reporting_indicatorevent" ("better", "breakdowns", "code", "denominator", "disclosure", "every", "group_id", "id", "kind", "meaning", "numerator", "owner_id", "period_kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "retired_on", "target", "title", "tolerance", "unit", "value_kind", "version", "year_rule") VALUES (NEW."better", NEW."breakdowns", NEW."code", NEW."denominator", NEW."disclosure", NEW."every", NEW."group_id", NEW."id", NEW."kind", NEW."meaning", NEW."numerator", NEW."owner_id", NEW."period_kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position", NEW."retired_on", NEW."target", NEW."title", NEW."tolerance", NEW."unit", NEW."value_kind", NEW."version", NEW."year_rule"); RETURN NULL;',
                            hash="7bea24f9d73d823fd163ca60a9b901a15ffa0e0d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5b49e",
                            table="reporting_indicator",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="countedvalue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e01b35ddc9cb719a552cb4bd1dc2b7acb6ad184c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73fa6",
                            table="reporting_countedvalue",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatorevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="89ad7f9437fee646bd5e3f772f9cb396cace4634",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_af9e6",
                            table="reporting_indicatorevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="indicatornote",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ca81dc2d0124992178f42692cb51388d22277d3b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b4147",
                            table="reporting_indicatornote",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="publication",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="d9ad6b8abfdc96acc4d587ff8d00a2e49938ee73",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_a5ac2",
                            table="reporting_publication",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="dispatch",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="8cda04c2008852a74573d3e2406b22244a9f6a7d",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_99382",
                            table="reporting_dispatch",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="returnedvalue",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f0e301760c395fbd307ae9906c27aefd50d84e48",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0bfd4",
                            table="reporting_returnedvalue",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="returnreview",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="fc69b6940dff2735d0d21829d4a29dfe99cf6db6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e2f4c",
                            table="reporting_returnreview",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturnevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9f15e0d05101862f0319870bfa4e7255a0a62b2a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_508f8",
                            table="reporting_agencyreturnevent",
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
                            hash="03cb0f08fa282b9700ef912a8fea84e4301bcf25",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_bee53",
                            table="reporting_agencyreturn",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="agencyreturn",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reporting_agencyreturnevent" ("accepted_at", "accepted_by", "agency_id", "answer_set_id", "due_on", "group", "id", "on_paper_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "reference", "round_id", "state", "submitted_at", "submitted_by", "version", "withdrawn_reason") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."agency_id", NEW."answer_set_id", NEW."due_on", NEW."group", NEW."id", NEW."on_paper_from", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."received_at", NEW."reference", NEW."round_id", NEW."state", NEW."submitted_at", NEW."submitted_by", NEW."version", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="288d18f03eb2586ff2c5ce181a0d41eba791aa41",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_4d757",
                            table="reporting_agencyreturn",
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
                            func='INSERT INTO "reporting_agencyreturnevent" ("accepted_at", "accepted_by", "agency_id", "answer_set_id", "due_on", "group", "id", "on_paper_from", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_at", "reference", "round_id", "state", "submitted_at", "submitted_by", "version", "withdrawn_reason") VALUES (NEW."accepted_at", NEW."accepted_by", NEW."agency_id", NEW."answer_set_id", NEW."due_on", NEW."group", NEW."id", NEW."on_paper_from", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."received_at", NEW."reference", NEW."round_id", NEW."state", NEW."submitted_at", NEW."submitted_by", NEW."version", NEW."withdrawn_reason"); RETURN NULL;',
                            hash="86809e6395dd7c51b9ff84d8a4d5bad30ca37b57",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_25377",
                            table="reporting_agencyreturn",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="elementanswerevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9f2613cb6f7d4a91ea4f638aee18b8c82373e99f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_2d0d0",
                            table="reporting_elementanswerevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="elementanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="c1cf01c753ec67c482c1af551c8d9f02547fe822",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_43e2e",
                            table="reporting_elementanswer",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="elementanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reporting_elementanswerevent" ("changed_at", "changed_by", "element_id", "evidence", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "section", "state", "version", "year") VALUES (NEW."changed_at", NEW."changed_by", NEW."element_id", NEW."evidence", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."section", NEW."state", NEW."version", NEW."year"); RETURN NULL;',
                            hash="a05bb31cd645ff7c71b593e623c25a18cd8cb610",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_a8ea3",
                            table="reporting_elementanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="elementanswer",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reporting_elementanswerevent" ("changed_at", "changed_by", "element_id", "evidence", "id", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "section", "state", "version", "year") VALUES (NEW."changed_at", NEW."changed_by", NEW."element_id", NEW."evidence", NEW."id", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."section", NEW."state", NEW."version", NEW."year"); RETURN NULL;',
                            hash="df5d9efbf81e77d2a96ba11208370224a3bd676b",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_283ad",
                            table="reporting_elementanswer",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valueasked",
                    trigger=pgtrigger.compiler.Trigger(
                        name="never_deleted",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                            hash="4e64bb23985d5d46e1fd625bc3b5fdcd07adc5a3",
                            operation="DELETE",
                            pgid="pgtrigger_never_deleted_687f4",
                            table="reporting_valueasked",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valueasked",
                    trigger=pgtrigger.compiler.Trigger(
                        name="insert_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "reporting_valueaskedevent" ("agency_id", "asked_at", "asked_by", "due_on", "id", "indicator_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "returned_id", "state", "version") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by", NEW."due_on", NEW."id", NEW."indicator_id", NEW."period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reference", NEW."returned_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="dfdf82a62e9532f732557271c2a0d556d2f084db",
                            operation="INSERT",
                            pgid="pgtrigger_insert_insert_edf28",
                            table="reporting_valueasked",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valueasked",
                    trigger=pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "reporting_valueaskedevent" ("agency_id", "asked_at", "asked_by", "due_on", "id", "indicator_id", "period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "returned_id", "state", "version") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by", NEW."due_on", NEW."id", NEW."indicator_id", NEW."period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reference", NEW."returned_id", NEW."state", NEW."version"); RETURN NULL;',
                            hash="3bc417253740930781945a26738ce17d743e3f76",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_cf659",
                            table="reporting_valueasked",
                            when="AFTER",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valueaskedevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6f1d41731d66e8250f056569c6fcd07f9fa42b47",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a2547",
                            table="reporting_valueaskedevent",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="valuesignoff",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0a10c3d636ced74b0462b902f7763ecf4a07c727",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aa954",
                            table="reporting_valuesignoff",
                            when="BEFORE",
                        ),
                    ),
                ),
                pgtrigger.migrations.AddTrigger(
                    model_name="wordtableevent",
                    trigger=pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5017999afa4ac42d3c4f13362909eb240cdf56b9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_59742",
                            table="reporting_wordtableevent",
                            when="BEFORE",
                        ),
                    ),
                ),
            ],
        ),
    ]

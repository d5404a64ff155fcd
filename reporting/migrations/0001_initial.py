import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import foundation.first_tables
import reporting.models.returns


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
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
                    name="Comparator",
                    fields=[
                        ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                        ("code", models.CharField(help_text="The code of our own figure.", max_length=60)),
                        ("period", models.CharField(max_length=7)),
                        (
                            "who",
                            models.CharField(
                                choices=[("london", "London"), ("england", "England"), ("neighbours", "Statistical neighbours")],
                                max_length=12,
                            ),
                        ),
                        ("value", models.DecimalField(decimal_places=4, max_digits=16)),
                        ("printed", models.CharField(help_text="As published: 347 or 37.5.", max_length=20)),
                        ("source", models.CharField(max_length=200)),
                        ("received_at", models.DateTimeField()),
                        ("received_by", models.CharField(max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("code", "period", "who"), name="comparator_once")],
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to start"),
                                    ("running", "Being compiled"),
                                    ("done", "Compiled"),
                                    ("failed", "Not compiled"),
                                ],
                                default="waiting",
                                max_length=8,
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
                                    models.Q(("finished_at__isnull", False), ("state__in", ["done", "failed"])),
                                    _connector="OR",
                                ),
                                name="compilation_finished_when_over",
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
                        ("changed_at", models.DateTimeField()),
                        ("changed_by", models.CharField(help_text="The actor's reference.", max_length=60)),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("year", "section"), name="narrative_once")],
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
                        ("period", models.CharField(help_text="2025-26, or 2025 for a calendar year.", max_length=7)),
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
            ],
        ),
    ]

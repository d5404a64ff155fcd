import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

import foundation.first_tables


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        foundation.first_tables.FirstTables(
            operations=[
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
                        ("narrative", models.JSONField(help_text="The narrative's Markdown by section, as it was.")),
                        ("narrative_sha256", models.CharField(max_length=64)),
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
            ],
        ),
    ]

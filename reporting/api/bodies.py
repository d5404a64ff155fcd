"""The bodies that the interface gives of figures."""

from typing import Any

from rest_framework import serializers

from foundation.exports.tables import Kind


class IndicatorBody(serializers.Serializer[Any]):
    """What an indicator means, and what is aimed at."""

    code = serializers.CharField()
    title = serializers.CharField()
    meaning = serializers.CharField()
    unit = serializers.CharField()
    kind = serializers.CharField(help_text="count, state, percentage, rate, mean or money.")
    numerator = serializers.CharField(help_text="What is counted on top, in words; empty for a count.")
    denominator = serializers.CharField(help_text="Out of what, in words; empty for a count.")
    counted_by = serializers.ChoiceField(choices=["live", "returned"], help_text="By the portal, or returned by an agency.")
    every = serializers.ChoiceField(choices=["quarter", "year"])
    period_kind = serializers.ChoiceField(choices=["financial", "academic", "calendar"])
    year_rule = serializers.CharField(help_text="How a year follows from its quarters; empty of one that is told by year.")
    better = serializers.ChoiceField(choices=["higher", "lower", "neither"])
    target = serializers.CharField(allow_null=True, help_text="A decimal number as text.")
    tolerance = serializers.CharField(help_text="A decimal number as text.")
    owner = serializers.CharField(help_text="The agency that owns it; empty where none does.")
    group = serializers.CharField(help_text="The group that scrutinises it; empty where none does.")


class IndicatorList(serializers.Serializer[Any]):
    """Every indicator that is watched."""

    indicators = IndicatorBody(many=True)


class EarlierBody(serializers.Serializer[Any]):
    """What stood in the place of a value before."""

    text = serializers.CharField()
    known_since = serializers.DateTimeField()


class BesideBody(serializers.Serializer[Any]):
    """What somebody else had."""

    who = serializers.CharField()
    text = serializers.CharField(help_text="As it was published.")
    year = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]  # a field, which the class takes away from its attributes
    address = serializers.CharField(help_text="Where it can be read; empty where that is not known.")


class ValueBody(serializers.Serializer[Any]):
    """The value of one period, as the pages tell it."""

    period = serializers.CharField(help_text="2025-26, Q1 2025-26 or 2025.")
    start = serializers.DateField()
    end = serializers.DateField()
    text = serializers.CharField(help_text="As it is printed; a sign where it is hidden.")
    value = serializers.CharField(allow_null=True, help_text="A decimal number as text; null where it is hidden.")
    hidden = serializers.BooleanField(help_text="Whether disclosure control hides it.")
    rounded = serializers.BooleanField(help_text="Whether it is rounded to the nearest five, as numbers of children are.")
    numerator = serializers.IntegerField(allow_null=True, help_text="Only where the value is exact.")
    denominator = serializers.IntegerField(allow_null=True, help_text="Only where the value is exact.")
    source = serializers.CharField()  # type: ignore[assignment]  # a field, which the class takes away from its attributes
    note = serializers.CharField()
    period_text = serializers.CharField(help_text="The period as people read it: 2025/26 academic year.")
    quarters = serializers.ListField(
        child=serializers.IntegerField(),
        allow_null=True,
        help_text="Of a year that follows from its quarters: which are known.",
    )
    population_year = serializers.IntegerField(
        allow_null=True, help_text="Of a rate that the portal counts: the middle of which year its children were estimated for."
    )
    late = serializers.CharField(help_text="“Late data” or “Changed” where it was counted anew and differs; empty otherwise.")
    earlier = EarlierBody(many=True, help_text="What stood there before, the newest first, as it may be told.")
    reasons = serializers.ListField(child=serializers.CharField(), help_text="What its changes come from, the newest first.")
    comparators = BesideBody(many=True, help_text="What others had, and ours a year before.")
    known_since = serializers.DateTimeField(help_text="When this value was counted or returned.")


class ValueList(serializers.Serializer[Any]):
    """Every value of an indicator, the oldest period first."""

    code = serializers.CharField()
    values = ValueBody(many=True)
    years = ValueBody(many=True, help_text="Years that follow from their quarters.")


class EditionBody(serializers.Serializer[Any]):
    """A published edition of a yearly report."""

    year = serializers.CharField()
    number = serializers.IntegerField()
    published_at = serializers.DateTimeField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    withdrawn_reason = serializers.CharField()
    as_at = serializers.DateTimeField(help_text="The moment of the snapshot from which all of its figures come.")
    figures_sha256 = serializers.CharField()
    pdf_sha256 = serializers.CharField()
    pages = serializers.IntegerField()


class EditionList(serializers.Serializer[Any]):
    """Every edition that is or was published, the newest first."""

    editions = EditionBody(many=True)


class ColumnBody(serializers.Serializer[Any]):
    """A column of a table."""

    heading = serializers.CharField()
    kind = serializers.ChoiceField(choices=[str(kind) for kind in Kind], help_text="What its numbers are; others are text.")


class TableBody(serializers.Serializer[Any]):
    """A table as the report prints it; what agencies returned is a table too, with who said what under which heading."""

    title = serializers.CharField()
    columns = ColumnBody(many=True)
    rows = serializers.ListField(
        child=serializers.ListField(child=serializers.CharField(allow_blank=True)),
        help_text="Numbers as decimal text without signs: 1234 or 43.8; a sign where one is hidden.",
    )
    notes = serializers.ListField(child=serializers.CharField(), help_text="Where it comes from, and what must be known.")


class EditionTables(EditionBody):
    """A published edition with its tables, in the order in which they stand in its workbook."""

    tables = TableBody(many=True)


class EditionFigures(EditionBody):
    """A published edition with its figures, exactly as they were hashed."""

    figures = serializers.ListField(child=serializers.DictField())

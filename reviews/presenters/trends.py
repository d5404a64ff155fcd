"""The words of the trends map and of how children are coded."""

from collections.abc import Mapping, Sequence
from typing import Any

from foundation.design import words
from foundation.exports import Column, Table
from foundation.small_numbers import SMALL
from reviews.models import AgeGroup, CaseChild, NationalTheme, TrendColumn
from reviews.selectors.trends import Told, TrendsMap

FEW = f"fewer than {SMALL + 1}"
ROUNDED = "Numbers of children are rounded to the nearest five, and fewer than six are not told."


def map_rows(found: TrendsMap) -> list[dict[str, Any]]:
    """Of each age group the five columns, each feature with how many children have it."""
    return [
        {
            "age": age.label,
            "cells": [
                {"column": column.label, "features": [_feature(told) for told in found.cells.get((age, column), ())]}
                for column in TrendColumn
            ],
        }
        for age in AgeGroup
    ]


def _feature(told: Told) -> dict[str, Any]:
    return {"name": told.name, "most": told.most, "number": FEW if told.number is None else f"about {told.number}"}


def national_rows(national: Mapping[str, Sequence[NationalTheme]]) -> list[dict[str, Any]]:
    """What national reports name, by column."""
    return [
        {
            "column": column.label,
            "themes": [
                {
                    "name": row.feature.theme.name,
                    "source": f"{row.source}, {words.date(row.published_on)}",
                    "note": row.note,
                }
                for row in national[column]
            ],
        }
        for column in TrendColumn
        if column in national
    ]


def map_table(found: TrendsMap) -> Table:
    """The map as a table of one row for each feature of a cell, for a spreadsheet."""
    rows = [
        (row["age"], cell["column"], one["name"], one["number"], "Yes" if one["most"] else "")
        for row in map_rows(found)
        for cell in row["cells"]
        for one in cell["features"]
    ]
    columns = tuple(Column(heading) for heading in ("Age", "Of what", "Feature", "Children", "Most frequent"))
    return Table("Trends map", columns, rows, notes=(ROUNDED,))


def coding_rows(children: Sequence[CaseChild], coded: Mapping[int, tuple[str, tuple[str, ...]]]) -> list[dict[str, Any]]:
    """How each child of a case is coded."""
    return [
        {
            "pseudonym": child.pseudonym,
            "pk": child.pk,
            "age": coded[child.pk][0] if child.pk in coded else "",
            "features": sorted(coded[child.pk][1]) if child.pk in coded else [],
        }
        for child in children
    ]

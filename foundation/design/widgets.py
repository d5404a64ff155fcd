"""Widgets that Django does not have; how they look is decided in `markup`."""

import datetime
from collections.abc import Mapping
from typing import Any

from django import forms

PARTS = ("day", "month", "year")


class DateParts(forms.Widget):
    """Reads a date from three boxes named `<name>-day`, `<name>-month` and `<name>-year`."""

    use_fieldset = True

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> Any:
        """Give the three parts as typed."""
        return tuple(str(data.get(f"{name}-{part}") or "").strip() for part in PARTS)

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Mapping[str, Any], name: str) -> bool:
        """Say whether none of the boxes was sent."""
        return all(f"{name}-{part}" not in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        """Point to the first box."""
        return f"{id_}-day" if id_ else id_

    @staticmethod
    def split(value: object) -> tuple[str, str, str]:
        """Give day, month and year of a date, an ISO date or three parts."""
        if isinstance(value, str) and value:
            try:
                value = datetime.date.fromisoformat(value[:10])
            except ValueError:
                return "", "", str(value)
        if isinstance(value, datetime.date):
            return str(value.day), str(value.month), str(value.year)
        if isinstance(value, list | tuple) and len(value) == len(PARTS):
            day, month, year = (str(part or "") for part in value)
            return day, month, year
        return "", "", ""


class ManyFiles(forms.ClearableFileInput):
    """A file box that takes several files at once."""

    allow_multiple_selected = True

"""What is filled in about a merged chronology: which of it is read, and where it contradicts itself."""

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings

from foundation import clock
from foundation.design import words
from foundation.design.forms import CheckboxField, LongTextField, NumberField, PortalForm, SelectField, TextField
from reviews.forms.incidents import UNDER_PSEUDONYM
from reviews.models import Significance
from reviews.rules.chronology_dates import Unreadable, day_in
from reviews.selectors.chronology import ChronologyFilter

LARGEST = 2**31
MOST_DAYS = 3_660


def _day_field(label: str) -> TextField:
    return TextField(label=label, hint="For example, 3 May 2021", required=False, mark_optional=False, max_length=30, width=20)


class ChronologyFilterForm(PortalForm):
    """Which entries are read, and how long a gap is."""

    page = "reviews.chronology"

    agency = SelectField(label="Agency", choices=[], empty_label="All", required=False, mark_optional=False)
    significance = SelectField(
        label="Meaning", choices=Significance.choices, empty_label="All", required=False, mark_optional=False
    )
    first = _day_field("From")
    last = _day_field("To")
    marked = CheckboxField(label="Only contradictions", required=False, mark_optional=False)
    days = NumberField(label="Gaps of so many days or more", required=False, mark_optional=False, least=1, most=MOST_DAYS)

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].choices = list(agencies)  # type: ignore[attr-defined]  # a select

    def clean(self) -> dict[str, Any]:
        """Read the days as they are read in a chronology."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("first", "last"):
            text, told[name] = told.get(name), None
            if text:
                try:
                    told[name] = day_in(text, today=clock.today()).on
                except Unreadable as unreadable:
                    self.add_error(name, str(unreadable))
        return told

    @property
    def chosen(self) -> ChronologyFilter:
        """Which entries; what cannot be read narrows nothing."""
        told = self.cleaned_data
        return ChronologyFilter(
            agency=told.get("agency") or "",
            significance=told.get("significance") or "",
            first=told.get("first"),
            last=told.get("last"),
            marked=bool(told.get("marked")),
        )

    @property
    def gap_days(self) -> int:
        """How many days a gap has."""
        days = self.cleaned_data.get("days")
        return int(days) if days else int(settings.CHRONOLOGY_GAP_DAYS)

    @property
    def chips(self) -> list[tuple[str, str]]:
        """What is chosen: the name of the question, and the answer in words."""
        told = self.chosen
        agencies = dict(self.fields["agency"].choices)  # type: ignore[attr-defined]  # a select
        said = (
            ("agency", told.agency, f"Agency: {agencies.get(told.agency, '')}"),
            ("significance", told.significance, f"Meaning: {dict(Significance.choices).get(told.significance, '')}"),
            ("first", told.first, f"From: {words.date(told.first)}"),
            ("last", told.last, f"To: {words.date(told.last)}"),
            ("marked", told.marked, "Only contradictions"),
        )
        return [(name, text) for name, value, text in said if value]


class ContradictionForm(PortalForm):
    """Entries that say different things."""

    page = "reviews.contradiction"

    entries = TextField(
        label="Which entries?",
        hint="Their numbers, for example 12, 47",
        required_message="Enter the numbers of two entries or more",
        max_length=400,
    )
    note = LongTextField(
        label="About what do they differ?",
        hint=UNDER_PSEUDONYM,
        required_message="Enter about what they differ",
        rows=3,
        max_length=4_000,
    )

    def clean_entries(self) -> list[int]:
        """The numbers."""
        found = [int(number) for number in re.findall(r"\d{1,18}", self.cleaned_data["entries"])]
        return [number for number in dict.fromkeys(found) if number < LARGEST]


class FoundOutForm(PortalForm):
    """What was found out about a contradiction."""

    reason = LongTextField(
        label="What was found out?", hint=UNDER_PSEUDONYM, required_message="Enter what was found out", rows=3, max_length=4_000
    )

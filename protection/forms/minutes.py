"""The texts of a record that several people write at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foundation.design.forms import LongTextField, PortalForm
from foundation.versions import posted_version
from protection.rules.minutes import LONGEST, Written, fingerprint


@dataclass(frozen=True)
class Place:
    """A text of a record that the page shows: its name, how it is asked for, and how it stands."""

    name: str
    label: str
    text: str
    version: int
    hint: str = ""
    rows: int = 4


def as_places(rows: Iterable[tuple[str, str, str, str]], versions: Mapping[str, int]) -> list[Place]:
    """Texts told as name, label, hint and text, with how often each was changed."""
    return [Place(name, label, text, versions.get(name, 0), hint) for name, label, hint, text in rows]


class RecordForm(PortalForm):
    """The texts of a record. Only what its reader changed is sent on, so that two people can write at once."""

    page = "protection.record"

    def __init__(self, *args: Any, places: Sequence[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        for place in places:
            self.fields[place.name] = LongTextField(
                label=place.label,
                hint=place.hint,
                rows=place.rows,
                required=False,
                mark_optional=False,
                max_length=LONGEST,
                initial=place.text,
            )
            self.fields[place.name].counted = False  # type: ignore[attr-defined]  # nobody writes so much

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Names and values of what the page keeps; where it comes back with an error, what it had kept."""
        if self.is_bound:
            names = [name for name in self.data if name.startswith(("version-", "shown-"))]
            return [(name, str(self.data[name])) for name in names]
        return self.kept

    @property
    def kept(self) -> list[tuple[str, str]]:
        """How each text stood when the page was shown."""
        versions = [(f"version-{place.name}", str(place.version)) for place in self.places]
        return versions + [(f"shown-{place.name}", fingerprint(place.text)) for place in self.places]

    @property
    def written(self) -> dict[str, Written]:
        """The texts that were changed on this page, each with the version that it had shown."""
        found = {}
        for place in self.places:
            text = self.cleaned_data[place.name] or ""
            if fingerprint(text) != self.data.get(f"shown-{place.name}", ""):
                found[place.name] = Written(text, posted_version(self.data.get(f"version-{place.name}", "")))
        return found

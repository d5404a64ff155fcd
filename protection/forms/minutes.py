"""The texts of a record that several people write at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Any

from foundation.design.forms import LongTextField, PortalForm
from foundation.versions import posted_version
from protection.rules.minutes import LONGEST, Page, Written, fingerprint, wrote_it


@dataclass(frozen=True)
class Place:
    """A text of a record that the page shows: its name, how it is asked for, and how it stands."""

    name: str
    label: str
    text: str
    version: int
    hint: str = ""
    rows: int = 4
    by_page: Page | None = None


def as_places(
    rows: Iterable[tuple[str, str, str, str]], versions: Mapping[str, int], pages: Mapping[str, Page] | None = None
) -> list[Place]:
    """Texts told as name, label, hint and text, with how often each was changed, and by which page last."""
    by_page = pages or {}
    return [Place(name, label, text, versions.get(name, 0), hint, by_page=by_page.get(name)) for name, label, hint, text in rows]


KEPT = ("version-", "shown-", "page-")
LONGEST_KEY = 40


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
            names = [name for name in self.data if name.startswith(KEPT)]
            return [(name, str(self.data[name])) for name in names]
        return self.kept

    @property
    def kept(self) -> list[tuple[str, str]]:
        """How each text stood when the page was shown, and what tells this page from others."""
        texts = [kept for place in self.places for kept in _as_it_stands(place)]
        return [("page-key", token_urlsafe(12)), *texts]

    @property
    def written(self) -> dict[str, Written]:
        """The texts that were changed on this page, each with the version that it had shown."""
        found, page = {}, self.data.get("page-key", "")[:LONGEST_KEY]
        for place in self.places:
            text = self.cleaned_data[place.name] or ""
            changed = fingerprint(text) != self.data.get(f"shown-{place.name}", "")
            if changed or wrote_it(page, place.by_page, place.version):
                found[place.name] = Written(text, posted_version(self.data.get(f"version-{place.name}", "")), page)
        return found

    @property
    def changed(self) -> bool:
        """Whether anything on this page is not as it was shown."""
        return bool(self.written)

    def now_kept(self, stands: Iterable[Place]) -> dict[str, str]:
        """What a page that saved by itself keeps from now on, of those of its texts that stand as it wrote them."""
        mine = self.written
        same = [one for one in stands if one.name in mine and fingerprint(one.text) == fingerprint(mine[one.name].text)]
        return dict(kept for one in same for kept in _as_it_stands(one))

    def stands_beside(self, stands: Iterable[Place]) -> bool:
        """Whether something that was written here is kept beside what somebody else wrote."""
        kept = self.now_kept(stands)
        return any(f"shown-{name}" not in kept for name in self.written)


def _as_it_stands(place: Place) -> list[tuple[str, str]]:
    return [(f"version-{place.name}", str(place.version)), (f"shown-{place.name}", fingerprint(place.text))]

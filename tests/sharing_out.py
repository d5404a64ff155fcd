"""Which worker runs which tests: a file is one worker's, unless a parameter names a group of its own; the longest first."""

from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

GROUP = " >> "
"""Stands between the name of a group and the rest of a parameter's id."""
LONGEST = ("resilience", "demo", "stack", "access", "browser")
"""Folders whose files take so long that whoever ends with one of them keeps the others waiting."""


class ByFileOrGroup(LoadScopeScheduling):
    """Hands whole files to the workers, or whole groups of a file's tests."""

    def _split_scope(self, nodeid: str) -> str:
        group, parted, _rest = nodeid.partition(GROUP)
        return group if parted else nodeid.partition("::")[0]


def longest_first(items: list[pytest.Item]) -> None:
    """Put the tests of the longest folders first, each file's in the order in which they are."""
    items.sort(key=lambda item: _place(item.path))


def _place(path: Path) -> int:
    folder = path.parent.name
    return LONGEST.index(folder) if folder in LONGEST else len(LONGEST)

"""README and docs name files, tests and addresses that exist, and the people who can sign in."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from accounts.access_table import declared_roles
from portal.demo.partnership import SIGN_INS, address

ROOT = Path(settings.BASE_DIR)
DOCUMENTS = sorted([ROOT / "README.md", ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")])


def targets(document: Path) -> list[Path]:
    """The files to which a document's links lead."""
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    return [document.parent / link for link in links if "://" not in link]


def named_tests(document: Path) -> list[tuple[str, str]]:
    """Each test file or folder that a document names, with the test function where it names one."""
    return re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", document.read_text(encoding="utf-8"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    assert [str(target) for target in targets(document) if not target.exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_tests_that_are_named_exist(document: Path) -> None:
    for file, function in named_tests(document):
        assert (ROOT / file).exists(), f"There is no {file}."
        assert not function or f"def {function}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file} has no {function}."


def test_a_decision_says_what_holds_it() -> None:
    decisions = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    assert [int(path.name[:4]) for path in decisions] == list(range(1, len(decisions) + 1))
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    for decision in decisions:
        text = decision.read_text(encoding="utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings == ["Context", "Options", "Decision", "Consequences", "Held by"], decision.name
        assert decision.name in index


def test_readme_tells_what_each_role_can_try() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for who in SIGN_INS:
        assert f"| `{address(who)}` | {declared_roles()[who.role].title} | {who.tries} |" in readme


def test_the_picture_says_what_it_shows() -> None:
    picture = (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8")
    assert "<title" in picture
    assert "<desc" in picture
    assert "<script" not in picture
    assert all(
        f">{app}</text>" in picture for app in ("foundation", "accounts", "work", "children", "board", "referrals", "reporting")
    )

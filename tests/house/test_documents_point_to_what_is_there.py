"""README and docs name files, tests and addresses that exist, and the people who can sign in."""

import re
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

import pytest
from django.apps import apps
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


def named_files(text: str) -> list[str]:
    """Each file of the house that a text names; a template may be named as a page names it."""
    return re.findall(r"`([\w.-]+/[\w/.-]+\.(?:py|md|html|svg|js|scss|css|sh|toml|json|csv))`", text)


def gone(text: str) -> list[str]:
    """The names of modules, and of what stands in them, that a text tells of and that are not there."""
    apps_named = "|".join([*settings.APPS_OF_THE_HOUSE, "portal"])
    names = re.findall(rf"`((?:{apps_named})(?:\.\w+)+)(?:\(.*?\))?`", text)
    return [name for name in names if find_spec(".".join(name.split(".")[:2])) is not None and not resolves(name)]


def resolves(name: str) -> bool:
    """Whether a dotted name leads to a module, or to something in one."""
    try:
        resolve_name(name)
    except (ImportError, AttributeError):
        return False
    return True


WRITTEN = [document for document in DOCUMENTS if "reference" not in document.parts]
"""Without the folder of what is made from the code."""


@pytest.mark.parametrize("document", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_is_named_of_the_code_is_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert [name for name in named_files(text) if not (ROOT / name).exists() and not (ROOT / "templates" / name).exists()] == []
    assert gone(text) == []


def test_the_check_sees_names_of_the_code_that_are_gone() -> None:
    assert gone("`board.rules.LOOK_AGAIN`, `board.rules.rating(…)`, `board.rules.LOOK_AWAY`, `board.actions`") == [
        "board.rules.LOOK_AWAY"
    ]


def filled() -> dict[str, bool]:
    """Each app of the house, and whether it keeps anything of its own yet or has only declared its roles."""
    return {app: any(apps.get_app_config(app).get_models()) for app in settings.APPS_OF_THE_HOUSE}


def test_the_apps_that_are_only_declared_are_those_of_which_it_is_said() -> None:
    said = re.search(
        r"So stand (.*?);", (ROOT / "docs/decisions/0009-upper-apps-begin-with-their-roles.md").read_text(encoding="utf-8")
    )
    assert said is not None
    picture = (ROOT / "docs" / "picture.svg").read_text(encoding="utf-8")
    dashed = re.findall(r"<rect [^>]*stroke-dasharray[^>]*/>\s*<text [^>]*>([^<]*)</text>", picture)
    declared = {app for app, full in filled().items() if not full}
    assert set(re.findall(r"`(\w+)`", said[1])) == declared
    assert {app for floor in dashed for app in floor.split(" · ")} == declared


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

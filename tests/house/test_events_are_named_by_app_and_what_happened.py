"""What happened is named in one manner, `app.thing_done`; events keep their words, so the older ones are listed and stay."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = frozenset(settings.APPS_OF_THE_HOUSE)
OLDER = frozenset(
    [
        "answers.started",
        "answers.submitted",
        "bank_holiday.added",
        "bank_holiday.removed",
        "clock.held",
        "clock.released",
        "clock.revised",
        "clock.started",
        "clock.stopped",
        "compilation.failed",
        "compilation.finished",
        "compilation.requested",
        "compilation.started",
        "deadline_limit.set",
        "deadline_limit.withdrawn",
        "document.infected",
        "document.removed",
        "edition.made",
        "handover.accepted",
        "handover.offered",
        "handover.returned",
        "handover.withdrawn",
        "narrative.written",
        "outbox.given_up",
        "questionnaire.created",
        "questionnaire.occasions_changed",
        "questionnaire.published",
        "questionnaire.version_started",
        "request.answered",
        "request.asked",
        "request.chased",
        "request.waived",
        "request.withdrawn",
        "school_term.removed",
        "school_term.saved",
    ]
)
"""Verbs from before the rule. None is added."""


def sources() -> Mapping[Path, str]:
    """Every module that may write an event: demonstrations too."""
    files = [file for app in [*settings.APPS_OF_THE_HOUSE, "portal"] for file in sorted((ROOT / app).rglob("*.py"))]
    return {file: file.read_text(encoding="utf-8") for file in files if "migrations" not in file.parts}


@dataclass(frozen=True)
class Taker:
    """A function to which a verb is given: at which place, and what it writes before it."""

    place: int
    before: str = ""


def takers(trees: Mapping[Path, ast.Module]) -> dict[tuple[Path | str, str], Taker]:
    """The functions that write the verb they are given: private ones by their module, others by their app, each with its name."""
    found = dict[tuple[Path | str, str], Taker]()
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and "verb" in (names := [argument.arg for argument in node.args.args]):
                source = ast.unparse(node)
                before = re.search(r"f'(\w+\.){verb}'", source)
                passed_on = re.search(r"\brecord\(verb,", source)  # to the one of its app, which writes the app's name before it
                prefix = before[1] if before else f"{app_of(file)}." if passed_on else ""
                found[file if node.name.startswith("_") else app_of(file), node.name] = Taker(names.index("verb"), prefix)
    return found


def app_of(file: Path) -> str:
    """The app to which a module belongs."""
    return file.relative_to(ROOT).parts[0]


def words(given: ast.expr) -> Iterator[str]:
    """The verbs that an argument may be; `…` stands for what is filled in."""
    match given:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from words(one)
            yield from words(other)
        case ast.JoinedStr(values=values):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in values)
        case _:
            return


def verbs(files: Mapping[Path, str]) -> dict[str, str]:
    """Each verb that is written down, with the module that writes it."""
    trees = {file: ast.parse(source) for file, source in files.items()}
    known, found = takers(trees), dict[str, str]()
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = file if name.startswith("_") else app_of(file)
            taker = Taker(0) if name == "Happened" else known.get((place, name))
            given = [verb for keyword in node.keywords if keyword.arg == "verb" for verb in words(keyword.value)]
            if taker and len(node.args) > taker.place:
                given += [f"{taker.before}{verb}" for verb in words(node.args[taker.place])]
            found.update(dict.fromkeys(given, str(file.relative_to(ROOT))))
    return found


def is_named_by_the_rule(verb: str) -> bool:
    """Whether a verb begins with an app of the house and says what happened, in small letters."""
    app, point, happened = verb.partition(".")
    return bool(point) and app in APPS and all((part.isalpha() and part.islower()) or part == "…" for part in happened.split("_"))


def strays(found: Mapping[str, str]) -> list[str]:
    """Verbs that are named otherwise, or by another app than the one that writes them."""
    return sorted(
        verb
        for verb, file in found.items()
        if verb not in OLDER
        and not (is_named_by_the_rule(verb) and (file.startswith("portal/") or verb.partition(".")[0] == file.partition("/")[0]))
    )


def test_new_verbs_are_named_by_the_rule() -> None:
    found = verbs(sources())
    assert len(found) > 150
    assert strays(found) == []


def test_the_list_of_older_verbs_only_shrinks() -> None:
    assert set(verbs(sources())) >= OLDER
    assert not [verb for verb in OLDER if is_named_by_the_rule(verb)]


def test_the_check_sees_a_verb_of_another_manner_however_it_is_passed() -> None:
    helper = "def note(verb, by):\n    record(verb=f'work.{verb}', by=by)\n"
    private = "def _mark(by, verb):\n    events.record(verb=verb, by=by)\n"
    calls = "note('clock_wound', me)\n_mark(me, 'clock.wound')\nHappened('board.clock_wound', it)\n"
    choice = "record(verb='work.x' if y else 'z', by=me)\n"
    found = verbs({ROOT / "work" / "services" / "winding.py": helper + private + calls + choice})
    assert strays(found) == ["board.clock_wound", "clock.wound", "z"]

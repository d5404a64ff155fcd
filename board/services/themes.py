"""Keeping the shared vocabulary, and tagging actions with it."""

from collections.abc import Iterable

from accounts.models import Person
from board.models import Action, ActionTheme, Theme
from board.selectors.actions import locked_action
from board.selectors.themes import chosen_themes, locked_theme, themes_of
from board.services.past import save_changed
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

NOT_IN_USE = "Select themes that are in use."


def _subject(theme: Theme) -> Subject:
    return Subject("theme", theme.code)


def _check_name(kind: str, name: str, *, but: str = "") -> None:
    """Also when two write at the same moment: the second waits, and is refused."""
    take_turns("board.theme names")
    if Theme.objects.filter(kind=kind, name__iexact=name, retired_at__isnull=True).exclude(code=but).exists():
        raise Refused("There is a theme of this name in the same group. Use it, or give this one another name.", field="name")


def _check_version(theme: Theme, version: int) -> None:
    check_version(theme, version, "Somebody else has changed this theme since you opened it. Look at it again before you save.")


def _save(theme: Theme) -> None:
    theme.version += 1
    theme.save()


@service
def add_theme(*, by: Person, code: str, kind: str, name: str, note: str = "") -> Theme:
    """Add a theme to the vocabulary. Refuses a code that was ever used, and a name that its group has."""
    code = code.upper()
    if not (code.isascii() and code.isalnum()):
        raise Refused("Enter a code of letters and numbers only, such as F12.", field="code")
    _check_name(kind, name)
    if Theme.objects.filter(code=code).exists():
        raise Refused("This code belongs to another theme. Codes are never used again: enter a new one.", field="code")
    theme = Theme.objects.create(code=code, kind=kind, name=name, note=note)
    record(verb="board.theme_added", by=by, subject=_subject(theme), data={"kind": kind})
    return theme


@service
def change_theme(*, by: Person, code: str, version: int, name: str, note: str) -> Theme:
    """Say anew what a theme is called and what belongs to it. Its code and group stay.

    Refuses one that is retired, and says so when somebody else was faster.
    """
    theme = locked_theme(code)
    _check_version(theme, version)
    if theme.retired_at is not None:
        raise Refused("This theme is retired. Bring it back before you change it.")
    _check_name(theme.kind, name, but=code)
    theme.name, theme.note = name, note
    _save(theme)
    record(verb="board.theme_changed", by=by, subject=_subject(theme))
    return theme


@service
def retire_theme(*, by: Person, code: str, version: int, reason: str) -> Theme:
    """Retire a theme, with a reason: what is tagged with it stays so, and nothing new is. Refuses one that is retired."""
    theme = locked_theme(code)
    _check_version(theme, version)
    if theme.retired_at is not None:
        raise Refused("This theme is retired already.")
    if not reason.strip():
        raise Refused("Enter why.", field="reason")
    theme.retired_at, theme.retired_by = clock.now(), by.reference
    _save(theme)
    record(verb="board.theme_retired", by=by, subject=_subject(theme), reason=reason)
    return theme


@service
def bring_back_theme(*, by: Person, code: str) -> Theme:
    """Use a retired theme again. Refuses one that is in use, and while another of its name is."""
    theme = locked_theme(code)
    if theme.retired_at is None:
        raise Refused("This theme is in use already.")
    _check_name(theme.kind, theme.name)
    theme.retired_at, theme.retired_by = None, ""
    _save(theme)
    record(verb="board.theme_brought_back", by=by, subject=_subject(theme))
    return theme


@service
def tag_action(*, by: Person, reference: str, version: int, themes: Iterable[str]) -> Action:
    """Say which themes an action is about. The same themes again change nothing.

    Refuses themes that are unknown or retired, save those it has, and says so when somebody else changed the action meanwhile.
    """
    action = locked_action(by, reference)
    had = {theme.code for theme in themes_of(action)}
    wanted = chosen_themes(themes, had)
    if wanted is None:
        raise Refused(NOT_IN_USE, field="themes")
    now = {theme.code for theme in wanted}
    if now == had:
        return action
    check_version(action, version, "Somebody else has updated this action since you opened it. Check the themes and save again.")
    action.tags.exclude(theme__in=wanted).delete()
    ActionTheme.objects.bulk_create(ActionTheme(action=action, theme=theme) for theme in wanted if theme.code not in had)
    save_changed(action)
    data = {"added": " ".join(sorted(now - had)), "removed": " ".join(sorted(had - now))}
    record(verb="board.action_tagged", by=by, subject=Subject("action", action.reference), data=data)
    return action

"""The shared vocabulary as it is kept, and what is tagged with it. None of it is about a child."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When

from accounts.models import Agency, Person
from board.models import Action, ActionTheme, ChallengeTheme, Theme
from board.rules import OPEN
from board.selectors.actions import visible_actions
from board.selectors.challenges import visible_challenges
from foundation.errors import NotVisible


def all_themes(person: Person) -> tuple[dict[str, Any], ...]:
    """Every theme, the retired ones last, each with how many actions and challenges that the person may see have it."""
    seen = visible_actions(person)
    tagged = dict(ActionTheme.objects.filter(action__in=seen).values_list("theme").annotate(n=Count("id")))
    still = dict(ActionTheme.objects.filter(action__in=seen.filter(state__in=OPEN)).values_list("theme").annotate(n=Count("id")))
    read = visible_challenges(person)
    asked = dict(ChallengeTheme.objects.filter(challenge__in=read).values_list("theme").annotate(n=Count("id")))
    themes = Theme.objects.order_by(F("retired_at").asc(nulls_first=True), "kind", "name")
    return tuple(
        {
            "theme": theme,
            "actions": tagged.get(theme.pk, 0),
            "open": still.get(theme.pk, 0),
            "challenges": asked.get(theme.pk, 0),
        }
        for theme in themes
    )


def theme_of(code: str) -> Theme:
    """One theme by its code."""
    theme = Theme.objects.filter(code=code).first()
    if theme is None:
        raise NotVisible
    return theme


def locked_theme(code: str) -> Theme:
    """The same, locked for a service."""
    theme = Theme.objects.select_for_update().filter(code=code).first()
    if theme is None:
        raise NotVisible
    return theme


def themes_to_choose(kept: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Code and words of the themes in use, with those that something is tagged with already, though retired since."""
    themes = Theme.objects.filter(Q(retired_at__isnull=True) | Q(code__in=list(kept)))
    return tuple((theme.code, f"{theme.get_kind_display()}: {theme.name}") for theme in themes)


def themes_in_lists() -> tuple[tuple[str, str], ...]:
    """Code and words of every theme, for filters: what is retired can still be looked for."""
    retired = {True: " (retired)", False: ""}
    themes = Theme.objects.order_by(F("retired_at").asc(nulls_first=True), "kind", "name")
    return tuple((theme.code, f"{theme.name}{retired[theme.retired_at is not None]}") for theme in themes)


def agencies_and_themes(person: Person) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Code and words of the agencies among the visible actions, and of every theme, for the filters: asked at once."""
    led = visible_actions(person).filter(agency=OuterRef("pk"))
    agencies = Agency.objects.filter(Exists(led)).order_by().values_list("code", "name", Value("agency"))
    themes = Theme.objects.order_by().values_list(
        "code", "name", Case(When(retired_at__isnull=True, then=Value("theme")), default=Value("retired"))
    )
    rows = sorted(agencies.union(themes, all=True), key=lambda row: row[1].casefold())
    by_kind = {kind: [(code, name) for code, name, of in rows if of == kind] for kind in ("agency", "theme", "retired")}
    retired = [(code, f"{name} (retired)") for code, name in by_kind["retired"]]
    return tuple(by_kind["agency"]), (*by_kind["theme"], *retired)


def themes_of(action: Action) -> tuple[Theme, ...]:
    """What an action is tagged with."""
    return tuple(Theme.objects.filter(pk__in=action.tags.values("theme")))


def chosen_themes(codes: Iterable[str], kept: Iterable[str] = ()) -> tuple[Theme, ...] | None:
    """The themes of these codes; None where one is unknown, or retired without being among those kept."""
    wanted = frozenset(codes)
    usable = Theme.objects.filter(Q(retired_at__isnull=True) | Q(code__in=list(kept)), code__in=wanted)
    found = tuple(usable)
    return found if len(found) == len(wanted) else None

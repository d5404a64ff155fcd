"""Coding what happened to children by features that the team extends, and naming what national reports found."""

from collections.abc import Iterable
from datetime import date

from accounts.models import Person
from board.models import Theme
from board.selectors.themes import theme_of
from board.services.themes import add_theme
from foundation import clock
from foundation.errors import Refused, need
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from reviews.models import AgeGroup, Case, ChildCoding, CodedFeature, NationalTheme, TrendColumn, TrendFeature
from reviews.rules.trends import USUAL
from reviews.selectors.sight import owned_case
from reviews.selectors.trends import child_to_code, coding_of
from reviews.services.team import subject_of

TURNS = "reviews.features"


def _subject(feature: TrendFeature) -> Subject:
    return Subject("theme", feature.theme.code)


def _place(by: Person, theme: Theme, column: str) -> TrendFeature:
    feature = TrendFeature.objects.create(
        theme=theme, column=TrendColumn(column), added_at=clock.now(), added_by=by.actor_reference
    )
    record(verb="reviews.feature_placed", by=by, subject=_subject(feature), data={"column": column})
    return feature


def _next_code(column: str) -> str:
    letter = f"T{column[0].upper()}"
    taken = Theme.objects.filter(code__startswith=letter).values_list("code", flat=True)
    numbers = [int(code.removeprefix(letter)) for code in taken if code.removeprefix(letter).isdecimal()]
    return f"{letter}{max(numbers, default=0) + 1}"


@service
def add_feature(*, by: Person, column: str, name: str) -> TrendFeature:
    """Extend the vocabulary by a feature, in a column of the map. A theme of this name is used, not repeated.

    Whoever opens cases. Refuses a name that the map has already.
    """
    take_turns(TURNS)
    need(name, "Enter the feature.", "name")
    theme = Theme.objects.filter(kind=Theme.Kind.FEATURE, name__iexact=name.strip(), retired_at__isnull=True).first()
    if theme is None:
        theme = add_theme(by=by, code=_next_code(column), kind=Theme.Kind.FEATURE, name=name.strip())
    if TrendFeature.objects.filter(theme=theme).exists():
        raise Refused("The map has this feature already.", field="name")
    return _place(by, theme, column)


@service
def take_usual_features(*, by: Person) -> int:
    """Begin with the features that partnerships usually code; gives how many are new. Whoever opens cases."""
    take_turns(TURNS)
    there = {name.casefold() for name in TrendFeature.objects.values_list("theme__name", flat=True)}
    missing = [(column, name) for column, names in USUAL.items() for name in names if name.casefold() not in there]
    for column, name in missing:
        add_feature(by=by, column=column, name=name)
    return len(missing)


@service
def code_child(*, by: Person, case: str, child: int, age_group: str, features: Iterable[str]) -> ChildCoding:
    """Say how old a child of a case was and which features its story has. The case's owner; the same again changes nothing.

    Refuses a feature that is unknown or retired, save one that the child has.
    """
    found = Case.objects.select_for_update().get(pk=owned_case(by, case).pk)
    row = child_to_code(found.pk, child)
    group, had = coding_of(row)
    wanted = frozenset(features)
    if (group, had) == (age_group, wanted):
        return row.coding
    usable = TrendFeature.objects.filter(theme__code__in=wanted).select_related("theme")
    chosen = [one for one in usable if one.theme.retired_at is None or one.theme.code in had]
    if len(chosen) < len(wanted):
        raise Refused("Select features that are in use.")
    coding, _made = ChildCoding.objects.update_or_create(
        child=row,
        defaults={"age_group": AgeGroup(age_group), "coded_at": clock.now(), "coded_by": by.actor_reference},
    )
    coding.features.exclude(feature__in=chosen).delete()
    CodedFeature.objects.bulk_create(CodedFeature(coding=coding, feature=one) for one in chosen if one.theme.code not in had)
    record(verb="reviews.child_coded", by=by, subject=subject_of(found))
    return coding


@service
def name_nationally(*, by: Person, code: str, source: str, published_on: date, note: str = "") -> NationalTheme:
    """Write down that a national report names a feature. Whoever opens cases; refused twice and for a day to come."""
    take_turns(TURNS)
    feature = TrendFeature.objects.filter(theme=theme_of(code)).first()
    if feature is None:
        raise Refused("Select a feature of the map.", field="code")
    need(source, "Enter the title of the national report.", "source")
    if published_on > clock.today():
        raise Refused("The day must be today or in the past.", field="published_on")
    if feature.national.filter(source__iexact=source.strip()).exists():
        raise Refused("This report names this feature already.", field="source")
    row = NationalTheme.objects.create(
        feature=feature,
        source=source.strip(),
        published_on=published_on,
        note=note.strip(),
        added_at=clock.now(),
        added_by=by.actor_reference,
    )
    record(verb="reviews.feature_named_nationally", by=by, subject=_subject(feature))
    return row

"""Keeping the catalogue of indicators, and saying what explains a value or what is challenged about it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max

from accounts.models import Agency, Person
from board.models import Challenge, Group
from board.services.challenges import raise_challenge
from foundation import clock
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.figures import DisclosureClass, FigureKind
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from reporting.models import Indicator, IndicatorNote
from reporting.models.inputs import PeriodKind
from reporting.rules.adding_up import dimension_of
from reporting.rules.catalogue import catalogue
from reporting.rules.indicators import OF_TWO_NUMBERS
from reporting.rules.periods import period_named
from reporting.rules.quarters import rules_for
from reporting.selectors.counting import is_by_quarter, source_of
from reporting.selectors.indicators import indicator_of, locked_indicator, owners_to_choose

LONGEST_DIMENSION = 40
STALE = "Somebody else has changed this indicator since you opened it. Check yours against theirs and save again."


def _subject(indicator: Indicator) -> Subject:
    return Subject("indicator", indicator.code)


def _watched(
    *, every: str, better: str, target: Decimal | None, tolerance: Decimal | None, group: str, owner: str
) -> dict[str, Any]:
    """How an indicator is watched, as the table keeps it."""
    if tolerance is not None and target is None:
        raise Refused("Enter a target, or leave the tolerance empty.", field="tolerance")
    found = Group.objects.filter(reference=group).first() if group else None
    if group and found is None:
        raise Refused("Select a group from the list.", field="group")
    if owner and owner not in dict(owners_to_choose()):
        raise Refused("Select an agency from the list.", field="owner")
    return {
        "every": every, "better": better, "target": target, "tolerance": tolerance or Decimal(0), "group": found,
        "owner": Agency.objects.get(code=owner) if owner else None,
    }  # fmt: skip


@service
def watch_figure(
    *, by: Actor, code: str, every: str, better: str, target: Decimal | None = None, tolerance: Decimal | None = None,
    group: str = "", owner: str = "", period_kind: str = "financial",
) -> Indicator:  # fmt: skip
    """Watch a figure that code defines: one that an app counts, or one that is returned until an app does.

    The same again adds nothing.

    Refuses a figure that is not in the catalogue or is watched already, quarters and other years of one that is counted by
    financial years only, a returned one without its owner, and a tolerance without a target.
    """
    take_turns("reporting.indicators")
    spec = catalogue().get(code)
    if spec is None:
        raise Refused("Select a figure from the list.", field="code")
    years = period_kind or PeriodKind.FINANCIAL
    kind = Indicator.Kind.LIVE if source_of(code) else Indicator.Kind.RETURNED
    told = _watched(every=every, better=better, target=target, tolerance=tolerance, group=group, owner=owner)
    if kind == Indicator.Kind.LIVE and every == Indicator.Every.QUARTER and not is_by_quarter(code):
        raise Refused("This figure is counted by years only. Select every year.", field="every")
    if kind == Indicator.Kind.LIVE and years != PeriodKind.FINANCIAL and not is_by_quarter(code):
        raise Refused("This figure is counted by financial years only. Select the financial year.", field="period_kind")
    if kind == Indicator.Kind.RETURNED and not owner:
        raise Refused("No app counts this figure. Select the agency that returns it.", field="owner")
    defined = {
        "title": spec.title, "meaning": spec.meaning, "unit": spec.unit, "value_kind": spec.kind.value,
        "disclosure": spec.disclosure.value, "numerator": spec.numerator, "denominator": spec.denominator,
    }  # fmt: skip
    return _added(by, Indicator(code=code, kind=kind, period_kind=years, **defined, **told))


@service
def define_indicator(
    *, by: Actor, code: str, title: str, meaning: str, unit: str, value_kind: str, disclosure: str, owner: str, every: str,
    period_kind: str, better: str, numerator: str = "", denominator: str = "", target: Decimal | None = None,
    tolerance: Decimal | None = None, group: str = "", year_rule: str = "", parts: str = "",
) -> Indicator:  # fmt: skip
    """Define an indicator that an agency returns and no app knows; `parts`: by what, with commas. The same again adds nothing.

    Refuses the code of another figure, a share without what is counted and out of what, a way to tell its year that its sort of
    number does not have, an indicator without its owner, and a tolerance without a target.
    """
    take_turns("reporting.indicators")
    if code in catalogue():
        raise Refused("The portal has a figure of this code. Watch that one instead.", field="code")
    if value_kind not in {kind.value for kind in FigureKind} or disclosure not in {one.value for one in DisclosureClass}:
        raise Refused("Select what sort of number it is.", field="value_kind")
    if FigureKind(value_kind) in OF_TWO_NUMBERS and not (numerator and denominator):
        raise Refused("Enter what is counted and out of what.", field="denominator" if numerator else "numerator")
    if year_rule and year_rule not in rules_for(FigureKind(value_kind)):
        raise Refused("A year of this sort of number cannot be told so. Select another way.", field="year_rule")
    if not owner:
        raise Refused("Select the agency that returns it.", field="owner")
    told = _watched(every=every, better=better, target=target, tolerance=tolerance, group=group, owner=owner)
    defined = {
        "title": title, "meaning": meaning, "unit": unit, "value_kind": value_kind, "disclosure": disclosure,
        "numerator": numerator, "denominator": denominator, "period_kind": period_kind, "year_rule": year_rule,
        "breakdowns": _dimensions(parts),
    }  # fmt: skip
    return _added(by, Indicator(code=code, kind=Indicator.Kind.RETURNED, **defined, **told))


def _dimensions(parts: str) -> list[str]:
    """By what an indicator is returned in parts, each once."""
    found = list(dict.fromkeys(filter(None, (dimension_of(one) for one in parts.split(",")))))
    if any(len(one) > LONGEST_DIMENSION or not one.replace("_", "").isalnum() for one in found):
        raise Refused(f"Enter words of at most {LONGEST_DIMENSION} letters with commas between them.", field="parts")
    return found


def _added(by: Actor, new: Indicator) -> Indicator:
    there = Indicator.objects.filter(code=new.code).first()
    if there is not None:
        names = ("title", "every", "period_kind", "better", "target", "tolerance", "group_id", "owner_id")
        if all(getattr(there, name) == getattr(new, name) for name in names):
            return there
        raise Refused("This figure is an indicator already. Change that one.", field="code")
    last = Indicator.objects.aggregate(last=Max("position"))["last"] or 0
    new.position = last + 1
    new.save()
    record(verb="reporting.indicator_added", by=by, subject=_subject(new))
    return new


@service
def change_indicator(
    *, by: Actor, code: str, version: int, better: str, target: Decimal | None = None, tolerance: Decimal | None = None,
    group: str = "", owner: str = "",
) -> Indicator:  # fmt: skip
    """Say anew what is aimed at and who looks after an indicator; what it was stays in its history.

    Refuses a returned one without its owner, a tolerance without a target, and one that was changed meanwhile.
    """
    found = locked_indicator(code)
    check_version(found, version, STALE)
    if found.kind == Indicator.Kind.RETURNED and not owner:
        raise Refused("Select the agency that returns it.", field="owner")
    told = _watched(every=found.every, better=better, target=target, tolerance=tolerance, group=group, owner=owner)
    for name, value in told.items():
        setattr(found, name, value)
    _save(found)
    record(verb="reporting.indicator_changed", by=by, subject=_subject(found))
    return found


@service
def retire_indicator(*, by: Actor, code: str, version: int, reason: str) -> Indicator:
    """Watch an indicator no more; what was counted and said stays. Refuses one that is retired, and one changed meanwhile."""
    found = locked_indicator(code)
    if found.retired_on is not None:
        raise Refused("This indicator is not watched any more.")
    check_version(found, version, STALE)
    found.retired_on = clock.today()
    _save(found)
    record(verb="reporting.indicator_retired", by=by, subject=_subject(found), reason=reason)
    return found


@service
def bring_indicator_back(*, by: Actor, code: str, version: int) -> Indicator:
    """Watch a retired indicator again. Refuses one that is watched, and one changed meanwhile."""
    found = locked_indicator(code)
    if found.retired_on is None:
        raise Refused("This indicator is watched already.")
    check_version(found, version, STALE)
    found.retired_on = None
    _save(found)
    record(verb="reporting.indicator_brought_back", by=by, subject=_subject(found))
    return found


def _save(found: Indicator) -> None:
    found.version += 1
    found.save()


@service
def comment_on_indicator(*, by: Person, code: str, period: str, text: str) -> IndicatorNote:
    """Say what explains the value of a period. The same again adds nothing. Refuses a period that it does not have."""
    found = indicator_of(code)
    label = _period(found, period)
    there = found.notes.filter(period=label, text=text, written_by=by, challenge__isnull=True).first()
    return there or _noted(by, found, label, text, None)


@service
def challenge_indicator(
    *, by: Person, code: str, period: str, text: str, raiser_kind: str, raiser_agency: str = "", asked_for: str = "",
    response_due_on: date | None = None,
) -> IndicatorNote:  # fmt: skip
    """Challenge the value of a period: it goes into the board's log, about the owner, and stands with the indicator.

    Refuses a period that it does not have, and what the log refuses.
    """
    found = indicator_of(code)
    label = _period(found, period)
    challenge = raise_challenge(
        by=by, title=f"{found.title}, {label}", text=text, raised_on=clock.today(), raiser_kind=raiser_kind,
        raiser_agency=raiser_agency, about=found.owner.code if found.owner else "", asked_for=asked_for,
        response_due_on=response_due_on,
    )  # fmt: skip
    there = IndicatorNote.objects.filter(challenge=challenge).first()
    return there or _noted(by, found, label, text, challenge)


def _period(found: Indicator, label: str) -> str:
    try:
        period = period_named(label, found.period_kind)
    except Refused as refused:
        raise Refused(refused.sentence, field="period") from refused
    if period.start > clock.today():
        raise Refused("This period has not begun.", field="period")
    return period.label


def _noted(by: Person, found: Indicator, period: str, text: str, challenge: Challenge | None) -> IndicatorNote:
    note = IndicatorNote.objects.create(
        indicator=found, period=period, text=text, challenge=challenge, written_at=clock.now(), written_by=by
    )
    data: Mapping[str, str] = {"period": period, "challenge": challenge.reference if challenge else ""}
    record(verb="reporting.indicator_commented", by=by, subject=_subject(found), data=dict(data))
    return note

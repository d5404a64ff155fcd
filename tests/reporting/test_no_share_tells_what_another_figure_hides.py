"""The same children told by two figures: a share whose numerator is a part of another figure is told only where that part is."""

import re
from importlib import import_module
from pkgutil import iter_modules

import protection.figures
import referrals.figures
from foundation.figures import DisclosureClass, FigureKind, PartOf, all_specs
from referrals.figures.facts import FactTable, Measure
from reporting.rules.catalogue import catalogue
from reviews.figures.deaths import LEARNING

PEOPLE = {DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE}
TOLD_TWICE = {
    "assessments.no_further_action": PartOf("assessments.finished", "outcome", ("No further action",)),
    "consent.given": PartOf("consent.recorded", "consent", ("Asked, and given",)),
    "early_help.needs_met": PartOf("early_help.ended", "outcome", ("Needs met",)),
    "contacts.converted": PartOf(
        "contacts.received",
        "outcome",
        ("Referral accepted: child and family assessment", "Referral accepted: strategy discussion"),
    ),
    "deaths.modifiable": PartOf("deaths.reviewed", "learning", ("Modifiable factors found",)),
    "plans.open_over_2_years": PartOf("plans.open", "duration", ("Over 24 months",)),
    "plans.safer": PartOf("plans.scaled", "change", ("Rose by 3 points or more", "Rose by less than 3 points")),
}
"""Every pair that is known. Those of which one condition picks one part are found below."""


def tables() -> list[FactTable]:
    modules = [
        import_module(f"{package.__name__}.{one.name}")
        for package in (referrals.figures, protection.figures)
        for one in iter_modules(package.__path__)
    ]
    return list(
        {id(value): value for module in modules for value in vars(module).values() if isinstance(value, FactTable)}.values()
    )


def picked(table: FactTable, share: Measure) -> set[PartOf]:
    """The parts of counts of the same table that are what a share counts on top."""
    found = set()
    for count in table.measures:
        if count.spec.kind not in {FigureKind.COUNT, FigureKind.STATE} or count.spec.disclosure not in PEOPLE:
            continue
        base = "" if count.top == "true" else f"{count.top} AND "
        match = re.fullmatch(rf"{re.escape(base)}(\w+) = (?:%\((\w+)\)s|'([^']+)')", share.top)
        if match and match[1] in count.spec.breakdowns:
            value = table.params[match[2]] if match[2] else match[3]
            found.add(PartOf(count.spec.code, match[1], (table.labels[match[1]][value],)))
    return found


def test_each_share_that_counts_a_part_of_another_figure_says_so() -> None:
    found = {
        measure.spec.code: (measure.spec.part_of, parts)
        for table in tables()
        for measure in table.measures
        if measure.spec.kind == FigureKind.PERCENTAGE and measure.spec.disclosure in PEOPLE
        if (parts := picked(table, measure))
    }
    assert found.keys() == {"assessments.no_further_action", "consent.given", "early_help.needs_met"}
    assert all(part_of in parts for part_of, parts in found.values())


def test_every_pair_is_listed_and_names_parts_that_there_are() -> None:
    declared = {spec.code: spec.part_of for _app, spec in all_specs() if spec.part_of}
    assert declared.keys() == TOLD_TWICE.keys()
    labels = {
        (measure.spec.code, dimension): set(names.values())
        for table in tables()
        for measure in table.measures
        for dimension, names in table.labels.items()
    }
    labels["deaths.reviewed", "learning"] = set(LEARNING.values())  # counted one by one, in no table of facts
    for part_of in declared.values():
        assert part_of.dimension in catalogue()[part_of.code].breakdowns
        assert set(part_of.labels) <= labels[part_of.code, part_of.dimension]
    assert declared == TOLD_TWICE

"""What was recorded, returned and corrected between two editions."""

from collections.abc import Mapping
from datetime import date

from foundation.calendar import FinancialYear
from foundation.cuts import CUTS
from foundation.design.words import moment
from foundation.events import apps_that_recorded, newest_event
from foundation.kept_figures import KEPT
from reporting.models import Edition, Population, ReturnedValue
from reporting.rules.comparing import Since
from reporting.rules.frozen import from_json
from reporting.selectors.gathering import periods_of
from reporting.selectors.snapshot import snapshot


def since(old: Edition, new: Edition) -> Since:
    """What happened between the moments at which two editions of a year took their figures."""
    sources = {figure.source for figure in from_json(new.figures).values() if figure.source.kind == "live"}
    apps = {source.name.split(".")[0] for source in sources}
    later = {"received_at__gt": old.as_at, "received_at__lte": new.as_at}
    corrected: dict[str, tuple[str, ...]] = {}
    returned = set()
    rows = ReturnedValue.objects.filter(period__in=_labels(new.year), **later).order_by("id")
    for code, note, corrects in rows.values_list("code", "note", "correction_of"):
        if corrects is None:
            returned.add(code)
        else:
            why = note.rstrip(".") or "no reason was given"
            corrected[code] = tuple(dict.fromkeys((*corrected.get(code, ()), why)))
    newest = newest_event(before=old.as_at)
    recorded = apps & apps_that_recorded(after=newest, before=new.as_at)
    return Since(
        moment(old.as_at),
        frozenset(recorded),
        corrected,
        frozenset(returned),
        Population.objects.filter(**later).exists(),
        _months_touched(FinancialYear.from_label(new.year), newest, newest_event(before=new.as_at)) if recorded else {},
    )


def _months_touched(year: FinancialYear, since_event: int, until: int) -> dict[str, tuple[str, ...]]:
    """By code, the months of a year of whose records something has happened between two events; of sources that tell it."""
    found: dict[str, tuple[str, ...]] = {}
    answers: dict[object, Mapping[date | None, int]] = {}
    with snapshot() as cursor:
        for name, kept in KEPT.items():
            if kept.touched not in answers:  # sources of the same records share it
                answers[kept.touched] = kept.touched(cursor, since_event, until)
            touched = answers[kept.touched]
            days = sorted(day for day in touched if day and year.contains(day))
            if None not in touched and (days or not touched):  # what lies in another year may count in this one, or may not
                found |= dict.fromkeys((spec.code for spec in CUTS.get(name).specs), tuple(f"{day:%B %Y}" for day in days))
    return found


def _labels(year: str) -> list[str]:
    """The years whose values belong to a report, and those of the year before."""
    this = FinancialYear.from_label(year)
    return [label for one in (this, this.previous()) for _kind, label in periods_of(one)]

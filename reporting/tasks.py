"""This app's background work."""

from foundation.actors import SystemActor
from foundation.celery_tasks import task
from reporting.services.indicator_values import count_indicators as count
from reporting.services.keeping import keep_closed_months as keep
from reporting.services.publishing import watch_publication as watch


@task("reporting.keep_closed_months", seconds=540, own_transactions=True)
def keep_closed_months(*, by: SystemActor) -> None:
    """Count months that are over and were not counted, or of which something has changed."""
    keep(by=by)


@task("reporting.count_indicators", seconds=540, own_transactions=True)
def count_indicators(*, by: SystemActor) -> None:
    """Count the indicators that were not counted for most of a day."""
    count(by=by)


@task("reporting.watch_publication", seconds=60)
def watch_publication(*, by: SystemActor) -> None:
    """Start the clock by which the report of the year that is over is published."""
    watch(by=by)

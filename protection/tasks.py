"""Background work of child protection."""

from foundation import clock
from foundation.actors import SystemActor
from foundation.celery_tasks import task
from protection.selectors.panel import has_list
from protection.services import copies, panel


@task("protection.list_for_panel", seconds=240)
def list_for_panel(*, by: SystemActor) -> None:
    """Make the list of this month's scrutiny panel, once; what comes up later in the month is for people to add."""
    today = clock.today()
    if not has_list(today):
        panel.list_for_panel(by=by, month=today)


@task("protection.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the files of copies of records that are a day old."""
    copies.purge_conference_copies(by=by)

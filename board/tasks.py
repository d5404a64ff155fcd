"""Background work of the board."""

from board.services import packs, reminding
from foundation.actors import SystemActor
from foundation.celery_tasks import task


@task("board.purge_packs", seconds=120)
def purge_packs(*, by: SystemActor) -> None:
    """Remove the files of meeting packs that are a day old."""
    packs.purge_packs(by=by)


@task("board.remind_of_meetings", seconds=120)
def remind_of_meetings(*, by: SystemActor) -> None:
    """Remind those who sit in a group of its next meeting."""
    reminding.remind_of_meetings(by=by)

"""Background work of the board."""

from board.services import packs
from foundation.actors import SystemActor
from foundation.celery_tasks import task


@task("board.purge_packs", seconds=120)
def purge_packs(*, by: SystemActor) -> None:
    """Remove the files of meeting packs that are a day old."""
    packs.purge_packs(by=by)

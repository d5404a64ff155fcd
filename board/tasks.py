"""Background work of the board."""

from board.services import exceptions
from foundation.actors import SystemActor
from foundation.celery_tasks import task


@task("board.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the files of exceptions reports that are a day old."""
    exceptions.purge_exceptions_copies(by=by)

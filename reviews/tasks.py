"""Background work of reviews."""

from foundation.actors import SystemActor
from foundation.celery_tasks import task
from reviews.services import chronology


@task("reviews.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the files of copies of chronologies that are a day old."""
    chronology.purge_chronology_copies(by=by)

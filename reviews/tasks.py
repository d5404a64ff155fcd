"""Background work of reviews."""

from foundation.actors import SystemActor
from foundation.celery_tasks import task
from reviews.services import chronology, deaths_packs


@task("reviews.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the files of copies of chronologies that are a day old."""
    chronology.purge_chronology_copies(by=by)


@task("reviews.purge_death_packs", seconds=120)
def purge_death_packs(*, by: SystemActor) -> None:
    """Remove the files of packs of panel meetings that are a day old."""
    deaths_packs.purge_death_packs(by=by)

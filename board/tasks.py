"""Background work of the board."""

from board.services import chase_rules, exceptions, importing, packs, reminding
from foundation.actors import SystemActor
from foundation.celery_tasks import task


@task("board.chase_owners", seconds=120)
def chase_owners(*, by: SystemActor) -> None:
    """Ask about actions whoever the table of chasing names today."""
    chase_rules.follow_chase_rules(by=by)


@task("board.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the files of exceptions reports that are a day old."""
    exceptions.purge_exceptions_copies(by=by)


@task("board.purge_packs", seconds=120)
def purge_packs(*, by: SystemActor) -> None:
    """Remove the files of meeting packs that are a day old."""
    packs.purge_packs(by=by)


@task("board.remind_of_meetings", seconds=120)
def remind_of_meetings(*, by: SystemActor) -> None:
    """Remind those who sit in a group of its next meeting."""
    reminding.remind_of_meetings(by=by)


@task("board.clear_plan_imports", seconds=120)
def clear_plan_imports(*, by: SystemActor) -> None:
    """Let go of the rows and files of plans that were given a week ago."""
    importing.clear_plan_imports(by=by)

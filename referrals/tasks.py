"""Background work of the front door."""

from foundation.actors import SystemActor
from foundation.celery_tasks import task
from referrals import services


@task("referrals.remind_of_drafts", seconds=120)
def remind_of_drafts(*, by: SystemActor) -> None:
    """Tell writers of the drafts that will be deleted soon."""
    services.remind_of_drafts(by=by)


@task("referrals.tell_leads_of_quality", seconds=120)
def tell_leads_of_quality(*, by: SystemActor) -> None:
    """Tell safeguarding leads that the quality figures of last month are ready."""
    services.tell_leads_of_quality(by=by)


@task("referrals.purge_copies", seconds=120)
def purge_copies(*, by: SystemActor) -> None:
    """Remove the copies that were made a day ago or longer."""
    services.purge_copies(by=by)


@task("referrals.purge_lapsed_drafts", seconds=120)
def purge_lapsed_drafts(*, by: SystemActor) -> None:
    """Delete the drafts that nobody sent in time."""
    services.purge_lapsed_drafts(by=by)

"""The ground floor's background work."""

from foundation.actors import SystemActor
from foundation.celery_tasks import SECONDS_TO_CLEAN_UP, task
from foundation.documents import scanning
from foundation.outbox import attempts


@task("foundation.deliver", seconds=60, own_transactions=True)
def deliver(message_id: int, *, by: SystemActor) -> None:
    """Make one attempt at one message of the outbox."""
    attempts.deliver(message_id)


@task("foundation.sweep_outbox", seconds=30, own_transactions=True)
def sweep_outbox(*, by: SystemActor) -> None:
    """Publish what waits in the outbox, each to its queue and with the time its kind may take."""
    for message_id, queue, seconds in attempts.take_for_publishing():
        deliver.apply_async(
            (message_id,),
            queue=queue,
            soft_time_limit=seconds,
            time_limit=seconds + SECONDS_TO_CLEAN_UP,
            expires=int(attempts.REPUBLISH_AFTER.total_seconds()),
            retry=False,
        )


@task("foundation.scan_waiting_documents", seconds=240, own_transactions=True)
def scan_waiting_documents(*, by: SystemActor) -> None:
    """Ask the scanner again about documents that still wait."""
    scanning.scan_waiting(by=by)


@task("foundation.remove_orphaned_files", own_transactions=True)
def remove_orphaned_files(*, by: SystemActor) -> None:
    """Remove files whose transaction was rolled back."""
    scanning.remove_orphans()

"""Background work of accounts."""

from accounts.services import access_log, sessions, visitors
from foundation.actors import SystemActor
from foundation.celery_tasks import task


@task("accounts.seal_access_log", seconds=120)
def seal_access_log(*, by: SystemActor) -> None:
    """Seal what finished transactions have written to the access log."""
    access_log.seal_access_log(by=by)


@task("accounts.prepare_access_log_partitions", seconds=60)
def prepare_access_log_partitions(*, by: SystemActor) -> None:
    """Make the coming months' partitions of the access log."""
    access_log.prepare_access_log_partitions(by=by)


@task("accounts.remove_ended_sessions", seconds=60)
def remove_ended_sessions(*, by: SystemActor) -> None:
    """Delete what is left of sessions that have ended."""
    sessions.remove_ended_sessions(by=by)


@task("accounts.remove_old_codes", seconds=60)
def remove_old_codes(*, by: SystemActor) -> None:
    """Delete one-time codes that ran out long ago."""
    visitors.remove_old_codes(by=by)

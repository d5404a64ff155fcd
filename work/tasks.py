"""This app's background work."""

from foundation.actors import SystemActor
from foundation.celery_tasks import task
from work.services import people, reminders


@task("work.send_reminders", seconds=120)
def send_reminders(*, by: SystemActor) -> None:
    """Remind people of what is due and late."""
    reminders.send_reminders(by=by)


@task("work.ask_for_confirmations", seconds=120)
def ask_for_confirmations(*, by: SystemActor) -> None:
    """Ask agencies' leads who still works there."""
    people.ask_for_confirmations(by=by)

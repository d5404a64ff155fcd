"""How a worker listens to its queue, and goes on when the queue was away."""

import logging

from celery.worker.consumer import Consumer

logger = logging.getLogger(__name__)


class PatientConsumer(Consumer):
    """A consumer that connects again even when the lost connection could not be closed whole.

    kombu lets go of a connection before the channels on it: when what is not acknowledged then cannot be given back, closing
    the rest raises an AttributeError, which Celery takes for the end of the worker. There is nothing left to close.
    """

    def on_connection_error_after_connected(self, exc: Exception) -> None:
        """Let go of the lost connection, whatever state it is in."""
        try:
            super().on_connection_error_after_connected(exc)
        except AttributeError:
            logger.warning("The lost connection to the queue could not be closed whole; connecting again.")
        self.connection = None

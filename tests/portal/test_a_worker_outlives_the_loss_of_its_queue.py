"""A worker connects again after its queue was away, whatever state the lost connection is in."""

from portal.celery import app
from portal.consumer import PatientConsumer


class Lost:
    """A connection of which nothing can be collected, and whose channel no longer knows it."""

    connection_errors = (ConnectionError,)
    channel_errors = ()

    def collect(self, socket_timeout: float) -> None:
        raise ConnectionError(socket_timeout)

    def close(self) -> None:
        raise AttributeError(self)


def test_the_worker_listens_by_the_patient_consumer() -> None:
    assert app.conf.worker_consumer == "portal.consumer:PatientConsumer"


def test_half_a_connection_is_let_go() -> None:
    consumer = PatientConsumer.__new__(PatientConsumer)
    consumer.app, consumer.connection, consumer.pool = app, Lost(), None
    consumer.on_connection_error_after_connected(ConnectionError())
    assert consumer.connection is None

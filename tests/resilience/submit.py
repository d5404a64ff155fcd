"""A web process in small: promises mails, each in its own transaction, and prints how long the slowest took."""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()
    from django.db import connection, transaction

    from foundation.mail import queue_mail

    connection.ensure_connection()
    slowest = 0.0
    for key in sys.argv[1:]:
        began = time.perf_counter()
        with transaction.atomic():
            queue_mail(to=f"{key}@agency.example", template="news", context={"path": "/"}, key=key)
        slowest = max(slowest, time.perf_counter() - began)
    print(slowest)  # noqa: T201  # read by the test

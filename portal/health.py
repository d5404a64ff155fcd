"""Whether the portal is alive, and whether it can do its work. Says nothing of what it holds."""

import logging

from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from foundation import clock
from foundation.documents.scanning import oldest_waiting
from foundation.outbox import oldest_due

OK, NOT_READY = 200, 503

logger = logging.getLogger(__name__)

_tables_up_to_date: list[bool] = []


@require_safe
@transaction.non_atomic_requests
def live(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("alive\n", content_type="text/plain")


@require_safe
@transaction.non_atomic_requests
def ready(request: HttpRequest) -> JsonResponse:
    """200 when database and tables are as this version needs them, 503 when not.

    `outbox_seconds` and `scanner_seconds` say for how long the oldest promise has been due and the oldest document waiting to be
    scanned; they tell the operator that a worker, the queue or the scanner is away, which does not stop the web.
    """
    answer: dict[str, str | int] = {"database": "away", "tables": "unknown"}
    try:
        _ask_database(answer)
    except DatabaseError as error:
        logger.warning("Not ready: %s", type(error).__name__)
    is_ready = answer["database"] == "ok" and answer["tables"] == "ok"
    return JsonResponse({"ready": is_ready, **answer}, status=OK if is_ready else NOT_READY)


def _ask_database(answer: dict[str, str | int]) -> None:
    connection.ensure_connection()
    answer["database"] = "ok"
    answer["tables"] = "ok" if _tables_are_up_to_date() else "behind"
    if answer["tables"] == "ok":
        now = clock.now()
        for name, moment in (("outbox_seconds", oldest_due()), ("scanner_seconds", oldest_waiting())):
            answer[name] = max(0, int((now - moment).total_seconds())) if moment else 0


def _tables_are_up_to_date() -> bool:
    """Whether every migration of this version is applied; once it is so, it stays so."""
    if not _tables_up_to_date:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return False
        _tables_up_to_date.append(True)
    return True

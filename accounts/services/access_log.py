"""Keeping the access log: its monthly partitions, and sealing what has been written in hashed blocks."""

from django.db import connection

from accounts.models import AccessLogSeal
from accounts.selectors.access_log import FIRST_HASH, block_after, hash_of_block
from foundation import clock
from foundation.actors import Actor
from foundation.service import service
from foundation.turns import take_turns

ROWS_IN_A_BLOCK = 100_000


@service
def prepare_access_log_partitions(*, by: Actor, months: int = 3) -> None:
    """Make the partitions of this and the coming months where they are missing. Safe to repeat."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT prepare_access_log_partitions(%s, %s)", [clock.today(), months])


@service
def seal_access_log(*, by: Actor) -> int:
    """Seal the rows of finished transactions in the next block or blocks; says how many blocks. One sealer at a time."""
    take_turns("accounts.seal_access_log")
    sealed = 0
    while True:
        last = AccessLogSeal.objects.order_by("-number").first()
        block = block_after(last, limit=ROWS_IN_A_BLOCK)
        if block is None:
            return sealed
        previous = last.hash if last else FIRST_HASH
        AccessLogSeal.objects.create(
            number=(last.number if last else 0) + 1,
            last_generation=block.last_generation,
            last_transaction=block.last_transaction,
            last_id=block.last_id,
            rows=block.rows,
            sealed_at=clock.now(),
            previous_hash=previous,
            hash=hash_of_block(after=last, block=block, previous=previous),
        )
        sealed += 1

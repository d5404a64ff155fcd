import pgtrigger
from django.db import models


class AccessLogEntry(models.Model):
    """Who looked at what: one row for each view, search, export, print or download of a child's data.

    Append-only, in monthly partitions. The primary key of the table is (id, at). Its columns `generation` and `transaction`
    let sealing leave out rows of running transactions.
    """

    append_only = True

    class Action(models.TextChoices):
        VIEW = "view", "Looked at"
        SEARCH = "search", "Searched"
        EXPORT = "export", "Exported"
        PRINT = "print", "Printed"
        DOWNLOAD = "download", "Downloaded"

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    person = models.CharField(max_length=60, help_text="The actor's reference.")
    agency = models.CharField(max_length=20, blank=True)
    action = models.CharField(max_length=10, choices=Action.choices)
    record_kind = models.CharField(max_length=40)
    record_reference = models.CharField(max_length=40, blank=True)
    child_references = models.JSONField(default=list, help_text="References of the children whose data was shown.")
    route = models.CharField(max_length=80)
    reason = models.TextField(blank=True)

    class Meta:
        managed = False
        db_table = "accounts_accesslogentry"

    class Privacy:
        personal = {"work": ["person"], "case": ["child_references", "reason"]}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.record_kind}"


class AccessLogGeneration(models.Model):
    """A database server in which the log was written: after a restore into a new one, transactions are numbered anew.

    The database adds a row by itself when it finds itself in a server that is not the last one.
    """

    append_only = True

    number = models.PositiveIntegerField(unique=True)
    server = models.BigIntegerField(help_text="PostgreSQL’s identifier of the server’s files.")

    class Meta:
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"generation {self.number}"


class AccessLogSeal(models.Model):
    """A sealed block of the access log: its rows' hash, chained to the block before, so that any tampering shows."""

    append_only = True

    number = models.PositiveBigIntegerField(unique=True)
    last_generation = models.PositiveIntegerField(
        help_text="Blocks follow each other in the order of generation, transaction and id; this is the last."
    )
    last_transaction = models.BigIntegerField()
    last_id = models.BigIntegerField()
    rows = models.PositiveIntegerField()
    sealed_at = models.DateTimeField()
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    class Privacy:
        personal: dict[str, list[str]] = {}
        keep = "audit_trail"

    def __str__(self) -> str:
        return f"block {self.number}"

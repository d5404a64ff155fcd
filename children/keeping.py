"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from children.models import Child

RECORDS = {"child": Child}

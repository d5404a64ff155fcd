"""The board's records to which files belong."""

from board.models import Action

RECORDS = {"action": Action}

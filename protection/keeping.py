"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from protection.models import ScrutinyPanel
from protection.rules import kinds
from protection.selectors.sight import MODELS

RECORDS = {**MODELS, kinds.PANEL: ScrutinyPanel}

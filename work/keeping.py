"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from work.models import Handover, Questionnaire, Request
from work.selectors.requests import ANSWERED_BY, NOTED_FOR

RECORDS = {ANSWERED_BY: Request, NOTED_FOR: Request, "handover": Handover, "questionnaire": Questionnaire}

"""Saying why a counted value changed, and signing a returned value off."""

from accounts.models import Agency, Person
from foundation import clock
from foundation.errors import Conflict, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import CountedReason, ReturnedValue, ValueSignOff
from reporting.rules.indicators import COUNTED_VALUES, RETURNED_VALUES
from reporting.selectors.corrections import change_to_explain, value_to_sign

COUNTED_ANEW = "The value has been counted anew since you opened it. Read what it is now, and say why again."
RETURNED_ANEW = "Another value has come since you opened this one. Read it before you sign it off."


@service
def explain_change(*, by: Person, code: str, period: str, version: int, text: str) -> CountedReason:
    """Say why a counted value differs from the one before it, for its owner. The same again adds nothing.

    `version`: which of its values was explained. Refuses no words, and a value that was counted anew meanwhile; to others than
    the owner and the business team it does not exist.
    """
    take_turns(COUNTED_VALUES)
    change = change_to_explain(by, code, period)
    if change.counted.pk != version:
        raise Conflict(COUNTED_ANEW)
    if not text.strip():
        raise Refused("Enter why the value changed.", field="text")
    there = change.counted.reasons.filter(text=text, written_by=by).first()
    if there is not None:
        return there
    reason = CountedReason.objects.create(counted=change.counted, text=text, written_at=clock.now(), written_by=by)
    _record(by, "change_explained", change.indicator.code, period)
    return reason


@service
def sign_value_off(*, by: Person, code: str, period: str, version: int) -> ValueSignOff:
    """Sign a returned value off that came by file or was written down for one's agency. Once it is signed, again adds nothing.

    `version`: which value was read. Refuses one that was corrected meanwhile; to others than leads of the
    owner it does not exist.
    """
    take_turns(RETURNED_VALUES)
    value, owner = value_to_sign(by, code, period)
    if value.pk != version:
        raise Conflict(RETURNED_ANEW)
    there = ValueSignOff.objects.filter(value=value).first()
    return there or signed_off(by=by, value=value, agency=owner)


def signed_off(*, by: Person, value: ReturnedValue, agency: Agency) -> ValueSignOff:
    """That a lead of an agency signs a value off: who returns one does by that. Called in the transaction that keeps it."""
    made = ValueSignOff.objects.create(value=value, agency=agency, signed_at=clock.now(), signed_by=by)
    _record(by, "value_signed_off", value.code, value.period)
    return made


def _record(by: Person, what: str, code: str, period: str) -> None:
    record(verb=f"reporting.{what}", by=by, subject=Subject("indicator", code), data={"period": period})

"""What many tables of child protection share: references, what is never deleted, days as a range."""

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db.models import Func, Q

from foundation.references import new_reference

STANDS = Q(withdrawn_at__isnull=True)
"""An invitation that was not taken back."""


def new_protection_reference() -> str:
    """The opaque reference of a family group, discussion, enquiry, conference, plan or panel."""
    return new_reference("5")


def never_deleted() -> pgtrigger.Protect:
    """Case records are withdrawn with a reason, never deleted."""
    return pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)


def never_changed() -> pgtrigger.Protect:
    """What is written once stays as it was written."""
    return pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


def while_the_plan_runs() -> pgtrigger.Trigger:
    """Nothing is added to a plan that has ended; plans that were brought over bring their history along."""
    return pgtrigger.Trigger(
        name="while_the_plan_runs",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func="""
            PERFORM 1 FROM protection_plan
                WHERE id = NEW.plan_id AND (origin = 'imported' OR (ended_on IS NULL AND withdrawn_at IS NULL));
            IF NOT FOUND THEN
                RAISE EXCEPTION 'plan_ended_is_kept' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


class Days(Func):
    """The days from one date up to, and without, another; without an end where the other is missing."""

    function = "DATERANGE"
    output_field = DateRangeField()

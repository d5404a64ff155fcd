"""The states of discussions, enquiries, conferences and plans: what may happen in which, and what is said otherwise."""

from foundation.states import Transition
from protection.models import ConferenceState as C
from protection.models import DiscussionState as D
from protection.models import EnquiryState as E

_D_OVER = "This discussion was cancelled or withdrawn."
_D_SHARED = "The record of this discussion has been shared, so it is not changed. Call another discussion."
DISCUSSION_TRANSITIONS = (
    Transition("prepare", (D.CALLED,), D.CALLED, "This discussion has been held already."),
    Transition("minute", (D.CALLED,), D.CALLED, _D_SHARED),
    Transition("minute", (D.HELD,), D.HELD, _D_SHARED),
    Transition("hold", (D.CALLED,), D.HELD, "This discussion has been held already, or was cancelled."),
    Transition("share", (D.HELD,), D.SHARED, "Record the discussion as held before you share its record, and share it once."),
    *(Transition("take_back", (state,), state, _D_OVER) for state in (D.CALLED, D.HELD, D.SHARED)),
    Transition("cancel", (D.CALLED,), D.CANCELLED, "Only a discussion that has not been held can be cancelled."),
    Transition("withdraw", (D.CALLED, D.HELD, D.SHARED), D.WITHDRAWN, _D_OVER),
)

_E_CLOSED = "This enquiry is with a manager or complete, and is not changed."
ENQUIRY_TRANSITIONS = (
    Transition("write", (E.OPEN,), E.OPEN, _E_CLOSED),
    Transition("submit", (E.OPEN,), E.WITH_MANAGER, "This enquiry has been sent to a manager already."),
    Transition("send_back", (E.WITH_MANAGER,), E.OPEN, "No enquiry waits for a manager here."),
    Transition("authorise", (E.WITH_MANAGER,), E.COMPLETE, "No enquiry waits for a manager here."),
)

CONFERENCE_TRANSITIONS = (
    Transition("book", (C.REQUESTED,), C.BOOKED, "This conference has been held, or was cancelled."),
    Transition("book", (C.BOOKED,), C.BOOKED, "This conference has been held, or was cancelled."),
    Transition("invite", (C.BOOKED,), C.BOOKED, "Book the conference with chair and time before you invite people to it."),
    *(
        Transition("take_back", (state,), state, "Nobody is invited to this conference.")
        for state in (C.BOOKED, C.HELD, C.APPROVED, C.DISTRIBUTED)
    ),
    Transition("minute", (C.BOOKED,), C.BOOKED, "The record is written from the booking until the chair approves it."),
    Transition("minute", (C.HELD,), C.HELD, "The record is written from the booking until the chair approves it."),
    Transition("hold", (C.BOOKED,), C.HELD, "Only a conference that is booked, and not held yet, can be recorded as held."),
    Transition("approve", (C.HELD,), C.APPROVED, "Record the conference as held before the chair approves its record, once."),
    Transition("distribute", (C.APPROVED,), C.DISTRIBUTED, "The chair approves the record before it is sent out, once."),
    Transition("cancel", (C.REQUESTED, C.BOOKED), C.CANCELLED, "Only a conference that has not been held can be cancelled."),
    Transition("withdraw", (C.REQUESTED, C.BOOKED), C.WITHDRAWN, "A conference that was held stays on the record."),
)

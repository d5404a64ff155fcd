"""The states of serious incidents: what may happen in which, and what is said otherwise."""

from foundation.states import Transition
from reviews.models import IncidentState as S

_DECIDED = "It has been decided about this incident already."
INCIDENT_TRANSITIONS = (
    Transition(
        "write", (S.CONSIDERED,), S.CONSIDERED, "What was notified is not changed. Write what is new into the rapid review."
    ),
    Transition("leave", (S.CONSIDERED,), S.NOT_NOTIFIED, _DECIDED),
    Transition("consider_again", (S.NOT_NOTIFIED,), S.CONSIDERED, "Only an incident that was not notified is considered again."),
    Transition("notify", (S.CONSIDERED,), S.NOTIFIED, _DECIDED),
    Transition(
        "leave_unreviewed", (S.NOTIFIED,), S.CLOSED, "Whether a rapid review is needed is decided after the notification, once."
    ),
    Transition("meet", (S.NOTIFIED,), S.MET, "The meeting is recorded once, after the incident was notified."),
    Transition("meet_again", (S.MET,), S.MET, "What the meeting found is changed until the partners have signed it off."),
    Transition("sign_off", (S.MET,), S.SIGNED_OFF, "Record the meeting before the partners sign off, once."),
    Transition("send", (S.SIGNED_OFF,), S.SENT, "The partners sign the rapid review off before it is sent, once."),
    Transition("reply", (S.SENT,), S.REPLIED, "The panel replies to a rapid review that was sent, once."),
    Transition("close", (S.REPLIED,), S.CLOSED, "Record what the panel replied before the case is closed."),
)

"""The states of serious incidents and of reviews: what may happen in which, and what is said otherwise."""

from foundation.states import Transition
from reviews.models import IncidentState as S
from reviews.models import PracticeState as P
from reviews.models import ReturnState

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
_R = ReturnState
_FIXED = "What was sent is not changed. The owner of the case can send it back."
RETURN_TRANSITIONS = (
    Transition("declare", (_R.ASKED,), _R.OPEN, "This has been said already."),
    Transition("declare_again", (_R.ASKED,), _R.BACK, "This has been said already."),
    Transition("write", (_R.OPEN,), _R.OPEN, _FIXED),
    Transition("write", (_R.BACK,), _R.BACK, _FIXED),
    Transition("send", (_R.OPEN, _R.BACK), _R.SENT, "It has been sent already."),
    Transition("send_back", (_R.SENT,), _R.BACK, "Only a return that was sent can be sent back."),
    Transition(
        "name_author",
        (_R.ASKED, _R.OPEN, _R.BACK),
        _R.ASKED,
        "This return is sent or withdrawn: nobody has to write it any more.",
    ),
    Transition(
        "withdraw",
        (_R.ASKED, _R.OPEN, _R.BACK),
        _R.WITHDRAWN,
        "A return that was sent stays. Only a request that waits is withdrawn.",
    ),
)

_WRITTEN = (P.COMMISSIONED, P.SCOPING, P.REPORTS_DUE, P.ANALYSIS, P.DRAFT)
_ON = "This review is beyond that."
_ACCEPT_FIRST = "The partners accept the report before its publication is prepared."
PRACTICE_TRANSITIONS = (
    *(
        Transition("write", (state,), state, "What a review is about is changed until its report is accepted.")
        for state in _WRITTEN
    ),
    Transition("go_on", (P.COMMISSIONED,), P.SCOPING, _ON),
    Transition("go_on", (P.SCOPING,), P.REPORTS_DUE, _ON),
    Transition("go_on", (P.REPORTS_DUE,), P.ANALYSIS, _ON),
    Transition("go_on", (P.ANALYSIS,), P.DRAFT, _ON),
    Transition("accept", (P.DRAFT,), P.ACCEPTED, "The partners accept a draft, once."),
    Transition("draft_again", (P.ACCEPTED, P.PRE_PUBLICATION), P.DRAFT, "Only a report that is accepted goes back to a draft."),
    Transition("prepare", (P.ACCEPTED,), P.PRE_PUBLICATION, _ACCEPT_FIRST),
    Transition("prepare", (P.PRE_PUBLICATION,), P.PRE_PUBLICATION, _ACCEPT_FIRST),
    Transition("publish", (P.PRE_PUBLICATION,), P.PUBLISHED, "A report is published once, after its publication was prepared."),
    Transition("withhold", (P.ACCEPTED, P.PRE_PUBLICATION), P.WITHHELD, "Only a report that is accepted is withheld."),
    Transition("end", _WRITTEN, P.CLOSED, _ON),
    Transition("close", (P.PUBLISHED, P.WITHHELD), P.CLOSED, "A review is closed once it is published or withheld."),
)

"""The states of clocks, handovers, requests, questionnaire versions and sets of answers."""

from foundation.states import Transition

CLOCK_TRANSITIONS = (
    Transition("hold", ("running",), "held", "This clock is not running, so it cannot be put on hold."),
    Transition("release", ("held",), "running", "This clock is not on hold."),
    Transition("revise", ("running",), "running", "Something that is done already cannot get another date."),
    Transition("revise", ("held",), "held", "Something that is done already cannot get another date."),
    Transition("stop", ("running", "held"), "stopped", "This clock has stopped already."),
)

_DECIDED = "Somebody has already accepted, returned or withdrawn this handover."
HANDOVER_TRANSITIONS = (
    Transition("accept", ("offered",), "accepted", _DECIDED),
    Transition("return", ("offered",), "returned", _DECIDED),
    Transition("withdraw", ("offered",), "withdrawn", _DECIDED),
)

_CLOSED = "This request has been answered, waived or withdrawn already."
REQUEST_TRANSITIONS = (
    Transition("answer", ("asked",), "answered", _CLOSED),
    Transition("chase", ("asked",), "asked", _CLOSED),
    Transition("waive", ("asked",), "waived", _CLOSED),
    Transition("withdraw", ("asked",), "withdrawn", _CLOSED),
)

VERSION_TRANSITIONS = (
    Transition(
        "edit", ("draft",), "draft", "This version is in use or was, so its questions cannot change. Start a new version."
    ),
    Transition("publish", ("draft",), "published", "This version has been published already."),
    Transition("retire", ("published",), "retired", "Only the version in use can be retired."),
)

ANSWER_SET_TRANSITIONS = (
    Transition("save", ("open",), "open", "These answers have been submitted and cannot change."),
    Transition("submit", ("open",), "submitted", "These answers have been submitted already."),
)

"""From receipt to sign-off: the states of a contact, what each outcome creates, and who may not act twice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from foundation.errors import Refused
from foundation.states import Transition
from referrals.models.codes import CLOSED_STATES, NOT_AGREED, ContactState, LegalBasis, Outcome, Rating

CONTACT = "contact"
"""The kind under which events, clocks, handovers and requests speak of a contact."""

RECEIVES_CONTACTS = "referrals.contact"
"""What a team receives to which every new contact comes, without being offered."""

MASH_CHECK = "referrals.mash_check"
"""The kind of request with which agencies are asked what they know."""

SIGHT = "referrals.sight"
"""The kind of request with which somebody asks a team to see what it knows of a child."""
MORE_INFORMATION = "referrals.more_information"
"""The kind of request with which the referrer is asked for what a referral leaves open."""

S = ContactState
_SCREENED = (S.SCREENING.value, S.GATHERING.value)
_DECIDED = (S.DECIDED.value, S.TASKS_OPEN.value)
_UNDECIDED = (S.RECEIVED.value, *_SCREENED, S.PROPOSED.value)
_TOO_LATE = "A manager has decided on this contact already, or it is closed. Reopen it first."
_UNRATED = "A contact is rated while it is being screened. Begin screening first; once a decision is proposed, the rating stands."
_UNASKED = "Agencies are asked while a contact is being screened, before a decision is proposed."

TRANSITIONS = (
    Transition("begin", (S.RECEIVED,), S.SCREENING, "Somebody has begun to screen this contact already."),
    Transition("rate", (S.SCREENING,), S.SCREENING, _UNRATED),
    Transition("rate", (S.GATHERING,), S.GATHERING, _UNRATED),
    Transition("ask", _SCREENED, S.GATHERING, _UNASKED),
    Transition(
        "propose",
        _SCREENED,
        S.PROPOSED,
        "A decision is proposed while a contact is being screened. If one is proposed already, ask a manager to send it back.",
    ),
    Transition("send_back", (S.PROPOSED,), S.SCREENING, "No decision waits for a manager here."),
    Transition("approve", (S.PROPOSED,), S.DECIDED, "No decision waits for a manager here."),
    Transition("open_tasks", _DECIDED, S.TASKS_OPEN, "Tasks of a decision are opened when it is approved."),
    Transition("finish_tasks", _DECIDED, S.DECIDED, "Tasks of a decision are finished after it was approved."),
    Transition("sign_off", _DECIDED, S.SIGNED_OFF, "A contact is signed off once, after a manager has approved the decision."),
    Transition(
        "reopen",
        (*_DECIDED, *(state.value for state in CLOSED_STATES)),
        S.SCREENING,
        "This contact is not decided yet, so there is nothing to reopen.",
    ),
    Transition(
        "return",
        (S.RECEIVED, *_SCREENED),
        S.RETURNED,
        "A contact is returned before a decision is proposed. If one is proposed, ask a manager to send it back first.",
    ),
    Transition("come_back", (S.RETURNED,), S.RECEIVED, "Only a contact that was returned to the referrer comes back."),
    Transition("join", _UNDECIDED, S.DUPLICATE, _TOO_LATE),
    Transition("pass_on", _UNDECIDED, S.OUT_OF_AREA, _TOO_LATE),
    Transition("link", _UNDECIDED, S.LINKED, _TOO_LATE),
    Transition("withdraw", _UNDECIDED, S.CLOSED, _TOO_LATE),
)

WITH_TASKS = frozenset({*_SCREENED, S.PROPOSED.value, *_DECIDED})
"""States in which a task may be done or waived."""

WENT_ASIDE = frozenset({S.DUPLICATE.value, S.OUT_OF_AREA.value, S.LINKED.value, S.CLOSED.value})
"""States in which whoever sent it may still have to be told."""

NO_RESEARCH = frozenset({Rating.BLUE.value})
"""Ratings with which no agency is asked."""


@dataclass(frozen=True)
class Follows:
    """What an outcome creates besides word to the referrer and the family.

    `handover`: the kind that a team receives. `needs_team`: refused while no team receives it; otherwise the `notice` is
    opened as a task in its place. `goes_on`: something happens for the child that needs the family's agreement, or a basis
    without it.
    """

    handover: str = ""
    needs_team: bool = False
    notice: str = ""
    goes_on: bool = False


STEP_DOWN = "referrals.step_down"
"""A child whose episode ends, offered to early help."""
EARLY_HELP = "referrals.early_help"
ASSESSMENT = "referrals.assessment"
STRATEGY_DISCUSSION = "referrals.strategy_discussion"
OPEN_CASE = "referrals.open_case"
ALLEGATION = "referrals.allegation"
PRIVATE_FOSTERING = "referrals.private_fostering"
MARAC = "referrals.marac"
CHILD_DEATH = "referrals.child_death"
EXPLOITATION = "referrals.exploitation"

FOLLOWS: Mapping[str, Follows] = {
    Outcome.NO_FURTHER_ACTION: Follows(),
    Outcome.ADVICE: Follows(),
    Outcome.UNIVERSAL: Follows(notice="Send the family the letter about universal services"),
    Outcome.EARLY_HELP: Follows(EARLY_HELP, needs_team=True, goes_on=True),
    Outcome.ASSESSMENT: Follows(ASSESSMENT, needs_team=True, goes_on=True),
    Outcome.STRATEGY: Follows(STRATEGY_DISCUSSION, needs_team=True, goes_on=True),
    Outcome.ALREADY_OPEN: Follows(OPEN_CASE, notice="Tell the allocated worker and their manager"),
    Outcome.OTHER_AUTHORITY: Follows(notice="Send the contact to the other authority and note who received it", goes_on=True),
    Outcome.ALLEGATION: Follows(ALLEGATION, notice="Tell the designated officer for allegations", goes_on=True),
    Outcome.PRIVATE_FOSTERING: Follows(PRIVATE_FOSTERING, notice="Tell the private fostering team", goes_on=True),
    Outcome.MARAC: Follows(MARAC, notice="Refer to the multi-agency risk assessment conference", goes_on=True),
    Outcome.CHILD_DEATH: Follows(CHILD_DEATH, notice="Notify the child death review team"),
    Outcome.EXPLOITATION: Follows(EXPLOITATION, notice="Refer to the exploitation panel", goes_on=True),
}

HANDOVER_TITLES: Mapping[str, str] = {
    EARLY_HELP: "Early help for a family",
    ASSESSMENT: "Child and family assessment",
    STRATEGY_DISCUSSION: "Strategy discussion",
    OPEN_CASE: "Contact about a child you work with",
    ALLEGATION: "Allegation against someone who works with children",
    PRIVATE_FOSTERING: "Private fostering",
    MARAC: "Multi-agency risk assessment conference",
    CHILD_DEATH: "Child death review",
    EXPLOITATION: "Exploitation panel",
}


CPIS_NOTICE = "CP-IS notice: tell the Child Protection Information Sharing service, or note why not"
"""The task of a decision after which the NHS is to know; with which outcomes is a setting."""


def handover_task(kind: str, team: str) -> str:
    """The title of the task that waits for a team's answer to a handover."""
    return f"{HANDOVER_TITLES[kind]}: accepted by {team}"


def needs_override(outcome: str, consent: str) -> bool:
    """Whether the record must say why the work goes on although the family did not agree or was not asked."""
    return FOLLOWS[outcome].goes_on and consent in NOT_AGREED


def check_family_agreed(outcome: str, consent: str) -> None:
    """Refuse early help for a family that refused, was not asked or withdrew its agreement: nobody is made to take help.

    What weighs more than the family's agreement is a reason for a higher outcome, which says on which basis it goes on.
    """
    if outcome == Outcome.EARLY_HELP and consent in NOT_AGREED:
        raise Refused(
            "Early help needs the family’s agreement, and this family has not given it. Return the contact to the referrer, who "
            "asks the family and records the answer; or, where a concern for the child’s safety remains, select a higher outcome "
            "and give your reasons.",
            field="outcome",
        )


def check_override(outcome: str, consent: str, because: str) -> None:
    """Refuse going on without the family's agreement while nothing says on which basis."""
    if needs_override(outcome, consent) and not because.strip():
        raise Refused(
            "Enter why you go on without the family’s agreement, and on which legal basis.", field="consent_overridden_because"
        )


def check_goes_on(outcome: str, consent: str, because: str) -> None:
    """Refuse letting a decision stand that the family's agreement, as it is now, no longer carries."""
    check_family_agreed(outcome, consent)
    if needs_override(outcome, consent) and not because.strip():
        raise Refused(
            "The family does not agree, and nothing says why the work goes on. Note first on the contact why it goes on without "
            "the family’s agreement, and on which legal basis."
        )


BASIS_OF: Mapping[str, str] = {Outcome.STRATEGY: LegalBasis.SECTION_47}
"""On which basis the work goes on when a manager approves an outcome; with all others on section 17."""


def basis_of(outcome: str) -> str:
    """The legal basis of going on to an outcome without the family's agreement."""
    return BASIS_OF.get(outcome, LegalBasis.SECTION_17)


def check_another_approves(actor: str, screener: str, proposer: str) -> None:
    """Refuse a manager who approves what they screened or proposed themselves."""
    if actor in {screener, proposer}:
        raise Refused("A decision is approved by a manager who neither screened the contact nor proposed the decision.")


def check_another_signs_off(actor: str, screened_or_proposed: Collection[str]) -> None:
    """Refuse a manager who signs off what they screened or proposed themselves."""
    if actor in screened_or_proposed:
        raise Refused("A contact is signed off by a manager who neither screened it nor proposed its decision.")


def check_nothing_open(titles: Collection[str]) -> None:
    """Refuse the sign-off while anything is open, naming all of it."""
    if titles:
        raise Refused(f"This contact cannot be signed off yet. Still open: {'; '.join(titles)}.")

"""The MASH asks who referred for more; the answer lands on the contact as new information."""

from accounts.models import Person
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from referrals.models import ContactTask, Message
from referrals.rules.triage import MORE_INFORMATION
from referrals.selectors.contacts import team_of
from referrals.selectors.correspondence import senders_told
from referrals.selectors.drafts import Writer
from referrals.selectors.duty import sender_to_write_to
from referrals.selectors.questions import question_for
from referrals.selectors.submissions import submission_for
from referrals.services.amending import facts_changed
from referrals.services.locking import hold, keep
from referrals.services.messages import say, tell_visitor
from referrals.services.tasks import behind, finish
from referrals.services.triage import open_task, subject_of
from work.models import Request
from work.selectors.open_work import open_work_on
from work.services.requests import answer_request, ask


@service
def ask_referrer(*, by: Person, reference: str, version: int, question: str) -> Request:
    """Ask who sent a contact for more, due when the deadline says; their safeguarding lead may answer too.

    Those of the MASH who may see it. Refuses without a question, while an earlier one waits, where nobody of the sender's side
    reads it in the portal, once the contact is closed, and on a restricted contact (their lead would read the question).
    """
    if not question.strip():
        raise Refused("Enter what you ask.", field="question")
    contact = hold(by, reference, version)
    submission = contact.submission
    people = senders_told(submission)
    reached = people or sender_to_write_to(submission) is not None
    if not contact.is_open:
        raise Refused("This contact is closed. Reopen it, or write a message.")
    if contact.restricted:
        raise Refused("The referrer’s safeguarding lead would see this question, and the contact is restricted. Write a message.")
    if not reached or submission.agency is None:
        raise Refused("Nobody who sent this reads it in the portal. Ring them instead.")
    if any(request.kind == MORE_INFORMATION for request in open_work_on(subject_of(contact)).requests):
        raise Refused("Your last question to the referrer has not been answered yet.")
    asked = ask(
        by=by,
        kind=MORE_INFORMATION,
        subject=subject_of(contact),
        from_team=team_of(by, contact),
        to_agency=submission.agency,
        to_person=people[-1] if people else None,
        question=question,
    )
    tell_visitor(submission, f"question:{asked.reference}")
    open_task(contact, by, ContactTask.Kind.INFORMATION_REQUEST, "Answer of the referrer", waits_for=("request", asked.reference))
    keep(contact)
    return asked


@service
def answer_question(*, by: Writer, reference: str, question: str, result: str, answer: str) -> Request:
    """Answer a question of the MASH (its reference) about what one sent (the submission's `reference`), with an account or not.

    Who sent it without an account, and whom the inbox would let answer; for others it does not exist. Refuses what the inbox
    refuses.
    """
    question_for(by, submission_for(by, reference), question)
    return answer_request(by=by, reference=question, result=result, answer=answer)


def when_informed(request: Request, by: Actor) -> None:
    """The referrer's side has answered: it stands among the messages, its task is done, and the rating is to be looked at."""
    contact = behind(request)
    if contact is None:
        return
    finish(contact, by, request.reference)
    body = f"{request.question}\n\n{request.answer or 'Nothing more is known.'}"
    once = f"answer:{request.reference}"
    say(contact.submission, by=by, kind=Message.Kind.ANSWER, body=body, once=once, from_mash=False, contact=contact)
    if request.result == "information":
        facts_changed(contact, by)

"""Receiving what a family or a neighbour tells on the public page."""

from foundation import clock
from foundation.actors import Actor, SystemActor
from foundation.mail import queue_mail
from foundation.service import service
from foundation.turns import take_turns
from referrals.models import Channel, PublicMessage, Submission
from referrals.rules.public import PUBLIC_QUESTIONS, SOURCES, Told, content_of_told
from referrals.services.submissions import receive_submission

PUBLIC_PAGE = SystemActor("public page")


@service
def receive_public_message(*, by: Actor, token: str, told: Told) -> Submission:
    """Receive one form of the public page, once: the same token again gives the submission that there is.

    It arrives as an ordinary contact. Whoever gave an email address is told that it came, and nothing else.
    """
    take_turns(f"referrals.public:{token}")
    known = PublicMessage.objects.select_related("submission").filter(token=token).first()
    if known is not None:
        return known.submission
    submission = receive_submission(
        by=by,
        content=content_of_told(told, clock.today()),
        channel=Channel.PUBLIC,
        agency=None,
        source=SOURCES[told.who],
        question_set=PUBLIC_QUESTIONS,
    )
    PublicMessage.objects.create(token=token, submission=submission)
    if submission.referrer_email:
        queue_mail(
            to=submission.referrer_email,
            template="public_received",
            context={"reference": submission.reference},
            key=f"public-received:{submission.reference}",
        )
    return submission

"""What the outbox delivers for reporting."""

from django.urls import reverse

from foundation import mail
from foundation.actors import SystemActor
from foundation.outbox import Payload, delivery
from reporting.selectors.publishing import dispatch_to_send
from reporting.services.childrens import PRINT, print_version
from reporting.services.compiling import run_compilation
from reporting.services.publishing import SENT, receipt_secret
from reporting.services.requests import KIND

SECONDS = 150
REPORT_SENT = mail.declare_mail("reporting/report_sent", words={"path", "year", "recipient"})


@delivery(KIND, seconds=SECONDS, own_transactions=True)
def compile_report(_key: str, payload: Payload) -> None:
    """Compile the report that was asked for; a second delivery finds it done and does nothing."""
    run_compilation(reference=str(payload["compilation"]), by=SystemActor(KIND))


@delivery(SENT, seconds=45)
def send_published_report(key: str, payload: Payload) -> None:
    """Tell somebody that the report is published, unless it was withdrawn meanwhile; the link opens it and confirms receipt."""
    sent = dispatch_to_send(str(payload["dispatch"]))
    if sent is None:
        return
    words = {
        "word.path": reverse("reporting:receipt", args=[receipt_secret(sent)]),
        "word.year": sent.publication.edition.year,
        "word.recipient": sent.recipient,
    }
    mail.send_promised(key, {"to": sent.email, "template": REPORT_SENT.name, **words})


@delivery(PRINT, seconds=60)
def print_for_children(_key: str, payload: Payload) -> None:
    """Print the sheet for children that was published; a second delivery finds it printed and does nothing."""
    print_version(by=SystemActor(PRINT), reference=str(payload["edition"]), number=int(payload["number"] or 0))

"""Words for the pages of accounts."""

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.urls import reverse

from accounts.models import AgencyClient, SealedLink
from accounts.one_time_codes import MOST_TRIES
from accounts.rules import InvitationState
from accounts.selectors.agreements import SignedAgreement
from accounts.selectors.sealed import code_to_tell
from foundation import clock
from foundation.design.words import date as date_words
from foundation.design.words import moment as moment_words
from foundation.models import Document

INVITATION_WORDS = {
    InvitationState.OPEN: ("Waiting for an answer", "govuk-tag--blue"),
    InvitationState.EXPIRED: ("Expired", "govuk-tag--grey"),
    InvitationState.WITHDRAWN: ("Withdrawn", "govuk-tag--grey"),
    InvitationState.ACCEPTED: ("Accepted", "govuk-tag--green"),
}


DOCUMENT_WORDS = {
    Document.State.WAITING: "Waiting for the virus check",
    Document.State.CLEAN: "Checked: no virus found",
    Document.State.INFECTED: "Refused by the virus check. Attach a clean copy",
}


@dataclass(frozen=True)
class DocumentRow:
    """A document of an agreement; `href` is empty while it cannot be opened."""

    name: str
    text: str
    href: str


@dataclass(frozen=True)
class AgreementRow:
    """An agreement on file: the document that counts, and those before it."""

    id: int
    title: str
    text: str
    state: str
    colour: str
    document: DocumentRow | None
    earlier: list[DocumentRow]


def agreement_rows(agreements: Iterable[SignedAgreement]) -> list[AgreementRow]:
    """Agreements in words."""
    return [_agreement_row(agreement) for agreement in agreements]


def _agreement_row(agreement: SignedAgreement) -> AgreementRow:
    documents = [_document_row(document) for document in agreement.documents]
    state, colour = ("In force", "govuk-tag--green") if agreement.in_force else ("Ran out", "govuk-tag--grey")
    return AgreementRow(
        id=agreement.id,
        title=f"Valid until {date_words(agreement.valid_until)}",
        text=f"Signed {date_words(agreement.signed_on)} by {agreement.signed_by_name}",
        state=state,
        colour=colour,
        document=documents[0] if documents else None,
        earlier=documents[1:],
    )


def _document_row(document: Document) -> DocumentRow:
    opens = document.state == Document.State.CLEAN
    text = f"Attached {date_words(document.uploaded_at)}. {DOCUMENT_WORDS[Document.State(document.state)]}."
    return DocumentRow(document.name, text, reverse("document", args=[document.reference]) if opens else "")


@dataclass(frozen=True)
class FactorRow:
    """One way to prove who one is, as the account page shows it."""

    name: str
    text: str
    href: str
    action: str


def factor_rows(factors: Iterable[Authenticator]) -> list[FactorRow]:
    """Authenticator app, passkeys and recovery codes in words."""
    rows = []
    for factor in factors:
        used = f"Last used {date_words(factor.last_used_at)}." if factor.last_used_at else "Not used yet."
        wrapped = factor.wrap()
        if factor.type == Authenticator.Type.TOTP:
            rows.append(FactorRow("Authenticator app", used, reverse("mfa_deactivate_totp"), "Remove"))
        elif factor.type == Authenticator.Type.WEBAUTHN:
            rows.append(FactorRow(wrapped.name, f"Passkey. {used}", reverse("mfa_remove_webauthn", args=[factor.pk]), "Remove"))
        else:
            left = len(wrapped.get_unused_codes())
            rows.append(FactorRow("Recovery codes", f"{left} left.", reverse("mfa_view_recovery_codes"), "See"))
    return rows


@dataclass(frozen=True)
class ClientRow:
    """A connected system in words. `open`: its token counts."""

    reference: str
    name: str
    may: list[str]
    until: str
    last_used: str
    state: str
    colour: str
    open: bool


def client_rows(clients: Iterable[AgencyClient]) -> list[ClientRow]:
    """Connected systems in words."""
    return [_client_row(client) for client in clients]


def _client_row(client: AgencyClient) -> ClientRow:
    if client.ended_at is not None:
        state, colour = f"Disconnected {date_words(client.ended_at)}", "govuk-tag--grey"
    elif client.ends_on < clock.today():
        state, colour = "Ran out", "govuk-tag--red"
    else:
        state, colour = "Connected", "govuk-tag--green"
    return ClientRow(
        reference=client.reference,
        name=client.name,
        may=[AgencyClient.Scope(scope).label for scope in client.scopes],
        until=date_words(client.ends_on),
        last_used=moment_words(client.last_used_at) if client.last_used_at else "Never",
        state=state,
        colour=colour,
        open=client.ended_at is None,
    )


def link_rows(link: SealedLink | None, *, waits: bool) -> list[dict[str, str]]:
    """What became of a link; the code only while it `waits` to be opened."""
    if link is None:
        return []
    rows = (
        ("Sent to", link.email),
        ("Sent", moment_words(link.made_at)),
        ("Opened", moment_words(link.opened_at) if link.opened_at else "Not yet"),
        ("Can be opened until", moment_words(link.expires_at) if waits else ""),
        ("Wrong codes", str(link.tries) if waits and link.tries else ""),
        ("Why it no longer opens", "" if waits or link.opened_at else _why(link)),
        ("Code to tell them", code_to_tell(link) if waits else ""),
    )
    return [{"key": key, "value": value} for key, value in rows if value]


def _why(link: SealedLink) -> str:
    if link.tries >= MOST_TRIES:
        return "Wrong codes were entered too often."
    return "Another link took its place." if link.ended_at else "Its time has run out."

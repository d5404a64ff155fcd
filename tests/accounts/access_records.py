"""Records of accounts for the access matrix."""

from hashlib import sha256
from secrets import token_bytes

from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from accounts.models import Person
from tests.access.kinds import Arguments, Kind
from tests.factories import make_agency, make_agreement, make_client, make_holding, make_invitation, make_person, make_team


def administrators_see_all(role: str, relation: str) -> bool:
    return relation == "own" or role == "system_administrator"


def readers_of_agreements_see_all(role: str, relation: str) -> bool:
    return administrators_see_all(role, relation) or role == "governance_lead"


def _home(person: Person) -> object:
    return person.holdings.order_by("pk")[0].agency


def own_agency(person: Person, role: str) -> Arguments:
    return {"code": _home(person).code}


def other_agency(person: Person, role: str) -> Arguments:
    return {"code": make_agency().code}


def own_person(person: Person, role: str) -> Arguments:
    return {"reference": make_person("practitioner", _home(person)).reference, "code": _home(person).code}


def other_person(person: Person, role: str) -> Arguments:
    return {"reference": make_person("practitioner").reference, "code": _home(person).code}


def own_holding(person: Person, role: str) -> Arguments:
    return {"holding_id": make_holding(make_person(None, _home(person)), "practitioner", _home(person)).pk}


def other_holding(person: Person, role: str) -> Arguments:
    return {"holding_id": make_person("practitioner").holdings.get().pk}


def own_invitation(person: Person, role: str) -> Arguments:
    return {"reference": make_invitation(_home(person)).reference}


def other_invitation(person: Person, role: str) -> Arguments:
    return {"reference": make_invitation(make_agency()).reference}


def own_client(person: Person, role: str) -> Arguments:
    return {"reference": make_client(_home(person)).reference}


def other_client(person: Person, role: str) -> Arguments:
    return {"reference": make_client(make_agency()).reference}


def own_passkey(person: Person, role: str) -> Arguments:
    return {"pk": _passkey(person).pk}


def others_passkey(person: Person, role: str) -> Arguments:
    return {"pk": _passkey(make_person(role)).pk}


def _passkey(person: Person) -> Authenticator:
    """As a device registers it: a key, what the authenticator says of it, and no attestation."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    name = token_bytes(16)
    registered = AttestedCredentialData.create(bytes(16), name, key)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV | AuthenticatorData.FLAG.AT
    said = AuthenticatorData.create(sha256(b"testserver").digest(), flags, 0, registered)
    asked = CollectedClientData.create(CollectedClientData.TYPE.CREATE, token_bytes(16), "https://testserver")
    response = {"clientDataJSON": asked.b64, "attestationObject": websafe_encode(AttestationObject.create("none", said, {}))}
    credential = {"id": websafe_encode(name), "rawId": websafe_encode(name), "type": "public-key", "response": response}
    data = {"name": "Key", "passwordless": False, "credential": credential}
    return Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data=data)


def any_team(person: Person, role: str) -> Arguments:
    return {"code": make_team().code}


def own_agreement(person: Person, role: str) -> Arguments:
    return {"agreement_id": make_agreement(_home(person)).pk}


KINDS = {
    "agency": Kind({"own": own_agency, "other": other_agency}, readers_of_agreements_see_all),
    "agreement": Kind({"own": own_agreement}),
    "person": Kind({"own": own_person, "other": other_person}, administrators_see_all, frozenset()),
    "holding": Kind({"own": own_holding, "other": other_holding}, administrators_see_all),
    "invitation": Kind({"own": own_invitation, "other": other_invitation}, administrators_see_all),
    "client": Kind({"own": own_client, "other": other_client}, administrators_see_all),
    "team": Kind({"own": any_team}),
    "passkey": Kind({"own": own_passkey, "other": others_passkey}),
}
ROUTE_ARGS = {
    "account_reset_password_from_key": {"uidb36": "1", "key": "abc-def"},
    "join": {"secret": "0" * 64},
    "sealed_link": {"secret": "0" * 64},
    "access_log_of_record": {"reference": "NM-C-2222-2222"},
}

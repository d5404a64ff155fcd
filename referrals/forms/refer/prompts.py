"""What a draft says so far of the things that make a referral good, and what could still be said. Nothing here refuses."""

from collections.abc import Mapping
from typing import Any

from referrals.forms.refer.people import PersonForm
from referrals.forms.refer.reading import Reading
from referrals.models import ConsentStatus, SubmissionPerson
from referrals.rules.quality import Prompt, Scale, Told, prompts


def told_so_far(reading: Reading) -> Told:
    """What the pages of a draft say, whichever of them are there."""
    danger, family = _answers(reading, "danger"), _answers(reading, "family")
    concern, consent = _answers(reading, "concern"), _answers(reading, "consent")
    refused = consent.get("consent_status") == ConsentStatus.REFUSED
    spoken = concern.get("spoken")
    return Told(
        consent_status=_text(consent, "consent_status"),
        consent_by=bool(_text(consent, "refused_by" if refused else "given_by")),
        consent_on=bool(consent.get("given_on")),
        consent_details=_text(consent, "refused_because" if refused else "reason_details"),
        family_told=_text(consent, "family_told"),
        family_not_told_reason=_text(consent, "family_not_told_reason"),
        father_known=_text(family, "father_known"),
        fathers=_names_a_father(reading),
        father_unknown_reason=_text(family, "father_unknown_reason"),
        unborn=_all_unborn(reading),
        child_voice=_text(concern, "child_voice") if spoken != "no" else "",
        child_voice_missing_reason=_text(concern, "child_voice_missing_reason") if spoken != "yes" else "",
        worries=_text(concern, "worries"),
        incident=bool(concern.get("incident_on")),
        tried_already=_text(concern, "tried_already"),
        purpose=_text(_answers(reading, "request"), "purpose"),
        danger=danger.get("immediate_danger") == "yes",
    )


def prompts_of(reading: Reading, scale: Scale, key: str = "") -> list[Prompt]:
    """What could still be said on one page of a draft, or on all of them."""
    return prompts(told_so_far(reading), scale, page=key)


def _answers(reading: Reading, key: str) -> Mapping[str, Any]:
    form = reading.forms.get(key)
    return form.cleaned_data if form is not None else {}


def _text(answers: Mapping[str, Any], name: str) -> str:
    return str(answers.get(name) or "").strip()


def _names_a_father(reading: Reading) -> bool:
    people = (reading.forms[key] for key in reading.person_keys)
    return any(
        isinstance(person, PersonForm) and person.cleaned_data.get("kind") == SubmissionPerson.Kind.FATHER for person in people
    )


def _all_unborn(reading: Reading) -> bool:
    born = [reading.forms[key].cleaned_data.get("born") for key in reading.child_keys]
    return bool(born) and all(one == "no" for one in born)

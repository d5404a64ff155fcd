"""Looking up a child's school and address from the reference lists, without script: find, choose, or write by hand."""

from collections.abc import Mapping

from django.http import QueryDict

from children.selectors.places import address_with, addresses_like, school_with, schools_like
from foundation.design.forms import ChoiceField
from referrals.forms.refer.children import ChildForm

FOUND: Mapping[str, str] = {"school": "school", "address": "postcode"}
"""What can be looked up, with the question after which its choices stand."""
BY_HAND = ""


def offer(form: ChildForm, wanted: str) -> bool:
    """Ask on the form which of those found it is; False when nothing was found."""
    if wanted == "school":
        choices = [(school.urn, school.label) for school in schools_like(_typed(form, "school"))]
    else:
        postcode, typed = _typed(form, "postcode"), _typed(form, "address")
        choices = [(one.uprn, f"{one.text}, {one.postcode}") for one in addresses_like(postcode, typed)]
    if choices:
        form.fields[f"{wanted}_found"] = ChoiceField(
            label="Which of these is it?",
            choices=[*choices, (BY_HAND, "None of these: keep what I have written")],
            small=True,
            required=False,
            mark_optional=False,
        )
    return bool(choices)


def _typed(form: ChildForm, name: str) -> str:
    return str(form[name].value() or "")


def with_found(posted: QueryDict) -> QueryDict:
    """What was posted, with the school or address that was chosen in the place of what was typed."""
    if not posted.get("school_found") and not posted.get("address_found"):
        return posted
    filled = posted.copy()
    if (school := school_with(posted.get("school_found", "")[:6])) is not None:
        filled["school"] = school.label
    if (address := address_with(posted.get("address_found", "")[:12])) is not None:
        filled["address"], filled["postcode"] = address.text, address.postcode
    return filled

"""The referral form: its sections, how a draft is read through them, and what is sent."""

from referrals.forms.refer.reading import Reading, read_draft
from referrals.forms.refer.sections import CHILDREN, PEOPLE, SECTIONS, Section, form_for
from referrals.forms.refer.sending import content_of, wording_of

__all__ = [
    "CHILDREN",
    "PEOPLE",
    "SECTIONS",
    "Reading",
    "Section",
    "content_of",
    "form_for",
    "read_draft",
    "wording_of",
]

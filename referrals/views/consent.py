"""The MASH notes how a family's agreement stands: the work goes on without it, or it was withdrawn."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.selectors.people import names_of
from foundation.versions import posted_version
from referrals.forms.amending import pages_of, section_of, standing_section, withdrawn_page
from referrals.forms.consent import OverrideForm, WithdrawnForm
from referrals.models.submissions import FIRST_VERSION
from referrals.presenters.consent import consent_panel
from referrals.selectors.consent import overrides_of
from referrals.selectors.contacts import contact_for
from referrals.services import Changed, note_withdrawn_consent, override_consent
from referrals.views.acts import Act, acted


@require_http_methods(["GET", "POST"])
def going_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide that the work goes on without the family's agreement."""
    person, form = asking(request), OverrideForm(request.POST or None)
    contact = contact_for(person, reference)
    overrides = overrides_of(contact)
    act = Act(
        "Go on without the family’s agreement",
        "Note the decision",
        form,
        lambda version: override_consent(by=person, reference=reference, version=version, **form.cleaned_data),
        "The decision to go on without the family’s agreement is on the record.",
        template="referrals/mash/consent_act.html",
        context={"consent": consent_panel(contact.submission, overrides, names_of([row.decided_by for row in overrides]))},
    )
    return acted(request, contact, act)


@require_http_methods(["GET", "POST"])
def withdrawn(request: HttpRequest, reference: str) -> HttpResponse:
    """Note that the family has withdrawn its agreement."""
    person, form = asking(request), WithdrawnForm(request.POST or None)
    contact = contact_for(person, reference)
    newest = contact.submission.newest_amendment

    def call(version: int) -> None:
        on, details = form.cleaned_data["withdrawn_on"], form.cleaned_data["withdrawn_details"]
        page = pages_of(contact.submission)["consent"]
        seen = posted_version(request.POST.get("seen", ""))
        after = section_of(page, withdrawn_page(page, on, details), seen + 1)
        change = Changed(seen, standing_section(page), after, details)
        note_withdrawn_consent(by=person, reference=reference, version=version, on=on, details=details, change=change)

    act = Act(
        "The family has withdrawn its agreement",
        "Note it",
        form,
        call,
        "It is on the record that the family has withdrawn its agreement. The referrer is told.",
        template="referrals/mash/consent_act.html",
        context={
            "consent": consent_panel(contact.submission),
            "seen": newest.number if newest else FIRST_VERSION,
            "explanation": "It becomes a new version of the referral. A decision that was approved before lapses until a "
            "manager has looked again. Early help cannot go on without the family’s agreement.",
        },
    )
    return acted(request, contact, act)

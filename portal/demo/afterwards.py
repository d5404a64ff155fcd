"""What is said and done after sending, made by the portal's own services: no page about it is empty in the demonstration."""

from collections.abc import Sequence

from accounts.models import Person
from foundation import clock
from portal.demo.asked import Asked
from portal.demo.papers import add_papers
from portal.demo.partnership import DemoPartnership
from referrals.forms.amending import (
    PAGES,
    AddedForm,
    AmendedPage,
    child_page,
    pages_of,
    section_of,
    standing_section,
    withdrawn_page,
)
from referrals.forms.refer.sending import answers_of, child_from
from referrals.models import ConsentStatus, Contact, ContactState, LegalBasis
from referrals.models.submissions import FIRST_VERSION
from referrals.rules.amending import ADDED
from referrals.selectors.contacts import contact_for
from referrals.services import (
    Changed,
    amend_child,
    amend_submission,
    end_stage,
    note_withdrawn_consent,
    offer_draft,
    override_consent,
    raise_disagreement,
    start_draft,
    take_over_referral,
    write_to_mash,
    write_to_referrer,
)

AGENCY = "oakfield"
ADDED_LATER = "The aunt who collects the child has moved. Her new number is 01632 960 144; the school office has it too."
WHY_GO_ON = "The worry is the third of its kind since the spring. The mother was told that it is looked into all the same."
WITHDREW = "The mother, by telephone. She wants no visit for now; the school goes on seeing the child every day."
STAYS_WITH = "With the aunt until the weekend"
WHY_ADDED = "The aunt rang the school this morning."
SAID = (
    (False, "The child was in school today, fed and in clean clothes. We go on watching."),
    (True, "Thank you. Please tell us the same day if the child is not in school."),
)
BEGUN = {
    "danger": {"immediate_danger": ["no"]},
    "children/1": {"born": ["yes"], "given_name": ["Tamsin"], "family_name": ["Fernhill"]},
    "concern": {"worries": ["Has told the same friend three times that nobody is at home when she wakes."]},
}
NOTE = "I am at another site until Thursday. The parents have agreed; only the family page is missing."
DISAGREEMENTS = (
    {
        "disputed": "The contact was closed with information and advice.",
        "concern": "This is the third time in a year, and what was advised before was not taken up.",
        "wanted": "An assessment of what the family needs.",
        "risk": "We see the child every day and have a plan for each morning.",
    },
    {
        "disputed": "No worker was named when the family was offered help.",
        "concern": "The family does not know whom to ring, and neither do we.",
        "wanted": "The name of a worker this week.",
        "risk": "The child is safe in school; evenings worry us.",
    },
)
SPOKE = "The head of year and the duty officer, by telephone."
NOT_AGREED = "Both explained what they see. No agreement on the level of need."


class Afterwards:
    """Goes on with what one school has sent."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made
        self.teacher = made.people["teacher"]
        self.lead = made.people["school.lead"]

    def make(self) -> None:
        """Everything that there is a contact for."""
        looked_at = self._sent_by(self.teacher, ContactState.SCREENING, ContactState.GATHERING)
        for contact in looked_at[:1]:
            self._talk(contact)
            self._amend(contact)
        add_papers([Asked(self.made).make().submission])
        self._go_on_without_consent()
        self._note_withdrawn_consent(besides=[contact.submission_id for contact in looked_at[:1]])
        self._disagree()
        self._hand_on()
        for contact in self._sent_by(self._colleague(), ContactState.SCREENING, ContactState.GATHERING, ContactState.RECEIVED)[
            :1
        ]:
            take_over_referral(by=self.lead, reference=contact.submission.reference, reason="On leave until Monday.")

    def _colleague(self) -> Person:
        return self.made.practitioners[AGENCY][1]

    def _sent_by(self, person: Person, *states: ContactState) -> list[Contact]:
        rows = Contact.objects.filter(submission__referrer=person, state__in=states, restricted=False)
        return list(rows.select_related("submission", "screener", "submitted_child").order_by("-received_at", "pk")[:4])

    def _talk(self, contact: Contact) -> None:
        officer = contact.screener or self.made.people["officer"]
        for number, (from_mash, body) in enumerate(SAID):
            once = f"demonstration-{number}"
            if from_mash:
                write_to_referrer(by=officer, reference=contact.reference, body=body, once=once)
            else:
                write_to_mash(by=self.teacher, reference=contact.submission.reference, body=body, once=once)

    def _amend(self, contact: Contact) -> None:
        """Somebody tells more, and the child stays elsewhere now: two versions."""
        sent = contact.submission
        form = AddedForm.judged({"added": [ADDED_LATER]})
        added = AmendedPage(PAGES[ADDED][0], AddedForm, ADDED)
        amend_submission(
            by=self.teacher,
            reference=sent.reference,
            seen=FIRST_VERSION,
            page=ADDED,
            values={},
            before=None,
            after=section_of(added, form, FIRST_VERSION + 1),
            reason=WHY_ADDED,
        )
        page = child_page(sent, contact.submitted_child)
        moved = page.form.judged({**page.typed, "whereabouts": [STAYS_WITH]})
        change = Changed(FIRST_VERSION + 1, standing_section(page), section_of(page, moved, FIRST_VERSION + 2), WHY_ADDED)
        child = child_from(answers_of(moved))
        amend_child(by=self.teacher, reference=sent.reference, position=contact.position, child=child, change=change)

    def _in_the_mash(self, consent: ConsentStatus, besides: Sequence[int] = ()) -> Contact | None:
        """The newest contact that is looked at and of which the family's agreement stands so."""
        rows = Contact.objects.filter(
            submission__consent_status=consent, state__in=[ContactState.SCREENING, ContactState.GATHERING], restricted=False
        )
        return rows.exclude(submission__in=besides).order_by("-received_at", "pk").first()

    def _go_on_without_consent(self) -> None:
        contact = self._in_the_mash(ConsentStatus.REFUSED)
        if contact is not None:
            override_consent(
                by=self.made.people["manager"],
                reference=contact.reference,
                version=contact.version,
                basis=LegalBasis.SECTION_17,
                reason=WHY_GO_ON,
            )

    def _note_withdrawn_consent(self, besides: Sequence[int]) -> None:
        officer, found = self.made.people["officer"], self._in_the_mash(ConsentStatus.GIVEN, besides)
        if found is None:
            return
        contact = contact_for(officer, found.reference)
        page, on = pages_of(contact.submission)["consent"], clock.today()
        after = section_of(page, withdrawn_page(page, on, WITHDREW), FIRST_VERSION + 1)
        note_withdrawn_consent(
            by=officer,
            reference=contact.reference,
            version=contact.version,
            on=on,
            details=WITHDREW,
            change=Changed(FIRST_VERSION, standing_section(page), after, WITHDREW),
        )

    def _disagree(self) -> None:
        """Two: one at its first stage, one moved up to line managers."""
        decided = Contact.objects.filter(
            submission__referrer=self.teacher, approved_at__isnull=False, restricted=False, outcome__in=["NFA", "ADV"]
        )
        contacts = decided.order_by("-received_at", "pk")[: len(DISAGREEMENTS)]
        for number, (contact, words) in enumerate(zip(contacts, DISAGREEMENTS, strict=False)):
            raised = raise_disagreement(
                by=self.teacher,
                raised_for=AGENCY,
                raised_with="social-care",
                about="threshold",
                words=words,
                in_parallel=False,
                contact=contact.reference,
                once=f"demonstration-{number}",
            )
            if number:
                end_stage(
                    by=self.teacher,
                    reference=raised.reference,
                    version=raised.version,
                    result="move_up",
                    people=SPOKE,
                    outcome=NOT_AGREED,
                )

    def _hand_on(self) -> None:
        writer = self._colleague()
        draft = start_draft(by=writer, answers=BEGUN)
        offer_draft(by=writer, reference=draft.reference, colleague=self.teacher.reference, note=NOTE)

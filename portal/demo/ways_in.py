"""What came by telephone, as a transfer and from the police today, and checks that went every way that a check can go."""

from datetime import date, timedelta

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.partnership import DemoPartnership
from portal.demo.places import FIRST_URN
from referrals.models import Channel, ConsentReason, ConsentStatus, Contact, ContactTask, Purpose, Submission, YesNoUnknown
from referrals.rules.notices import tidy
from referrals.rules.submission import Referrer
from referrals.rules.taken import ChildTaken, Taken
from referrals.rules.triage import MASH_CHECK
from referrals.services import (
    ask_agencies,
    begin_screening,
    chase_checks,
    keep_notice_school,
    rate,
    receive_notices,
    record_check,
    take_contact,
    waive_form,
    waive_task,
    withdraw_check,
)
from work.models import Request
from work.services.requests import Sharing, answer_request

QUESTION = "Have you seen the family in the last twelve months, and did anything worry you?"
INCIDENTS = (
    (
        "NP/26/40117",
        "Linden",
        "Ashgrove",
        9,
        "Oakfield Primary School",
        "Neighbours heard shouting; the child was on the stairs.",
    ),
    (
        "NP/26/40117",
        "Sorrel",
        "Ashgrove",
        7,
        "Oakfield Primary School",
        "Neighbours heard shouting; the child was asleep upstairs.",
    ),
    ("NP/26/40131", "Rowan", "Tarn", 13, "Harbour Academy", "His mother rang from the bathroom. He let the officers in."),
    ("NP/26/40140", "Fern", "Quill", 6, "St Elsewhere’s", "Her father broke the front door and had left when officers came."),
)
"""Police reference, names, age, school and what happened; the first school acknowledges one notice, the last is not known."""

SCHOOL, SIGNED_UP_DAYS = "oakfield", 70


class WaysIn:
    """Makes them through the portal's own services."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made

    def make(self) -> None:
        """Everything."""
        keep_notice_school(by=self.made.people["manager"], school=SCHOOL, urn=str(FIRST_URN), signed_up_on=self._since())
        self._notices()
        called = self._taken(
            "demo-call-1", Channel.TELEPHONE, "Isla", "Penrose", "Class teacher", who=self.made.people["teacher"]
        )
        waived = self._taken("demo-call-2", Channel.EMAIL, "Kit", "Marsden", "School nurse")
        contact = waived.contacts.get()
        waive_form(
            by=self.made.people["manager"],
            reference=contact.reference,
            version=contact.version,
            reason="Her email says everything that the form asks.",
        )
        self._taken("demo-transfer", Channel.TRANSFER, "Jude", "Hollins", "Duty social worker", authority="Fenwick Council")
        self._checks(called.contacts.get())
        self._chase()

    def _since(self) -> date:
        """The first school signed up this year: what is published of closed years says nothing of it."""
        today = clock.today()
        return max(FinancialYear.of(today).start, today - timedelta(days=SIGNED_UP_DAYS))

    def _notices(self) -> None:
        today = clock.today()
        rows = [
            tidy(
                {
                    "police_reference": reference,
                    "incident_on": (today - timedelta(days=1)).isoformat(),
                    "incident_time": "21:40",
                    "what_happened": what,
                    "given_name": given,
                    "family_name": family,
                    "birth_date": (today - timedelta(days=365 * age + 120)).isoformat(),
                    "sex": "U",
                    "school": school,
                    "officer": "PC Hale",
                    "domestic_abuse": "yes",
                    "child_present": "yes",
                    "place": "At home",
                }
            )
            for reference, given, family, age, school, what in INCIDENTS
        ]
        police = self.made.agencies["police"]
        receive_notices(by=self.made.practitioners["police"][0], agency=police, rows=rows)
        asked = Request.objects.filter(kind="referrals.encompass", to_agency__code="oakfield").order_by("id").first()
        if asked is not None:
            answer_request(
                by=self.made.people["school.lead"],
                reference=asked.reference,
                result="acknowledged",
                answer="Her class teacher meets her at the gate, and she can come to the library at lunch.",
            )

    def _taken(
        self,
        once: str,
        channel: Channel,
        given: str,
        family: str,
        role: str,
        *,
        authority: str = "",
        who: Person | None = None,
    ) -> Submission:
        """`who`: the person with an account who rang, and owes the written form."""
        agency = None if authority else self.made.agencies["oakfield"]
        taken = Taken(
            channel=channel,
            came_at=clock.now() - timedelta(minutes=40),
            referrer=Referrer(who.name if who else "Mo Larch", role, "01632 960 431", who.email if who else ""),
            children=[ChildTaken(given, family, age=10)],
            worries="Came in without lunch for the third time this week and fell asleep in the first lesson.",
            purpose=Purpose.SOCIAL_CARE,
            consent_status=ConsentStatus.NOT_SOUGHT,
            consent_reason=ConsentReason.NOT_PRACTICABLE,
            consent_details="Nobody answers the telephone at home.",
            family_told=YesNoUnknown.NO,
            family="Mother, and her partner since summer.",
            father=f"Sam {family}",
            school="Oakfield Primary School",
            authority=authority,
            their_reference="FW/2231" if authority else "",
        )
        return take_contact(by=self.made.people["officer"], once=once, taken=taken, agency=agency)

    def _checks(self, contact: Contact) -> None:
        """One check written down for an agency, one withdrawn, one waived by a manager, and one that waits."""
        officer, manager, reference = self.made.people["officer"], self.made.people["manager"], contact.reference
        begin_screening(by=officer, reference=reference, version=self._version(contact))
        rate(by=officer, reference=reference, version=self._version(contact), rating="amber", reason="Neglect that goes on")
        ask_agencies(
            by=officer,
            reference=reference,
            version=self._version(contact),
            agencies=["harbour-surgery", "health-visiting", "housing", "police"],
            question=QUESTION,
            legal_basis="Vital interests",
            purpose="To decide what help the child needs",
        )
        checks = {
            row.to_agency.code: row.reference for row in Request.objects.filter(subject_reference=reference, kind=MASH_CHECK)
        }
        record_check(
            by=officer,
            reference=reference,
            version=self._version(contact),
            check=checks["harbour-surgery"],
            channel=Request.Channel.TELEPHONE,
            answered_for="Practice manager",
            result="information",
            answer="Three appointments missed since June. Weight was low in May.",
            sharing=Sharing(proportionate=True, may_tell_family=True),
        )
        withdraw_check(
            by=officer,
            reference=reference,
            version=self._version(contact),
            check=checks["health-visiting"],
            reason="The child is at school: the school nurse was asked instead.",
        )
        task = ContactTask.objects.get(contact=contact, record_reference=checks["housing"])
        waive_task(
            by=manager,
            reference=reference,
            version=self._version(contact),
            task_id=task.pk,
            reason="The family owns its home.",
        )

    def _chase(self) -> None:
        """An agency whose answer is late is reminded."""
        late = Request.objects.filter(kind=MASH_CHECK, state="asked", due_at__lt=clock.now()).order_by("-due_at", "id").first()
        contact = Contact.objects.filter(reference=late.subject_reference, restricted=False).first() if late else None
        if contact is not None:
            chase_checks(by=self.made.people["officer"], reference=contact.reference, version=contact.version)

    def _version(self, contact: Contact) -> int:
        contact.refresh_from_db(fields=["version"])
        return contact.version

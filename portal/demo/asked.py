"""A referral of the teacher who can sign in that is looked at, with a question of the MASH: whatever else chance draws."""

from datetime import timedelta

from foundation import clock
from portal.demo.partnership import DemoPartnership
from portal.demo.told import Typed
from referrals.forms.refer import content_of, read_draft
from referrals.models import Contact
from referrals.services import ask_referrer, begin_screening, send_submission, start_draft

QUESTION = "You wrote that somebody else collects the child at times. Who is that, and since when?"
WORRIES = (
    "Rory was not collected on Monday until five. A man whom the school does not know came for him on Tuesday; "
    "Rory did not want to go with him and held on to the door."
)


class Asked:
    """Sends the referral and asks the teacher for more."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made

    def make(self) -> Contact:
        """Give the contact that is asked about."""
        teacher, officer = self.made.people["teacher"], self.made.people["officer"]
        draft = start_draft(by=teacher, answers=self._answers())
        content = content_of(read_draft(draft))
        sent = send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=content)
        contact = begin_screening(by=officer, reference=sent.contacts.get().reference, version=1)
        ask_referrer(by=officer, reference=contact.reference, version=contact.version, question=QUESTION)
        return contact

    def _answers(self) -> dict[str, Typed]:
        teacher, born = self.made.people["teacher"], clock.today() - timedelta(days=7 * 365 + 90)
        return {
            "danger": {"immediate_danger": ["no"]},
            "about": {
                "name": [teacher.name],
                "role": [teacher.job_title or "Class teacher"],
                "telephone": [teacher.telephone],
                "email": [teacher.email],
                "relation": ["I teach him"],
            },
            "children/1": {
                "born": ["yes"],
                "birth_date-day": [str(born.day)],
                "birth_date-month": [str(born.month)],
                "birth_date-year": [str(born.year)],
                "sex": ["M"],
                "given_name": ["Rory"],
                "family_name": ["Thistlewood"],
                "address": ["22 Ropewalk, Northmere"],
                "school": ["Oakfield Primary School"],
            },
            "people/1": {
                "kind": ["carer"],
                "name": ["Ada Thistlewood"],
                "lives_in_household": ["yes"],
                "relation_1": ["Mother"],
                "responsibility_1": ["yes"],
            },
            "family": {"father_known": ["no"], "father_unknown_reason": ["She does not name him."], "other_carers": ["unknown"]},
            "concern": {
                "worries": [WORRIES],
                "working_well": ["His grandmother brings him on three days, on time and with breakfast."],
                "tried_already": ["We rang his mother twice this week and wrote to her."],
                "spoken": ["yes"],
                "child_voice": ["“I want Gran to come.”"],
            },
            "harm": {"harms": ["16A"]},
            "request": {"purpose": ["social_care"], "referrer_level": ["3"]},
            "consent": {
                "consent_status": ["not_sought"],
                "reason": ["not_practicable"],
                "reason_details": ["Nobody answers the telephone at home."],
                "family_told": ["no"],
                "family_not_told_reason": ["Nobody answers the telephone at home."],
            },
        }

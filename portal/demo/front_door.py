"""Submissions, contacts and what became of them, written as rows that the services would have written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from foundation.calendar import london_date
from foundation.models import DomainEvent
from portal.demo import words
from portal.demo.contacts import RECENT, Contacts
from portal.demo.copying import Copier, shared
from portal.demo.courses import Form, rating_of, weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.quality import Scores
from portal.demo.references import References
from portal.demo.same_child import told_again
from portal.demo.told import PersonTold, answers_of
from referrals.models import (
    Contact,
    ContactTask,
    Decision,
    RatingChange,
    Submission,
    SubmissionPerson,
    SubmissionQuality,
    SubmissionRelation,
    SubmittedChild,
)
from referrals.rules.submission import QUESTION_SET
from work.models import Clock, Request

Known = tuple[int, str, dict[str, Any]]
"""A child: id, reference, and what was told of it."""
TABLES = (
    Child,
    Submission,
    SubmittedChild,
    SubmissionPerson,
    SubmissionRelation,
    SubmissionQuality,
    Contact,
    RatingChange,
    Decision,
    ContactTask,
    Clock,
    Request,
    DomainEvent,
)
REPEATED = 0.19
"""How often a child has been seen before; so that about one contact in six repeats within twelve months."""
KNOWN_CHILDREN = 9_000
WITHOUT_FATHER = 0.34
TEACHERS = timedelta(days=45)
"""The school whose teacher can sign in keeps what it answered for longer, because that is what its pages show."""
CHILDREN_IN_FORM = (1,) * 76 + (2,) * 17 + (3,) * 5 + (4,) * 2
SOURCES = (
    ("police", 34), ("oakfield", 5), ("harbour-academy", 9), ("millbrook", 7), ("northmere-college", 4), ("lantern-nursery", 2),
    ("hospital", 7), ("health-visiting", 6), ("harbour-surgery", 4), ("mental-health", 3), ("housing", 4), ("early-help", 3),
    ("probation", 2), ("youth-justice", 2), ("family-first", 3), ("open-door", 3), ("council", 2),
)  # fmt: skip


@dataclass
class Year:
    """How many forms a span of days has, and for what they asked."""

    moments: list[datetime]
    social_care: int
    early_help: int


class FrontDoor:
    """Makes forms and contacts; contacts of the last days are left open in every state."""

    def __init__(self, random: Random, references: References, made: DemoPartnership, copier: Copier, now: datetime) -> None:
        self.random, self.references, self.made, self.copier, self.now = random, references, made, copier, now
        self.contacts = Contacts(random, references, made, copier, now)
        self.scores = Scores(copier, now)
        self.chance = Random(len(made.agencies))  # noqa: S311  # of its own, so that the rest stays as it is
        self.known: list[Known] = []
        self.source_codes = {code: agency.referral_source or "8" for code, agency in made.agencies.items()}

    def fill(self, year: Year) -> None:
        """All forms of one span, with exactly the given numbers for social care and early help."""
        purposes = ["social_care"] * year.social_care + ["early_help"] * year.early_help
        others = ["advice", "notification", "notification", "domestic_abuse", "domestic_abuse", "private_fostering"]
        purposes += [self.random.choice(others) for _ in range(len(year.moments) - len(purposes))]
        self.random.shuffle(purposes)
        for received_at, purpose in zip(year.moments, purposes, strict=True):
            self._form(received_at, purpose)
            self.copier.flush()

    def _form(self, received_at: datetime, purpose: str) -> None:
        random = self.random
        code = "police" if purpose == "domestic_abuse" else weighted(random, SOURCES)
        agency, urgent = self.made.agencies[code], random.random() < 0.06
        form = Form(
            submission=self.copier.next_id(Submission),
            reference=self.references.new("S"),
            received_at=received_at,
            urgent=urgent,
            agency=agency,
            referrer=random.choice(self.made.practitioners[code]),
            purpose=purpose,
            rating=rating_of(random, urgent=urgent, purpose=purpose),
        )
        children = [self._child(form) for _ in range(random.choice(CHILDREN_IN_FORM))]
        people = self._people()
        columns = self._columns(form, people)
        form = replace(form, agreed=columns["consent_status"] == "given")
        columns |= self.scores.in_haste(columns, code)
        if received_at > self.contacts.now - (TEACHERS if code == "oakfield" else RECENT):
            columns["answers"] = answers_of(columns, [identity for _child, _reference, identity in children], people)
        self.copier.add(Submission, **columns)
        self.scores.add(
            form.submission, columns, fathers=len(people) > 1, unborn=all("birth_date" not in one[2] for one in children)
        )
        subject, data = ("submission", form.reference), shared(channel="portal", children=len(children), urgent=urgent)
        by = form.referrer.reference
        self.contacts.event("referrals.submission_received", received_at, by, code, subject, data=data)
        submitted = []
        for position, (child, reference, identity) in enumerate(children, start=1):
            submitted.append(self.copier.add(SubmittedChild, submission_id=form.submission, position=position, **identity))
            self.contacts.add(form, position, submitted[-1], child, reference)
        self._name_people(form, people, submitted)

    def _columns(self, form: Form, people: Sequence[PersonTold]) -> dict[str, Any]:
        referrer, code = form.referrer, form.agency.code
        return {
            "reference": form.reference,
            "agency_id": form.agency.pk,
            "referrer_id": referrer.pk,
            "referrer_name": referrer.name,
            "referrer_role": referrer.job_title or "Practitioner",
            "referrer_telephone": referrer.telephone,
            "referrer_email": referrer.email,
            "referrer_relation": "We were called to the address" if code == "police" else "We work with the child",
            "referral_source": self.source_codes[code],
            "purpose": form.purpose,
            "channel": "portal",
            "urgent": form.urgent,
            "immediate_danger": form.urgent and self.random.random() < 0.3,
            "aware_on": london_date(form.received_at),
            "lead_told": "yes" if form.purpose == "social_care" else "",
            "received_at": form.received_at,
            "received_by": referrer.reference,
            "question_set": QUESTION_SET,
            **self._consent(form, people),
            **self._told(form, father=len(people) > 1),
        }

    def _consent(self, form: Form, people: Sequence[PersonTold]) -> dict[str, Any]:
        random, mother = self.random, people[0].name
        asked = (94, 4, 2) if form.purpose == "early_help" else (60, 10, 30)
        consent = random.choices(["given", "refused", "not_sought"], asked)[0]
        columns: dict[str, Any] = {
            "consent_status": consent,
            "consent_given_by": f"{mother}, mother",
            "consent_on": london_date(form.received_at) if consent == "given" else None,
            "consent_reason": "",
            "consent_details": "She said that she can manage on her own." if consent == "refused" else "",
            "consent_by_right": "responsible" if consent != "not_sought" else "",
            "consent_scope": ("share", "early_help") if consent == "given" else (),
            "consent_recorded": "note" if consent == "given" else "",
            "consent_refusal_told": "yes" if consent == "refused" else "",
            "family_told": "yes",
            "family_not_told_reason": "",
        }
        if consent == "not_sought":
            reason = random.choice(list(words.NOT_ASKED))
            because = words.NOT_ASKED[reason]
            columns |= {"consent_given_by": "", "consent_reason": reason, "consent_details": because}
            columns |= {"family_told": "no", "family_not_told_reason": because}
        return columns

    def _told(self, form: Form, *, father: bool) -> dict[str, Any]:
        random = self.random
        voice = random.choice(words.CHILD_SAYS)
        worries = words.WORRIES[form.rating]
        place = random.randrange(len(worries))
        return {
            "worries": worries[place],
            "harm_types": words.HARMS_SEEN[form.rating][place],
            "working_well": random.choice(words.WORKING_WELL),
            "tried_already": random.choice(words.TRIED),
            "child_voice": voice,
            "child_voice_missing_reason": "" if voice else random.choice(words.NOT_SPOKEN),
            "father_known": "yes" if father else random.choice(["no", "unknown", "unknown"]),
            "father_unknown_reason": "" if father else "The family did not say.",
            "other_carers": random.choice(["yes", "no", "unknown"]),
            "referrer_level": random.choice(words.LEVELS_SEEN[form.rating]),
        }

    def _people(self) -> list[PersonTold]:
        """The mother, and of two in three children the father."""
        random = self.random
        found = [PersonTold("carer", self._name(words.MOTHERS), "Mother", "yes", "yes")]
        if random.random() > WITHOUT_FATHER:
            household = "yes" if random.random() < 0.6 else "no"
            responsibility = random.choice(["yes", "unknown"])
            found.append(PersonTold("father", self._name(words.FATHERS), "Father", household, responsibility))
        return found

    def _name_people(self, form: Form, people: Sequence[PersonTold], children: Sequence[int]) -> None:
        for position, told in enumerate(people, start=1):
            person = self.copier.add(
                SubmissionPerson,
                submission_id=form.submission,
                position=position,
                kind=told.kind,
                name=told.name,
                lives_in_household=told.household,
            )
            for child in children:
                self.copier.add(
                    SubmissionRelation,
                    person_id=person,
                    child_id=child,
                    relationship=told.relationship,
                    parental_responsibility=told.responsibility,
                )

    def _name(self, given: Sequence[str]) -> str:
        random = self.random
        return f"{random.choice(given)} {random.choice(words.FAMILY_STARTS)}{random.choice(words.FAMILY_ENDS)}"

    def _child(self, form: Form) -> Known:
        """Somebody who has been seen before, or a child who is new to the portal."""
        if self.known and self.random.random() < REPEATED:
            return self.known[self.random.randrange(len(self.known))]
        identity = self._identity(london_date(form.received_at))
        if self.known:
            known = self.known[self.chance.randrange(len(self.known))][2]
            identity = dict(told_again(self.chance, known, form.received_at, self.now) or identity)
        child, reference = self._register(identity, form.received_at, form.referrer.reference)
        self._remember(child, reference, identity)
        return child, reference, identity

    def add_child(self, at: datetime) -> None:
        """A child of whom no form tells here."""
        self._register(self._identity(london_date(at)), at, "seed")

    def _register(self, identity: dict[str, Any], at: datetime, by: str) -> tuple[int, str]:
        reference = self.references.new("C")
        keys = tuple(map(str, keys_of(ChildDetails(**identity))))
        child = self.copier.add(Child, reference=reference, created_at=at, created_by=by, keys=keys, **identity)
        return child, reference

    def _remember(self, child: int, reference: str, identity: dict[str, Any]) -> None:
        if len(self.known) < KNOWN_CHILDREN:
            self.known.append((child, reference, identity))
        else:
            self.known[self.random.randrange(KNOWN_CHILDREN)] = (child, reference, identity)

    def _identity(self, on: date) -> dict[str, Any]:
        random = self.random
        identity: dict[str, Any] = {
            "family_name": random.choice(words.FAMILY_STARTS) + random.choice(words.FAMILY_ENDS),
            "address": f"{random.randint(1, 180)} {random.choice(words.STREETS)} {random.choice(words.STREET_KINDS)}, Northmere",
            "postcode": f"{random.choice(words.DISTRICTS)} {random.randint(1, 9)}{random.choice('ABDE')}{random.choice('PQRS')}",
        }
        if random.random() < 0.02:
            return {**identity, "expected_delivery_date": on + timedelta(days=random.randint(20, 200)), "sex": "U"}
        return {
            **identity,
            "given_name": random.choice(words.GIVEN_NAMES),
            "birth_date": on - timedelta(days=random.randint(5, 6_500)),
            "sex": random.choices(["F", "M", "U"], [48, 50, 2])[0],
            "ethnicity": random.choice(["WBRI", "WOTH", "MWBC", "AIND", "APKN", "BAFR", "BCRB", "OOTH", "NOBT", "WBRI", "WBRI"]),
        }

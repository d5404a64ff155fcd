"""The agencies, teams and people of the fictional borough, with one sign-in for each role."""

import hashlib
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from accounts.models import Agency, InformationSharingAgreement, Person, Role, RoleHolding, Team
from foundation import clock
from portal.demo.references import References
from portal.demo.words import FAMILY_ENDS, FAMILY_STARTS, GIVEN_NAMES

PASSWORD = "northmere demonstration"  # noqa: S105  # of the demonstration only, printed at every start
DOMAIN = "northmere.example"

# code, name, kind, source code of the census, teams
AGENCIES = (
    ("partnership", "Northmere Safeguarding Children Partnership", "partnership", "", ()),
    ("council", "Northmere Council", "council", "5B", ()),
    (
        "social-care",
        "Northmere Children’s Social Care",
        "social_care",
        "5A",
        ("mash", "assessment-east", "assessment-west", "support-hill", "support-harbour"),
    ),
    ("early-help", "Northmere Early Help", "early_help", "5D", ("early-help-hub",)),
    ("police", "Northmere Police", "police", "6", ()),
    ("icb", "Northmere and Vale Integrated Care Board", "health_commissioner", "3F", ()),
    ("hospital", "Northmere Health Services NHS Trust", "health", "3E", ()),
    ("mental-health", "Vale Mental Health NHS Trust", "health", "3F", ()),
    ("health-visiting", "Northmere Health Visiting and School Nursing", "health", "3B", ()),
    ("harbour-surgery", "Harbour Surgery", "health", "3A", ()),
    ("probation", "Probation Service, Northmere", "probation", "7", ()),
    ("housing", "Northmere Housing", "housing", "4", ()),
    ("youth-justice", "Northmere Youth Justice Service", "youth_justice", "5B", ()),
    ("oakfield", "Oakfield Primary School", "school", "2A", ()),
    ("harbour-academy", "Harbour Academy", "school", "2A", ()),
    ("millbrook", "Millbrook School", "school", "2A", ()),
    ("northmere-college", "Northmere College", "school", "2A", ()),
    ("lantern-nursery", "Lantern Nursery", "early_years", "2B", ()),
    ("family-first", "Family First Northmere", "voluntary", "8", ()),
    ("open-door", "Open Door Young People’s Project", "voluntary", "8", ()),
)
TEAMS = {
    "mash": ("Multi-Agency Safeguarding Hub", ("referrals.contact",)),
    "assessment-east": ("Assessment team East", ("referrals.assessment", "referrals.strategy_discussion", "referrals.open_case")),
    "assessment-west": ("Assessment team West", ()),
    "early-help-hub": ("Early Help Hub", ("referrals.early_help", "protection.step_down")),
    "support-hill": ("Family support team Hill", ("protection.step_down",)),
    "support-harbour": ("Family support team Harbour", ()),
}

# One colleague whose half-year ends soon, so that their agency's lead is asked who still works there.
CONFIRMED_DAYS = {f"worker3@oakfield.{DOMAIN}": 20}


@dataclass(frozen=True)
class SignIn:
    """A sign-in that the demonstration prints: who it is and what they can try."""

    local: str
    role: str
    agency: str
    team: str
    title: str
    tries: str
    seat: str = ""


SIGN_INS = (
    SignIn(
        "teacher",
        "practitioner",
        "oakfield",
        "",
        "Head of year",
        "Read the guide and local help; refer a child; see what was decided",
    ),
    SignIn(
        "school.lead",
        "agency_lead",
        "oakfield",
        "",
        "Designated safeguarding lead",
        "Your people; your agency’s referrals and their quality; answer checks; conferences and their reports; actions",
    ),
    SignIn(
        "officer",
        "mash_officer",
        "social-care",
        "mash",
        "MASH screening officer",
        "The queue: same child?, rate, ask agencies, propose; take a call down",
    ),
    SignIn(
        "manager",
        "mash_manager",
        "social-care",
        "mash",
        "MASH manager",
        "Approve decisions; sign off; share out work; write the question sets",
    ),
    SignIn(
        "early.help",
        "early_help_coordinator",
        "early-help",
        "early-help-hub",
        "Early help coordinator",
        "Accept families; assess, review, close; the register",
    ),
    SignIn(
        "social.worker",
        "social_worker",
        "social-care",
        "assessment-east",
        "Social worker",
        "Your team’s inbox and cases; write an enquiry; book a conference; visit a child on a plan",
    ),
    SignIn(
        "team.manager",
        "team_manager",
        "social-care",
        "assessment-east",
        "Team manager",
        "Accept or return handovers; hold a strategy discussion; authorise an enquiry; step a child down; the panel",
    ),
    SignIn(
        "chair",
        "conference_chair",
        "social-care",
        "",
        "Conference chair",
        "Your desk; approve a record; look at a plan half way; this month’s scrutiny panel",
    ),
    SignIn("panels", "panel_coordinator", "council", "", "Panel coordinator", "My work"),
    SignIn("designated.officer", "designated_officer", "council", "", "Designated officer (LADO)", "My work"),
    SignIn(
        "child.death",
        "child_death_coordinator",
        "icb",
        "",
        "Child death review coordinator",
        "Notify the death of a child; panels, meetings and their packs",
    ),
    SignIn("auditor", "auditor", "hospital", "", "Named nurse and auditor", "My work"),
    SignIn("trainer", "trainer", "family-first", "", "Trainer", "My work"),
    SignIn(
        "board",
        "business_team",
        "partnership",
        "",
        "Board manager",
        "Actions; the yearly report; serious incidents and reviews; the trends map",
    ),
    SignIn(
        "executive",
        "executive",
        "council",
        "",
        "Director of children’s services",
        "Read the dashboard of figures; approve the report for the seat of a statutory partner",
        "council",
    ),
    SignIn(
        "executive.health",
        "executive",
        "icb",
        "",
        "Chief nurse",
        "Read the dashboard of figures; approve the report for the seat of a statutory partner",
        "health",
    ),
    SignIn(
        "executive.police",
        "executive",
        "police",
        "",
        "Detective superintendent",
        "Read the dashboard of figures; approve the report for the seat of a statutory partner",
        "police",
    ),
    SignIn("scrutineer", "scrutineer", "partnership", "", "Independent scrutineer", "Compile and read the yearly report"),
    SignIn("governance", "governance_lead", "council", "", "Information governance lead", "Who has looked at which record"),
    SignIn("administrator", "system_administrator", "partnership", "", "System administrator", "Agencies, teams, agreements"),
)


def demo_secret(email: str) -> str:
    """The authenticator secret of a demonstration person, made from the address."""
    return b32encode(hashlib.sha256(f"demonstration:{email}".encode()).digest()[:20]).decode()


def address(sign_in: SignIn) -> str:
    """The email address of a sign-in."""
    return f"{sign_in.local}@{sign_in.agency}.{DOMAIN}"


@dataclass
class DemoPartnership:
    """What the other parts of the demonstration build on."""

    agencies: dict[str, Agency]
    teams: dict[str, Team]
    people: dict[str, Person]
    """By the local part of the sign-in."""
    practitioners: dict[str, list[Person]]
    """By the code of their agency."""
    officers: list[Person]
    managers: list[Person]


class PartnershipMaker:
    """Makes agencies, teams, agreements, people and what they hold. `started` is the first day of the oldest demo year."""

    def __init__(self, random: Random, references: References, started: datetime) -> None:
        self.random, self.references, self.started = random, references, started
        self.password = make_password(PASSWORD)

    def make(self) -> DemoPartnership:
        """Everything, in the order in which it depends on each other."""
        agencies = {code: self._agency(code, name, kind, source) for code, name, kind, source, _teams in AGENCIES}
        teams = {team: self._team(team, agencies[code]) for code, _name, _kind, _source, names in AGENCIES for team in names}
        made = DemoPartnership(agencies, teams, {}, {}, [], [])
        for sign_in in SIGN_INS:
            person = self._person(address(sign_in), sign_in.title)
            team = teams.get(sign_in.team)
            self._holding(person, sign_in.role, agencies[sign_in.agency], team, sign_in.seat)
            Authenticator.objects.create(
                user=person, type=Authenticator.Type.TOTP, data={"secret": encrypt(demo_secret(person.email))}
            )
            made.people[sign_in.local] = person
        self._colleagues(made)
        return made

    def _colleagues(self, made: DemoPartnership) -> None:
        made.officers.append(made.people["officer"])
        made.managers.append(made.people["manager"])
        made.practitioners["oakfield"] = [made.people["teacher"]]
        for number in range(5):
            made.officers.append(self._colleague("mash_officer", made, "social-care", "mash", f"officer{number + 2}"))
        for number in range(2):
            made.managers.append(self._colleague("mash_manager", made, "social-care", "mash", f"manager{number + 2}"))
        for code in made.agencies:
            for number in range(3):
                person = self._colleague("practitioner", made, code, "", f"worker{number + 1}")
                made.practitioners.setdefault(code, []).append(person)
            if code != "oakfield":
                made.people[f"lead.{code}"] = self._colleague("agency_lead", made, code, "", "safeguarding.lead")

    def crowd(self, agencies: int, people: int) -> None:
        """So many schools, with so many practitioners between them, for measuring."""
        schools = [self._agency(f"school-{number}", f"Northmere School {number}", "school", "2A") for number in range(agencies)]
        homes = [schools[number % agencies] for number in range(people)]
        crowd = Person.objects.bulk_create(
            [self._new_person(f"crowd{number}@{home.code}.{DOMAIN}", "Teacher") for number, home in enumerate(homes)]
        )
        role = Role.objects.get(code="practitioner")
        RoleHolding.objects.bulk_create(
            [self._new_holding(person, role, home, None, "") for person, home in zip(crowd, homes, strict=True)]
        )

    def _agency(self, code: str, name: str, kind: str, source: str) -> Agency:
        agency = Agency.objects.create(code=code, name=name, kind=kind, referral_source=source, domains=[f"{code}.{DOMAIN}"])
        InformationSharingAgreement.objects.create(
            agency=agency,
            signed_on=self.started.date(),
            valid_until=clock.today() + timedelta(days=400),
            signed_by_name=self.name(),
            recorded_at=self.started,
            recorded_by="seed",
        )
        return agency

    def _team(self, code: str, agency: Agency) -> Team:
        name, receives = TEAMS[code]
        return Team.objects.create(
            code=code,
            name=name,
            agency=agency,
            group=Group.objects.create(name=f"team:{code}"),
            receives=list(receives),
            telephone=f"01632 960 {700 + list(TEAMS).index(code)}",
        )

    def name(self) -> str:
        """An invented name."""
        family = self.random.choice(FAMILY_STARTS) + self.random.choice(FAMILY_ENDS)
        return f"{self.random.choice(GIVEN_NAMES)} {family}"

    def _person(self, email: str, title: str) -> Person:
        person = self._new_person(email, title)
        person.save()
        return person

    def _new_person(self, email: str, title: str) -> Person:
        return Person(
            email=email,
            name=self.name(),
            job_title=title,
            password=self.password,
            created_at=self.started,
            reference=self.references.new("P"),
            telephone="01632 960 " + str(self.random.randint(100, 999)),
        )

    def _colleague(self, role: str, made: DemoPartnership, agency: str, team: str, local: str) -> Person:
        person = self._person(f"{local}@{agency}.{DOMAIN}", "")
        self._holding(person, role, made.agencies[agency], made.teams.get(team), "")
        return person

    def _holding(self, person: Person, role: str, agency: Agency, team: Team | None, seat: str) -> None:
        self._new_holding(person, Role.objects.get(code=role), agency, team, seat).save()

    def _new_holding(self, person: Person, role: Role, agency: Agency, team: Team | None, seat: str) -> RoleHolding:
        return RoleHolding(
            person=person,
            role=role,
            agency=agency,
            team=team,
            seat=seat,
            starts_on=self.started.date(),
            confirmed_until=clock.today() + timedelta(days=CONFIRMED_DAYS.get(person.email, 150)),
            given_at=self.started,
            given_by="seed",
        )

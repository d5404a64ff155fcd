"""What comes before a referral: the guide by level of need, local help, and a referral of somebody without an account."""

import json
from datetime import timedelta

from accounts.models import Visitor
from children.rules import ChildDetails
from foundation import clock
from foundation.actors import SystemActor
from portal.demo.partnership import DOMAIN, DemoPartnership
from referrals.models import (
    ConsentBy,
    ConsentRecorded,
    ConsentScope,
    ConsentStatus,
    DirectoryService,
    Disagreement,
    Purpose,
    YesNoUnknown,
)
from referrals.rules.guide import LevelGiven
from referrals.rules.submission import Answer, AnsweredSection, ChildGiven, Concern, Consent, Content, Harm, Referrer
from referrals.services import (
    begin_guide,
    choose_service,
    import_directory,
    offer_draft,
    publish_guide,
    raise_disagreement,
    save_guide,
    send_submission,
    start_draft,
)

SEED = SystemActor("demonstration")
INTRODUCTION = (
    "The levels help us to speak of the same thing. They do not decide. Children move between them. "
    "If you are worried that a child is not safe, act at once and ask about levels later."
)
LEVELS = (
    LevelGiven(
        1,
        "Children whose needs are met",
        "The child does well. The family, school and health services give what every child needs.",
        "Goes to school and learns\nIs well and has had their injections\nHas somebody to talk to\nHas safe places to play",
        "Carry on. Tell the family about clubs, children’s centres and the health visitor.",
    ),
    LevelGiven(
        2,
        "Some extra help",
        "One or two things are hard. With help early on they do not grow.",
        "Misses school now and then\nIs often tired or hungry\nIs sad, worried or angry for some weeks\n"
        "Parents argue a lot, or money is short\nCares for a brother, sister or parent",
        "Talk with the family. Look for local help together. With their agreement begin an early help assessment.",
    ),
    LevelGiven(
        3,
        "Several needs at once",
        "Several things are hard and one service is not enough. Without help the child may be harmed or fall behind.",
        "Often missing from school, or excluded\nParents’ drinking, drugs or mental health get in the way of care\n"
        "Violence at home in the past\nGoes missing, or has friends who may exploit them\nHelp was tried and nothing changed",
        "Refer, with the family’s agreement where it is safe to ask. Say what was tried and what the child says.",
    ),
    LevelGiven(
        4,
        "Significant harm",
        "The child is suffering significant harm, or is likely to.",
        "An injury that nobody can explain\nSays that somebody hurts or touches them\nIs left alone and too young for it\n"
        "Lives with violence now\nIs sold, groomed or made to carry drugs\nIs not fed, kept clean or taken to the doctor",
        "If the child is in danger now, call 999. Ring the MASH. Send the referral the same day. You need nobody’s agreement.",
    ),
)
AREAS = ("Harbour", "Hill", "Old Town", "Riverside", "Station")
SERVICES = (
    # name, who runs it, what it helps with (as a feed files it), ages, area, cost, for whom
    ("Stay and play", "Northmere Children’s Centres", "Early years", 0, 5, "Harbour", "", ""),
    ("Baby massage", "Northmere Children’s Centres", "Babies", 0, 1, "Hill", "", ""),
    ("Dads’ Saturday", "Northmere Children’s Centres", "Parenting support", 0, 8, "Old Town", "", ""),
    ("Parenting teenagers", "Family First Northmere", "Parenting support", 11, 18, "", "", "targeted"),
    ("Family mediation", "Family First Northmere", "Family life", None, None, "", "From £20, by income", "targeted"),
    ("Solihull parenting course", "Northmere Health Visiting", "Parenting support", 0, 18, "", "", ""),
    ("Sleep clinic", "Northmere Health Visiting", "Sleep", 0, 5, "", "", ""),
    ("School counselling", "Open Door", "Counselling", 8, 16, "", "", "targeted"),
    ("Talk it out online", "Open Door", "Emotional wellbeing", 11, 18, "", "", ""),
    ("Bereavement group", "Open Door", "Bereavement", 5, 16, "Riverside", "", "targeted"),
    ("Autism family hub", "Harbour SEND Network", "Autism and ADHD", 0, 25, "Harbour", "", ""),
    ("Short breaks", "Harbour SEND Network", "Disability", 5, 18, "", "£5 a session", "targeted"),
    ("Homework club", "Northmere Libraries", "Homework", 7, 14, "Station", "", ""),
    ("Story time", "Northmere Libraries", "Literacy", 0, 5, "Old Town", "", ""),
    ("Attendance mentors", "Northmere Learning Trust", "School attendance", 11, 16, "", "", "targeted"),
    ("Food pantry", "Riverside Community Trust", "Food", None, None, "Riverside", "£4 a week", ""),
    ("Debt advice", "Riverside Community Trust", "Debt and benefits", None, None, "", "", ""),
    ("Warm room", "Riverside Community Trust", "Food", None, None, "Riverside", "", ""),
    ("Tenancy support", "Northmere Housing Advice", "Housing", None, None, "", "", "targeted"),
    ("Refuge and outreach", "Safe Harbour", "Domestic abuse", None, None, "", "", "targeted"),
    ("Talking to my mum", "Safe Harbour", "Domestic abuse recovery", 5, 16, "Hill", "", "targeted"),
    ("Young people’s drug and alcohol service", "Clear Path", "Substance misuse", 11, 21, "", "", "targeted"),
    ("Young carers’ club", "Northmere Carers", "Young carers", 7, 17, "Station", "", ""),
    ("Midnight football", "Northmere Youth", "Sport for young people", 11, 18, "Hill", "", ""),
    ("Youth café", "Northmere Youth", "Youth activities", 11, 18, "Old Town", "£1", ""),
)
CHOSEN = ("Homework club", "Stay and play", "Talk it out online", "Stay and play", "Food pantry", "Youth café")

NOT_TOLD = {
    "disputed": "We asked whether his brother’s school is worried too, and were told nothing.",
    "concern": "We see him every day and plan his mornings without knowing who else is at home.",
    "wanted": "To be told who works with the family, and whom we ring.",
    "risk": "He is with us until six. His aunt takes him home tonight.",
}
BEGUN = {
    "danger": {"immediate_danger": ["no"]},
    "children/1": {"born": ["yes"], "given_name": ["Teal"], "family_name": ["Orchard"]},
    "concern": {"worries": ["Has not been collected on time since the holidays. Nobody at home answers the telephone."]},
}
GOES_ON = "I am on leave from tomorrow. You know the family better; the page about them is missing."


class Before:
    """Makes the guide, the directory with some choices, and what a visitor has sent, disputes and hands on."""

    def __init__(self, made: DemoPartnership) -> None:
        self.made = made

    def make(self) -> None:
        """Everything."""
        draft = begin_guide(by=SEED)
        save_guide(by=SEED, number=draft.number, introduction=INTRODUCTION, levels=LEVELS)
        publish_guide(by=SEED, number=draft.number)
        import_directory(by=SEED, file_name="northmere-directory.json", content=_feed(), whole=True)
        for name in CHOSEN:
            service = DirectoryService.objects.get(name=name)
            choose_service(by=self.made.people["teacher"], pk=service.pk, level=service.level)
        self._visitor()

    def _visitor(self) -> None:
        agency = self.made.agencies["lantern-nursery"]
        moment = clock.now()
        visitor = Visitor.objects.create(
            email=f"room.leader@lantern-nursery.{DOMAIN}", agency=agency, first_proved_at=moment, last_proved_at=moment
        )
        draft = start_draft(by=visitor, answers={}, level=3)
        sent = send_submission(
            by=visitor, draft_reference=draft.reference, version=draft.version, content=_content(visitor.email)
        )
        raise_disagreement(
            by=visitor,
            raised_for=agency.code,
            raised_with="social-care",
            about=Disagreement.About.SHARING,
            words=NOT_TOLD,
            in_parallel=False,
            contact=sent.contacts.get().reference,
            once="demonstration-visitor",
        )
        begun = start_draft(by=visitor, answers=BEGUN)
        colleague = self.made.practitioners[agency.code][0]
        offer_draft(by=visitor, reference=begun.reference, colleague=colleague.email, note=GOES_ON)


def _feed() -> bytes:
    services = [
        {
            "id": f"northmere-{place:03d}",
            "name": name,
            "status": "active",
            "description": f"{name} helps families in Northmere with {topic.lower()}. Ring, write or come along.",
            "organization": {"id": f"org-{runs}", "name": runs},
            "minimum_age": least,
            "maximum_age": most,
            "service_areas": [{"name": area}] if area else [],
            "cost_options": [{"amount": 1, "amount_description": cost}] if cost else [],
            "schedules": [{"description": ("Mondays", "Tuesdays", "Wednesdays", "Thursdays")[place % 4] + " 3:30pm to 5pm"}],
            "phones": [{"number": f"01632 960{200 + place}"}],
            "email": f"service{place}@directory.{DOMAIN}",
            "assured_date": (clock.today() - timedelta(days=7 * place)).isoformat(),
            "attributes": [{"taxonomy_term": {"name": topic}}, *([{"label": "Targeted"}] if kind else [])],
        }
        for place, (name, runs, topic, least, most, area, cost, kind) in enumerate(SERVICES, start=1)
    ]
    return json.dumps({"contents": services}).encode()


def _content(email: str) -> Content:
    worries = "Comes in hungry after each weekend. On Monday he said that he had put himself to bed because nobody was at home."
    born = clock.today() - timedelta(days=4 * 365 + 40)
    child = ChildDetails(family_name="Ferris", given_name="Wren", birth_date=born, sex="M", address="7 Chandler Row, Northmere")
    return Content(
        referrer=Referrer("Jo Marlow", "Room leader", "01632 960777", email, "Key person since September"),
        purpose=Purpose.SOCIAL_CARE,
        children=[ChildGiven(child, school="Lantern Nursery")],
        consent=Consent(
            ConsentStatus.GIVEN,
            "Mother",
            clock.today(),
            family_told=YesNoUnknown.YES,
            by_right=ConsentBy.RESPONSIBLE,
            scope=(ConsentScope.SHARE,),
            recorded=ConsentRecorded.NOTE,
        ),
        concern=Concern(
            worries=worries,
            working_well="His mother talks with us at the door and takes food that we offer.",
            tried_already="Breakfast, and a place for five days.",
            child_voice="“I did my own bed.”",
        ),
        harm=Harm(types=("16A",)),
        father_known=YesNoUnknown.YES,
        referrer_level=3,
        answers=[
            AnsweredSection(
                section="concern",
                title="What you are worried about",
                answers=[Answer(question="What are you worried about?", answer=worries)],
            )
        ],
    )

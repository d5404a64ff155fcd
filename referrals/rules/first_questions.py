"""The further questions with which an installation begins. The MASH changes them in the portal from then on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from referrals.models.harms import HONOUR, ONLINE, PRIVATE_FOSTERING, RADICALISATION
from referrals.rules.question_sets import OF_AGENCIES, OF_WORRIES
from work.models import Question

Kind = Question.Kind
YES_NO = ("Yes", "No", "Not known")


@dataclass(frozen=True)
class First:
    """One question. `after`: the key of an earlier question and the answers after which it is asked."""

    key: str
    text: str
    kind: str = Kind.LONG_TEXT
    choices: Sequence[str] = ()
    hint: str = ""
    required: bool = False
    after: tuple[str, Sequence[str]] = ("", ())


@dataclass(frozen=True)
class FirstSet:
    """One set: when it is asked, and its questions."""

    code: str
    title: str
    purpose: str
    kind: str
    occasions: Sequence[str]
    questions: Sequence[First] = field(default=())


FIRST_SETS = (
    FirstSet(
        "exploitation",
        "If the child may be exploited",
        "Criminal or sexual exploitation, gangs and trafficking.",
        OF_WORRIES,
        ("24A", "11A", "13A", "12A"),
        (
            First(
                "signs",
                "Which of these have you seen or heard of?",
                Kind.MANY_CHOICES,
                (
                    "Money, clothes or phones that nobody can explain",
                    "More than one phone, or calls at all hours",
                    "Older friends, or an older boyfriend or girlfriend",
                    "Found far from home",
                    "Carrying a weapon, drugs or large sums",
                    "Debts, threats or injuries",
                    "None of these",
                ),
                required=True,
            ),
            First("who", "Who may be exploiting the child?", hint="Names, nicknames, cars, numbers, what they look like."),
            First("where", "Where does it happen, and how does the child get there?", hint="Streets, stations, flats, shops."),
            First("others", "Which other children may be drawn in?"),
            First(
                "screening",
                "Has an exploitation screening tool been filled in?",
                Kind.CHOICE,
                ("Yes, and I will attach it", "Yes, elsewhere", "No"),
            ),
        ),
    ),
    FirstSet(
        "missing",
        "If the child goes missing",
        "A child who is missing now or goes missing.",
        OF_WORRIES,
        ("10A",),
        (
            First("missing-now", "Is the child missing now?", Kind.CHOICE, YES_NO, required=True),
            First(
                "police-told",
                "When were the police told, and what is their reference?",
                Kind.TEXT,
                hint="If nobody has told them, ring 101 now, or 999 if the child is in danger.",
                after=("missing-now", ("Yes",)),
            ),
            First("last-seen", "When, where and by whom was the child last seen?", after=("missing-now", ("Yes",))),
            First("how-often", "How often has the child been missing in the last 90 days?", Kind.NUMBER),
            First("where-found", "Where was the child found, and with whom?"),
            First("interview", "Has anyone talked with the child after a return?", Kind.CHOICE, YES_NO),
        ),
    ),
    FirstSet(
        "female-genital-mutilation",
        "If female genital mutilation is a worry",
        "Done, planned or feared.",
        OF_WORRIES,
        ("22A",),
        (
            First(
                "what",
                "What do you know?",
                Kind.CHOICE,
                ("It has been done", "It is planned or feared", "A woman of the family has had it done", "Not known"),
                required=True,
            ),
            First(
                "police-told",
                "Have you told the police?",
                Kind.CHOICE,
                ("Yes", "No", "The duty does not apply to me"),
                hint="Teachers, health and social care professionals must ring 101 themselves when a girl under 18 tells them, "
                "or they see the signs, that it has been done. This form does not replace that.",
                after=("what", ("It has been done",)),
            ),
            First(
                "travel",
                "Is a journey planned? Where to, when, with whom?",
                after=("what", ("It is planned or feared",)),
            ),
            First("sisters", "Which sisters or other girls of the family may be at risk?"),
            First("family-view", "What do the parents and the wider family say about it?", hint="If it was safe to ask."),
        ),
    ),
    FirstSet(
        "radicalisation",
        "If the child may be drawn into terrorism",
        "Radicalisation, for the Prevent duty.",
        OF_WORRIES,
        (RADICALISATION,),
        (
            First("what", "What has the child said, done, shown or shared?", required=True, hint="As exactly as you can."),
            First(
                "influence",
                "Who or what influences the child?",
                Kind.MANY_CHOICES,
                ("Someone in the family", "Friends or a group", "People met online", "Websites, videos or games", "Not known"),
            ),
            First("violence", "Has the child talked of violence, weapons or travel?", Kind.CHOICE, YES_NO),
            First("violence-what", "What exactly?", after=("violence", ("Yes",))),
            First("prevent", "Has a Prevent referral been made?", Kind.CHOICE, YES_NO),
        ),
    ),
    FirstSet(
        "private-fostering",
        "If the child is privately fostered",
        "A child who lives, or will live, with someone who is not a close relative for 28 days or more.",
        OF_WORRIES,
        (PRIVATE_FOSTERING,),
        (
            First("carer", "Who looks after the child, and at which address?", required=True),
            First("since", "Since when, or from when?", Kind.DATE),
            First("how-long", "For how long is it meant?", Kind.TEXT),
            First(
                "why",
                "Why does the child live there?",
                Kind.CHOICE,
                (
                    "From overseas, and means to return",
                    "From overseas, and means to stay",
                    "To go to school here",
                    "Another family arrangement here",
                    "Another reason, or not known",
                ),
            ),
            First("parents", "Where are the parents, and how are they reached?"),
            First("council", "Does the council know already?", Kind.CHOICE, YES_NO),
        ),
    ),
    FirstSet(
        "online-abuse",
        "If the abuse happens online",
        "Grooming, sharing of pictures, threats and bullying online.",
        OF_WORRIES,
        (ONLINE,),
        (
            First(
                "what",
                "What has happened?",
                Kind.MANY_CHOICES,
                (
                    "Grooming, or contact by someone who may be an adult",
                    "Pictures or films of the child were asked for or shared",
                    "Threats to share them, or demands for money",
                    "Bullying or hatred",
                    "The child was shown sexual or violent things",
                ),
                required=True,
            ),
            First("accounts", "Which apps, games or sites, and which names were used there?"),
            First("met", "Has the child met the person, or are they to meet?", Kind.CHOICE, YES_NO),
            First(
                "kept",
                "Where are messages or pictures kept?",
                hint="Do not copy, print or send indecent pictures of a child. Leave them on the device, and tell the police.",
            ),
            First("reported", "Has it been reported to the police or the platform?", Kind.CHOICE, YES_NO),
        ),
    ),
    FirstSet(
        "honour",
        "If forced marriage or so-called honour-based abuse is a worry",
        "Contact with the family can raise the danger.",
        OF_WORRIES,
        (HONOUR,),
        (
            First("who-knows", "Who in the family knows that the child has spoken?", required=True),
            First("plans", "Is a journey, an engagement or a wedding planned? When and where?"),
            First("safe-contact", "How and when can the child be reached safely?"),
            First("earlier", "Has anyone in the family been hurt, married or sent away like this before?"),
        ),
    ),
    FirstSet(
        "from-schools",
        "What the school knows",
        "Asked of schools, colleges, nurseries and childminders.",
        OF_AGENCIES,
        ("school", "early_years"),
        (
            First("attendance", "What is the child’s attendance this school year, in percent?", Kind.NUMBER),
            First("changes", "What has changed in learning, behaviour, friendships or appearance?"),
            First("support", "What support does the child have at school?", hint="Such as an education, health and care plan."),
            First("collected", "Who brings and collects the child, and who may not?"),
        ),
    ),
    FirstSet(
        "from-police",
        "What the police know",
        "Asked of the police.",
        OF_AGENCIES,
        ("police",),
        (
            First("references", "Which crime, incident or custody references belong to it?", Kind.TEXT),
            First("officer", "Who is the officer in the case?", Kind.TEXT),
            First("bail", "Which bail conditions, orders or warning markers are in force?"),
            First("powers", "Have police powers of protection been used?", Kind.CHOICE, YES_NO),
        ),
    ),
    FirstSet(
        "from-health",
        "What health services know",
        "Asked of hospitals, practices and other health services.",
        OF_AGENCIES,
        ("health", "health_commissioner"),
        (
            First("seen", "When was the child last seen by your service, and why?"),
            First("missed", "Which appointments were missed, and what was the reason given?"),
            First("injury", "If the child is hurt: does the explanation fit the injury and the child’s age?"),
            First("parents-health", "What do you know of the health of the parents that bears on their care?"),
        ),
    ),
)

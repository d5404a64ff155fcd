"""What the agencies and working groups of the demonstration return, in their own words."""

from collections.abc import Mapping
from typing import Final

Row = tuple[str, str, str, str]

DONE: Final[Mapping[str, tuple[Row, ...]]] = {
    "social-care": (
        (
            "Answer every contact by the end of the next working day",
            "Families wait for no decision longer than they must",
            "- A second manager approves in the afternoon\n- Audits of forty contacts, each told to its worker",
            "More contacts were decided in time in each quarter, and referrers hear sooner what came of them.",
        ),
        (
            "Hear from children before each review",
            "Plans say what the child wants",
            "Every worker was shown the new tools; advocates came to team meetings.",
            "Two in three plans now quote the child. Young children are still heard too seldom.",
        ),
    ),
    "early-help": (
        (
            "Offer help at the first sign of neglect",
            "Fewer families reach social care with needs that were known for long",
            "- One tool to describe neglect, used by all hubs\n- A drop-in at three schools",
            "Families who used the drop-in seldom came back as referrals.",
        ),
    ),
    "police": (
        (
            "Tell schools of domestic abuse before the next school day",
            "Teachers know why a child may need care that morning",
            "Notices went out on all but four days of the year; the list of schools was put right each term.",
            "Schools say that they could comfort children without asking them to explain.",
        ),
        (
            "Ask about children at every address",
            "No child in the home is overlooked",
            "Body-worn footage of sixty calls was looked at by supervisors.",
            "Children were seen and spoken to in more of the calls that were looked at than in the year before.",
        ),
    ),
    "hospital": (
        (
            "See the risk of exploitation in the emergency department",
            "Young people who come alone are asked the right questions",
            "- Cards with six questions at each desk\n- The youth worker stays until ten at night",
            "More young people were offered help on the day; most of them accepted it.",
        ),
    ),
    "mental-health": (
        (
            "Think family in adult wards",
            "The needs of the children of patients are known",
            "A question about children stands in each assessment; the safeguarding team reads one in ten.",
            "Nearly all records name the children. Half say who cares for them when the parent is ill.",
        ),
    ),
    "health-visiting": (
        (
            "See every baby at home before it is two weeks old",
            "Danger to the youngest is seen early",
            "Staff came back to full strength in the autumn. In the summer visits were late in two wards.",
            "By the end of the year all but a few babies were seen in time.",
        ),
    ),
    "housing": (
        (
            "Tell social care before a family with children loses its home",
            "No child is without a home unplanned",
            "The register marks families with children; officers met social care once a month.",
            "In most evictions a plan for the children stood before the day.",
        ),
    ),
    "youth-justice": (
        (
            "Plan with the family, not for it",
            "Young people keep to plans that they helped to write",
            "Plans are written at home; a speech therapist joins where words are hard.",
            "Young people say that they understood their plan. Fewer missed their appointments.",
        ),
    ),
    "oakfield": (
        (
            "Every adult in school knows how to pass a worry on",
            "No worry waits for the right person to be in",
            "- Training at the start of each term, cleaners and drivers too\n- A practice of one hour in the winter",
            "Worries reach the lead on the same day. Pupils can name an adult whom they would tell.",
        ),
    ),
}

THEME_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "social-care": {
        "response-to-reviews": "Assessments ask about fathers and everybody else in the home. Managers look for it.",
        "impact-of-training": "Workers who took the course on neglect use its tool in most cases; others in one of three.",
        "quality-of-work-together": "Core groups meet on time more often. Reports of agencies still come late to conferences.",
    },
    "police": {
        "response-to-reviews": "A child’s own words are written down at the scene, as the review of Child A asked.",
        "response-to-learning-events": "Two events with schools:\n\n- exploitation at travel hubs\n- what a notice should say",
        "quality-of-work-together": "A sergeant sits in the hub every day of the week.",
    },
    "hospital": {
        "response-to-reviews": "Injuries of babies who cannot move by themselves are seen by a consultant, always.",
        "impact-of-training": "Staff of the night shift were trained where they work. Referrals from nights doubled.",
    },
    "harbour-academy": {
        "response-to-learning-events": "The event on children who miss school led to a call home by nine, each day.",
        "impact-of-training": "All governors were trained. They now ask for figures on exclusions each term.",
    },
    "family-first": {
        "response-to-learning-events": "Volunteers learned to write down what they see, and when.",
        "quality-of-work-together": "We are asked to core groups, and told what was agreed.",
    },
}

GROUP_WORDS: Final[tuple[str, str, Mapping[str, str]]] = (
    "Learning and development group",
    "social-care",
    {
        "purpose": "To bring what reviews and audits teach to those who work with families.",
        "key-progress-and-achievement": "- Six briefings of seven minutes each\n- A trail from each review to what changed",
        "current-activities": "A map of themes across ten years of reviews.",
        "impact-and-outcomes": "Audits find fathers in more records than two years ago.",
        "evidence-that-learning-is-embedded": "Three teams were asked six months after a briefing; two had changed a form.",
    },
)

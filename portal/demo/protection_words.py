"""What people of the demonstration write about children on a child protection plan. Invented, and of nobody."""

CATEGORIES = (("NEG", 44), ("EMO", 33), ("PHY", 13), ("SAB", 3))
"""About three in four for neglect or emotional abuse, one in eight physical, one in thirty sexual."""
ENDS = (("cin", 70), ("early_help", 12), ("looked_after", 14), ("order", 3), ("abroad", 1))
CALLED = (
    "The school saw bruises, and the child was afraid to go home.",
    "The police were called to the home for the third time.",
)
SUMMARY = "What school, police and health know fits together: the children have been harmed, and nobody at home has kept it off."
THRESHOLD = "Significant harm is suspected: the injuries are not explained, and the same has been seen before."
SUMMARY_OF_NEED = "What was seen is explained. The family is tired and short of money, and says what would help."
NO_THRESHOLD = "No harm is suspected that would call for an enquiry: what was seen has a cause that everybody knows of."
SAFETY = "The children stay with their grandmother. The father has agreed to stay away until the conference."
DECIDED = "Harm is likely, and the family alone has not been able to prevent it."
ANALYSES = (
    "The children are left alone in the evenings. The mother says so herself and wants help; the father says that it is nothing.",
    "There is violence between the adults, which the children have seen and heard. It frightens them and they do not sleep.",
    "The home is cold, food is short, and appointments were missed. What was agreed before did not last.",
)
NOT_HARMED = "The injury was an accident that the hospital explains. School and health visitor are not worried."
WORRIED = (
    "The children may be hurt when the adults fight, as in spring, when the youngest was pushed.",
    "The children may be hungry, cold and alone when their mother drinks, as on many evenings this year.",
    "The children may be hit when their father is angry, as in summer, when there were marks on an arm.",
)
WELL = (
    "The grandmother takes the children in whenever she is asked.",
    "School attendance is good, and both parents come when asked.",
)
COMPLICATING = "Debts, a damp flat, and nobody in the family who speaks to the other side of it."
HISTORY = "Two referrals in the past two years, one assessment, and help that the family did not take up."
UNKNOWN = "We do not know how much the father drinks, or who else comes to the home in the evening."
FAMILY_SAYS = "“We want this to stop. Tell us what has to be different, and we will say what we can do.”"
GOALS = "The children are with a sober adult every evening. Nobody is hit. School and clinic see them when they are expected."
NEEDED = "A safety plan for evenings by next week. Work with both parents about violence. The health visitor weekly."
CONTINGENCY = "If the children are left alone again, or anybody is hit, legal advice is taken within the week."
SAID_IN_THE_END = "We are worried enough for a plan. You have shown that you can change things. We look at it again together."
GOES_ON = "Some of it is better and has not lasted long enough yet."
ENDS_WELL = "What was agreed has held for six months, and everybody sees it."
NO_PLAN = "The risk can be met with the family’s agreement; a plan for a child in need is enough."
GOES_ON_IN_WRITING = "The reports of those who could not come tell us enough to decide today."
GOES_ON_WITHOUT_DELAY = "The children cannot wait three more weeks for another day. The chair has rung those who were missing."
LATE = "The first day could not be kept because the police officer in the case was at court."
VIEWS = ("“I want them not to shout.”", "“It is better when Gran is there.”", "“I want to know what was said about me.”")
THROUGH = "In a talk at school, with pictures"
SEEN = (
    "The child was in, showed me the bedroom, and talked about school.",
    "Calm at home today. There was food, and the room was warm.",
)
SEEN_SMALL = (
    "Asleep in the cot, clean and fed. The room was warm, and her mother knew when the next clinic is.",
    "Crawled to her grandmother and laughed. The bottles stood ready; the smoke detector is up.",
)
SEEN_BEFORE_BIRTH = "Saw the mother at home. The cot is there, the midwife has been, and we went through the plan for the birth."
TOO_SMALL = "Too young to say. Calm with her grandmother; turned away when voices rose."
NOT_BORN = "The child is not born yet; the mother was seen."
NOT_SEEN = "Nobody opened the door, and nobody answered the telephone."
MINUTES = (
    "Everybody told what has been done. Evenings are calmer; two appointments were missed. The plan goes on as it stands.",
    "The mother has been to the group three times. School sees a difference. The father did not come.",
)
AGREED = "The family worker comes on Thursdays from now on. School rings the same morning if a child is missing."
MEASURE = "The core group hears from school, nursery and the health visitor what they see, each time that it meets."
STEPS = (
    (
        "The children are alone in the evening",
        "A sober adult is there every evening",
        "Write and try the evening plan",
        "Social worker",
    ),
    (
        "The adults hurt each other in front of the children",
        "No violence at home",
        "Work with both parents on it",
        "Domestic abuse worker",
    ),
    ("Illness is seen to late", "Every appointment is kept", "Go to the clinic together", "Health visitor"),
)
FAMILY_NAMES = ("Mother", "Father")
ROLES = {
    "social_care": "Social worker",
    "police": "Detective, child abuse investigation",
    "health": "Health visitor",
    "education": "Designated safeguarding lead",
    "probation": "Probation practitioner",
    "housing": "Housing officer",
}
CALLED_NOW = (
    "The child came to school with a mark on the cheek and said that it was the belt.",
    "The police were called at night; the child had stood between the adults.",
    "A neighbour found the child outside at ten in the evening. Nobody was at home.",
)
HERE_NOW = "The child is with an aunt until the discussion. The father has been told to stay away."
SEAT_TOLD = {
    "police": "Three calls to this address since June, all at night. One caution, for damage to a door.",
    "health": "Two check-ups were missed. The clinic saw no injury in September.",
    "education": "Late on eleven days this term. Tired, and hungry on Mondays.",
}
NO_SECTION_47 = "What was seen is explained, and the family takes up help. An assessment goes on."
ENQUIRE = "Significant harm is suspected; social care and the police look into it together."
ASKED_SCHOOL = "What have staff seen or heard since September, and who collects the child?"
TO_DO = (("Ask the clinic for both records", "Social worker"), ("Speak to the neighbour", "Detective, child abuse investigation"))
PARENT_SAYS = "“It got out of hand once. I have asked for help since.”"
SHOWN = "Seen at school, with the class teacher nearby; spoke freely."
REPORT = (
    "Known to us since birth. Weight and growth are as expected. The mother is open about her low mood and comes when she is "
    "asked; the father has not been seen. We are worried about the evenings, and recommend a plan."
)
NOT_AGREED = "We see the child every day and think that a child in need plan would have been enough."
LOOKED_AT = "Visits happen. Two of three actions are late, and nobody has spoken to the father since summer."
ESCALATED = "The evening plan was to be written by October. Without it the child is no safer than in summer."
ANSWERED = "The worker was ill. A colleague writes it with the family on Thursday; I look at it on Friday."
LEGAL_NOTE = "The panel asked for advice after the third missed appointment."
MET_TODAY = "Everybody but the father came. Mornings are calm; the evening plan is tried from Monday."
CLOSING_MEETING = "Both parents, the social worker, school and the lead practitioner"
AGREED_BY = "Mother"
HANDED_DOWN = "The family has agreed that the worker they know goes on for three months. School rings her if mornings slip."
PANEL_CAME = "Head of safeguarding (chair), designated nurse, detective inspector, head teacher"
PANEL_SAID = (
    ("on_track", "The scale has risen at both reviews, and the father takes part now.", "", "Look again in three months."),
    ("legal", "Little has changed in a year.", "Two changes of worker", "Legal gateway meeting by the end of the month."),
    (
        "new_plan",
        "Nobody could say what has to be different.",
        "The plan has nineteen actions",
        "Write it anew, with three aims.",
    ),
)
ANOTHER_ROOM = "Civic Centre, room 2"
REPORT_OF_CHANGE = (
    "Seen every week. Mornings and evenings are calm, appointments are kept, and the child says so too. What was agreed has "
    "held. We recommend that the plan ends and that help goes on for some months."
)
OTHER_AUTHORITY = "Westmarsh"
NEW_ADDRESS = "31 Quayside, Northmere"
MOVED_HERE = "The family has moved to a flat of its own. Westmarsh goes on with its plan until our conference."
STAYS_FOR_A_TIME = "With an uncle until the new year, while the mother is in hospital. Westmarsh visits every ten days."
MOVES_AWAY = "The mother goes back to her parents at the end of the month. Westmarsh has been told and asks for the record."

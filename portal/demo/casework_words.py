"""What social workers and early help workers of the demonstration write. Invented, and of nobody."""

NEEDS = (("N1", 52), ("N2", 9), ("N3", 4), ("N4", 9), ("N5", 14), ("N6", 4), ("N7", 1), ("N8", 3), ("N0", 4))
CLOSURES = (("RC7", 86), ("RC5", 8), ("RC3", 3), ("RC4", 3))
FACTORS = ("1B", "2B", "3A", "3B", "4A", "4B", "5A", "6A", "7A", "10A", "11A", "13A", "15A", "16A", "17A", "18C", "24A")
WITHOUT_ACTION = "The visit showed that the family has the help it needs. The referrer was told."
NOT_SEEN = "The family was away on the days that were agreed. A visit at school is arranged."
DELAYED = "The family moved within the borough, and the hospital’s report came late."
CLOSING = (
    "The children are safe and well. School will tell us if that changes.",
    "The parents keep the routines that were agreed. The health visitor stays in touch.",
    "The family knows whom to ring. Nothing is left of the plan.",
)
CHILD_VIEWS = (
    "“I like it when mum is at home in the evening.”",
    "“It is quieter now. I can sleep.”",
    "“I want to stay at my school.”",
    "Watched with his mother: he went to her when he was hurt, and she comforted him.",
)
ANALYSES = (
    "The needs are clear, and the parents see them. With steady help the children can stay safe at home.",
    "What worried the school has been explained. Both parents were seen, and what they say agrees.",
    "The parents’ quarrels frighten the children. Both want to change that and have begun to.",
)
AIMS = (
    "The children get to school each day, fed and rested.",
    "The children live without violence between the adults.",
    "The parents can care for the children without alcohol getting in the way.",
)
STEPS = (
    ("A routine in the morning", "A family worker comes on two mornings each week.", "Family worker"),
    ("Health appointments", "The health visitor makes the appointments together with the mother.", "Health visitor"),
    ("Safety at home", "The safety plan is written with both parents, and the school gets it.", "Social worker"),
    ("Somebody to talk to", "A mentor sees the child at school every week.", "School"),
    ("Housing", "The housing officer visits because of the damp.", "Housing"),
)
PLAN_ENDS = ("What was agreed has been reached.", "The family wants to go on by itself, and the review agreed.")
ATTENDED = "Mother\nSocial worker\nSchool\nHealth visitor"
FINDINGS = (
    "School mornings work. The appointments are kept. The plan goes on.",
    "Better at home, but two evenings were hard. The family worker stays.",
    "All but one step is done. The plan can end after the next review.",
)
DONE = "Done, and the family says that it helped."
REASONS = (
    "Mornings are hard, and the children come late. The mother asks for help.",
    "The child is often angry since the parents parted. Both want advice.",
    "Money is short, the flat is damp, and the mother does not sleep.",
)
STRENGTHS = ("Comes to every appointment.", "The grandmother helps.", "Plays and reads with the children.")
GOALS = "On time at school\nA calm bedtime\nA plan for the rent arrears"
MET = (
    "The children come on time, and bedtime is calm. The family needs no more help.",
    "The parents have what they wanted to learn, and the school agrees.",
)
NOT_MET = {
    "partly": "Some things are better. The family wants to stop here and knows where to ask.",
    "disengaged": "The family did not come to three meetings and does not answer.",
    "stepped_up": "The worries grew. Social care has taken over.",
    "moved": "The family moved to another borough, which was told with the family’s agreement.",
}
STEP_DOWN_REASON = "The assessment found needs that early help can meet."
STEP_UP_REASON = "The worries have grown although the family has help. The team around the child asks for an assessment."
GIVEN_BACK = "The family has not agreed to early help with us. Please talk with them again."
DISPUTED = {
    "threshold": "The referral was closed with advice.",
    "plan": "The plan ended after one review.",
    "sharing": "We were not told what came of the strategy discussion.",
    "attendance": "Nobody of the service came to the last three meetings.",
    "transfer": "The team did not take the family over.",
}
CONCERN = "The child says that nothing has changed at home, and we see it at school."
WANTED = "That the decision is looked at again with what we know."
RISK = "The school sees the child each day and rings at once if it gets worse."
STAGE_PEOPLE = "The worker and their counterpart"
STAGE_OUTCOME = "No agreement yet; it goes on to the next stage."
ENDED_OUTCOME = "Agreed: the child’s plan is looked at again with the school."

"""Invented names, streets and sentences. Nobody here lives anywhere."""

GIVEN_NAMES = (
    "Abra", "Adeline", "Aio", "Alder", "Amiel", "Anwen", "Arlo", "Asa", "Aven", "Bexley", "Brannoc", "Brisa", "Cael",
    "Calla", "Cassian", "Ceri", "Corin", "Dario", "Delphi", "Dilys", "Eamon", "Ebba", "Eliska", "Emrys", "Enzo", "Esme",
    "Fable", "Farid", "Fenn", "Fleur", "Gaia", "Gethin", "Hani", "Hollis", "Idris", "Ilse", "Imani", "Iona", "Isaura",
    "Jarek", "Jessamy", "Juno", "Kaia", "Kestrel", "Kofi", "Lark", "Leif", "Linnet", "Lowri", "Łucja", "Mabon", "Maren",
    "Mica", "Mirela", "Nadir", "Nerys", "Nia", "Odin", "Oriel", "Ottoline", "Pascoe", "Perran", "Petra", "Quill",
    "Ravi", "Reva", "Rhun", "Rosalba", "Rowan", "Sabela", "Saffi", "Senna", "Seren", "Siân", "Soren", "Tamsin", "Tansy",
    "Teilo", "Thea", "Tirion", "Uma", "Ursa", "Vesna", "Wilder", "Wren", "Xanthe", "Yara", "Ynyr", "Yusra", "Zadie",
    "Zeno",
)  # fmt: skip
FAMILY_STARTS = (
    "Ash", "Birch", "Black", "Bram", "Brook", "Calder", "Chalk", "Clay", "Cold", "Copper", "Crane", "Dale", "Elder",
    "Fallow", "Fern", "Flint", "Fox", "Gorse", "Green", "Hag", "Harrow", "Hazel", "Heath", "Holm", "Ivy", "Kettle",
    "Lark", "Lin", "Long", "Mallow", "Marsh", "Mill", "Moss", "North", "Oak", "Otter", "Pine", "Quarry", "Raven",
    "Reed", "Rook", "Rush", "Sedge", "Shale", "Sorrel", "Stone", "Swan", "Tarn", "Thistle", "Thorn", "Umber", "Vale",
    "Wick", "Willow", "Winter", "Withy", "Wood", "Yarrow", "Yew",
)  # fmt: skip
FAMILY_ENDS = (
    "acre", "bank", "beck", "bourne", "bridge", "brook", "bury", "by", "cliffe", "combe", "cote", "croft", "dale",
    "den", "field", "ford", "gate", "grove", "ham", "hurst", "land", "leigh", "ley", "low", "mere", "more", "shaw",
    "side", "stead", "stock", "stone", "thwaite", "ton", "tree", "wall", "ward", "water", "well", "wick", "worth",
)  # fmt: skip
STREETS = (
    "Alder",
    "Beacon",
    "Canal",
    "Dairy",
    "Elm",
    "Ferry",
    "Garden",
    "Harbour",
    "Iron",
    "Juniper",
    "Kiln",
    "Lantern",
    "Mason",
    "Nursery",
)
STREET_KINDS = ("Street", "Road", "Lane", "Close", "Avenue", "Court")
DISTRICTS = ("ZZ1", "ZZ2", "ZZ3", "ZZ4", "ZZ5", "ZZ6")

MOTHERS = (
    "Abra", "Adeline", "Anwen", "Brisa", "Calla", "Dilys", "Ebba", "Eliska", "Esme", "Fleur", "Ilse", "Imani", "Iona",
    "Isaura", "Lowri", "Łucja", "Maren", "Mirela", "Nerys", "Nia", "Ottoline", "Petra", "Reva", "Rosalba", "Sabela",
    "Seren", "Siân", "Tamsin", "Thea", "Ursa", "Vesna", "Xanthe", "Yusra", "Zadie",
)  # fmt: skip
FATHERS = (
    "Amiel", "Arlo", "Asa", "Brannoc", "Cael", "Cassian", "Corin", "Dario", "Eamon", "Emrys", "Enzo", "Farid", "Gethin",
    "Idris", "Jarek", "Kofi", "Leif", "Mabon", "Nadir", "Odin", "Pascoe", "Perran", "Ravi", "Rhun", "Soren", "Teilo",
    "Wilder", "Ynyr", "Zeno",
)  # fmt: skip
WORRIES = {
    "red": (
        "A bruise on the upper arm that the child explains in two different ways. Flinched when an adult came near.",
        "Has been seen with older young people, has a second telephone and new trainers, and will not say where they come from.",
        "The parent was under the influence at pick-up time and drove away with the child in the car.",
        "Found sharing pictures online with somebody they have never met, who has asked to meet them tonight.",
    ),
    "amber": (
        "Comes to school hungry and in the same clothes for days. Falls asleep in lessons. Says nobody was at home last night.",
        "Police were called to the address at night. Loud argument, furniture broken. The children had heard it from upstairs.",
        "Missing from home three times this month. Comes back tired and will not say where they have been.",
        "The young person says that they have hurt themselves and do not feel safe at home.",
        "The unborn baby’s older brother is cared for by relatives. The mother has had no antenatal care until now.",
    ),
    "green": (
        "The mother says that she cannot cope, has not slept for days and has no help at home since the baby came.",
        "The flat has no heating and black mould in the bedroom; the baby has been to the doctor twice with breathing trouble.",
        "Four missed health appointments since the summer. The parents say that they forget, and would like help with it.",
        "The parents have separated and argue at the school gate. The child has become quiet and cries in the mornings.",
    ),
    "blue": (
        "The family moved here in the summer and knows nobody. They ask what there is for children of this age.",
        "Late for school twice a week since the bus was taken off. Otherwise well, and looked after.",
        "A neighbour says that the children are loud in the evenings. Nothing was seen when we called.",
    ),
}
"""What worries the referrer, by how it will be rated."""
WORKING_WELL = (
    "Good attendance until this term. A grandmother who helps at weekends.",
    "The mother asks for help herself and comes to meetings.",
    "Close to an older sister and to a teacher whom they trust.",
    "Not known",
)
HARMS_SEEN = {
    "red": (("18C",), ("24A", "11A"), ("1B", "16A"), ("ONL", "19C")),
    "amber": (("16A",), ("3B", "17A"), ("10A", "24A"), ("15A", "4A"), ("16A", "unsure")),
    "green": (("4B",), ("20",), ("16A", "6A"), ("4A",)),
    "blue": (("20",), ("20",), ("unsure",)),
}
"""Kinds of harm and need that referrers name, worry by worry."""
TRIED = (
    "Two meetings with the parents, breakfast club, weekly talk with the learning mentor.",
    "Early help assessment begun in the spring; the family stopped coming.",
    "Health visitor called three times and left notes.",
    "Nothing yet",
)
CHILD_SAYS = (
    "“I don’t like it when they shout.”",
    "“I make my own tea. It’s fine.”",
    "“You won’t tell them I said so?”",
    "",
)
NOT_SPOKEN = (
    "Too young to be asked; seen with the mother.",
    "The child had left before we could talk.",
    "It could have put the child at risk.",
)
NOT_ASKED = {
    "risk_to_child": "The person whom we would ask may be the one who harms the child.",
    "not_practicable": "Nobody answered the door or the telephone.",
    "police": "The officers in charge asked us to wait.",
    "delay": "It could not wait until somebody was reached.",
}
"""Why the family was not asked, with what the referrer says about it."""
LEVELS_SEEN = {"red": (4, 4, 3), "amber": (3, 3, 4, 2), "green": (2, 2, 3), "blue": (1, 2, 1)}
"""Levels of need that referrers see, by how it will be rated."""
REASONS = {
    "NFA": ("History checked. What was seen is explained, and no agency knows of anything else.",),
    "ADV": ("The family asks for advice and can use it. Nothing in the history that points to more.",),
    "UNI": ("School and health services meet the need. The school will go on seeing the child each week.",),
    "EH": ("Meets the threshold for early help; the family agrees, and several needs belong together.",),
    "S17": (
        "Needs a child and family assessment: pattern over time, and effect on the child described by two agencies.",
        "The worry is specific and repeated, and what was offered before has not changed it. An assessment is needed.",
    ),
    "S47": (
        "Reasonable cause to suspect significant harm: what the child said and what was seen agree.",
        "Risk of significant harm now; police hold information that raises it. Strategy discussion today.",
    ),
    "OPEN": ("The child has a social worker already, who has been told of the new worry and will see the child.",),
    "OLA": ("The family has moved; the address was checked with housing, and the other authority has accepted it.",),
}
"""For the record, by outcome."""
GOES_ON = {
    "S17": "Public task: section 17. What is known of the child outweighs that the family did not agree; it has been told.",
    "S47": "Section 47: the child may be suffering significant harm, and waiting for agreement would put the child at risk.",
    "OLA": "Public task: the other authority is responsible for this child and must know of the worry.",
}
"""Why the work goes on although the family did not agree, by outcome."""
LEVEL = {"NFA": 1, "ADV": 1, "UNI": 1, "EH": 2, "S17": 3, "S47": 4, "OPEN": 3, "OLA": 3}
RATED_BECAUSE = {
    "red": "First screening: a child may be suffering significant harm now.",
    "amber": "First screening: complex needs; what other agencies know will decide.",
    "green": "First screening: extra needs, no sign of significant harm.",
    "blue": "First screening: universal services are enough.",
}
KNOWN = (
    "Known to us; last seen this year. No injury noted. The parents came to each appointment.",
    "Two calls to the address in the last year, both about noise. No arrests.",
    "The family is on our list. Rent is paid late; nobody has complained about them.",
)
FOR_REFERRER = {
    "NFA": "We looked at what you told us with other agencies. No further action is needed from us now.",
    "ADV": "Please talk to the family about the services in the early help directory, and ring us if things change.",
    "UNI": "The family’s needs can be met by school and health services.",
    "EH": "The early help team will contact the family within five working days.",
    "S17": "A social worker will carry out a child and family assessment and will be in touch with you.",
    "S47": "We held a strategy discussion with police and health. A social worker will be in touch with you.",
    "OPEN": "The family’s social worker has your information and will call you.",
    "OLA": "The family lives elsewhere now. We have passed this to the authority there.",
}
PROGRESS_NOTES = (
    "Discussed in the group; the lead has asked for a plan by the next meeting.",
    "A draft has gone to the named professionals for comment.",
    "Agreed with two of the partners; the third answers next month.",
    "A dip sample of ten cases shows that practice has changed in seven.",
    "The post that does this was vacant until last month. Work starts again.",
)
ACCEPTED_NOTE = "Seen in a dip sample of ten cases."
ACTIONS = (
    "Make sure that every referral names the father or says why not.",
    "Agree one standard for how agencies record consent.",
    "Tell referrers the outcome within one working day.",
    "Write chronologies for all children open for more than six months.",
    "Appoint a named general practitioner for safeguarding.",
    "Appoint a named midwife for safeguarding.",
    "Give every young person who leaves care their health history in writing.",
    "Check that no contact is signed off while a task is open.",
    "Train front-line staff in talking with children alone.",
    "Include housing in strategy discussions about families without a home.",
    "Audit how often strategy discussions are held within a day.",
    "Bring schools into conferences in the holidays.",
    "Set up a single list of the children who go missing most often.",
    "Review supervision notes for children on a plan for more than 15 months.",
    "Publish the threshold document in plain English.",
    "Let young people help to write the questions we ask them.",
)

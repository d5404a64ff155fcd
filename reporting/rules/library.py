"""The library of tables: blocks by what they are about, from which the chapters of every shape of the report are made up."""

from typing import Final

from reporting.rules.blocks import (
    Bars,
    Changed,
    Compared,
    Grouped,
    KeyFigures,
    Lines,
    Pairs,
    PartsTable,
    Profile,
    Scored,
    Statement,
    Tree,
    Words,
    YearsShared,
)

NOT_TYPED: Final = "Nobody has typed this table."
QUARTERS: Final = ("Target", "Q1", "Q2", "Q3", "Q4")
TREND_COLUMNS: Final = ("Reviews", "Audits", "Inspections", "Challenges", "Others", "All")

INTRODUCTION: Final = (
    Words("Our priorities", "words.priorities", NOT_TYPED, look="two"),
    Words("Two questions, answered", "words.verdicts", NOT_TYPED, look="verdicts"),
    Words("How this report is arranged", "words.key", NOT_TYPED, look="two"),
    Statement("What others said of us", "words.said_of_us", NOT_TYPED),
)
WATCHED: Final = (
    Scored("What we watch every quarter", "scorecard.quarters", "No indicator is watched every quarter.", QUARTERS, "scorecard"),
)
REFERRALS_COMPARED: Final = (
    Compared(
        "Referrals and assessments",
        (
            ("Referrals", "referrals.accepted"),
            ("Referrals per 10,000", "referrals.accepted.rate"),
            ("Assessments", "assessments.finished"),
            ("Assessments per 10,000", "assessments.finished.rate"),
        ),
        ranked=("referrals.accepted.rate",),
        ratio=("Assessments as % of referrals", "assessments.finished", "referrals.accepted"),
    ),
    Compared("Assessments in time", (("In time", "assessments.in_time"),), ranked=("assessments.in_time",)),
)
EARLY_HELP: Final = (
    KeyFigures(
        "Early help",
        ("early_help.begun", "early_help.assessed", "early_help.needs_met", "early_help.needs_met_3_years", "early_help.better"),
    ),
    YearsShared("Early help assessments by agency", "early_help.assessed", "agency", "Agency"),
)
PLANS_COMPARED: Final = (
    Compared(
        "Children on a plan",
        (("Per 10,000", "plans.open.rate"),),
        ranked=("plans.open.rate",),
    ),
    Compared(
        "Plans started and ended",
        (
            ("Started", "plans.started"),
            ("Started per 10,000", "plans.started.rate"),
            ("Ended", "plans.ended"),
        ),
        ranked=("plans.started.rate",),
    ),
    Lines("Children on a plan at the end of each month", "plans.month_end"),
    YearsShared("Categories of new plans", "plans.started", "category", "Category"),
)
CARE: Final = (
    Changed(
        "Looked-after children and private fostering",
        ("looked_after.children", "looked_after.children.rate", "looked_after.adopted", "private_fostering.notified"),
    ),
    KeyFigures("Looked-after children at school", ("school.five_passes", "school.suspended")),
    Lines("Emergency attendances for mental health", "mental_health.emergencies"),
    YearsShared("Emergency attendances by age", "mental_health.emergencies", "age", "Age"),
)
SAFETY: Final = (
    Changed("Domestic abuse", ("domestic_abuse.offences", "domestic_abuse.incidents", "domestic_abuse.conferences")),
    Changed(
        "Antisocial behaviour and offending",
        ("antisocial.warnings", "antisocial.contracts", "antisocial.orders", "offenders.managed"),
    ),
    PartsTable("Allegations by sector", "allegations.made", "sector", "Sector", "No allegation was made."),
)
DEATHS: Final = (
    Changed(
        "Child deaths", ("deaths.notified", "deaths.reviewed", "deaths.outstanding", "deaths.rapid_responses", "deaths.meetings")
    ),
    Profile(
        "Deaths reviewed in the year",
        "deaths.reviewed",
        (
            ("year_of_death", "Year of death"),
            ("age", "Age"),
            ("expected", "Expected or not"),
            ("place", "Place"),
            ("learning", "Learning"),
        ),
        ("deaths.notified", "deaths.outstanding", "deaths.meetings"),
        ("year_of_death", "expected"),
    ),
)
LEARNING: Final = (
    Bars("People trained by sector", "training.people_trained", "sector", "Sector"),
    PartsTable("People trained by course", "training.people_trained", "course", "Course", "Nobody was trained."),
    Bars("Booked places taken up, by sector", "training.attended", "sector", "Sector"),
    PartsTable("Booked places taken up, by course", "training.attended", "course", "Course", "No place was booked."),
    PartsTable("Learning events by month", "learning.events", "month", "Month", "There was no learning event."),
    KeyFigures(
        "Before and after learning events",
        ("training.attended", "learning.events", "learning.confident_before", "learning.confident_after"),
        drawn=("learning.confident_before", "learning.confident_after"),
    ),
    Words("Briefings", "words.briefings", NOT_TYPED, look="three"),
)
REVIEWS: Final = (
    KeyFigures(
        "Reviews of the year", ("reviews.rapid", "reviews.started", "reviews.finalised", "reviews.elsewhere", "reviews.concern")
    ),
    Words("What reviews taught us", "words.lessons", NOT_TYPED, look="three"),
    Words("National reviews", "words.national_reviews", NOT_TYPED, look="three"),
)
TRENDS: Final = (
    Scored("Themes by where they came from", "themes.trends", "Nothing is tagged with a theme.", TREND_COLUMNS, "trends"),
)
AUDITS: Final = (
    Words("Audits of the year", "words.audits", NOT_TYPED, look="three"),
    Words("Audits of the coming year", "words.audits_next", NOT_TYPED, look="three"),
    Words("Other assurance", "words.assurance", NOT_TYPED, look="three"),
    Words("What the independent review found", "words.findings", NOT_TYPED, look="two"),
)
GAPS: Final = (Words("Where there are gaps", "words.gaps", NOT_TYPED, look="three"),)
ANALYSIS: Final = (
    Pairs("Strengths and areas for development", "words.strengths", NOT_TYPED),
    Words("What we have influenced", "words.influenced", NOT_TYPED, look="two"),
)
STREAMS: Final = (
    Grouped(
        "Milestones and actions of each work stream",
        "business_plan.work_streams",
        "There is no plan for the coming year yet.",
        drawn="Key themes of the coming year",
    ),
)
MEMBERS: Final = (Words("Agencies and the groups in which they sit", "structure.members", "No agency had a seat.", look="two"),)
HEALTH: Final = (
    Tree(
        "How health services are arranged",
        "words.health",
        NOT_TYPED,
        above="Reports to",
        beneath=("Kind",),
        look="groups",
        loose="Linked",
    ),
    Words("Work with adults’ services", "words.joint_work", NOT_TYPED, look="three"),
)
STORIES: Final = (Statement("Stories", "words.stories", NOT_TYPED),)
REQUIREMENTS: Final = (Words("What is required, and how we meet it", "words.requirements", NOT_TYPED, look="requirements"),)

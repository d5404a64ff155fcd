"""The chapters of the yearly report, in order, and what stands in each."""

from typing import Final

from foundation.figures import Crossing
from reporting.rules import library
from reporting.rules.blocks import (
    Balance,
    Bars,
    Chapter,
    Grid,
    Grouped,
    KeyFigures,
    Lines,
    PartsTable,
    Returns,
    Shares,
    Shortfall,
    SideBySide,
    Statement,
    Subtotals,
    Tiles,
    Tree,
    Words,
    YearOnYear,
)

CHAPTERS: Final = (
    Chapter("foreword", "Foreword"),
    Chapter("introduction", "Introduction", library.INTRODUCTION),
    Chapter(
        "statistics",
        "The year in figures",
        (
            Tiles(
                "Children who need help and protection",
                ("population.under_18", "cases.open.rate", "plans.open.rate", "missing.episodes", "exploitation.on_panel"),
            ),
            Tiles(
                "The front door",
                (
                    "submissions.received",
                    "submissions.to_social_care",
                    "submissions.for_early_help",
                    "contacts.received",
                    "contacts.decided_in_time",
                ),
            ),
            Tiles(
                "Harm and health",
                ("violence.killed", "violence.injured", "mental_health.referrals", "deaths.notified"),
            ),
            Tiles(
                "Learning together",
                (
                    "training.people_trained",
                    "learning.events",
                    "neglect_tool.users",
                    "neglect_tool.new_users",
                    "reviews.rapid",
                    "reviews.finalised",
                    "reviews.concern",
                ),
            ),
            *library.WATCHED,
        ),
    ),
    Chapter(
        "front_door",
        "The front door",
        (
            KeyFigures(
                "What reached us",
                (
                    "submissions.received",
                    "submissions.to_social_care",
                    "submissions.for_early_help",
                    "contacts.received",
                    "referrals.accepted",
                ),
            ),
            KeyFigures(
                "How well we answered",
                (
                    "contacts.decided_in_time",
                    "checks.answered_in_time",
                    "feedback.given",
                    "contacts.repeated_within_12_months",
                    "referrals.repeated_within_12_months",
                    "fathers.recorded",
                ),
            ),
            Lines("Forms received by month", "submissions.received"),
            Bars("Contacts by month", "contacts.received", "month", "Month"),
            Bars("Who contacted us", "contacts.received", "source", "Source"),
            Bars("How contacts were rated", "contacts.received", "rating", "Rating"),
            Bars("What families agreed to", "consent.recorded", "consent", "Answer"),
            Bars("What was decided", "contacts.received", "outcome", "Decision"),
            Lines("Decisions made in time by month", "contacts.decided_in_time"),
            Bars("Agencies’ answers to the MASH in time", "checks.answered_in_time", "agency", "Agency"),
            *library.REFERRALS_COMPARED,
            *library.EARLY_HELP,
        ),
    ),
    Chapter(
        "child_protection",
        "Children who need protection",
        (
            KeyFigures(
                "Children on a child protection plan",
                (
                    "plans.open",
                    "plans.open.rate",
                    "plans.started",
                    "plans.started.rate",
                    "plans.ended",
                    "plans.ended.rate",
                ),
            ),
            Grid(
                "How long children have been on a plan",
                "plans.open",
                Crossing("category_duration", "category", "duration"),
                "Category",
                "category and time on the plan",
            ),
            *library.PLANS_COMPARED,
            Lines("Plans started by month", "plans.started"),
            PartsTable("Why plans started", "plans.started", "category", "Category", "No plan started."),
            PartsTable("Why plans ended", "plans.ended", "closure", "Reason", "No plan ended."),
            KeyFigures(
                "Second plans and long ones",
                (
                    "plans.repeated",
                    "plans.repeated_within_2_years",
                    "plans.open_over_2_years",
                    "plans.ended_over_2_years",
                ),
            ),
            KeyFigures(
                "From an enquiry to a plan",
                ("section47.started", "section47.started.rate", "section47.to_conference", "conferences.to_plan"),
            ),
            KeyFigures(
                "What happened in time",
                (
                    "strategy_discussions.in_time",
                    "conferences.initial_in_time",
                    "conferences.review_in_time",
                    "plans.reviewed_in_time",
                    "conferences.outline_in_time",
                    "conferences.record_in_time",
                    "core_groups.in_time",
                    "core_groups.minutes_in_time",
                    "visits.in_time",
                ),
            ),
            KeyFigures(
                "How children and parents took part",
                ("conferences.children_took_part", "conferences.parents_came", "visits.seen_alone", "plans.safer"),
            ),
            Bars("Agencies that came to conferences", "conferences.attendance", "agency", "Agency"),
            PartsTable("Reports of agencies on time", "conferences.reports", "agency", "Agency", "No report was asked for."),
        ),
    ),
    Chapter("care", "Looked-after children, schools and health", library.CARE),
    Chapter("safety", "Domestic abuse, offending and allegations", library.SAFETY),
    Chapter("deaths", "Child deaths", library.DEATHS),
    Chapter(
        "business_plan",
        "What we said and what we have done",
        (
            Words("The objectives of the year", "business_plan.said_and_done", "The plan of the year had no objectives."),
            Words(
                "Areas with little or no progress",
                "business_plan.little_progress_named",
                "No objective of the plan made little or no progress.",
            ),
            KeyFigures(
                "How the plan was kept",
                (
                    "business_plan.objectives",
                    "business_plan.on_track",
                    "business_plan.milestones_on_time",
                    "business_plan.little_progress",
                    "business_plan.carried_over",
                ),
            ),
            Words(
                "The plan of the coming year",
                "business_plan.coming",
                "There is no plan for the coming year yet.",
                look="numbered",
            ),
            *library.STREAMS,
        ),
    ),
    Chapter(
        "voice",
        "What children and families told us",
        (
            KeyFigures(
                "How we heard them, and what we did",
                ("voice.heard", "voice.acted_on", "voice.told_back", "voice.consent_given"),
            ),
            Bars("Who spoke to us", "voice.heard", "speaker", "Who"),
            PartsTable("How they told us", "voice.heard", "way", "How it came", "Nothing was taken down."),
            PartsTable("What it was about", "voice.heard", "theme", "Theme", "Nothing has a theme."),
            Words("In their own words", "voice.said_and_done", "Nobody’s words may be printed."),
            *library.STORIES,
        ),
    ),
    Chapter("reviews", "Reviews and what they taught", (*library.REVIEWS, *library.TRENDS)),
    Chapter("learning", "Training and learning", library.LEARNING),
    Chapter("quality", "Audits and assurance", (*library.AUDITS, *library.GAPS)),
    Chapter(
        "action_plans",
        "Action plans",
        (
            Bars("Actions by status", "actions.all", "status", "Status"),
            PartsTable("Late actions by agency", "actions.late", "agency", "Agency", "No action was late."),
            KeyFigures("How actions went", ("actions.done_on_time", "actions.late", "actions.days_late", "actions.silent")),
            Grouped(
                "Actions of each plan",
                "actions.by_plan",
                "No plan was open in the year.",
            ),
            KeyFigures(
                "How recommendations went",
                ("recommendations.all", "recommendations.recorded", "recommendations.done", "recommendations.no_evidence"),
            ),
            Bars("What became of recommendations", "recommendations.all", "state", "Where it stands"),
            PartsTable(
                "Where recommendations came from", "recommendations.all", "source", "Source", "No recommendation is recorded."
            ),
        ),
    ),
    Chapter(
        "risks",
        "What may go wrong",
        (
            KeyFigures("Risks in the register", ("risks.open",)),
            Words("The risk register", "risks.register", "No risk was in the register in the year.", look="register"),
        ),
    ),
    Chapter(
        "scrutiny",
        "Independent scrutiny",
        (
            Statement(
                "What the independent scrutineer says", "scrutiny.statement", "The independent scrutineer made no statement."
            ),
            Words(
                "Visits and notes of the scrutineer",
                "scrutiny.notes",
                "The scrutineer has published no visit or note.",
                look="notes",
            ),
            KeyFigures("Challenges", ("challenges.raised", "challenges.answered")),
            PartsTable("Who was challenged", "challenges.raised", "agency", "Who", "Nobody was challenged."),
            PartsTable("What came of challenges", "challenges.raised", "outcome", "Outcome", "Nobody was challenged."),
            Words("Challenges, answers and outcomes", "challenges.in_report", "No challenge was chosen for this report."),
        ),
    ),
    Chapter(
        "partners",
        "What each partner did",
        (
            KeyFigures(
                "Returns for this report",
                ("returns.asked", "returns.received", "returns.share", "returns.on_time", "returns.objectives"),
            ),
            Returns("What each partner returned"),
        ),
    ),
    Chapter(
        "arrangements",
        "How we work together",
        (
            Tree(
                "The groups of the partnership",
                "structure.groups",
                "No group was there on the last day of the year.",
                above="Reports to",
                beneath=("Kind", "Meets"),
                look="groups",
                loose="Another board that it is linked with",
            ),
            *library.MEMBERS,
            *library.HEALTH,
            Words("Changes to the published arrangements", "arrangements.changes", "No version was published in the year."),
            Words(
                "Timetable of the next arrangements", "arrangements.timetable", "No steps towards another version were planned."
            ),
            Words("National reforms", "reforms.implementation", "No national reform was followed."),
            Words(
                "Letters of the executive and replies", "letters.replies", "The executive sent no letter that asked for a reply."
            ),
            KeyFigures(
                "Policies, letters and reforms",
                ("policies.in_use", "policies.in_date", "letters.sent", "letters.replied", "reforms.followed"),
            ),
            KeyFigures("How the groups met", ("meetings.held", "meetings.attended", "meetings.quorate")),
            PartsTable("Attendance by agency", "meetings.attended", "agency", "Agency", "Nobody’s attendance was noted."),
            PartsTable("Attendance by group", "meetings.attended", "group", "Group", "Nobody’s attendance was noted."),
        ),
    ),
    Chapter(
        "budget",
        "Income and spending",
        (
            Shares("Contributions", "budget.income", "contributor", "Contributor", chart=True),
            SideBySide(
                "Pledged, invoiced and received",
                "budget.income",
                "contributor",
                "Contributor",
                own="Received",
                before=(("Pledged", "budget.pledged"), ("Invoiced", "budget.invoiced")),
                after=(("Made up for others", "budget.made_up"), ("In kind", "budget.in_kind")),
            ),
            Shortfall("Who made up the shortfall", "budget.shortfall", "budget.made_up"),
            YearOnYear("Contributions, year on year", "budget.income", "contributor", "Contributor"),
            Shares("Spending", "budget.expenditure", "heading", "Heading", chart=True, with_shares=False),
            Subtotals(
                "Spending by groups of headings",
                "budget.expenditure",
                Crossing("group_heading", "group", "heading"),
                "Heading",
            ),
            YearOnYear("Spending, year on year", "budget.expenditure", "heading", "Heading"),
            Balance("Balance", "budget.income", "budget.expenditure"),
            Statement("Value for money", "budget.value_for_money", "The partners said nothing of value for money."),
        ),
    ),
    Chapter("analysis", "Strengths and areas for development", library.ANALYSIS),
    Chapter(
        "guidance",
        "What statutory guidance asks",
        (
            Words("Where this report answers it", "report.elements", "No guidance is known for this year.", look="asked"),
            *library.REQUIREMENTS,
        ),
    ),
)
GLOSSARY_TITLE: Final = "Glossary"
SOURCES_TITLE: Final = "Where the figures come from"

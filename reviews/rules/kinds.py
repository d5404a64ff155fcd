"""The names under which other apps know the records and clocks of this app."""

CASE = "review_case"
BRIEFING = "briefing"
LEARNING = "linked_learning"

NOTIFY_CLOCK = "reviews.notify"
RAPID_REVIEW_CLOCK = "reviews.rapid_review"
PANEL_REPLY_CLOCK = "reviews.panel_reply"

RETURN = "review_return"
RETURN_REQUEST = "reviews.agency_return"
"""The request with which an agency is asked for its return, and the clock of its answer."""
PRACTICE_CLOCK = "reviews.practice_review"

DRAFT = "review_draft"
"""The files of drafts."""

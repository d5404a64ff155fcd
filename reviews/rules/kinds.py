"""The names under which other apps know the records and clocks of this app."""

CASE = "review_case"

NOTIFY_CLOCK = "reviews.notify"
RAPID_REVIEW_CLOCK = "reviews.rapid_review"
PANEL_REPLY_CLOCK = "reviews.panel_reply"
PRACTICE_CLOCK = "reviews.practice_review"

DRAFT = "review_draft"
"""The files of drafts."""

"""The names under which other apps know the records, clocks, requests and handovers of child protection."""

DISCUSSION = "strategy_discussion"
ENQUIRY = "section47"
CONFERENCE = "conference"
PLAN = "protection_plan"
FAMILY = "family_group"
PANEL = "scrutiny_panel"

STRATEGY_CLOCK = "protection.strategy_discussion"
RECORD_SHARED_CLOCK = "protection.strategy_record"
CONFERENCE_CLOCK = "protection.initial_conference"
TRANSFER_CLOCK = "protection.transfer_conference"
RECONVENE_CLOCK = "protection.reconvened_conference"
REQUEST_CLOCK = "protection.conference_request"
FIRST_CORE_GROUP_CLOCK = "protection.first_core_group"
CORE_GROUP_CLOCK = "protection.core_group"
FIRST_REVIEW_CLOCK = "protection.first_review"
REVIEW_CLOCK = "protection.review"
AFTER_BIRTH_CLOCK = "protection.after_birth"
POLICE_CLOCK = "protection.police_protection"
ORDER_CLOCK = "protection.emergency_order"
VISIT_CLOCK = "protection.visit"
OUTLINE_CLOCK = "protection.outline_plan"
RECORD_CLOCK = "protection.conference_record"
MINUTES_CLOCK = "protection.core_group_minutes"
REPORT_TO_CHAIR = "protection.conference_report"
REPORT_TO_FAMILY = "protection.report_to_family"
INITIAL_VARIANT, REVIEW_VARIANT, EXTENDED_VARIANT = "initial", "review", "extended"

ENQUIRY_INFORMATION = "protection.section47_information"
CONFERENCE_REPORT = "protection.report_for_conference"
STEP_DOWN = "protection.step_down"

REVIEW_CLOCKS = (FIRST_REVIEW_CLOCK, REVIEW_CLOCK, AFTER_BIRTH_CLOCK)
CORE_GROUP_CLOCKS = (FIRST_CORE_GROUP_CLOCK, CORE_GROUP_CLOCK)
PLAN_CLOCKS = (*REVIEW_CLOCKS, VISIT_CLOCK)

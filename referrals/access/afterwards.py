"""What follows after sending, and disagreements: who may open and do what."""

from dataclasses import replace

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, CHANGE, EXECUTIVE, SCRUTINEER
from accounts.access_table import SYSTEM, Nav, Route, ServiceRow, roles
from referrals.access.people import MANAGERS, MASH, MASH_MANAGER, READERS, REFERRERS

SENDERS = roles(*REFERRERS.roles)
"""Those who refer and have an account: they take drafts on and follow for one another."""

CHANGERS = replace(REFERRERS, scopes=frozenset({CHANGE}))
"""Who amends what was sent and asks to withdraw it: those who sent it, and the systems of their agency that may."""

LEADS = roles(AGENCY_LEAD)
"""Who sees what their agency sends, and steps in for a colleague who is away."""

DRAFT_ROUTES = (
    Route("referrals:hand_on_draft", REFERRERS, record="draft"),
    Route("referrals:take_offer_back", REFERRERS, record="draft"),
    Route("referrals:draft_offer", SENDERS, record="draft offer"),
    Route("referrals:agency_drafts", LEADS),
    Route("referrals:pass_draft_on", LEADS, record="agency draft"),
    Route("referrals:agency_referrals", LEADS, personal=True),
    Route("referrals:take_over", LEADS, personal=True, record="agency submission"),
    Route("referrals:give_back", SENDERS, personal=True, record="followed submission"),
)
DRAFT_SERVICES = (
    ServiceRow("referrals.offer_draft", REFERRERS),
    ServiceRow("referrals.take_offer_back", REFERRERS),
    ServiceRow("referrals.answer_offer", SENDERS),
    ServiceRow("referrals.pass_draft_on", LEADS),
    ServiceRow("referrals.take_over_referral", LEADS),
    ServiceRow("referrals.give_referral_back", SENDERS),
    ServiceRow("referrals.remind_of_drafts", SYSTEM),
)

COPY_ROUTES = (
    Route("referrals:copy_submission", REFERRERS, record="submission"),
    Route("referrals:copy_contact", MASH, record="contact"),
    Route("referrals:copy", REFERRERS, record="submission copy"),
    Route("referrals:copy_progress", REFERRERS, record="submission copy", by_itself=True),
    Route("referrals:copy_file", REFERRERS, personal=True, record="submission copy"),
)
COPY_SERVICES = (
    ServiceRow("referrals.ask_for_copy", REFERRERS),
    ServiceRow("referrals.ask_for_copy_of_contact", MASH),
    ServiceRow("referrals.keep_copy", SYSTEM),
    ServiceRow("referrals.fail_copy", SYSTEM),
    ServiceRow("referrals.purge_copies", SYSTEM),
)

AFTERWARDS_ROUTES = (
    *COPY_ROUTES,
    *DRAFT_ROUTES,
    Route("referrals:messages", REFERRERS, personal=True, record="submission"),
    Route("referrals:amend", REFERRERS, personal=True, record="submission"),
    Route("referrals:amend_page", REFERRERS, personal=True, record="submission"),
    Route("referrals:amend_prompts", REFERRERS, record="submission"),
    Route("referrals:amend_item", REFERRERS, personal=True, record="submission"),
    Route("referrals:versions", REFERRERS, personal=True, record="submission"),
    Route("referrals:answer_question", REFERRERS, personal=True, record="asked submission"),
    Route("referrals:withdraw", REFERRERS, personal=True, record="submission"),
    Route("referrals:follows_call", REFERRERS, personal=True, record="submission"),
    Route("referrals:contact_messages", MASH, personal=True, record="contact"),
    Route("referrals:contact_changes", READERS, personal=True, record="contact"),
    Route("referrals:ask_referrer", MASH, personal=True, record="contact"),
    Route("referrals:return", MASH, personal=True, record="contact"),
    Route("referrals:duplicate", MANAGERS, personal=True, record="contact"),
    Route("referrals:out_of_area", MANAGERS, personal=True, record="contact"),
    Route("referrals:link", MANAGERS, personal=True, record="contact"),
    Route("referrals:answer_withdrawal", MANAGERS, personal=True, record="contact"),
    Route("referrals:confirm_decision", MANAGERS, personal=True, record="contact"),
    Route("referrals:override_consent", MANAGERS, personal=True, record="contact"),
    Route("referrals:withdrawn_consent", MASH, personal=True, record="contact"),
)
AFTERWARDS_SERVICES = (
    *COPY_SERVICES,
    *DRAFT_SERVICES,
    ServiceRow("referrals.write_to_mash", REFERRERS),
    ServiceRow("referrals.write_to_referrer", MASH),
    ServiceRow("referrals.note_look", SENDERS),
    ServiceRow("referrals.amend_submission", CHANGERS),
    ServiceRow("referrals.amend_child", REFERRERS),
    ServiceRow("referrals.add_child", CHANGERS),
    ServiceRow("referrals.amend_person", REFERRERS),
    ServiceRow("referrals.take_person_away", REFERRERS),
    ServiceRow("referrals.answer_question", REFERRERS),
    ServiceRow("referrals.ask_to_withdraw", CHANGERS),
    ServiceRow("referrals.say_which_call", REFERRERS),
    ServiceRow("referrals.answer_withdrawal", MANAGERS),
    ServiceRow("referrals.confirm_decision", MANAGERS),
    ServiceRow("referrals.override_consent", MANAGERS),
    ServiceRow("referrals.note_withdrawn_consent", MASH),
    ServiceRow("referrals.ask_referrer", MASH),
    ServiceRow("referrals.return_to_referrer", MASH),
    ServiceRow("referrals.mark_duplicate", MANAGERS),
    ServiceRow("referrals.send_out_of_area", MANAGERS),
    ServiceRow("referrals.link_to_open_case", MANAGERS),
)

DISAGREEING = REFERRERS
"""Whoever refers may raise a disagreement for their agency; who reads one is asked of each record."""
WATCHING = roles(*REFERRERS.roles, BUSINESS_TEAM, EXECUTIVE, SCRUTINEER, visitor=True)
"""Who may open the list of disagreements, which names no child."""

DISAGREEMENT_ROUTES = (
    Route("referrals:disagreements", WATCHING, nav=Nav("Disagreements", 14)),
    Route("referrals:raise_disagreement", DISAGREEING, personal=True),
    Route("referrals:disagreements_behind", roles(AGENCY_LEAD, MASH_MANAGER), personal=True),
    Route("referrals:disagreement", DISAGREEING, personal=True, record="disagreement"),
)
DISAGREEMENT_SERVICES = (
    ServiceRow("referrals.raise_disagreement", DISAGREEING),
    ServiceRow("referrals.end_stage", DISAGREEING),
)

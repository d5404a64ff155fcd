"""Who opens cases; what else may be done with one, and by whom, those named on it decide."""

from accounts.access import BUSINESS_TEAM, SCRUTINEER
from accounts.access_table import PUBLIC, SIGNED_IN, SYSTEM, Nav, RoleSpec, Route, ServiceRow, Who, roles

CHILD_DEATH_COORDINATOR = "child_death_coordinator"

ROLES = (
    RoleSpec(
        CHILD_DEATH_COORDINATOR,
        "Child death coordinator",
        "Gathers what agencies know when a child has died and prepares the panel.",
        shows_cases=True,
    ),
)

OPENS_CASES = roles(BUSINESS_TEAM)
"""Who opens a case, and owns it then. What others may, being named on it gives them, whatever their role."""

SEES_TRENDS = roles(BUSINESS_TEAM, SCRUTINEER)
"""Who reads the trends map: it tells of all cases together and of nobody."""

NOTIFIES_DEATHS = roles(CHILD_DEATH_COORDINATOR)
"""Who opens the case of a child's death, and owns it then; plans the meetings of the panels."""


def _pages(who: Who, *names: str) -> tuple[Route, ...]:
    return tuple(Route(f"reviews:{name}", who, personal=True, record="review case") for name in names)


ROUTES = (
    Route("reviews:cases", SIGNED_IN, personal=True, nav=Nav("Reviews", 45, whose=OPENS_CASES)),
    Route("reviews:open_incident", OPENS_CASES, personal=True),
    Route("reviews:ownerless", OPENS_CASES, personal=True),
    Route("reviews:take_over", OPENS_CASES, personal=True, record="case without an owner"),
    *_pages(SIGNED_IN, "case"),
    *(Route(f"reviews:{name}", SIGNED_IN, personal=True, record="case to decide on") for name in ("decide",)),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="case that I own")
        for name in (
            *("rename", "add_child", "name_member", "write_incident", "leave_unnotified", "consider_again", "notify"),
            *("leave_unreviewed", "record_meeting", "sign_off", "send_review", "record_reply", "close"),
        )
    ),
    Route("reviews:notify_death", NOTIFIES_DEATHS, personal=True),
    *(
        Route(f"reviews:{name}", NOTIFIES_DEATHS, nav=nav)
        for name, nav in (
            ("death_panels", None),
            ("death_meetings", Nav("Child death panels", 47)),
            ("plan_death_meeting", None),
        )
    ),
    Route("reviews:ask_for_death_pack", NOTIFIES_DEATHS, record="death panel meeting"),
    Route("reviews:death_pack", NOTIFIES_DEATHS, record="death pack"),
    Route("reviews:death_pack_progress", NOTIFIES_DEATHS, record="death pack", by_itself=True),
    Route("reviews:death_pack_file", NOTIFIES_DEATHS, personal=True, record="death pack"),
    Route("reviews:death_meeting", NOTIFIES_DEATHS, personal=True, record="death panel meeting"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="death that I review")
        for name in (
            *("write_death", "death_first_steps", "hold_death", "release_death", "triage_death", "death_ready"),
            *("death_gather_more", "record_contact", "incident_of_death", "close_death", "ask_death_form", "add_factor"),
            *("death_review_meeting", "list_death", "review_death"),
        )
    ),
    Route("reviews:join_second", SIGNED_IN, personal=True, record="second notification of a death"),
    Route("reviews:part_second", SIGNED_IN, personal=True, record="second notification of a death"),
    Route("reviews:strike_factor", SIGNED_IN, personal=True, record="factor of a death"),
    Route("reviews:death_form", SIGNED_IN, personal=True, record="death form"),
    Route("reviews:return_death_form", SIGNED_IN, personal=True, record="death form that I write"),
    Route("reviews:death_evidence", SIGNED_IN, personal=True, record="death form that I await"),
    Route("reviews:asked_death_form", SIGNED_IN, personal=True, record="request for my death form"),
    Route("reviews:trends", SEES_TRENDS),
    Route("reviews:trends_export", SEES_TRENDS),
    *(Route(f"reviews:{name}", OPENS_CASES) for name in ("new_feature", "usual_features", "national")),
    Route("reviews:coding", SIGNED_IN, personal=True, record="child of a case that I own"),
    Route("reviews:change_child", SIGNED_IN, personal=True, record="child of a case that I own"),
    Route("reviews:new_briefing", SIGNED_IN, personal=True, record="case to write on"),
    Route("reviews:begin_briefing", SIGNED_IN, personal=True, record="briefing to begin"),
    Route("reviews:case_briefing", SIGNED_IN, personal=True, record="briefing of a case"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="briefing that I write")
        for name in ("change_briefing", "submit_briefing")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="briefing of a case")
        for name in ("approve_briefing", "send_back_briefing")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="briefing that I own")
        for name in ("publish_briefing", "withdraw_briefing")
    ),
    Route("reviews:briefings", SIGNED_IN, nav=Nav("Learning", 49)),
    Route("reviews:briefing", SIGNED_IN, record="published briefing"),
    Route("reviews:read_briefing", SIGNED_IN, record="published briefing"),
    Route("reviews:write_finding", SIGNED_IN, personal=True, record="case to write on"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="finding that I write")
        for name in ("change_finding", "strike_finding")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="finding of a case that I own")
        for name in ("recommend", "join")
    ),
    Route("reviews:link", SIGNED_IN, personal=True, record="case that I own"),
    Route("reviews:learning", SEES_TRENDS),
    Route("reviews:one_learning", SEES_TRENDS, record="linked learning"),
    Route("reviews:new_learning", OPENS_CASES),
    Route("reviews:change_learning", OPENS_CASES, record="linked learning"),
    Route("reviews:open_review", OPENS_CASES, personal=True),
    Route("reviews:follow", SIGNED_IN, personal=True, record="case that I own"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="review that I own")
        for name in (
            *("write_scope", "go_on", "accept_report", "draft_again", "end_review", "close_review", "tell_of_delay"),
            *("record_family_contact", "record_practitioner_event", "record_proceeding", "record_cost"),
            *("drafts_log", "add_draft", "give_copies", "publication", "write_text", "forbid_words"),
            *("legal_check", "family_check", "prepare_publication", "publish_review", "withhold_review"),
        )
    ),
    Route("reviews:drafts", SIGNED_IN, personal=True, record="review to read"),
    Route("reviews:change_proceeding", SIGNED_IN, personal=True, record="proceedings beside my review"),
    Route("reviews:copy_file", SIGNED_IN, personal=True, record="copy of a draft"),
    Route("reviews:make_remark", SIGNED_IN, personal=True, record="copy that I hold"),
    Route("reviews:end_copy", SIGNED_IN, personal=True, record="copy that I gave"),
    Route("reviews:answer_remark", SIGNED_IN, personal=True, record="comment on my draft"),
    Route("reviews:answer_finding", SIGNED_IN, personal=True, record="finding in my text"),
    Route("reviews:withdraw_published", SIGNED_IN, personal=True, record="page of my review"),
    Route("reviews:published_list", PUBLIC),  # what all statutory partners have signed for publication, and nothing else
    Route("reviews:published", PUBLIC, record="published review"),
    Route("reviews:strike_member", SIGNED_IN, personal=True, record="member of a case that I own"),
    Route("reviews:ask_agencies", SIGNED_IN, personal=True, record="case that I own"),
    Route("reviews:asked_return", SIGNED_IN, personal=True, record="request for my return"),
    Route("reviews:return", SIGNED_IN, personal=True, record="agency return"),
    Route("reviews:declare", SIGNED_IN, personal=True, record="return not begun"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="return that I write")
        for name in ("write_return", "send_return", "add_entry", "chronology_file", "chronology_template")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="return of a case that I own")
        for name in ("send_back", "name_author", "withdraw_return")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="entry that I wrote")
        for name in ("change_entry", "strike_entry")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="chronology file that I sent")
        for name in ("upload", "rows_to_put_right", "give_up_upload")
    ),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="chronology of a case")
        for name in ("chronology", "likely_contradictions", "chronology_table", "ask_for_chronology_copy")
    ),
    Route("reviews:mark_contradiction", SIGNED_IN, personal=True, record="chronology that I mark"),
    Route("reviews:lift_contradiction", SIGNED_IN, personal=True, record="contradiction that stands"),
    *(
        Route(f"reviews:{name}", SIGNED_IN, personal=True, record="chronology copy of mine")
        for name in ("chronology_copy", "chronology_copy_progress", "chronology_copy_file")
    ),
)
SERVICES = (
    ServiceRow("reviews.open_incident", OPENS_CASES),
    *(ServiceRow(f"reviews.{name}", OPENS_CASES) for name in ("add_feature", "take_usual_features", "name_nationally")),
    *(ServiceRow(f"reviews.{name}", OPENS_CASES) for name in ("write_learning", "change_learning")),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in ("write_finding", "change_finding", "strike_finding", "recommend", "join_recommendation", "link_case")
    ),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("code_child", "write_briefing", "change_briefing", "submit_briefing", "approve_briefing", "send_back_briefing"),
            *("publish_briefing", "withdraw_briefing", "confirm_reading"),
        )
    ),
    *(
        ServiceRow(f"reviews.{name}", NOTIFIES_DEATHS)
        for name in ("notify_death", "name_panel", "plan_meeting", "ask_for_death_pack")
    ),
    *(ServiceRow(f"reviews.{name}", SYSTEM) for name in ("keep_death_pack", "fail_death_pack", "purge_death_packs")),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("join_second", "part_second", "write_death", "record_first_steps", "make_ready", "gather_more", "triage_death"),
            *("hold_death", "release_death", "record_contact", "open_incident_of_death", "close_death", "ask_for_form"),
            *("return_form", "take_evidence", "add_factor", "strike_factor", "record_review_meeting", "list_death"),
            "record_panel",
        )
    ),
    ServiceRow("reviews.take_over_case", OPENS_CASES),
    ServiceRow("reviews.open_review", OPENS_CASES),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("rename_case", "add_child", "change_child", "name_member", "strike_member"),
            *("write_incident", "record_decision", "leave_unnotified", "consider_again", "notify"),
            *("leave_unreviewed", "record_meeting", "sign_off_review", "send_review", "record_reply", "close_incident"),
            *("follow_case", "write_scope", "go_on", "accept_report", "draft_again", "end_review", "close_review"),
            *("tell_of_delay", "record_family_contact", "record_practitioner_event", "record_proceeding"),
            *("change_proceeding", "record_cost", "add_draft", "give_copies", "end_copy", "make_remark", "answer_remark"),
            *("write_text", "forbid_words", "answer_finding", "tick_check", "prepare_publication", "publish_review"),
            *("withhold_review", "withdraw_published"),
        )
    ),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("ask_agencies", "declare_independent", "write_return", "send_return", "send_back_return", "name_author"),
            *("withdraw_return", "add_entry", "change_entry", "strike_entry", "try_upload", "take_in_upload", "give_up_upload"),
            *("mark_contradiction", "lift_contradiction", "ask_for_chronology_copy", "note_chronology_download"),
        )
    ),
    *(
        ServiceRow(f"reviews.{name}_chronology_cop{end}", SYSTEM)
        for name, end in (("keep", "y"), ("fail", "y"), ("purge", "ies"))
    ),
)

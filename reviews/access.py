"""Who opens cases; what else may be done with one, and by whom, those named on it decide."""

from accounts.access import BUSINESS_TEAM
from accounts.access_table import PUBLIC, SIGNED_IN, Nav, RoleSpec, Route, ServiceRow, Who, roles

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
            *("record_meeting", "sign_off", "send_review", "record_reply", "close"),
        )
    ),
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
)
SERVICES = (
    ServiceRow("reviews.open_incident", OPENS_CASES),
    ServiceRow("reviews.take_over_case", OPENS_CASES),
    ServiceRow("reviews.open_review", OPENS_CASES),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("rename_case", "add_child", "name_member", "strike_member"),
            *("write_incident", "record_decision", "leave_unnotified", "consider_again", "notify"),
            *("record_meeting", "sign_off_review", "send_review", "record_reply", "close_incident"),
            *("follow_case", "write_scope", "go_on", "accept_report", "draft_again", "end_review", "close_review"),
            *("tell_of_delay", "record_family_contact", "record_practitioner_event", "record_proceeding"),
            *("change_proceeding", "record_cost", "add_draft", "give_copies", "end_copy", "make_remark", "answer_remark"),
            *("write_text", "forbid_words", "answer_finding", "tick_check", "prepare_publication", "publish_review"),
            *("withhold_review", "withdraw_published"),
        )
    ),
)

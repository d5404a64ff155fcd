"""Who opens cases; what else may be done with one, and by whom, those named on it decide."""

from accounts.access import BUSINESS_TEAM
from accounts.access_table import SIGNED_IN, SYSTEM, Nav, RoleSpec, Route, ServiceRow, Who, roles

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
    ServiceRow("reviews.take_over_case", OPENS_CASES),
    *(
        ServiceRow(f"reviews.{name}", SIGNED_IN)
        for name in (
            *("rename_case", "add_child", "name_member", "strike_member"),
            *("write_incident", "record_decision", "leave_unnotified", "consider_again", "notify"),
            *("record_meeting", "sign_off_review", "send_review", "record_reply", "close_incident"),
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

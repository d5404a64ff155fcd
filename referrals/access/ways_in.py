"""Ways in on which the MASH itself works, notices to schools, and the queue’s own settings: who may open and do what."""

from accounts.access import SYSTEM_ADMINISTRATOR
from accounts.access_table import Nav, Route, ServiceRow, roles
from referrals.access.people import MANAGERS, MASH, MASH_MANAGER

KEEPS_SCHOOLS = roles(MASH_MANAGER, SYSTEM_ADMINISTRATOR)
"""Who keeps which schools take notices, and brings the reference lists in."""

WAYS_IN_ROUTES = (
    Route("referrals:take_contact", MASH),
    Route("referrals:written_form", MASH, personal=True, record="contact"),
    Route("referrals:waive_form", MANAGERS, personal=True, record="contact"),
    Route("referrals:school_notices", MASH, personal=True, nav=Nav("School notices", 7)),
    Route("referrals:school_notice", MASH, personal=True, record="contact"),
    Route("referrals:school_told", MASH, personal=True, record="contact"),
    Route("referrals:queue_columns", MANAGERS),
    Route("referrals:contact_beside", MASH, record="contact", by_itself=True),
    Route("referrals:notice_schools", KEEPS_SCHOOLS, nav=Nav("Schools and notices", 87)),
    Route("referrals:notice_school", KEEPS_SCHOOLS, record="notice school"),
    Route("referrals:lists", KEEPS_SCHOOLS, nav=Nav("Reference lists", 88)),
)
WAYS_IN_SERVICES = (
    ServiceRow("referrals.take_contact", MASH),
    ServiceRow("referrals.note_form", MASH),
    ServiceRow("referrals.waive_form", MANAGERS),
    ServiceRow("referrals.begin_notice", MASH),
    ServiceRow("referrals.tell_school", MASH),
    ServiceRow("referrals.note_told", MASH),
    ServiceRow("referrals.keep_notice_school", KEEPS_SCHOOLS),
    ServiceRow("referrals.import_list", KEEPS_SCHOOLS),
    ServiceRow("referrals.note_presence", MASH),
    ServiceRow("referrals.set_queue_columns", MANAGERS),
)

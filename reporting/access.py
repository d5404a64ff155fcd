"""Who reads figures, and who writes and compiles the yearly report. Nothing here shows an identifiable child."""

from accounts.access import BUSINESS_TEAM, EXECUTIVE, SCRUTINEER, SYSTEM_ADMINISTRATOR
from accounts.access_table import FIGURE_READERS, SYSTEM, Nav, Route, ServiceRow, roles

READERS = roles(BUSINESS_TEAM, EXECUTIVE, SCRUTINEER)
COMPILERS = roles(BUSINESS_TEAM, EXECUTIVE, SCRUTINEER, system=True)
WRITERS = roles(BUSINESS_TEAM, system=True)
TEAM = roles(BUSINESS_TEAM)
KEEPERS = roles(BUSINESS_TEAM, SYSTEM_ADMINISTRATOR, system=True)
"""Who brings in how many people live where."""

ROUTES = (
    Route("reporting:dashboard", FIGURE_READERS, nav=Nav("Figures", 65)),
    Route("reporting:dashboard_page", FIGURE_READERS),
    Route("reporting:dashboard_figure", FIGURE_READERS),
    Route("reporting:dashboard_file", FIGURE_READERS),
    Route("reporting:dashboard_figure_file", FIGURE_READERS),
    Route("reporting:dashboard_part_file", FIGURE_READERS),
    Route("reporting:years", READERS, nav=Nav("Yearly report", 70)),
    Route("reporting:year", READERS),
    Route("reporting:compile", READERS),
    Route("reporting:compilation", READERS, record="compilation"),
    Route("reporting:progress", READERS, record="compilation", by_itself=True),
    Route("reporting:edition", READERS, record="edition"),
    Route("reporting:edition_json", READERS, record="edition"),
    Route("reporting:edition_pdf", READERS, record="edition"),
    Route("reporting:compare", READERS, record="edition"),
    Route("reporting:decide", roles(EXECUTIVE), record="edition"),
    Route("reporting:narrative", roles(BUSINESS_TEAM)),
    Route("reporting:returns", READERS),
    Route("reporting:new_return_round", TEAM),
    Route("reporting:return_round", READERS, record="return_round"),
    Route("reporting:return_round_file", READERS, record="return_round"),
    Route("reporting:ask_for_returns", TEAM, record="return_round"),
    Route("reporting:close_return_round", TEAM, record="return_round"),
    Route("reporting:reopen_return_round", TEAM, record="return_round"),
    Route("reporting:agency_return", TEAM, record="agency_return"),
    Route("reporting:accept_return", TEAM, record="agency_return"),
    Route("reporting:send_back_return", TEAM, record="agency_return"),
    Route("reporting:record_return", TEAM, record="agency_return"),
    Route("reporting:chase_return", TEAM, record="agency_return"),
    Route("reporting:chase_late_returns", TEAM),
    Route("reporting:withdraw_return", TEAM, record="agency_return"),
    Route("reporting:ask_again_for_return", TEAM, record="agency_return"),
    Route("reporting:population", roles(BUSINESS_TEAM, SYSTEM_ADMINISTRATOR), nav=Nav("Population", 74)),
)
SERVICES = (
    ServiceRow("reporting.import_returned_values", WRITERS),
    ServiceRow("reporting.import_population", KEEPERS),
    ServiceRow("reporting.check_population", KEEPERS),
    ServiceRow("reporting.import_comparators", WRITERS),
    ServiceRow("reporting.import_acronyms", WRITERS),
    ServiceRow("reporting.write_narrative", WRITERS),
    ServiceRow("reporting.open_return_round", WRITERS),
    ServiceRow("reporting.ask_for_returns", WRITERS),
    ServiceRow("reporting.close_return_round", WRITERS),
    ServiceRow("reporting.reopen_return_round", WRITERS),
    ServiceRow("reporting.record_return", WRITERS),
    ServiceRow("reporting.accept_return", TEAM),
    ServiceRow("reporting.send_back_return", TEAM),
    ServiceRow("reporting.chase_return", WRITERS),
    ServiceRow("reporting.chase_late_returns", WRITERS),
    ServiceRow("reporting.withdraw_return", WRITERS),
    ServiceRow("reporting.ask_again_for_return", WRITERS),
    ServiceRow("reporting.request_compilation", COMPILERS),
    ServiceRow("reporting.decide_edition", roles(EXECUTIVE)),
    ServiceRow("reporting.start_compilation", SYSTEM),
    ServiceRow("reporting.note_file", SYSTEM),
    ServiceRow("reporting.finish_compilation", SYSTEM),
    ServiceRow("reporting.fail_compilation", SYSTEM),
    ServiceRow("reporting.keep_month", SYSTEM),
)

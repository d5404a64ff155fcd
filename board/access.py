"""Who runs, reads and works on the partnership's plans and money. No page here shows an identifiable child."""

from accounts.access import AGENCY_LEAD, BUSINESS_TEAM, EXECUTIVE, SCRUTINEER
from accounts.access_table import SIGNED_IN, Nav, Route, ServiceRow, roles

BOARD = roles(BUSINESS_TEAM, EXECUTIVE, SCRUTINEER)
OWNERS = roles(BUSINESS_TEAM, EXECUTIVE, SCRUTINEER, AGENCY_LEAD)
RUNS = roles(BUSINESS_TEAM)

ROUTES = (
    Route("board:actions", OWNERS, nav=Nav("Actions", 40)),
    Route("board:actions_export", OWNERS),
    Route("board:chase", RUNS),
    Route("board:plans", OWNERS),
    Route("board:new_plan", RUNS),
    Route("board:plan", OWNERS, record="plan"),
    Route("board:close_plan", RUNS, record="plan"),
    Route("board:reopen_plan", RUNS, record="plan"),
    Route("board:new_action", RUNS, record="plan"),
    Route("board:action", SIGNED_IN, record="action"),
    Route("board:update_action", SIGNED_IN, record="action"),
    Route("board:judge_action", RUNS, record="action"),
    Route("board:embed_action", RUNS, record="action"),
    Route("board:look_again_at_action", RUNS, record="action"),
    Route("board:reschedule_action", RUNS, record="action"),
    Route("board:overrule_action", RUNS, record="action"),
    Route("board:pass_on_action", RUNS, record="action"),
    Route("board:withdraw_action", RUNS, record="action"),
    Route("board:reopen_action", RUNS, record="action"),
    Route("board:structure", SIGNED_IN, nav=Nav("Structure", 42)),
    Route("board:new_group", RUNS),
    Route("board:group", SIGNED_IN, record="group"),
    Route("board:change_group", RUNS, record="group"),
    Route("board:end_group", RUNS, record="group"),
    Route("board:write_terms", RUNS, record="group"),
    Route("board:draw_line", RUNS, record="group"),
    Route("board:end_line", RUNS, record="group"),
    Route("board:add_seat", RUNS, record="group"),
    Route("board:end_seat", RUNS, record="group"),
    Route("board:fill_seat", RUNS, record="group"),
    Route("board:leave_seat", RUNS, record="group"),
    Route("board:budget", BOARD, nav=Nav("Budget", 45)),
    Route("board:budget_line", RUNS),
)

SERVICES = (
    ServiceRow("board.open_plan", RUNS),
    ServiceRow("board.close_plan", RUNS),
    ServiceRow("board.reopen_plan", RUNS),
    ServiceRow("board.add_action", RUNS),
    ServiceRow("board.write_update", SIGNED_IN),
    ServiceRow("board.judge_report", RUNS),
    ServiceRow("board.mark_embedded", RUNS),
    ServiceRow("board.look_again", RUNS),
    ServiceRow("board.reschedule", RUNS),
    ServiceRow("board.overrule_rating", RUNS),
    ServiceRow("board.reassign", RUNS),
    ServiceRow("board.withdraw", RUNS),
    ServiceRow("board.reopen", RUNS),
    ServiceRow("board.chase", RUNS),
    ServiceRow("board.open_group", RUNS),
    ServiceRow("board.change_group", RUNS),
    ServiceRow("board.end_group", RUNS),
    ServiceRow("board.write_terms", RUNS),
    ServiceRow("board.draw_line", RUNS),
    ServiceRow("board.end_line", RUNS),
    ServiceRow("board.add_seat", RUNS),
    ServiceRow("board.end_seat", RUNS),
    ServiceRow("board.fill_seat", RUNS),
    ServiceRow("board.leave_seat", RUNS),
    ServiceRow("board.set_budget_line", RUNS),
    ServiceRow("board.remove_budget_line", RUNS),
)

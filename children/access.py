"""Who may do what with a child's record."""

from accounts.access_table import CASE_READERS, SYSTEM, Route, ServiceRow, Who

INSIDE = Who()
"""Nobody by themselves: called inside services of upper apps, whose own rows decide."""

ROUTES: tuple[Route, ...] = (
    Route("children:child", CASE_READERS, personal=True, record="child"),
    Route("children:family", CASE_READERS, personal=True, record="child"),
    Route("children:chronology", CASE_READERS, personal=True, record="child"),
)
"""Which child somebody may see, the records of the apps above decide (children.kinds)."""
SERVICES: tuple[ServiceRow, ...] = (
    ServiceRow("children.record_birth", INSIDE),
    ServiceRow("children.register_child", INSIDE),
    ServiceRow("children.register_children", INSIDE),
    ServiceRow("children.change_child", INSIDE),
    ServiceRow("children.merge_children", INSIDE),
    ServiceRow("children.undo_merge", INSIDE),
    ServiceRow("children.say_not_the_same", INSIDE),
    ServiceRow("children.write_chronology", INSIDE),
    ServiceRow("children.begin_involvement", INSIDE),
    ServiceRow("children.end_involvements", INSIDE),
    ServiceRow("children.import_places", SYSTEM),
    ServiceRow("children.make_keys_anew", SYSTEM),
)

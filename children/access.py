"""Who may do what with a child's record."""

from accounts.access_table import SYSTEM, Route, ServiceRow, Who

INSIDE = Who()
"""Nobody by themselves: called inside services of upper apps, whose own rows decide."""

ROUTES: tuple[Route, ...] = ()
SERVICES: tuple[ServiceRow, ...] = (
    ServiceRow("children.record_birth", INSIDE),
    ServiceRow("children.register_child", INSIDE),
    ServiceRow("children.register_children", INSIDE),
    ServiceRow("children.merge_children", INSIDE),
    ServiceRow("children.undo_merge", INSIDE),
    ServiceRow("children.say_not_the_same", INSIDE),
    ServiceRow("children.write_chronology", INSIDE),
    ServiceRow("children.begin_involvement", INSIDE),
    ServiceRow("children.end_involvements", INSIDE),
    ServiceRow("children.import_places", SYSTEM),
    ServiceRow("children.make_keys_anew", SYSTEM),
)

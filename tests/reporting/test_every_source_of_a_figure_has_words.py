"""No code of the portal's own stands in a report: every group of figures and of tables of words says in words what it is."""

from foundation.figures import groups, text_groups
from reporting.report.content import SOURCES


def test_every_group_that_apps_declare_has_words() -> None:
    told = {group.app for group in (*groups(), *text_groups())}
    assert told <= set(SOURCES), told - set(SOURCES)

"""Who may open the pages of the roof."""

from accounts.access_table import PUBLIC, SIGNED_IN, Nav, Route, Who

ROUTES = (
    Route("home", SIGNED_IN, nav=Nav("My work", 0)),
    Route("accessibility_statement", PUBLIC),
    Route("privacy_notice", PUBLIC),
    Route("contact", PUBLIC),
    Route("health_live", PUBLIC),
    Route("health_ready", PUBLIC),
    Route("document", Who(signed_in=True, visitor=True), personal=True, record="document"),
)

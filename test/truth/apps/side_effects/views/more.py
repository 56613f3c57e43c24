"""More, through the module's attribute."""

import site_app as site


@site.api.get("/more")
def more() -> str:
    return ""

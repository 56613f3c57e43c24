"""Pages, on the application itself."""

from site_app import app


@app.get("/pages")
def pages() -> str:
    return ""

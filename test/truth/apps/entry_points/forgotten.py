"""Nobody imports this module, and its name is none of a server's."""

from main import app


@app.get("/forgotten")
def forgotten() -> str:
    return ""

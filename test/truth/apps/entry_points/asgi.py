"""What the server imports."""

from late import fill
from main import app, router


@app.get("/added")
def added() -> str:
    return ""


fill(router)
app.include_router(router)

"""Nobody imports this module."""

from main import app, router


@router.get("/unused")
def unused() -> str:
    return ""


@app.get("/unused-too")
def unused_too() -> str:
    return ""

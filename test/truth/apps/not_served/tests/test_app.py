"""A test with an application and a table of its own."""

from fastapi import FastAPI

test_app = FastAPI()


@test_app.get("/test-only")
def test_only() -> str:
    return ""

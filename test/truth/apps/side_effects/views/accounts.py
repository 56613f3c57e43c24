"""Accounts, on the shared router."""

from site_app import api


@api.get("/accounts")
def accounts() -> str:
    return ""

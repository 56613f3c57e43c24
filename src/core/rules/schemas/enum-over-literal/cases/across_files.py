# file: app/__init__.py
# file: app/kinds.py
import enum


class Kind(enum.StrEnum):  # expect: enum-over-literal
    """What it is."""

    BIG = "big"
    SMALL = "small"
# file: app/schemas.py
from pydantic import BaseModel
from app.kinds import Kind


class First(BaseModel):
    kind: Kind
    others: list[Kind] | None = None

from __future__ import annotations

from pydantic import BaseModel


class Category(BaseModel):
    name: str
    parent: Category | None = None

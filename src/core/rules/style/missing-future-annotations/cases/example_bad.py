from pydantic import BaseModel  # expect: missing-future-annotations


class Category(BaseModel):
    name: str
    parent: "Category | None" = None

# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Tier(BaseModel):
    tier_id: int
    name: str | None
    note: str = Field(max_length=80)


class Change(BaseModel):
    name: str | None = None


@app.patch("/users/{key}/tier")
def change_tier(key: int, tier: Tier, crud=None) -> None:
    crud.update(object=tier.model_dump(), key=key)


@app.put("/users/{key}")
def replace_user(key: int, change: Change, crud=None) -> None:
    crud.update(object=change.model_dump(), key=key)


@app.post("/users")
def add_user(change: Change, crud=None) -> None:
    crud.update(object=change.model_dump())

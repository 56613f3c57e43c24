# file: app/main.py
import logging

from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
logger = logging.getLogger(__name__)


class Change(BaseModel):
    name: str | None = None


class Stored(BaseModel):
    name: str | None = None


@app.patch("/a/{key}")
def change_a(key: int, change: Change, events=None, row=None) -> dict[str, object]:
    logger.info("update", extra=change.model_dump())
    events.publish_update(change.model_dump())
    stored = Stored(name=row.name)
    changed = stored.model_copy(update=change.model_dump(exclude_unset=True))
    Stored.model_validate(changed.model_dump())
    return change.model_dump()

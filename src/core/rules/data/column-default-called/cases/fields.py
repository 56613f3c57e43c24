# file: app/schemas.py
import time
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from pydantic import BaseModel


class Event(BaseModel):
    id: UUID = uuid4()  # expect: column-default-called
    at: float = time.time()  # expect: column-default-called
    until: date = date.today() + timedelta(days=7)  # expect: column-default-called
    tags: list[str] = []


# file: app/models.py
from datetime import UTC, datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: UUID = Field(default=uuid4(), primary_key=True)  # expect: column-default-called
    made_at: datetime = Field(datetime.now(UTC))  # expect: column-default-called
    seen_at: datetime = Field(
        default_factory=datetime.utcnow, sa_column_kwargs={"onupdate": datetime.utcnow()}  # expect: column-default-called
    )

# file: app/users/models.py
from datetime import datetime
from typing import Annotated

from sqlalchemy import BigInteger, DateTime, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

key = Annotated[int, mapped_column(BigInteger, primary_key=True)]
short = Annotated[str, 30]


class Base(DeclarativeBase):
    type_annotation_map = {datetime: DateTime(timezone=True), short: String(30)}


class User(Base):
    __tablename__ = "users"
    id: Mapped[key]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    name: Mapped[short]
    email: Mapped[str] = mapped_column(type_=String(320))

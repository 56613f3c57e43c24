"""Pinned to the newest frameworks: an include is a view, a float is a Double, SQLModel's datetime a type of its own."""

from datetime import datetime

from fastapi import APIRouter, FastAPI
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlmodel import Field, SQLModel

app = FastAPI()
router = APIRouter(prefix="/r")


class Base(DeclarativeBase):
    pass


class Measure(Base):
    __tablename__ = "measures"
    id: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[float]


class Event(SQLModel, table=True):
    id: int = Field(primary_key=True)
    at: datetime


@router.get("/before")
def before() -> str:
    return ""


app.include_router(router)


@router.get("/after")
def after() -> str:
    return ""

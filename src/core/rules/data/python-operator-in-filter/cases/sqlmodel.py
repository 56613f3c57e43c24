# file: app/models.py
from sqlmodel import Field, SQLModel


class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    age: int | None = None


# file: app/repository.py
from typing import Generic, TypeVar

from sqlmodel import SQLModel, Session, select

from app.models import Hero

Model = TypeVar("Model", bound=SQLModel)


class Repository(Generic[Model]):
    def __init__(self, model: type[Model], session: Session) -> None:
        self.model = model
        self.session = session

    def live(self) -> list[Model]:
        return self.session.exec(select(self.model).where(self.model.deleted_at is None)).all()  # expect: python-operator-in-filter


def adults(session: Session) -> list[Hero]:
    return session.exec(
        select(Hero).where(
            Hero.age is not None  # expect: python-operator-in-filter, python-operator-in-filter
            and Hero.age > 18
        )
    ).all()

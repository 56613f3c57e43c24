# file: app/schemas.py
from pydantic import BaseModel


class UserRead(BaseModel):
    name: str
# file: app/models.py
from sqlalchemy import func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
# file: app/repository.py
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from app.models import User
from app.schemas import UserRead

factory = sessionmaker()


class Users:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, name: str) -> UserRead:
        return UserRead.model_validate(self.session.query(User).first())

    def ids(self):
        return self.session.scalars(select(User.id)).all()
# file: app/routes.py
from fastapi import BackgroundTasks
from rich.progress import Progress
from sqlalchemy import create_engine

from app.repository import Users, factory
from app.schemas import UserRead

engine = create_engine("sqlite://")


def rename(users: Users, tasks: BackgroundTasks, name: str, progress: Progress) -> None:
    user = users.get(name)
    tasks.add_task(print, user, name=user.name)
    tasks.add_task(print, users.ids(), factory, engine)
    tasks.add_task(print, UserRead.model_validate(users.session.query(object).first()))
    progress.add_task("users", total=users.session)

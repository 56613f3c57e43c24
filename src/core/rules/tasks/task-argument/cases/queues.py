# file: .backend-spec.yaml
sensitive: [ssn]
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "teams"
    id: Mapped[int] = mapped_column(primary_key=True)


class User(Base):
    __tablename__ = "users"
    uid: Mapped[int] = mapped_column(primary_key=True)
    ssn: Mapped[str]
    team: Mapped[Team] = relationship()
    boss = relationship("User")
# file: app/crud.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession as Db

from app.models import User


async def find(db: Db, name: str) -> User | None:
    return (await db.execute(select(User))).scalar_one_or_none()


async def all_of(db: Db):
    return (await db.scalars(select(User))).all()
# file: app/tasks.py
import dramatiq as queue
from celery import shared_task as later


@later
def welcome(user, name): ...


@queue.actor
def count(users): ...
# file: app/service.py
from arq import ArqRedis

from app import crud, tasks


async def register(db: crud.Db, pool: ArqRedis, name: str) -> None:
    user = await crud.find(db, name)
    tasks.welcome.delay(user, name)  # expect: task-argument
    tasks.welcome.apply_async(args=(user.team, name), countdown=3)  # expect: task-argument
    tasks.welcome.s(user.boss, name=name).delay()  # expect: task-argument
    tasks.welcome.delay(user.uid, user.ssn)  # expect: task-argument
    tasks.count.send(await crud.all_of(db))  # expect: task-argument
    await pool.enqueue_job("count", [user], _job_id=name)  # expect: task-argument

# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


# file: app/jobs.py
import dramatiq


@dramatiq.actor(max_retries=3, time_limit=1000)
def welcome(user_id: int): ...


# file: app/repository.py
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import User


class Users:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def create(self, name: str) -> User:
        user = User(name=name)
        self.session.add(user)
        await self.session.flush()
        return user

    async def get(self, id: int) -> User:
        return await self.session.get_one(User, id)

    async def save(self) -> None:
        await self.session.commit()


# file: app/service.py
from uuid import uuid4

from arq import ArqRedis
from sqlalchemy.ext.asyncio import AsyncSession as Db

from app.jobs import welcome as greet
from app.models import User
from app.repository import Users


class Service:
    def __init__(self, session: Db, queue: ArqRedis) -> None:
        self.session = session
        self.users = Users(session)
        self.queue = queue

    async def register(self, name: str) -> None:
        user = await self.users.create(name)
        greet.send(user_id=user.id)  # expect: enqueue-before-commit
        await self.session.commit()

    async def rename(self, id: int, name: str) -> None:
        user = await self.users.get(id)
        user.name = name
        greet.send_with_options(args=(str(user.id),))  # expect: enqueue-before-commit
        await self.users.save()

    async def enrol(self) -> None:
        key = uuid4()
        user = User(id=key, name="x")
        await self.queue.enqueue_job("index_user", key)  # expect: enqueue-before-commit
        self.session.add(user)
        await self.session.commit()


async def block(db: Db, name: str) -> None:
    async with db.begin():
        user = User(name=name)
        db.add(user)
        await db.flush()
        user_id = user.id
        greet.send(user_id)  # expect: enqueue-before-commit

# file: app/repositories.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Order, User


class Repository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session


class Users(Repository):
    async def all(self):
        return (await self.session.scalars(select(User))).all()


class Orders(Repository):
    async def of(self, user_id: int):
        return await self._query(select(Order).where(Order.user_id == user_id))

    async def _query(self, query):
        return await self.session.execute(query)


# file: app/injected.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


class Injector:
    def __init__(self, func):
        self.func = func

    async def __call__(self, *args, **kwargs):
        return await self.func("url", *args, **kwargs)


@Injector
async def count(url: str, session: AsyncSession):
    return await session.scalar(select(1))


# file: app/service.py
from asyncio import TaskGroup, create_task, gather as together

import anyio
from sqlalchemy.ext.asyncio import AsyncSession as Db

from app.injected import count
from app.repositories import Orders, Users


class OwnGroup(TaskGroup): ...


class Service:
    def __init__(self, session: Db) -> None:
        self.session = session
        self.users = Users(session)
        self.orders = Orders(session)

    async def show(self, user_id: int):
        return await together(self.users.all(), self.orders.of(user_id))  # expect: shared-session-concurrency

    async def show_each(self, ids: list[int]):
        tasks = [self.orders.of(user_id) for user_id in ids]
        return await together(*tasks)  # expect: shared-session-concurrency

    async def both(self):
        await together(self.session.flush(), self.users.all())  # expect: shared-session-concurrency


async def load(db: Db, ids: list[int]):
    users = Users(db)
    async with OwnGroup() as group:  # expect: shared-session-concurrency
        group.create_task(users.all())
        for user_id in ids:
            group.create_task(Orders(db).of(user_id))


async def spawn(db: Db):
    async with anyio.create_task_group() as group:  # expect: shared-session-concurrency
        group.start_soon(db.flush)
        group.start_soon(Users(db).all)


async def nested(db: Db, ids: list[int]):
    async def one(user_id: int):
        return await db.get(Users, user_id)

    found = []
    for user_id in ids:
        found.append(create_task(one(user_id)))
    return await together(*found)  # expect: shared-session-concurrency


async def wrapped(db: Db):
    return await together(count(session=db), count(session=db))  # expect: shared-session-concurrency

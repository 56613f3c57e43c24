# file: app/db.py
from contextvars import ContextVar

from sqlalchemy.ext.asyncio import AsyncSession as Db, async_scoped_session as scoped, async_sessionmaker, create_async_engine

engine = create_async_engine("sqlite+aiosqlite://")
factory = async_sessionmaker(engine)
scope: ContextVar[str] = ContextVar("scope")
session = scoped(session_factory=factory, scopefunc=scope.get)


async def get_db():
    async with factory() as db:
        yield db


# file: app/routes.py
from fastapi import APIRouter, Depends
from sqlalchemy import select

from app.db import factory, get_db, session
from app.models import User

router = APIRouter()


@router.post("/users")
async def create(name: str, db=Depends(get_db)):
    db.add(User(name=name))
    db.flush()  # expect: unawaited-session-call
    await db.commit()


@router.get("/users")
async def index(db=Depends(get_db)):
    rows = db.scalars(select(User))  # expect: unawaited-session-call
    return [row.id for row in rows]


@router.get("/users/{id}")
async def show(id: int):
    if session.get(User, id):  # expect: unawaited-session-call
        saved = await session.add(User())  # expect: unawaited-session-call
        return saved
    return await session.stream(select(User)).all()  # expect: unawaited-session-call


async def drop(id: int):
    async with factory() as db:
        user = await db.get(User, id)
        db.delete(user)  # expect: unawaited-session-call
        await db.expunge_all()  # expect: unawaited-session-call
        await db.commit()


def close(db=Depends(get_db)):
    db.close()  # expect: unawaited-session-call

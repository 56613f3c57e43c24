# file: app/database.py
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import scoped_session, sessionmaker

engine = create_engine("sqlite://")
SessionLocal = sessionmaker(bind=engine)
async_engine = create_async_engine("sqlite+aiosqlite://")
AsyncSessionLocal = async_sessionmaker(async_engine, expire_on_commit=False)
Registry = scoped_session(SessionLocal)


def get_session():
    with SessionLocal() as session:
        yield session


async def get_async_session():
    async with AsyncSessionLocal() as session:
        yield session
# file: app/jobs.py
from contextlib import asynccontextmanager, closing, contextmanager

from app.database import AsyncSessionLocal, SessionLocal, async_engine, engine
from app.users import find_user, unfold


@contextmanager
def session_scope():
    session = SessionLocal()
    try:
        yield session
        session.commit()
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()


@asynccontextmanager
async def async_scope():
    session = AsyncSessionLocal()
    try:
        yield session
    finally:
        await session.close()


def closed_in_finally(query):
    session = None
    try:
        session = SessionLocal()
        if not session.scalar(query):
            return None
        return find_user(session, 1)
    finally:
        if session is not None:
            session.close()


def closed_on_each_way(query):
    session = SessionLocal()
    try:
        rows = session.scalars(query).all()
    except Exception:
        session.close()
        raise
    session.close()
    return rows


def entered_later(query):
    session = SessionLocal()
    with session:
        return session.scalars(query).all()


def in_a_transaction(query):
    session = SessionLocal()
    with session.begin():
        session.execute(query)


def by_closing(query):
    session = SessionLocal()
    with closing(session) as db:
        return db.scalars(query).all()


async def connection(query):
    async with async_engine.connect() as one, AsyncSessionLocal() as session:
        await one.execute(query)
        await session.execute(query)


def what_was_made_here(query, session=None):
    owns_session = session is None
    if session is None:
        session = SessionLocal()
    try:
        return session.scalars(query).all()
    finally:
        if owns_session:
            session.close()


def with_an_unknown_object(query, agent):
    session = SessionLocal()
    try:
        unfold(session, agent.load(session))
    finally:
        session.close()


def never_used():
    session = SessionLocal()
    print(session)
# file: app/users.py
def find_user(session, user_id):
    return session.get(object, user_id)


def unfold(session, agent):
    return session.get(object, agent)

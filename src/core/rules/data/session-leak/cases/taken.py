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
from app.database import get_async_session, get_session
from app.users import find_user


def taken(query):
    session = next(get_session())  # expect: session-leak
    return session.scalars(query).all()


def taken_for_a_call():
    return find_user(session=next(get_session()))  # expect: session-leak


async def taken_asynchronously(query):
    session = await anext(get_async_session())  # expect: session-leak
    await session.execute(query)


async def taken_by_its_method(query):
    session = await get_async_session().__anext__()  # expect: session-leak
    await session.execute(query)


def taken_and_closed(query):
    session = next(get_session())
    try:
        return session.scalars(query).all()
    finally:
        session.close()
# file: app/users.py
def find_user(session):
    return session.get(object, 1)

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
# file: app/sessions.py
from sqlalchemy.orm import Session

from app.database import AsyncSessionLocal, SessionLocal


def new_session() -> Session:
    """Gives a session."""
    session = SessionLocal()
    return session


async def new_async_session():
    return AsyncSessionLocal()
# file: app/users.py
from sqlalchemy import text
from sqlalchemy.orm import Session


def find_user(session: Session, user_id: int):
    return session.execute(text("SELECT 1")).first()


class UserRepository:
    def __init__(self, session: Session):
        self.session = session

    def one(self):
        return find_user(self.session, 1)
# file: app/service.py
from app.database import SessionLocal
from app.sessions import new_async_session, new_session
from app.users import UserRepository, find_user


def given_by_a_function():
    session = new_session()  # expect: session-leak
    user = find_user(session, 1)
    return user


async def given_by_a_coroutine(query):
    session = await new_async_session()  # expect: session-leak
    return (await session.scalars(query)).all()


def held_by_an_object():
    session = SessionLocal()  # expect: session-leak
    users = UserRepository(session)
    return users.one()


def without_a_name():
    found = find_user(SessionLocal(), 1)  # expect: session-leak
    return found or UserRepository(SessionLocal()).one()  # expect: session-leak


def at_once(query):
    return SessionLocal().scalars(query).all()  # expect: session-leak


def only_sometimes(session=None):
    session = session or SessionLocal()  # expect: session-leak
    return find_user(session, 1)

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
from contextlib import ExitStack
from functools import partial

import external
from sqlalchemy.orm import Session

from app.database import AsyncSessionLocal, Registry, SessionLocal, engine
from app.unit_of_work import UnitOfWork, finish


def make_session():
    return SessionLocal()


def get_db():
    session = SessionLocal()
    yield session


class Worker:
    def __init__(self):
        self.session = SessionLocal()
        other = SessionLocal()
        self.other = other

    def open(self, sessions, key):
        session = SessionLocal()
        sessions[key] = session
        session.execute("SELECT 1")

    def in_a_unit(self, query):
        session = SessionLocal()
        unit = UnitOfWork(session)
        session.execute(query)
        return unit.run()


def to_code_that_is_not_known(query):
    session = SessionLocal()
    session.execute(query)
    external.use(session)


def to_code_that_closes(query):
    session = SessionLocal()
    session.execute(query)
    finish(session)


def on_a_stack(query):
    with ExitStack() as stack:
        session = stack.enter_context(SessionLocal())
        other = SessionLocal()
        stack.callback(other.close)
        session.execute(query)
        other.execute(query)


def captured(query):
    session = SessionLocal()
    session.execute(query)
    return partial(lambda: session.close())


def of_the_registry(query):
    session = Registry()
    return session.execute(query).all()


def on_a_connection(query):
    with engine.connect() as connection:
        session = Session(bind=connection)
        return session.execute(query).all()


def global_one(query):
    global shared
    shared = SessionLocal()
    shared.execute(query)


async def in_a_list(query):
    sessions = [AsyncSessionLocal() for _ in range(3)]
    session = AsyncSessionLocal()
    sessions.append(session)
    await session.execute(query)
    return sessions
# file: app/unit_of_work.py
class UnitOfWork:
    def __init__(self, session):
        self.session = session

    def run(self):
        try:
            self.session.commit()
        finally:
            self.close()

    def close(self):
        self.session.close()


def finish(session):
    session.commit()
    session.close()

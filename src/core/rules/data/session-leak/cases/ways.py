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
from app.database import SessionLocal
from app.log import send


def early_return(query, flag):
    session = SessionLocal()  # expect: session-leak
    rows = session.scalars(query).all()
    if not rows:
        return None
    session.close()
    return rows


def when_the_query_raises(query):
    session = SessionLocal()  # expect: session-leak
    rows = session.scalars(query).all()
    session.close()
    return rows


def when_another_error_is_raised(query):
    session = SessionLocal()  # expect: session-leak
    try:
        session.execute(query)
        session.commit()
        session.close()
    except ValueError:
        session.rollback()
        session.close()


def when_handling_returns(query):
    session = SessionLocal()  # expect: session-leak
    try:
        session.execute(query)
    except Exception:
        return False
    session.close()
    return True


def in_a_loop(queries):
    for query in queries:
        session = SessionLocal()  # expect: session-leak
        if session.scalar(query):
            continue
        send(query)
        session.close()


def used_after_its_block(query, flag):
    if flag:
        session = SessionLocal()  # expect: session-leak
        session.execute(query)
    if flag:
        session.commit()
# file: app/log.py
def send(query): ...

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
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession as Db
from sqlalchemy.orm import Session as Sync

from app.database import AsyncSessionLocal as Factory
from app.database import async_engine, engine


async def awaited():
    db = Factory()  # expect: session-leak
    # What the report shows.
    rows = await db.execute(
        text(
            """
            SELECT 1
            """
        )
    )
    return rows.all()


async def of_the_class():
    db: Db = Db(async_engine)  # expect: session-leak
    await db.execute(text("DELETE FROM a"))
    await db.commit()
    await db.close()


def of_the_sync_class():
    session = Sync(bind=engine)  # expect: session-leak
    return session.scalars(text("SELECT 1")).all()


async def connection():
    connection = await async_engine.connect()  # expect: session-leak
    if await connection.scalar(text("SELECT 1")):
        return True
    await connection.close()
    return False

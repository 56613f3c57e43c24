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
# file: app/cli.py
import click

from app.database import SessionLocal


@click.group()
def cli(): ...


@cli.command("list")
def list_users(query):
    session = SessionLocal()  # expect: session-leak
    print(session.scalars(query).all())
# file: app/initial_data.py
from app.database import SessionLocal


def init(query):
    session = SessionLocal()  # expect: session-leak
    session.execute(query)
    session.commit()


if __name__ == "__main__":
    init(None)

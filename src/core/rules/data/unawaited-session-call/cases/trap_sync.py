# file: app/db.py
from sqlalchemy import create_engine, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, sessionmaker

factory = sessionmaker(create_engine("sqlite://"))


def get_db():
    with factory() as session:
        yield session


# file: app/routes.py
from fastapi import Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.db import get_db
from app.models import User


def save(db=Depends(get_db)):
    db.add(User())
    db.commit()
    return db.execute(select(User)).scalars().all()


def fill(session: AsyncSession):
    session.execute(select(User))


async def run(session: AsyncSession, mistyped: Session):
    await session.run_sync(fill)
    await mistyped.execute(select(User))


def misannotated(session: AsyncSession = Depends(get_db)):
    session.commit()

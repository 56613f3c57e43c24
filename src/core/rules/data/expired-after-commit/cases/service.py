# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

engine = create_async_engine("sqlite+aiosqlite://")
Factory = sessionmaker(bind=engine, class_=AsyncSession)


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)


async def get_db():
    async with Factory() as db:
        yield db


# file: app/service.py
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import User


class Service:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def create(self, name: str) -> int:
        row = User(name=name)
        self.session.add(instance=row)
        try:
            await self.session.commit()
        except ValueError:
            await self.session.rollback()
            raise
        # The id comes from the database.
        return row.id  # expect: expired-after-commit

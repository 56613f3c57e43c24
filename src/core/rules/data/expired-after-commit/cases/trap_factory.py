# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

engine = create_async_engine("sqlite+aiosqlite://")
Factory = async_sessionmaker(engine, expire_on_commit=False)
Other = async_sessionmaker(engine)


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)


# file: app/service.py
from sqlalchemy.ext.asyncio import AsyncSession

from app.db import Factory, Other, User, engine


async def own():
    async with Factory() as db:
        user = User()
        db.add(user)
        await db.commit()
        return user.id


async def given(db: AsyncSession):
    # Which of the factories made it is not known.
    user = User()
    db.add(user)
    await db.commit()
    return user.id


async def kept():
    async with AsyncSession(engine, expire_on_commit=False) as db:
        user = User()
        db.add(user)
        await db.commit()
        return user.id


async def asked():
    async with Other(expire_on_commit=False) as db:
        user = User()
        db.add(user)
        await db.commit()
        return user.id

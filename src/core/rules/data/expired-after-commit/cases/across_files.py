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


# file: app/routes.py
from fastapi import APIRouter, Depends
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession as Db

from app.db import Factory, Team, User as Account, get_db

router = APIRouter()


class UserRead(BaseModel):
    id: int
    name: str


async def create(db: Db, name: str) -> Account:
    user = Account(name=name)
    db.add(user)
    await db.commit()
    return user


async def find(db: Db, id: int) -> Account:
    return (await db.execute(select(Account).where(Account.id == id))).scalar_one()


@router.post("/users", response_model=UserRead)
async def post(name: str, db=Depends(get_db)):
    return await create(db, name)  # expect: expired-after-commit


@router.put("/users/{id}", response_model=UserRead)
async def put(id: int, name: str, db=Depends(get_db)):
    user = await find(db, id)
    user.name = name
    await db.commit()
    return user  # expect: expired-after-commit


@router.patch("/users/{id}")
async def patch(id: int, name: str, db=Depends(get_db)):
    user = await db.get(Account, id)
    if name:
        user.name = name
        await db.commit()
        await db.get(Team, 1)
    return UserRead.model_validate(user)  # expect: expired-after-commit


async def rename_all(name: str):
    async with Factory() as db:
        users = (await db.scalars(select(Account))).all()
        for user in users:
            print(user.id)  # expect: expired-after-commit
            user.name = name
            await db.commit()


async def add(name: str):
    async with Factory() as db:
        async with db.begin():
            user = Account(name=name)
            db.add_all([user])
        return f"{user.name}"  # expect: expired-after-commit


async def log(name: str, db: Db):
    user = await create(db, name)
    print(user.name)  # expect: expired-after-commit

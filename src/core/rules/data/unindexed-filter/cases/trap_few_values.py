# file: app/roles/models.py
import enum
import os
from typing import Annotated

from sqlalchemy import BigInteger, Enum
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

key = Annotated[
    int,
    mapped_column(BigInteger, primary_key=True)
    if os.environ.get("KEYS") == "plain"
    else mapped_column(BigInteger, primary_key=True, autoincrement=False),
]


class Base(DeclarativeBase): ...


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Role(Base):
    __tablename__ = "roles"

    id: Mapped[key]
    status: Mapped[int]


class Chair(Base):
    __tablename__ = "chairs"

    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[int]
    colour: Mapped[Colour] = mapped_column(Enum(Colour))
# file: app/roles/repository.py
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.roles.models import Chair, Colour, Role


class RoleRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def by_ids(self, ids: list[int]) -> Sequence[Role]:
        return (await self.session.scalars(select(Role).where(Role.id.in_(ids)))).all()

    async def enabled(self) -> Sequence[Chair]:
        return (await self.session.scalars(select(Chair).where(Chair.status == 1))).all()

    async def red(self) -> Sequence[Chair]:
        return (await self.session.scalars(select(Chair).where(Chair.colour == Colour.RED))).all()

# file: app/users/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


# file: app/users/repository.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.users.models import User


class UserRepository:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def rename(self, user: User, name: str) -> None:
        user.name = name
        await self.session.commit()

    async def first(self) -> User | None:
        return (await self.session.execute(select(User))).scalars().first()

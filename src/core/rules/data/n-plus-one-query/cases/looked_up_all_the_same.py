# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Tag(Base):
    __tablename__ = "tags"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
# file: app/tags.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Tag


async def get_or_create(session: AsyncSession, name: str) -> Tag:
    tag = (await session.execute(select(Tag).where(Tag.name == name))).scalar_one_or_none()
    if tag is None:
        tag = Tag(name=name)
        session.add(tag)
        await session.flush()
    return tag


async def check_free(session: AsyncSession, name: str) -> None:
    if (await session.execute(select(Tag.id).where(Tag.name == name))).first() is not None:
        raise ValueError(name)


async def tags_of(session: AsyncSession, names: list[str]) -> list[Tag]:
    return [await get_or_create(session, name) for name in names]  # expect: n-plus-one-query


async def check_all(session: AsyncSession, names: list[str]) -> None:
    for name in names:
        await check_free(session, name)  # expect: n-plus-one-query

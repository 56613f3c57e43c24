# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Author(Base):
    __tablename__ = "authors"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int]
    author_email: Mapped[str]
    title: Mapped[str]
# file: app/names.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.models import Author, Book


async def names_by_key(db: AsyncSession, limit: int) -> list[str]:
    books = (await db.scalars(select(Book).limit(limit))).all()
    found = []
    for book in books:
        author = await db.get(Author, book.author_id)  # expect: n-plus-one-query
        found.append(author.name if author else "")
    return found


async def names_by_email(db: AsyncSession, emails: list[str]) -> list[str]:
    found = []
    for index, email in enumerate(emails):
        author = (await db.execute(select(Author).where(Author.email == email))).scalar_one_or_none()  # expect: n-plus-one-query
        found.append(f"{index} {author}")
    for email in emails:
        if (await db.execute(select(Author).where(Author.email == email))).scalars().first():  # expect: n-plus-one-query
            found.append(email)
    return found


def names_in_legacy_style(db: Session, books: list[Book]) -> list[str]:
    found = []
    if books:
        for book in books:
            author = db.query(Author).filter(Author.id == book.author_id).first()  # expect: n-plus-one-query
            found.append(author.name)
    return found


def names_that_are_not_unique(db: Session, names: list[str]) -> list[Author]:
    found = []
    for name in names:
        found.append(db.scalar(select(Author).where(Author.name == name)))  # expect: n-plus-one-query
    return found


def names_of_what_is_made(db: Session, emails: list[str]) -> None:
    for email in emails:
        if db.scalar(select(Author).where(Author.email == email)) is None:  # expect: n-plus-one-query
            db.add(Author(email=email))

# file: app/main.py
from fastapi import FastAPI
from app.routers.books import router

app = FastAPI()
app.include_router(router)
# file: app/models/book.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Book(Base):
    __tablename__ = "books"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/repositories/books.py
from app.models.book import Book
from sqlalchemy.orm import Session


class BookRepository:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, key: int) -> Book | None:
        return self.session.get(Book, key)
# file: app/services/books.py
from app.models.book import Book
from app.repositories.books import BookRepository
from sqlalchemy.orm import Session


class BookService:
    def __init__(self, session: Session) -> None:
        self.session = session

    def read(self, key: int) -> Book | None:
        return BookRepository(self.session).get(key)

    def delete(self, key: int) -> None:
        self.session.delete(self.read(key))  # expect: query-outside-repository
# file: app/services/users.py
from sqlalchemy import text
from sqlalchemy.orm import Session


class UserService:
    def read(self, session: Session) -> int:
        return session.scalar(text("select count(*) from users"))
# file: app/routers/books.py
from app.services.books import BookService
from fastapi import APIRouter
from sqlalchemy.orm import Session

router = APIRouter()


def get_db() -> Session: ...


@router.get("/books/{key}")
def read(key: int):
    return BookService(get_db()).read(key)

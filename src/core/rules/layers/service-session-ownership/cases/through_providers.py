# file: app/db.py
from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker as factory

engine = create_engine("postgresql://db/shop")
SessionLocal = factory(engine)


def get_db():
    with SessionLocal() as session:
        yield session


@contextmanager
def session_scope():
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()
# file: app/services/books.py
from app.db import Session, engine, get_db, session_scope as scope
from app.repositories.books import BookRepository
from sqlalchemy import text


class BookService:
    def __init__(self, session: Session) -> None:
        self.books = BookRepository(session)

    def count(self) -> int:
        with scope() as session:  # expect: service-session-ownership
            return session.scalar(text("select 1"))

    def read(self) -> int:
        session = next(get_db())  # expect: service-session-ownership
        return self.books.get() + session.scalar(text("select 2"))
# file: app/repositories/books.py
from app.db import Session, engine
from sqlalchemy import text


class BookRepository:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self) -> int:
        self.session.scalar(text("select id from books"))
        with Session(engine) as session:  # expect: service-session-ownership
            return session.scalar(text("select id from books"))
# file: app/routers/books.py
from app.db import get_db
from app.services.books import BookService
from fastapi import APIRouter, Depends, FastAPI
from sqlalchemy.orm import Session

router = APIRouter()


def get_service(session: Session = Depends(get_db)) -> BookService:
    return BookService(session)


@router.get("/books")
def read(service: BookService = Depends(get_service)) -> int:
    return service.read() + service.count()


app = FastAPI()
app.include_router(router)

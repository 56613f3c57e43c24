# file: app/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

SessionLocal = sessionmaker(create_engine("postgresql://db/shop"))


def get_db():
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()
# file: app/services/books.py
from app import db
from sqlalchemy import text
from sqlalchemy.orm import Session


def helper() -> int:
    with db.SessionLocal() as session:  # expect: service-session-ownership
        return session.scalar(text("select 1"))


def count_books(session: Session) -> int:
    return helper() + session.scalar(text("select count(*) from books"))
# file: app/api/books.py
from app.db import get_db
from app.services.books import count_books
from fastapi import APIRouter, Depends, FastAPI
from sqlalchemy.orm import Session

router = APIRouter()


@router.get("/books/count")
def count(session: Session = Depends(get_db)) -> int:
    return count_books(session)


app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: layered

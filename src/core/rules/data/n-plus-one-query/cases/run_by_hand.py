# file: app/commands/tidy.py
from sqlalchemy import select
from sqlalchemy.orm import Session
from app.models import Author, Book


def tidy(db: Session):
    for book in db.scalars(select(Book)):
        db.get(Author, book.author_id)
# file: app/models.py
class Book: ...


class Author: ...

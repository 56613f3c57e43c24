from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session
from app.models import Book, Tag


def tag(db: Session, book_id: int, tags: list[int]):
    for tag_id in tags:
        db.execute(insert(Tag).values(book_id=book_id, tag_id=tag_id))  # expect: n-plus-one-query


def close(db: Session, book: Book):
    db.execute(update(Book).where(Book.id == book.id).values(closed=True))


def close_all(db: Session):
    for book in db.scalars(select(Book)):
        close(db, book)  # expect: n-plus-one-query


def publish(db: Session, book: Book):
    db.execute(update(Book).where(Book.id == book.id).values(published=True))
    notify(book)
    record(db, book)


def notify(book: Book): ...


def record(db: Session, book: Book):
    db.add(book)


def publish_all(db: Session):
    for book in db.scalars(select(Book)):
        publish(db, book)

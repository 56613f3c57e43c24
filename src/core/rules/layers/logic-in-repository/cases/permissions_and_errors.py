# file: app/errors.py
from starlette.exceptions import HTTPException as Answer


class BookNotFound(Exception): ...


class BookForbidden(Exception): ...


class Conflict(Answer): ...
# file: app/security.py
def check_book_access(user: object) -> None: ...
# file: app/crud/books.py
from app.errors import BookForbidden, BookNotFound, Conflict
from app.security import check_book_access
from sqlalchemy import text
from sqlalchemy.orm import Session


def get_book(db: Session, user, key: int) -> int:
    check_book_access(user)  # expect: logic-in-repository
    if not user.is_admin:
        raise BookForbidden(key)  # expect: logic-in-repository
    found = db.scalar(text("select id from books"))
    if found is None:
        raise BookNotFound(key)
    if found > 1:
        raise Conflict(409)  # expect: logic-in-repository
    if found < 0:
        raise PermissionError(key)  # expect: logic-in-repository
    return found

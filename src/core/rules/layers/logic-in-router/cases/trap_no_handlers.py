# file: shop/modules/books/router.py
from sqlalchemy.orm import Session


def helper(session: Session, books: list) -> None:
    for book in books:
        session.delete(book)
# file: .backend-spec.yaml
profile: modular

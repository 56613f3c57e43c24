# file: shop/modules/books/repository.py
class BookRepository: ...
# file: shop/modules/books/service.py
class Session:
    def add(self, item) -> None: ...


def save(session, other: Session) -> None:
    session.add(1)
    other.add(2)
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }

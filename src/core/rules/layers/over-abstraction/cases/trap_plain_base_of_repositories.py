# file: shop/repositories.py
class BaseRepository:
    """Only keeps the connection."""

    def __init__(self, connection) -> None:
        self.connection = connection


class BookRepository(BaseRepository): ...


class UserRepository(BaseRepository): ...

# file: shop/ports.py
import abc as a
from abc import ABC as Interface, abstractmethod as left_open


class BookStore(Interface):  # expect: over-abstraction
    @left_open
    def get(self, book_id: int) -> dict: ...


class Mailer(metaclass=a.ABCMeta):  # expect: over-abstraction
    @a.abstractmethod
    def send(self, text: str) -> None: ...
# file: shop/adapters.py
from shop.ports import BookStore, Mailer as Sender


class SqlBookStore(BookStore):
    def get(self, book_id: int) -> dict:
        return {}


class SmtpMailer(Sender):
    def send(self, text: str) -> None: ...


class HalfMailer(Sender):
    """Not an implementation: its method is still open."""

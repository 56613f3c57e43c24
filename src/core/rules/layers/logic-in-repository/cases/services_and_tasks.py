# file: shop/worker.py
import dramatiq


@dramatiq.actor(max_retries=3, time_limit=1000)
def index_book(book_id: int) -> None: ...


def enqueue_mail(text: str) -> None: ...
# file: shop/modules/users/service.py
class UserService:
    def current(self) -> int: ...


def count_users() -> int: ...
# file: shop/modules/books/repository.py
from shop.modules.users import service as users
from shop.modules.users.service import UserService as People
from shop.worker import enqueue_mail, index_book


class BookRepository:
    def __init__(self, people: People) -> None:
        self.people = people

    def create(self) -> int:
        index_book.send(1)  # expect: logic-in-repository
        enqueue_mail("a book")  # expect: logic-in-repository
        users.count_users()  # expect: logic-in-repository
        return self.people.current()  # expect: logic-in-repository
# file: .backend-spec.yaml
profile: modular

# file: shop/modules/books/service.py
class BookService:
    def get(self, key: int) -> dict: ...


def price_of(book: dict) -> int: ...
# file: shop/modules/mail/service.py
class MailService:
    def send(self, text: str) -> None: ...
# file: shop/modules/books/router.py
from fastapi import APIRouter as Routes, Depends
from shop.modules.books import service as books
from shop.modules.books.service import BookService as Service
from shop.modules.mail.service import MailService

router = Routes()


@router.get("/books/{key}")
def read(key: int, service: Service = Depends()) -> int:  # expect: logic-in-router
    book = service.get(key)
    price = books.price_of(book)
    MailService().send(f"{price}")
    return price


@router.get("/books/{key}/price")
def price(key: int, service: Service = Depends()) -> int:
    return books.price_of(service.get(key))
# file: shop/main.py
from fastapi import FastAPI
from shop.modules.books.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular

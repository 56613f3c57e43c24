# In `layered`, the exception's class is the place of its message; raising sites are a hint.
# file: .backend-spec.yaml
profile: layered
# file: app/shared/exceptions.py
class AppError(Exception):
    pass


class OrderNotFound(AppError):
    def __init__(self, order_id: int) -> None:
        super().__init__(f"Order {order_id} was not found")
# file: app/main.py
from fastapi import FastAPI
from app.shared.exceptions import AppError


async def handle(request, error): ...


app = FastAPI(exception_handlers={AppError: handle})

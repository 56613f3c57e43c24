# file: shop/modules/orders/service.py
class OrderService:
    def __init__(self, session) -> None: ...

    async def pay(self, order_id: int) -> None: ...
# file: shop/modules/orders/router.py
from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_db
from shop.modules.orders.service import OrderService

router = APIRouter()


@router.post("/orders/{order_id}/pay")
async def pay(order_id: int, session: AsyncSession = Depends(get_db)) -> None:
    await OrderService(session).pay(order_id)
# file: shop/db.py
from sqlalchemy.ext.asyncio import AsyncSession


async def get_db() -> AsyncSession: ...
# file: shop/main.py
from fastapi import FastAPI

from shop.modules.orders.router import router

app = FastAPI()
app.include_router(router)
# file: .backend-spec.yaml
profile: modular

# file: shop/modules/orders/router.py
from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession

from shop.db import get_db
from shop.modules.orders.models import Order

router = APIRouter()


@router.post("/orders/{order_id}/pay")
async def pay(order_id: int, session: AsyncSession = Depends(get_db)) -> None:  # expect: logic-in-router
    order = await session.get(Order, order_id)
    for line in order.lines:
        line.stock -= 1
    order.status = "paid"
    await session.commit()
# file: shop/modules/orders/models.py
class Order: ...
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

/** A small backend for tests. */
export const shop: Readonly<Record<string, string>> = {
  "app/__init__.py": "",
  "app/empty.py": "x = 1\n",
  "app/settings.py": `
    from pydantic_settings import BaseSettings
    class Settings(BaseSettings):
        limit: int = 5
        other: str = "x"
    settings = Settings()
  `,
  "app/main.py": `
    from fastapi import FastAPI, Request
    from fastapi.responses import JSONResponse
    from app.errors import DomainError
    from app.orders.router import router
    app = FastAPI()
    app.include_router(router)
    @app.exception_handler(DomainError)
    async def domain_error(request: Request, error: DomainError) -> JSONResponse:
        return JSONResponse({"message": str(error)}, status_code=error.status_code)
  `,
  "app/errors.py": `
    class DomainError(Exception):
        status_code = 400
    class NotOpenError(DomainError):
        status_code = 409
  `,
  "app/stock.py": `
    from sqlalchemy.ext.asyncio import AsyncSession
    class StockService:
        """Knows what is there."""
        def __init__(self, session: AsyncSession) -> None:
            self.session = session
        async def take(self, count: int) -> None:
            """Take some."""
            await self.session.execute("x")
    class OtherService:
        def __init__(self, session: AsyncSession) -> None:
            self.session = session
        async def look(self) -> None:
            await self.session.execute("x")
  `,
  "app/tasks.py": `
    from celery import Celery
    celery = Celery("app")
    @celery.task(name="orders.send", max_retries=3, time_limit=60)
    def send_order(order_id: int) -> None:
        """Send an order."""
        if order_id < 0:
            raise ValueError("No such order")
  `,
  "app/orders/__init__.py": "",
  "app/orders/models.py": `
    from enum import StrEnum
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    class Base(DeclarativeBase):
        pass
    class Status(StrEnum):
        OPEN = "open"
        PAID = "paid"
        SENT = "sent"
    class Order(Base):
        """One order."""
        __tablename__ = "orders"
        id: Mapped[int] = mapped_column(primary_key=True)
        status: Mapped[Status] = mapped_column(default=Status.OPEN)
  `,
  "app/orders/schemas.py": `
    from pydantic import BaseModel, Field
    class OrderRead(BaseModel):
        id: int
        note: str | None = Field(default=None, max_length=20)
  `,
  "app/orders/repository.py": `
    from sqlalchemy.ext.asyncio import AsyncSession
    from app.orders.models import Order
    class OrderRepository:
        def __init__(self, session: AsyncSession) -> None:
            self.session = session
        async def get(self, order_id: int) -> Order | None:
            return await self.session.get(Order, order_id)
  `,
  "app/orders/service.py": `
    import logging
    from fastapi import HTTPException
    from sqlalchemy.ext.asyncio import AsyncSession
    from app.errors import NotOpenError
    from app.orders.models import Order, Status
    from app.orders.repository import OrderRepository
    from app.settings import settings
    from app.stock import StockService

    logger = logging.getLogger(__name__)

    class OrderService:
        """Leads orders."""

        def __init__(self, session: AsyncSession) -> None:
            self.session = session
            self.repository = OrderRepository(session)
            self.stock = StockService(session)

        async def pay(self, order_id: int, *, force: bool = False) -> Order:
            """Take the money."""
            order = await self._get(order_id)
            if order.status != Status.OPEN:
                raise NotOpenError("Only an open order is paid")
            order.status = Status.PAID
            await self.session.commit()
            logger.info("order paid", extra={"order_id": order_id})
            return order

        async def send(self, order_id: int) -> Order:
            order = await self._get(order_id)
            if order.status in (Status.PAID,) and order_id < settings.limit:
                order.status = Status.SENT
            await self.stock.take(1)
            return order

        async def reset(self, order: Order):
            order.status = Status.OPEN
            try:
                await self._get(order.id)
            except HTTPException:
                pass

        async def _get(self, order_id: int) -> Order:
            order = await self.repository.get(order_id)
            if order is None:
                raise HTTPException(404, detail="No such order")
            return order
  `,
  "app/orders/router.py": `
    from fastapi import APIRouter, Depends
    from sqlalchemy.ext.asyncio import AsyncSession
    from app.orders.schemas import OrderRead
    from app.orders.service import OrderService
    router = APIRouter(prefix="/orders")
    async def get_session() -> AsyncSession:
        ...
    @router.post("/{order_id}/pay", response_model=OrderRead, status_code=202)
    async def pay(order_id: int, session: AsyncSession = Depends(get_session)):
        """Pay an order."""
        return await OrderService(session).pay(order_id)
  `,
  "tests/test_orders.py": "def test_pay(): ...\n",
};

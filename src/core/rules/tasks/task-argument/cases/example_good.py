# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str]
# file: app/routes.py
from fastapi import APIRouter, BackgroundTasks
from sqlalchemy.orm import Session

from app.mails import send_receipt
from app.models import Order

router = APIRouter()


@router.post("/orders/{order_id}/paid")
def pay(order_id: int, tasks: BackgroundTasks, session: Session) -> None:
    order = session.get(Order, order_id)
    tasks.add_task(send_receipt, order.id, number=order.number)
# file: app/mails.py
def send_receipt(order_id: int, number: str) -> None: ...

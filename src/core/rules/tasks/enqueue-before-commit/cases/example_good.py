# file: app/models.py
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, sessionmaker

sessions = sessionmaker(create_engine("sqlite:///shop.db"))


class Base(DeclarativeBase): ...


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]


# file: app/tasks.py
from celery import Celery

from app.models import Order, sessions

celery = Celery("shop", broker="memory://")


@celery.task(time_limit=30)
def send_receipt(order_id: int) -> None:
    with sessions() as session:
        order = session.get_one(Order, order_id)
        print(f"receipt for order {order.id}")


# file: app/orders.py
from sqlalchemy.orm import Session

from app.models import Order
from app.tasks import send_receipt


def place_order(session: Session) -> Order:
    order = Order(status="placed")
    session.add(order)
    session.commit()
    send_receipt.delay(order.id)
    return order

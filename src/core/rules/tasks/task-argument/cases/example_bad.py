# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/routes.py
from fastapi import APIRouter, BackgroundTasks, Depends
from sqlalchemy.orm import Session

from app.database import get_session
from app.mails import send_receipt
from app.models import Order

router = APIRouter()


@router.post("/orders/{order_id}/paid")
def pay(order_id: int, tasks: BackgroundTasks, session: Session = Depends(get_session)) -> None:
    order = session.get(Order, order_id)
    tasks.add_task(
        send_receipt,
        session,  # expect: task-argument
        order=order,  # expect: task-argument
    )
# file: app/database.py
from collections.abc import Iterator

from sqlalchemy.orm import Session


def get_session() -> Iterator[Session]:
    with Session() as session:
        yield session
# file: app/mails.py
from app.models import Order


def send_receipt(session, order: Order) -> None: ...

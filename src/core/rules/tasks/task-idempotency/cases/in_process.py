# file: app/tasks.py
from fastapi import BackgroundTasks
from sqlalchemy.orm import Session

from app.database import factory
from app.models import Invoice


def invoice(order_id: int) -> None:
    with factory() as session:
        session.add(Invoice(order_id=order_id))
        session.commit()


def pay(order_id: int, tasks: BackgroundTasks) -> None:
    tasks.add_task(invoice, order_id)
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Invoice(Base):
    __tablename__ = "invoices"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int]
# file: app/database.py
from sqlalchemy.orm import Session, sessionmaker

factory = sessionmaker()

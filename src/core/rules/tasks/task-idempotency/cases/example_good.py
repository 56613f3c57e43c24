# file: app/tasks.py
from celery import shared_task
from sqlalchemy import select

from app.database import factory
from app.models import Invoice


@shared_task
def invoice(order_id: int) -> None:
    with factory() as session:
        if session.scalar(select(Invoice).where(Invoice.order_id == order_id)) is None:
            session.add(Invoice(order_id=order_id))
            session.commit()
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

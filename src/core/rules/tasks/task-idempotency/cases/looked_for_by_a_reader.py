# file: app/tasks.py
from celery import shared_task
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.database import factory
from app.models import EventModel, Invoice


class Reader:
    def __init__(self, model: type) -> None:
        self.model = model

    def get_by(self, session: Session, order_id: int) -> object | None:
        return session.scalar(select(self.model).where(self.model.order_id == order_id))


@shared_task
def invoice(order_id: int) -> None:
    with factory() as session:
        if Reader(Invoice).get_by(session, order_id) is None:
            session.add(Invoice(order_id=order_id))
            session.commit()


@shared_task
def record(order_id: int) -> None:
    with factory() as session:
        session.add(EventModel(order_id=order_id))
        session.commit()
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Invoice(Base):
    __tablename__ = "invoices"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int]


class EventModel(Base):
    __tablename__ = "events"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int]
# file: app/database.py
from sqlalchemy.orm import Session, sessionmaker

factory = sessionmaker()

# file: app/tasks.py
from celery import shared_task
from sqlalchemy import delete, update
from sqlalchemy.dialects.postgresql import insert

from app.database import factory
from app.models import Invoice


@shared_task
def touch(order_id: int) -> None:
    with factory() as session:
        row = session.get(Invoice, order_id)
        session.add(row)
        session.execute(update(Invoice).values(order_id=1))
        session.execute(delete(Invoice))
        session.execute(insert(Invoice).values(order_id=1).on_conflict_do_nothing())
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

# file: app/repository.py
from sqlalchemy.orm import Session

from app.models import Invoice as Row


class Invoices:
    def __init__(self, session: Session) -> None:
        self.session = session

    def create(self, order_id: int) -> None:
        row = Row(order_id=order_id)
        self.session.add(row)
# file: app/tasks.py
from dramatiq import actor as work

from app.database import factory
from app.repository import Invoices


@work
def invoice(order_id: int) -> None:  # expect: task-idempotency
    with factory() as session:
        Invoices(session).create(order_id)
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

# file: app/orders/models.py
from datetime import datetime

from sqlalchemy import Boolean, Index, String, func
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Order(Base):
    __tablename__ = "orders"
    __table_args__ = (Index("ix_orders_number", "number", "state"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(20))
    email: Mapped[str] = mapped_column(String(320), unique=True)
    customer_id: Mapped[int] = mapped_column(index=True)
    is_open: Mapped[bool] = mapped_column(Boolean)
    note: Mapped[str] = mapped_column(String(80))
    deleted_at: Mapped[datetime | None] = mapped_column()
# file: app/orders/repository.py
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.orders.models import Order


class OrderRepository:
    def __init__(self, session: Session):
        self.session = session

    def one(self, order_id: int):
        return self.session.scalar(select(Order).where(Order.id == order_id, Order.state == "new"))

    def of(self, customer_id: int):
        query = select(Order).where(Order.customer_id == customer_id, Order.state == "new")
        return self.session.scalars(query.order_by(Order.note)).all()

    def by_number(self, number: str):
        return self.session.scalar(select(Order).where(Order.number == number))

    def by_email(self, email: str):
        return self.session.query(Order).filter_by(email=email, state="new").first()

    def open(self):
        return self.session.scalars(select(Order).where(Order.is_open == True)).all()  # noqa: E712

    def alive(self):
        return self.session.scalars(select(Order).where(Order.deleted_at == None)).all()  # noqa: E711

    def all(self):
        return self.session.scalars(select(Order).order_by(Order.note)).all()

    def search(self, words: str):
        return self.session.scalars(select(Order).where(Order.note.ilike(f"%{words}%"))).all()

    def by_lower_note(self, note: str):
        return self.session.scalars(select(Order).where(func.lower(Order.note) == note)).all()

    def chosen(self, *conditions):
        return self.session.scalars(select(Order).where(Order.note == "a", *conditions)).all()

    def either(self, number: str):
        return self.session.scalars(
            select(Order).where((Order.number == number) | (Order.note == number))
        ).all()

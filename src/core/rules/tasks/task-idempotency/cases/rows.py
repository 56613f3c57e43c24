# file: app/worker.py
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Invoice


async def invoices(ctx: dict, order_ids: list[int]) -> None:  # expect: task-idempotency
    async with AsyncSession(ctx["engine"]) as session:
        session.add_all([Invoice(order_id=one) for one in order_ids])
        await session.commit()


class WorkerSettings:
    functions = [invoices]
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

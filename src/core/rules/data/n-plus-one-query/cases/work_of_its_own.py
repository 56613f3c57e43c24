# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Seat(Base):
    __tablename__ = "seats"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]
    is_revoked: Mapped[bool]
# file: app/seats.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.mail import Mailer
from app.models import Seat


async def revoke(session: AsyncSession, seat_id: int, mailer: Mailer) -> Seat:
    seat = (await session.execute(select(Seat).where(Seat.id == seat_id))).scalar_one()
    seat.is_revoked = True
    await session.flush()
    return seat


async def remind(session: AsyncSession, seat_id: int, mailer: Mailer) -> None:
    seat = (await session.execute(select(Seat).where(Seat.id == seat_id))).scalar_one()
    await mailer.send(seat.owner)


async def revoke_all(session: AsyncSession, seat_ids: list[int], mailer: Mailer) -> int:
    revoked = []
    for seat_id in seat_ids:
        revoked.append(await revoke(session, seat_id, mailer))
    return len(revoked)


async def remind_all(session: AsyncSession, seat_ids: list[int], mailer: Mailer) -> None:
    for seat_id in seat_ids:
        await remind(session, seat_id, mailer)


async def remind_in_parts(session: AsyncSession, seat_ids: list[int]) -> list[str]:
    owners = []
    for start in range(0, len(seat_ids), 100):
        part = seat_ids[start : start + 100]
        rows = await session.execute(select(Seat.owner).where(Seat.id == part[0]))
        owners.extend(rows.scalars())
    return owners

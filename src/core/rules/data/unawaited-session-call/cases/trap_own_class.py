# file: app/db.py
from sqlalchemy.ext.asyncio import AsyncSession


class Session(AsyncSession):
    def commit(self):
        self.marked = True

    async def add(self, row):
        super().add(row)


# file: app/service.py
from app.db import Session


async def save(session: Session, other, row):
    await session.add(row)
    session.commit()
    other.execute("select 1").first()
    other.commit()

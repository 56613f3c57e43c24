from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def clear(db: AsyncSession):
    for table in ("a", "b"):
        await db.execute(text(f"delete from {table}"))
    for attempt in range(3):
        await db.execute(text("select 1"))

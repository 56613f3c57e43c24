import asyncio
import json

from app.models import Base
from app.shop import overview
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite:///shop.db")
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    # As in a process that has just started, no connection is open yet.
    await engine.dispose()
    is_bug = False
    async with AsyncSession(engine) as session:
        try:
            seen = f"overview() gave {await overview(session)}"
        except SQLAlchemyError as error:
            is_bug = True
            seen = f"overview() raised {type(error).__name__}: {error}"
        await asyncio.sleep(0.1)
    await engine.dispose()
    print(json.dumps({"bug": is_bug, "seen": seen}))


asyncio.run(main())

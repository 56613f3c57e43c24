import asyncio
import json
import warnings

from app.users.models import Base, User
from app.users.repository import UserRepository
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import StaticPool


async def main() -> None:
    engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    factory = async_sessionmaker(engine)
    async with factory() as session:
        session.add(User(id=1, name="old"))
        await session.commit()
    async with factory() as session:
        await UserRepository(session).rename(await session.get_one(User, 1), "new")
    async with factory() as session:
        name = (await session.get_one(User, 1)).name
        try:
            await UserRepository(session).first()
            raised = "nothing"
        except AttributeError as error:
            raised = str(error)
    await engine.dispose()
    seen = f"the name is {name!r} after rename(), first() raised {raised}"
    print(json.dumps({"bug": name == "old" and raised != "nothing", "seen": seen}))


warnings.simplefilter("ignore")
asyncio.run(main())

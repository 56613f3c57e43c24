# file: shop/modules/books/repository.py
class BookRepository: ...
# file: shop/modules/books/service.py
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession


async def save(session: AsyncSession, book, registry: dict) -> None:
    async with session.begin():
        await session.execute(text("SET LOCAL statement_timeout = '5s'"))
        await session.flush()
    await session.commit()
    await session.refresh(book)
    registry.get("books")
# file: .backend-spec.yaml
profile: modular
modules: { root: shop/modules }

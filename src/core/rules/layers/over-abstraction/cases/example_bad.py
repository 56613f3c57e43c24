# file: shop/repositories/base.py
from typing import Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

Model = TypeVar("Model")


class BaseRepository(Generic[Model]):  # expect: over-abstraction
    def __init__(self, session: AsyncSession, model: type[Model]) -> None:
        self.session = session
        self.model = model

    async def get(self, key: int) -> Model | None:
        return await self.session.scalar(select(self.model).where(self.model.id == key))
# file: shop/services/base.py
class BaseService:  # expect: over-abstraction
    def log(self, text: str) -> None:
        print(text)

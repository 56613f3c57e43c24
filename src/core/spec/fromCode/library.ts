/** A small backend for tests of what a document says of it; each `hush…` is a secret. */
export const library: Readonly<Record<string, string>> = {
  "app/__init__.py": "",
  "app/settings.py": `
    from functools import lru_cache
    from pydantic import BaseModel, SecretStr
    from pydantic_settings import BaseSettings, SettingsConfigDict
    class Cache(BaseModel):
        size: int = 3
        age: int = 4
    class Settings(BaseSettings):
        model_config = SettingsConfigDict(env_nested_delimiter="__")
        api_token: str = "hush-token"
        database_url: str = "postgresql://me:hush@db/x"
        other: SecretStr = SecretStr("hush-other")
        shelves: int = 5
        slow_seconds: float = 7.5
        host: str = "h"
        port: int = 1
        cache: Cache = Cache()
        @property
        def address(self) -> str:
            return f"http://{self.host}"
    settings = Settings()
  `,
  "app/main.py": `
    from fastapi import FastAPI
    from app.books.router import router
    app = FastAPI()
    app.include_router(router)
  `,
  "app/broken_service.py": `
    class BrokenService:
        def one(self, key: int) -> int:
            """One."""
            return (key,
        def two(self, key: int -> int:
            return key
        def three(self, key: str) -> str:
            """Three."""
            return key
  `,
  "app/books/__init__.py": "",
  "app/books/models.py": `
    from datetime import UTC, datetime
    from enum import StrEnum
    from sqlalchemy import String, func
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    class Base(DeclarativeBase): ...
    class State(StrEnum):
        IN = "in"
        OUT = "out"
    class Book(Base):
        __tablename__ = "books"
        id: Mapped[int] = mapped_column(primary_key=True)
        state: Mapped[State] = mapped_column(default=State.IN)
        count: Mapped[int] = mapped_column(default=0)
        title: Mapped[str] = mapped_column(String(20), server_default="x")
        made: Mapped[datetime] = mapped_column(server_default=func.now())
        seen: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
        rank: Mapped[int] = mapped_column(default=State.IN.value)
        other: Mapped[int] = mapped_column(default=[n for n in range(3)][0])
        password: Mapped[str] = mapped_column(default="hush-column")
  `,
  "app/books/schemas.py": `
    from pydantic import BaseModel
    class Login(BaseModel):
        password: str = "hush-field"
  `,
  "app/books/service.py": `
    import os
    import httpx
    from app.settings import settings
    URL = os.environ.get("BOOKS_URL", "https://catalogue.example")
    SHELVES = settings.shelves
    class GoneError(Exception): ...
    class BookService:
        """Lends books."""
        def __init__(self) -> None:
            self.client = httpx.AsyncClient(base_url="https://catalogue.example", timeout=5.0)
        async def lend(self, key: int, days, *args, notify=True, **options) -> int:
            """Lend a book.

            Args:
                key: the number of the book
                days: for how long
                notify (bool): whether to tell

            Returns:
                the number of the loan

            Raises:
                GoneError: if nobody finds it
            """
            await self.client.get(settings.address, timeout=3)
            if settings.cache.size:
                raise GoneError
            return 1
        async def enter(self, password: str = "hush-default") -> None:
            """Enter."""
            await self.client.post("/enter", timeout=settings.slow_seconds)
            await self.client.put("/enter", timeout=httpx.Timeout(9, connect=1))
  `,
  "app/books/tasks.py": `
    from celery import Celery
    celery = Celery("books")
    @celery.task(name="books.remind", max_retries=3, time_limit=60, queue="mail")
    def remind(key: int) -> None:
        """Remind.

        :param key: which
        """
  `,
  "app/books/router.py": `
    from fastapi import APIRouter, Depends
    from app.books.service import BookService
    from app.books.tasks import remind
    router = APIRouter(prefix="/books")
    @router.post("/{key}/lend")
    async def lend(key: int, service: BookService = Depends()) -> int:
        """Lend a book."""
        remind.delay(key)
        return await service.lend(key, 3)
  `,
};

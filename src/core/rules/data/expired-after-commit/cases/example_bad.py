# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Note(Base):
    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]


# file: app/main.py
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.pool import StaticPool

from app.models import Note

engine = create_async_engine("sqlite+aiosqlite://", poolclass=StaticPool)
sessions = async_sessionmaker(engine)
app = FastAPI()


async def get_session():
    async with sessions() as session:
        yield session


@app.post("/notes")
async def create_note(text: str, session: Annotated[AsyncSession, Depends(get_session)]) -> dict[str, int]:
    note = Note(text=text)
    session.add(note)
    await session.commit()
    return {"id": note.id}  # expect: expired-after-commit

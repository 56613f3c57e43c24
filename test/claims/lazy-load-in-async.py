import json

from app.main import app, engine, sessions
from app.models import Author, Base, Book
from fastapi.testclient import TestClient


async def fill() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    async with sessions() as session:
        session.add(Author(name="Le Guin", books=[Book(title="The Dispossessed")]))
        await session.commit()


with TestClient(app) as client:
    client.portal.call(fill)
    try:
        answer = client.get("/authors/Le Guin/books")
        is_bug, seen = False, f"GET answered {answer.status_code}: {answer.text}"
    except Exception as error:
        is_bug = "greenlet_spawn has not been called" in str(error)
        seen = f"GET raised {error!r}"
    client.portal.call(engine.dispose)
print(json.dumps({"bug": is_bug, "seen": seen}))

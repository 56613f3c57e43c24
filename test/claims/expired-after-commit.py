import json

from app.main import app, engine
from app.models import Base
from fastapi.testclient import TestClient


async def create_tables() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)


with TestClient(app) as client:
    client.portal.call(create_tables)
    try:
        answer = client.post("/notes", params={"text": "milk"})
        is_bug, seen = False, f"POST /notes answered {answer.status_code}"
    except Exception as error:
        is_bug = "greenlet_spawn has not been called" in str(error)
        seen = f"POST /notes raised {error!r}"
    client.portal.call(engine.dispose)
print(json.dumps({"bug": is_bug, "seen": seen}))

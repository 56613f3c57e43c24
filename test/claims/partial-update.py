import json

from app.main import Base, Book, app, engine
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Book(id=1, title="Emma", notes="first edition"))
    session.commit()
answer = TestClient(app).patch("/books/1", json={"title": "Persuasion"}).json()
print(json.dumps({"bug": answer["notes"] is None, "seen": f"a PATCH of the title left {answer}"}))

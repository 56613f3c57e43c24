import json

from app.main import Base, Member, app, engine
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

Base.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Member(id=1, name="Jane", hashed_password="$2b$12$abc"))
    session.commit()
client = TestClient(app)
answers = [client.get(path).json() for path in ("/members/1", "/newest")]
leaks = ["hashed_password" in answer for answer in answers]
print(json.dumps({"bug": all(leaks), "seen": f"the client read {answers}"}))

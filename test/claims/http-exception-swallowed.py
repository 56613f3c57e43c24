import json

from app.main import app
from fastapi.testclient import TestClient

answer = TestClient(app).get("/books/978-2")
print(json.dumps({"bug": answer.status_code == 500, "seen": f"a book that is not there answered {answer.status_code}"}))

import json

from app.main import app
from fastapi.testclient import TestClient

answer = TestClient(app).get("/books/978-1")
print(json.dumps({"bug": "no such table" in answer.text, "seen": f"the client read {answer.text}"}))

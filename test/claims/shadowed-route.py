import json

from app.main import app
from fastapi.testclient import TestClient

answer = TestClient(app).get("/books/newest")
print(json.dumps({"bug": answer.status_code == 422, "seen": f"GET /books/newest answered {answer.status_code}"}))

import json

from app.main import app
from fastapi.testclient import TestClient

answer = TestClient(app, raise_server_exceptions=False).get("/books")
print(json.dumps({"bug": answer.status_code == 500, "seen": f"GET /books answered {answer.status_code}"}))

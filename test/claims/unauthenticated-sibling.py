import json

from app.main import app
from fastapi.testclient import TestClient

client = TestClient(app)
asked = client.get("/books").status_code
answer = client.delete("/books/978-1")
bug = asked == 401 and answer.status_code == 200
print(json.dumps({"bug": bug, "seen": f"without a name, listing answered {asked} and deleting {answer.status_code}"}))

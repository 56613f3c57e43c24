import json

from app.main import app
from fastapi.testclient import TestClient

stranger = "https://attacker.example"
headers = {"Origin": stranger, "Cookie": "session=1"}
answer = TestClient(app).get("/account", headers=headers).headers
allowed = answer.get("access-control-allow-origin")
bug = allowed == stranger and answer.get("access-control-allow-credentials") == "true"
print(json.dumps({"bug": bug, "seen": f"a request from {stranger} with a cookie was allowed for {allowed}"}))

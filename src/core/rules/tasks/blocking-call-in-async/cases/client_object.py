import redis
from passlib.context import CryptContext
from pathlib import Path
from fastapi import FastAPI, WebSocket

cache = redis.Redis()
passwords = CryptContext(schemes=["bcrypt"])
ROOT = Path("data")
app = FastAPI()


@app.websocket("/ws")
async def listen(socket: WebSocket):
    cache.set("a", "b")  # expect: blocking-call-in-async
    passwords.hash("x")  # expect: blocking-call-in-async
    (ROOT / "a").write_text("b")  # expect: blocking-call-in-async
    (ROOT / "a").exists()  # expect: blocking-call-in-async

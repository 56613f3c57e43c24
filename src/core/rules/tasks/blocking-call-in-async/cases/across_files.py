# file: app/main.py
from fastapi import Depends, FastAPI
from app.service import Store

app = FastAPI()


@app.post("/files")
async def upload(store: Store = Depends()) -> None:
    await store.put(b"")
# file: app/service.py
from app import disk


class Store:
    async def put(self, content: bytes) -> None:
        self._write(content)  # expect: blocking-call-in-async

    def _write(self, content: bytes) -> None:
        disk.save("name", content)
# file: app/disk.py
def save(name: str, content: bytes) -> None:
    with open(name, "wb") as file:
        file.write(content)

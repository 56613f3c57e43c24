# file: app/chat/router.py
from fastapi import APIRouter, FastAPI, WebSocket

from app.chat.service import find_room, make_room, room_to_schema

router = APIRouter()


@router.websocket("/chat")
async def chat(websocket: WebSocket) -> None:
    await websocket.accept()
    async for text in websocket.iter_text():
        await websocket.send_text(text)


@router.post("/rooms")
async def create_room(name: str) -> dict[str, str]:
    found = await find_room(name)
    room = found or await make_room(name)
    return room_to_schema(room)


app = FastAPI()
app.include_router(router)
# file: app/chat/service.py
async def find_room(name: str) -> str | None: ...


async def make_room(name: str) -> str: ...


def room_to_schema(room: str) -> dict[str, str]: ...

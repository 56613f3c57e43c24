from typing import Any, Protocol

import dramatiq
from starlette.responses import JSONResponse


class Middleware(dramatiq.Middleware):
    def after_process_message(self, broker: Any, message: Any, *, exception: Any = None) -> None:
        pass


class Response(JSONResponse):
    def render(self, content: Any) -> bytes:
        return b""


class Sender(Protocol):
    def send_to(self, address: str) -> None: ...

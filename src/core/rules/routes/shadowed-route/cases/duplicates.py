# file: app/main.py
from fastapi import FastAPI
from starlette.responses import PlainTextResponse, Response

app = FastAPI()


@app.get("/health")
def health() -> str:
    return "ok"


@app.get("/health")  # expect: shadowed-route
def healthz() -> str:
    return "fine"


@app.get("/books/{isbn}")
def read_book(isbn: str) -> str:
    return isbn


@app.api_route("/books/{name}", methods=["GET", "PUT"])  # expect: shadowed-route
def replace_book(name: str) -> str:
    return name


def ping(request) -> Response:  # expect: shadowed-route
    return PlainTextResponse("pong")


def pong(request) -> Response:
    return PlainTextResponse("ping")


app.add_route("/ping", pong)
app.add_route("/ping", ping)


@app.websocket("/health")
async def health_socket(websocket) -> None: ...

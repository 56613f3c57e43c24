# file: app/main.py
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse

from app.oauth import session as oauth
from app.pages import tag, text

app = FastAPI()


@app.get("/login")
def login(request: Request, response: Response) -> list[str]:
    oauth.state = "begun"
    request.state = "known"
    return [name.title() for name in ("a", "b")]


@app.get("/stream")
def stream() -> StreamingResponse:
    def lines():
        for number in range(3):
            yield str(number)

    return StreamingResponse(lines())


@app.get("/page")
def page() -> str:
    with tag.table() as table:
        for number in range(3):
            with tag.tr():
                text(str(number))
    return str(table)
# file: app/oauth.py
session = object()

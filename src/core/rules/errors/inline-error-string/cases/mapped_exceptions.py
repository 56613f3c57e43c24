# file: app/errors.py
class DomainError(Exception):
    def __init__(self, message: str) -> None:
        self.message = message


class NotFound(DomainError):
    pass


class Unmapped(Exception):
    pass
# file: app/main.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from app.errors import DomainError

app = FastAPI()


@app.exception_handler(DomainError)
async def answer(request, error):
    return JSONResponse(status_code=400, content={"detail": error.message})
# file: app/service.py
from app.errors import NotFound, Unmapped


def find(name):
    if not name:
        raise NotFound("The name is missing")  # expect: inline-error-string
    if name == "a":
        raise NotFound("User")
    if name == "b":
        raise NotFound(f"No user is called {name}")  # expect: inline-error-string
    raise Unmapped("Something is broken inside")
# file: app/__init__.py

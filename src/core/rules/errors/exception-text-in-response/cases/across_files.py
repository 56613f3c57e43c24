# file: app/errors.py
from fastapi import HTTPException


class ServerError(HTTPException):
    def __init__(self, message: str) -> None:
        super().__init__(status_code=503, detail={"message": message})


def refuse(message: str) -> None:
    raise HTTPException(status_code=400, detail=message)
# file: app/services.py
from app.errors import ServerError, refuse


class Service:
    def find(self, store):
        try:
            return store.find()
        except OSError as e:
            raise ServerError("Store: {}".format(e))  # expect: exception-text-in-response
        except Exception as e:
            refuse(message=f"{e!r}")  # expect: exception-text-in-response
# file: app/main.py
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.services import Service

app = FastAPI()


@app.get("/")
def read():
    return Service().find(None)


@app.exception_handler(Exception)
async def on_any(request: Request, exc: Exception) -> JSONResponse:
    return JSONResponse(status_code=500, content={"detail": str(exc)})  # expect: exception-text-in-response

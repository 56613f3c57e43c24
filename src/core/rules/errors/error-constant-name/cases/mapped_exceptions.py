# file: .backend-spec.yaml
profile: modular
names: { error-constant: "MSG_" }
# file: app/main.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse

ERROR_CLOSED = "Closed"  # expect: error-constant-name
MSG_GONE = "Gone"


class DomainError(Exception):
    def __init__(self, message: str) -> None:
        self.message = message


app = FastAPI()


@app.exception_handler(DomainError)
async def handle(request, error):
    return JSONResponse({"detail": error.message}, status_code=400)


def close():
    raise DomainError(ERROR_CLOSED)


def gone():
    raise DomainError(MSG_GONE)

# file: app/http.py
from fastapi import HTTPException
from fastapi.responses import JSONResponse


def fail(message: str, status: int = 400) -> None:
    raise HTTPException(status, detail={"message": message})


def error_response(message: str, status_code: int = 400) -> JSONResponse:
    return JSONResponse(status_code=status_code, content={"detail": message})


def success(message: str) -> JSONResponse:
    return JSONResponse({"message": message})


class ErrorBody:
    @classmethod
    def respond(cls, message: str) -> dict:
        return {"message": message}


class TeapotError(HTTPException):
    def __init__(self, reason: str) -> None:
        super().__init__(status_code=418, detail=reason)
# file: app/router.py
from fastapi import HTTPException, status
from fastapi.responses import JSONResponse
from app.http import ErrorBody, TeapotError, error_response, fail, success


def one():
    fail("The cart is empty")  # expect: inline-error-string


def two():
    return error_response(message="The cart is full")  # expect: inline-error-string


def three():
    return success("The cart was saved")


def four():
    raise HTTPException(404, detail=ErrorBody.respond(message="No such cart"))  # expect: inline-error-string


def five():
    raise TeapotError("No coffee")  # expect: inline-error-string


def six():
    return JSONResponse({"detail": "No such cart"}, status_code=status.HTTP_404_NOT_FOUND)  # expect: inline-error-string
# file: app/__init__.py

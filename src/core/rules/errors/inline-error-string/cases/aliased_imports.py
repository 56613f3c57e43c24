# file: app/errors.py
from fastapi import HTTPException as ApiError

__all__ = ["ApiError"]
# file: app/users/router.py
import fastapi
import starlette.exceptions as exceptions
from fastapi import WebSocketException
from ..errors import ApiError


def first():
    raise fastapi.HTTPException(detail="No such user", status_code=404)  # expect: inline-error-string


def second():
    raise exceptions.HTTPException(404, "No such user")  # expect: inline-error-string


def third():
    raise ApiError(404, "No such group")  # expect: inline-error-string


def fourth():
    raise WebSocketException(1008, "Token is missing")  # expect: inline-error-string
# file: app/__init__.py
# file: app/users/__init__.py

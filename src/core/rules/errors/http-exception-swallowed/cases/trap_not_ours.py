# file: app/client.py
import aiohttp.web
from tornado.web import HTTPError as HTTPException
from app.handlers import anything

from app.own import answer


def other_framework(name):
    try:
        raise HTTPException(404)
    except Exception:
        raise HTTPException(500)


def helper(name):
    try:
        raise aiohttp.web.HTTPNotFound()
    except Exception as error:
        raise answer(error)
# file: app/own.py
import fastapi
from fastapi import HTTPException


def answer(error: Exception) -> HTTPException:
    return HTTPException(getattr(error, "status_code", 500))


def handed_on(name):
    try:
        raise fastapi.HTTPException(404)
    except Exception as error:
        raise answer(error)

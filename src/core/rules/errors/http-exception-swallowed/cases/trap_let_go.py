# file: app/main.py
import contextlib

from fastapi import HTTPException


def raised_again(name):
    try:
        raise HTTPException(404)
    except Exception:
        print("failed")
        raise


def raised_by_name(name):
    try:
        raise HTTPException(404)
    except Exception as error:
        raise error


def told_apart(name):
    try:
        raise HTTPException(404)
    except Exception as error:
        if isinstance(error, HTTPException):
            raise error
        raise HTTPException(500)


def status_kept(name):
    try:
        raise HTTPException(404)
    except Exception as error:
        code = error.status_code if hasattr(error, "status_code") else 500
        raise HTTPException(500, str(code))


def before_it(name):
    try:
        raise HTTPException(404)
    except HTTPException as error:
        raise HTTPException(error.status_code, "Nothing")
    except Exception:
        raise HTTPException(500)


@contextlib.contextmanager
def ignoring():
    try:
        yield
    except HTTPException:
        pass


def kept_inside(name):
    try:
        with ignoring():
            raise HTTPException(404)
    except Exception:
        raise HTTPException(500)

# file: app/main.py
from fastapi import FastAPI, HTTPException

app = FastAPI()


def or_nothing(token):
    try:
        raise HTTPException(401)
    except Exception:
        return None


def goes_on(items):
    for item in items:
        try:
            raise HTTPException(400)
        except Exception:
            continue
    return items


def retried(item):
    for attempt in range(3):
        try:
            raise HTTPException(503)
        except Exception:
            if attempt == 2:
                raise HTTPException(500)


def beside(item):
    try:
        item.load()
    except Exception:
        raise HTTPException(500)
    else:
        raise HTTPException(404)


def in_a_handler(item):
    try:
        item.load()
    except KeyError:
        raise HTTPException(404)
    except Exception:
        raise HTTPException(500)


def in_a_callback(item):
    try:

        def fail():
            raise HTTPException(404)

        return item.later(fail)
    except Exception:
        raise HTTPException(500)

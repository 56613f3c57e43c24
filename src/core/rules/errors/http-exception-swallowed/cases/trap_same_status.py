# file: app/main.py
from fastapi import HTTPException, status


def same(token):
    try:
        if not token:
            raise HTTPException(status_code=401, detail="No token")
        return token
    except Exception:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Bad token")


def same_on_one_way(name):
    try:
        raise HTTPException(404, "not found")
    except Exception as error:
        if "not found" in str(error):
            raise HTTPException(404, "none")
        raise HTTPException(500, "failed")

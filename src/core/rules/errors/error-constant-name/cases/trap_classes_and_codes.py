from enum import Enum

from fastapi import HTTPException


class Messages(str, Enum):
    GONE = "Gone"


class Texts:
    CLOSED = "Closed"


STATUS = 404
texts = "lower case"


def gone(which):
    if which:
        raise HTTPException(STATUS, detail=Texts.CLOSED)
    if which is None:
        raise HTTPException(404, texts)
    raise HTTPException(404, Messages.GONE)

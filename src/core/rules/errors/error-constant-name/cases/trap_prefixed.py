from fastapi import HTTPException

ERROR_GONE = "Gone"
_ERROR_CLOSED = "Closed"
ERROR_LATE: str = "{name} is late"


def gone(name):
    if name:
        raise HTTPException(410, ERROR_LATE.format(name=name))
    raise HTTPException(410, ERROR_GONE or _ERROR_CLOSED)

from enum import Enum

from fastapi import HTTPException
from fastapi.responses import JSONResponse

from app import messages

ERROR_NOT_FOUND = "Not found"
NO_PREFIX = "Nothing here"
ERROR_TEMPLATE = "Order {id} not found"


class Code(str, Enum):
    MISSING = "missing"


def _(text: str) -> str:
    return text


def raises(error: Exception, order, detail: str) -> None:
    raise HTTPException(404, ERROR_NOT_FOUND)
    raise HTTPException(404, detail=NO_PREFIX)
    raise HTTPException(404, detail=messages.MISSING)
    raise HTTPException(404, detail=Code.MISSING)
    raise HTTPException(404, detail=str(error))
    raise HTTPException(404, detail=f"{error}")
    raise HTTPException(404, detail=error.message)
    raise HTTPException(404, detail=detail)
    raise HTTPException(404, detail=ERROR_TEMPLATE.format(id=order.id))
    raise HTTPException(404, detail=_("Not found"))
    raise HTTPException(404, detail="")
    raise HTTPException(404)
    return JSONResponse({"message": "All is well"}, status_code=200)

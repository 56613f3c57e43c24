# file: app/texts.py
def failed(reason: object) -> str:
    return f"Failed: {reason}"


oops = lambda err="": f"Oops {err if err else ''}"
# file: app/api.py
import traceback

import httpx
from fastapi import APIRouter as Routes
from fastapi.responses import JSONResponse as Answer
from pydantic import BaseModel
from starlette import status
from starlette.exceptions import HTTPException as WebError

from app.texts import failed, oops

router = Routes()


class Result(BaseModel):
    ok: bool
    error: str | None = None


@router.get("/a")
async def positional(service):
    try:
        return await service.run()
    except (ValueError, Exception) as e:
        message = "Failed: " + str(e)
        raise WebError(400, {"errors": [{"msg": message}]})  # expect: exception-text-in-response


@router.get("/b")
async def answered(service):
    try:
        return await service.run()
    except Exception as e:
        if service.is_optional:
            return {"ok": False, "error": "%s" % e}  # expect: exception-text-in-response
        return Result(ok=False, error=repr(e))  # expect: exception-text-in-response


@router.get("/c")
async def response(service):
    try:
        return await service.run()
    except httpx.HTTPError as e:
        return Answer({"error": e.args[0]}, status_code=status.HTTP_502_BAD_GATEWAY)  # expect: exception-text-in-response
    except Exception as e:
        return Answer(content={"error": str(e).strip()[:200]})  # expect: exception-text-in-response


@router.get("/d")
async def traced(service):
    try:
        return await service.run()
    except:
        raise WebError(status_code=500, detail=traceback.format_exc())  # expect: exception-text-in-response


@router.get("/e")
async def helped(service):
    try:
        return await service.run()
    except Exception as e:
        if service.is_plain:
            raise WebError(status_code=400, detail=failed(e))  # expect: exception-text-in-response
        raise WebError(status_code=400, detail=oops(e))  # expect: exception-text-in-response

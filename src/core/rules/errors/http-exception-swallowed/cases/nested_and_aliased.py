# file: app/errors.py
from fastapi import HTTPException as WebError
from starlette import status


class NotFound(WebError):
    def __init__(self, detail: str) -> None:
        super().__init__(status.HTTP_404_NOT_FOUND, detail)


class Conflict(WebError):
    pass
# file: app/service.py
import asyncio

import fastapi
from fastapi import responses
from starlette.exceptions import HTTPException

from app import errors
from app.errors import Conflict, NotFound


async def nested(names: list[str], db):
    try:
        async with asyncio.timeout(3):
            for name in names:
                if not name:
                    raise fastapi.HTTPException(422)  # expect: http-exception-swallowed
                try:
                    await db.find(name)
                except KeyError:
                    raise NotFound(name)  # expect: http-exception-swallowed
    except ValueError:
        raise HTTPException(409)
    # Whatever else.
    except Exception:
        await db.rollback()
        raise HTTPException(500, "Failed")


def answered(name: str):
    try:
        if name == "taken":
            raise errors.Conflict(409)  # expect: http-exception-swallowed
        if name == "":
            raise NotFound  # expect: http-exception-swallowed
        return name
    except:
        return responses.JSONResponse({"error": "Failed"}, status_code=502)


def passed_on(name: str):
    try:
        try:
            raise Conflict(status_code=409)  # expect: http-exception-swallowed
        except HTTPException:
            raise
    except (OSError, Exception) as error: raise NotFound("none") from error


class Books:
	def read(self):
		try:
			raise HTTPException(status_code=403)  # expect: http-exception-swallowed
		except BaseException as error:
			print(error)
			raise HTTPException(status_code=400, detail="No")

# file: app/main.py
import logging
import os

from fastapi import FastAPI, HTTPException

logger = logging.getLogger(__name__)
app = FastAPI()
DEBUG = os.getenv("DEBUG") == "1"
FAILED = "Failed"


def classified(e: Exception) -> str:
    if isinstance(e, OSError):
        return str(e)
    return "Failed"


@app.get("/a")
def read_a(service):
    try:
        return service.a()
    except Exception as e:
        logger.error("failed: %s", e)
        raise HTTPException(status_code=500, detail=f"Failed with {type(e).__name__}") from e


@app.get("/b")
def read_b(service):
    try:
        return service.b()
    except Exception as e:
        if DEBUG:
            raise HTTPException(status_code=500, detail=str(e))
        detail = repr(e) if os.getenv("ENVIRONMENT") == "development" else FAILED
        raise HTTPException(status_code=500, detail=detail, headers={"x-error": "1"})


@app.get("/c")
def read_c(service):
    try:
        return service.c()
    except Exception as e:
        service.remember(str(e))
        return {"ok": False, "known": service.knows(e), "why": classified(e), "code": e.errno}

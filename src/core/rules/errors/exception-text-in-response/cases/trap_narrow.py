# file: app/main.py
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

app = FastAPI()


class BookError(Exception):
    pass


@app.get("/books")
def read_books(service):
    try:
        return service.all()
    except ValueError as e:
        raise HTTPException(status_code=400, detail=str(e))
    except BookError as e:
        return {"error": str(e)}


@app.get("/one")
def read_one(service):
    try:
        return service.one()
    except Exception as e:
        if isinstance(e, BookError):
            raise HTTPException(status_code=409, detail=str(e))
        if "duplicate" in str(e):
            raise HTTPException(status_code=409, detail=f"Duplicate: {e}")
        detail = str(e) if isinstance(e, AssertionError) else "Failed"
        raise HTTPException(status_code=400, detail=detail)


@app.exception_handler(BookError)
async def on_book_error(request: Request, exc: BookError) -> JSONResponse:
    return JSONResponse(status_code=404, content={"detail": str(exc)})


@app.exception_handler(HTTPException)
async def on_http_error(request: Request, exc: Exception) -> JSONResponse:
    known = exc if isinstance(exc, HTTPException) else HTTPException(500, str(exc))
    return JSONResponse(status_code=known.status_code, content={"detail": known.detail})

from fastapi import FastAPI, HTTPException

app = FastAPI()

ERROR_DUPLICATE = "already there"
ERROR_GONE = "gone"


@app.get("/a")
def a(number: int) -> None:
    if number > 9:
        ERROR_DUPLICATE = "is another one here"
        print(ERROR_DUPLICATE)
    raise HTTPException(409, "already there")  # expect: inline-error-string


def b(ERROR_DUPLICATE: str) -> None:
    raise HTTPException(409, "already there")  # expect: inline-error-string


@app.get("/c")
def c() -> None:
    raise HTTPException(410, "gone")  # expect: inline-error-string

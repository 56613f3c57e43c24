import time
import requests
from fastapi import Depends, FastAPI

app = FastAPI()


def dependency():
    return requests.get("https://a.example")


@app.get("/a")
def read(one=Depends(dependency)) -> None:
    time.sleep(1)


@app.get("/b")
async def other(one=Depends(dependency)) -> None: ...

import functools
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

import bcrypt
import requests
from fastapi import FastAPI

app = FastAPI()
lock = threading.Lock()


@app.get("/rates")
async def read_rates(currency: str) -> list[str]:
    rates = requests.get(  # expect: blocking-call-in-async
        "https://rates.example/latest",
        params={"currency": currency},  # only one
        timeout=5,
    ).json()
    time.sleep(0.1)  # expect: blocking-call-in-async
    return [requests.get(url).text for url in rates]  # expect: blocking-call-in-async


@app.post("/login")
async def log_in(password: bytes, stored: bytes) -> bool:
    return bcrypt.checkpw(password, stored)  # expect: blocking-call-in-async


@app.post("/convert")
async def convert(name: str) -> int:
    done = subprocess.run(["convert", name], check=True)  # expect: blocking-call-in-async
    if not os.path.exists(name):  # expect: blocking-call-in-async
        return done.returncode
    return Path(name).stat().st_size  # expect: blocking-call-in-async


@app.get("/files")
async def files() -> str:
    with open("readme.txt") as file:  # expect: blocking-call-in-async
        text = file.read()
    with lock:
        shutil.rmtree("cache")  # expect: blocking-call-in-async
    sizes = sum(os.stat(name).st_size for name in text)  # expect: blocking-call-in-async
    response = requests.get("https://files.example", stream=True)  # expect: blocking-call-in-async
    return f"{text} {sizes} {response.status_code}"

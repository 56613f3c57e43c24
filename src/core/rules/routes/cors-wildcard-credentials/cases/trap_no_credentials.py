# file: app/main.py
import os

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
origins = os.getenv("ORIGINS", "*").split(",")
app.add_middleware(CORSMiddleware, allow_origins=["*"])
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=False)
app.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials="*" not in origins)
app.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=origins != ["*"])


def may_have_credentials(given: list[str]) -> bool:
    return "*" not in given


app.add_middleware(
    CORSMiddleware, allow_origins=origins, allow_credentials=may_have_credentials(origins)
)

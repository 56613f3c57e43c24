# file: app/main.py
from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

app = FastAPI()
options = {"allow_origins": ["https://shop.example", "*"], "allow_credentials": True}
app.add_middleware(CORSMiddleware, **options)  # expect: cors-wildcard-credentials
wrapped = CORSMiddleware(app, allow_origin_regex=r"https?://.*", allow_credentials=True)  # expect: cors-wildcard-credentials
text = CORSMiddleware(app, allow_origins="*", allow_credentials=True)  # expect: cors-wildcard-credentials

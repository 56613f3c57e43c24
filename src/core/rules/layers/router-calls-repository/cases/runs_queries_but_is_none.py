# file: shop/config.py
from sqlalchemy import text
from sqlalchemy.orm import Session


class ProxyConfig(dict):
    def load(self, db: Session) -> None:
        self["users"] = db.execute(text("select 1")).all()
# file: shop/routes.py
from fastapi import FastAPI
from shop.config import ProxyConfig
from sqlalchemy.orm import Session

app = FastAPI()


@app.get("/config")
def read(db: Session) -> dict:
    config = ProxyConfig()
    config.load(db)
    return config

# file: app/main.py
import sqlmodel as sql
from fastapi import Depends, FastAPI
from sqlmodel import Session as Db
from typing import Annotated

app = FastAPI()
engine = sql.create_engine("sqlite://")  # expect: sync-database


def get_db():
    with Db(engine) as db:
        yield db


Database = Annotated[Db, Depends(get_db)]


@app.get("/one")
async def one(db: Database):
    return db.exec(sql.select(1)).all()  # expect: sync-database


@app.get("/two")
async def two(db=Depends(get_db)):
    db.add(1)
    db.commit()  # expect: sync-database


@app.get("/three")
async def three():
    with engine.connect() as connection:
        return connection.execute(sql.text("SELECT 1")).all()  # expect: sync-database


@app.get("/four")
async def four(db: Database):
    return db.query(int).filter(int > 1).first()  # expect: sync-database

from databases import Database
from fastapi import Depends, FastAPI
from motor.motor_asyncio import AsyncIOMotorClient
from tortoise.models import Model

app = FastAPI()
client = AsyncIOMotorClient("mongodb://localhost")
database = Database("sqlite://")


class Menu(Model):
    class Meta:
        table = "menus"


@app.get("/menus")
async def menus() -> list[dict]:  # expect: missing-pagination
    return [menu.name for menu in await Menu.all().order_by("position")]


@app.get("/menus/top")
async def top_menus() -> list[dict]:
    return await Menu.filter(top=True).limit(10)


@app.get("/events")
async def events() -> list[dict]:  # expect: missing-pagination
    return await client["app"]["events"].find({"on": True}).to_list(None)


@app.get("/events/newest")
async def newest_events() -> list[dict]:
    return await client["app"]["events"].find({"on": True}).to_list(length=20)


@app.get("/licences")
async def licences() -> list[dict]:  # expect: missing-pagination
    return await database.fetch_all("SELECT id, name FROM licences ORDER BY name")


@app.get("/licences/first")
async def first_licences() -> list[dict]:
    return await database.fetch_all(query="SELECT id, name FROM licences LIMIT 10")


@app.get("/licences/uses")
async def licence_uses() -> list[dict]:
    return await database.fetch_all("SELECT kind, COUNT(*) FROM licences GROUP BY kind")

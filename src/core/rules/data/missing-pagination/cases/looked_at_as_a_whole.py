# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Menu(Base):
    __tablename__ = "menus"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
# file: app/routes.py
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy_crud_plus import CRUDPlus

from app.models import Menu


class MenuCrud(CRUDPlus[Menu]):
    async def with_rules(self, db: AsyncSession, pk: int) -> list[Menu]:
        return await self.select_models(db, id=pk)


app = FastAPI()
menus = MenuCrud(Menu)


@app.get("/menus/sidebar")
async def get_sidebar(db: AsyncSession) -> list[str]:
    return list((await db.scalars(select(Menu.title))).all())


@app.get("/status")
async def status(db: AsyncSession) -> dict[str, list[str]]:
    return {"menus": list((await db.scalars(select(Menu.title))).all())}


@app.get("/menus-by-id/{pk}/rules")
async def get_rules(db: AsyncSession, pk: int) -> list[str]:
    return [menu.title for menu in await menus.with_rules(db, pk)]

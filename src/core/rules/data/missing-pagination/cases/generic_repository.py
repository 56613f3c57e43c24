# file: app/main.py
from fastapi import APIRouter, Depends, FastAPI
from app.controllers import controller
from app.db import get_db
from app.models import Invite
from app.repository import Repository
from sqlalchemy.orm import Session

router = APIRouter(prefix="/invites")


@controller(router)
class Invites:
    session: Session = Depends(get_db)

    @property
    def repo(self):
        return Repository(self.session, Invite)

    @router.get("", response_model=list[dict])
    def get_all(self):  # expect: missing-pagination
        return self.repo.get_all()

    @router.get("/newest", response_model=list[dict])
    def get_newest(self):
        return self.repo.get_all(limit=20)


app = FastAPI()
app.include_router(router)
# file: app/controllers.py
def controller(router):
    def decorator(cls):
        return cls
    return decorator
# file: app/repository.py
from app.pages import Page, PageQuery
from sqlalchemy import func, select


class Repository:
    def __init__(self, session, model):
        self.session = session
        self.model = model

    def get_all(self, limit: int | None = None):
        return self.page_all(PageQuery(per_page=limit or -1)).items

    def page_all(self, query: PageQuery):
        query = query.model_copy()
        if query.per_page == -1:
            query.per_page = self.session.scalar(select(func.count()).select_from(self.model))
        rows = self.session.execute(select(self.model).limit(query.per_page)).scalars().all()
        return Page(items=[dict(row) for row in rows])
# file: app/pages.py
from pydantic import BaseModel


class PageQuery(BaseModel):
    page: int = 1
    per_page: int = 50


class Page(BaseModel):
    items: list[dict]
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase): ...


class Invite(Base):
    __tablename__ = "invites"
# file: app/db.py
def get_db(): ...

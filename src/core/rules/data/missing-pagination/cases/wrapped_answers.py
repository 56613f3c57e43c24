# file: app/main.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from app.models import Licence, Member, Project

app = FastAPI()


class Licences(BaseModel):
    licences: list[dict]
    total: int = 0


class ProjectDetail(BaseModel):
    name: str
    members: list[dict]


@app.get("/licences")
def get_licences(db: Session):  # expect: missing-pagination
    found = db.query(Licence).order_by(Licence.name).all()
    return Licences(licences=[{"name": one.name} for one in found], total=len(found))


@app.get("/licences/names")
def get_names(db: Session):  # expect: missing-pagination
    names = []
    for licence in db.scalars(select(Licence)):
        names.append(licence.name)
    return JSONResponse({"items": sorted(names), "message": "ok"})


@app.get("/licences/used")
def get_used(db: Session) -> list[dict]:  # expect: missing-pagination
    query = select(Licence, func.count(Project.id)).join(Project).group_by(Licence.id)
    return [{"name": licence.name, "used": used} for licence, used in db.execute(query)]


@app.get("/project")
def get_project(db: Session) -> ProjectDetail:
    project = db.query(Project).first()
    members = db.query(Member).filter(Member.project == project).all()
    return ProjectDetail(name=project.name, members=[{"name": one.name} for one in members])


@app.get("/projects/{project_id}")
def get_one_project(project_id: int, db: Session):
    return {"members": db.query(Member).filter(Member.project_id == project_id).all()}
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Licence(Base):
    __tablename__ = "licences"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Member(Base):
    __tablename__ = "members"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Project(Base):
    __tablename__ = "projects"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]

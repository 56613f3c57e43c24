# file: app/main.py
from fastapi import FastAPI
from app.routers import nodes as node_routes

app = FastAPI()
app.include_router(node_routes.router, prefix="/api")
# file: app/routers/nodes.py
from typing import List
from fastapi import APIRouter as Router, Depends
from sqlalchemy.orm import Session
from app import crud
from app.db import get_db

router = Router()


@router.get("/nodes", response_model=List[dict])
def get_nodes(db: Session = Depends(get_db)):  # expect: missing-pagination
    return crud.get_nodes(db)
# file: app/crud.py
from sqlalchemy.orm import Session
from app.models import Node


def get_nodes(db: Session):
    return db.query(Node).filter(Node.on).all()
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Node(Base):
    __tablename__ = "nodes"
    id: Mapped[int] = mapped_column(primary_key=True)
    on: Mapped[bool]
# file: app/db.py
def get_db(): ...

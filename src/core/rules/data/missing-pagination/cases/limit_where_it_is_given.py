# file: app/main.py
from typing import Optional

from fastapi import Depends, FastAPI, Query
from sqlalchemy.orm import Session

from app.db import get_db
from app.users import users

app = FastAPI()


@app.get("/users")
def list_users(max_count: int = Query(10, gt=0, le=1000), db: Session = Depends(get_db)) -> list[dict]:
    return users(db, limit=max_count)


@app.get("/everybody")
def list_everybody(db: Session = Depends(get_db)) -> list[dict]:  # expect: missing-pagination
    return users(db)

# file: app/users.py
from typing import Optional

from sqlalchemy.orm import Session

from app.models import User


def users(db: Session, limit: Optional[int] = None):
    query = db.query(User)
    if limit is not None:
        query = query.limit(limit)
    return query.all()

# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/db.py
def get_db(): ...

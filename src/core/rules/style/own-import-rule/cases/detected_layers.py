# file: .backend-spec.yaml
import-rules:
  - { from: router, may-not-import: models }
# file: app/main.py
from fastapi import FastAPI

from app.routers import user

app = FastAPI()
app.include_router(user.router)
# file: app/routers/user.py
from fastapi import APIRouter

from app.models.user import User  # expect: own-import-rule

router = APIRouter()


@router.get("/users")
def read_user() -> str:
    return User.__name__
# file: app/models/user.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)

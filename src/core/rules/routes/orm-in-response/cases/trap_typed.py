# file: app/main.py
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)


class BookResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int


@app.get("/a", response_model=BookResponse)
def read_a(db: Session):
    return db.get_one(Book, 1)


@app.get("/b")
def read_b(db: Session) -> BookResponse:
    return db.get_one(Book, 1)


@app.get("/c")
def read_c(db: Session):
    return BookResponse.model_validate(db.get_one(Book, 1))


@app.get("/d")
def read_d(db: Session):
    return {"id": db.get_one(Book, 1).id}


@app.get("/e")
def read_e(db: Session):
    return JSONResponse({"id": db.get_one(Book, 1).id})


@app.get("/f")
def read_f(db: Session):
    db.delete(db.get_one(Book, 1))
    return None

# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()
engine = create_engine("sqlite:///members.db")


class Base(DeclarativeBase):
    pass


class Member(Base):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    hashed_password: Mapped[str]


class MemberResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    name: str


@app.get("/members/{member_id}", response_model=MemberResponse)
def read_member(member_id: int):
    with Session(engine) as session:
        return session.get_one(Member, member_id)


@app.get("/newest", response_model=MemberResponse)
def read_newest_member():
    with Session(engine) as session:
        return session.get_one(Member, 1)

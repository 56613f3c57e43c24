# file: app/db.py
from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker

Factory = sessionmaker(create_engine("sqlite://"))


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)


def create(db: Session):
    user = User()
    db.add(user)
    db.commit()
    return user.id


async def make():
    with Factory() as db:
        user = User()
        db.add(user)
        db.commit()
        return user.id

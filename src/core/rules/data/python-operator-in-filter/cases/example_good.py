# file: app/users/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str]
    is_active: Mapped[bool]
    deleted_at: Mapped[str | None]


# file: app/users/repository.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.users.models import User


class UserRepository:
    def __init__(self, session: Session) -> None:
        self.session = session

    def find(self, email: str) -> User | None:
        query = select(User).where(User.email == email, User.is_active)
        return self.session.scalars(query).first()

    def deleted(self) -> list[User]:
        return list(self.session.scalars(select(User).where(User.deleted_at.is_not(None))))

# file: app/users.py
from sqlalchemy import select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    is_admin: Mapped[bool]

    @hybrid_property
    def is_named(self):
        return self.name is not None


def visible(session: Session, user: User, others: list[User]):
    rows = filter(lambda other: other.name is not None and other.is_admin, others)
    query = select(User).where(user.is_admin and user.name is not None)
    return list(rows), session.scalars(query.where(not user.is_admin)), user.id in [1, 2]

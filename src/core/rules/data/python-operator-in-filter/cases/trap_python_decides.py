# file: app/users.py
from sqlalchemy import and_, or_, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str | None]
    owner_id: Mapped[int]

    limit = 10


def find(session: Session, name: str | None, hidden: bool, ids: list[int] | None = None):
    query = select(User).where(
        User.name == name if name is not None else User.name.is_(None),
        hidden or User.name.is_not(None),
        or_(name is None, User.name == name),
        and_(*[User.id == one for one in ids or [] if one not in (1, 2)]),
        User.id.in_(ids or []),
        (User.id == 1) & (User.owner_id == 2) | ~(User.id > 3),
    )
    if User.name is not None and not User.limit:
        query = query.limit(10)
    return session.scalars(query)


def sort(column: str):
    return select(User).order_by(User.name if column == "name" else User.id or User.name)

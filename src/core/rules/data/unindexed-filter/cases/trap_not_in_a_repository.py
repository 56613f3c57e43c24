# file: .backend-spec.yaml
profile: modular
# file: app/modules/users/models.py
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(320))
# file: app/modules/users/report.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.users.models import User


def report(session: Session, email: str):
    return session.scalars(select(User).where(User.email == email)).all()
# file: app/modules/users/repository.py
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.modules.users.models import User


class UserRepository:
    def __init__(self, session: Session):
        self.session = session

    def one(self, user_id: int):
        return self.session.get(User, user_id)

# file: .backend-spec.yaml
profile: modular
database:
  base: app.db.base.Base
  mixin: app.db.base.BaseModelMixin
# file: app/db/base.py
from sqlalchemy import Boolean
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class BaseModelMixin:
    is_deleted: Mapped[bool] = mapped_column(Boolean, default=False)
# file: app/modules/users/models.py
from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base


class User(Base):  # expect: model-base
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)

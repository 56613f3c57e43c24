# file: app/users/models.py
import enum
from typing import Literal, Optional

import sqlalchemy.orm as orm
from sqlalchemy import Column, ForeignKey, Integer

Base = orm.declarative_base()


class State(enum.Enum):
    new = "new"


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    state: orm.Mapped[State] = orm.mapped_column(default=State.new)  # expect: implicit-column-type
    kind: orm.Mapped[Literal["a", "b"]]  # expect: implicit-column-type
    age: orm.Mapped[Optional[int]]  # expect: implicit-column-type
    chief_id = Column(ForeignKey("users.id"))  # expect: implicit-column-type

# file: .backend-spec.yaml
profile: modular
database:
  base: somewhere.Base
  mixin: app.db.Gone
# file: app/db.py
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase): ...
# file: app/modules/users/models.py
from sqlalchemy import Column, Integer

from app.db import Base


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)

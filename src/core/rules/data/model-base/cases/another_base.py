# file: .backend-spec.yaml
profile: modular
database:
  base: app.db.Base
# file: app/db/__init__.py
from app.db.base import Base as Base
# file: app/db/base.py
from sqlalchemy.orm import declarative_base as make_base

Base = make_base()
# file: app/modules/users/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, declarative_base

from app.db import Base as Model

Own = declarative_base()


class Other(DeclarativeBase): ...


class User(Model):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)


class Group(Own):  # expect: model-base
    __tablename__ = "groups"
    id = Column(Integer, primary_key=True)
    owner_id = Column(Integer, ForeignKey("users.id"))
# file: app/modules/posts/models.py
from sqlalchemy import Column, Integer

from app.modules.users.models import Other


class Post(Other):  # expect: model-base
    __tablename__ = "posts"
    id = Column(Integer, primary_key=True)

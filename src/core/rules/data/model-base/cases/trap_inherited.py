# file: .backend-spec.yaml
profile: modular
database:
  base: app.db.Base
  mixin: app.db.Mixin
# file: app/db.py
from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase): ...


class Mixin:
    id = Column(Integer, primary_key=True)


class Model(Mixin, Base):
    __abstract__ = True
# file: app/modules/users/models.py
from sqlalchemy import Column, ForeignKey, Integer, Table

from app.db import Base, Model


class User(Model):
    __tablename__ = "users"


class Admin(User):
    __mapper_args__ = {"polymorphic_identity": "admin"}


class Membership(Base):
    __tablename__ = "memberships"
    user_id = Column(ForeignKey("users.id"), primary_key=True)
    group_id = Column(ForeignKey("groups.id"), primary_key=True)


class Group(Model):
    __tablename__ = "groups"
    owner_id = Column(ForeignKey("users.id"))


tags = Table("tags", Base.metadata, Column("id", Integer, primary_key=True))

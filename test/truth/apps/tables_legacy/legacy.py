"""Three declarative bases of the old kind."""

import enum
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, DateTime, Enum, Float, ForeignKey, Integer, SmallInteger, String, Table, Unicode
from sqlalchemy.ext.declarative import declarative_base as old_declarative_base
from sqlalchemy.orm import as_declarative, backref, declarative_base, declared_attr, relationship, synonym

Base = declarative_base()


class Status(enum.IntEnum):
    ON = 1
    OFF = 0


class CommonBase:
    id = Column(Integer, primary_key=True, autoincrement=True)

    @declared_attr
    def __tablename__(cls):
        return cls.__name__.lower()


CustomBase = declarative_base(cls=CommonBase, name="CustomBase")
OldBase = old_declarative_base(metadata=Base.metadata)


@as_declarative()
class Decorated:
    pk = Column("id", sa.BigInteger, primary_key=True)

    @declared_attr
    def __tablename__(cls) -> str:
        return "decorated_" + cls.__name__.lower()


user_groups = Table(
    "user_groups",
    Base.metadata,
    Column("user_id", Integer, ForeignKey("users.id"), primary_key=True),
    Column("group_id", ForeignKey("groups.id"), primary_key=True),
    Column("since", DateTime, default=datetime.utcnow),
)


class User(Base):
    __tablename__ = "users"
    __table_args__ = {"extend_existing": True}

    id = Column(Integer, primary_key=True, index=True)
    email = Column(String(255), unique=True, index=True, nullable=False)
    name = Column(Unicode)
    score = Column(Float, default=0.0)
    active = Column(Boolean(), default=True, nullable=False)
    status = Column(Enum(Status), server_default="ON")
    small = sa.Column(sa.SmallInteger, nullable=False)
    data = sa.Column(sa.JSON(none_as_null=True))
    label = Column("user_label", type_=String(5), key="label_key")
    boss_id = Column(ForeignKey("users.id"))
    created, updated = Column(DateTime), Column(DateTime, nullable=False)
    groups = relationship("Group", secondary=user_groups, backref=backref("users"))
    mail = synonym("email")


class Group(OldBase):
    __tablename__ = "groups"
    id = Column(SmallInteger, primary_key=True)
    typeless = Column(nullable=True)
    title: str = Column(String(20))

    __allow_unmapped__ = True


class Thing(CustomBase):
    size = Column(Integer, nullable=False)


class SpecialThing(CustomBase):
    id = Column(Integer, ForeignKey("thing.id"), primary_key=True)
    made = Column(sa.TIMESTAMP(timezone=True), server_default=sa.func.now())


class Widget(Decorated):
    price = Column(sa.DECIMAL(8, 2))

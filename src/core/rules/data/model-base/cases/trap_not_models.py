# file: app/modules/users/models.py
from dataclasses import dataclass

from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base

Base = declarative_base()


class User(Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)


class Mixin:
    count = Column(Integer)


@dataclass
class Row:
    id: int

"""Teams, their association and a core table; a class called Base that is none."""

from sqlalchemy import Column, ForeignKey, Integer, String, Table
from sqlalchemy.orm import Mapped, mapped_column

from .. import base
from ..base import Base as ModelBase
from ..base import TimedBase
from .member import Member


class Base:
    label: Mapped[str] = mapped_column(String(8), unique=True)


class Team(Base, ModelBase):
    __tablename__ = "team"
    __table_args__ = {"schema": base.SCHEMA}


class TeamMember(TimedBase):
    __tablename__ = "team_member"
    id = None
    team_id: Mapped[int] = mapped_column(ForeignKey(Team.id), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey(Member.id), primary_key=True)


audit = Table(
    "audit",
    ModelBase.metadata,
    Column("id", Integer, primary_key=True),
    Column("team", ForeignKey("core.team.label"), index=True),
    schema="logs",
)

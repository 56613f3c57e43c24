"""Members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import SCHEMA, TimedBase

if TYPE_CHECKING:
    from .team import Team


class Member(TimedBase):
    __tablename__ = "member"

    name: Mapped[str] = mapped_column(String(64))
    lead_of_id: Mapped[Optional[int]] = mapped_column(ForeignKey(f"{SCHEMA}.team.id", use_alter=True))
    mentor_id: Mapped[Optional[int]] = mapped_column(ForeignKey("core.member.id"))
    lead_of: Mapped[Optional[Team]] = relationship(foreign_keys=lead_of_id)
    teams: Mapped[list[Team]] = relationship(secondary="core.team_member", viewonly=True)

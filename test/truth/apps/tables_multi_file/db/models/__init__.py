"""Imports all models."""

from .member import Member
from .team import Team, TeamMember
from .team import audit as audit_table

__all__ = ["Member", "Team", "TeamMember"]
assert audit_table is not None

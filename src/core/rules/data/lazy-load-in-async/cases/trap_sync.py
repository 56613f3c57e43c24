# file: app/models.py
from sqlalchemy import Column, ForeignKey, Integer, create_engine, select
from sqlalchemy.orm import Session, declarative_base, relationship

Base = declarative_base()


class Team(Base):
    __tablename__ = "teams"

    id = Column(Integer, primary_key=True)
    players = relationship("Player")


class Player(Base):
    __tablename__ = "players"

    id = Column(Integer, primary_key=True)
    team_id = Column(ForeignKey("teams.id"))


# file: app/routes.py
from elsewhere import find_team
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from app.models import Team


def sync(session: Session):
    return session.scalars(select(Team)).first().players


async def sync_in_async(session: Session):
    return session.scalars(select(Team)).first().players


async def unknown(session: AsyncSession, statement):
    team = await find_team(session)
    other = (await session.scalars(statement)).first()
    row = (await session.execute(select(Team))).first()
    return team.players, other.players, row.players

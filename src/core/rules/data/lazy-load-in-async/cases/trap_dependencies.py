# file: app/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class Team(Base):
    __tablename__ = "teams"

    id = Column(Integer, primary_key=True)
    name = Column(String)
    players = relationship("Player", back_populates="team")
    coaches = relationship("Coach", lazy="selectin")


class Player(Base):
    __tablename__ = "players"

    id = Column(Integer, primary_key=True)
    team_id = Column(ForeignKey("teams.id"))
    team = relationship("Team", back_populates="players")


class Coach(Base):
    __tablename__ = "coaches"

    id = Column(Integer, primary_key=True)
    team_id = Column(ForeignKey("teams.id"))


# file: app/db.py
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

Factory = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))


async def get_db():
    async with Factory() as db:
        yield db



# file: app/routes.py
from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from app.db import get_db
from app.models import Player, Team

router = APIRouter()


async def get_team(id: int, db: AsyncSession = Depends(get_db)):
    return (await db.scalars(select(Team).options(joinedload(Team.players)))).unique().one()


async def get_player(id: int, db: AsyncSession = Depends(get_db)):
    return await db.get(Player, id)


@router.get("/teams/{id}")
async def show(id: int, team: Team = Depends(get_team), db: AsyncSession = Depends(get_db)):
    # The dependency loaded it in this session.
    other = await db.get(Team, id)
    return other.players, team.players


@router.get("/players/{id}")
async def player(id: int, known=Depends(get_player), db: AsyncSession = Depends(get_db)):
    found = (await db.scalars(select(Player).where(Player.id == id))).one()
    return found.team

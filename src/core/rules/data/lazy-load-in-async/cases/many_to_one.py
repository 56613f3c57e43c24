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



# file: app/jobs.py
from sqlalchemy import select

from app.db import Factory
from app.models import Player


async def report():
    async with Factory() as session:
        players = (await session.scalars(select(Player).limit(10))).all()
        for player in players:
            print(player.team.name)  # expect: lazy-load-in-async


async def first():
    async with Factory() as session:
        player = (await session.scalars(select(Player))).first()
        if player:
            print(player.team)  # expect: lazy-load-in-async

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



# file: app/service.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from app.db import Factory
from app.models import Player, Team

WITH_PLAYERS = (selectinload(Team.players),)


async def by_option(session: AsyncSession, id: int, options=()):
    return (await session.scalars(select(Team).where(Team.id == id).options(*options))).one()


async def options_from_elsewhere(session: AsyncSession, id: int):
    team = await by_option(session, id, WITH_PLAYERS)
    return team.players


async def mapped(id: int):
    async with Factory() as session:
        team = await session.get_one(Team, id)
        return team.coaches, Team.players


async def refreshed(id: int):
    async with Factory() as session:
        team = await session.get_one(Team, id)
        await session.refresh(instance=team, attribute_names=["players"])
        return team.players


async def awaited(id: int):
    async with Factory() as session:
        team = await session.get_one(Team, id)
        return await team.awaitable_attrs.players


async def assigned(id: int):
    async with Factory() as session:
        team = await session.get_one(Team, id)
        team.players = []
        return team.players


async def loaded_before(id: int):
    async with Factory() as session:
        await session.scalars(select(Team).options(selectinload(Team.players)))
        team = await session.get_one(Team, id)
        return team.players


async def in_session(player_id: int, team_id: int):
    async with Factory() as session:
        team = await session.get_one(Team, team_id)
        player = await session.get_one(Player, player_id)
        return team.id, player.team


async def in_sync(id: int):
    async with Factory() as session:
        team = await session.get_one(Team, id)
        return await session.run_sync(lambda _: team.players)


async def given(session: AsyncSession, id: int):
    # Who calls this may have loaded the players.
    team = await session.get_one(Team, id)
    return team.players


async def made(session: AsyncSession, data: dict, name: str):
    team = Team(name=name)
    before = team.players
    session.add(team)
    await session.flush()
    filled = Team(name=name, players=[Player()])
    session.add(filled)
    await session.commit()
    unknown = Team(**data)
    session.add(unknown)
    await session.commit()
    named = Team(name=name)
    session.add(named)
    await session.commit()
    await session.refresh(named, attribute_names=["id", "players"])
    return before, filled.players, unknown.players, named.players


async def other_side(session: AsyncSession):
    team = Team(name="x")
    player = Player(team=team)
    other = Team(name="y")
    player.team = other
    session.add_all([team, other, player])
    await session.commit()
    return team.players, other.players, player.team

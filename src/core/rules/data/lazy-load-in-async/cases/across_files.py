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



# file: app/schemas.py
from pydantic import BaseModel, ConfigDict


class PlayerRead(BaseModel):
    id: int


class TeamRead(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    players: list[PlayerRead]


class TeamName(BaseModel):
    name: str


# file: app/repository.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.models import Team


class Teams:
    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def get(self, id: int) -> Team | None:
        query = select(Team).where(Team.id == id)
        return (await self.session.execute(query)).scalar_one_or_none()


async def all_teams(session: AsyncSession) -> list[Team]:
    return (await session.scalars(select(Team).order_by(Team.name))).all()


# file: app/routes.py
from fastapi import APIRouter, Depends
from sqlalchemy.ext.asyncio import AsyncSession as Db

from app.db import get_db
from app.models import Team as Club
from app.repository import Teams, all_teams
from app.schemas import TeamName, TeamRead

router = APIRouter()


@router.get("/teams", response_model=list[TeamRead])
async def index(db: Db = Depends(get_db)):
    return await all_teams(db)  # expect: lazy-load-in-async


@router.get("/teams/names", response_model=list[TeamName])
async def names(db: Db = Depends(get_db)):
    return await all_teams(db)


@router.get("/teams/{id}")
async def show(id: int, db: Db = Depends(get_db)) -> TeamRead:
    team = await Teams(db).get(id)
    return TeamRead.model_validate(team)  # expect: lazy-load-in-async


@router.get("/teams/{id}/size")
async def size(id: int, db: Db = Depends(get_db)):
    team = await db.get(Club, id)
    if team is None:
        return 0
    return len(team.players)  # expect: lazy-load-in-async


@router.get("/sizes")
async def sizes(db: Db = Depends(get_db)):
    clubs = await all_teams(db)
    return {club.name: len(club.players) for club in clubs}  # expect: lazy-load-in-async


@router.post("/teams", response_model=TeamRead)
async def create(data: TeamName, db: Db = Depends(get_db)):
    team = Club(**data.model_dump())
    db.add(team)
    await db.commit()
    await db.refresh(team)
    return team  # expect: lazy-load-in-async

# file: app/schemas.py
from pydantic import BaseModel as Schema
from pydantic import Field


class TeamUpdate(Schema):
    name: str = Field(max_length=80)
    note: str = Field("", max_length=80)
# file: app/repository.py
from sqlalchemy import update

from app.models import Team
from app.schemas import TeamUpdate


class TeamRepository:
    def __init__(self, session) -> None:
        self.session = session

    async def update(self, team_id: int, data: TeamUpdate) -> None:
        values = data.model_dump(mode="json")  # expect: partial-update
        await self.session.execute(update(Team).where(Team.id == team_id).values(**values))

    async def columns(self, data: TeamUpdate) -> dict[str, object]:
        found = {}
        for key, value in data.dict(  # expect: partial-update
            exclude={"id"}, exclude_none=False
        ).items():
            if key == "name" and value is not None:
                value = value.strip()
            found[key] = value
        return found
# file: app/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Team(Base):
    __tablename__ = "teams"

    id: Mapped[int] = mapped_column(primary_key=True)
# file: app/main.py
from fastapi import APIRouter, FastAPI
from fastapi.encoders import jsonable_encoder

from app.repository import TeamRepository
from app.schemas import TeamUpdate as Change

app = FastAPI()
router = APIRouter()


@router.patch("/teams/{team_id}")
async def change_team(team_id: int, change: Change, session=None) -> None:
    repository = TeamRepository(session)
    await repository.update(team_id, change)
    await repository.columns(change)


@router.patch("/members/{member_id}")
async def change_member(member_id: int, change: Change, store=None) -> None:
    data = {**change.model_dump(), "id": member_id}  # expect: partial-update
    await store.update(member_id, data)


@router.patch("/groups/{group_id}")
async def change_group(group_id: int, change: Change, groups=None) -> None:
    await groups.update_one({"_id": group_id}, {"$set": jsonable_encoder(change)})  # expect: partial-update


app.include_router(router)

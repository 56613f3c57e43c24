/** Each resource has four endpoints, so ten make a module of forty. */
const RESOURCES = 10;

const HEAD = `from __future__ import annotations

import uuid
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from pydantic import BaseModel, Field
from sqlalchemy import String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bookshop.db.base import Base
from bookshop.db.session import get_session

SessionDep = Annotated[AsyncSession, Depends(get_session)]
`;

const models = (n: number): string => `

class Part${n}(Base):
    """A part of kind ${n}."""

    __tablename__ = "parts_${n}"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    status: Mapped[str] = mapped_column(String(20), default="open")


class Part${n}Create(BaseModel):
    title: str = Field(max_length=200)


class Part${n}Read(Part${n}Create):
    id: uuid.UUID
`;

const service = (n: number): string => `
    async def create_${n}(self, data: Part${n}Create) -> Part${n}:
        """Create a part of kind ${n}."""
        found = await self._session.scalar(select(Part${n}).where(Part${n}.title == data.title))
        if found is not None:
            raise HTTPException(status.HTTP_409_CONFLICT, detail="Part exists")
        part = Part${n}(title=data.title)
        self._session.add(part)
        await self._session.commit()
        return part

    async def get_${n}(self, part_id: uuid.UUID) -> Part${n}:
        """Get a part of kind ${n}."""
        part = await self._session.get(Part${n}, part_id)
        if part is None:
            raise HTTPException(status.HTTP_404_NOT_FOUND, detail="Part not found")
        return part

    async def close_${n}(self, part_id: uuid.UUID) -> Part${n}:
        """Close a part of kind ${n}."""
        part = await self.get_${n}(part_id)
        if part.status != "open":
            raise HTTPException(status.HTTP_409_CONFLICT, detail="Part is closed")
        part.status = "closed"
        await self._session.commit()
        return part

    async def delete_${n}(self, part_id: uuid.UUID) -> None:
        """Delete a part of kind ${n}."""
        await self._session.delete(await self.get_${n}(part_id))
        await self._session.commit()
`;

const routes = (n: number): string => `

@router.post("/kind-${n}", response_model=Part${n}Read, status_code=201)
async def create_${n}(data: Part${n}Create, service: ServiceDep) -> Part${n}:
    return await service.create_${n}(data)


@router.get("/kind-${n}/{part_id}", response_model=Part${n}Read)
async def get_${n}(part_id: uuid.UUID, service: ServiceDep) -> Part${n}:
    return await service.get_${n}(part_id)


@router.post("/kind-${n}/{part_id}/close", response_model=Part${n}Read)
async def close_${n}(part_id: uuid.UUID, service: ServiceDep) -> Part${n}:
    return await service.close_${n}(part_id)


@router.delete("/kind-${n}/{part_id}", status_code=204)
async def delete_${n}(part_id: uuid.UUID, service: ServiceDep) -> None:
    await service.delete_${n}(part_id)
`;

/** The files of a module with forty endpoints, by their names; always the same. */
export function partsModule(): Readonly<Record<string, string>> {
  const each = (part: (n: number) => string): string =>
    Array.from({ length: RESOURCES }, (_, index) => part(index + 1)).join("");
  const package_ = "bookshop.modules.parts";
  return {
    "__init__.py": "",
    "models.py": HEAD + each(models),
    "service.py": `${HEAD}from ${package_}.models import *


class PartService:
    """Keeps the parts."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
${each(service)}`,
    "router.py": `${HEAD}from ${package_}.models import *
from ${package_}.service import PartService

router = APIRouter(prefix="/parts", tags=["parts"])


def get_service(session: SessionDep) -> PartService:
    return PartService(session)


ServiceDep = Annotated[PartService, Depends(get_service)]
${each(routes)}`,
  };
}

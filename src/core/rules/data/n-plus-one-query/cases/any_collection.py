# file: app/roles.py
from fastapi import APIRouter, Depends
from pydantic import BaseModel
from app.config import registry
from app.repositories import PermissionRepository

router = APIRouter()


class RoleCreate(BaseModel):
    permissions: list[int]


@router.post("/roles")
async def create(role: RoleCreate, permissions: PermissionRepository = Depends()):
    found = []
    for permission_id in role.permissions:
        permission = await permissions.by_id(permission_id)  # expect: n-plus-one-query
        if permission is not None:
            found.append(permission)
    return found


@router.get("/hosts")
async def hosts(permissions: PermissionRepository = Depends()):
    return {tag: await permissions.by_tag(tag) for tag in registry.tags}  # expect: n-plus-one-query
# file: app/repositories.py
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession


class Permission: ...


class Base:
    def __init__(self, session: AsyncSession):
        self.session = session

    async def one(self, statement):
        return (await self.session.execute(statement)).scalar_one_or_none()


class ById:
    model: type

    async def by_id(self, key):
        statement = select(self.model).where(self.model.id == key)
        return await self.one(statement)


class PermissionRepository(Base, ById):
    model = Permission

    async def by_tag(self, tag):
        return await self.one(select(Permission).where(Permission.tag == tag))
# file: app/config.py
class Registry:
    def __init__(self):
        self.tags = {}


registry = Registry()

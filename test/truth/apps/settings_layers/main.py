"""Settings in layers: by environment's name from a dictionary, nested classes, constructor arguments, inheritance, aliases."""

import os
from typing import Final

from fastapi import APIRouter, FastAPI
from pydantic import AliasChoices, BaseModel, Field
from pydantic_settings import BaseSettings


class Common(BaseSettings):
    prefix: str = "/common"
    v1: str = Field("/v1", alias="TRUTH_V1")
    v2: str = Field(default="/v2", validation_alias=AliasChoices("TRUTH_V2", "TRUTH_TWO"))
    made: str = Field(default_factory=lambda: "/made")


class Development(Common):
    prefix: str = "/development"


class Production(Common):
    prefix: str = "/production"


class Routes(BaseModel):
    users: str = "/users"
    items: str = "/items"


class Nested:
    class Api:
        V1 = "/nested-v1"

    routes = Routes(items="/things")


BY_NAME = {"development": Development, "production": Production}
settings = BY_NAME[os.getenv("TRUTH_NO_SUCH_ENVIRONMENT", "development")]()
given = Production(prefix="/given")
API: Final = "/final"
copied = given.prefix
router = APIRouter()


@router.get("/x")
def x() -> str:
    return ""


app = FastAPI()
app.include_router(router, prefix=settings.prefix)
app.include_router(router, prefix=settings.v1 + settings.v2)
app.include_router(router, prefix=settings.made)
app.include_router(router, prefix=given.prefix)
app.include_router(router, prefix=copied + "/copied")
app.include_router(router, prefix=Nested.Api.V1)
app.include_router(router, prefix=Nested.routes.users)
app.include_router(router, prefix=Nested().routes.items)
app.include_router(router, prefix=API)
app.include_router(router, prefix=Routes().users + "/direct")

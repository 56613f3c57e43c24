# file: app/places.py
from pydantic import BaseModel as Model


class Country(Model):
    code: str


class City(Model):
    country: "Country | None" = None
# file: app/people.py
from typing import Annotated, Optional

from pydantic import BaseModel, Field

from app import places as geo


class Address(BaseModel):
    city: Annotated[geo.City, Field(description="where")]


class Person(BaseModel):  # expect: schema-depth
    addresses: dict[str, Optional[Address]]
# file: app/main.py
from fastapi import APIRouter, FastAPI

from app.people import Person as PersonOut

router = APIRouter()
router.add_api_route("/people", lambda: [], response_model=list[PersonOut])
app = FastAPI()
app.include_router(router)

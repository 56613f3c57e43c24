# file: .backend-spec.yaml
profile: modular
rules:
  schema-depth: { limit: 1 }
# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class CityRead(BaseModel):
    name: str


class AddressRead(BaseModel):
    city: CityRead


class PersonRead(BaseModel):  # expect: schema-depth
    address: AddressRead


@app.get("/person")
def read_person() -> PersonRead: ...

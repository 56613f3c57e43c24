"""SQLModel: table names by declared_attr, schemas, enum columns, keys in sa_column_args, Annotated fields, overrides."""

from fastapi import FastAPI

from models import Region, RegionRead

app = FastAPI()


@app.get("/regions/{region_id}", response_model=RegionRead)
def region(region_id: int) -> Region:
    return Region(id=region_id, name="")

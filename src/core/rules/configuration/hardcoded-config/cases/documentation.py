# file: app/schemas.py
from pydantic import BaseModel, Field


class Client(BaseModel):
    redirect_uri: str = Field(examples=["http://localhost:8000/callback"])
    model_config = {"json_schema_extra": {"example": {"redirect_uri": "http://localhost:8000/x"}}}
# file: app/main.py
import logging
import xml.etree.ElementTree as ET

from fastapi import APIRouter, FastAPI, Query
from fastapi.security import OAuth2PasswordBearer

PK_TOKEN = "token"
TOKEN_TYPE = "bearer"
logger = logging.getLogger(__name__)
scheme = OAuth2PasswordBearer(tokenUrl="auth/token")
app = FastAPI(servers=[{"url": "http://localhost:8000", "description": "here"}])
router = APIRouter(prefix="/gpx")


@router.get("/", responses={302: {"headers": {"Location": {"example": "http://localhost:3000"}}}})
def gpx(callback: str = Query("", examples=["http://localhost:3000/done"])) -> str:
    logger.info("running on %s", "http://localhost:8000")
    print("http://localhost:8000/docs")
    if callback.startswith("http://localhost:3000"):
        return TOKEN_TYPE
    return ET.Element("gpx", xmlns="http://www.topografix.com/GPX/1/1").tag

# file: .backend-spec.yaml
sensitive: [ssn]
# file: app/service.py
import os

import jwt
from fastapi import Cookie, Depends, FastAPI, HTTPException
from fastapi.security import OAuth2PasswordBearer
from loguru import logger
from prometheus_client import Counter

app = FastAPI()
scheme = OAuth2PasswordBearer(tokenUrl="login")
logins = Counter("logins", "All logins", ["who"])
API_KEY = os.environ["API_KEY"]


@app.get("/me")
def me(token: str = Depends(scheme), visit: str = Cookie()) -> None:
    logger.info("token {}", token)  # expect: secret-in-log
    logger.info("visit {}".format(visit))  # expect: secret-in-log
    print("key " + os.environ["API_KEY"])  # expect: secret-in-log
    logins.labels(token).inc()  # expect: secret-in-log


def check(token: str, authorization: str, person: dict) -> dict:
    try:
        return jwt.decode(token, API_KEY)
    except jwt.PyJWTError:
        logger.warning(f"bad {token}")  # expect: secret-in-log
        logger.debug("born %s", person["ssn"])  # expect: secret-in-log
        raise HTTPException(401, detail=f"no such header: {authorization}")  # expect: secret-in-log

# file: app/main.py
from fastapi import APIRouter, FastAPI
from sqlalchemy.orm import Session

router = APIRouter()


class Books:
    def __init__(self, db: Session) -> None:
        self.db = db

    def remove(self, keys: list[int]) -> None:  # expect: logic-in-router
        for key in keys:
            self.db.delete(key)


router.delete("/books")(Books().remove)
app = FastAPI()
app.include_router(router)

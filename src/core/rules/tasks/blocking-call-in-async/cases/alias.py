from time import sleep as pause
from fastapi import APIRouter, Depends, FastAPI

router = APIRouter()


async def slow():
    pause(1)  # expect: blocking-call-in-async
    yield 1


@router.get("/slow", dependencies=[Depends(slow)])
async def read(): ...


app = FastAPI()
app.include_router(router)

# file: app/__init__.py
# file: app/main.py
from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()


def log(message: str, end: str = "):", *, level: int = (1)):  # expect: missing-type-hints
    """Writes it down."""
    if not message:
        return
    print(message)


async def close(  # expect: missing-type-hints
    name: str,  # (not closed:
) :  # the end
    print(name)


class Job:
    async def run(  # expect: missing-type-hints
        self,
        name: str,
    ):
        print(name)

    @staticmethod
    def stop():  # expect: missing-type-hints
        print("stop")


@router.get("/ping")
def ping():  # expect: missing-type-hints
    print("ping")


def pong():  # expect: missing-type-hints
    print("pong")


app.add_api_route("/pong", pong)


def numbers():  # expect: missing-type-hints
    yield 1


def either(flag: bool):  # expect: missing-type-hints
    if flag:
        return 1


def fails():  # expect: missing-type-hints
    print("so")
    raise ValueError


def to_do():  # expect: missing-type-hints
    ...

# file: app/deps.py
from fastapi import Depends


def get_db():
    return object()


async def get_user(name: str, db=Depends(get_db), cache=Depends(get_db)):
    return await db.find(name, cache)


async def checked(name: str, _=Depends(get_db)) -> str:
    return name


async def optional(name: str, db=Depends(get_db)):
    db = db if hasattr(db, "find") else get_db()
    return db.find(name)


async def asked(name: str, db=Depends(get_db)):
    if isinstance(db, str):
        return name
    return None
# file: app/jobs.py
from app import deps
from app.deps import asked, checked, get_user, optional


async def run(db, options: dict[str, object], *rest: object) -> None:
    await get_user("a", db, db)
    await get_user("a", cache=None, db=db)
    await get_user("a", **options)
    await get_user(*rest)
    await checked("a")
    await optional("a")
    await asked("a")


async def handler(deps_get_user=None, get_user=deps) -> None:
    await get_user("a")

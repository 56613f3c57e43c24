# A class of the same name that no client ever sees.
class HTTPException(Exception):
    pass


def load(url: str) -> None:
    raise HTTPException(404, "No such page")

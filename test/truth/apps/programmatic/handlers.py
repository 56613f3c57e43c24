"""Functions and a service that become handlers elsewhere."""


async def fetch(limit: int = 10) -> list[int]:
    return []


def store() -> None:
    return None


class Service:
    def __init__(self, name: str) -> None:
        self.name = name

    def get(self) -> str:
        return self.name

    @staticmethod
    def fixed() -> str:
        return "fixed"

    def __call__(self) -> str:
        return self.name

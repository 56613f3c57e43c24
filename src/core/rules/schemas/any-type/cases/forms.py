import typing
from typing import Any, Optional
from typing import Any as Whatever


class Service:
    async def get(self, key: Whatever, *, fallback: Any = None) -> int:  # expect: any-type, any-type
        return 1

    @staticmethod
    def apply(key: "Any", change: typing.Any | None) -> None:  # expect: any-type, any-type
        print(change)


def find(key: Optional[Any], /) -> None:  # expect: any-type
    print(key.name)

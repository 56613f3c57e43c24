import typing as t


def apply(change: t.Any) -> None:  # expect: any-type
    print(change.x)

async def loops(rows):  # expect: complex-function
    async for row in rows:
        pass
    else:
        pass
    while rows:
        pass
    else:
        pass
    for a in [b for b in rows if b if a]:
        assert a and b and rows
    try:
        pass
    except ValueError:
        pass
    except (TypeError, KeyError):
        pass
    else:
        pass
    finally:
        pass


def matches(x):  # expect: complex-function
    match x:
        case 1 | 2:
            return 1
        case [a, b] if a > b:
            return 2
        case {"a": 1}:
            return 3
        case str() as name:
            return name
        case _:
            pass
    return (1 if x else 2) if x or x else [y for y in x if y or x and y]

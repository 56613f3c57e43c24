def ten(a, b, c):
    if a and b or c:
        return 1
    for x in a:
        if x:
            return 2
    with open(a) as f, open(b) as g:
        lambda x: x
    try:
        return [x for x in a]
    except ValueError:
        return a if b else c
    finally:
        print()

def run(rows):
    with open("a") as a:
        with open("b") as b:
            for x in a:
                for y in b:
                    while y:
                        y = y[x]


def goes_on(rows):
    for row in rows:
        try:
            with row:
                for x in row:
                    if x:
                        print(x)
                    print("after")
        finally:
            print("done")

def run(rows):
    for row in rows:
        if row:
            for x in row:
                if x:
                    print(x)

                    def inner(y):
                        if y:
                            for z in y:
                                print(z)
# file: tests/test_a.py
def test_a(rows):
    for row in rows:
        if row:
            for x in row:
                if x:
                    if row:
                        print(x)

def check(a):
    assert a and a and a and a and a and a and a and a and a and a and a
    assert a or a or a or a or a or a or a or a or a or a or a or a
    return a

def outer(a):
    def first(b):
        return b and b or b and b or b and b

    class Second:
        def third(self, b):
            return b and b or b and b or b and b

    if a or a and a:
        return first
    return Second

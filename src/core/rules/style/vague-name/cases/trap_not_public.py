def _process(x):
    return x


def outer():
    def handle():
        return 1

    return handle


class _Hidden:
    def get_data(self):
        return 1
# file: tests/test_x.py
def get_data():
    return 1

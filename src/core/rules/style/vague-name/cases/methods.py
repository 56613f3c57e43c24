class Service:
    def get_data(self):  # expect: vague-name
        return 1

    def do_stuff(self):  # expect: vague-name
        return 1

    def process(self):  # expect: vague-name
        return 1


class PaymentProcessor:
    def process(self):
        return 1


class Base:
    def get_data(self):  # expect: vague-name
        return 1


class Table(Base):
    def get_data(self):
        return 2

    def do_it(self):  # expect: vague-name
        return 2


async def do_import():  # expect: vague-name
    return 1

class Service:
    def get_data(self):  # expect: vague-name
        return 1

    def do_stuff(self):  # expect: vague-name
        return 1

    def process(self):
        return 1


async def do_import():  # expect: vague-name
    return 1

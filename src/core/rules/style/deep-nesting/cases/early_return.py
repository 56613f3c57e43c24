class Service:
    async def run(self, user):
        if user:  # expect: deep-nesting
            with open(user) as file:
                async for line in file:
                    try:
                        if line:
                            print(line)
                    except ValueError:
                        pass


def fails(user):
    if user is not None:  # expect: deep-nesting
        for a in user:
            for b in a:
                while b:
                    if b.ok:
                        b.next()
    else:
        raise ValueError
    print(user)

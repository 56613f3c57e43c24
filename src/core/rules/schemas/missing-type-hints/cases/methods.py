class UserService:
    def __init__(self, session):  # expect: missing-type-hints
        self.session = session

    async def get(self, user_id: int):  # expect: missing-type-hints
        return await self.session.get(user_id)

    @staticmethod
    def hash(password) -> str:  # expect: missing-type-hints
        return password

    @classmethod
    def create(cls, *, name, **extra) -> "UserService":  # expect: missing-type-hints
        return cls(extra["session"])

    @property
    def name(self):  # expect: missing-type-hints
        return "x"

"""Applications as attributes of servers, subclasses of FastAPI that route in __init__, wrapped applications."""

from fastapi import FastAPI

from servers import Api, Server

server = Server(prefix="/server")
api = server.app
api.mount("/typed", Api(title="typed"))
api.mount("/other", Api.with_prefix("/classmethod"))


class Wrapper:
    def __init__(self, app: FastAPI) -> None:
        self.app = app

    async def __call__(self, scope, receive, send):
        await self.app(scope, receive, send)


app = Wrapper(api)

# file: shop/clients.py
class Client: ...


class ClientFactory:  # expect: over-abstraction
    def __init__(self, url: str) -> None:
        self.url = url

    def create(self) -> Client:
        return Client()


class Store: ...


class FileStore(Store): ...


class MemoryStore(Store): ...


class StoreFactory:
    def create(self, kind: str) -> Store:
        return FileStore() if kind == "file" else MemoryStore()
# file: shop/factories.py
import factory
from shop.clients import Client


class ClientRowFactory(factory.Factory):
    def create(self) -> Client:
        return Client()

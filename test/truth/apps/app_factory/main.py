"""An application made by a factory in another module, which calls functions that include, mount and add middleware."""

from server.factory import create_app

app = create_app()

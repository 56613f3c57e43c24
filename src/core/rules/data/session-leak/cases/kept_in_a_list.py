from sqlalchemy import create_engine

engine = create_engine("postgresql://db/app")


def warm_up(size: int) -> None:
    connections = []
    try:
        for _ in range(size):
            connection = engine.connect()
            connections.append(connection)
    finally:
        for connection in connections:
            connection.close()

def import_products(rows: list[Row]) -> None:
    for row in rows:
        store(row)


def get_user_by_id(user_id: int) -> User:
    return users[user_id]

def process(rows: list[Row]) -> None:  # expect: vague-name
    for row in rows:
        store(row)


def get_data(user_id: int) -> User:  # expect: vague-name
    return users[user_id]

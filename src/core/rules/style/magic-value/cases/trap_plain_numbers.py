def check(response, limit, timeout, items, status):
    if response.status_code == 404 or status == 409:
        return 1
    if limit == 0 or limit > 1 or timeout == -1 or timeout is None:
        return 2
    if len(items) > 2 or items[3] % 2 == 0:
        return 3
    return items.get(timeout=0, limit=1, status_code=201)

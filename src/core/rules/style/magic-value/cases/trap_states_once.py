def close(order):
    if order.status == "open" or order.state == "":
        order.close()
    if order.name == "open" and order.kind == "open":
        order.close()
# file: tests/test_a.py
def test_a(client):
    client.get(timeout=30)

# file: tests/test_orders.py
from fastapi import HTTPException


def test_refused(service):
    service.place.side_effect = HTTPException(404, "Order not found")

"""Carts."""

from fastapi import APIRouter

router = APIRouter()


@router.get("/carts/{cart_id}")
def get_cart(cart_id: int) -> str:
    return ""

from fastapi import APIRouter, HTTPException

ORDER_NOT_FOUND = "Order not found"  # expect: error-constant-name

router = APIRouter()


@router.get("/orders/{order_id}")
async def get_order(order_id: int) -> dict[str, int]:
    if order_id > 1000:
        raise HTTPException(status_code=404, detail=ORDER_NOT_FOUND)
    return {"id": order_id}

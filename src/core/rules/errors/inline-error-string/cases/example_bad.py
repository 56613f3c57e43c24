from fastapi import APIRouter, HTTPException

router = APIRouter()


@router.get("/orders/{order_id}")
async def get_order(order_id: int) -> dict[str, int]:
    if order_id > 1000:
        raise HTTPException(status_code=404, detail=f"Order {order_id} not found")  # expect: inline-error-string
    return {"id": order_id}

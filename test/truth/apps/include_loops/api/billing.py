"""Billing, with a prefix of its own."""

from fastapi import APIRouter

router = APIRouter(prefix="/billing", tags=["own"])


@router.get("")
def list_bills() -> str:
    return ""


@router.post("/", status_code=201)
def create_bill() -> str:
    return ""

from fastapi import HTTPException


def first():
    x = "🙂"; raise HTTPException(404, "Nothing is here 🙃")  # expect: inline-error-string


def second():
    raise HTTPException(404, "Нет такого заказа")  # expect: inline-error-string

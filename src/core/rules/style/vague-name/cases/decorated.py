from fastapi import APIRouter

router = APIRouter()


@router.get("/x")
async def handle():  # expect: vague-name
    return 1


if True:

    def helper():  # expect: vague-name
        return 1

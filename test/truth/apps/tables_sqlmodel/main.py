"""SQLModel: table names, Field options, non-table bases, link models, relationships, sa_column and sa_type."""

from fastapi import FastAPI

from models import Hero, HeroBase, HeroCreate

app = FastAPI()


@app.post("/heroes", response_model=Hero)
def create(hero: HeroCreate) -> HeroBase:
    return hero


@app.get("/heroes")
def heroes() -> list[Hero]:
    return []

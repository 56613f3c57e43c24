# file: app/main.py
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class UserCreate(BaseModel):
    name: str


class UserUpdate(BaseModel):
    name: str


class UserRead(BaseModel):
    name: str


class OrderCreate(BaseModel):
    name: str


class OrderUpdate(BaseModel):
    name: str


class OrderRead(BaseModel):
    name: str


class ItemCreate(BaseModel):
    name: str


class ItemUpdate(BaseModel):
    name: str


class ItemRead(BaseModel):
    name: str


class TaskCreate(BaseModel):
    name: str


class TaskUpdate(BaseModel):
    name: str


class TaskRead(BaseModel):
    name: str


class TeamCreate(BaseModel):
    name: str


class TeamUpdate(BaseModel):
    name: str


class TeamRead(BaseModel):
    name: str


class PlanCreate(BaseModel):
    name: str


class PlanUpdate(BaseModel):
    name: str


class PlanRead(BaseModel):
    name: str


class TeamMove(BaseModel):  # expect: schema-name
    name: str


class ReportCreate(BaseModel):
    name: str


@app.post("/users")
def create_user(given: UserCreate) -> UserRead: ...


@app.put("/users")
def update_user(given: UserUpdate) -> UserRead: ...


@app.post("/orders")
def create_order(given: OrderCreate) -> OrderRead: ...


@app.put("/orders")
def update_order(given: OrderUpdate) -> OrderRead: ...


@app.post("/items")
def create_item(given: ItemCreate) -> ItemRead: ...


@app.put("/items")
def update_item(given: ItemUpdate) -> ItemRead: ...


@app.post("/tasks")
def create_task(given: TaskCreate) -> TaskRead: ...


@app.put("/tasks")
def update_task(given: TaskUpdate) -> TaskRead: ...


@app.post("/teams")
def create_team(given: TeamCreate) -> TeamRead: ...


@app.put("/teams")
def update_team(given: TeamUpdate) -> TeamRead: ...


@app.post("/plans")
def create_plan(given: PlanCreate) -> PlanRead: ...


@app.put("/plans")
def update_plan(given: PlanUpdate) -> PlanRead: ...


@app.post("/teams/move")
def move_team(given: TeamMove) -> None: ...


@app.post("/reports")
def create_report(given: ReportCreate) -> None: ...

import { expect, test } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import type { DiagramKind } from "../diagramKinds";
import type { CodeDiagram } from "./codeDiagram";
import { codeDiagrams } from "./codeDiagrams";

async function drawn(
  files: Readonly<Record<string, string>>,
  kind: DiagramKind,
  of?: string,
): Promise<readonly CodeDiagram[]> {
  const made = codeDiagrams({ kind, path: "", of }, await codeBaseOf(files));
  if ("problem" in made) throw new Error(made.problem);
  return made;
}

const tables = {
  "app/base.py": `
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    class Base(DeclarativeBase):
        pass
    class Stamped:
        made_at: Mapped[int]
  `,
  "app/models.py": `
    from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, String, Table, UniqueConstraint
    from sqlalchemy.orm import Mapped, mapped_column
    from app.base import Base, Stamped
    class User(Stamped, Base):
        __tablename__ = "end"
        id: Mapped[int] = mapped_column(primary_key=True)
        boss_id: Mapped[int | None] = mapped_column(ForeignKey("end.id"))
    class Profile(Base):
        __tablename__ = 'my "profiles"'
        user_id: Mapped[int] = mapped_column(ForeignKey("end.id"), primary_key=True)
        lost_id: Mapped[int] = mapped_column(Integer, ForeignKey("gone.id"))
    class Line(Base):
        __tablename__ = "lines"
        __table_args__ = (ForeignKeyConstraint(["a", "b"], ["pairs.a", "pairs.b"]),)
        id: Mapped[int] = mapped_column(primary_key=True)
        a: Mapped[int]
        b: Mapped[int]
    class Pair(Base):
        __tablename__ = "pairs"
        a: Mapped[int] = mapped_column(primary_key=True)
        b: Mapped[int] = mapped_column(primary_key=True)
    tags = Table(
        "tags", Base.metadata,
        Column("user", ForeignKey("end.id"), primary_key=True),
        Column("2nd name", String, primary_key=True),
    )
  `,
};

test("tables have their columns, keys and references, each with its place", async () => {
  const [er] = await drawn(tables, "er");
  expect(er?.text.split("\n")).toEqual([
    "erDiagram",
    '    "end" {',
    "        Integer id PK",
    '        Integer boss_id FK "nullable"',
    '        Integer made_at "from Stamped"',
    "    }",
    "    lines {",
    "        Integer id PK",
    "        Integer a FK",
    "        Integer b FK",
    "    }",
    "    \"my 'profiles'\" {",
    "        Integer user_id PK, FK",
    "        Integer lost_id FK",
    "    }",
    "    pairs {",
    "        Integer a PK",
    "        Integer b PK",
    "    }",
    "    tags {",
    "        Integer user PK, FK",
    '        String c_2nd_name PK "2nd name"',
    "    }",
    "    %% no model declares gone",
    "    gone",
    '    "end" |o--o{ "end" : "boss_id"',
    '    pairs ||--o{ lines : "a, b"',
    '    "end" ||--o| "my \'profiles\'" : "user_id"',
    '    gone ||--o{ "my \'profiles\'" : "lost_id"',
    '    "end" ||--o{ tags : "user"',
  ]);
  const placeOf = (text: string) => {
    const line = er?.text.split("\n").findIndex((one) => one.trim() === text);
    const link = er?.links.find(({ diagramLine }) => diagramLine === line);
    return `${link?.path}:${link?.line}`;
  };
  expect(placeOf('"end" {')).toBe("app/models.py:4");
  expect(placeOf('Integer made_at "from Stamped"')).toBe("app/base.py:5");
  expect(placeOf('"end" ||--o{ tags : "user"')).toBe("app/models.py:24");
});

test("one table stands with its neighbours, a mistyped one is none", async () => {
  const [er] = await drawn(tables, "er", "pairs");
  expect(er?.text).toContain("lines {");
  expect(er?.text).not.toContain("tags");
  const code = await codeBaseOf(tables);
  expect(codeDiagrams({ kind: "er", path: "app", of: "pair" }, code)).toEqual({
    problem: "There is no “pair” here; did you mean “Pair”?",
  });
  expect(codeDiagrams({ kind: "er", path: "nowhere" }, code)).toEqual({
    problem: "There is no Python file at “nowhere”.",
  });
  expect(codeDiagrams({ kind: "class", path: "" }, code)).toEqual({
    problem: "There is no schema in the project.",
  });
});

const shop = {
  "app/main.py": `
    from fastapi import FastAPI
    from app.orders.router import router
    app = FastAPI()
    app.include_router(router)
  `,
  "app/orders/tasks.py": `
    from celery import Celery
    celery = Celery("app")
    @celery.task
    def send_mail(order_id: int) -> None: ...
  `,
  "app/orders/schemas.py": `
    from pydantic import BaseModel
    class Schema(BaseModel):
        pass
    class LineRead(Schema):
        amount: int
    class OrderRead(Schema):
        id: int
        lines: list[LineRead] = []
  `,
  "app/orders/service.py": `
    from fastapi import HTTPException
    from sqlalchemy.ext.asyncio import AsyncSession
    from app.orders.tasks import send_mail
    class OrderService:
        def __init__(self, session: AsyncSession) -> None:
            self.session = session
        async def pay(self, ids: list[int], force: bool) -> None:
            for one in ids:
                order = await self.session.get(dict, one)
                if order is None:
                    raise HTTPException(404, detail="No such order")
                elif force:
                    await self.session.delete(order)
                else:
                    self.session.add(order)
            try:
                await self.session.commit()
            except ValueError:
                await self.session.rollback()
                raise HTTPException(409)
            [await self.session.refresh(one) for one in ids]
            send_mail.delay(1)
  `,
  "app/orders/router.py": `
    from fastapi import APIRouter, Depends
    from sqlalchemy.ext.asyncio import AsyncSession
    from app.orders.schemas import OrderRead
    from app.orders.service import OrderService
    router = APIRouter(prefix="/orders")
    async def get_session() -> AsyncSession: ...
    @router.post("/pay", response_model=OrderRead)
    async def pay(session: AsyncSession = Depends(get_session)):
        return await OrderService(session).pay([1], True)
    @router.get("/unknown")
    async def unknown(thing):
        return await thing.helper.work()
  `,
};

test("a request has its branches, loops, errors and queue", async () => {
  const [pay, unknown] = await drawn(shop, "sequence");
  expect(pay?.title).toBe("POST /orders/pay");
  expect(pay?.text.split("\n").map((line) => line.slice(4))).toEqual([
    "enceDiagram",
    "participant Client",
    "participant Router",
    "participant OrderService",
    "participant Database",
    "participant Celery_queue as Celery queue",
    "Client->>Router: POST /orders/pay",
    "Router->>OrderService: pay()",
    "loop for one in ids",
    "    OrderService->>Database: get()",
    "    alt order is None",
    "        Note over OrderService: raises HTTPException 404 (No such order)",
    "    else force",
    "        OrderService->>Database: delete()",
    "    else otherwise",
    "        OrderService->>Database: add()",
    "    end",
    "end",
    "OrderService->>Database: commit()",
    "opt on ValueError",
    "    OrderService->>Database: rollback()",
    "    Note over OrderService: raises HTTPException 409",
    "end",
    "loop for one in ids",
    "    OrderService->>Database: refresh()",
    "end",
    "OrderService->>Celery_queue: send_mail",
    "Router-->>Client: 200 OrderRead",
  ]);
  expect(unknown?.text).toContain("Note over Router: calls thing.helper.work(), of which nothing");
  const [one] = await drawn(shop, "sequence", "OrderService.pay");
  expect(one?.text).toContain("Caller->>OrderService: pay()");
});

test("an early return, a method that is left open, and a library with a session are followed", async () => {
  const [get] = await drawn(
    {
      "app/main.py": `
        from abc import ABC, abstractmethod
        from fastapi import Depends, FastAPI
        from fastcrud import FastCRUD
        from sqlalchemy.ext.asyncio import AsyncSession
        app = FastAPI()
        crud = FastCRUD(dict)
        class Port(ABC):
            @abstractmethod
            async def find(self, db: AsyncSession): ...
        class Adapter(Port):
            async def find(self, db: AsyncSession):
                return await db.get(dict, 1)
        async def get_session() -> AsyncSession: ...
        async def get_port() -> Port: ...
        @app.get("/")
        async def read(db: AsyncSession = Depends(get_session), port: Port = Depends(get_port)):
            known = await crud.get(db=db)
            if known:
                return known
            return await port.find(db)
      `,
    },
    "sequence",
  );
  expect(get?.text.split("\n").slice(5, -1)).toEqual([
    "    Client->>Router: GET /",
    "    Router->>Database: get()",
    "    opt not known",
    "        Router->>Adapter: find()",
    "        Adapter->>Database: get()",
    "    end",
  ]);
});

test("schemas have what they inherit from and hold, the whole has its parts", async () => {
  const [classes] = await drawn(shop, "class");
  expect(classes?.text.split("\n")).toEqual([
    "classDiagram",
    "    class Schema",
    "    class LineRead {",
    "        amount: int",
    "    }",
    "    class OrderRead {",
    "        id: int",
    "        lines?: list[LineRead]",
    "    }",
    "    Schema <|-- LineRead",
    "    Schema <|-- OrderRead",
    '    OrderRead --> "*" LineRead : lines',
  ]);
  const [architecture] = await drawn(shop, "architecture");
  expect(architecture?.text).toContain("orders --> Celery_queue");
  expect(architecture?.text).toContain('Celery_queue -->|"runs"| orders');
  const [modules] = await drawn(shop, "modules");
  expect(modules?.text).toContain("main --> orders");
});

test("much is cut with a word about it", async () => {
  const many = Array.from(
    { length: 200 },
    (_, index) => `        await self.session.get(dict, ${index})`,
  );
  const [pay] = await drawn(
    {
      ...shop,
      "app/orders/service.py": [
        "from sqlalchemy.ext.asyncio import AsyncSession",
        "class OrderService:",
        "    def __init__(self, session: AsyncSession) -> None:",
        "        self.session = session",
        "    async def pay(self, ids: list[int], force: bool) -> None:",
        ...many,
      ].join("\n"),
    },
    "sequence",
    "pay",
  );
  expect(pay?.text).toContain("Note over Router: 200 more steps left out");
});

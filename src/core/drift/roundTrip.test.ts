import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { driftRules } from "../rules/registry";
import { applyFixes } from "../rules/testing/lintCase";
import { readFacts } from "../spec/fromCode/readFacts";
import { generateSpec } from "../spec/generateSpec";
import { createTestProject } from "../testing/testProject";

const example = join(import.meta.dirname, "../../../examples/bookshop");

/** The Python files of the example by their paths. */
const python = Object.fromEntries(
  readdirSync(example, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".py"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(example, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);

const modules = ["orders", "books", "customers"];
const select = driftRules.map(({ meta }) => meta.name);

type Files = Readonly<Record<string, string>>;

/** The spec that a module of the example has by its code. */
async function specOf(
  module: string,
  format: string,
  { project, fileSystem }: Awaited<ReturnType<typeof createTestProject>>,
): Promise<string> {
  const code = readFacts(module, project.code);
  if ("problem" in code) throw new Error(code.problem);
  const request = { line: "", format, code, folder: project.root, specsFolder: "specs" };
  const spec = await generateSpec(request, {
    fileSystem,
    clock: { today: () => "2026-11-21" },
  });
  if ("problem" in spec) throw new Error(spec.problem);
  return spec.plan.creations[0]?.content ?? "";
}

/** One project for all tests, which learns of each change as that of an editor does. */
let live: Awaited<ReturnType<typeof createTestProject>>;
let written: Files = {};
beforeAll(async () => {
  live = await createTestProject({});
});

/** What the rules say of a spec. */
async function drift(files: Files) {
  const { project, fileSystem } = live;
  for (const [path, text] of Object.entries(files)) {
    if (written[path] === text) continue;
    fileSystem.write(path, text);
    await project.refresh(`${project.root}/${path}`);
  }
  written = files;
  return await project.check("spec.md", { select, ignore: [] });
}

async function rulesOf(files: Files): Promise<string[]> {
  const { findings, errors } = await drift(files);
  expect(errors).toEqual([]);
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

/** Applies the fixes of a spec's findings until none is left that has one. */
async function fixed(files: Files): Promise<Files> {
  let current = files;
  for (let round = 0; round < 5; round++) {
    const report = await drift(current);
    const fixable = report.findings.filter(({ fix }) => fix !== undefined);
    if (fixable.length === 0) return current;
    current = { ...current, ...applyFixes({ files: current, expected: [] }, report, fixable) };
  }
  return current;
}

const specs = new Map<string, string>();
beforeAll(async () => {
  const given = await createTestProject(python);
  for (const module of modules) {
    for (const format of ["module", "service"]) {
      specs.set(`${module} ${format}`, await specOf(`bookshop/modules/${module}`, format, given));
    }
  }
}, 60_000);

function filesOf(module: string, format: string): Files {
  return { ...python, "spec.md": specs.get(`${module} ${format}`) ?? "" };
}

describe.each(modules)("the spec of %s from its code", (module) => {
  test.each(["module", "service"])("has no drift as a %s", async (format) => {
    expect(await rulesOf(filesOf(module, format))).toEqual([]);
  });
});

test("the example's own spec has no drift", async () => {
  const path = join(example, "specs/001-order-service/backend-spec.md");
  expect(await rulesOf({ ...python, "spec.md": readFileSync(path, "utf8") })).toEqual([]);
});

const orders = "bookshop/modules/orders";

/** Changes of the code: a file of the example, what stands there, what is to stand there, and the rule that tells. */
const inCode: readonly (readonly [string, string, string, string])[] = [
  [`${orders}/service.py`, "async def pay_order(", "async def settle_order(", "drift-method"],
  [
    `${orders}/service.py`,
    "order_id: uuid.UUID, version: int",
    "order_id: str, version: int",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "async def get_order(self, order_id: uuid.UUID)",
    "async def get_order(self, order_id: uuid.UUID, deleted: bool = False)",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "async def get_order(self, order_id: uuid.UUID) -> Order:",
    "async def get_order(self, order_id: uuid.UUID) -> Order | None:",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "status: OrderStatus | None\n",
    "status: OrderStatus | None = None\n",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "def order_total_cents(unit_price_cents: int",
    "async def order_total_cents(unit_price_cents: int",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "    async def _get_version(",
    "    async def find_version(",
    "drift-method",
  ],
  [
    `${orders}/service.py`,
    "HTTP_404_NOT_FOUND, detail=ERROR_ORDER_NOT_FOUND",
    "HTTP_410_GONE, detail=ERROR_ORDER_NOT_FOUND",
    "drift-error",
  ],
  [
    `${orders}/service.py`,
    "http_status.HTTP_400_BAD_REQUEST, detail",
    "http_status.HTTP_418_IM_A_TEAPOT, detail",
    "drift-error",
  ],
  ["bookshop/common/errors.py", "HTTP_409_CONFLICT", "HTTP_423_LOCKED", "drift-error"],
  [`${orders}/router.py`, "HTTP_201_CREATED", "HTTP_202_ACCEPTED", "drift-endpoint"],
  [`${orders}/router.py`, '"/{order_id}/pay"', '"/{order_id}/payment"', "drift-endpoint"],
  [
    `${orders}/router.py`,
    '@router.post("/{order_id}/ship"',
    '@router.put("/{order_id}/ship"',
    "drift-endpoint",
  ],
  [
    `${orders}/router.py`,
    '@router.post("/{order_id}/cancel", response_model=OrderRead)\n',
    "",
    "drift-endpoint",
  ],
  [
    `${orders}/router.py`,
    '@router.get("/{order_id}", response_model=OrderRead)\n',
    '@router.get("/{order_id}", response_model=OrderRead)\n@router.get("/{order_id}/all", response_model=OrderRead)\n',
    "drift-endpoint",
  ],
  [
    `${orders}/router.py`,
    '"/{order_id}", response_model=OrderRead',
    '"/{order_id}", response_model=OrderSummaryRead',
    "drift-endpoint",
  ],
  [`${orders}/schemas.py`, "book_title: str | None", "book_title: str", "drift-model"],
  [`${orders}/schemas.py`, "default=1, ge=1", "default=2, ge=1", "drift-model"],
  [`${orders}/schemas.py`, "    unit_price_cents: int\n", "", "drift-model"],
  [
    `${orders}/schemas.py`,
    "    unit_price_cents: int\n",
    "    unit_price_cents: int\n    currency: str\n",
    "drift-model",
  ],
  [`${orders}/models.py`, "quantity: Mapped[int]", "quantity: Mapped[int | None]", "drift-model"],
  [`${orders}/models.py`, "total_cents: Mapped[int]", "total_cents: Mapped[float]", "drift-model"],
  ["bookshop/infrastructure/settings.py", "default=50", "default=60", "drift-config"],
  [
    "bookshop/infrastructure/settings.py",
    "max_quantity: int",
    "max_quantity: float",
    "drift-config",
  ],
  [
    `${orders}/models.py`,
    '    CANCELLED = "cancelled"\n',
    '    CANCELLED = "cancelled"\n    LOST = "lost"\n',
    "drift-state",
  ],
  [`${orders}/models.py`, 'SHIPPED = "shipped"', 'SHIPPED = "sent"', "drift-state"],
  [
    `${orders}/service.py`,
    "if order.status != OrderStatus.PAID:",
    "if order.status != OrderStatus.PENDING:",
    "drift-state",
  ],
  [
    `${orders}/service.py`,
    "not in (OrderStatus.PENDING, OrderStatus.PAID)",
    "!= OrderStatus.PENDING",
    "drift-state",
  ],
  [`${orders}/service.py`, "order.paid.v1", "order.paid.v2", "drift-event"],
  [
    `${orders}/service.py`,
    "        await self._save(order, EVENT_ORDER_SHIPPED)\n",
    '        await self._save(order, EVENT_ORDER_SHIPPED)\n        await self._save(order, "order.sent.v1")\n',
    "drift-event",
  ],
  [`${orders}/service.py`, 'EVENT_ORDER_SHIPPED = "order.shipped.v1"\n', "", "drift-event"],
  [
    `${orders}/service.py`,
    "        await self.books.release_copies(order.book_id, order.quantity)\n",
    "",
    "drift-diagram",
  ],
  [
    `${orders}/service.py`,
    "        order = await self.repository.get(order_id)\n",
    "        order = await self.repository.get(order_id)\n        await self.customers.list_customers(None)\n",
    "drift-diagram",
  ],
  ["bookshop/modules/books/service.py", "reserve_copies", "hold_copies", "drift-diagram"],
  [`${orders}/service.py`, "as shipped (BR-005)", "as shipped", "drift-rule"],
];

describe.each(["module", "service"])("a change of the code shows in a %s", (format) => {
  test.each(inCode)("%s: %s → %s", async (path, from, to, rule) => {
    const files = filesOf("orders", format);
    const text = files[path] ?? "";
    expect(text).toContain(from);
    const changed = { ...files, [path]: text.replaceAll(from, () => to) };
    expect(await rulesOf(changed)).toEqual([rule]);
    const mended = await fixed(changed);
    expect(await rulesOf(mended)).toEqual([]);
    expect(mended[path]).toBe(changed[path]);
  });
});

/** Changes of the spec, and the rule that tells. */
const inSpec: readonly (readonly [string, string, string])[] = [
  [
    "async def pay_order(self, order_id: UUID",
    "async def pay_order(self, key: UUID",
    "drift-method",
  ],
  ["async def ship_order(", "def ship_order(", "drift-method"],
  ["-> list[OrderSummaryRead]:", "-> list[Order]:", "drift-method"],
  ["async def cancel_order(", "async def revoke_order(", "drift-method"],
  ["customer_id: UUID | None, status", "customer_id: UUID, status", "drift-method"],
  ["OutOfStockError`](../../bookshop", "SoldOutError`](../../bookshop", "drift-error"],
  [
    "- `GET /api/v1/orders/{order_id}` answers 200",
    "- `GET /api/v1/orders/{order_id}` answers 206",
    "drift-endpoint",
  ],
  [
    "- `POST /api/v1/orders/{order_id}/pay`",
    "- `PATCH /api/v1/orders/{order_id}/pay`",
    "drift-endpoint",
  ],
  ["answers 201 `OrderRead`", "answers 201 `OrderSummaryRead`", "drift-endpoint"],
  ["    book_title: str | None\n", "", "drift-model"],
  [
    "    book_title: str | None\n",
    "    book_title: str | None\n    subtitle: str\n",
    "drift-model",
  ],
  ["    total_cents: int\n    status", "    total_cents: Decimal\n    status", "drift-model"],
  ["    quantity: int = 1", "    quantity: int = 3", "drift-model"],
  ['    SHIPPED = "shipped"\n', "", "drift-state"],
  ["    PAID --> SHIPPED", "    PENDING --> SHIPPED", "drift-state"],
  ["    PENDING --> CANCELLED: cancel_order\n", "", "drift-state"],
  ["order.paid.v1", "order.settled.v1", "drift-event"],
  ["order.cancelled.v1", "parcel.lost.v1", "drift-event"],
  ["| CustomerService |", "| RatingService |", "drift-dependency"],
  ["| BookService     |", "| Redis           |", "drift-dependency"],
  ["    OrderService->>BookService: release_copies()\n", "", "drift-diagram"],
  [
    "OrderService->>BookService: release_copies()",
    "OrderService->>BookService: free_copies()",
    "drift-diagram",
  ],
  ["Router-->>Client: 201 OrderRead", "Router-->>Client: 202 OrderRead", "drift-diagram"],
  ["    OrderService --> BookService\n", "", "drift-diagram"],
  ["| BR-006 |", "| BR-016 |", "drift-rule"],
  [
    "    OrderService --> SQLite\n",
    "    OrderService --> SQLite\n    OrderService --> Redis[(Redis)]\n",
    "drift-diagram",
  ],
];

describe.each(["module", "service"])("a change of a %s shows", (format) => {
  test.each(inSpec)("%s → %s", async (from, to, rule) => {
    const files = filesOf("orders", format);
    const text = files["spec.md"] ?? "";
    expect(text).toContain(from);
    const changed = { ...files, "spec.md": text.replace(from, () => to) };
    expect(await rulesOf(changed)).toEqual([rule]);
    expect(await rulesOf(await fixed(changed))).toEqual([]);
  });
});

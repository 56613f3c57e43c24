import { beforeAll, describe, expect, test } from "vitest";
import { callsIn } from "../../behaviour/requestFlow";
import { codeBaseOf } from "../../testing/testCodeBase";
import type { CodeFacts } from "./facts";
import { readFacts } from "./readFacts";
import { shop } from "./shop";

async function factsOf(
  path: string,
  files: Readonly<Record<string, string>> = shop,
): Promise<CodeFacts> {
  const facts = readFacts(path, await codeBaseOf(files));
  if ("problem" in facts) throw new Error(facts.problem);
  return facts;
}

async function problemOf(path: string): Promise<string> {
  const facts = readFacts(path, await codeBaseOf(shop));
  if (!("problem" in facts)) throw new Error("there are facts");
  return facts.problem;
}

describe("a module's facts", () => {
  let facts: CodeFacts;
  beforeAll(async () => {
    facts = await factsOf("app/orders");
  });

  test("are named after its service", () => {
    expect(facts).toMatchObject({
      name: "OrderService",
      purpose: "Leads orders.",
      path: "app/orders",
    });
  });

  test("hold its tables, schemas and enumerations", () => {
    expect(facts.models.map(({ name, table }) => [name, table])).toEqual([
      ["Order", "orders"],
      ["OrderRead", undefined],
    ]);
    expect(facts.models[0]?.fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      "id: int",
      "status: Status",
    ]);
    expect(facts.enums[0]?.members).toEqual([
      { name: "OPEN", value: '"open"' },
      { name: "PAID", value: '"paid"' },
      { name: "SENT", value: '"sent"' },
    ]);
  });

  test("hold each public method with what it and its callees raise", () => {
    const [service] = facts.services;
    expect(service?.methods.map(({ signature }) => signature)).toEqual([
      "async def pay(self, order_id: int, *, force: bool = False) -> Order",
      "async def send(self, order_id: int) -> Order",
      "async def reset(self, order: Order)",
    ]);
    expect(
      service?.methods[0]?.raises.map(({ name, status, detail }) => [name, status, detail]),
    ).toEqual([
      ["NotOpenError", 409, "Only an open order is paid"],
      ["HTTPException", 404, "No such order"],
    ]);
    // What is caught on the way is none of its errors.
    expect(service?.methods[2]?.raises).toEqual([]);
  });

  test("hold endpoints with the calls down to the database", () => {
    const [pay] = facts.endpoints;
    expect(pay).toMatchObject({
      method: "POST",
      route: "/orders/{order_id}/pay",
      status: 202,
      response: "OrderRead",
    });
    expect(
      callsIn(pay?.flow.steps ?? []).map(({ from, to, text }) => `${from} > ${to}: ${text}`),
    ).toEqual([
      "Router > OrderService: pay()",
      "OrderService > OrderRepository: get()",
      "OrderRepository > Database: get()",
      "OrderService > Database: commit()",
    ]);
  });

  test("hold what it needs, and the settings that it reads", () => {
    expect(facts.dependencies.map(({ name, type }) => [name, type])).toEqual([
      ["Database", "Database"],
      ["StockService", "Internal service"],
    ]);
    expect(facts.settings.map(({ environment, default: value }) => [environment, value])).toEqual([
      ["LIMIT", "5"],
    ]);
  });

  test("hold the states with the guards around each assignment", () => {
    const [state] = facts.states;
    expect(state).toMatchObject({
      enum: "Status",
      field: "status",
      members: ["OPEN", "PAID", "SENT"],
    });
    expect(state?.initial.map(({ to }) => to)).toEqual(["OPEN"]);
    expect(state?.transitions.map(({ from, to, by }) => [from, to, by])).toEqual([
      [["OPEN"], "PAID", "pay"],
      [["PAID"], "SENT", "send"],
      [undefined, "OPEN", "reset"],
    ]);
  });

  test("hold what it logs and its tests", () => {
    expect(facts.logs.map(({ level, event, fields }) => [level, event, fields])).toEqual([
      ["info", '"order paid"', ["order_id"]],
    ]);
    expect(facts.tests.map(({ name, path, line }) => [name, path, line])).toEqual([
      ["test_pay", "tests/test_orders.py", 1],
    ]);
  });
});

test("a class of a file is told apart from the others", async () => {
  const facts = await factsOf("app/stock.py:StockService");
  expect(facts.services.map(({ name }) => name)).toEqual(["StockService"]);
});

describe("a problem", () => {
  test.each([
    ["app/nothing", "There is no Python file below “app/nothing”."],
    ["app/nothing.py", "There is no file “app/nothing.py”"],
    ["app/stock.py:Nobody", "There is no class “Nobody” in app/stock.py."],
    ["app/empty.py", "There is no service, endpoint, task or model in “app/empty.py”."],
  ])("is %j", async (path, message) => {
    expect(await problemOf(path)).toContain(message);
  });
});

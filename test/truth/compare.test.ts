import { describe, expect, it } from "vitest";
import { appNames, statedOf, truthsOf } from "./apps";
import { compare } from "./compare";
import { type Inspected, inspectSchema, type Truth } from "./shapes";

/** The truth as `inspect` would print it. */
function asInspected(truth: Truth): Inspected {
  return inspectSchema.parse({
    endpoints: truth.routes.flatMap((r) =>
      r.methods.map((method) => ({
        ...r,
        method,
        status: r.status_code ?? 200,
        response: r.response_model === "None" ? null : r.response_model,
      })),
    ),
    models: truth.tables.map((t) => ({
      ...t,
      table: t.name,
      columns: t.columns.map((c) => ({
        ...c,
        primaryKey: c.primary_key,
        foreignKeys: c.foreign_keys,
      })),
    })),
    unresolved: [],
  });
}

const stated = { unresolved: [] };
const truth: Truth = {
  routes: [
    {
      path: "/users/{id}",
      methods: ["GET", "HEAD"],
      endpoint: "main:get_user",
      kind: "api",
      status_code: null,
      response_model: "<class 'main.UserRead'>",
      tags: ["users"],
      file: "main.py",
      line: 8,
      def: 10,
    },
  ],
  tables: [
    {
      name: "users",
      schema: null,
      columns: [
        {
          name: "email",
          type: "String",
          nullable: false,
          primary_key: false,
          unique: true,
          indexed: false,
          foreign_keys: [],
        },
      ],
    },
  ],
};

/** The misses when one thing in the right answer is changed. */
function missesWith(change: (inspected: Inspected) => void): string[] {
  const inspected = asInspected(truth);
  change(inspected);
  return compare([truth], inspected, stated).misses.map((m) => `${m.part} ${m.kind}`);
}

describe("compare", () => {
  it.each(appNames())("finds nothing wrong with the truth of %s itself", (name) => {
    const truths = truthsOf(name);
    const unresolved = statedOf(name).unresolved.map(({ what, reason }) => ({ what, reason }));
    expect(truths.length).toBeGreaterThan(0);
    for (const whole of truths) {
      const { misses, scores } = compare(truths, asInspected(whole), { unresolved });
      expect(misses).toEqual([]);
      expect(scores.columns.right).toBe(scores.columns.wanted);
    }
  });

  it("accepts any line from the first decorator to the def, and a bare model name", () => {
    const accepted = missesWith(({ endpoints }) => {
      for (const e of endpoints) Object.assign(e, { line: 9, response: "UserRead" });
    });
    expect(accepted).toEqual([]);
  });

  it.each<[string, (inspected: Inspected) => void, string[]]>([
    // One for `GET`, one for the `HEAD` that Starlette adds to it.
    ["no endpoints", (i) => i.endpoints.splice(0), ["endpoints missed", "endpoints missed"]],
    [
      "another path",
      (i) => set(i.endpoints, { path: "/x" }),
      ["endpoints missed", "endpoints extra"],
    ],
    [
      "another file",
      (i) => set(i.endpoints, { file: "x.py" }),
      ["endpoints missed", "endpoints extra"],
    ],
    ["a line after the def", (i) => set(i.endpoints, { line: 11 }), ["endpoints wrong"]],
    ["another status", (i) => set(i.endpoints, { status: 201 }), ["details wrong"]],
    [
      "another response",
      (i) => set(i.endpoints, { response: "list[UserRead]" }),
      ["details wrong"],
    ],
    ["no tags", (i) => set(i.endpoints, { tags: [] }), ["details wrong"]],
    ["no models", (i) => i.models.splice(0), ["columns missed"]],
    ["another schema", (i) => set(i.models, { schema: "s" }), ["columns missed", "columns extra"]],
    ["another type", (i) => set(i.models[0]?.columns, { type: "Text" }), ["columns wrong"]],
    ["nullable", (i) => set(i.models[0]?.columns, { nullable: true }), ["columns wrong"]],
    ["not unique", (i) => set(i.models[0]?.columns, { unique: false }), ["columns wrong"]],
    ["indexed", (i) => set(i.models[0]?.columns, { indexed: true }), ["columns wrong"]],
    ["a key", (i) => set(i.models[0]?.columns, { foreignKeys: ["a.id"] }), ["columns wrong"]],
    [
      "a column too many",
      (i) => set(i.models[0]?.columns, { name: "x" }),
      ["columns missed", "columns extra"],
    ],
  ])("names the miss: %s", (_, change, misses) => {
    expect(missesWith(change)).toEqual(misses);
  });
});

function set<T extends object>(items: readonly T[] | undefined, change: Partial<T>): void {
  for (const item of items ?? [])
    if (!("method" in item) || item.method === "GET") Object.assign(item, change);
}

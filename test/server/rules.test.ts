import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { rulesSchema } from "../../src/server/common/protocol";
import { Client, uriOf, workspaceOf } from "./client";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
const modular = { ".backend-spec.yaml": "profile: modular\n" };
const none = (found: readonly unknown[]): boolean => found.length === 0;
const some = (found: readonly unknown[]): boolean => found.length > 0;

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function start(files: Record<string, string>, settings: object = {}) {
  const { folder, remove } = await workspaceOf(files);
  cleanUp.push(remove);
  const client = await Client.start([folder], settings);
  cleanUp.push(() => client.stop());
  return { folder, client };
}

describe("what a rule says of itself", () => {
  test("hover over a finding gives what the rule asks and why, with a link to its page", async () => {
    const { folder, client } = await start(modular);
    const uri = await client.open(join(folder, "app.py"), inline);
    await client.diagnostics(uri, some);
    const at = (character: number) =>
      client.connection.sendRequest("textDocument/hover", {
        textDocument: { uri },
        position: { line: 4, character },
      });
    expect(JSON.stringify(await at(31))).toMatch(
      /\[inline-error-string\]\(file:.*inline-error-string\.md\)\*\* Keep error messages/,
    );
    expect(await at(5)).toBeNull();
  });

  test("hover over a comment that silences a rule gives the reason", async () => {
    const { folder, client } = await start(modular);
    const comment = "# backend-spec: ignore[inline-error-string] an old client compares it";
    const uri = await client.open(
      join(folder, "app.py"),
      `${inline.replace('"gone")\n', `"gone")  ${comment}\n`)}    raise HTTPException(404, "too")\n`,
    );
    await client.diagnostics(uri, some);
    const hover = await client.connection.sendRequest("textDocument/hover", {
      textDocument: { uri },
      position: { line: 4, character: 60 },
    });
    expect(JSON.stringify(hover)).toContain("Silenced here: an old client compares it.");
  });

  test("Explain Rule is offered at the finding and opens the page", async () => {
    const { folder, client } = await start(modular);
    const uri = await client.open(join(folder, "app.py"), inline);
    const [found] = await client.diagnostics(uri, some);
    const actions = await client.codeActions(uri, found?.range);
    const { command } = actions.find(({ title }) => title === "Explain inline-error-string") ?? {};
    if (command === undefined) throw new Error("not offered");
    await client.connection.sendRequest("workspace/executeCommand", command);
    expect(client.shown).toEqual([expect.stringMatching(/^file:.*inline-error-string\.md$/)]);
    const unknown = { command: "backend-spec.explainRule", arguments: [{ rule: "no-such-rule" }] };
    expect(await client.connection.sendRequest("workspace/executeCommand", unknown)).toEqual({
      problem: 'There is no page of a rule "no-such-rule".',
    });
  });

  test("every rule is listed with whether it is on here, and why", async () => {
    const { folder, client } = await start(modular);
    const found = rulesSchema.parse(
      await client.connection.sendRequest("backendSpec/rules", { uri: uriOf(folder) }),
    );
    expect(found.find(({ name }) => name === "inline-error-string")).toMatchObject({
      severity: "warning",
      reason: "the profile modular asks for it",
    });
    expect(found.find(({ name }) => name === "n-plus-one-query")).toMatchObject({
      reason: "it holds in any FastAPI code base",
    });
  });
});

test("the edit of an unsafe fix waits for the user's word, that of a safe one does not", async () => {
  const { folder, client } = await start(modular);
  const joined = inline.replace('"gone"', '"gone: " + NAME');
  const uri = await client.open(join(folder, "app.py"), joined);
  const [unsafe] = await client.diagnostics(uri, some);
  const [first] = await client.codeActions(uri, unsafe?.range);
  expect(first?.title).toMatch(/may change what the program does/);
  expect(Object.values(first?.edit?.changeAnnotations ?? {})).toEqual([
    expect.objectContaining({ needsConfirmation: true }),
  ]);
  await client.change(uri, 2, inline);
  const [safe] = await client.diagnostics(uri, (found) => found[0]?.range.end.character === 35);
  const [second] = await client.codeActions(uri, safe?.range);
  expect(second?.edit?.documentChanges).toHaveLength(1);
  expect(second?.edit?.changeAnnotations).toBeUndefined();
});

describe("findings of the whole workspace", () => {
  const whole = { lint: { scope: "workspace" } };

  test("stand in Problems for files that nobody opened, and follow the disk", async () => {
    const { folder, client } = await start({ ...modular, "app.py": inline }, whole);
    const uri = uriOf(join(folder, "app.py"));
    expect(await client.diagnostics(uri, some)).toHaveLength(1);
    await writeFile(join(folder, "app.py"), inline.replace('"gone"', "GONE"));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri, type: 2 }],
    });
    await client.diagnostics(uri, none);
  });

  test("stay when a file is closed again", async () => {
    const { folder, client } = await start({ ...modular, "app.py": inline }, whole);
    const uri = await client.open(join(folder, "app.py"), inline);
    await client.diagnostics(uri, some);
    await client.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await client.diagnostics(uri, none);
    await client.diagnostics(uri, some);
  });
});

test("what other open files say follows when a file is saved", async () => {
  const main =
    'from fastapi import FastAPI\n\nfrom app.work import work\n\napp = FastAPI()\n\n\n@app.get("/")\nasync def root():\n    work()\n';
  const work = (body: string): string => `import time\n\n\ndef work() -> None:\n    ${body}\n`;
  const { folder, client } = await start({ "app/main.py": main, "app/work.py": work("pass") });
  const caller = await client.open(join(folder, "app/main.py"), main);
  const called = await client.open(join(folder, "app/work.py"), work("pass"));
  await client.diagnostics(caller, none);
  await client.change(called, 2, work("time.sleep(1)"));
  await client.connection.sendNotification("textDocument/didSave", {
    textDocument: { uri: called },
  });
  const [found] = await client.diagnostics(caller, some);
  expect(found?.code).toBe("blocking-call-in-async");
});

import { TextDocument } from "vscode-languageserver-textdocument";
import type { BackendSpec } from "../../src/core/index";
import { inspect } from "../../src/core/inspect/inspect";
import { analyseSource, lineCount } from "../../src/core/project/analyseSource";
import type { Project } from "../../src/core/project/project";
import { decodeStatement } from "../../src/core/python/facts/decodeStatement";
import { encodeStatement } from "../../src/core/python/facts/encodeStatement";
import { extractFacts } from "../../src/core/python/facts/extractFacts";
import { loadFacts, storeFacts } from "../../src/core/python/facts/storedFacts";
import type { PythonParser } from "../../src/core/python/parser";
import { rules } from "../../src/core/rules/registry";
import { whyNotAnalysed } from "../../src/core/text/decode";
import type { Input } from "./input";

/** What an input is put through. */
export interface Subject {
  readonly parser: PythonParser;
  /** A project over files in memory, whose facts are kept in memory, too. */
  open(files: Readonly<Record<string, Uint8Array>>): ReturnType<BackendSpec["openProject"]>;
  /** What was logged as an error since the last call. */
  takeErrors(): readonly string[];
}

const everyRule = { select: rules.map(({ meta }) => meta.name), ignore: [] };

/** Puts an input through everything. Throws when something is wrong. */
export async function check(input: Input, subject: Subject): Promise<void> {
  if (input.kind === "edits") return checkEdits(input, subject.parser);
  for (const [path, bytes] of Object.entries(input.files)) {
    if (path.endsWith(".py")) checkFacts(bytes, subject.parser);
  }
  const project = subject.open(input.files);
  const first = await reading(project);
  // Now and then a second time: the facts then come from the cache, and must say the same.
  if ((input.files["main.py"]?.length ?? 0) % 4 === 0) {
    const second = await reading(subject.open(input.files));
    if (first !== second) throw new Error("facts from the cache give another result");
  }
  await typeInto(project);
  const [error] = subject.takeErrors();
  if (error !== undefined) throw new Error(`logged: ${error}`);
}

async function reading(project: Project): Promise<string> {
  await project.scan();
  const reports = [];
  for (const path of [...project.pythonPaths, ...project.configs.paths()]) {
    const { findings, errors } = await project.check(path, everyRule);
    reports.push({ path, findings, errors });
    project.code.functionRuns(path);
  }
  return JSON.stringify([reports, inspect(project.code, "/", [])], withBigInts);
}

/** Changes the main file in an editor, and closes it. */
async function typeInto(project: Project): Promise<void> {
  const file = await project.pythonFile("main.py");
  if (file === undefined) return;
  const document = TextDocument.create(file.document.uri, "python", 1, file.document.getText());
  project.setDocument(document);
  const at = document.positionAt(document.getText().length / 2);
  TextDocument.update(document, [{ range: { start: at, end: at }, text: "(" }], 2);
  project.setDocument(document);
  await project.check("main.py", everyRule);
  inspect(project.code, "/", []);
  await project.closeDocument(document.uri);
}

function checkFacts(bytes: Uint8Array, parser: PythonParser): void {
  const analysis = analyseSource(parser, bytes);
  if ("error" in analysis) {
    if (analysis.error.startsWith("cannot be parsed")) throw new Error(analysis.error);
    return;
  }
  const facts = loadFacts(analysis.stored);
  if (!isSame(storeFacts(facts), analysis.stored)) throw new Error("facts change when stored");
  for (const { code, line } of facts.statements) {
    const again = encodeStatement(decodeStatement(code, line));
    if (!isSame(again, code)) throw new Error("a statement changes when stored");
  }
}

function checkEdits({ text, edits }: Input & { kind: "edits" }, parser: PythonParser): void {
  if (whyNotAnalysed(text) !== undefined) return;
  const file = parser.open(text);
  for (const { start, end, text: inserted } of edits) {
    const next = file.text.slice(0, start) + inserted + file.text.slice(end);
    if (whyNotAnalysed(next) !== undefined) return;
    file.become(next);
    const lines = lineCount(next);
    const fresh = storeFacts(extractFacts(parser.read(next), lines));
    if (!isSame(storeFacts(extractFacts(file, lines)), fresh)) {
      throw new Error("an edited text is read in another way than a new one");
    }
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}

function withBigInts(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

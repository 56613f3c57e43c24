import type { BlockingCall } from "../../../frameworks/blocking/blockingCalls";
import type { Call, Expression, Node } from "../../../python/ast/nodes";
import { pathTo } from "../../../python/ast/pathTo";
import { rangeOf } from "../../../python/ast/visit";
import { missingImports } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";

/** Calls that are done when they return: no open file, no lazy listing, and nothing that belongs to its thread. */
const complete =
  /^(requests|httpx)(\.Client)?\.(get|post|put|patch|delete|head|options|request)$|^urllib\.request\.urlretrieve$|^subprocess\.(run|call|check_call|check_output|getoutput|getstatusoutput)$|^os\.(system|stat|listdir|remove|unlink|rename|replace|mkdir|makedirs|rmdir)$|^os\.path\.\w+$|^shutil\.(copy|copy2|copyfile|copytree|move|rmtree|make_archive|unpack_archive)$|^bcrypt\.\w+$|^hashlib\.\w+$|^socket\.get\w+$|^passlib\.context\.CryptContext\.\w+$|^argon2\.PasswordHasher\.\w+$|^pwdlib\.PasswordHash(\.recommended)?\.\w+$|^pathlib\.(\w+\.)*(read_text|read_bytes|write_text|write_bytes|exists|is_file|is_dir|stat|mkdir|unlink|rmdir|rename|replace|touch)$/;

/**
 * Hands a blocking call to a thread and waits for it there; a `time.sleep` becomes a wait of the event loop. None where
 * what it returns goes on blocking, where it cannot be awaited, or where a lock is held meanwhile.
 */
export function threadFix(
  call: Call,
  { name }: BlockingCall,
  file: PythonFile,
): Report<string>["fix"] {
  const isSleep = name === "time.sleep";
  if (!isSleep && !complete.test(name)) return undefined;
  if (call.args.some(({ nodeType }) => nodeType === "GeneratorExp")) return undefined;
  if (call.keywords.some(({ arg }) => arg === "stream" || arg === null)) return undefined;
  if (!canAwait(call, file)) return undefined;
  const isPartial = !isSleep && call.keywords.length > 0;
  const needed = isPartial ? [{ module: "anyio" }, { module: "functools" }] : [{ module: "anyio" }];
  const imports = missingImports(needed, file, call);
  if (imports === undefined) return undefined;
  const newText = awaited(call, file, isSleep, isPartial);
  const title = isSleep ? "Await anyio.sleep" : "Hand it to a thread";
  return {
    title,
    edits: { replacements: [{ range: rangeOf(call), newText }], insertions: imports },
  };
}

function awaited(call: Call, file: PythonFile, isSleep: boolean, isPartial: boolean): string {
  const { document } = file;
  const called = rangeOf(call.func);
  const func = document.getText(called);
  const given = document
    .getText({ start: called.end, end: rangeOf(call).end })
    .trim()
    .slice(1, -1);
  // Arguments on lines of their own stay there, and the function comes on one, too.
  const lead = /^\r?\n[ \t]*/.exec(given)?.[0];
  const rest = given.trim() === "" ? "" : lead === undefined ? `, ${given}` : `,${given}`;
  const inner = `${lead ?? ""}${func}${rest}`;
  const text = isSleep
    ? `await anyio.sleep(${given})`
    : `await anyio.to_thread.run_sync(${isPartial ? `functools.partial(${inner})` : inner})`;
  return isOperand(call, file.parent(call)) ? `(${text})` : text;
}

/** `f(…).json()`, `f(…)[0]`: what is taken of the result is taken of the awaited one. */
function isOperand(call: Call, parent: Node | undefined): boolean {
  switch (parent?.nodeType) {
    case "Attribute":
    case "Subscript":
      return parent.value === call;
    case "Call":
      return parent.func === call;
    case "BinOp":
      return parent.op === "Pow";
    default:
      return false;
  }
}

/** Whether a call may be awaited where it stands: in no generator expression or lambda, and while no lock is held. */
function canAwait(call: Call, file: PythonFile): boolean {
  for (const outer of pathTo(file.parsed.module, call).toReversed()) {
    switch (outer.nodeType) {
      case "AsyncFunctionDef":
        return true;
      case "FunctionDef":
      case "ClassDef":
      case "Lambda":
      case "GeneratorExp":
        return false;
      case "With":
        if (outer.items.some(({ context_expr }) => isLock(context_expr, file))) return false;
    }
  }
  return false;
}

function isLock(context: Expression, { document }: PythonFile): boolean {
  return /lock|mutex|semaphore|condition/i.test(document.getText(rangeOf(context)));
}

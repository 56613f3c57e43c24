import { type CallV, externalName, type Place, textOf } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { nameTable } from "../../text/nameTable";

/** An object that a module writes its log through. */
export interface Logger {
  readonly library: "logging" | "structlog" | "loguru";
  /** `root` for the one that all others lead to; `null` where there is none, or where it is computed. */
  readonly name: string | null;
  readonly place: Place;
}

const makers: Readonly<Record<string, Logger["library"]>> = nameTable({
  "logging.getLogger": "logging",
  "logging.Logger": "logging",
  "structlog.get_logger": "structlog",
  "structlog.getLogger": "structlog",
  "structlog.stdlib.get_logger": "structlog",
  "structlog.wrap_logger": "structlog",
  "loguru.logger.bind": "loguru",
});

/** The logger that a call makes; `undefined` for other calls. */
export function loggerOf({ func, args, keywords, open, place }: CallV): Logger | undefined {
  const dotted = externalName(func);
  const library = dotted === undefined ? undefined : makers[dotted];
  if (library === undefined) return undefined;
  const given = args[0] ?? keywords.get("name");
  const isRoot = library === "logging" && given === undefined && !open;
  return { library, name: isRoot ? "root" : (textOf(given) ?? null), place };
}

/** `from loguru import logger`, which is the logger itself. */
export function loguruLogger(run: ModuleRun, codeBase: CodeBase): Logger | undefined {
  for (const { line, imports, bindings } of codeBase.outlineOf(run.path)) {
    if (!imports.some(({ module, level }) => module === "loguru" && level === 0)) continue;
    const isLogger = bindings.some((one) => one.kind === "import" && one.attribute === "logger");
    if (isLogger) {
      return { library: "loguru", name: null, place: { path: run.path, line, character: 0 } };
    }
  }
  return undefined;
}

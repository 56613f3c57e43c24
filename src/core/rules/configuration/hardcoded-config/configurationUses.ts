import {
  type CallV,
  externalName,
  type FunctionV,
  type Place,
  type Value,
} from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { methodName } from "../../../frameworks/callGraph";
import {
  type Address,
  addressAtStart,
  addressOf,
  hostOf,
  isSurelyPrivate,
} from "../../../frameworks/connections/addresses";
import {
  type ConnectionArgument,
  connectionArguments,
} from "../../../frameworks/connections/connectionArguments";
import { isAside } from "../../../project/asidePaths";
import { type CodeBase, functionsMade, type ModuleRun } from "../../../project/codeBase";
import { importsAmong } from "../../../project/imports";
import { isSameList } from "../../../project/queries";
import { isTestPath } from "../../../project/testPaths";
import { isAddressTalk } from "./addressTalk";
import { type WrittenText, writtenTexts } from "./writtenTexts";

/** Something that stands in the code and that another place to run it would have differently. */
export interface ConfigurationUse {
  readonly what: "credential" | "address" | "database" | "bucket" | "flag" | "vendor";
  /** Where it is written. */
  readonly written: Place;
  /** What it is given to, and where. */
  readonly to: string;
  readonly at: Place;
  /** Whether nothing is known of what it is given to: then it counts only if it is written as a whole. */
  readonly isHandedOn?: true;
}

/** What of the texts of files is configuration, by where it flows, in whatever file that is; by the file it is written in. */
export function usesByPath(code: CodeBase): ReadonlyMap<string, readonly ConfigurationUse[]> {
  return code.queries.get("configuration uses", () => {
    const found = new Map<string, ConfigurationUse[]>();
    for (const run of backend.runs(code)) {
      for (const use of isAside(run.path) ? [] : usesIn(run, code)) {
        const same = found.get(use.written.path);
        if (same === undefined) found.set(use.written.path, [use]);
        else same.push(use);
      }
    }
    return found;
  });
}

/**
 * What of the texts of one file is configuration: as `usesByPath`, but asking only the files that a value can come to from
 * there, by the imports.
 */
export function usesWrittenIn(path: string, code: CodeBase): readonly ConfigurationUse[] {
  const reach = importsAmong(code).reach(path);
  return code.paths
    .filter((one) => reach.has(one) && !isTestPath(one) && !isAside(one))
    .flatMap((one) => usesIn(code.run(one), code).filter(({ written }) => written.path === path));
}

/** The uses in the calls of one file. */
function usesIn(run: ModuleRun, code: CodeBase): readonly ConfigurationUse[] {
  return code.queries.get(
    `configuration uses in ${run.path}`,
    () => [
      ...run.effects.flatMap(({ call }) => usesOfCall(call, code)),
      ...functionsMade(run).flatMap((func) => usesOfFunction(func, code)),
    ],
    isSameList,
  );
}

function usesOfFunction(func: FunctionV, code: CodeBase): readonly ConfigurationUse[] {
  return code.remember("configuration uses", func, (current) =>
    code.runsFrom(current).flatMap(({ function: one, effects, returned }) => {
      const at = { path: one.path, line: one.node.line, character: one.node.character };
      return [
        ...effects.flatMap(({ call }) => usesOfCall(call, code)),
        ...privateAddresses(returned, `what ${one.qualname} returns`, at),
      ];
    }),
  );
}

function usesOfCall(call: CallV, code: CodeBase): readonly ConfigurationUse[] {
  const given = connectionArguments(call);
  const own = given.flatMap((argument) => usesOfArgument(argument, call));
  if (isAddressTalk(call, code)) return own;
  const to = calledName(call);
  // A list of origins is one thing to be moved, and has been judged.
  const known = new Set(given.flatMap(({ role, value }) => (role === "origin" ? [value] : [])));
  const all = [...call.args, ...call.keywords.values()].filter((value) => !known.has(value));
  return [...own, ...all.flatMap((value) => privateAddresses(value, to, call.place))];
}

function usesOfArgument(argument: ConnectionArgument, call: CallV): readonly ConfigurationUse[] {
  const { role, value, to } = argument;
  const at = call.place;
  if (role === "flag") {
    const node = call.node?.keywords.find(
      ({ value: one }) => one.nodeType === "Constant" && one.value === true,
    )?.value;
    return node === undefined
      ? []
      : [
          {
            what: "flag",
            written: { path: at.path, line: node.line, character: node.character },
            to,
            at,
          },
        ];
  }
  const found = writtenTexts(value).flatMap((written): readonly ConfigurationUse[] => {
    const what = whatIs(written, role);
    return what === undefined ? [] : [{ what, written: written.place, to, at }];
  });
  // A list of origins is one thing to be moved.
  return role === "origin" ? found.slice(0, 1) : found;
}

function whatIs(
  written: WrittenText,
  role: Exclude<ConnectionArgument["role"], "flag">,
): ConfigurationUse["what"] | undefined {
  const { text, isWhole } = written;
  const url = isWhole ? addressOf(text) : addressAtStart(text);
  switch (role) {
    case "credential":
      return isWhole && isSecret(text) ? "credential" : undefined;
    case "bucket":
      return isWhole && /^[a-z0-9][\w.-]{2,62}$/.test(text) ? "bucket" : undefined;
    case "database":
      if (url?.reach === "reserved") return undefined;
      return url !== undefined || (isWhole && isFileDatabase(text)) ? "database" : undefined;
    case "origin": {
      const origin = url ?? (isWhole && /[.:]|^localhost$/.test(text) ? hostOf(text) : undefined);
      return origin === undefined || origin.reach === "reserved" ? undefined : "address";
    }
    case "host":
    case "address": {
      const host = role === "host" && isWhole ? hostOf(text) : undefined;
      return ofAddress(url ?? host);
    }
  }
}

function ofAddress(address: Address | undefined): ConfigurationUse["what"] | undefined {
  if (address === undefined || address.reach === "reserved") return undefined;
  if (address.hasPassword) return "credential";
  const isOwn = address.reach === "private" || address.port !== undefined;
  return isOwn ? "address" : "vendor";
}

/** URLs of the code's own machine or network, wherever they are handed to. */
function privateAddresses(value: Value, to: string, at: Place): readonly ConfigurationUse[] {
  return writtenTexts(value).flatMap(({ text, place, isWhole }) => {
    const address = isWhole ? addressOf(text) : addressAtStart(text);
    const isPrivate =
      address !== undefined &&
      isSurelyPrivate(address) &&
      /^(https?|wss?|rediss?|amqps?|grpcs?)$/.test(address.scheme ?? "");
    return isPrivate
      ? [{ what: "address" as const, written: place, to, at, isHandedOn: true as const }]
      : [];
  });
}

/** A file of SQLite, which is a database as any other; one in memory is not. */
function isFileDatabase(text: string): boolean {
  return /^sqlite(\+\w+)?:\/\/\/(?!:memory:|$)/.test(text);
}

/** Whether a text can be a secret: placeholders, and what is given where none is needed, are not. */
function isSecret(text: string): boolean {
  const plain = text.replace(/^(bearer|token|basic)\s+/i, "").trim();
  if (plain === "" || /^(bearer|token|basic)$/i.test(plain)) return false;
  return !/^__\w+__$|^[<{$[].*[>}\]]$|^[x*.]+$|^(empty|none|null|dummy|placeholder|unused|fake|anonymous|not[-_ ]?\w+|no[-_ ]?\w+|ollama|n\/?a)$|(^|[-_ ])(valid|fake|dummy|example|placeholder)$/i.test(
    plain,
  );
}

function calledName(call: CallV): string {
  const { func } = call;
  switch (func.kind) {
    case "class":
    case "function":
      return func.qualname;
    case "bound":
      return func.function.qualname;
    default:
      return externalName(func) ?? methodName(call) ?? "a call";
  }
}

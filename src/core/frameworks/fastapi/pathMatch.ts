import { escapeRegExp } from "../../text/escapeRegExp";
import { nameTable } from "../../text/nameTable";

/**
 * Which requests a route's path takes, as Starlette compiles it (`compile_path` and its convertors,
 * https://github.com/encode/starlette/blob/master/starlette/routing.py): a parameter is one segment unless the path
 * itself says otherwise; the annotation of the handler's parameter is not asked.
 */

/** What each convertor lets through, with texts that stand for all of it. */
const convertors: Readonly<Record<string, { regex: string; samples: readonly string[] }>> =
  nameTable({
    str: { regex: "[^/]+", samples: ["\u{1}"] },
    path: { regex: ".*", samples: ["", "\u{1}", "\u{1}/\u{1}/"] },
    int: { regex: "[0-9]+", samples: ["7", "42"] },
    float: { regex: "[0-9]+(?:\\.[0-9]+)?", samples: ["7", "4.2"] },
    uuid: {
      regex: "[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}",
      samples: ["0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5bd9cb469fa16570867728950e"],
    },
  });
const parameter = /\{([a-zA-Z_]\w*)(?::([a-zA-Z_]\w*))?\}/g;
/** The most texts that stand for one path. */
const mostSamples = 64;

/** A path as requests are matched with it. */
export interface PathPattern {
  readonly regex: RegExp;
  /** What every path that it matches begins with. */
  readonly start: string;
  /** Texts that stand for all that it matches. */
  readonly samples: readonly string[];
}

/** The pattern of a path; `undefined` where a convertor is the project's own, or there is too much to try. */
export function pathPattern(path: string): PathPattern | undefined {
  let regex = "";
  let samples: readonly string[] = [""];
  let at = 0;
  for (const match of path.matchAll(parameter)) {
    const convertor = convertors[match[2] ?? "str"];
    if (convertor === undefined) return undefined;
    const literal = path.slice(at, match.index);
    regex += `${escapeRegExp(literal)}(?:${convertor.regex})`;
    samples = samples.flatMap((one) => convertor.samples.map((part) => one + literal + part));
    if (samples.length > mostSamples) return undefined;
    at = match.index + match[0].length;
  }
  const rest = path.slice(at);
  const brace = path.search(/\{/);
  return {
    regex: new RegExp(`^${regex}${escapeRegExp(rest)}$`),
    start: brace < 0 ? path : path.slice(0, brace),
    samples: samples.map((one) => one + rest),
  };
}

/** Whether every request that matches one path matches another one, too. */
export function coversPath(wide: PathPattern, narrow: PathPattern): boolean {
  return narrow.samples.every((one) => one.startsWith(wide.start) && wide.regex.test(one));
}

import { snakeCase } from "../../../detection/layerHints";
import { addressAtStart, addressOf } from "../../../frameworks/connections/addresses";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import type { CodeBase } from "../../../project/codeBase";
import { isSameList } from "../../../project/queries";
import { type ConfigurationUse, usesByPath } from "./configurationUses";
import { type Literal, literalsAt } from "./literals";

/** What a setting's name ends with where nothing better is known. */
const endings = {
  credential: "secret",
  address: "url",
  database: "database_url",
  bucket: "bucket",
  flag: "enabled",
  vendor: "url",
} as const;

/** Names of arguments and variables that say nothing without what they are given to. */
const plain =
  /^(url|uri|host|port|base|base_url|endpoint|address|target|key|secret|token|password|hosts|server|value)$/;

/**
 * The name of the setting that a literal becomes: the variable or the argument that it is given to, the host that it
 * names, the library that goes there. Two literals that differ never get the same one, in whatever file they stand, nor one
 * that the settings have.
 */
export function settingName(
  literal: Literal,
  use: ConfigurationUse,
  taken: ReadonlySet<string>,
  code: CodeBase,
): string {
  const wanted = wantedName(literal, use);
  const texts = textsByName(code).get(wanted) ?? [];
  const isTaken = (name: string): boolean => taken.has(name) || taken.has(name.toUpperCase());
  let number = texts.indexOf(literal.text) + 1;
  while (isTaken(numbered(wanted, number))) number += texts.length;
  return numbered(wanted, number);
}

function numbered(name: string, number: number): string {
  return number === 1 ? name : `${name}_${number}`;
}

/** The texts that want a name, in the order of files and lines, each once. */
function textsByName(code: CodeBase): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of [...usesByPath(code).keys()].sort()) {
    for (const { name, text } of namesIn(path, code)) {
      const texts = found.get(name) ?? [];
      found.set(name, texts);
      if (!texts.includes(text)) texts.push(text);
    }
  }
  return found;
}

function namesIn(path: string, code: CodeBase): readonly { name: string; text: string }[] {
  return code.queries.get(
    `names of what is configured in ${path}`,
    () => {
      const uses = usesByPath(code).get(path) ?? [];
      const places = new Set(uses.map(({ written }) => placeKey({ place: written })));
      const literals = literalsAt(places, code.parsed(path).module, path);
      return [...literals].flatMap(([key, literal]) =>
        uses
          .filter(({ written }) => placeKey({ place: written }) === key)
          .map((use) => ({ name: wantedName(literal, use), text: literal.text })),
      );
    },
    (a, b) => isSameList(a.map(told), b.map(told)),
  );
}

function told({ name, text }: { readonly name: string; readonly text: string }): string {
  return `${name}=${text}`;
}

function wantedName(literal: Literal, { what, to }: ConfigurationUse): string {
  const given = snakeCase(literal.givenTo ?? returningFunction(to) ?? "").replace(/^_+|_+$/g, "");
  if (given !== "" && (what === "flag" || !plain.test(given))) return given;
  const ending = given === "" ? endings[what] : given;
  const address = addressOf(literal.text) ?? addressAtStart(literal.text);
  const [label = ""] = (address?.host ?? "")
    .replace(/^(api|www)\./, "")
    .split(".")
    .filter((part) => /^[a-z][a-z0-9-]{2,}$/i.test(part) && part !== "localhost");
  // `redis.asyncio.Redis` goes to Redis, `httpx.get` nowhere in particular.
  const library = /^(httpx|requests|aiohttp|urllib\w*)\b/.test(to) ? "" : (to.split(".")[0] ?? "");
  const start = snakeCase(label || library)
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  return start === "" || ending.startsWith(start) ? ending : `${start}_${ending}`;
}

/** `default_callbacks` of `what Client.get_default_callbacks returns`. */
function returningFunction(to: string): string | undefined {
  return /^what (?:\S+\.)?(?:get_)?(\w+) returns$/.exec(to)?.[1];
}

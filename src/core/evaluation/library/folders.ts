import { term } from "../calls";
import { noArguments } from "../evaluator";
import { constant, external, externalName, listOf, type Place, textOf, type Value } from "../value";
import type { LibraryFunction } from "./index";

/** Functions and methods that give the path that they are given. */
const same: ReadonlySet<string> = new Set([
  ..."pathlib.Path pathlib.PurePath os.path.abspath os.path.realpath os.path.normpath".split(" "),
  ..."os.fspath builtins.str resolve absolute as_posix __str__".split(" "),
]);

/** The path in the project that a term names: `Path(__file__).parent / "routers"`; `undefined` where that is not known. */
export function folderOf(value: Value): string | undefined {
  switch (value.kind) {
    case "attribute": {
      const { value: of, attr } = value;
      if (of.kind === "module" && of.path !== undefined) {
        if (attr === "__file__") return of.path;
        return attr === "__path__" ? parentOf(of.path) : undefined;
      }
      const inner = attr === "parent" ? folderOf(of) : undefined;
      return inner === undefined ? undefined : parentOf(inner);
    }
    case "operation": {
      const [left, right] = value.operands;
      return value.op === "Div" && left && right ? joinedPath(folderOf(left), [right]) : undefined;
    }
    case "call": {
      const { func, args } = value;
      const own = textOf(value.attributes.get("__path__"));
      if (own !== undefined) return own;
      const [method, first, rest] =
        func.kind === "attribute" && externalName(func) === undefined
          ? [func.attr, func.value, args]
          : [externalName(func) ?? "", args[0], args.slice(1)];
      if (first === undefined) return undefined;
      const inner = folderOf(first);
      if (same.has(method)) return joinedPath(inner, rest);
      if (method === "os.path.join" || method === "joinpath") return joinedPath(inner, rest);
      return method === "os.path.dirname" && inner !== undefined ? parentOf(inner) : undefined;
    }
    default:
      return undefined;
  }
}

function parentOf(path: string): string {
  return path.split("/").slice(0, -1).join("/");
}

function joinedPath(path: string | undefined, parts: readonly Value[]): string | undefined {
  const texts = parts.map(textOf);
  if (path === undefined || texts.includes(undefined)) return undefined;
  return [path, ...texts].filter((part) => part !== "" && part !== ".").join("/");
}

/** `folder.glob("*.py")`, `folder.iterdir()`: the project's Python files there, as paths. */
export function filesUnder(
  paths: readonly string[],
  func: Value,
  args: readonly Value[],
  place: Place,
): Value | undefined {
  if (func.kind !== "attribute" || !["glob", "rglob", "iterdir"].includes(func.attr)) {
    return undefined;
  }
  const folder = folderOf(func.value);
  const pattern = func.attr === "iterdir" ? "*" : textOf(args[0]);
  if (folder === undefined || pattern === undefined) return undefined;
  const deep = func.attr === "rglob" ? "**/" : "";
  const fits = patternOf(`${folder === "" ? "" : `${folder}/`}${deep}${pattern}`);
  return listOf(paths.filter((path) => fits.test(path)).map((path) => pathObject(path, place)));
}

/** `os.listdir(folder)`: the names of the project's Python files there. */
export function listed(paths: readonly string[]): LibraryFunction {
  return (_evaluation, { args: [given] }) => {
    const folder = given && folderOf(given);
    if (folder === undefined) return undefined;
    const start = folder === "" ? "" : `${folder}/`;
    const inside = paths.filter((path) => path.startsWith(start));
    const names = new Set(inside.map((path) => path.slice(start.length).split("/")[0] ?? ""));
    return listOf([...names].map((name) => constant(name)));
  };
}

function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\[!/g, "[^")
    .replace(/\*\*\//g, "\0")
    .replace(/\*/g, "[^/]*")
    .replace(/\?/g, "[^/]")
    .replace(/\0/g, "(?:.*/)?");
  return new RegExp(`^${source}$`);
}

/** A `Path` of a file of the project. */
function pathObject(path: string, place: Place): Value {
  const made = term(
    external("pathlib.Path"),
    { ...noArguments, args: [constant(path)] },
    { place, node: undefined },
  );
  const name = path.split("/").at(-1) ?? path;
  made.attributes.set("name", constant(name));
  made.attributes.set("stem", constant(name.replace(/\.[^.]*$/, "")));
  made.attributes.set("suffix", constant(/\.[^.]*$/.exec(name)?.[0] ?? ""));
  made.attributes.set("__path__", constant(path));
  return made;
}

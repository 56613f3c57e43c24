import { nameTable } from "../../text/nameTable";
import { attributeOf, classOf } from "../attributes";
import { callValue } from "../calls";
import { ancestors, memberOf } from "../classes";
import type { Evaluation } from "../evaluator";
import { isTrue } from "../operators";
import { constant, externalName, listOf, type Value } from "../value";
import type { LibraryFunction } from "./index";

/** Whether an object has an attribute; `undefined` where that is not known. */
export function hasAttribute(
  evaluation: Evaluation,
  value: Value,
  attr: string,
): boolean | undefined {
  switch (value.kind) {
    case "bound":
      return hasAttribute(evaluation, value.function, attr);
    case "function":
      return value.attributes?.has(attr) === true || attr.startsWith("__w") ? undefined : false;
    case "module": {
      if (value.path === undefined) return undefined;
      const { scope, isPartial } = evaluation.modules.namespace(value.path);
      if (scope.names.has(attr)) return true;
      const below = evaluation.modules.resolve(`${value.name}.${attr}`, value.path);
      return isPartial || below !== undefined || scope.names.has("__getattr__") ? undefined : false;
    }
    case "constant":
      return value.value === null && !attr.startsWith("__") ? false : undefined;
    default:
      return hasMember(value, attr);
  }
}

function hasMember(value: Value, attr: string): boolean | undefined {
  const of = classOf(value);
  if (value.kind === "instance" && value.attributes.has(attr)) return true;
  if (of === undefined) return undefined;
  if (memberOf(of, attr) !== undefined) return true;
  const others = ancestors(of).flatMap((one) =>
    one.kind === "class" ? (one.keywords.get("metaclass") ?? []) : [one],
  );
  return ofEveryObject.test(attr) || others.some((base) => !lacks(base, attr)) ? undefined : false;
}

/** What `object` and `type` bring (https://docs.python.org/3/reference/datamodel.html). */
const ofEveryObject =
  /^(?:mro|__(?:abstractmethods|annotate|annotations|base|bases|basicsize|call|class|class_getitem|delattr|dict|dictoffset|dir|doc|eq|firstlineno|flags|format|ge|getattribute|getstate|gt|hash|init|init_subclass|instancecheck|itemsize|le|lt|module|mro|name|ne|new|or|orig_bases|parameters|prepare|protocol_attrs|qualname|reduce|reduce_ex|repr|ror|setattr|sizeof|slots|static_attributes|str|subclasscheck|subclasses|subclasshook|text_signature|type_params|weakref|weakrefoffset)__)$/;

/** Whether a base from outside is known to bring no attribute of that name. */
function lacks(base: Value, attr: string): boolean {
  const name = externalName(base.kind === "call" ? base.func : base) ?? "";
  if (plainBase.test(name)) return !/^(?:register|_(?:abc|dump|is)_.*)$/.test(attr);
  if (declarativeBase.test(name)) return !ofDeclarative.test(attr);
  // SQLAlchemy's other bases name no table either; SQLModel's does.
  return attr === "__tablename__" && /^(?:sqlalchemy|typing|abc)\./.test(name);
}

const plainBase =
  /^(?:builtins\.object|abc\.(?:ABC|ABCMeta)|typing(?:_extensions)?\.(?:Generic|Protocol))$/;

const declarativeBase =
  /^sqlalchemy\..*\b(?:DeclarativeBase|DeclarativeBaseNoMeta|DeclarativeMeta|MappedAsDataclass|AsyncAttrs|declarative_base)$/;

const ofDeclarative =
  /^(?:metadata|registry|type_annotation_map|awaitable_attrs|_(?:sa_|Async).*|__(?:table|mapper|abstract|clause_element|dataclass_fields|dataclass_params|match_args|replace|post_init)__)$/;

/** The names that `dir` lists, in its order; those of Python's own objects are left out. */
export function namesOf(evaluation: Evaluation, value: Value): readonly string[] | undefined {
  if (value.kind === "module" && value.path !== undefined) {
    return [...evaluation.modules.namespace(value.path).scope.names.keys()].sort();
  }
  if (value.kind !== "instance" && value.kind !== "class") return undefined;
  const of = value.kind === "class" ? value : value.class;
  const names = new Set(value.kind === "instance" ? value.attributes.keys() : []);
  for (const ancestor of ancestors(of)) {
    if (ancestor.kind === "class") for (const name of ancestor.members.keys()) names.add(name);
  }
  return [...names].sort();
}

/** `inspect.getmembers(object, predicate)`: pairs of name and value, by name. */
export const getMembers: LibraryFunction = (evaluation, { args, keywords }, site) => {
  const [object] = args;
  const predicate = args[1] ?? keywords.get("predicate");
  const names = object && namesOf(evaluation, object);
  if (object === undefined || names === undefined) return undefined;
  const found = listOf([]);
  for (const name of names) {
    const value = attributeOf(evaluation, object, name, site.scope);
    const given = { args: [value], keywords: new Map<string, Value>(), open: false };
    const fits =
      predicate === undefined ||
      (satisfies(value, externalName(predicate)) ??
        isTrue(evaluation.silently(() => callValue(evaluation, predicate, given, site))));
    if (fits !== false) found.items.push(listOf([constant(name), value], "tuple"));
  }
  return found;
};

const kinds: Readonly<Record<string, readonly Value["kind"][]>> = nameTable({
  "inspect.ismethod": ["bound"],
  "inspect.isfunction": ["function"],
  "inspect.isroutine": ["bound", "function"],
  "inspect.iscoroutinefunction": ["bound", "function"],
  "asyncio.iscoroutinefunction": ["bound", "function"],
  "builtins.callable": ["bound", "function", "class"],
  "inspect.isclass": ["class"],
  "inspect.ismodule": ["module"],
});

function satisfies(value: Value, predicate: string | undefined): boolean | undefined {
  const wanted = kinds[predicate ?? ""];
  if (wanted === undefined) return undefined;
  if (!wanted.includes(value.kind)) return false;
  if (!predicate?.endsWith("iscoroutinefunction")) return true;
  const func = value.kind === "bound" ? value.function : value;
  return func.kind === "function" && func.node.nodeType === "AsyncFunctionDef";
}

/** `inspect.ismethod(x)` and its kind as a function of one value. */
export const predicates: Readonly<Record<string, LibraryFunction>> = Object.fromEntries(
  Object.keys(kinds)
    .filter((name) => name.startsWith("inspect.") || name.startsWith("asyncio."))
    .map((name): [string, LibraryFunction] => [
      name,
      (_evaluation, { args: [value] }) => {
        if (value === undefined || ["unknown", "choice", "some", "call"].includes(value.kind)) {
          return undefined;
        }
        const truth = satisfies(value, name);
        return truth === undefined ? undefined : constant(truth);
      },
    ]),
);

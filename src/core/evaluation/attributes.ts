import { callFunction, term } from "./calls";
import { ancestors, foreignBase, inheritsFrom, memberOf } from "./classes";
import { isEnum } from "./enums";
import { Evaluation, noArguments } from "./evaluator";
import { moduleAttribute } from "./names";
import type { Scope } from "./scope";
import { annotatedType, resultType } from "./types";
import {
  type ClassV,
  choice,
  constant,
  eachOption,
  external,
  externalName,
  type FunctionV,
  type InstanceV,
  listOf,
  type SuperV,
  unknown,
  type Value,
} from "./value";

/** `value.attr` */
export function attributeOf(
  evaluation: Evaluation,
  value: Value,
  attr: string,
  scope: Scope,
): Value {
  switch (value.kind) {
    case "module":
      return moduleAttribute(evaluation, value, attr, scope.path);
    case "class":
      return classAttribute(evaluation, value, attr);
    case "instance":
      return instanceAttribute(evaluation, value, attr);
    case "super":
      return superAttribute(evaluation, value, attr);
    case "some":
      return attributeOfSome(evaluation, value, attr, scope);
    case "external":
      return external(`${value.name}.${attr}`);
    case "function":
      return functionAttribute(value, attr);
    case "bound":
      if (attr === "__self__") return value.self;
      return attr === "__func__" ? value.function : functionAttribute(value.function, attr);
    case "call": {
      const own = value.attributes.get(attr);
      return own ?? { kind: "attribute", value, attr };
    }
    case "choice":
      return eachOption(value, (option) => attributeOf(evaluation, option, attr, scope));
    case "unknown":
      return value;
    case "subscript":
      // `Page[User].create` is looked up on `Page`.
      return value.value.kind === "class"
        ? classAttribute(evaluation, value.value, attr)
        : { kind: "attribute", value, attr };
    default:
      return { kind: "attribute", value, attr };
  }
}

const sqlModel: ReadonlySet<string> = new Set(["sqlmodel.SQLModel", "sqlmodel.main.SQLModel"]);

/** An attribute of a class, looked up on the class itself. */
export function classAttribute(evaluation: Evaluation, of: ClassV, attr: string): Value {
  const member = memberOf(of, attr);
  if (member !== undefined) {
    return mappedMember(boundTo(evaluation, member.value, of, of), of, attr);
  }
  switch (attr) {
    case "__dict__": {
      const entries = [...of.members].map(([name, value]) => ({ key: constant(name), value }));
      return { kind: "dict", entries, open: false };
    }
    case "__tablename__":
      // https://sqlmodel.tiangolo.com/tutorial/create-db-and-table/#table-name
      return inheritsFrom(of, sqlModel)
        ? constant(of.name.toLowerCase())
        : { kind: "attribute", value: of, attr };
    case "__name__":
      return constant(of.name);
    case "__qualname__":
      return constant(of.qualname);
    case "__module__":
      return constant(of.module);
    case "__mro__":
      return listOf(ancestors(of), "tuple");
    case "__bases__":
      return listOf(of.bases, "tuple");
    default:
      return { kind: "attribute", value: of, attr };
  }
}

const columnMakers: ReadonlySet<string> = new Set([
  "mapped_column",
  "Column",
  "relationship",
  "column_property",
  "deferred",
  "Relationship",
]);

/**
 * A column or relationship of a class stands for itself when it is looked up on the class: a mixin's belongs to each of
 * the classes that inherit it (https://docs.sqlalchemy.org/en/20/orm/declarative_mixins.html).
 */
function mappedMember(member: Value, of: ClassV, attr: string): Value {
  const name = member.kind === "call" ? externalName(member.func) : undefined;
  if (name === undefined || !/^(?:sqlalchemy|sqlmodel)\./.test(name)) return member;
  return columnMakers.has(name.slice(name.lastIndexOf(".") + 1))
    ? { kind: "attribute", value: of, attr }
    : member;
}

function instanceAttribute(evaluation: Evaluation, of: InstanceV, attr: string): Value {
  const own = of.attributes.get(attr);
  if (own !== undefined) return own;
  if (attr === "__class__") return of.class;
  const member = memberOf(of.class, attr);
  if (member !== undefined) return boundTo(evaluation, member.value, of, of.class);
  if (attr === "__dict__") {
    const entries = [...of.attributes].map(([name, value]) => ({ key: constant(name), value }));
    return { kind: "dict", entries, open: foreignBase(of.class) !== undefined };
  }
  return { kind: "attribute", value: of, attr };
}

function superAttribute(evaluation: Evaluation, of: SuperV, attr: string): Value {
  const { self, owner } = of;
  const start = classOf(self) ?? owner;
  const member = memberOf(start, attr, owner);
  if (member !== undefined) return boundTo(evaluation, member.value, self, start);
  return { kind: "attribute", value: of, attr };
}

/** The class that a value is or is made of. */
export function classOf(value: Value): ClassV | undefined {
  if (value.kind === "class") return value;
  if (value.kind === "instance") return value.class;
  if (value.kind !== "some") return undefined;
  const { type } = value;
  if (type.kind === "class") return type;
  return type.kind === "subscript" && type.value.kind === "class" ? type.value : undefined;
}

/** What a class member gives when it is looked up on an object (or on the class itself). */
function boundTo(evaluation: Evaluation, member: Value, self: Value, of: ClassV): Value {
  if (member.kind !== "function") return member;
  switch (member.binding) {
    case "static":
      return member;
    case "class":
      return { kind: "bound", self: of, function: member };
    case "declared":
      if (self.kind !== "class") return { kind: "attribute", value: self, attr: member.name };
      return mappedMember(
        callFunction(evaluation, member, { ...noArguments, args: [self] }),
        self,
        member.name,
      );
    case "property":
      return self.kind === "class"
        ? { kind: "attribute", value: self, attr: member.name }
        : evaluation.follows
          ? callFunction(evaluation, member, { ...noArguments, args: [self] })
          : (resultType(evaluation, member, self) ?? unknown(member.name));
    case "instance":
      // A function that is set on a class by name, and enum members, are not bound to the class.
      return self.kind === "class" ? member : { kind: "bound", self, function: member };
  }
}

function functionAttribute(of: FunctionV, attr: string): Value {
  const own = of.attributes?.get(attr);
  if (own !== undefined) return own;
  if (attr === "__name__") return constant(of.name);
  if (attr === "__qualname__") return constant(of.qualname);
  if (attr === "__module__") return constant(of.module);
  if (attr === "__wrapped__" && of.wrapped !== undefined) return of.wrapped;
  return { kind: "attribute", value: of, attr };
}

/** An attribute of some object of a type, as far as the class tells. */
function attributeOfSome(
  evaluation: Evaluation,
  value: Extract<Value, { kind: "some" }>,
  attr: string,
  scope: Scope,
): Value {
  const { type } = value;
  if (type.kind === "choice") {
    const options = type.options.map((option): Value => ({ kind: "some", type: option }));
    return choice(options.map((option) => attributeOf(evaluation, option, attr, scope)));
  }
  const of = classOf(value);
  if (of === undefined || isEnum(of)) return { kind: "attribute", value, attr };
  const member = memberOf(of, attr);
  const annotated = annotatedType(evaluation, of, attr);
  if (member?.value.kind === "function") return boundTo(evaluation, member.value, value, of);
  if (annotated !== undefined) return { kind: "some", type: annotated };
  const set = attributeSet(evaluation, of, attr);
  if (set !== undefined) return set;
  if (member !== undefined && foreignBase(of) === undefined) return member.value;
  return { kind: "attribute", value, attr };
}

/** What an `__init__` sets, or one that it replaces: code that reads what only that one sets has called it. */
function attributeSet(evaluation: Evaluation, of: ClassV, attr: string): Value | undefined {
  for (const one of ancestors(of)) {
    const set =
      one.kind === "class" ? initialised(evaluation, one).attributes.get(attr) : undefined;
    if (set !== undefined) return set;
  }
  return undefined;
}

/** What the attributes of any object of a class are: those that its `__init__` sets, and those that it annotates. */
export function objectAttributes(evaluation: Evaluation, of: ClassV): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const ancestor of ancestors(of)) {
    if (ancestor.kind !== "class") continue;
    for (const name of ancestor.annotations.keys()) {
      const type = annotatedType(evaluation, of, name);
      if (type !== undefined && !found.has(name)) found.set(name, { kind: "some", type });
    }
  }
  return new Map([...found, ...initialised(evaluation, of).attributes]);
}

/** An object of a class after its `__init__` ran with arguments of which only the types are known. */
function initialised(evaluation: Evaluation, of: ClassV): InstanceV {
  const running = initialising.get(of);
  if (running !== undefined) return running;
  return evaluation.modules.remember("initialised", of, (current) =>
    initialisedNow(new Evaluation(evaluation.modules, false), current),
  );
}

/** Classes whose `__init__` is running, which may ask for themselves on the way. */
const initialising = new Map<ClassV, InstanceV>();

function initialisedNow(evaluation: Evaluation, of: ClassV): InstanceV {
  const place = { path: of.path, line: of.node.line, character: of.node.character };
  const given = { args: [], keywords: new Map<string, Value>(), open: true };
  const call = term(of, given, { place, node: undefined });
  const instance: InstanceV = { kind: "instance", class: of, attributes: new Map(), call };
  const initializer = memberOf(of, "__init__")?.value;
  if (initializer?.kind !== "function") return instance;
  initialising.set(of, instance);
  try {
    callFunction(
      evaluation,
      initializer,
      { ...given, args: [instance], open: false },
      { isSymbolic: true },
    );
  } finally {
    initialising.delete(of);
  }
  return instance;
}

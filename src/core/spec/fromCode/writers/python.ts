import { docstringText } from "../../content/escape";
import type {
  ArgumentFact,
  EnumFact,
  FieldFact,
  MethodFact,
  ModelFact,
  ServiceFact,
  TaskFact,
} from "../facts";

/** A table or schema as the class that it is. */
export function modelLines({ name, bases, description, fields, table }: ModelFact): string[] {
  const note = table === undefined ? "" : `  # table ${table}`;
  return [
    `class ${name}${bases.length > 0 ? `(${bases.join(", ")})` : ""}:${note}`,
    ...docstring(description),
    ...(description === "" || fields.length === 0 ? [] : [""]),
    ...fields.map((one) => `    ${fieldLine(one)}`),
    ...(description === "" && fields.length === 0 ? ["    pass"] : []),
  ];
}

function fieldLine({ name, type, default: value, isRequired, notes }: FieldFact): string {
  const all = [...notes, ...(isRequired || value !== undefined ? [] : ["not required"])];
  const isKnown = notes.some((one) => /^(?:has a default|server default .*|nullable)$/s.test(one));
  const shown = isKnown ? notes : all;
  const comment = shown.length > 0 ? `  # ${oneLine(shown.join(", "))}` : "";
  return `${name}: ${oneLine(type)}${value === undefined ? "" : ` = ${oneLine(value)}`}${comment}`;
}

/** An enumeration with its members. */
export function enumLines({ name, bases, description, members }: EnumFact): string[] {
  return [
    `class ${name}(${bases.join(", ")}):`,
    ...docstring(description),
    ...(description === "" ? [] : [""]),
    ...members.map((one) => `    ${one.name} = ${oneLine(one.value ?? "...")}`),
    ...(description === "" && members.length === 0 ? ["    pass"] : []),
  ];
}

/** A service with the signatures of its public methods. */
export function serviceLines({ name, isClass, description, methods }: ServiceFact): string[] {
  if (!isClass)
    return methods.flatMap((one, index) => [
      ...(index > 0 ? ["", ""] : []),
      ...methodLines(one, ""),
    ]);
  return [
    `class ${name}:`,
    ...docstring(description),
    ...methods.flatMap((one, index) => [
      ...(index > 0 || description !== "" ? [""] : []),
      ...methodLines(one, "    "),
    ]),
  ];
}

/** The function of a task under the name that its queue knows; nothing where it is not the project's. */
export function taskDefinition({ name, function: of }: TaskFact): string[][] {
  return of === undefined ? [] : [[`# ${name}`, ...methodLines(of, "")]];
}

/** A function's signature, with what its docstring and its code say. */
export function methodLines(method: MethodFact, indent: string): string[] {
  const { decorators, signature, summary, arguments: given, isBroken } = method;
  const parts = [
    ...(summary === "" ? [] : [[docstringText(summary)]]),
    ...(given.length > 0 ? [["Args:", ...given.map((one) => `    ${argumentLine(one)}`)]] : []),
    ["Returns:", `    ${returnsLine(method)}`],
    ["Raises:", ...raiseLines(method)],
  ];
  const [first = [], ...rest] = parts;
  const lines = [
    ...(summary === "" ? ["", ...first] : first),
    ...rest.flatMap((part) => ["", ...part]),
  ];
  return [
    ...decorators.map((one) => `@${one}`),
    `${oneLine(signature)}:`,
    ...(isBroken ? ["    # TODO: its parameters, which have a syntax error in the code"] : []),
    ...(summary === "" ? ["    # TODO: what it does"] : []),
    ...lines.map((line, index) => {
      const text = index === 0 ? `"""${line}` : line;
      return text === "" ? "" : `    ${text}`;
    }),
    '    """',
  ].map((line) => (line === "" ? "" : indent + line));
}

/** `key: int`, `key (int): the number of an order` */
function argumentLine({ name, type, text }: ArgumentFact): string {
  if (text === undefined) {
    return `${name}: ${type === undefined ? "# TODO: what it is" : docstringText(type)}`;
  }
  return `${name}${type === undefined ? "" : ` (${docstringText(type)})`}: ${docstringText(text)}`;
}

/** `int`, `int: the new number` */
function returnsLine({ returns, returned }: MethodFact): string {
  if (returned === undefined) {
    return returns === undefined ? "# TODO: what it returns" : docstringText(returns);
  }
  // NumPy's form begins with the type, and so do some of Google's.
  const isSaid = returns === undefined || returned.startsWith(returns);
  return docstringText(isSaid ? returned : `${returns}: ${returned}`);
}

/** `HTTPException: 404, Order not found`, one line for each class; what the docstring says where the code says nothing. */
function raiseLines({ raises, saidOfErrors }: MethodFact): string[] {
  if (raises.length === 0) return ["    Nothing of its own."];
  const byName = new Map<string, string[]>();
  for (const { name, status, detail } of raises) {
    const text = detail ?? saidOfErrors.get(name);
    const said = [status, text].filter((one) => one !== undefined && one !== "").join(" ");
    const known = byName.get(name) ?? [];
    byName.set(name, said === "" ? known : [...known, said]);
  }
  return [...byName].map(([name, said]) =>
    said.length > 0 ? `    ${name}: ${docstringText(said.join("; "))}` : `    ${name}`,
  );
}

function docstring(text: string): string[] {
  return text === "" ? [] : [`    """${docstringText(text)}"""`];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}

import { docstringText } from "../../content/escape";
import type { EnumFact, ErrorFact, FieldFact, MethodFact, ModelFact, ServiceFact } from "../facts";

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
  const isKnown = notes.includes("has a default") || notes.includes("nullable");
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

/** A function's signature, with what its docstring and its code say. */
export function methodLines(method: MethodFact, indent: string): string[] {
  const { decorators, signature, summary, parameters, returns, raises } = method;
  const typed = parameters.filter(({ type }) => type !== undefined);
  const parts = [
    ...(summary === "" ? [] : [[docstringText(summary)]]),
    ...(typed.length > 0
      ? [["Args:", ...typed.map(({ name, type }) => `    ${name}: ${docstringText(type ?? "")}`)]]
      : []),
    [
      "Returns:",
      `    ${returns === undefined ? "# TODO: what it returns" : docstringText(returns)}`,
    ],
    ["Raises:", ...(raises.length > 0 ? raiseLines(raises) : ["    Nothing of its own."])],
  ];
  const [first = [], ...rest] = parts;
  const lines = [
    ...(summary === "" ? ["", ...first] : first),
    ...rest.flatMap((part) => ["", ...part]),
  ];
  return [
    ...decorators.map((one) => `@${one}`),
    `${oneLine(signature)}:`,
    ...(summary === "" ? ["    # TODO: what it does"] : []),
    ...lines.map((line, index) => {
      const text = index === 0 ? `"""${line}` : line;
      return text === "" ? "" : `    ${text}`;
    }),
    '    """',
  ].map((line) => (line === "" ? "" : indent + line));
}

/** `HTTPException: 404, Order not found`, one line for each class. */
function raiseLines(raises: readonly ErrorFact[]): string[] {
  const byName = new Map<string, string[]>();
  for (const { name, status, detail } of raises) {
    const said = [status, detail].filter((one) => one !== undefined).join(" ");
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

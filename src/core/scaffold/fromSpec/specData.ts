import { stringLiteral } from "../../python/edit/stringLiteral";
import type { ModuleData } from "../data/moduleData";
import type { ModuleSpec, SpecMethod } from "./moduleSpec";

/** What a spec adds to a module, as templates are given it. */
export interface SpecData {
  readonly methods: readonly SpecMethodData[];
  readonly errors: readonly SpecErrorData[];
  /** The states of a field and where they lead to, as Python; null where there is no machine. */
  readonly states: { readonly field: string; readonly moves: readonly string[] } | null;
  /** Classes that methods take and give: their lines but the first. */
  readonly classes: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly classNames: readonly string[];
}

/** A method: its source with its docstring, and what stands below it. */
export interface SpecMethodData {
  readonly source: string;
  /** Comments and conditions that mark what is to be written, one statement a line. */
  readonly lines: readonly string[];
  /** The parameter that names the row; empty where it asks for none. */
  readonly key: string;
  /** The state that it moves the row to; empty where it moves none. */
  readonly state: string;
  /** What it hands on to, where it is one of the routine methods by another name: `self.create(data)`. */
  readonly routine: string;
  /** Whether it returns anything. */
  readonly isReturned: boolean;
  /** What it ends in: the row, nothing, or what nobody has written yet. */
  readonly ends: "row" | "none" | "open";
}

/** An error: its class, its constant, its message as Python, its status. */
export interface SpecErrorData {
  readonly name: string;
  readonly constant: string;
  readonly message: string;
  readonly words: string;
  readonly status: number;
}

/** Names that signatures may use without a class of the spec. */
const known = new Set(
  (
    "None True False Any Callable Decimal Iterable Iterator Literal Mapping Optional Sequence Self UUID bool bytes date datetime " +
    "dict float frozenset int list object set str timedelta tuple"
  ).split(" "),
);

/** What a spec adds to a module; methods of types that nobody knows are left out, each with the type. */
export function specData(
  spec: ModuleSpec,
  module: ModuleData,
): { readonly data: SpecData; readonly left: readonly (readonly [SpecMethod, string])[] } {
  const { className } = module;
  const parts = ["", "Create", "Update", "Query", "Read"].map((part) => className + part);
  const shown = spec.classes.filter(
    ({ name, fields }) => !parts.includes(name) && fields.length > 0,
  );
  const named = new Set([...known, ...parts, ...shown.map(({ name }) => name)]);
  // Generic ones, and those of types that nobody knows, are no schemas.
  const all = shown.filter(({ fields }) =>
    fields.every(({ annotation }) => namesIn(annotation).every((name) => named.has(name))),
  );
  const types = new Set([...known, ...parts, ...all.map(({ name }) => name)]);
  const left = spec.methods.flatMap((method): [SpecMethod, string][] => {
    const unknown = typesIn(method.signature).find((name) => !types.has(name));
    return unknown === undefined ? [] : [[method, unknown]];
  });
  const methods = spec.methods.filter((method) => left.every(([one]) => one !== method));
  const used = new Set(methods.flatMap(({ signature }) => typesIn(signature)));
  const classes = all.filter(({ name }) => used.has(name));
  return { data: dataWith({ ...spec, methods, classes }, module), left };
}

function dataWith(spec: ModuleSpec, module: ModuleData): SpecData {
  const told = new Set(spec.methods.flatMap(({ errors }) => errors));
  const untold = spec.errors.filter(({ name }) => !told.has(name)).map(({ name }) => name);
  return {
    methods: spec.methods.map((method, index) =>
      methodData(
        index === 0 ? { ...method, errors: [...method.errors, ...untold] } : method,
        spec,
        module,
      ),
    ),
    errors: spec.errors.map(({ name, status, message }) => ({
      name,
      constant: `ERROR_${snakeOf(name).toUpperCase()}`,
      message: stringLiteral(message),
      words: message,
      status,
    })),
    states:
      spec.states === undefined
        ? null
        : {
            field: spec.states.field,
            moves: spec.states.moves.map(([from, to]) =>
              `${stringLiteral(from)}: frozenset({${to.map(stringLiteral).join(", ")}})`.replace(
                "({})",
                "()",
              ),
            ),
          },
    classes: spec.classes.map(({ name, fields }) => ({
      name,
      fields: fields.map((field) =>
        field.value === undefined || field.value.startsWith("field(")
          ? `${field.name}: ${field.annotation}`
          : `${field.name}: ${field.annotation} = ${field.value}`,
      ),
    })),
    classNames: spec.classes.map(({ name }) => name),
  };
}

function typesIn({ typedParameters, returns }: SpecMethod["signature"]): string[] {
  return [...typedParameters.map(({ annotation }) => annotation ?? ""), returns].flatMap(namesIn);
}

/** The names of a type, those of modules and within texts left out. */
function namesIn(type: string): string[] {
  return type.replace(/"[^"]*"|'[^']*'/g, "").match(/(?<![.\w])[A-Za-z_]\w*(?!\w*\.)/g) ?? [];
}

function methodData(method: SpecMethod, spec: ModuleSpec, module: ModuleData): SpecMethodData {
  const { signature, source, errors, events, rules } = method;
  const key = signature.isAsync ? keyOf(signature, module) : "";
  const said = signature.name.replaceAll("_", " ");
  const move = spec.states?.by.find(([text]) => [signature.name, said].includes(text));
  const ends =
    signature.returns === module.className ? "row" : signature.returns === "None" ? "none" : "open";
  const isWhole = key !== "" && ends !== "open";
  const routine = routineCall(signature, module);
  return {
    source,
    routine,
    isReturned: signature.returns !== "None",
    key: isWhole ? key : "",
    state: isWhole && move !== undefined ? move[1] : "",
    ends: isWhole ? ends : "open",
    lines: [
      ...rules.flatMap((id) => {
        const text = spec.rules.find((rule) => rule.id === id)?.text ?? "";
        return commented(`${id}: ${text}`);
      }),
      ...errors.flatMap((name) => errorLines(name, spec)),
      ...events.flatMap((name) => commented(`${name} is published here`)),
    ],
  };
}

/** The routine method that does what a method says by its name, with the same arguments: `create_order`, `get_order`. */
function routineCall(
  { name, isAsync, parameters }: SpecMethod["signature"],
  { variable }: ModuleData,
): string {
  const [, verb] = /^(create|get|update|delete)_(\w+)$/.exec(name) ?? [];
  const counts: Readonly<Record<string, number>> = { create: 1, get: 1, update: 2, delete: 1 };
  const isOne = verb !== undefined && name === `${verb}_${variable}` && isAsync;
  return isOne && counts[verb] === parameters.length
    ? `self.${verb}(${parameters.join(", ")})`
    : "";
}

/** The parameter that names one row. */
function keyOf({ typedParameters }: SpecMethod["signature"], { variable }: ModuleData): string {
  const names = [`${variable}_id`, "id"];
  return (
    typedParameters.find(({ name, annotation }) => names.includes(name) && annotation === "UUID")
      ?.name ?? ""
  );
}

/** The condition of an error, to be written in place of `False`. */
function errorLines(name: string, spec: ModuleSpec): string[] {
  const message = spec.errors.find((error) => error.name === name)?.message ?? "";
  const flag = `is_${snakeOf(name)}`;
  return [
    ...commented(`${name}: ${message}; when that is so, is said here`),
    `${flag} = False`,
    `if ${flag}:`,
    `    raise ${name}`,
  ];
}

/** `invoice_locked` of `InvoiceLockedError`. */
function snakeOf(name: string): string {
  return name
    .replace(/(?:Error|Exception)$/, "")
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toLowerCase();
}

/** A sentence as comments of 88 characters at most. */
function commented(text: string): string[] {
  const lines = [""];
  for (const word of `${text.replace(/\s+/g, " ").replace(/\.$/, "")}.`.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length > 88 && line !== "") lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.map((line) => `# ${line}`);
}

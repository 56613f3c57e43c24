import { callsIn } from "../../../behaviour/requestFlow";
import { type ContentBlock, fence, type Line, paragraph, todo } from "../../content/blocks";
import { docstringText } from "../../content/escape";
import type { RepeatedWriter, Repetition } from "../../content/writer";
import type {
  ClassFact,
  CodeFacts,
  CodePlace,
  EndpointFact,
  MethodFact,
  ServiceFact,
  SettingFact,
} from "../facts";
import { notShown } from "../secrets";
import { groupedBy, joined, linked } from "./parts";
import { taskDefinition } from "./python";

/** The most definitions that stand for a file. */
const mostShown = 12;

/** The files that a guide shows, each with what it defines. */
const files: Readonly<Record<string, RepeatedWriter>> = {
  "configuration-file": ({ code }) =>
    byFile(
      code?.settings ?? [],
      ({ declaredIn }) => declaredIn,
      (own) => [fence("python", ...settingLines(own))],
    ),

  "injection-file": ({ code }) => functionFiles(code?.guide.providers ?? []),

  "router-file": ({ code }) => {
    const example = largest(groupedBy(code?.endpoints ?? [], (one) => one.path));
    if (code === undefined || example === undefined) return [];
    const [path, endpoints] = example;
    const own = code.guide.handlers.filter((one) => one.path === path);
    const lines = own
      .slice(0, mostShown)
      .map((one) => [...routesOf(one, endpoints), ...shortLines(one)]);
    return [file(path, [fence("python", ...separated(lines)), linksTo(own)])];
  },

  "worker-file": ({ code }) =>
    byFile(
      code?.tasks ?? [],
      (one) => one.function?.path ?? one.path,
      (own) => {
        const lines = own.slice(0, mostShown).flatMap(taskDefinition);
        return lines.length === 0
          ? [linksTo(own)]
          : [fence("python", ...separated(lines)), linksTo(own)];
      },
    ),

  "error-file": ({ code }) =>
    byFile(
      code?.guide.exceptions ?? [],
      ({ path }) => path,
      (own) => [
        fence("python", ...separated(own.slice(0, mostShown).map(classLines))),
        linksTo(own),
      ],
    ),

  "testing-file": ({ code }) => functionFiles(code?.guide.fixtures ?? []),
};

/** Those files; one that is still to be written where the guide wants one and the code has none. */
export const codeGuideFiles: Readonly<Record<string, RepeatedWriter>> = Object.fromEntries(
  Object.entries(files).map(([id, write]): [string, RepeatedWriter] => [
    id,
    (subject, section) => {
      const found = write(subject, section);
      if (found.length > 0 || !section.required) return found;
      return [file("No file yet", [todo(section.about)])];
    },
  ]),
);

/** The service class that stands for the others: that which requests call most, in as many of its methods. */
export function exampleOf({ services, endpoints }: CodeFacts): ServiceFact | undefined {
  const calls = endpoints.flatMap(({ flow }) => callsIn(flow.steps));
  const called = ({ name }: ServiceFact): number =>
    new Set(calls.filter(({ to }) => to === name).map(({ text }) => text)).size;
  return services.filter(({ isClass }) => isClass).sort((a, b) => called(b) - called(a))[0];
}

/** A service class with its methods in short. */
export function outlineLines({ name, description, methods }: ServiceFact): string[] {
  const lines = methods
    .slice(0, mostShown)
    .map((one) => shortLines(one).map((line) => `    ${line}`));
  return [
    `class ${name}:`,
    ...(description === "" ? [] : [`    """${docstringText(description)}"""`, ""]),
    ...lines.flatMap((own, index) => (index === 0 ? own : ["", ...own])),
  ];
}

/** A function's signature with its first sentence. */
export function shortLines({ signature, summary, decorators }: MethodFact): string[] {
  return [
    ...decorators.map((one) => `@${one}`),
    `${signature.replace(/\s+/gu, " ")}:`,
    summary === "" ? "    ..." : `    """${docstringText(summary)}"""`,
  ];
}

/** Definitions with two empty lines between them. */
export function separated(definitions: readonly (readonly string[])[]): string[] {
  return definitions.flatMap((lines, index) => (index === 0 ? [...lines] : ["", "", ...lines]));
}

function functionFiles(functions: readonly MethodFact[]): readonly Repetition[] {
  return byFile(
    functions,
    ({ path }) => path,
    (own) => [fence("python", ...separated(own.slice(0, mostShown).map(shortLines))), linksTo(own)],
  );
}

function classLines({ name, bases, description }: ClassFact): string[] {
  const head = `class ${name}${bases.length > 0 ? `(${bases.join(", ")})` : ""}:`;
  return [head, description === "" ? "    ..." : `    """${docstringText(description)}"""`];
}

/** `# POST /orders/{order_id}/pay` */
function routesOf({ name, line }: MethodFact, endpoints: readonly EndpointFact[]): string[] {
  return endpoints
    .filter((one) => one.line === line && one.handler.endsWith(name))
    .map(({ method, route }) => `# ${method} ${route}`);
}

function settingLines(settings: readonly SettingFact[]): string[] {
  const byClass = groupedBy(settings, (one) => one.class);
  return separated(
    [...byClass].map(([name, own]) => {
      const lines = own.map(settingLine);
      return name === "" ? lines : [`class ${name}:`, ...lines.map((line) => `    ${line}`)];
    }),
  );
}

function settingLine({ name, type, environment, default: value, isSecret }: SettingFact): string {
  const said = isSecret ? `, default ${notShown}` : value === undefined ? "" : `, default ${value}`;
  const isName = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
  const text = `${environment}${said}`.replace(/\s+/gu, " ");
  return isName ? `${name}: ${type.replace(/\s+/gu, " ")}  # ${text}` : `# ${name}: ${text}`;
}

function linksTo(places: readonly (CodePlace & { readonly name: string })[]): ContentBlock {
  const shown = places.slice(0, mostShown).map((one) => linked(one.name, one));
  const more = places.length - shown.length;
  const text: Line = [...joined(shown), ...(more > 0 ? [` and ${more} more`] : [])];
  return paragraph(...text);
}

function file(path: string, blocks: readonly ContentBlock[]): Repetition {
  return { values: { file: path }, blocks };
}

function byFile<Fact>(
  facts: readonly Fact[],
  pathOf: (fact: Fact) => string,
  blocks: (facts: readonly Fact[]) => readonly ContentBlock[],
): readonly Repetition[] {
  return [...groupedBy(facts, pathOf)].map(([path, own]) => file(path, blocks(own)));
}

function largest<Fact>(
  files: ReadonlyMap<string, readonly Fact[]>,
): readonly [string, readonly Fact[]] | undefined {
  return [...files].sort(([, a], [, b]) => b.length - a.length)[0];
}

import { backend } from "../frameworks/backend";
import { linesBelow, replaced, withoutLines } from "../spec/document/fixEdits";
import { oncePerDocument } from "../spec/document/once";
import type { EndpointFact } from "../spec/fromCode/facts";
import { type Range, range } from "../text/range";
import { compareTypes } from "./compareTypes";
import type { Difference } from "./difference";
import { homeOf, only, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";

/** A line of a spec that names an endpoint: “- `POST /orders` answers 201 `OrderRead`”. */
interface Mention {
  readonly method: string;
  readonly path: string;
  readonly range: Range;
  /** Where method and path stand. */
  readonly methodRange: Range;
  readonly pathRange: Range;
  readonly status: { readonly text: string; readonly range: Range } | undefined;
  readonly response: { readonly text: string; readonly range: Range } | undefined;
  /** The function that the line says answers it. */
  readonly handler: string | undefined;
  /** Whether it stands in a list of endpoints, by which the others can be told. */
  readonly isListed: boolean;
}

const mention =
  /^(\s*(?:[-*+]|\d+\.)?\s*|#+\s*|\|\s*)(`?)(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|WEBSOCKET)\s+(\/[^\s`|]*)\2/;

/** The lines of a document that begin with an endpoint, those of fences left out. */
export const mentionsIn = oncePerDocument(({ markdown }): readonly Mention[] => {
  const { lines, fences } = markdown;
  const fenced = new Set<number>();
  for (const { line, endLine } of fences) for (let at = line; at <= endLine; at++) fenced.add(at);
  const found: Mention[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const [whole, lead = "", tick = "", method = "", path = ""] =
      (!fenced.has(line) && mention.exec(text)) || [];
    if (whole === undefined) continue;
    const start = lead.length + tick.length;
    const at = (from: number, length: number): Range => range(line, from, line, from + length);
    const rest = text.slice(whole.length);
    const answers =
      /^\s*(?:\|\s*)?(?:answers|returns|→|->|:)\s+`?([1-5]\d\d)\b`?(?:\s+`([^`]+)`)?/.exec(rest);
    const [said = "", status, response] = answers ?? [];
    const [, handler] = /\[`?([\p{L}_][\p{L}\p{N}_]*)\(\)`?\]/u.exec(rest) ?? [];
    const pathAt = text.indexOf(path, start + method.length);
    found.push({
      method,
      path,
      range: at(start, pathAt + path.length - start),
      methodRange: at(start, method.length),
      pathRange: at(pathAt, path.length),
      status:
        status === undefined
          ? undefined
          : { text: status, range: at(whole.length + said.indexOf(status), 3) },
      response:
        response === undefined
          ? undefined
          : {
              text: response,
              range: at(whole.length + said.lastIndexOf(response), response.length),
            },
      handler,
      isListed: /[-*+|\d]/.test(lead),
    });
  }
  return found;
});

/** Compares the endpoints that a spec lists with those of the code. */
export function compareEndpoints(sides: Sides): readonly Difference[] {
  const { facts, spec, code } = sides;
  // Without any, nothing tells whether the code has none or they could not be found.
  if (facts.endpoints.length === 0) return [];
  const mentions = mentionsIn(spec);
  const listed = mentions.filter(({ isListed }) => isListed);
  const matches = new Map(mentions.map((one) => [one, matchesOf(one, mentions, sides)]));
  const isKnown = ({ method, path }: Mention): boolean =>
    backend.routing(code).endpoints.some((one) => one.method === method && isPath(path, one.path));
  return [
    ...mentions.flatMap((one) => {
      const found = matches.get(one) ?? [];
      const fact = only(found);
      if (fact !== undefined) return compareEndpoint(one, fact, sides);
      // One of several may be meant.
      if (found.length > 0) return [];
      return listed.includes(one) && !isKnown(one) ? lacking(one, sides) : [];
    }),
    ...unlisted(listed, matches, sides),
  ];
}

/** The endpoints that a line is about: those of its method and path, or else the one that its function answers. */
function matchesOf(
  one: Mention,
  all: readonly Mention[],
  { facts }: Sides,
): readonly EndpointFact[] {
  const { method, path, handler } = one;
  const fitting = facts.endpoints.filter(
    (fact) => fact.method === method && isPath(path, fact.route),
  );
  // Of several that fit, with a type of a parameter or a slash more, the one that is written so is meant.
  const written = fitting.filter(({ route }) => route === path);
  if (fitting.length > 0) return written.length > 0 ? written : fitting;
  const free = facts.endpoints.filter(
    (fact) => !all.some((other) => other.method === fact.method && isPath(other.path, fact.route)),
  );
  const named = free.filter((fact) => fact.handler.split(".").at(-1) === handler);
  const found = only(named) ?? only(free.filter((fact) => isPath(path, fact.route)));
  return found === undefined ? [] : [found];
}

/** Whether a path is what a spec writes of a route: parameters under any name, and without what applications put before it. */
export function isPath(written: string, route: string): boolean {
  const [short, long] = [partsOf(written), partsOf(route)];
  if (short.length > long.length || (short.length === 0 && long.length > 0)) return false;
  return short.every((part, index) => part === long[long.length - short.length + index]);
}

function partsOf(path: string): readonly string[] {
  return path
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((part) => part !== "")
    .map((part) => part.replace(/^(?:\{[^}]*\}|:[\p{L}_]\w*|<[^>]*>)$/u, "{}"));
}

function compareEndpoint(
  one: Mention,
  fact: EndpointFact,
  { spec, names }: Sides,
): readonly Difference[] {
  const about = `the endpoint ${one.method} ${one.path}`;
  const at = { kind: "endpoint", about, range: one.range, place: fact } as const;
  const ofLine = ofStatus(at, lineOf(one, spec.markdown.lines.line(one.range.start.line)), spec);
  if (ofLine) return [ofLine];
  const found: Difference[] = [];
  const tell = (part: string, said: string, code: string, where: Range): void => {
    const edits = replaced(where, code);
    found.push({ ...at, sides: "both", range: where, said: { part, spec: said, code }, edits });
  };
  if (one.method !== fact.method) tell("method", one.method, fact.method, one.methodRange);
  if (!isPath(one.path, fact.route)) tell("path", one.path, fact.route, one.pathRange);
  const { status, response } = one;
  if (status && fact.status !== undefined && status.text !== String(fact.status)) {
    tell("status", status.text, String(fact.status), status.range);
  }
  if (
    response &&
    fact.response !== undefined &&
    compareTypes(response.text, fact.response, names) === "other"
  ) {
    tell("response", response.text, fact.response, response.range);
  }
  return found;
}

function lineOf({ range: { start } }: Mention, text: string): Range {
  return range(start.line, 0, start.line, text.length);
}

function lacking(one: Mention, sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const { line } = one.range.start;
  if (statusAt(lineOf(one, spec.markdown.lines.line(line)), spec) === "planned") return [];
  // An endpoint of another service may stand here: what is its own begins as the others of the module do.
  const first = partsOf(one.path).find((part) => part !== "{}" && !/^(?:api|v\d+)$/.test(part));
  const isOwn = facts.endpoints.some(
    ({ route }) => first !== undefined && partsOf(route).includes(first),
  );
  if (!isOwn) return [];
  const [place] = facts.endpoints;
  return [
    {
      kind: "endpoint",
      sides: "only spec",
      about: `the endpoint ${one.method} ${one.path}`,
      range: one.range,
      place: place ?? homeOf(sides),
      edits: withoutLines(line, line, spec),
    },
  ];
}

function unlisted(
  listed: readonly Mention[],
  matches: ReadonlyMap<Mention, readonly EndpointFact[]>,
  { facts, spec }: Sides,
): readonly Difference[] {
  const last = listed.findLast((one) => (matches.get(one) ?? []).length > 0);
  if (last === undefined) return [];
  const told = new Set(listed.flatMap((one) => matches.get(one) ?? []));
  const { line } = last.range.start;
  const isList = /^\s*[-*+]/.test(spec.markdown.lines.line(line));
  return facts.endpoints
    .filter((one) => !told.has(one))
    .map(
      (one): Difference => ({
        kind: "endpoint",
        sides: "only code",
        about: `the endpoint ${one.method} ${one.route}`,
        range: last.range,
        place: one,
        edits: isList
          ? linesBelow(line, itemOf(one, spec.markdown.lines.line(line)), spec)
          : undefined,
      }),
    );
}

function itemOf({ method, route, status, response, summary }: EndpointFact, like: string): string {
  const [lead] = /^\s*[-*+]\s*/.exec(like) ?? ["- "];
  const answers = status === undefined ? "" : ` answers ${status}`;
  const body = status === undefined || response === undefined ? "" : ` \`${response}\``;
  return `${lead}\`${method} ${route}\`${answers}${body}${summary === "" ? "" : `: ${summary}`}`;
}

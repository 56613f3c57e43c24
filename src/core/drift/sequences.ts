import { callsIn, type FlowCall, type FlowStep } from "../behaviour/requestFlow";
import type { ReadMessage, ReadSequence } from "../diagrams/read/sequence";
import type { FixEdits } from "../edits/fixEdits";
import { ancestors, memberOf } from "../evaluation/classes";
import type { ClassV } from "../evaluation/value";
import type { Fence } from "../markdown/document";
import { fileCalls } from "../project/fileCalls";
import { joinedEdits, linesBelow, replaced, withoutLines } from "../spec/document/fixEdits";
import { methodTable, placeIn, sequencesIn, signatures } from "../spec/document/vocabulary";
import type { EndpointFact } from "../spec/fromCode/facts";
import type { Range } from "../text/range";
import { classesNamed } from "./binding";
import type { Difference } from "./difference";
import { isPath, mentionsIn } from "./endpoints";
import { only, type Sides } from "./sides";

/** Compares the sequence diagrams of a spec with the calls that the code makes. */
export function compareSequences(sides: Sides): readonly Difference[] {
  return sequencesIn(sides.spec).flatMap(({ fence, sequence }) => {
    const drawn = new Drawn(fence, sequence, sides);
    const [gone, missing] = [drawn.extraCalls(), drawn.missingCalls()];
    const renamed = only(gone);
    const to = only(missing);
    return [
      ...(renamed && to && renamed.of === to.of
        ? [drawn.renaming(renamed, to)]
        : [...gone, ...missing].map(({ difference }) => difference)),
      ...drawn.status(),
    ];
  });
}

/** A call that only one side has. */
interface OneSided {
  /** The class that is called. */
  readonly of: string;
  readonly message: ReadMessage | undefined;
  readonly call: FlowCall | undefined;
  readonly difference: Difference;
}

const request = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+(\/\S*)/;
/** `reserve_copies(book_id)`: the name of a method, and what it is given. */
const called = /^(?:await\s+)?([\p{Ll}_][\p{L}\p{N}_]*)\(/u;

class Drawn {
  private readonly labels: ReadonlyMap<string, string>;
  private readonly calls: readonly ReadMessage[];
  private readonly endpoint: EndpointFact | undefined;

  constructor(
    private readonly fence: Fence,
    private readonly sequence: ReadSequence,
    private readonly sides: Sides,
  ) {
    this.labels = new Map(sequence.participants.map(({ id, label }) => [id, label]));
    this.calls = sequence.messages.filter(({ dashed }) => !dashed);
    this.endpoint = this.endpointOf();
  }

  /** Messages that name a method which the class does not have, or which the caller never calls. */
  extraCalls(): readonly OneSided[] {
    const told = describedIn(this.sides);
    return this.calls.flatMap((message): readonly OneSided[] => {
      const name = called.exec(message.text)?.[1];
      const of = this.classOf(message.to);
      if (name === undefined || of === undefined || message.from === message.to) return [];
      const isOwn = this.sides.facts.services.some((one) => one.name === of.name);
      // What the interface says of its own methods is told there.
      if (isOwn && told.has(name)) return [];
      if (this.isPlanned(message) || !this.isNeverCalled(name, of, message.from)) return [];
      const range = placeIn(this.fence, message.textRange);
      const { line } = range.start;
      const difference: Difference = {
        kind: "diagram",
        sides: "only spec",
        about: `the call of ${of.name}.${name}()`,
        range,
        place: { path: of.path, line: of.node.nameLine + 1 },
        edits: withoutLines(line, line, this.sides.spec),
      };
      return [{ of: of.name, message, call: undefined, difference }];
    });
  }

  /** Calls of services that a request makes whatever happens, and that its picture passes over. */
  missingCalls(): readonly OneSided[] {
    const { endpoint, sides } = this;
    if (endpoint === undefined || /\bleft out\b/.test(this.fence.content)) return [];
    const own = this.calls.filter(({ text }) => called.test(text));
    if (own.length === 0) return [];
    const services = new Set(
      sides.facts.dependencies
        .filter(({ type }) => type === "Internal service")
        .map(({ name }) => name),
    );
    const steps = alwaysIn(endpoint.flow.steps);
    const missing = steps.filter(({ to, text }) => {
      if (!services.has(to)) return false;
      const name = text.slice(0, -2);
      return !this.calls.some((one) => called.exec(one.text)?.[1] === name);
    });
    const unique = [...new Map(missing.map((one) => [`${one.to} ${one.text}`, one])).values()];
    return unique.map((call): OneSided => {
      const { to, text, path, line } = call;
      const difference: Difference = {
        kind: "diagram",
        sides: "only code",
        about: `the call of ${to}.${text}`,
        range: this.requestRange(),
        place: { path, line },
        edits: this.withCall(call, steps),
      };
      return { of: to, message: undefined, call, difference };
    });
  }

  /** The only call that has gone and the only new one are the same: its line stays. */
  renaming({ message, difference }: OneSided, { call }: OneSided): Difference {
    const name = (message && called.exec(message.text)?.[1]) ?? "";
    const text = call?.text.slice(0, -2) ?? "";
    const { start } = message ? placeIn(this.fence, message.textRange) : difference.range;
    const at = this.sides.spec.markdown.lines.line(start.line).indexOf(name, start.character);
    const where = {
      start: { line: start.line, character: at },
      end: { line: start.line, character: at + name.length },
    };
    return {
      ...difference,
      sides: "both",
      range: where,
      place: call ? { path: call.path, line: call.line } : difference.place,
      said: { part: "name", spec: name, code: text },
      edits: replaced(where, text),
    };
  }

  /** The status that the picture of a request ends with, where it goes well. */
  status(): readonly Difference[] {
    const { endpoint, sides } = this;
    const last = this.sequence.messages.findLast(({ dashed }) => dashed);
    const [said] = /^2\d\d\b/.exec(last?.text ?? "") ?? [];
    const status = endpoint?.status;
    if (last === undefined || said === undefined || endpoint === undefined) return [];
    if (status === undefined || said === String(status)) return [];
    // What the list of endpoints says wrong as well is told there.
    const isTold = mentionsIn(sides.spec).some(
      (one) =>
        one.method === endpoint.method &&
        isPath(one.path, endpoint.route) &&
        one.status !== undefined &&
        one.status.text !== String(status),
    );
    if (isTold) return [];
    const { start } = placeIn(this.fence, last.textRange);
    const range = { start, end: { line: start.line, character: start.character + said.length } };
    return [
      {
        kind: "diagram",
        sides: "both",
        about: `the answer of ${endpoint.method} ${endpoint.route}`,
        range,
        place: endpoint,
        said: { part: "status", spec: said, code: String(status) },
        edits: replaced(range, String(status)),
      },
    ];
  }

  private endpointOf(): EndpointFact | undefined {
    const [first] = this.calls;
    const [, method, path] = request.exec(first?.text ?? "") ?? [];
    if (method === undefined || path === undefined) return undefined;
    const fitting = this.sides.facts.endpoints.filter(
      (one) => one.method === method && isPath(path, one.route),
    );
    return only(fitting) ?? only(fitting.filter(({ route }) => route === path));
  }

  private requestRange(): Range {
    const [first] = this.calls;
    return placeIn(this.fence, first?.textRange ?? { start: zero, end: zero });
  }

  /** The class of the project that a participant is; unknown where there are several of that name. */
  private classOf(id: string): ClassV | undefined {
    const label = this.labels.get(id) ?? id;
    if (!/^\p{Lu}[\p{L}\p{N}_]*$/u.test(label)) return undefined;
    return this.sides.names.classNamed(label) ?? only(classesNamed(label, this.sides.code));
  }

  private isNeverCalled(name: string, of: ClassV, from: string): boolean {
    const { code } = this.sides;
    const isKnown = ancestors(of).every((one) => one.kind === "class" || one.kind === "external");
    const isOpen = memberOf(of, "__getattr__") !== undefined;
    if (!isKnown || isOpen) return false;
    if (memberOf(of, name) === undefined) {
      return ancestors(of).every(
        (one) =>
          one.kind === "class" || (one.kind === "external" && one.name.startsWith("builtins.")),
      );
    }
    const caller = this.classOf(from);
    const flows = this.sides.facts.endpoints.flatMap((one) => callsIn(one.flow.steps));
    if (caller === undefined || flows.some((one) => one.text === `${name}()`)) return false;
    return [...fileCalls(code, caller.path).keys()].every(
      ({ func }) =>
        !(func.nodeType === "Attribute" && func.attr === name) &&
        !(func.nodeType === "Name" && func.id === name),
    );
  }

  private isPlanned({ range }: ReadMessage): boolean {
    const { line } = placeIn(this.fence, range).start;
    return /%%\s*planned\b/.test(this.sides.spec.markdown.lines.line(line));
  }

  /** A message below the one that comes before it, or below the request; with its participants where they are new. */
  private withCall({ from, to, text }: FlowCall, steps: readonly FlowCall[]): FixEdits | undefined {
    const { spec } = this.sides;
    const index = steps.findIndex((one) => one.to === to && one.text === text);
    const before = steps
      .slice(0, index)
      .findLast((one) =>
        this.calls.some((each) => called.exec(each.text)?.[1] === one.text.slice(0, -2)),
      );
    const message =
      (before &&
        this.calls.findLast((each) => called.exec(each.text)?.[1] === before.text.slice(0, -2))) ??
      this.calls[0];
    if (message === undefined) return undefined;
    const idOf = (name: string): string | undefined =>
      [...this.labels].find(([, label]) => label === name)?.[0];
    const caller = idOf(from) ?? (before && idOf(before.to)) ?? message.to;
    const { line } = placeIn(this.fence, message.range).start;
    const [indent = ""] = /^\s*/.exec(spec.markdown.lines.line(line)) ?? [];
    const known = idOf(to);
    const row = linesBelow(line, `${indent}${caller}->>${known ?? to}: ${text}`, spec);
    if (known !== undefined) return row;
    const declared = this.fence.content
      .split("\n")
      .findLastIndex((one) => /^\s*(?:participant|actor)\s/.test(one));
    if (declared < 0) return row;
    return joinedEdits([
      linesBelow(this.fence.contentLine + declared, `${indent}participant ${to}`, spec),
      row,
    ]);
  }
}

const zero = { line: 0, character: 0 };

/** The methods that the interface of a spec describes. */
function describedIn({ spec }: Sides): ReadonlySet<string> {
  const rows = methodTable(spec)?.rows.map((row) => row.text("Method").replace(/\(.*$/, "")) ?? [];
  return new Set([...signatures(spec).map(({ name }) => name), ...rows]);
}

/** The calls that hang on no condition. */
function alwaysIn(steps: readonly FlowStep[]): readonly FlowCall[] {
  return steps.flatMap((step): readonly FlowCall[] => {
    if (step.kind === "call") return [step, ...alwaysIn(step.inner)];
    return step.kind === "loop" ? step.branches.flatMap((one) => alwaysIn(one.steps)) : [];
  });
}

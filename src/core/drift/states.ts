import {
  outside,
  type ReadStateDiagram,
  type ReadTransition,
  readStateDiagram,
} from "../diagrams/read/state";
import type { FixEdits } from "../edits/fixEdits";
import type { Fence } from "../markdown/document";
import { plain } from "../spec/document/cells";
import { linesBelow, replaced, withoutLines } from "../spec/document/fixEdits";
import type { PythonClass } from "../spec/document/pythonFence";
import { diagramsIn, placeIn } from "../spec/document/vocabulary";
import type { EnumFact, StateFact, TransitionFact } from "../spec/fromCode/facts";
import type { Range } from "../text/range";
import type { Difference } from "./difference";
import { homeOf, only, type Sides } from "./sides";
import { statusAt } from "./status";
import { optionsIn, readType } from "./typeTerm";
import { compareValues } from "./values";

/** Compares the states of a spec with the enumerations of the code and with what moves records between them. */
export function compareStates(sides: Sides): readonly Difference[] {
  return [...compareEnums(sides), ...compareLiterals(sides), ...compareDiagram(sides)];
}

/** A state by the names that a spec may call it by: its member's, or its value. */
function isState({ name, value }: EnumFact["members"][number], said: string): boolean {
  const text = value?.replace(/^(["'])(.*)\1$/, "$2");
  return plain(said) === plain(name) || (text !== undefined && plain(said) === plain(text));
}

/** The enumerations that the models of a spec hold as classes. */
function compareEnums(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  return spec.pythonIn("data-models").flatMap(({ classes, errors }) =>
    (errors.length > 0 ? [] : classes).flatMap((of) => {
      const fact = only(facts.enums.filter(({ name }) => name === of.name));
      return fact === undefined || of.members.length === 0 ? [] : compareEnum(of, fact, sides);
    }),
  );
}

function compareEnum(of: PythonClass, fact: EnumFact, { spec }: Sides): readonly Difference[] {
  const about = (name: string): string => `the member ${of.name}.${name}`;
  const found = of.members.flatMap((member): Difference[] => {
    const at = {
      kind: "state",
      about: about(member.name),
      range: member.range,
      place: fact,
    } as const;
    const other = fact.members.find(({ name }) => name === member.name);
    const { first, last } = member.lines;
    if (other === undefined) {
      if (statusAt(member.range, spec) === "planned") return [];
      const edits = of.members.length === 1 ? undefined : withoutLines(first, last, spec);
      return [{ ...at, sides: "only spec", edits }];
    }
    if (other.value === undefined || compareValues(member.value, other.value) !== "other")
      return [];
    const said = { part: "value", spec: member.value, code: other.value };
    const line = spec.markdown.lines.line(first);
    const start = line.lastIndexOf(member.value);
    const range = {
      start: { line: first, character: start },
      end: { line: first, character: start + member.value.length },
    };
    const edits = { replacements: [{ range, newText: other.value }], insertions: [] };
    return [{ ...at, sides: "both", said, edits: start < 0 ? undefined : edits }];
  });
  // A line that stays: others may be taken away.
  const last = of.members.findLast((one) => fact.members.some(({ name }) => name === one.name));
  const missing = fact.members.filter(({ name }) => !of.members.some((one) => one.name === name));
  return [
    ...found,
    ...missing.map(
      ({ name, value }): Difference => ({
        kind: "state",
        sides: "only code",
        about: about(name),
        range: of.range,
        place: fact,
        edits:
          last &&
          linesBelow(last.lines.last, `${last.lines.indent}${name} = ${value ?? "..."}`, spec),
      }),
    ),
  ];
}

/** The texts that a field of a model lists, where the code has an enumeration there. */
function compareLiterals(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  return spec.pythonIn("data-models").flatMap(({ classes, errors }) =>
    (errors.length > 0 ? [] : classes).flatMap((of) => {
      const model = only(facts.models.filter(({ name }) => name === of.name));
      return of.fields.flatMap((field) => {
        const type = model?.fields.find(({ name }) => name === field.name)?.type;
        const term = type === undefined ? undefined : readType(type);
        const named =
          term && optionsIn(term).flatMap((one) => (one.kind === "name" ? [one.name] : []));
        const fact = only(facts.enums.filter(({ name }) => named?.includes(name)));
        const [first] = field.literals;
        if (fact === undefined || first === undefined || statusAt(field.range, spec) === "planned")
          return [];
        return compareTexts(
          `${of.name}.${field.name}`,
          field.literals,
          fact,
          field.annotationRange,
          field.annotation,
        );
      });
    }),
  );
}

function compareTexts(
  field: string,
  literals: readonly { readonly value: string; readonly range: Range }[],
  fact: EnumFact,
  range: Range,
  annotation: string,
): readonly Difference[] {
  const at = { kind: "state", place: fact } as const;
  // An enumeration of values that are not known is not compared.
  if (fact.members.some(({ value }) => value === undefined)) return [];
  const inside = fact.members.map(({ value }) => value).join(", ");
  const edits = {
    replacements: [
      { range, newText: annotation.replace(/Literal\[[^\]]*\]/, () => `Literal[${inside}]`) },
    ],
    insertions: [],
  };
  const isSame =
    literals.every(({ value }) => fact.members.some((one) => isState(one, value))) &&
    fact.members.every((one) => literals.some(({ value }) => isState(one, value)));
  if (isSame) return [];
  const listed = literals.map(({ value }) => JSON.stringify(value)).join(", ");
  const said = { part: "list of states", spec: listed, code: inside };
  return [{ ...at, sides: "both", about: `the field ${field}`, range, said, edits }];
}

/** The diagram of the state machine, where spec and code have one each. */
function compareDiagram(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const state = only(facts.states);
  const diagram = only(diagramsIn(spec, /^stateDiagram(?:-v2)?$/));
  if (state === undefined || diagram === undefined) return [];
  const read = readStateDiagram(diagram.fence.content);
  // States within states are an order of their own.
  if (read.states.some(({ composite }) => composite)) return [];
  const fact = facts.enums.find(({ name }) => name === state.enum);
  const members = fact?.members ?? state.members.map((name) => ({ name, value: undefined }));
  const machine = new Machine(read, diagram.fence, members, state, sides);
  // A diagram that shares no state with the code is about something else.
  if (!read.states.some(({ id, label }) => machine.memberOf(id) ?? machine.memberOf(label)))
    return [];
  return [...machine.states(), ...machine.transitions()];
}

class Machine {
  constructor(
    private readonly read: ReadStateDiagram,
    private readonly fence: Fence,
    private readonly members: EnumFact["members"],
    private readonly state: StateFact,
    private readonly sides: Sides,
  ) {}

  /** The member that a state's id or label names. */
  memberOf(id: string): string | undefined {
    const label = this.read.states.find((one) => one.id === id)?.label ?? id;
    return this.members.find((one) => isState(one, id) || isState(one, label))?.name;
  }

  states(): readonly Difference[] {
    const { spec } = this.sides;
    const extra = this.read.states.filter(({ id }) => this.memberOf(id) === undefined);
    const missing = this.members.filter(({ name }) => this.idOf(name) === undefined);
    const last = this.lastLine();
    return [
      ...extra.flatMap(({ id, range }): Difference[] => {
        const place = placeIn(this.fence, range);
        if (this.isPlanned(place)) return [];
        return [
          {
            kind: "state",
            sides: "only spec",
            about: `the state ${id}`,
            range: place,
            place: this.state.place,
            edits: this.withoutLinesOf(id),
          },
        ];
      }),
      ...missing.map(
        ({ name }): Difference => ({
          kind: "state",
          sides: "only code",
          about: `the state ${name}`,
          range: this.head(),
          place: this.state.place,
          edits: linesBelow(last.line, `${last.indent}${this.written(name)}`, spec),
        }),
      ),
    ];
  }

  transitions(): readonly Difference[] {
    const { spec } = this.sides;
    const last = this.lastLine();
    const moves = this.state.transitions;
    const found: Difference[] = [];
    for (const one of this.read.transitions) {
      if (one.from === outside || one.to === outside) continue;
      const [from, to] = [this.memberOf(one.from), this.memberOf(one.to)];
      if (from === undefined || to === undefined) continue;
      if (this.mayMove(from, to)) continue;
      const into = moves.filter((move) => move.to === to);
      const range = placeIn(this.fence, one.range);
      if (this.isPlanned(range)) continue;
      const [place] = into;
      const { line } = range.start;
      found.push({
        kind: "state",
        sides: "only spec",
        about: `the transition from ${one.from} to ${one.to}`,
        range,
        place: place ?? homeOf(this.sides),
        edits: this.alone(one) ?? withoutLines(line, line, spec),
      });
    }
    const told = new Set(
      this.read.transitions.map(({ from, to }) => `${this.memberOf(from)} ${this.memberOf(to)}`),
    );
    for (const [from, move] of moves.flatMap(stepsOf)) {
      const key = `${from} ${move.to}`;
      if (from === move.to || told.has(key)) continue;
      told.add(key);
      const [a, b] = [this.written(from), this.written(move.to)];
      found.push({
        kind: "state",
        sides: "only code",
        about: `the transition from ${a} to ${b}`,
        range: this.head(),
        place: move,
        edits: linesBelow(last.line, `${last.indent}${a} --> ${b}: ${move.by}`, spec),
      });
    }
    return found;
  }

  /** What the code never sets is set elsewhere; what it sets without a guard it may set from anywhere. */
  private mayMove(from: string, to: string): boolean {
    const into = this.state.transitions.filter((move) => move.to === to);
    return (
      into.length === 0 || into.some((move) => move.from === undefined || move.from.includes(from))
    );
  }

  private idOf(member: string): string | undefined {
    return this.read.states.find(({ id }) => this.memberOf(id) === member)?.id;
  }

  /** A member as the diagram calls it, or would: by its value where it calls the others so. */
  private written(member: string): string {
    const known = this.idOf(member);
    if (known !== undefined) return known;
    const value = this.members
      .find(({ name }) => name === member)
      ?.value?.replace(/^(["'])(.*)\1$/, "$2");
    const isByName = this.read.states.some(({ id }) =>
      this.members.some(({ name }) => name === id),
    );
    return isByName || value === undefined || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(value)
      ? member
      : value;
  }

  private head(): Range {
    const { line } = this.fence;
    const { lines } = this.sides.spec.markdown;
    const text = lines.line(line + 1);
    const start = text.length - text.trimStart().length;
    return {
      start: { line: line + 1, character: start },
      end: { line: line + 1, character: text.length },
    };
  }

  /** The last arrow that stays, below which others are written; without any, the diagram's first line. */
  private lastLine(): { readonly line: number; readonly indent: string } {
    const { lines } = this.sides.spec.markdown;
    const stays = this.read.transitions.findLast(({ from, to }) => {
      const [a, b] = [this.memberOf(from), this.memberOf(to)];
      if (from === outside || to === outside) return (a ?? b) !== undefined;
      return a !== undefined && b !== undefined && this.mayMove(a, b);
    });
    const line = stays ? placeIn(this.fence, stays.range).start.line : this.fence.line + 1;
    const [indent = ""] = /^\s*/.exec(lines.line(line)) ?? [];
    return { line, indent: stays ? indent : `${indent}    ` };
  }

  /** What leaves a state of an arrow where nothing else in the diagram names it. */
  private alone({ from, to, range }: ReadTransition): FixEdits | undefined {
    const isNamed = (id: string): boolean =>
      this.read.transitions.filter((one) => one.from === id || one.to === id).length > 1 ||
      this.read.states.some((one) => one.id === id && one.range.start.line !== range.start.line);
    const left = [from, to].filter((id) => !isNamed(id));
    return left.length === 0 ? undefined : replaced(placeIn(this.fence, range), left.join("\n"));
  }

  private isPlanned({ start }: Range): boolean {
    return /%%\s*planned\b/.test(this.sides.spec.markdown.lines.line(start.line));
  }

  /** Takes away all lines that name a state. */
  private withoutLinesOf(id: string) {
    const { spec } = this.sides;
    const named = this.read.transitions.filter(({ from, to }) => from === id || to === id);
    const own = this.read.states.filter((one) => one.id === id);
    const rows = new Set(
      [...named, ...own].map(({ range }) => placeIn(this.fence, range).start.line),
    );
    const all = [...rows].map((line) => withoutLines(line, line, spec));
    return { replacements: all.flatMap(({ replacements }) => replacements), insertions: [] };
  }
}

function stepsOf(move: TransitionFact): readonly (readonly [string, TransitionFact])[] {
  return (move.from ?? []).map((from) => [from, move] as const);
}

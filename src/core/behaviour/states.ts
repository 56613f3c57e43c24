import { classOf } from "../evaluation/attributes";
import { enumMembers, isEnum } from "../evaluation/enums";
import { evaluate } from "../evaluation/expressions";
import { plainType } from "../evaluation/types";
import type { ClassV, FunctionV, Value } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { Expression, Statement } from "../python/ast/nodes";
import { blocksOf } from "../python/ast/statementsIn";
import { type CodePlace, dottedText } from "./place";

/** The states of a field, and what moves a record from one to another. */
export interface StateFact {
  readonly enum: string;
  /** Where the enumeration stands. */
  readonly place: CodePlace;
  readonly field: string;
  readonly members: readonly string[];
  /** What a new record has. */
  readonly initial: readonly (CodePlace & { readonly to: string })[];
  readonly transitions: readonly TransitionFact[];
}

export interface TransitionFact extends CodePlace {
  /** The states that the code around it lets through; `undefined` where it asks for none. */
  readonly from: readonly string[] | undefined;
  readonly to: string;
  /** The function that sets it. */
  readonly by: string;
}

/** Gathers what is known of one field while the functions are read. */
interface Draft {
  readonly enum: ClassV;
  readonly field: string;
  readonly initial: (CodePlace & { readonly to: string })[];
  readonly transitions: TransitionFact[];
}

/** The fields that some functions set to members of an enumeration, with the guards around that. */
export function statesOf(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly StateFact[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (of: ClassV, field: string): Draft => {
    const key = `${of.path} ${of.qualname} ${field}`;
    const draft = drafts.get(key) ?? { enum: of, field, initial: [], transitions: [] };
    drafts.set(key, draft);
    return draft;
  };
  for (const func of functions) {
    for (const { of, field, transition } of settingsIn(func, code)) {
      draftOf(of, field).transitions.push(transition);
    }
  }
  addInitial(drafts, files, code);
  return (
    [...drafts.values()]
      // Where no assignment asks what was before, it is no machine.
      .filter(({ transitions }) => transitions.some(({ from }) => from !== undefined))
      .map(({ enum: of, field, initial, transitions }) => ({
        enum: of.name,
        place: { path: of.path, line: of.node.nameLine + 1 },
        field,
        members: enumMembers(of).map(({ name }) => name),
        initial: [...new Map(initial.map((one) => [one.to, one])).values()],
        transitions,
      }))
  );
}

/** A member of an enumeration that is given to a field. */
interface SetMember {
  readonly of: ClassV;
  readonly field: string;
  readonly transition: TransitionFact;
}

/** The members that a function gives to fields. */
function settingsIn(func: FunctionV, code: CodeBase): readonly SetMember[] {
  return code.remember("members given to fields", func, (current) => {
    const found: SetMember[] = [];
    new Reading(current, code, (one) => found.push(one)).run();
    return found;
  });
}

/** What new rows have: the column's default, or what the class is called with. */
function addInitial(
  drafts: ReadonlyMap<string, Draft>,
  files: ReadonlySet<string>,
  code: CodeBase,
): void {
  for (const { class: of, columns, place } of backend.tables(code).tables) {
    if (of === undefined || !files.has(place.path)) continue;
    for (const draft of drafts.values()) {
      const column = columns.find(({ attribute }) => attribute === draft.field);
      if (column === undefined) continue;
      const made = of.members.get(draft.field);
      const given = made?.kind === "call" ? made.keywords.get("default") : made;
      const to = memberName(given, draft.enum);
      if (to !== undefined)
        draft.initial.push({ to, path: column.place.path, line: column.place.line + 1 });
    }
  }
  for (const path of files) {
    for (const calls of fileCalls(code, path).values()) {
      for (const { func, keywords, place } of calls) {
        if (func.kind !== "class") continue;
        for (const draft of drafts.values()) {
          const to = memberName(keywords.get(draft.field), draft.enum);
          if (to !== undefined && isTable(func, code))
            draft.initial.push({ to, path: place.path, line: place.line + 1 });
        }
      }
    }
  }
}

function isTable(of: ClassV, code: CodeBase): boolean {
  return backend.tables(code).tables.some((one) => one.class === of);
}

function memberName(value: Value | undefined, of: ClassV): string | undefined {
  if (value?.kind !== "instance" || value.class !== of) return undefined;
  const name = value.attributes.get("name");
  return name?.kind === "constant" && typeof name.value === "string" ? name.value : undefined;
}

/** What conditions say of fields at one place: by `order.status`, the members that are left. */
type Known = ReadonlyMap<string, readonly string[]>;

class Reading {
  constructor(
    private readonly func: FunctionV,
    private readonly code: CodeBase,
    private readonly onSet: (member: SetMember) => void,
  ) {}

  run(): void {
    const { node } = this.func;
    if (node.nodeType !== "Lambda") this.block(node.body, new Map());
  }

  private block(body: readonly Statement[], before: Known): void {
    let known = before;
    for (const statement of body) {
      if (/^(?:FunctionDef|AsyncFunctionDef|ClassDef)$/.test(statement.nodeType)) continue;
      if (statement.nodeType === "If") {
        this.block(statement.body, this.narrowed(known, statement.test, true));
        const otherwise = this.narrowed(known, statement.test, false);
        this.block(statement.orelse, otherwise);
        if (leaves(statement.body)) known = otherwise;
        continue;
      }
      if (statement.nodeType === "Assign") {
        for (const target of statement.targets) known = this.assign(target, statement.value, known);
        continue;
      }
      if (statement.nodeType === "Assert") known = this.narrowed(known, statement.test, true);
      for (const inner of blocksOf(statement)) this.block(inner, known);
    }
  }

  private assign(target: Expression, value: Expression, known: Known): Known {
    const place = dottedText(target);
    if (place === undefined) return known;
    // What is bound to a name is another object from here on.
    const kept = new Map(
      [...known].filter(([key]) => key !== place && !key.startsWith(`${place}.`)),
    );
    const member = this.member(value);
    if (target.nodeType !== "Attribute" || member === undefined) return kept;
    // `self.status` of an object that is no record is a variable.
    const { of, name } = member;
    const { name: by, path } = this.func;
    const transition = { from: known.get(place), to: name, by, path, line: target.line + 1 };
    this.onSet({ of, field: target.attr, transition });
    return kept.set(place, [name]);
  }

  /** What holds where a condition is true, or false. */
  private narrowed(known: Known, test: Expression, isTrue: boolean): Known {
    if (test.nodeType === "UnaryOp" && test.op === "Not")
      return this.narrowed(known, test.operand, !isTrue);
    if (test.nodeType === "BoolOp") {
      // Only where all of the parts hold is each known to hold.
      return (test.op === "And") === isTrue
        ? test.values.reduce((now, one) => this.narrowed(now, one, isTrue), known)
        : known;
    }
    if (test.nodeType !== "Compare" || test.ops.length !== 1) return known;
    const place = dottedText(test.left);
    const [op] = test.ops;
    const [right] = test.comparators;
    if (place === undefined || right === undefined) return known;
    const members =
      this.members(op === "In" || op === "NotIn" ? right : undefined) ?? this.members(right);
    const [first] = members ?? [];
    if (members === undefined || first === undefined) return known;
    const isPositive = op === "Eq" || op === "Is" || op === "In";
    if (!isPositive && op !== "NotEq" && op !== "IsNot" && op !== "NotIn") return known;
    const names = members.map(({ name }) => name);
    const all = known.get(place) ?? enumMembers(first.of).map(({ name }) => name);
    const left = all.filter((name) => names.includes(name) === (isPositive === isTrue));
    return new Map(known).set(place, left);
  }

  private members(node: Expression | undefined): readonly Member[] | undefined {
    if (node === undefined) return undefined;
    if (node.nodeType === "Tuple" || node.nodeType === "List" || node.nodeType === "Set") {
      const all = node.elts.map((one) => this.member(one));
      return all.every((one) => one !== undefined) ? all : undefined;
    }
    const one = this.member(node);
    if (one !== undefined) return [one];
    const value = evaluate(this.code.typeEvaluation(), node, this.func.scope);
    if (value.kind !== "list" || value.open) return undefined;
    const all = value.items.map(memberOf);
    return all.every((item) => item !== undefined) ? all : undefined;
  }

  private member(node: Expression): Member | undefined {
    const plain = node.nodeType === "Attribute" && node.attr === "value" ? node.value : node;
    if (plain.nodeType !== "Attribute" && plain.nodeType !== "Name") return undefined;
    return memberOf(evaluate(this.code.typeEvaluation(), plain, this.func.scope));
  }
}

interface Member {
  readonly of: ClassV;
  readonly name: string;
}

function memberOf(value: Value): Member | undefined {
  const of = classOf(plainType(value));
  if (value.kind !== "instance" || of === undefined || !isEnum(of)) return undefined;
  const name = memberName(value, of);
  return name === undefined ? undefined : { of, name };
}

/** Whether a block never goes on to what stands behind it. */
function leaves(body: readonly Statement[]): boolean {
  const last = body.at(-1)?.nodeType ?? "";
  return /^(?:Raise|Return|Continue|Break)$/.test(last);
}

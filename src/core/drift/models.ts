import { ancestors } from "../evaluation/classes";
import { type ClassV, externalName } from "../evaluation/value";
import { linesBelow, replaced, withoutLines } from "../spec/document/fixEdits";
import type { PythonClass, PythonField } from "../spec/document/pythonFence";
import type { FieldFact, ModelFact } from "../spec/fromCode/facts";
import { compareTypes } from "./compareTypes";
import type { Difference } from "./difference";
import { homeOf, only, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";
import { compareValues } from "./values";

/** Compares the models of a spec with the tables and schemas of the code. */
export function compareModels(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const fences = spec.pythonIn("data-models").filter(({ errors }) => errors.length === 0);
  const classes = fences.flatMap((fence) => fence.classes);
  const matches = classes.map((of) => ({
    of,
    model: only(facts.models.filter(({ name }) => name === of.name)),
  }));
  // Where none is called as the code calls it, the spec speaks of its models in names of its own.
  const isByName = matches.some(({ model }) => model !== undefined);
  return matches.flatMap(({ of, model }) =>
    model === undefined ? (isByName ? lacking(of, sides) : []) : compareModel(of, model, sides),
  );
}

function lacking(of: PythonClass, sides: Sides): readonly Difference[] {
  const { spec, facts, code } = sides;
  if (of.fields.length === 0 || statusAt(of.range, spec) === "planned") return [];
  const isThere = code.paths.some((path) =>
    [...code.run(path).definitions.values()].some(({ name }) => name === of.name),
  );
  if (isThere || facts.models.some(({ name }) => name === of.name)) return [];
  const fence = spec.python.find(({ classes }) => classes.includes(of));
  const isAlone = fence && fence.classes.length + fence.functions.length === 1;
  const edits = isAlone ? undefined : withoutLines(of.lines.first, of.lines.last, spec);
  const about = `the model ${of.name}`;
  return [
    { kind: "model", sides: "only spec", about, range: of.range, place: homeOf(sides), edits },
  ];
}

function compareModel(of: PythonClass, model: ModelFact, sides: Sides): readonly Difference[] {
  const { spec, names } = sides;
  const about = `the model ${of.name}`;
  const status = ofStatus({ kind: "model", about, range: of.range, place: model }, of.range, spec);
  if (status) return [status];
  const code = names.classNamed(model.name);
  const missing = model.fields.filter(
    ({ name }) => isOwn(name, code) && !of.fields.some((field) => field.name === name),
  );
  return [
    ...of.fields.flatMap((field) => compareField(field, of, model, code, sides)),
    ...missing.map((fact) => addition(fact, of, model, sides)),
  ];
}

/** Whether a class itself says that it has a field; what it inherits a spec may leave to the base. */
function isOwn(name: string, code: ClassV | undefined): boolean {
  return code !== undefined && (code.annotations.has(name) || code.members.has(name));
}

function compareField(
  field: PythonField,
  of: PythonClass,
  model: ModelFact,
  code: ClassV | undefined,
  { spec, names }: Sides,
): readonly Difference[] {
  const about = `the field ${of.name}.${field.name}`;
  const at = { kind: "model", about, range: field.range, place: model } as const;
  const fact = model.fields.find(({ name }) => name === field.name);
  if (fact === undefined) {
    if (statusAt(field.range, spec) === "planned" || !isClosed(code) || has(code, field.name))
      return [];
    const isLast = of.fields.length === 1 && of.methods.length === 0;
    const edits = isLast ? undefined : withoutLines(field.lines.first, field.lines.last, spec);
    return [{ ...at, sides: "only spec", edits }];
  }
  const status = ofStatus(at, field.range, spec);
  if (status) return [status];
  const found: Difference[] = [];
  if (compareTypes(field.annotation, fact.type, names) === "other") {
    const said = { part: "type", spec: field.annotation, code: fact.type };
    const edits = replaced(field.annotationRange, fact.type);
    found.push({ ...at, sides: "both", range: field.annotationRange, said, edits });
  }
  const { value, valueRange } = field;
  if (value !== undefined && valueRange && fact.default !== undefined) {
    if (compareValues(value, fact.default) === "other") {
      const said = { part: "default", spec: value, code: fact.default };
      const edits = replaced(valueRange, fact.default);
      found.push({ ...at, sides: "both", range: valueRange, said, edits });
    }
  }
  return found;
}

/** Whether all that a class inherits from is known, so that what is not there is nowhere. */
function isClosed(code: ClassV | undefined): boolean {
  return (
    code !== undefined &&
    ancestors(code).every(
      (one) =>
        one.kind === "class" ||
        /^(?:builtins|typing|typing_extensions|abc|enum|dataclasses|pydantic|pydantic_settings|sqlalchemy|sqlmodel)\./.test(
          externalName(one) ?? "",
        ),
    )
  );
}

/** A relationship, a property or a method has the name. */
function has(code: ClassV | undefined, name: string): boolean {
  return (
    code !== undefined &&
    ancestors(code).some(
      (one) => one.kind === "class" && (one.members.has(name) || one.annotations.has(name)),
    )
  );
}

function addition(fact: FieldFact, of: PythonClass, model: ModelFact, { spec }: Sides): Difference {
  const { name, type, default: value } = fact;
  const text = `${name}: ${type}${value === undefined ? "" : ` = ${value}`}`;
  // A line that stays: others may be taken away.
  const last = of.fields.findLast((one) => model.fields.some((other) => other.name === one.name));
  return {
    kind: "model",
    sides: "only code",
    about: `the field ${of.name}.${name}`,
    range: of.range,
    place: model,
    edits: last && linesBelow(last.lines.last, `${last.lines.indent}${text}`, spec),
  };
}

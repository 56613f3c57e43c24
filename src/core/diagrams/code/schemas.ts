import { placed } from "../../behaviour/place";
import { ancestors } from "../../evaluation/classes";
import { schemasIn } from "../../frameworks/fastapi/schemaUses";
import type { Schema, SchemaField } from "../../frameworks/pydantic/schema";
import type { DiagramText } from "../diagramText";
import { mermaidLabel } from "../label";
import type { DrawnCode } from "./codeDiagram";
import { MermaidIds } from "./mermaidIds";

/** From this many classes on only their names are shown. */
const mostWithFields = 60;

/**
 * Schemas with their fields, what they inherit from and what they hold.
 * @param shown those that the diagram is of; others that they name stand beside them without fields
 */
export function schemaDiagram(shown: readonly Schema[], all: readonly Schema[]): DrawnCode {
  const ids = new MermaidIds("c");
  const sorted = [...shown].sort(byPlace);
  const byNode = new Map(all.map((one) => [nodeOf(one), one]));
  const isShown = new Set(sorted);
  const withFields = sorted.length <= mostWithFields;
  const lines: DiagramText[] = [{ text: "classDiagram" }];
  const edges: DiagramText[] = [];
  const beside = new Map<Schema, DiagramText>();
  for (const schema of sorted) {
    lines.push(...classLines(schema, ids, withFields));
    for (const [other, text, place] of relations(schema, byNode, ids)) {
      if (!isShown.has(other)) {
        beside.set(other, { text: `    ${headOf(other, ids)}`, place: placed(other.place) });
      }
      edges.push({ text: `    ${text}`, place: placed(place) });
    }
  }
  const notes = withFields
    ? []
    : [
        `Fields are left out, since there are ${sorted.length} classes; name a file, or one with --of.`,
      ];
  return { lines: [...lines, ...beside.values(), ...uniqueTexts(edges)], notes };
}

function classLines(schema: Schema, ids: MermaidIds, withFields: boolean): readonly DiagramText[] {
  const place = placed(schema.place);
  const own = schema.fields.filter(({ inheritedFrom }) => inheritedFrom === null);
  if (!withFields || own.length === 0) return [{ text: `    ${headOf(schema, ids)}`, place }];
  return [
    { text: `    ${headOf(schema, ids)} {`, place },
    ...own.map((field) => ({ text: `        ${fieldText(field)}`, place: placed(field.place) })),
    { text: "    }" },
  ];
}

function headOf(schema: Schema, ids: MermaidIds): string {
  const id = ids.of(schema.name, schema);
  return id === schema.name ? `class ${id}` : `class ${id}["${mermaidLabel(schema.name)}"]`;
}

function fieldText({ name, type, required }: SchemaField): string {
  const known = /\bUnknown\b/.test(type) ? "" : `: ${type}`;
  const text = `${name}${required ? "" : "?"}${known}`;
  // Braces end the class, brackets in a type must not look like a method's.
  return text
    .replace(/[{}()~<>$*\\]/g, "_")
    .replace(/\s+/g, " ")
    .slice(0, 80);
}

type Relation = readonly [Schema, string, Schema["place"]];

/** The schemas that a schema inherits from, and those that its fields hold. */
function relations(
  schema: Schema,
  byNode: ReadonlyMap<object, Schema>,
  ids: MermaidIds,
): readonly Relation[] {
  const own = ids.of(schema.name, schema);
  const inherited = basesOf(schema, byNode).map((base): Relation => {
    return [base, `${ids.of(base.name, base)} <|-- ${own}`, schema.place];
  });
  const held = schema.fields
    .filter(({ inheritedFrom }) => inheritedFrom === null)
    .flatMap((field) =>
      schemasIn(field.annotation).flatMap((of): readonly Relation[] => {
        const other = byNode.get(of.node);
        if (other === undefined) return [];
        const many = /\b(?:list|List|set|Set|tuple|Tuple|dict|Dict|Sequence|Iterable)\[/.test(
          field.type,
        );
        const to = `${many ? '"*" ' : ""}${ids.of(other.name, other)}`;
        return [[other, `${own} --> ${to} : ${mermaidLabel(field.name)}`, field.place]];
      }),
    );
  return [...inherited, ...held];
}

/** The nearest schemas of the project among what a class inherits from. */
function basesOf(schema: Schema, byNode: ReadonlyMap<object, Schema>): readonly Schema[] {
  const { value } = schema;
  if (value.kind !== "class") return [];
  const above = ancestors(value).flatMap((one) =>
    one.kind === "class" && one !== value ? (byNode.get(one.node) ?? []) : [],
  );
  const indirect = new Set(
    above.flatMap((one) =>
      one.value.kind === "class"
        ? ancestors(one.value).flatMap((far) =>
            far.kind === "class" && far !== one.value ? (byNode.get(far.node) ?? []) : [],
          )
        : [],
    ),
  );
  return above.filter((one) => !indirect.has(one) && one !== schema);
}

function nodeOf({ value }: Schema): object {
  return value.kind === "class" ? value.node : value;
}

function byPlace(a: Schema, b: Schema): number {
  if (a.place.path !== b.place.path) return a.place.path < b.place.path ? -1 : 1;
  return a.place.line - b.place.line;
}

function uniqueTexts(lines: readonly DiagramText[]): readonly DiagramText[] {
  return [...new Map(lines.map((one) => [one.text, one])).values()];
}

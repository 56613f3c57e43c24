import { classKey } from "../../../evaluation/classes";
import { argumentsOf, unionMembers } from "../../../evaluation/types";
import { type ClassV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { schemasIn } from "../../../frameworks/fastapi/schemaUses";
import type { Schema, SchemaField } from "../../../frameworks/pydantic/schema";
import type { CodeBase } from "../../../project/codeBase";

/** A step into a nested schema. */
export interface Level {
  readonly owner: ClassV;
  readonly field: SchemaField;
  readonly of: ClassV;
}

/** How schemas hold each other. */
export class Nesting {
  private readonly schemas: ReadonlyMap<string, Schema>;
  private readonly known = new Map<string, readonly Level[]>();

  constructor(code: CodeBase) {
    this.schemas = new Map(
      backend
        .schemas(code)
        .schemas.flatMap((schema) =>
          schema.value.kind === "class" ? [[classKey(schema.value), schema] as const] : [],
        ),
    );
  }

  /**
   * The longest way down from a schema that a response consists of. What only wraps the list that is answered is no
   * level; a schema that holds itself, as trees do, is not followed again.
   */
  longestWay(of: ClassV): readonly Level[] {
    return this.below(this.wrapped(of) ?? of, new Set());
  }

  private below(of: ClassV, above: ReadonlySet<string>): readonly Level[] {
    const key = classKey(of);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const here = new Set([...above, key]);
    let longest: readonly Level[] = [];
    let isWhole = true;
    for (const field of this.schemas.get(key)?.fields ?? []) {
      for (const inner of schemasIn(field.annotation)) {
        if (here.has(classKey(inner))) {
          isWhole = false;
          continue;
        }
        const below = this.below(inner, here);
        // The value of a root model stands in its place.
        const isRoot = field.name === "root" || field.name === "__root__";
        const way = isRoot ? below : [{ owner: of, field, of: inner }, ...below];
        if (way.length > longest.length) longest = way;
      }
    }
    // What was cut off because of where it stands may be longer elsewhere.
    if (isWhole) this.known.set(key, longest);
    return longest;
  }

  /** What a page or a list is of: a list of one schema, beside nothing but what says which part it is. */
  private wrapped(of: ClassV): ClassV | undefined {
    const fields = this.schemas.get(classKey(of))?.fields ?? [];
    const holding = fields.filter(({ name }) => !paging.test(name));
    const [only] = holding;
    if (only === undefined || holding.length > 1) return undefined;
    const [item, ...others] = schemasIn(only.annotation);
    return isList(only.annotation) && others.length === 0 ? item : undefined;
  }
}

/** Fields that say which part of a list an answer is. */
const paging =
  /^items_?per_?page$|^(?:total|count|page|size|limit|offset|skip|next|prev|previous|cursor|more)$|^(?:total|per|page|items_per|has|is|next|prev|previous|current|first|last)_|_(?:count|pages?|size|cursor|url|token)$/i;

function isList(type: Value | undefined): boolean {
  if (type === undefined) return false;
  return unionMembers(type).some((member) => {
    const name = member.kind === "subscript" ? externalName(member.value) : undefined;
    return (
      name !== undefined &&
      argumentsOf(member).length === 1 &&
      /(?:^|\.)(?:list|List|Sequence|set|Set|Iterable)$/.test(name)
    );
  });
}

import { ancestors, classKey } from "../evaluation/classes";
import { isEnum } from "../evaluation/enums";
import { lookUp } from "../evaluation/names";
import { type ClassV, externalName, type Value } from "../evaluation/value";
import { typeText } from "../frameworks/pydantic/typeText";
import type { CodeBase } from "../project/codeBase";
import type { TypeNames } from "./compareTypes";
import { readType, type TypeTerm } from "./typeTerm";

/** What names stand for in some files of a code base. */
export class CodeNames implements TypeNames {
  private readonly values = new Map<string, readonly Value[]>();

  /** @param paths of the files whose names count */
  constructor(
    private readonly code: CodeBase,
    private readonly paths: readonly string[],
  ) {}

  expand(name: string): TypeTerm | undefined {
    const found = new Set(
      this.valuesOf(name).flatMap((value) => {
        const isAlias =
          value.kind === "subscript" ||
          value.kind === "operation" ||
          (value.kind === "external" && !value.name.startsWith("builtins."));
        const text = isAlias ? typeText(value) : name;
        return text === name || /\bUnknown\b/.test(text) ? [] : [text];
      }),
    );
    const [text] = found;
    return text === undefined || found.size > 1 ? undefined : readType(text);
  }

  isClass(name: string): boolean {
    const found = this.valuesOf(name).flatMap((value) => (value.kind === "class" ? [value] : []));
    return found.length > 0 && found.every((one) => !isEnum(one) && !isPlain(one));
  }

  /** The one class that a name stands for. */
  classNamed(name: string): ClassV | undefined {
    const found = this.valuesOf(name).flatMap((value) => (value.kind === "class" ? [value] : []));
    const [first] = found;
    return first && found.every((one) => classKey(one) === classKey(first)) ? first : undefined;
  }

  /** What a name is in the files that have it. */
  private valuesOf(name: string): readonly Value[] {
    const known = this.values.get(name);
    if (known !== undefined) return known;
    const found = this.paths.flatMap((path) => {
      const { scope } = this.code.run(path);
      if (!scope.names.has(name)) return [];
      return [lookUp(this.code.typeEvaluation(), name, scope)];
    });
    this.values.set(name, found);
    return found;
  }
}

/** Whether a class is a text, a number or a collection as well. */
function isPlain(of: ClassV): boolean {
  return ancestors(of).some((one) =>
    /^builtins\.(?:str|int|float|bytes|list|dict|set|tuple)$/.test(externalName(one) ?? ""),
  );
}

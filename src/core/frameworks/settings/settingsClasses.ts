import { isSettings } from "../../evaluation/fields";
import { plainType } from "../../evaluation/types";
import type { ClassV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { configOf } from "../pydantic/config";
import { fieldsOf } from "../pydantic/fields";
import { isModel, majorOf, schemaKind } from "../pydantic/kinds";
import type { PydanticMajor, SchemaField } from "../pydantic/schema";
import { plainDefault } from "./defaults";
import { cased, environmentName, nestedDelimiter } from "./environmentNames";
import { lookupOf } from "./lookups";
import type { Setting, Unresolved } from "./setting";

/** The deepest that models stand within each other. */
const mostNested = 6;

/** The settings that the fields of a class are, those that it inherits among them. */
export function classSettings(
  codeBase: CodeBase,
  of: ClassV,
  installed: PydanticMajor,
): { readonly settings: readonly Setting[]; readonly unresolved: readonly Unresolved[] } {
  const config = configOf(of);
  const major = majorOf(of, installed);
  const settings: Setting[] = [];
  const unresolved: Unresolved[] = [];
  for (const field of fieldsOf(codeBase, of, "pydantic", installed)) {
    const environment = environmentName(field, config, major);
    if (environment === undefined) {
      const what = `the environment variable of ${of.name}.${field.name} is computed`;
      unresolved.push({ ...field.place, what });
      continue;
    }
    const delimiter = nestedDelimiter(config);
    const owner = declaring(of, field, environment, major);
    const one = settingOf(field, owner.name, field.name, environment);
    const parts =
      delimiter === undefined ? [] : nested(one, field.annotation, delimiter, mostNested);
    settings.push(...(parts.length > 0 ? parts : [one]));
  }
  return { settings, unresolved };

  function nested(
    outer: Setting,
    annotation: Value | undefined,
    delimiter: string,
    depth: number,
  ): readonly Setting[] {
    const model = annotation && plainType(annotation);
    if (model?.kind !== "class" || depth === 0 || isSettings(model)) return [];
    const kind = schemaKind(model);
    if (!isModel(model) && kind !== "dataclass") return [];
    return fieldsOf(codeBase, model, kind ?? "pydantic", installed).flatMap((field) => {
      const environment = cased(
        `${outer.environment}${delimiter}${field.alias ?? field.name}`,
        config,
      );
      const one = settingOf(field, outer.class, `${outer.name}.${field.name}`, environment);
      const parts = nested(one, field.annotation, delimiter, depth - 1);
      return parts.length > 0 ? parts : [one];
    });
  }
}

function settingOf(
  field: SchemaField,
  className: string,
  name: string,
  environment: string,
): Setting {
  const { type, place, defaultValue } = field;
  const lookup = defaultValue?.kind === "call" ? lookupOf(defaultValue) : undefined;
  const known = plainDefault(defaultValue);
  const isNone = lookup !== undefined || field.default === "None";
  return {
    class: className,
    name,
    environment,
    type,
    default: known ?? (isNone ? null : field.default),
    required: lookup?.isStrict ?? field.required,
    place,
  };
}

/** The class that declares a field, if it is read by that class from the same variable; else the class itself. */
function declaring(
  of: ClassV,
  field: SchemaField,
  environment: string,
  major: PydanticMajor,
): ClassV {
  const { owner } = field;
  if (owner.kind !== "class" || !isSettings(owner)) return of;
  return environmentName(field, configOf(owner), major) === environment ? owner : of;
}

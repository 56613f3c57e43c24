import { ancestors, inheritsFrom } from "../../evaluation/classes";
import { isSettings } from "../../evaluation/fields";
import { type ClassV, externalName, type Value } from "../../evaluation/value";
import type { PydanticMajor, Schema } from "./schema";

const modelBases: ReadonlySet<string> = new Set([
  "pydantic.BaseModel",
  "pydantic.main.BaseModel",
  "pydantic.RootModel",
  "pydantic.root_model.RootModel",
  "pydantic.generics.GenericModel",
  "pydantic.v1.BaseModel",
  "pydantic.v1.main.BaseModel",
  "pydantic.v1.generics.GenericModel",
  "sqlmodel.SQLModel",
  "sqlmodel.main.SQLModel",
  "fastapi_users.schemas.CreateUpdateDictModel",
  "fastapi_users.schemas.BaseUser",
  "fastapi_users.schemas.BaseUserCreate",
  "fastapi_users.schemas.BaseUserUpdate",
  "fastapi_users.schemas.BaseOAuthAccount",
  "fastapi_users.schemas.BaseOAuthAccountMixin",
]);

const dataclassDecorators: ReadonlySet<string> = new Set([
  "dataclasses.dataclass",
  "pydantic.dataclasses.dataclass",
  "pydantic.v1.dataclasses.dataclass",
]);

const typedDicts: ReadonlySet<string> = new Set([
  "typing.TypedDict",
  "typing_extensions.TypedDict",
]);

/** What a class is as a schema; `undefined` for settings, database tables and all other classes. */
export function schemaKind(of: ClassV): Schema["kind"] | undefined {
  if (isModel(of)) {
    return isSettings(of) || isTable(of) ? undefined : "pydantic";
  }
  if (isDataclass(of)) return "dataclass";
  return inheritsFrom(of, typedDicts) ? "typed-dict" : undefined;
}

/** Whether a class is one of Pydantic's models, a settings class or a database table of SQLModel among them. */
export function isModel(of: ClassV): boolean {
  return (
    isSettings(of) ||
    ancestors(of).some(
      (ancestor) =>
        modelBases.has(externalName(ancestor) ?? "") ||
        (ancestor.kind === "call" && isCreateModel(ancestor.func)),
    )
  );
}

/** Whether a class is itself decorated as a dataclass, which its subclasses are not by that. */
export function isDataclass(of: ClassV): boolean {
  return of.decorators.some((decorator) => {
    const name = externalName(decorator.kind === "call" ? decorator.func : decorator);
    return name !== undefined && dataclassDecorators.has(name);
  });
}

/** `pydantic.create_model` */
export function isCreateModel(func: Value): boolean {
  return /^pydantic\.(v1\.)?(main\.)?create_model$/.test(externalName(func) ?? "");
}

/** Pydantic 2 brings the first version along as `pydantic.v1`. */
export function majorOf(of: ClassV, installed: PydanticMajor): PydanticMajor {
  const isOld = ancestors(of).some((one) => externalName(one)?.startsWith("pydantic.v1."));
  return isOld ? 1 : installed;
}

/** `class User(SQLModel, table=True)`: a subclass is no table by that. */
function isTable(of: ClassV): boolean {
  const table = of.keywords.get("table");
  return table?.kind === "constant" && table.value === true;
}

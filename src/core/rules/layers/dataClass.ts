import { ancestors } from "../../evaluation/classes";
import { type ClassV, externalName } from "../../evaluation/value";
import { isDataclass, isModel } from "../../frameworks/pydantic/kinds";

const dataBases =
  /^(?:builtins\.\w*(?:Exception|Error)|enum\.|typing\.NamedTuple|typing\.TypedDict|typing_extensions\.TypedDict|sqlalchemy\.orm\.)/;

/** Whether a class is a schema, an exception, an enumeration, a table, and so no part of a layer. So may be what is not known. */
export function isDataClass(of: ClassV): boolean {
  return (
    isModel(of) ||
    isDataclass(of) ||
    ancestors(of).some((one) => one.kind === "unknown" || dataBases.test(externalName(one) ?? ""))
  );
}

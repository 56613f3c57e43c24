import { foreignBase } from "../../../evaluation/classes";
import { isSettings } from "../../../evaluation/fields";
import {
  type CallV,
  externalName,
  type FunctionV,
  textOf,
  type Value,
} from "../../../evaluation/value";
import { functionsCalled, methodName } from "../../../frameworks/callGraph";
import { isLogCall } from "../../../frameworks/observability/logCalls";
import { lookupOf } from "../../../frameworks/settings/lookups";
import type { CodeBase } from "../../../project/codeBase";

/** Calls of libraries that speak of an address, or take it apart, and do not go there. */
const talk =
  /^(builtins|pydantic|pydantic_settings|typer|click|argparse|re|logging|warnings|urllib\.parse|os\.path|string|json|enum|typing|dataclasses|collections|rich|questionary|inquirer|attr|attrs|environ|environs|decouple|starlette\.config|yarl|furl|uvicorn|gunicorn|hypercorn|strawberry|sqlalchemy\.text|textwrap|webbrowser)(\.|$)|^fastapi\.(\w+\.)*(Query|Path|Body|Form|File|Header|Cookie|FastAPI|APIRouter|HTTPException)$/;

/** Methods that look something up with a fallback, take options, or add to a text. */
const lookups =
  /^(get|pop|setdefault|getenv|getattr|add_argument|add_option|startswith|endswith|replace|removeprefix|removesuffix|split|strip|format|join|append_query_params|echo|print|secho|prompt|ask|confirm)$/;

/** Whether a call only mentions the addresses that it is given, or has them for what a setting leaves out. */
export function isAddressTalk(call: CallV, code: CodeBase): boolean {
  const { func, args, keywords } = call;
  if (lookupOf(call) !== undefined || isLogCall(call)) return true;
  if (/^[A-Z][A-Z0-9_]+$/.test(textOf(args[0]) ?? "")) return true;
  // A client of the application itself leaves the process nowhere.
  if (keywords.has("transport") || keywords.has("app")) return true;
  const name = externalName(func);
  if (name !== undefined) return talk.test(name);
  const method = methodName(call) ?? functionsCalled(func)[0]?.name;
  if (method !== undefined && lookups.test(method)) return true;
  if (func.kind === "call") return true;
  return isOwnTalk(func, code);
}

function isOwnTalk(func: Value, code: CodeBase): boolean {
  if (func.kind === "class") {
    return isSettings(func) || /(Exception|Error)$/.test(externalName(foreignBase(func)) ?? "");
  }
  return functionsCalled(func).some((one) => readsEnvironment(one, code));
}

/** A project's own look-up: `get_env("URL", "http://…")`. */
function readsEnvironment(func: FunctionV, code: CodeBase): boolean {
  return (code.functionRun(func)?.effects ?? []).some(({ call }) => lookupOf(call) !== undefined);
}

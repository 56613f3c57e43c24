import { mappedClasses } from "../../../detection/mappedClasses";
import { classOf } from "../../../evaluation/attributes";
import { argumentsOf } from "../../../evaluation/types";
import {
  type CallV,
  type ClassV,
  externalName,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { operationOf } from "../../../frameworks/fastapi/operation";
import { queryOf } from "../../../frameworks/sqlalchemy/queries/queries";
import type { CodeBase } from "../../../project/codeBase";

/** The mapped class of which an endpoint without response type answers with rows, as far as that is known. */
export function rowsAnswered(endpoint: Endpoint, code: CodeBase): ClassV | undefined {
  const { handler, route } = endpoint;
  const { responseModel, responseClass } = operationOf(endpoint, code);
  const isTyped = responseModel !== undefined && externalName(responseModel) !== "typing.Any";
  const isChosen = route.call.keywords.has("response_model") || responseClass !== undefined;
  if (!route.isApi || isTyped || isChosen || handler.kind !== "function") return undefined;
  const returned = code.functionRun(handler)?.returned;
  const mapped = new Set(mappedClasses(code));
  const found = returned && optionsOf(returned).map((one) => rowClass(one, mapped));
  return found?.find((one) => one !== undefined);
}

/** The mapped class that a value is a row of, or a list of rows of. */
function rowClass(value: Value, mapped: ReadonlySet<ClassV>): ClassV | undefined {
  switch (value.kind) {
    case "some":
    case "instance": {
      const of = classOf(value);
      if (of !== undefined && mapped.has(of)) return of;
      return value.kind === "some" ? listOf(value.type, mapped) : undefined;
    }
    case "list":
      return value.items.map((item) => rowClass(item, mapped)).find((one) => one !== undefined);
    case "call":
      return queried(value, mapped);
    default:
      return undefined;
  }
}

const lists = /(^|\.)(list|List|Sequence|Iterable|ScalarResult)$/;

function listOf(type: Value, mapped: ReadonlySet<ClassV>): ClassV | undefined {
  if (type.kind !== "subscript" || !lists.test(externalName(type.value) ?? "")) return undefined;
  const [item] = argumentsOf(type);
  return item?.kind === "class" && mapped.has(item) ? item : undefined;
}

const giving =
  /^(first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|all|unique|scalars|get|get_one)$/;

/** `(await session.scalars(select(User))).all()`, `session.get(User, key)` */
function queried(call: CallV, mapped: ReadonlySet<ClassV>): ClassV | undefined {
  let current: Value = call;
  let isRow = false;
  while (current.kind === "call" && current.func.kind === "attribute") {
    const query = queryOf(current, undefined);
    const { attr } = current.func;
    // A row of `execute` is a tuple, until it is taken out.
    isRow ||= attr !== "first" && attr !== "one" && attr !== "all" && giving.test(attr);
    if (query !== undefined) {
      const [entity, ...others] = query.statement?.entities ?? [];
      const isWhole = others.length === 0 && entity?.kind === "class" && mapped.has(entity);
      return isWhole && isRow ? entity : undefined;
    }
    if (!giving.test(attr)) return undefined;
    current = current.func.value;
  }
  return undefined;
}

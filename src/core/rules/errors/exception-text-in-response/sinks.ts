import { type CallV, externalName } from "../../../evaluation/value";
import { clientMessageArgument } from "../../../frameworks/fastapi/clientErrors";
import { exceptionStatus, isHttpException } from "../../../frameworks/fastapi/httpException";
import { statusOf } from "../../../frameworks/fastapi/status";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, Expression } from "../../../python/ast/nodes";

/** What a call gives to the client. */
export interface Sink {
  readonly shown: readonly Expression[];
  /** The status that it goes with, as far as it is known. */
  readonly status: number | undefined;
}

const responses =
  /^(fastapi|starlette)\.responses\.(JSON|ORJSON|UJSON|PlainText|HTML)?Response$|^(fastapi|starlette)\.Response$/;

/** What a call gives to the client, as a response, or as an exception that becomes one; `undefined` for any other call. */
export function sinkOf(node: Call, call: CallV, code: CodeBase): Sink | undefined {
  const { keywords, args } = call;
  if (responses.test(externalName(call.func) ?? "")) {
    return {
      shown: written(node, "content", 0),
      status: statusOf(keywords.get("status_code") ?? args[1]) ?? 200,
    };
  }
  const argument = clientMessageArgument(call, code);
  if (argument === undefined) return undefined;
  const shown = written(node, argument.name, argument.position);
  return { shown, status: isHttpException(call.func) ? exceptionStatus(call, code) : undefined };
}

/** The expression that an argument is given as. */
function written(
  { args, keywords }: Call,
  name: string,
  position: number | undefined,
): readonly Expression[] {
  const named = keywords.find(({ arg }) => arg === name)?.value;
  const at = position === undefined ? undefined : args[position];
  return [named, at].filter((one) => one !== undefined).slice(0, 1);
}

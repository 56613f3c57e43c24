import { type CallV, externalName, optionsOf, type Value } from "../../evaluation/value";
import { loggerOf } from "./loggers";

/** Methods that write a line to the log. */
export const logMethods =
  /^(debug|info|warning|warn|error|exception|critical|fatal|log|trace|success|msg|a(debug|info|warning|error|exception|critical))$/;

/** Libraries whose functions and objects write a log. */
const libraries = /^(logging|structlog|loguru\.logger|logfire)(\.|$)/;

/** Whether a call writes to a log: of the standard library, structlog, loguru or logfire. */
export function isLogCall(call: CallV): boolean {
  const { func } = call;
  const name = externalName(func);
  if (name !== undefined) {
    return libraries.test(name) && logMethods.test(name.slice(name.lastIndexOf(".") + 1));
  }
  return func.kind === "attribute" && logMethods.test(func.attr) && isLogger(func.value);
}

/** Whether a value is an object that a log is written through, also one that a logger gives: `logger.bind(…)`. */
export function isLogger(value: Value): boolean {
  return optionsOf(value).some((option) => {
    if (option.kind === "call") {
      if (loggerOf(option) !== undefined) return true;
      const { func } = option;
      return (
        func.kind === "attribute" &&
        /^(bind|new|opt|contextualize|patch|getChild|unbind|try_unbind)$/.test(func.attr) &&
        isLogger(func.value)
      );
    }
    const type =
      option.kind === "some" ? option.type : option.kind === "external" ? option : undefined;
    return /^(logging\.(Logger|LoggerAdapter|RootLogger)|loguru\.(_logger\.)?[Ll]ogger|structlog\.\S*Logger)$/.test(
      externalName(type) ?? "",
    );
  });
}

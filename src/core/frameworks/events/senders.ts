import type { CallV, Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";

/** Methods and functions that send an event, by the names that buses, brokers and projects' own helpers give them. */
const sends = /^_?(publish|emit|produce|dispatch|send)(_?(event|message|and_wait))?$/i;

/** What parameters are called that take the name of an event; a text for others may look like one, as `report.pdf` does. */
const namesEvent = /(?:^|_)(?:event|topic|channel|type|subject|routing_key|name)(?:_|$)/;

/** A function of the project that sends an event under a name that it is given. */
export interface EventSender {
  /** Of the function. */
  readonly node: object;
  /** The parameter that takes the name, and which one it is, `self` left out. */
  readonly parameter: string;
  readonly index: number;
  /** What it sends. */
  readonly given: readonly Value[];
}

/** Whether what a call calls is named as something that sends events. */
export function isEventSend({ node }: CallV): boolean {
  const { func } = node ?? {};
  if (func?.nodeType === "Attribute") return sends.test(func.attr);
  return func?.nodeType === "Name" && sends.test(func.id);
}

/** The functions that hand on a name they are given to what sends events; tests are left out. */
export function sendersOf(code: CodeBase): readonly EventSender[] {
  return code.queries.get(
    "event senders",
    () => code.paths.flatMap((path) => (isTestPath(path) ? [] : sendersIn(path, code))),
    isSame,
  );
}

function sendersIn(path: string, code: CodeBase): readonly EventSender[] {
  return code.queries.get(
    `event senders ${path}`,
    () =>
      code.functionRuns(path).flatMap(({ function: { node, name }, parameters, effects }) => {
        if (sends.test(name)) return [];
        const names = [...parameters.keys()].filter((one) => one !== "self" && one !== "cls");
        return effects.flatMap(({ call }): readonly EventSender[] => {
          if (!isEventSend(call)) return [];
          const given = [...call.args, ...call.keywords.values()];
          const parameter = names.find((one) => {
            const value = parameters.get(one);
            return namesEvent.test(one) && value !== undefined && given.includes(value);
          });
          return parameter === undefined
            ? []
            : [{ node, parameter, index: names.indexOf(parameter), given }];
        });
      }),
    isSame,
  );
}

function isSame(a: readonly EventSender[], b: readonly EventSender[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => one.node === b[index]?.node && one.parameter === b[index].parameter)
  );
}

import { type CallV, optionsOf, type Place, textOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { fileCalls } from "../../project/fileCalls";
import { isTestPath } from "../../project/testPaths";
import { functionsCalled } from "../callGraph";
import { isEventSend, sendersOf } from "./senders";

/** An event that the code tells others of. */
export interface Event {
  /** Its type, topic or channel: `order.placed.v1`. */
  readonly name: string;
  /** The keys of its payload; `null` where they are not known. */
  readonly fields: readonly string[] | null;
  readonly place: Place;
}

/** A name of an event has parts: `order.placed`, `orders/placed`, `ORDER_PLACED`. Plain words are for other things. */
const eventName = /^[a-z][\w-]*([.:/][\w-]+)+$/i;

/** The events that the code sends under a name it tells, each once, in the order of the files; tests are left out. */
export function eventsOf(code: CodeBase): readonly Event[] {
  return code.queries.get("events", () => {
    const found = new Map<string, Event>();
    for (const path of code.paths) {
      if (isTestPath(path)) continue;
      for (const event of eventsIn(path, code)) {
        const known = found.get(event.name);
        const fields = known?.fields && event.fields ? union(known.fields, event.fields) : null;
        found.set(event.name, known === undefined ? event : { ...known, fields });
      }
    }
    return [...found.values()];
  });
}

function eventsIn(path: string, code: CodeBase): readonly Event[] {
  return code.queries.get(`events ${path}`, () =>
    [...fileCalls(code, path).values()].flatMap((calls) =>
      calls.flatMap((call) => eventOf(call, code)),
    ),
  );
}

function eventOf(call: CallV, code: CodeBase): readonly Event[] {
  const given = [...call.args, ...call.keywords.values()];
  if (isEventSend(call)) {
    const name = given.map(textOf).find((text) => text !== undefined && eventName.test(text));
    return name === undefined ? [] : [{ name, fields: payloadOf(given), place: call.place }];
  }
  // What hands on the name that it is given to be sent.
  if (!given.some((one) => eventName.test(textOf(one) ?? ""))) return [];
  const sender = optionsOf(call.func)
    .flatMap(functionsCalled)
    .flatMap((one) => sendersOf(code).find(({ node }) => node === one.node) ?? [])[0];
  if (sender === undefined) return [];
  const text = textOf(call.keywords.get(sender.parameter) ?? call.args[sender.index]);
  if (text === undefined || !eventName.test(text)) return [];
  return [{ name: text, fields: payloadOf(sender.given), place: call.place }];
}

function payloadOf(given: readonly Value[]): readonly string[] | null {
  for (const value of given) {
    if (value.kind !== "dict" || value.open) continue;
    const keys = value.entries.map(({ key }) => textOf(key));
    const known = keys.filter((key) => key !== undefined);
    if (known.length === keys.length) return known;
  }
  return null;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])];
}

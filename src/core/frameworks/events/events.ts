import { type CallV, type Place, textOf, type Value } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { fileCalls } from "../../project/fileCalls";
import { isTestPath } from "../../project/testPaths";

/** An event that the code tells others of. */
export interface Event {
  /** Its type, topic or channel: `order.placed.v1`. */
  readonly name: string;
  /** The keys of its payload; `null` where they are not known. */
  readonly fields: readonly string[] | null;
  readonly place: Place;
}

/** Methods and functions that send an event, by the names that buses, brokers and projects' own helpers give them. */
const sends = /^_?(publish|emit|produce|dispatch|send)(_?(event|message|and_wait))?$/i;

/** A name of an event has parts: `order.placed`, `orders/placed`, `ORDER_PLACED`. Plain words are for other things. */
const eventName = /^[a-z][\w-]*([.:/][\w-]+)+$/i;

/** The events that the code sends under a name it tells, each once, in the order of the files; tests are left out. */
export function eventsOf(code: CodeBase): readonly Event[] {
  return code.queries.get("events", () => {
    const found = new Map<string, Event>();
    for (const path of code.paths.filter((one) => !isTestPath(one))) {
      for (const calls of fileCalls(code, path).values()) {
        for (const event of calls.flatMap(eventIn)) {
          const known = found.get(event.name);
          const fields = known?.fields && event.fields ? union(known.fields, event.fields) : null;
          found.set(event.name, known === undefined ? event : { ...known, fields });
        }
      }
    }
    return [...found.values()];
  });
}

function eventIn(call: CallV): readonly Event[] {
  if (!sends.test(writtenName(call))) return [];
  const given = [...call.args, ...call.keywords.values()];
  const name = given.map(textOf).find((text) => text !== undefined && eventName.test(text));
  return name === undefined ? [] : [{ name, fields: payloadOf(given), place: call.place }];
}

/** The last part of what the code calls. */
function writtenName({ node }: CallV): string {
  if (node?.func.nodeType === "Attribute") return node.func.attr;
  return node?.func.nodeType === "Name" ? node.func.id : "";
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

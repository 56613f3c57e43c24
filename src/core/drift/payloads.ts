import type { FixEdits } from "../edits/fixEdits";
import type { Fence } from "../markdown/document";
import { type ReadObject, readObjects } from "../spec/document/objects";
import { fencesIn } from "../spec/document/specPart";
import type { EventFact } from "../spec/fromCode/facts";
import { comparePositions, type Range } from "../text/range";
import type { Difference } from "./difference";
import type { Sides } from "./sides";

/** The keys under which an event says what it is. */
const nameKeys: ReadonlySet<string> = new Set(["event_type", "event", "type", "topic", "name"]);
/** The keys under which an envelope carries what the event tells. */
const payloadKeys: ReadonlySet<string> = new Set(["payload", "data", "body", "detail"]);
/** What an envelope has beside them. */
const envelope =
  /^(?:event|message|correlation|causation|trace|aggregate|tenant)_?(?:id|type|name|version)?$|^(?:id|type|topic|name|version|schema_version|source|timestamp|occurred_at|created_at|published_at|time|metadata|specversion|subject|producer)$/;

/** Compares the payloads that a spec shows with what the code sends with each event. */
export function comparePayloads({ spec, facts }: Sides): readonly Difference[] {
  const part = spec.part("event-payloads") ?? spec.part("events");
  if (part === undefined) return [];
  return fencesIn(part.section).flatMap((fence) =>
    /^(?:json|py|python3?)\b/i.test(fence.language)
      ? readObjects(fence).flatMap((object) => {
          const name = nameOf(object, fence);
          const fact = facts.events.find((one) => one.name === name);
          return fact ? compared(payloadOf(object), fact) : [];
        })
      : [],
  );
}

/** What an object says that it is, or else the comment above it. */
function nameOf(
  { entries, inside }: ReadObject,
  { content, contentLine }: Fence,
): string | undefined {
  const said = entries.find(({ key, text }) => nameKeys.has(key) && text !== undefined)?.text;
  if (said !== undefined) return said;
  const above = content.split("\n")[inside.line - contentLine - 1];
  return above && /^\s*(?:#|\/\/)\s*(\S+?):?\s*$/.exec(above)?.[1];
}

function payloadOf(object: ReadObject): Shown {
  const inner = object.entries.find((one) => payloadKeys.has(one.key) && one.object !== undefined);
  if (inner?.object) return { object: inner.object, range: inner.keyRange, isBare: true };
  const name = object.entries.find(({ key }) => nameKeys.has(key));
  const first = name?.keyRange ?? object.entries[0]?.keyRange;
  return { object, range: first ?? { start: object.inside, end: object.inside }, isBare: false };
}

/** A payload, and where it can be told of; one that is not bare stands among what its envelope has. */
interface Shown {
  readonly object: ReadObject;
  readonly range: Range;
  readonly isBare: boolean;
}

function compared({ object, range, isBare }: Shown, fact: EventFact): readonly Difference[] {
  const { fields } = fact;
  // Without fields nothing is known of the payload.
  if (fields.length === 0 || object.entries.length === 0) return [];
  const own = object.entries.filter(
    ({ key }) => isBare || fields.includes(key) || !envelope.test(key),
  );
  const extra = own.filter(({ key }) => !fields.includes(key));
  const absent = fields.filter(
    (one) => !object.entries.some(({ key }) => key === one) && (isBare || !envelope.test(one)),
  );
  const [first] = extra;
  if (first === undefined && absent.length === 0) return [];
  const said = {
    part: "payload",
    spec: own.map(({ key }) => key).join(", ") || "nothing",
    code: fields.join(", "),
  };
  const where = first?.keyRange ?? range;
  const about = `the event ${fact.name}`;
  const edits = mending(object, extra, absent);
  return [{ kind: "event", sides: "both", about, range: where, place: fact, said, edits }];
}

/** One key for one other is a new name for it; else keys go, and come without a value. */
function mending(
  object: ReadObject,
  extra: ReadObject["entries"],
  absent: readonly string[],
): FixEdits {
  const [gone, another] = extra;
  const [added, more] = absent;
  if (gone && added !== undefined && another === undefined && more === undefined) {
    return { replacements: [{ range: gone.keyRange, newText: `"${added}"` }], insertions: [] };
  }
  const [first] = object.entries;
  const stays = object.entries.some((one) => !extra.includes(one));
  const at = first?.keyRange.start ?? object.inside;
  const written = absent.map((one) => `"${one}": null`).join(", ");
  const lead = written === "" ? "" : `${written}${stays ? ", " : ""}`;
  const cuts = joined(extra.map(({ removal }) => removal));
  // What comes stands before the first key, also where that one goes.
  const [cut, ...others] = cuts;
  const isAtFirst = cut !== undefined && comparePositions(cut.start, at) === 0;
  return {
    replacements: [
      ...(lead === "" || isAtFirst ? [] : [{ range: { start: at, end: at }, newText: lead }]),
      ...(cut ? [{ range: cut, newText: isAtFirst ? lead : "" }] : []),
      ...others.map((range) => ({ range, newText: "" })),
    ],
    insertions: [],
  };
}

/** Ranges in order, those that meet as one. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const one of ranges) {
    const last = found.at(-1);
    if (last === undefined || comparePositions(one.start, last.end) > 0) found.push(one);
    else found[found.length - 1] = { start: last.start, end: one.end };
  }
  return found;
}

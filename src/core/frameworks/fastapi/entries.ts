import type { Block } from "../../evaluation/evaluator";
import {
  type Assumption,
  assumptionsOf,
  type CallV,
  type Place,
  type Value,
} from "../../evaluation/value";
import type { RouterObject } from "./applications";

/** Something that was added to a router, in the order in which it was. */
export type Entry = RouteEntry | IncludeEntry | MountEntry;

interface Added {
  readonly place: Place;
  /** What must be as it is assumed for the entry to be there. */
  readonly assumed: readonly Assumption[];
  /** What decides whether it is there at all: two entries that share an object here are there together. */
  readonly conditions: readonly object[];
  /** The call that added it, with what else it says of it. */
  readonly call: CallV;
}

/** A route. */
export interface RouteEntry extends Added {
  readonly kind: "route";
  /** `undefined` where it is computed. */
  readonly path: string | undefined;
  /** `undefined` where nothing is said of them. */
  readonly methods: readonly string[] | "computed" | undefined;
  readonly handler: Value;
  /** Whether the prefix of its router is put before its path, as FastAPI's own routes have it. */
  readonly isPrefixed: boolean;
  /** Whether it is FastAPI's own, with dependencies, parameters and a response model, or one of Starlette's. */
  readonly isApi: boolean;
}

/** `include_router` */
export interface IncludeEntry extends Added {
  readonly kind: "include";
  readonly router: RouterObject | undefined;
  readonly prefix: string | undefined;
  readonly tags: readonly string[];
}

/** `mount`, `host`; what is mounted may be routes without an application around them. */
export interface MountEntry extends Added {
  readonly kind: "mount";
  readonly path: string | undefined;
  readonly application: RouterObject | undefined;
  readonly routes: readonly Entry[];
  /** What is mounted, as it was given. */
  readonly mounted: Value | undefined;
}

/**
 * What decides whether an entry is there: the branches and loops around its call, and which of several values it is made
 * with.
 * @param ways how many entries the call could make, of which it makes one
 */
export function conditionsOf(within: Block | undefined, ways: number): readonly object[] {
  const found: object[] = ways > 1 ? [{ ways }] : [];
  for (let block = within; block !== undefined; block = block.parent) {
    if (block.kind !== "call") found.push(block);
  }
  return found;
}

/** What a path and the blocks around a call take for granted. */
export function assumedBy(
  value: Value | undefined,
  within: Block | undefined,
): readonly Assumption[] {
  const found: Assumption[] = [...assumptionsOf(value)];
  for (let block = within; block !== undefined; block = block.parent) {
    found.push(...block.assumed);
    // What decides a branch may be no setting: then at least its place is named.
    if (block.kind === "branch" && block.assumed.length === 0) {
      found.push({ ...block.place, what: "a branch that is followed both ways" });
    }
  }
  return found;
}

import { type Assumption, type CallV, optionsOf } from "../../evaluation/value";
import type { RouterObject } from "./applications";
import { pathText } from "./texts";

/** How a router is reached. */
export interface Way {
  readonly prefix: string;
  readonly tags: readonly string[];
  readonly assumed: readonly Assumption[];
  /** What decides whether the way is there, as `Entry.conditions`. */
  readonly conditions: readonly object[];
  /** The routers on the way, against circles. */
  readonly through: readonly RouterObject["value"][];
  readonly levels: readonly CallV[];
  /** Entries added at this point of time or later are not there. */
  readonly until: number;
  /** Whether an include copies the routes that are there. */
  readonly copies: boolean;
}

/** At an application. */
export const start: Way = {
  prefix: "",
  tags: [],
  assumed: [],
  conditions: [],
  through: [],
  levels: [],
  until: Number.POSITIVE_INFINITY,
  copies: false,
};

/** The prefixes that a router may have; `undefined` for one that is computed. */
export function prefixesOf(router: RouterObject): readonly (string | undefined)[] {
  const value = router.call.keywords.get("prefix") ?? firstArgument(router);
  if (value === undefined) return [router.call.open ? undefined : ""];
  return optionsOf(value).map(pathText);
}

function firstArgument(router: RouterObject) {
  return router.value.kind === "call" ? undefined : router.call.args[0];
}

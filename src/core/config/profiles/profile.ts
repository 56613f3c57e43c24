import type { LayerName } from "../schema";

/** A family of conventions as data; see "Two conventions, one engine" in docs/architecture.md. */
export interface Profile {
  readonly name: "modular" | "layered";
  readonly layers: Readonly<Record<LayerName, readonly string[]>>;
  readonly errorConstantPrefix: string;
  readonly schemaSuffixes: readonly string[];
}

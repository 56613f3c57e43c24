import type { LayerName } from "../config/schema";
import { counted } from "./detected";
import type { LayerShare } from "./layers";

const nouns: Readonly<Record<LayerName, string>> = {
  router: "endpoint",
  service: "service",
  repository: "repository",
  models: "table",
  schemas: "schema",
  tasks: "task",
};

/** `6 service classes`, `1 endpoint` */
export function countedUnits({
  layer,
  units,
  classes,
}: Pick<LayerShare, "layer" | "units" | "classes">): string {
  const noun = nouns[layer];
  if (layer !== "service" && layer !== "repository") return counted(units, noun);
  if (classes === units) return counted(units, `${noun} class`);
  if (classes === 0) return counted(units, `${noun} function`);
  return `${units} ${noun} functions and classes`;
}

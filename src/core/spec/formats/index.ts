import type { Format } from "./format";
import { service } from "./service";

/** The formats that documents can be generated in. */
export const formatNames = ["service"] as const;
export type FormatName = (typeof formatNames)[number];

/** The product's own formats by name. */
export const formats: Readonly<Record<FormatName, Format>> = { service };

/** Whether a word names one of the product's own formats. */
export function isFormatName(word: string): word is FormatName {
  return formatNames.some((name) => name === word);
}
